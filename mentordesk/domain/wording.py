"""How counts and lists of names are said on screens and in sheets (DESIGN section 8). Knows no subject."""

from collections.abc import Sequence


def counted(number: int, noun: str) -> str:
    """The number with its noun, which takes a plain s: "1 day", "3 days", "1,200 days"."""
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(names: Sequence[str], limit: int = 3) -> str:
    """At most `limit` names, then how many are left out: "A, B, C and 2 more". Only one too many is named as well."""
    if len(names) <= limit + 1:
        return ", ".join(names)
    return f"{', '.join(names[:limit])} and {len(names) - limit} more"


def brief(text: str, longest: int = 60) -> str:
    """A text as a sentence can quote it: `brief("Ingrid", 4) == "Ing…"`."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
