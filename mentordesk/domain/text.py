"""Text as people search for it: without case, accents and double spaces. Knows no field."""

import unicodedata

# Letters that Unicode does not decompose, as people type them on another keyboard.
_PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ħ": "h", "ŋ": "n"}
)


def fold(text: str) -> str:
    """Casefolded text without accents: `fold("Yıldız") == fold("YILDIZ") == "yildiz"`."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(_PLAIN)
