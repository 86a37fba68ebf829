"""The workbook of a draft, for a program lead to review: all rounds and circles as they are kept, by people as they
stand now. What would help somebody without a pair is solved again, so this takes a while."""

from sqlalchemy.orm import Session

from mentordesk.domain.errors import UserError
from mentordesk.domain.matching import draft_words
from mentordesk.domain.matching.draft import Draft, MatchSheet
from mentordesk.domain.matching.people import Shape
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.scope import Scope
from mentordesk.domain.text import fold
from mentordesk.exchange.reports import proposals
from mentordesk.exchange.workbook import Report
from mentordesk.services.desk import now
from mentordesk.services.matching import draft_rows, matching, review
from mentordesk.services.matching.draft_sheet import sheet
from mentordesk.services.matching.review import DraftNote, Round


def report(session: Session, draft_id: int) -> Report:
    """The pairs with their points, who has none and why, and the settings. Raises NotFoundError, and UserError where
    nothing can be matched any more."""
    cohort_id = draft_rows.row_of(session, draft_id).cohort_id
    found = sheet(session, Scope(cohort_id=cohort_id), cohort_id, draft_id)
    if found.task is None or found.draft is None:
        raise UserError(found.problem or "There is nothing to export.", safe="No workbook was written.")
    facts = matching.cohort(session, cohort_id)
    rounds = _rounds(Matching(found.task), found.draft)
    table = found.table_name or "the score table" if found.task.table_alone else ""
    rows = review.review_rounds(
        rounds, facts, session.info["desk_name"], table, now(session), _note(found, found.draft)
    )
    return proposals.build(rows)


def _rounds(matching: Matching, draft: Draft) -> list[Round]:
    """In later rounds those who have met are not paired again, and nobody is pinned."""
    found: list[Round] = []
    met = set(matching.task.forbids)
    for cells in draft.rounds():
        each = matching.edited((), met) if found else matching
        found.append((each, each.evaluate(cells)))
        met |= set(cells)
    return found


def _note(found: MatchSheet, draft: Draft) -> DraftNote:
    names = {person.id: person.name for person in found.people.values()}
    forbidden = (" & ".join(names.get(person, "Somebody") for person in cell) for cell in draft.fixed.forbids)
    lines = () if draft.settings.shape is Shape.PAIRS else tuple(draft_words.shape(draft.settings))
    return DraftNote(draft.name, lines, tuple(sorted(forbidden, key=fold)), found.stale)
