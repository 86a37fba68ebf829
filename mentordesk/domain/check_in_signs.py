"""What the check-ins of a pair tell: rounds of both sides, what each gives and gets, felt beside recorded balance.

Got and gave are an in-house indicator and no validated scale. Knows no table and no window.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from mentordesk.domain.balance import net_words
from mentordesk.domain.check_ins import QUESTIONS, CheckInRow
from mentordesk.domain.contacts import ExchangeRow
from mentordesk.domain.rounding import half_up
from mentordesk.domain.standing import Side

ROUND_DAYS = 14
"""Both sides' answers belong to one round if they came within so many days of each other."""
SHOWN_ROUNDS = 8
"""The newest rounds, which the charts show and the sentences speak of."""
FELT_STEP, RECORDED_STEP = 0.5, 2
"""So much has felt balance (of 5) and recorded balance (in points) to move to be worth a word."""
APART = 2
"""Answers of both sides that are so far apart are worth a word."""
IN_HOUSE = "An in-house indicator, no validated scale."


@dataclass(frozen=True, slots=True)
class Round:
    """One check-in of both sides; a side that was not asked is not in `sides`."""

    sides: Mapping[Side, CheckInRow] = field(default_factory=dict)

    @property
    def on(self) -> date:
        """The day of the later of the two."""
        return max(row.on for row in self.sides.values())

    def answer(self, side: Side, question: str) -> int | None:
        """1 to 5; None where the side left it open."""
        row = self.sides.get(side)
        return row.answers.given.get(question) if row else None

    @property
    def felt(self) -> float | None:
        """Mean of both sides' answers about balance; None until both are there: one alone is another figure."""
        given = [answer for side in Side if (answer := self.answer(side, "balance")) is not None]
        return sum(given) / len(given) if len(given) == len(Side) else None


def rounds(rows: Iterable[CheckInRow]) -> tuple[Round, ...]:
    """The check-ins of a pair by round, oldest first: a side stands once in each."""
    found: list[dict[Side, CheckInRow]] = []
    for _, day in groupby(sorted(rows, key=lambda row: (row.on, row.id)), key=lambda row: row.on):
        # Of one day first the side that has answered last time: then the other's answer of that day is beside it.
        for row in sorted(day, key=lambda row: not found or row.side not in found[-1]):
            if found and _belongs(found[-1], row):
                found[-1][row.side] = row
            else:
                found.append({row.side: row})
    return tuple(Round(sides) for sides in found)


def _belongs(sides: Mapping[Side, CheckInRow], row: CheckInRow) -> bool:
    first = min(it.on for it in sides.values())
    return row.side not in sides and row.on - first <= timedelta(days=ROUND_DAYS)


def latest(rows: Iterable[CheckInRow], side: Side, question: str) -> int | None:
    """The newest answer of a side to trust, value, balance, progress, got, gave or recommend."""
    own = sorted((row for row in rows if row.side is side), key=lambda row: (row.on, row.id), reverse=True)
    return next((answer for row in own if (answer := _answer(row, question)) is not None), None)


def _answer(row: CheckInRow, question: str) -> int | None:
    if question in QUESTIONS:
        return row.answers.given.get(question)
    return {"got": row.got, "gave": row.gave, "recommend": row.recommend}[question]


@dataclass(frozen=True, slots=True)
class Flow:
    """One direction of giving as both answer it last, 1 to 5: what the giver says it gave, what the receiver says it
    got. An in-house indicator, no validated scale."""

    giver: Side
    gave: int | None
    got: int | None

    @property
    def level(self) -> float | None:
        """The mean of both answers, 1.0 to 5.0; None until both are there."""
        return None if self.gave is None or self.got is None else (self.gave + self.got) / 2

    @property
    def gap(self) -> int | None:
        """Gave minus got, -4 to 4: above zero where the giver thinks it gave more than the receiver feels it got."""
        return None if self.gave is None or self.got is None else self.gave - self.got


def flows(rows: Sequence[CheckInRow]) -> tuple[Flow, Flow]:
    """Both directions, from left to right first, from the newest answers of each side."""
    to_right, to_left = (Flow(giver, latest(rows, giver, "gave"), latest(rows, giver.other, "got")) for giver in Side)
    return to_right, to_left


class NoticeKind(StrEnum):
    """What is worth noticing."""

    TOGETHER = "together"
    APART = "apart"
    DISAGREE = "disagree"


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing worth noticing, as a sentence."""

    kind: NoticeKind
    sentence: str


def recorded(entries: Iterable[ExchangeRow], on: date) -> int:
    """The account's balance on a day, all time: points left gave minus points right gave."""
    return sum(it.points if it.side is Side.LEFT else -it.points for it in entries if it.on <= on)


def worth_noticing(
    rows: Iterable[CheckInRow], entries: Sequence[ExchangeRow], left: str, right: str
) -> tuple[Notice, ...]:
    """Where the two see something differently, and how felt balance went beside the recorded one.

    Felt balance is the mean of both sides' answers of a round, recorded balance the account's on its day; both from
    the first to the last such round of the newest eight. `left` and `right` are first names.
    """
    shown = rounds(rows)[-SHOWN_ROUNDS:]
    movement = _movement(shown, entries, left, right)
    return tuple(notice for notice in (movement, _disagreement(shown, left, right)) if notice is not None)


def _movement(shown: Sequence[Round], entries: Sequence[ExchangeRow], left: str, right: str) -> Notice | None:
    asked = [it for it in shown if it.felt is not None]
    if len(asked) < 2:
        return None
    nets = recorded(entries, asked[0].on), recorded(entries, asked[-1].on)
    felt = (asked[-1].felt or 0) - (asked[0].felt or 0)
    to_even = abs(nets[0]) - abs(nets[1])
    felt_moved, record_moved = abs(felt) >= FELT_STEP, abs(to_even) >= RECORDED_STEP
    if not felt_moved and not record_moved:
        return None
    said, went = _felt_words(asked[0], asked[-1]), _went(nets, left, right)
    if felt_moved and record_moved and (felt > 0) == (to_even > 0):
        return Notice(NoticeKind.TOGETHER, f"{said} as the recorded balance {went}.")
    return Notice(NoticeKind.APART, f"{said} while the recorded balance {went}. {_question(felt, to_even)}")


def _felt_words(first: Round, last: Round) -> str:
    """ "Felt balance rose from 3 to 4 on both sides"."""
    before, after = first.felt or 0, last.felt or 0
    moved = after - before
    if abs(moved) < FELT_STEP:
        return f"Felt balance stayed at {_number(after)}"
    alike = all(len({it.answer(side, "balance") for side in Side}) == 1 for it in (first, last))
    both = " on both sides" if alike else ""
    return f"Felt balance {'rose' if moved > 0 else 'fell'} from {_number(before)} to {_number(after)}{both}"


def _number(value: float) -> str:
    return f"{half_up(value, 1):g}"


def _went(nets: tuple[int, int], left: str, right: str) -> str:
    """ "went from Amara +4 to +1": a name is said once where it stays the same."""
    before, after = (net_words(net, left, right) for net in nets)
    if before == after:
        return f"stayed at {after}" if nets[1] else "stayed even"
    if nets[0] * nets[1] > 0:
        after = f"+{abs(nets[1])}"
    return f"went from {_within(before)} to {_within(after)}"


def _within(words: str) -> str:
    return "even" if words == "Even" else words


def _question(felt: float, to_even: int) -> str:
    if abs(felt) < FELT_STEP:
        return "Do both see what is on record?" if to_even < 0 else "Have both noticed?"
    return "Is something given that is not on record?" if felt > 0 else "What is missing that no entry shows?"


def _disagreement(shown: Sequence[Round], left: str, right: str) -> Notice | None:
    """Of the last round; the widest gap counts, among equals balance first."""
    if not shown:
        return None
    gaps = {}
    for question in ("balance", *QUESTIONS):
        answers = tuple(shown[-1].answer(side, question) for side in Side)
        if None not in answers:
            gaps[question] = answers
    widest = max(gaps, key=lambda it: _distance(gaps[it]), default=None)
    if widest is None or _distance(gaps[widest]) < APART:
        return None
    ours, theirs = gaps[widest]
    sentence = f"The two see {widest} differently: {left} says {ours}, {right} {theirs}. What does each have in mind?"
    return Notice(NoticeKind.DISAGREE, sentence)


def _distance(answers: tuple[int | None, ...]) -> int:
    first, second = answers
    return abs((first or 0) - (second or 0))
