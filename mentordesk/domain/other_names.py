"""Takes other people's names out of text about one person: initials stand in their place. Knows no table."""

import re
from collections.abc import Iterable

from mentordesk.domain.report_names import initials
from mentordesk.domain.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_LEAST, _LEAST_OF_STRANGERS = 2, 4
ADDRESS = "(address)"
"""What stands where somebody else's e-mail address was."""


class OtherNames:
    """Knows how everybody else is called. Of people who have to do with the person every part of a name counts from two
    letters on, of all others from four: shorter ones, such as An or May, are ordinary words more often than names."""

    def __init__(self, own: str, own_email: str, related: Iterable[str], strangers: Iterable[str]) -> None:
        self._own = {fold(part) for part in own.split()}
        self._own_email = own_email.casefold()
        self._parts: set[str] = set()
        self._whole: dict[tuple[str, ...], str] = {}
        for names, least in ((related, _LEAST), (strangers, _LEAST_OF_STRANGERS)):
            for name in names:
                self._learn(name, least)
        self._longest = max((len(words) for words in self._whole), default=0)

    def _learn(self, name: str, least: int) -> None:
        words = _WORD.findall(name)
        if len(words) > 1:
            self._whole[tuple(fold(word) for word in words)] = initials(name)
        for word in words:
            for part in {word, *re.split(r"['’\-]", word)}:
                if len(part) >= least and fold(part) not in self._own and part[0].isupper() | (not part.isascii()):
                    self._parts.add(part)

    def hidden(self, text: str) -> str:
        """The text with initials for names and without the addresses of others."""
        if not text:
            return text
        found = _ADDRESS.sub(self._address, text)
        words = list(_WORD.finditer(found))
        made, at, place = [], 0, 0
        while place < len(words):
            count, instead = self._at(words, place)
            if count:
                made += [found[at : words[place].start()], instead]
                at = words[place + count - 1].end()
            place += count or 1
        return "".join([*made, found[at:]])

    def _address(self, match: re.Match[str]) -> str:
        return match.group() if match.group().casefold() == self._own_email else ADDRESS

    def _at(self, words: list[re.Match[str]], place: int) -> tuple[int, str]:
        """(how many words from here are a name, what stands for them); 0 where it is none."""
        for count in range(min(self._longest, len(words) - place), 1, -1):
            said = tuple(fold(_bare(match.group())) for match in words[place : place + count])
            if said in self._whole:
                return count, self._whole[said]
        word = _bare(words[place].group())
        ending = words[place].group()[len(word) :]
        return (1, f"{word[0].upper()}.{ending}") if self._is_name(word) else (0, "")

    def _is_name(self, word: str) -> bool:
        if word in self._parts or (word.isupper() and word.title() in self._parts):
            return True
        return any(part in self._parts for part in re.split(r"[-]", word)) if "-" in word else False


def _bare(word: str) -> str:
    """Without the ending of a genitive: "Jonas’s" is about Jonas."""
    return word[:-2] if word[-2:] in ("'s", "’s") else word
