"""Roles as people write them, in English, German, French, Spanish and their neighbors. Knows no column."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from mentordesk.domain.cohorts import Role
from mentordesk.domain.text import fold

BOTH = (Role.MENTOR, Role.MENTEE)
_WORDS: dict[str, tuple[Role, ...]] = {
    **dict.fromkeys(
        ("mentor", "mentors", "mentorin", "mentora", "mentores", "mentorinnen", "mentoren"), (Role.MENTOR,)
    ),
    **dict.fromkeys(("mentrice", "mentori", "mentorka", "mentorzy", "ментор", "наставник", "メンター"), (Role.MENTOR,)),
    **dict.fromkeys(("mentee", "mentees", "menti", "protege", "protegee", "protegido", "protegida"), (Role.MENTEE,)),
    **dict.fromkeys(("mentoree", "mentorees", "mentorado", "mentorada", "mentorand", "mentorandin"), (Role.MENTEE,)),
    **dict.fromkeys(("mentorizado", "mentorizada", "aprendiz", "learner", "mentored"), (Role.MENTEE,)),
    **dict.fromkeys(("allievo", "allieva", "allievi"), (Role.MENTEE,)),
    **dict.fromkeys(("ментии", "менти", "подопечный", "メンティー"), (Role.MENTEE,)),
    **dict.fromkeys(
        ("peer", "peers", "tandem", "tandempartner", "tandempartnerin", "pair", "par", "buddy"), (Role.PEER,)
    ),
    **dict.fromkeys(("both", "beide", "beides", "ambos", "ambas", "deux", "either", "entrambi", "allebei"), BOTH),
    **dict.fromkeys(
        ("entrambe", "ambedue", "beiden", "obie", "oboje", "oba", "båda", "begge", "molemmat", "両方"), BOTH
    ),
}
_WORDS = {fold(word): roles for word, roles in _WORDS.items()}
# French writes the mentee as "mentoré", and folding takes the accent that makes the difference to no other word.
_WORDS["mentore"] = (Role.MENTEE,)
_MENTORE = re.compile(r"\bmentore\b")
_MENTORE_WITH_ACCENT = "mentoré"
_ITALIAN = frozenset(("nome", "cognome", "ruolo", "azienda", "reparto", "sede", "mansione", "qualifica", "indirizzo"))
_NO_PERSON = frozenset(("tandem", "pair", "par", "mentored"))
"""Words of a role that do not say who of two somebody is."""
_BOTH_PHRASES = ("los dos", "las dos", "les deux", "os dois", "alle beide", "either role", "both roles", "tutti e due")
_PROPOSALS = {"mentor": "mentor", "mentee": "mentee", "peer": "peer", "both": "both", "mentorin": "mentor"}
_AROUND = frozenset(
    (
        *(
            "and",
            "und",
            "et",
            "y",
            "e",
            "or",
            "in",
            "les",
            "los",
            "las",
            "dos",
            "als",
            "as",
            "a",
            "an",
            "roles",
            "role",
        ),
        *(
            "the",
            "i",
            "to",
            "be",
            "become",
            "want",
            "would",
            "like",
            "am",
            "m",
            "ll",
            "d",
            "will",
            "can",
            "could",
            "wish",
        ),
        *("happy", "willing", "interested", "ready", "open", "being", "participate", "take", "part", "join", "apply"),
        *("oder", "ou", "o", "ich", "mochte", "will", "werden", "sein", "ein", "eine", "einen", "gern", "gerne"),
        *("bin", "je", "suis", "veux", "voudrais", "souhaite", "etre", "devenir", "un", "une", "quiero", "ser", "una"),
        *(
            "me",
            "gustaria",
            "como",
            "comme",
            "tous",
            "toutes",
            "alle",
            "voglio",
            "vorrei",
            "essere",
            "come",
            "il",
            "la",
        ),
        *("le", "de", "quero", "wil", "zijn", "een", "en", "och", "og", "i", "only", "nur", "program", "programme"),
        *("possibly", "maybe", "also", "auch", "aussi", "tambien", "anche", "preferably", "choice", "first", "second"),
        *("st", "nd", "1st", "2nd", "1", "2", "for", "of", "this", "year", "again", "yes", "ja", "oui", "si", "please"),
        *(
            "someone",
            "somebody",
            "others",
            "another",
            "people",
            "colleague",
            "colleagues",
            "junior",
            "love",
            "serve",
            "act",
        ),
        *("one", "worden", "ik", "soy", "sono", "ben", "have", "position", "rolle"),
    )
)
# Who looks for one is the other: "I am looking for a mentor" writes a mentee, "I'd like to be one" does not. Of the
# verbs the nearest one in front decides; those of wishing alone only where somebody, "a mentor", is wished for.
_SEEKS = re.compile(
    r"look\w*|seek\w*|search\w*|find\w*|need\w*|get\w*|have|having|receiv\w*|request\w*|match\w*|assign\w*|given|from|"
    r"such(?:e|en|end|t)|brauch\w*|benotig\w*|cherch\w*|recherch\w*|besoin|trouver|avoir|busc\w*|necesit\w*|encontrar|tener|"
    r"cerc\w*|trovare|avere|procur\w*|zoek\w*|szuka\w*|haben|hatte|bekommen"
)
_WISHES = re.compile(
    r"like|love|want\w*|wish\w*|hop(?:e|ing)|prefer\w*|interested|mochte|will|wunsch\w*|souhait\w*|voudrais|veux|quiero|gustaria|"
    r"deseo|vorrei|voglio|quero|gostaria|wil"
)
_IS = re.compile(
    r"be|become|becoming|being|been|act\w*|serv\w*|as|am|m|als|bin|sein|werden|suis|etre|devenir|comme|soy|ser|como|sono|essere|"
    r"diventare|come|ben|zijn|worden"
)
_ONE = frozenset(("a", "an", "my", "my own", "ein", "eine", "einen", "un", "une", "una", "uno", "um", "uma", "een"))
_SAID_AFTER = frozenset(("sein", "werden", "zijn", "worden", "role", "roles", "position", "rolle"))
_NEXT_CLAUSE = re.compile(r"\s+(?:and|und|et|y|e|or|oder|ou|o|en)\s+|[,;/&+]")
_NEGATION = re.compile(
    r"\b(?:no|not|neither|nor|none|never|former|ex|kein\w*|nicht|weder|pas|ni|aucun\w*|nunca|non|geen|"
    r"niet|nie)\b|n't\b"
)
_OTHER = {Role.MENTOR: Role.MENTEE, Role.MENTEE: Role.MENTOR, Role.PEER: Role.PEER}
_DONE_TO_ONE = ("mentored",)
_IN_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_NO_WORD = re.compile(r"[\W_]+")


def in_italian(texts: Iterable[str], headings: Iterable[str]) -> bool:
    """Whether "mentore" in a column is an Italian mentor: its other words name the mentee, or headings are Italian."""
    words = {word for text in texts for word in _words(unicodedata.normalize("NFC", text).casefold())}
    others = {role_of_word(fold(word)) for word in words if fold(word) != "mentore"}
    if _MENTORE_WITH_ACCENT in words or Role.MENTOR in others or "mentore" not in words:
        return False
    return Role.MENTEE in others or bool(_ITALIAN.intersection(_words(fold(" ".join(headings)))))


def roles_of_text(text: str, italian: bool = False) -> tuple[Role, ...]:
    """The roles the text names: "Mentor:in", "les deux", "Mentor (1st choice) or Mentee", "I want to be a mentor".

    None if a word is not understood: then it is better asked than guessed. `italian` as `in_italian` says.
    """
    plain = " ".join(fold(text).split())
    plain = _MENTORE.sub("mentor", plain) if italian else plain
    if _NEGATION.search(plain):
        return ()
    plain = _IN_BRACKETS.sub("", plain) or plain
    for phrase in _BOTH_PHRASES:
        plain = plain.replace(phrase, "both")
    named: set[Role] = set()
    seeks = False
    for clause in filter(None, map(_words, _NEXT_CLAUSE.split(plain))):
        found = _roles_of_clause(clause, seeks)
        if found is None:
            return ()
        roles, seeks = found
        named |= roles
    return tuple(role for role in Role if role in named)


def _words(text: str) -> list[str]:
    return _NO_WORD.sub(" ", text).split()


def _roles_of_clause(words: Sequence[str], seeks: bool) -> tuple[set[Role], bool] | None:
    """The roles in some words between an "and" and the next, and whether the last of them is sought.

    `seeks` is how it was with the clause before, and stays so where no verb says another. None if not understood.
    """
    named: set[Role] = set()
    sought = False
    for place, word in enumerate(words):
        roles = _WORDS.get(word)
        if roles is None:
            continue
        found = _is_sought(words, place, seeks)
        if found is None or (named and found is not seeks):
            return None
        seeks, sought = found, sought or found
        named |= {_OTHER[role] for role in roles} if found else set(roles)
    understood = sought or all(word in _WORDS or word in _AROUND for word in words)
    return (named, seeks) if understood else None


def _is_sought(words: Sequence[str], place: int, seeks: bool) -> bool | None:
    """Whether the role at this place is one that somebody looks for. None where that may be read both ways."""
    before, after = words[:place], words[place + 1 : place + 2]
    if before[-1:] == ["to"] or words[place] in _DONE_TO_ONE:
        return False
    wishes = False
    for word in reversed(before):
        if word in _WORDS:
            break
        if _IS.fullmatch(word):
            return False
        if _SEEKS.fullmatch(word):
            return not _SAID_AFTER.intersection(after)
        wishes = wishes or bool(_WISHES.fullmatch(word))
    if not wishes:
        return seeks
    if _SAID_AFTER.intersection(after):
        return False
    return True if before[-1] in _ONE or words[place].endswith("s") else None


def role_of_word(word: str) -> Role | None:
    """The one role that a word is, in any of the languages: "mentora" is a mentor; None for "both" and all others."""
    roles = _WORDS.get(word, ())
    return roles[0] if len(roles) == 1 and word not in _NO_PERSON else None


def nearest_role(text: str) -> str:
    """The role that was probably meant by a text with a typing error: "metor" is "mentor". "" if none is near."""
    plain = fold(text).strip()
    if _NEGATION.search(plain):
        return ""
    near = get_close_matches(plain, _PROPOSALS, n=1, cutoff=0.6)
    if near:
        return _PROPOSALS[near[0]]
    named = {role for word in _NO_WORD.sub(" ", plain).split() for role in _WORDS.get(word, ())}
    return next(iter(named)).value if len(named) == 1 else ""
