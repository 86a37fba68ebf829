"""A small task, and questions that make the process of matching hang or fall."""

from dataclasses import dataclass

from mentordesk.domain.matching.task import Task
from tests.domain.matching.crowds import table_task

SCORES = {(1, 11): 90, (1, 12): 85, (2, 11): 70, (2, 12): 40}


@dataclass(frozen=True)
class There:
    """A question that does something in the process as soon as it is read there; the answer is a bug."""

    code: str

    def __reduce__(self) -> tuple[object, ...]:
        return (eval, (self.code,))


HANG = There("__import__('threading').Event().wait()")
FALL = There("__import__('os')._exit(9)")


def small(**values: object) -> Task:
    """Two mentees and two mentors, one place each; the best pairs are (1, 12) and (2, 11)."""
    return table_task(SCORES, {1: 1, 2: 1}, {11: 1, 12: 1}, **values)
