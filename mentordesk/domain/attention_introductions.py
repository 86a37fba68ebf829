"""Attention items about introductions that somebody waits for. Knows no table."""

from collections.abc import Iterable
from datetime import date

from mentordesk.domain import attention_scores as scores
from mentordesk.domain.attention import AttentionItem, AttentionKind, Tier
from mentordesk.domain.dates import ago, day_month
from mentordesk.domain.health import Health
from mentordesk.domain.introductions import IntroductionRow, RequestStatus
from mentordesk.domain.people import first_name

WAITING_DAYS = 7
"""A request is due a hand once it is older than this."""


def waiting(requests: Iterable[IntroductionRow], today: date) -> tuple[AttentionItem, ...]:
    """Open requests older than 7 days: this week, 30."""
    return tuple(
        _item(row, row.asked_on, today)
        for row in requests
        if row.status is RequestStatus.OPEN and row.asked_on is not None and (today - row.asked_on).days > WAITING_DAYS
    )


def _item(row: IntroductionRow, asked_on: date, today: date) -> AttentionItem:
    asked = f"Asked on {day_month(asked_on, today)}, {ago(asked_on, today)}"
    return AttentionItem(
        key=f"introduction:{row.id}",
        kind=AttentionKind.INTRODUCTION,
        tier=Tier.THIS_WEEK,
        score=scores.INTRODUCTION,
        fact_on=asked_on,
        title=row.wish,
        context=". ".join(part for part in (asked, row.note.strip()) if part),
        action=f"Write to {first_name(row.through or row.other)}",
        level=Health.TOO_EARLY,
        person_ids=(row.person_id,),
    )
