"""Text as people search for it: without case, accents and double spaces. Knows no field."""

import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose, as people type them on another keyboard.
_PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ħ": "h", "ŋ": "n"}
)


def fold(text: str) -> str:
    """Casefolded text without accents: `fold("Yıldız") == fold("YILDIZ") == "yildiz"`."""
    if text.isascii():
        return text.casefold()
    return " ".join(map(_folded, text.split(" ")))


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    """Most words have no accent, and those that have come again: pages fold long texts by the thousand."""
    if word.isascii():
        return word.casefold()
    decomposed = unicodedata.normalize("NFKD", word.casefold().translate(_PLAIN))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(_PLAIN)
