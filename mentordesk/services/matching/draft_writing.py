"""Drafts written: made, kept after each change, renamed, removed. A change writes only the pairs that differ."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from mentordesk.data.records import MatchChoice, MatchDraft
from mentordesk.data.tables import Cohort
from mentordesk.domain.errors import FieldError
from mentordesk.domain.matching.draft import DraftSettings
from mentordesk.domain.matching.draft_settings import as_mapping, checked
from mentordesk.domain.matching.people import Shape
from mentordesk.domain.matching.questions import Fixed
from mentordesk.domain.matching.result import Proposal, ProposedPair
from mentordesk.domain.matching.task import Cell
from mentordesk.domain.text import fold
from mentordesk.services.desk import name_step, now
from mentordesk.services.matching import draft_stale, matching
from mentordesk.services.matching.draft_rows import ASKED, FORBIDDEN, PINNED, PROPOSED, row_of

_NUMBERED = re.compile(r"draft (\d{1,9})")
_HUNDREDTHS = 100


@dataclass(frozen=True, slots=True)
class _Choice:
    """A row of a draft but for whom it is about."""

    state: str
    fit: int | None = None
    round: int = 1
    circle: int = 0


def create(
    session: Session, cohort_id: int, settings: DraftSettings, fixed: Fixed, proposals: Sequence[Proposal]
) -> int:
    """A new draft of a cohort, a proposal a round; returns its id. It is called "Draft 1", or by the next number.

    Raises NotFoundError, and UserError where the settings cannot be kept: where every weight is 0, say.
    """
    facts = matching.cohort(session, cohort_id)
    draft = MatchDraft(cohort_id=cohort_id, name=_next_name(session, cohort_id), made_at=now(session))
    draft.settings = _kept(session, cohort_id, settings, proposals)
    session.add(draft)
    session.flush()
    _write(session, draft.id, _wanted(settings, fixed, proposals))
    name_step(session, f"Suggest pairs for {facts.name}")
    return draft.id


def copy(session: Session, draft_id: int) -> int:
    """A new draft with the pairs, settings and fixed pairs of another, to be changed while that one stays; returns its
    id. Raises NotFoundError."""
    draft, own = row_of(session, draft_id), MatchChoice
    made = MatchDraft(cohort_id=draft.cohort_id, name=_next_name(session, draft.cohort_id), made_at=now(session))
    made.settings = draft.settings
    session.add(made)
    session.flush()
    columns = (own.left_id, own.right_id, own.state, own.fit, own.round, own.circle)
    found = session.execute(select(*columns).where(own.draft_id == draft_id).order_by(own.id)).all()
    if found:
        session.execute(insert(own), [{"draft_id": made.id, **row._mapping} for row in found])
    name_step(session, f"Copy {draft.name} to {made.name}")
    return made.id


def _next_name(session: Session, cohort_id: int) -> str:
    """By the number above the highest there is."""
    names = session.scalars(select(MatchDraft.name).where(MatchDraft.cohort_id == cohort_id))
    numbered = (_NUMBERED.fullmatch(fold(name.strip())) for name in names)
    return f"Draft {max((int(found[1]) for found in numbered if found), default=0) + 1}"


def keep(
    session: Session, draft_id: int, settings: DraftSettings, fixed: Fixed, proposals: Sequence[Proposal], label: str
) -> None:
    """Keep a draft as it is after a change, in one step of history called `label`: a draft in which nothing differs is
    not written at all. Raises NotFoundError, and UserError where the settings cannot be kept."""
    draft = row_of(session, draft_id)
    kept = _kept(session, draft.cohort_id, settings, proposals)
    if kept != draft.settings:
        draft.settings = kept
    _write(session, draft_id, _wanted(settings, fixed, proposals))
    name_step(session, label)


def _kept(
    session: Session, cohort_id: int, settings: DraftSettings, proposals: Sequence[Proposal]
) -> Mapping[str, Any]:
    """The settings with what tells later whether the draft is stale. What history would note again with each pin, the
    figures, is in the choices."""
    kept = as_mapping(checked(settings)) | draft_stale.beside(session, cohort_id, settings)
    return kept | ({ASKED: _asked(proposals[0], settings)} if proposals else {})


def _asked(first: Proposal, settings: DraftSettings) -> int:
    """How many mentees or peers were to be matched: those with a pair and those without."""
    matched = {pair.mentee for pair in first.pairs}
    if settings.shape is Shape.PEERS:
        matched |= {pair.mentor for pair in first.pairs}
    return len(matched) + len(first.unmatched_mentees)


def _wanted(settings: DraftSettings, fixed: Fixed, proposals: Sequence[Proposal]) -> dict[Cell, _Choice]:
    """The rows a draft has, by (mentee, mentor). A pair is there once, in its first round."""
    ways = _both_ways if settings.shape is Shape.PEERS else _one_way
    pins, forbids = ways(fixed.pins), ways(fixed.forbids)
    found: dict[Cell, _Choice] = {}
    for number, proposal in enumerate(proposals, start=1):
        for pair in proposal.pairs:
            cell = (pair.mentee, pair.mentor)
            if cell not in forbids or cell in pins:
                state = PINNED if cell in pins else PROPOSED
                found.setdefault(cell, _Choice(state, _fit(pair, proposal), number, pair.circle))
    there = ways(found)
    found |= {cell: _Choice(PINNED) for cell in sorted(fixed.pins) if cell not in there}
    there = ways(found)
    return found | {cell: _Choice(FORBIDDEN) for cell in sorted(fixed.forbids) if cell not in there}


def _one_way(cells: Iterable[Cell]) -> frozenset[Cell]:
    return frozenset(cells)


def _both_ways(cells: Iterable[Cell]) -> frozenset[Cell]:
    return frozenset(way for cell in cells for way in (cell, cell[::-1]))


def _fit(pair: ProposedPair, proposal: Proposal) -> int:
    """In hundredths, half up: a score table may be finer."""
    return (2 * pair.fit * _HUNDREDTHS + proposal.per_point) // (2 * proposal.per_point)


def _write(session: Session, draft_id: int, wanted: Mapping[Cell, _Choice]) -> None:
    own = MatchChoice
    columns = (own.id, own.right_id, own.left_id, own.state, own.fit, own.round, own.circle)
    there = {(row[1], row[2]): row for row in session.execute(select(*columns).where(own.draft_id == draft_id))}
    gone = [row[0] for cell, row in there.items() if cell not in wanted]
    if gone:
        session.execute(delete(own).where(own.id.in_(gone)))
    changed = [
        {"id": there[cell][0], **_values(each)}
        for cell, each in wanted.items()
        if cell in there and _Choice(*there[cell][3:]) != each
    ]
    if changed:
        session.execute(update(own), changed)
    new = [
        {"draft_id": draft_id, "right_id": mentee, "left_id": mentor, **_values(each)}
        for (mentee, mentor), each in wanted.items()
        if (mentee, mentor) not in there
    ]
    if new:
        session.execute(insert(own), new)


def _values(choice: _Choice) -> dict[str, Any]:
    return {"state": choice.state, "fit": choice.fit, "round": choice.round, "circle": choice.circle}


def rename(session: Session, draft_id: int, name: str) -> None:
    """Call a draft by another name. Raises FieldError for `name`, with a free one where another draft has it."""
    draft = row_of(session, draft_id)
    new, old = name.strip(), draft.name
    if not new:
        raise FieldError("name", "Give the draft a name.")
    others = select(MatchDraft.name).where(MatchDraft.cohort_id == draft.cohort_id, MatchDraft.id != draft_id)
    taken = {fold(each.strip()) for each in session.scalars(others)}
    if fold(new) in taken:
        message = f"There is a draft “{new}” of this cohort already. Choose another name."
        raise FieldError("name", message, proposal=_free(new, taken))
    draft.name = new
    name_step(session, f"Rename {old} to {new}")


def _free(name: str, taken: set[str]) -> str:
    number = 2
    while fold(f"{name} ({number})") in taken:
        number += 1
    return f"{name} ({number})"


def remove(session: Session, draft_id: int) -> None:
    """Take a draft off the desk. Pairs that were made of it stay."""
    draft = row_of(session, draft_id)
    cohort = session.get_one(Cohort, draft.cohort_id)
    name_step(session, f"Remove {draft.name} of {cohort.name}")
    session.delete(draft)
