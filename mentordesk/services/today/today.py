"""The whole of Today from one reading of the facts. Knows no rule of its own."""

from sqlalchemy.orm import Session

from mentordesk.domain.attention import without_item
from mentordesk.domain.health import Health
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.today import TodayPage
from mentordesk.services import figures
from mentordesk.services.pairs import pair_facts, pair_ties
from mentordesk.services.today import attention, briefing, upcoming


def page(session: Session, scope: Scope = EVERYTHING) -> TodayPage:
    """Figures, items with their faces, the next 14 days, give and take by format: the same as from their own services,
    but the facts of the pairs are read once."""
    records = pair_facts.current(session, scope)
    alive = pair_ties.alive(session, scope)
    active = [record for record in records if record.row.status is PairStatus.ACTIVE]
    items = attention.of(session, scope, active, alive)
    slipping = {record.row.id: record.row for record in active if record.row.health in (Health.WATCH, Health.AT_RISK)}
    watch = [slipping[pair_id] for pair_id in without_item(slipping, items)]
    return TodayPage(
        figures=figures.of(session, records),
        items=items,
        watch=tuple(sorted(watch, key=lambda row: (row.health.rank if row.health else 9, -(row.days or 0), row.name))),
        upcoming=upcoming.of(session, scope, alive),
        formats=attention.formats_of(records),
        facts=briefing.facts(session, scope),
        faces=briefing.faces(session, items),
    )
