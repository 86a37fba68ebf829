"""The files being looked through and what was decided about their responses. Stores nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from mentordesk.domain.responses import Decisions, PairChoice
from mentordesk.domain.standing import Side

if TYPE_CHECKING:
    from mentordesk.services.responses.responses import ResponseFiles, ResponseRequest


@dataclass(slots=True)
class AnswersDraft:
    """Files as read, the columns of their exports, and decisions by the response's id."""

    files: "ResponseFiles"
    mappings: list[dict[str, str | None]] = field(default_factory=list)
    whose: dict[int, tuple[int, Side]] = field(default_factory=dict)
    edits: dict[int, dict[str, str]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    left_out: set[int] = field(default_factory=set)
    asked_on: date | None = None

    def assign(self, row_id: int, choice: PairChoice) -> None:
        self.whose[row_id] = (choice.pair_id, choice.side)

    def type(self, row_id: int, name: str, text: str) -> None:
        self.edits.setdefault(row_id, {})[name] = text

    def leave_out(self, row_id: int, out: bool) -> None:
        (self.left_out.add if out else self.left_out.discard)(row_id)

    def forget(self, row_id: int) -> None:
        """As it was in the file."""
        self.whose.pop(row_id, None)
        self.edits.pop(row_id, None)
        self.taken.discard(row_id)
        self.left_out.discard(row_id)

    def decided(self, row_id: int) -> bool:
        return row_id in self.whose or row_id in self.edits or row_id in self.taken

    @property
    def count(self) -> int:
        """How many responses something was decided about."""
        return len({*self.whose, *self.edits, *self.taken, *self.left_out})

    def request(self) -> "ResponseRequest":
        """What is asked of the service: a copy, for another thread."""
        from mentordesk.services.responses.responses import ResponseRequest

        decisions = Decisions(
            dict(self.whose),
            {row_id: dict(texts) for row_id, texts in self.edits.items()},
            frozenset(self.taken),
            frozenset(self.left_out),
        )
        mappings: tuple[Mapping[str, str | None], ...] = tuple(dict(it) for it in self.mappings)
        return ResponseRequest(self.files, mappings, decisions, self.asked_on)


@dataclass(frozen=True, slots=True)
class Looked:
    """What the desk says to a draft: the preview, the pairs that responses may be of, the columns as guessed."""

    preview: Any
    pairs: tuple[PairChoice, ...]
    mappings: tuple[dict[str, str | None], ...]
    own: tuple[str, ...]


def look(session: Any, draft: AnswersDraft) -> Looked:
    """Read in the background. A UserError about the columns takes the place of the preview."""
    from mentordesk.domain.errors import UserError
    from mentordesk.services.responses import responses

    guessed = [responses.guess(session, it) for it in draft.files.exports]
    mappings = [*draft.mappings, *guessed[len(draft.mappings) :]]
    asked = replace(draft.request(), mappings=tuple(mappings))
    own = responses.own_questions(session)
    pairs = responses.pair_choices(session)
    try:
        return Looked(responses.preview(session, asked), pairs, tuple(mappings), own)
    except UserError as error:
        return Looked(error, pairs, tuple(mappings), own)
