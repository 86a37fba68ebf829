"""Names of people as HR writes them: titles and pronouns taken off, "Last, First" turned around. Knows no column."""

import re
from dataclasses import dataclass

from mentordesk.domain.text import fold

_BEFORE = frozenset(
    (
        *("dr", "prof", "professor", "professorin", "doctor", "doktor", "drs", "dra", "doc", "mag", "mgr", "univ-prof"),
        *("mr", "mrs", "ms", "miss", "mx", "sir", "dame", "madam", "herr", "frau", "hr", "fr", "fraulein"),
        *("monsieur", "madame", "mademoiselle", "mme", "mlle", "senor", "senora", "senorita", "sra", "srta", "sr"),
        *("dott", "dottssa", "sig", "sigra", "sigrina", "avv", "arch", "ing", "dipl-ing", "dr-ing", "ir", "inz"),
        *("dhr", "mevr", "mw", "pan", "pani", "rev", "hon", "bay", "shri", "smt", "engr", "eng"),
        *("г-н", "г-жа", "д-р", "проф"),
    )
)
# Also given or family names where no full stop stands behind them.
_ONLY_WITH_STOP = frozenset(("mag", "doc", "hr", "fr", "sr", "sig", "arch", "ing", "ir", "pan", "bay", "hon", "eng"))
# They follow a title, with a full stop, and are none by themselves: "Dr. med. Anna Weiss".
_AFTER_TITLE = frozenset(("med", "phil", "jur", "rer", "nat", "pol", "oec", "hc", "habil", "dent", "vet"))
_DEGREES = frozenset(
    (
        *("phd", "dphil", "md", "mba", "emba", "esq", "cpa", "cfa", "dds", "msc", "bsc", "ma", "ba", "meng", "beng"),
        *("llm", "llb", "mphil", "edd", "pmp", "rn", "acca", "shrm-cp", "shrm-scp", "csc", "drsc", "ms", "bs", "jd"),
        *("pe", "pharmd", "psyd", "dba", "obe", "cbe", "mbe"),
    )
)
# No name looks like these, whatever stands in front of them and however they are written.
_SURELY_DEGREES = frozenset(("phd", "dphil", "mba", "msc", "bsc", "llm", "pmp"))
_PARTICLES = frozenset(("de", "da", "di", "do", "du", "la", "le", "el", "al", "van", "von", "der", "den", "del", "dos"))
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv", "v", "jun", "sen"))
_PRONOUN = (
    r"(?:she|her|hers|he|him|his|they|them|theirs|ze|zir|xe|any|all|sie|ihr|ihre|er|ihm|ihn|sein|dey|elle|il|iel|lui|"
    r"ella|el|él|elle|ellx|ele|ela|lei|zij|haar|hij|hem|hen|hun|die|hon|henne|han|honom|ona|jej|on|jego)"
)
_PRONOUNS = re.compile(
    rf"\s*(?:[(\[]\s*{_PRONOUN}(?:\s*[/,|]\s*{_PRONOUN})*(?:\s+pronouns)?\s*[)\]]"
    rf"|[-–|,]?\s+{_PRONOUN}(?:/{_PRONOUN})+)\s*$",
    re.IGNORECASE,
)
_BRACKETS_BEHIND = re.compile(r"\s*([(\[][^)\]]*[)\]])$")
_COMMAS = re.compile("\\s*[,،，、]\\s*")
_HONORIFIC_ENDS = ("様", "さん", "先生", "님", "씨")


@dataclass(frozen=True, slots=True)
class NameRead:
    """A name as the desk keeps it, what was taken off it, and whether it was turned around."""

    name: str
    titles: tuple[str, ...] = ()
    turned: bool = False


def read_name(text: str) -> NameRead:
    """The name in a cell. Nothing is left of it only where it is nothing but titles: then it stays as it is."""
    words = text.split()
    text = " ".join(words)
    if text.isascii() and _is_plain(words):
        return NameRead(text)
    titles: list[str] = []
    bare = _without_pronouns(text, titles)
    pieces = _COMMAS.split(bare)
    parts = [part for index, piece in enumerate(pieces) if (part := _bare(piece, titles, len(pieces), index))]
    if not parts:
        return NameRead(text)
    generation = [part for part in parts[1:] if _key(part) in _GENERATIONS]
    names = [part for part in parts if part not in generation]
    if len(names) > 2:
        return NameRead(text)
    if len(names) == 2:
        remark = _BRACKETS_BEHIND.search(names[1])
        given, behind = (names[1][: remark.start()], [remark[1]]) if remark else (names[1], [])
        *first, last = given.split()
        if first and _key(last) in _GENERATIONS:
            given, generation = " ".join(first), [last, *generation]
        return NameRead(" ".join([given, names[0], *generation, *behind]), tuple(titles), turned=True)
    turned = _surname_first(names[0])
    return NameRead(", ".join([turned or names[0], *generation]), tuple(titles), bool(turned))


def _is_plain(words: list[str]) -> bool:
    """Most names have nothing to take off, and are not looked at any closer."""
    return (
        bool(words)
        and all(word.isalnum() and not word.isupper() for word in words)
        and words[0].lower() not in _BEFORE
        and words[-1].lower() not in _SURELY_DEGREES
    )


def _without_pronouns(text: str, titles: list[str]) -> str:
    found = _PRONOUNS.search(text)
    if found is None or not text[: found.start()].strip():
        return text
    titles.append(found[0].strip(" -–|,"))
    return text[: found.start()].strip()


def _bare(part: str, titles: list[str], pieces: int, index: int) -> str:
    """A piece between commas without its titles; "" for one that is nothing else."""
    words = part.split()
    before = 0
    while before < len(words) and _is_before(words[before], after_title=before > 0):
        before += 1
    if before and (before < len(words) or pieces > 1):
        titles.append(" ".join(words[:before]))
        words = words[before:]
    if index and words and all(_is_degree(word) for word in words):
        titles.append(" ".join(words))
        return ""
    while len(words) > 1 and _key(words[-1]) in _SURELY_DEGREES:
        titles.append(words.pop())
    return _without_honorific(" ".join(words), titles)


def _without_honorific(name: str, titles: list[str]) -> str:
    end = next((end for end in _HONORIFIC_ENDS if name.endswith(end) and len(name) > len(end) + 1), "")
    if end:
        titles.append(end)
    return name.removesuffix(end).rstrip()


def _is_degree(word: str) -> bool:
    """ "MA" and "M.A." behind a comma are degrees; "Ma" is a family name."""
    key = _key(word)
    return key in _SURELY_DEGREES or (key in _DEGREES and (word.isupper() or "." in word))


def _is_before(word: str, after_title: bool) -> bool:
    key = _key(word)
    if key in _AFTER_TITLE:
        return after_title and word.endswith(".")
    return key in _BEFORE and (word.endswith(".") or key not in _ONLY_WITH_STOP)


def _key(word: str) -> str:
    return fold(word).replace(".", "").strip()


def _surname_first(name: str) -> str:
    """ "OKAFOR Chidi" as "Chidi Okafor": the family name in capitals stands in front. "" for any other name."""
    words = name.split()
    count = next((index for index, word in enumerate(words) if not word.isupper()), len(words))
    family, given = words[:count], words[count:]
    if not given or any(not word[:1].isupper() for word in given) or not _is_family_name(family):
        return ""
    spelled = [word.lower() if word.lower() in _PARTICLES else word.title() for word in family]
    return " ".join([*given, *spelled])


def _is_family_name(words: list[str]) -> bool:
    """Not "AJ" or "J. P.", which are initials; "DE" begins a name where more follows."""
    own = [word for word in words if word.lower() not in _PARTICLES]
    return bool(own) and all("." not in word and sum(map(str.isalpha, word)) >= 3 for word in own)
