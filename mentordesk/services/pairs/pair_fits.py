"""What each side of many pairs said last about their fit: one statement, whatever their number. Knows no rule."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.data.records import CheckIn
from mentordesk.domain.attention_fit import FitAnswer
from mentordesk.services.pairs.pair_counts import chosen
from mentordesk.services.pairs.pair_facts import PairRecord


def latest(session: Session, records: Sequence[PairRecord]) -> list[FitAnswer]:
    """The newest answer of each side that gave one, of the pairs whose facts are loaded."""
    by_id = {record.row.id: record for record in records}
    if not by_id:
        return []
    newest_first = func.row_number().over(
        partition_by=(CheckIn.pair_id, CheckIn.side), order_by=(CheckIn.day.desc(), CheckIn.id.desc())
    )
    said = select(CheckIn.id, newest_first.label("place")).where(
        CheckIn.fit.is_not(None), chosen(CheckIn.pair_id, by_id)
    )
    numbered = said.subquery()
    query = (
        select(CheckIn.pair_id, CheckIn.side, CheckIn.fit, CheckIn.day)
        .join(numbered, numbered.c.id == CheckIn.id)
        .where(numbered.c.place == 1)
        .order_by(CheckIn.pair_id, CheckIn.side)
    )
    return [
        FitAnswer(by_id[pair_id].subject, side, fit, day, by_id[pair_id].row.started_on)
        for pair_id, side, fit, day in session.execute(query)
        if fit is not None
    ]
