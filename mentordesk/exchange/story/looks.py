"""How the page of a story looks: its sizes in points and its colors, on paper and in the preview. Knows no file."""

from dataclasses import dataclass, replace

from mentordesk.domain.standing import Side

SERIF, SANS = "Georgia", "Calibri"
"""On every Windows and Mac; elsewhere the nearest serif and sans."""
INK, GRAY, LINE = "1B2027", "5A626C", "C3BDB0"
ACCENT = "0E5E5A"
SIDE_INK = {Side.LEFT: "1C4F8F", Side.RIGHT: "944008", None: INK}
SIDE_LINE = {Side.LEFT: "2463B0", Side.RIGHT: "C8611A"}
MARGIN_MM = 22
COLUMN_GAP_MM = 9


@dataclass(frozen=True, slots=True)
class Look:
    """A kind of paragraph: points, color, space above and below in points, line height as a multiple."""

    size: float
    color: str = INK
    font: str = SANS
    bold: bool = False
    above: float = 0
    below: float = 0
    line: float = 1.0


KICKER = Look(10, ACCENT, bold=True, above=6, below=10)
NAME = Look(13, bold=True, above=5)
ROLE = Look(9.5, GRAY, line=1.1)
FACTS = Look(9.5, GRAY, above=10, below=4)
QUOTE = Look(22, ACCENT, SERIF, above=12, below=10, line=1.12)
QUESTION = Look(12, font=SERIF, bold=True, above=13, below=3, line=1.05)
ANSWER = Look(10.5, below=5, line=1.18)
FOOTER = Look(8, GRAY)


def heading(text: str) -> Look:
    """The title: the longer it is, the smaller, so that it stays a title."""
    size = next(size for most, size in ((24, 46.0), (48, 38.0), (90, 28.0), (10**9, 20.0)) if len(text) <= most)
    return Look(size, font=SERIF, bold=True, below=16, line=0.98)


def quote(text: str) -> Look:
    """The pull quote, smaller where it is more than a sentence."""
    size = next(size for most, size in ((70, 27.0), (120, 22.0), (240, 17.0), (10**9, 13.0)) if len(text) <= most)
    return replace(QUOTE, size=size)


def of_length(letters: int) -> tuple[Look, Look]:
    """Questions and answers: a short story is set larger, so that it fills its page."""
    times = next(times for most, times in ((900, 1.2), (2200, 1.08), (10**9, 1.0)) if letters <= most)
    return _larger(QUESTION, times), _larger(ANSWER, times)


def _larger(look: Look, times: float) -> Look:
    """In half points, as Word counts."""
    return replace(look, size=round(look.size * times * 2) / 2, above=look.above * times, below=look.below * times)
