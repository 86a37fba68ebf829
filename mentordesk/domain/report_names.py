"""How people are called in a report that leaves names out: initials, or their role and the number of their pair."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from mentordesk.domain.closing import NamedBenefits
from mentordesk.domain.contacts import ContactRow, ExchangeRow
from mentordesk.domain.milestones import MilestoneRow, owner_name
from mentordesk.domain.pairs import PairRow
from mentordesk.domain.programs import Format
from mentordesk.domain.reporting import CheckInLine, Listed, NameStyle, ParticipantRow, ReportRows
from mentordesk.domain.standing import Side

RowT = TypeVar("RowT")


@dataclass(frozen=True, slots=True)
class Called:
    """How the two of a pair are called in a report."""

    left: str
    right: str

    @property
    def pair(self) -> str:
        return f"{self.left} & {self.right}"

    def of(self, side: Side) -> str:
        return self.left if side is Side.LEFT else self.right


def initials(name: str) -> str:
    """The first letter of every part: "Amara Okonkwo" is "A. O."."""
    return " ".join(f"{part[0].upper()}." for part in name.split())


def called(pair_id: int, left: str, right: str, format_: Format, style: NameStyle) -> Called:
    """Both sides in a style. Without names they are "Mentor 12" and "Mentee 12", of pair 12 on every sheet."""
    if style is NameStyle.FULL:
        return Called(left, right)
    if style is NameStyle.INITIALS:
        return Called(initials(left), initials(right))
    if format_ is Format.PEER:
        return Called(f"Peer {pair_id}a", f"Peer {pair_id}b")
    return Called(f"Mentor {pair_id}", f"Mentee {pair_id}")


def without_names(rows: ReportRows, sides: Mapping[int, Called]) -> ReportRows:
    """The rows in the report's style; `sides` has the two of every pair by its id. E-mail addresses and employee
    numbers, which name a person too, are left out; without any names the words about what was given are as well."""
    if rows.names is NameStyle.FULL:
        return rows
    bare = rows.names is NameStyle.NONE
    return replace(
        rows,
        participants=_each(rows.participants, [_participant(row, bare) for row in rows.participants.rows]),
        pairs=_each(rows.pairs, [_pair(row, sides[row.id], bare) for row in rows.pairs.rows]),
        milestones=_each(rows.milestones, [_milestone(row, sides[row.pair_id]) for row in rows.milestones.rows]),
        contacts=_each(rows.contacts, [_contact(row, sides[row.pair_id]) for row in rows.contacts.rows]),
        exchanges=_each(rows.exchanges, [_exchange(row, sides[row.pair_id], bare) for row in rows.exchanges.rows]),
        check_ins=_each(rows.check_ins, [_check_in(row, sides[row.pair_id]) for row in rows.check_ins.rows]),
        named=replace(rows.named, sides=tuple(_named(row, sides[row.pair_id]) for row in rows.named.sides)),
    )


def _each(listed: Listed[RowT], rows: Sequence[RowT]) -> Listed[RowT]:
    return Listed(rows, listed.count)


def _participant(row: ParticipantRow, bare: bool) -> ParticipantRow:
    name = f"Participant {row.id}" if bare else initials(row.name)
    return replace(row, name=name, email="", employee_number="")


def _pair(row: PairRow, sides: Called, bare: bool) -> PairRow:
    through = "" if bare else initials(row.introduced_by)
    return replace(row, left=sides.left, right=sides.right, left_email="", right_email="", introduced_by=through)


def _milestone(row: MilestoneRow, sides: Called) -> MilestoneRow:
    owner = owner_name(row.owner, sides.left, sides.right, row.format)
    return replace(row, left=sides.left, right=sides.right, owner_name=owner)


def _contact(row: ContactRow, sides: Called) -> ContactRow:
    return replace(row, pair=sides.pair)


def _exchange(row: ExchangeRow, sides: Called, bare: bool) -> ExchangeRow:
    other = Side.RIGHT if row.side is Side.LEFT else Side.LEFT
    what = "" if bare else row.what
    return replace(row, pair=sides.pair, giver=sides.of(row.side), receiver=sides.of(other), what=what)


def _check_in(row: CheckInLine, sides: Called) -> CheckInLine:
    return replace(row, pair=sides.pair, who=sides.of(row.side))


def _named(row: NamedBenefits, sides: Called) -> NamedBenefits:
    return replace(row, pair=sides.pair, name=sides.of(row.side))
