"""The drafts of a cohort as the desk keeps them, read: each with its pairs, what is fixed, and its figures."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.records import MatchChoice, MatchDraft
from mentordesk.domain.errors import NotFoundError, UserError
from mentordesk.domain.matching.draft import Draft, DraftPair, DraftRow, DraftSettings
from mentordesk.domain.matching.draft_settings import draft_settings
from mentordesk.domain.matching.draft_stale import Prints, read_prints
from mentordesk.domain.matching.questions import Fixed
from mentordesk.domain.pairs import short_name
from mentordesk.domain.text import fold
from mentordesk.services.matching import matching
from mentordesk.services.matching.matching import CohortFacts

PROPOSED, PINNED, FORBIDDEN = "proposed", "pinned", "forbidden"
"""The states of a choice. A choice without a fit is no pair of the draft: forbidden, or a pin nothing came of."""
PRINTS, ASKED, TABLE = "people", "asked", "table"
"""What a draft keeps beside its settings: the prints of its people, how many were to be matched, the score table."""


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft with the mapping it keeps and its choices. `fault` says why its settings cannot be read; then it has
    those of `usual`."""

    draft: Draft
    kept: Mapping[str, Any]
    fault: str = ""

    @property
    def prints(self) -> Prints:
        return read_prints(self.kept.get(PRINTS))

    def row(self, names: Mapping[int, str], peers: bool) -> DraftRow:
        """Its line in the list of drafts."""
        draft = self.draft
        first = [pair for pair in draft.pairs if pair.round == 1]
        fits = [pair.fit for pair in first]
        lowest = min(first, key=lambda pair: (pair.fit, fold(names.get(pair.mentee, ""))), default=None)
        matched = {pair.mentee for pair in first} | ({pair.mentor for pair in first} if peers else set())
        asked = self.kept.get(ASKED)
        return DraftRow(
            id=draft.id,
            name=draft.name,
            made_at=draft.made_at,
            goal=draft.settings.rules.goal,
            pairs=len(first),
            total=sum(fits),
            average=(2 * sum(fits) + len(fits)) // (2 * len(fits)) if fits else 0,
            lowest=min(fits, default=0),
            lowest_names=_names(lowest, names) if lowest else "",
            unmatched=max(0, asked - len(matched)) if type(asked) is int else 0,
            pinned=len(draft.fixed.pins),
            forbidden=len(draft.fixed.forbids),
        )


def _names(pair: DraftPair, names: Mapping[int, str]) -> str:
    return short_name(names.get(pair.mentee, "Somebody"), names.get(pair.mentor, "somebody"))


def drafts(session: Session, cohort_id: int, facts: CohortFacts) -> list[KeptDraft]:
    """The drafts of a cohort, the oldest first, in two statements."""
    own = MatchDraft
    query = select(own.id, own.cohort_id, own.name, own.made_at, own.settings).where(own.cohort_id == cohort_id)
    found = session.execute(query.order_by(own.id)).all()
    choices = _choices(session, cohort_id)
    return [_kept(row, choices[row.id], facts) for row in found]


def find(session: Session, draft_id: int) -> KeptDraft:
    """One draft. Raises NotFoundError."""
    row = row_of(session, draft_id)
    facts = matching.cohort(session, row.cohort_id)
    return next(each for each in drafts(session, row.cohort_id, facts) if each.draft.id == draft_id)


def row_of(session: Session, draft_id: int) -> MatchDraft:
    """The draft's own row, to be changed. Raises NotFoundError."""
    found = session.get(MatchDraft, draft_id)
    if found is None:
        raise NotFoundError("This draft is not in the desk any more.", advice="It may have been removed or undone.")
    return found


def _choices(session: Session, cohort_id: int) -> Mapping[int, list[Any]]:
    own = MatchChoice
    query = select(own.draft_id, own.left_id, own.right_id, own.state, own.fit, own.round, own.circle)
    query = query.join(MatchDraft, MatchDraft.id == own.draft_id).where(MatchDraft.cohort_id == cohort_id)
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in session.execute(query.order_by(own.round, own.id)):
        found[row.draft_id].append(row)
    return found


def _kept(row: Any, choices: Iterable[Any], facts: CohortFacts) -> KeptDraft:
    settings, fault = _settings(row, facts)
    listed = list(choices)
    draft = Draft(
        id=row.id,
        cohort_id=row.cohort_id,
        name=row.name,
        made_at=row.made_at,
        settings=settings,
        fixed=Fixed(*(_cells(listed, state) for state in (PINNED, FORBIDDEN))),
        pairs=tuple(
            DraftPair(each.right_id, each.left_id, each.fit, max(1, each.round), each.circle)
            for each in listed
            if each.state != FORBIDDEN and each.fit is not None
        ),
    )
    return KeptDraft(draft, row.settings if isinstance(row.settings, Mapping) else {}, fault)


def _cells(choices: Iterable[Any], state: str) -> frozenset[tuple[int, int]]:
    return frozenset((each.right_id, each.left_id) for each in choices if each.state == state)


def _settings(row: Any, facts: CohortFacts) -> tuple[DraftSettings, str]:
    """The settings of a draft; where they cannot be read, those of its program or its format, and a sentence."""
    try:
        return draft_settings(row.settings, facts.peers), ""
    except UserError as error:
        fault = f"The settings of “{row.name}” cannot be read: {error} Remove this draft, or open another one."
        return matching.usual_settings(facts), fault
