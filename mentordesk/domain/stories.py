"""The story of a pair for the magazine: questions, answers of both sides, and when it may go out. Knows no table."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentordesk.domain.agreements import with_names
from mentordesk.domain.dates import day_month
from mentordesk.domain.people import first_name
from mentordesk.domain.questions import place_of
from mentordesk.domain.standing import Side

BOTH = "Both"
"""Who speaks where the two answered with one voice."""


class StoryState(StrEnum):
    """How far a story is."""

    NONE = "none"
    DRAFT = "draft"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class StoryForm:
    """What is typed in beside the answers. `due_on` is the day of the interview."""

    pair_id: int
    title: str = ""
    quote: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class StoryAnswerRow:
    """An answer of one side, or of both together (`side` None), to the question as it stood then."""

    id: int
    question: str
    position: int
    side: Side | None
    text: str


@dataclass(frozen=True, slots=True)
class StoryQuestionRow:
    """A question as this pair reads it, with what was said: at most one answer a side."""

    question: str
    answers: tuple[StoryAnswerRow, ...] = ()

    def of(self, side: Side | None) -> str:
        """What a side said; "" where it has not."""
        return next((answer.text for answer in self.answers if answer.side is side), "")


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """Whether a side was asked, and has agreed that the story appears."""

    side: Side
    name: str
    asked_on: date | None = None
    agreed_on: date | None = None

    @property
    def first(self) -> str:
        return first_name(self.name)

    def words(self, today: date) -> str:
        """ "Amara agreed on 1 June", "Jonas: asked on 2 June", "Jonas: not asked yet"."""
        if self.agreed_on is not None:
            return f"{self.first} agreed on {day_month(self.agreed_on, today)}"
        if self.asked_on is not None:
            return f"{self.first}: asked on {day_month(self.asked_on, today)}"
        return f"{self.first}: not asked yet"


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One pair's story. `questions` are those of its program and those it has answered."""

    pair_id: int
    title: str
    quote: str
    due_on: date | None
    left: ConsentRow
    right: ConsentRow
    questions: tuple[StoryQuestionRow, ...]

    @property
    def sides(self) -> tuple[ConsentRow, ConsentRow]:
        return self.left, self.right

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(bool(question.answers) for question in self.questions)

    @property
    def state(self) -> StoryState:
        if all(side.agreed_on for side in self.sides) and self.answered:
            return StoryState.AGREED
        begun = self.answered or self.title or self.quote or any(side.agreed_on for side in self.sides)
        return StoryState.DRAFT if begun else StoryState.NONE

    @property
    def word(self) -> str:
        """The state as a chip says it: "No draft", "Draft 5 of 6", "Both agreed"."""
        if self.state is StoryState.DRAFT:
            return f"Draft {self.answered} of {len(self.questions)}"
        return {StoryState.NONE: "No draft", StoryState.AGREED: "Both agreed"}[self.state]

    @property
    def missing(self) -> tuple[str, ...]:
        """What is missing before the story may go out, in sentences; empty where nothing is."""
        found = [] if self.answered else ["No question is answered yet."]
        found += [f"{side.first} has not agreed yet." for side in self.sides if side.agreed_on is None]
        return tuple(found)

    def speaker(self, side: Side | None) -> str:
        """The first name before an answer, or Both."""
        return BOTH if side is None else (self.left if side is Side.LEFT else self.right).first


def merged(
    questions: Sequence[tuple[str, bool]], answers: Sequence[StoryAnswerRow], mentor: str, mentee: str
) -> tuple[StoryQuestionRow, ...]:
    """The questions a pair is asked, as (text, hidden), in their order, with what was answered.

    A hidden one is left out unless it was answered. Answers to questions that are not asked any more, or in other
    words, keep their question and stand where it stood.
    """
    texts = [text for text, _ in questions]
    found: dict[int, list[StoryAnswerRow]] = defaultdict(list)
    former: dict[str, list[StoryAnswerRow]] = defaultdict(list)
    for answer in answers:
        at = place_of(texts, answer.question, mentor, mentee)
        (former[answer.question] if at is None else found[at]).append(answer)
    rows = [
        (at, 0, StoryQuestionRow(with_names(text, mentor, mentee), tuple(found[at])))
        for at, (text, hidden) in enumerate(questions)
        if found[at] or not hidden
    ]
    rows += [(given[0].position, 1, StoryQuestionRow(text, tuple(given))) for text, given in former.items()]
    return tuple(row for *_, row in sorted(rows, key=lambda place: place[:2]))
