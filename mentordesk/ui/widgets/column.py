"""What a column of a row table shows, and the values that its cells are drawn from. Knows no table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from mentordesk.domain.pairs import pair_name

RowT = TypeVar("RowT")
Align = Literal["left", "right", "center"]


@dataclass(frozen=True)
class Column(Generic[RowT]):
    """One column over rows of type RowT.

    `kind` chooses how a cell is drawn from `value(row)`: pair (PairCell), person (PersonCell), health (its key),
    balance (BalanceCell), progress (ProgressCell), chip (ChipCell), check (bool); or from the text: strong, secondary.
    `sort` gives what the column sorts by (None comes last), else its text; `width` is pixels at 10 pt, or at every size
    of the text in a column that `holds_icons`.
    """

    key: str
    title: str
    text: Callable[[RowT], str]
    sort: Callable[[RowT], Any] | None = None
    align: Align = "left"
    width: int = 120
    stretch: bool = False
    tip: Callable[[RowT], str] | None = None
    accessible: Callable[[RowT], str] | None = None
    kind: str = ""
    value: Callable[[RowT], Any] | None = None
    hidden: bool = False
    searched: bool = True
    fixed: bool = False
    holds_icons: bool = False
    header_tip: str = ""


@dataclass(frozen=True)
class PairCell:
    """Two people: full names left and right, a second line, the icon before it. `title` replaces "left & right"."""

    left: str
    right: str
    caption: str = ""
    icon: str = ""
    title: str = ""

    @property
    def names(self) -> str:
        return self.title or pair_name(self.left, self.right)


@dataclass(frozen=True)
class PersonCell:
    """One person with a second line; `side` is left, right or neutral."""

    name: str
    caption: str = ""
    side: str = "neutral"


@dataclass(frozen=True)
class BalanceCell:
    """Points that both sides gave; `one_sided` makes the heavier number bold."""

    left: int
    right: int
    one_sided: bool = False


@dataclass(frozen=True)
class ProgressCell:
    """Done of total; the bar is in the color of risk when something in it is overdue."""

    done: int
    total: int
    overdue: bool = False


@dataclass(frozen=True)
class ChipCell:
    """A word in a chip; `tone` is one of painting.CHIP_TONES."""

    text: str
    tone: str = "neutral"
    icon: str = ""
