"""What the two sides of a proposed pair said to it, in plain rows and in words. Knows no table and no window."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mentordesk.domain.cohorts import roles_of
from mentordesk.domain.dates import day_month, short
from mentordesk.domain.pairs import EndReason, OfTwo, PairStatus
from mentordesk.domain.people import first_name
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import Side
from mentordesk.domain.wording import counted

RECENT_DAYS = 28
"""So long a declined pair stays in the list while one of its people has no pair."""


@dataclass(frozen=True, slots=True)
class SideAnswer:
    """A yes or a no, the day it was given, and what the side said with it."""

    accepted: bool
    on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class AnswerRow(OfTwo):
    """A proposed pair, or one that a side has declined. `fit` is in hundredths of a point, None where no draft has the
    pair; `proposed_on` is None where history does not tell; `days` is how long an answer is waited for (then since the
    first answer), None where none is or nobody knows; `waiting` are the person ids of a declined pair who have a place
    and no pair."""

    id: int
    cohort_id: int | None
    left_id: int
    right_id: int
    left: str
    right: str
    left_title: str
    right_title: str
    format: Format
    status: PairStatus
    end_reason: EndReason | None = None
    fit: int | None = None
    circle: str = ""
    left_answer: SideAnswer | None = None
    right_answer: SideAnswer | None = None
    proposed_on: date | None = None
    days: int | None = None
    waiting: tuple[int, ...] = ()

    @property
    def proposed(self) -> bool:
        return self.status is PairStatus.PROPOSED

    @property
    def declined(self) -> bool:
        """Ended before it began, because a side said no."""
        return self.status is PairStatus.ENDED and self.end_reason is EndReason.DECLINED

    @property
    def ready(self) -> bool:
        """Both have said yes: the pair may start."""
        return self.proposed and not self.unanswered and all(each.accepted for each in self._answers())

    @property
    def unanswered(self) -> tuple[Side, ...]:
        """The sides that a proposed pair waits for."""
        return tuple(side for side in Side if self.proposed and self.answer(side) is None)

    def _answers(self) -> Iterable[SideAnswer]:
        return (answer for side in Side if (answer := self.answer(side)) is not None)

    def answer(self, side: Side) -> SideAnswer | None:
        return self.left_answer if side is Side.LEFT else self.right_answer

    def person_id(self, side: Side) -> int:
        return self.left_id if side is Side.LEFT else self.right_id

    def person(self, side: Side) -> str:
        """The full name of a side."""
        return self.left if side is Side.LEFT else self.right

    def first_name(self, side: Side) -> str:
        return first_name(self.person(side))


@dataclass(frozen=True, slots=True)
class NextBest:
    """Somebody who still has a place, for one of a declined pair. `fit` in hundredths of a point; the rest is what the
    other pairs that may still come would lose or gain: `total` in hundredths, `unmatched` mentees more or fewer."""

    person_id: int
    person: str
    other_id: int
    other: str
    mentee_id: int
    mentor_id: int
    fit: int
    total: int = 0
    unmatched: int = 0


@dataclass(frozen=True, slots=True)
class NextBestOf:
    """The best others for one of a declined pair, best first; none where nobody who fits has a place."""

    person_id: int
    person: str
    found: tuple[NextBest, ...] = ()


def side_words(format_: Format) -> tuple[str, str]:
    """What the two columns of answers are called: by role, of peers by place."""
    if format_ is Format.PEER:
        return "First peer", "Second peer"
    left, right = roles_of(format_)
    return left.word, right.word


def said(row: AnswerRow, today: date) -> str:
    """ "Amara accepted on 3 June, Jonas has not answered"; of two who did the same in one breath."""
    left, right = row.left_answer, row.right_answer
    if left is None and right is None and row.proposed:
        return f"Neither {row.first_name(Side.LEFT)} nor {row.first_name(Side.RIGHT)} has answered yet"
    if left is not None and right is not None and left.accepted == right.accepted:
        return f"{_side_said(row, Side.LEFT, today)}, {row.first_name(Side.RIGHT)} on {day_month(right.on, today)}"
    return ", ".join(_side_said(row, side, today) for side in Side)


def _side_said(row: AnswerRow, side: Side, today: date) -> str:
    answer = row.answer(side)
    if answer is None:
        return f"{row.first_name(side)} {'has' if row.proposed else 'had'} not answered"
    return f"{row.first_name(side)} {_verb(answer)} on {day_month(answer.on, today)}"


def _verb(answer: SideAnswer) -> str:
    return "accepted" if answer.accepted else "declined"


def answer_words(answer: SideAnswer | None, today: date) -> str:
    """In a table: "Accepted 3 Jun", "Declined 3 Jun", "No answer yet"."""
    return f"{_verb(answer).capitalize()} {short(answer.on, today)}" if answer else "No answer yet"


def waiting_words(row: AnswerRow) -> str:
    """How long an answer is waited for, or why no more."""
    if row.declined:
        return "Declined"
    if row.ready:
        return "Both said yes"
    if row.days is None:
        return "Waiting"
    return counted(row.days, "day") if row.days else "Since today"


def points(hundredths: int) -> str:
    """A fit in whole points, rounded half up."""
    return str((hundredths + 50) // 100)


def cost_words(choice: NextBest) -> str:
    """What choosing it would change for the others, empty where nothing."""
    parts = []
    if choice.unmatched > 0:
        parts.append(f"{choice.unmatched} more without a pair")
    rounded = (abs(choice.total) + 50) // 100
    if rounded:
        sign = "+" if choice.total > 0 else "−"
        parts.append(f"total of those who wait {sign}{rounded}")
    return ", ".join(parts)
