"""The questions a program asks: in check-ins, when a pair closes, for its story. Knows no answer and no table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from mentordesk.domain.agreements import with_names

LONGEST = 200
"""Letters of a question: the forms put it above a column."""


class QuestionSet(StrEnum):
    CHECK_IN = "check_in"
    CLOSING = "closing"
    STORY = "story"

    @property
    def word(self) -> str:
        return {"check_in": "Check-in", "closing": "Closing survey", "story": "Story"}[self.value]


@dataclass(frozen=True, slots=True)
class QuestionForm:
    """A question as typed in. {mentor} and {mentee} in it become the names of a pair."""

    program_id: int
    question_set: QuestionSet
    text: str
    id: int | None = None


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question of a program and how often it was answered."""

    id: int
    question_set: QuestionSet
    text: str
    hidden: bool
    answers: int

    @property
    def why_kept(self) -> str:
        """Why it cannot be removed; "" where it can."""
        if not self.answers:
            return ""
        times = "once" if self.answers == 1 else f"{self.answers} times"
        return f"Answered {times}: it can be hidden, not removed"


def place_of(questions: Sequence[str], asked: str, mentor: str, mentee: str) -> int | None:
    """Which of the questions was asked, with the names of a pair in it; None where it is none of them.

    Names may have changed since: then it is the only question that has these words around its names.
    """
    for at, question in enumerate(questions):
        if asked in (question, with_names(question, mentor, mentee)):
            return at
    alike = [at for at, question in enumerate(questions) if _is_like(question, asked)]
    return alike[0] if len(alike) == 1 else None


def _is_like(question: str, asked: str) -> bool:
    parts = re.split(r"\{mentor\}|\{mentee\}", question)
    return len(parts) > 1 and re.fullmatch(".+".join(map(re.escape, parts)), asked) is not None
