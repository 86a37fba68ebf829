"""Drafts of a cohort's pairs: read, made, kept, compared, committed, exported. How pairs are found is the domain's."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Person, Program
from mentordesk.domain.errors import NotFoundError, UserError
from mentordesk.domain.matching import draft_comparison
from mentordesk.domain.matching.draft import DraftPair, DraftSettings
from mentordesk.domain.matching.draft_comparison import DraftComparison
from mentordesk.domain.matching.draft_settings import checked, for_program
from mentordesk.domain.matching.draft_settings import with_settings as with_settings
from mentordesk.domain.text import fold
from mentordesk.domain.wording import counted
from mentordesk.services.desk import name_step
from mentordesk.services.matching import draft_rows, matching
from mentordesk.services.matching.draft_rows import KeptDraft
from mentordesk.services.matching.draft_sheet import sheet as sheet
from mentordesk.services.matching.draft_writing import copy as copy
from mentordesk.services.matching.draft_writing import create as create
from mentordesk.services.matching.draft_writing import keep as keep
from mentordesk.services.matching.draft_writing import remove as remove
from mentordesk.services.matching.draft_writing import rename as rename
from mentordesk.services.matching.matching import Scores as Scores
from mentordesk.services.matching.scores import remove_scores as remove_scores
from mentordesk.services.matching.scores import set_scores as set_scores


def comparison(session: Session, first_id: int, second_id: int) -> DraftComparison:
    """What differs between two drafts of one cohort. Raises NotFoundError, and UserError for drafts of two cohorts."""
    first, second = draft_rows.find(session, first_id), draft_rows.find(session, second_id)
    if first.draft.cohort_id != second.draft.cohort_id:
        raise UserError("These drafts are of two cohorts: nothing of them can be compared.")
    peers = matching.cohort(session, first.draft.cohort_id).peers
    names = _names(session, first, second)
    rows = [(each.row(names, peers), each.draft) for each in (first, second)]
    return draft_comparison.comparison(rows[0], rows[1], names, peers)


def _names(session: Session, *drafts: KeptDraft) -> dict[int, str]:
    ids = {person for each in drafts for pair in each.draft.pairs for person in (pair.mentee, pair.mentor)}
    return {row.id: row.name for row in session.execute(select(Person.id, Person.name).where(Person.id.in_(ids)))}


def save_program_settings(session: Session, program_id: int, settings: DraftSettings) -> None:
    """Make what a draft goes by what new drafts of the program begin with: criteria, rules, goal, circles and rounds;
    drafts there are keep theirs. Raises NotFoundError, and UserError where the settings cannot be kept."""
    program = session.get(Program, program_id)
    if program is None:
        raise NotFoundError("This program is not in the desk any more.")
    program.match_rules = for_program(checked(settings))
    name_step(session, f"Change what counts in {program.name}")


def commit(session: Session, draft_id: int, round: int = 1) -> list[int]:
    """Make proposed pairs of a round of a draft, all or none, in one step of history; returns their ids. The pairs of
    a circle share its name. The caller backs the desk up before; the draft stays as it is.

    Raises NotFoundError, and UserError with the two and what to do where somebody took another place, withdrew or left,
    where the two are a pair already, and where the round has no pairs.
    """
    kept = draft_rows.find(session, draft_id)
    chosen = [pair for pair in kept.draft.pairs if pair.round == round]
    if not chosen:
        of_round = f" in round {round}" if kept.draft.settings.rounds > 1 else ""
        raise UserError(f"“{kept.draft.name}” has no pairs{of_round} to commit.", advice="Suggest again.")
    names = _names(session, kept)
    chosen.sort(key=lambda pair: (pair.circle, fold(names.get(pair.mentee, "")), pair.mentee, pair.mentor))
    circles = {_cell(pair): pair.circle for pair in chosen if pair.circle}
    made = matching.commit(session, kept.draft.cohort_id, [_cell(pair) for pair in chosen], circles)
    if kept.draft.settings.rounds > 1:
        name_step(session, f"Commit {counted(len(made), 'pair')} of round {round}")
    return made


def _cell(pair: DraftPair) -> tuple[int, int]:
    return pair.mentee, pair.mentor
