"""The score table of a cohort: kept by person ids, and taken off again. Knows no draft."""

from decimal import Decimal

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from mentordesk.data.records import MatchScores
from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.matching.score_table import ScoreTable
from mentordesk.services.desk import name_step
from mentordesk.services.matching import matching
from mentordesk.services.matching.matching import Scores


def set_scores(session: Session, cohort_id: int, scores: Scores) -> None:
    """Keep a score table for a cohort, instead of the one it has. Whether it is the only criterion is for each draft.

    Raises NotFoundError, and UserError for unknown people, pairs given twice and scores that are no number.
    """
    facts = matching.cohort(session, cohort_id)
    table = matching.task(session, cohort_id, scores=scores).table or ScoreTable()
    rows = [[mentor, mentee, _text(score, table.per_point)] for (mentee, mentor), score in table.scores.items()]
    kept = session.scalars(select(MatchScores).where(MatchScores.cohort_id == cohort_id)).one_or_none()
    if kept is None:
        session.add(MatchScores(cohort_id=cohort_id, name=scores.name, rows=sorted(rows)))
    else:
        kept.name, kept.rows = scores.name, sorted(rows)
    said = f"“{scores.name}”" if scores.name else "a score table"
    name_step(session, f"Use {said} for {facts.name}")


def _text(score: int, per_point: int) -> str:
    """A score as it was written, without zeros behind."""
    text = f"{Decimal(score) / per_point:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def remove_scores(session: Session, cohort_id: int) -> None:
    """Take the score table of a cohort off the desk. Raises NotFoundError where it has none."""
    name = session.scalar(select(MatchScores.name).where(MatchScores.cohort_id == cohort_id))
    if name is None:
        raise NotFoundError("This cohort has no score table any more.")
    session.execute(delete(MatchScores).where(MatchScores.cohort_id == cohort_id))
    name_step(session, f"Remove {f'“{name}”' if name else 'the score table'}")
