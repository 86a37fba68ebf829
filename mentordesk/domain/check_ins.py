"""Check-ins: what one side answers, and the latest answers of many pairs. What a pair's check-ins tell is said in
check_in_signs; what may be recorded in check_in_rules."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentordesk.domain.health import Answers
from mentordesk.domain.rounding import half_up
from mentordesk.domain.standing import Side

QUESTIONS = ("trust", "value", "balance", "progress")
"""In the order they are asked."""
ENOUGH = 4
"""An answer under this is worth a look."""


class Fit(StrEnum):
    """How the two feel after the first meeting."""

    GOOD = "good"
    DECIDING = "deciding"
    NOT_A_FIT = "not_a_fit"

    @property
    def word(self) -> str:
        return {"good": "Good", "deciding": "Still deciding", "not_a_fit": "Not a good fit"}[self.value]


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """An answer, 1 to 5, to one of the program's own questions, with the question as it stood."""

    question: str
    answer: int


@dataclass(frozen=True, slots=True)
class CheckInForm:
    """What one side answers on a day: 1 to 5 (`got` and `gave` too), `recommend` 0 to 10; None where it was left open.
    `skipped` notes that the side was asked and did not answer: then there is nothing else."""

    pair_id: int
    side: Side
    on: date
    trust: int | None = None
    value: int | None = None
    balance: int | None = None
    progress: int | None = None
    got: int | None = None
    gave: int | None = None
    recommend: int | None = None
    fit: Fit | None = None
    comment: str = ""
    own: tuple[OwnAnswer, ...] = ()
    skipped: bool = False


NO_ANSWERS = Answers()
"""Of a side that was asked and did not answer."""


@dataclass(frozen=True, slots=True)
class CheckInRow:
    """A check-in on record. `who` is the first name of the side; the comment is for coordinators alone; `late` says
    that the answer came in a form after its last day."""

    id: int
    pair_id: int
    side: Side
    who: str
    on: date
    answers: Answers = NO_ANSWERS
    got: int | None = None
    gave: int | None = None
    recommend: int | None = None
    fit: Fit | None = None
    comment: str = ""
    own: tuple[OwnAnswer, ...] = ()
    skipped: bool = False
    late: bool = False


@dataclass(frozen=True, slots=True)
class PairAnswers:
    """What both sides of a pair have answered last; None for a side that has not. `id` is the pair's."""

    id: int
    pair: str
    left: Answers | None
    right: Answers | None

    def answer(self, question: str) -> tuple[int | None, int | None]:
        """The answers of left and right to one question."""
        left, right = (side.given.get(question) if side else None for side in (self.left, self.right))
        return left, right


@dataclass(frozen=True, slots=True)
class QuestionMean:
    """The means of one question, 1.0 to 5.0 with one decimal; None where no one of that side has answered."""

    question: str
    left: float | None
    right: float | None


@dataclass(frozen=True, slots=True)
class LatestCheckIn:
    """The pairs of a scope with their latest answers."""

    pairs: tuple[PairAnswers, ...]

    @property
    def means(self) -> tuple[QuestionMean, ...]:
        """All questions in their order; empty where nobody has answered yet."""
        found = tuple(QuestionMean(each, *self._sides(each)) for each in QUESTIONS)
        return found if any(it.left is not None or it.right is not None for it in found) else ()

    def lowest(self, side: int) -> str | None:
        """The question a side (0 left, 1 right) has answered lowest; None where two or more share that place."""
        shown = {it.question: (it.left, it.right)[side] for it in self.means}
        known = {question: mean for question, mean in shown.items() if mean is not None}
        least = [question for question, mean in known.items() if mean == min(known.values())]
        return least[0] if len(least) == 1 else None

    def with_low_answer(self) -> tuple[PairAnswers, ...]:
        """The pairs in which a side has answered any question with less than `ENOUGH`."""
        return tuple(pair for pair in self.pairs if (lowest((pair.left, pair.right)) or ENOUGH) < ENOUGH)

    def _sides(self, question: str) -> tuple[float | None, float | None]:
        answers = [pair.answer(question) for pair in self.pairs]
        return _mean([left for left, _ in answers]), _mean([right for _, right in answers])


def lowest(sides: Iterable[Answers | None]) -> int | None:
    """The lowest answer of some sides to any question, 1 to 5; None where none of them has answered."""
    return min((answer for side in sides if side for answer in side.given.values()), default=None)


def _mean(answers: Sequence[int | None]) -> float | None:
    given = [answer for answer in answers if answer is not None]
    return half_up(sum(given) / len(given), 1) if given else None
