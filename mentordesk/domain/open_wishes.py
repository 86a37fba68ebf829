"""Wishes of a pair that are still open: one side wants to learn what the other offers. Knows no table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mentordesk.domain.contacts import TEACHING, ExchangeRow
from mentordesk.domain.standing import Side
from mentordesk.domain.text import fold


@dataclass(frozen=True, slots=True)
class SideSkills:
    """What one side offers and would like to learn, in the order the person has put them."""

    offers: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenWish:
    """`side` wants the skill, the other side offers it, and it has not come up yet."""

    side: Side
    skill: str

    def sentence(self, left: str, right: str) -> str:
        """With first names: "Jonas wants “reading a P&L”, Amara offers it. It has not come up yet"."""
        wants, offers = (left, right) if self.side is Side.LEFT else (right, left)
        return f"{wants} wants “{self.skill}”, {offers} offers it. It has not come up yet."

    def agenda_line(self, left: str, right: str) -> str:
        """What is to be talked about, and for whom: "Reading a P&L (Jonas)"."""
        return f"{self.skill[:1].upper()}{self.skill[1:]} ({left if self.side is Side.LEFT else right})"

    def is_on(self, agenda: Iterable[str]) -> bool:
        """Whether a point of an agenda names the skill."""
        return any(fold(self.skill) in fold(point) for point in agenda)


def find(left: SideSkills, right: SideSkills, exchanges: Iterable[ExchangeRow]) -> tuple[OpenWish, ...]:
    """Each skill one side wants and the other offers, as long as the other has given no advice, knowledge or skill
    with it (DESIGN 10.3). The right side's first: it is the mentee's. Case and accents do not tell skills apart."""
    given = {(entry.side, fold(entry.skill)) for entry in exchanges if entry.skill and entry.kind in TEACHING}
    return (
        *_open(Side.RIGHT, right.wants, left.offers, given),
        *_open(Side.LEFT, left.wants, right.offers, given),
    )


def _open(
    side: Side, wants: Sequence[str], offers: Sequence[str], given: set[tuple[Side, str]]
) -> tuple[OpenWish, ...]:
    offered = {fold(skill) for skill in offers}
    return tuple(
        OpenWish(side, skill) for skill in wants if fold(skill) in offered and (side.other, fold(skill)) not in given
    )
