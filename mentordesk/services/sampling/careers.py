"""Careers of the sample: those that are told in cast.toml, and a few turns for everyone else. Knows no pair."""

from collections.abc import Sequence
from datetime import date, timedelta

from mentordesk.data.tables import CareerMilestone
from mentordesk.domain.dates import Precision
from mentordesk.domain.people import CareerKind
from mentordesk.services.sampling import ago, texts
from mentordesk.services.sampling.draft import Draft, Member

QUIET_DAYS = 60
"""Invented turns are older than this: Today shows only what is told."""
_IMPORT = "HR import"


def told(draft: Draft, member: Member, entries: Sequence[str]) -> None:
    """Entries such as "2y3m promotion VP Operations"."""
    for entry in entries:
        when, kind, title = entry.split(" ", 2)
        day, precision = ago.known_day(when, draft.today)
        add(draft, member, CareerKind(kind), day, title, precision)


def add(
    draft: Draft, member: Member, kind: CareerKind, day: date, title: str, precision: Precision = Precision.DAY
) -> None:
    source = _IMPORT if kind in (CareerKind.PROMOTION, CareerKind.TRANSFER, CareerKind.DEPARTURE) else ""
    values = {"kind": kind, "day": day, "precision": precision, "title": title, "source": source}
    draft.rows.add(CareerMilestone, person_id=member.id, **values)


def invent(draft: Draft, member: Member) -> None:
    """Promotions up to the present level, sometimes a leave, a move, an award; the departure of who has left."""
    if member.external:
        return
    if member.left_on is not None:
        add(draft, member, CareerKind.DEPARTURE, member.left_on, "")
    last = (member.left_on or draft.today) - timedelta(days=QUIET_DAYS)
    days = (last - member.hired_on).days
    if days < 400:
        return
    _promotions(draft, member, days)
    chance = draft.random.random()
    if chance < 0.1 and days > 600:
        _leave(draft, member, days)
    elif chance < 0.2:
        place = draft.random.choice(list(texts.read("company")["places"]))
        add(draft, member, CareerKind.TRANSFER, _within(draft, member, days), place)
    elif chance < 0.26:
        award = draft.random.choice(("Safety award", "Colleague of the year", "Patent award", "Customer prize"))
        add(draft, member, CareerKind.AWARD, _within(draft, member, days), award)


def _promotions(draft: Draft, member: Member, days: int) -> None:
    titles = texts.read("company")["departments"][member.department]["titles"]
    level = member.level or 1
    for step in range(max(2, level - 2), level + 1):
        share = (step - max(1, level - 3)) / 4 + draft.random.uniform(-0.1, 0.1)
        if draft.random.random() < 0.7:
            day = member.hired_on + timedelta(days=200 + round((days - 200) * max(0.0, share)))
            add(draft, member, CareerKind.PROMOTION, min(day, member.hired_on + timedelta(days=days)), titles[step - 1])


def _leave(draft: Draft, member: Member, days: int) -> None:
    first = member.hired_on + timedelta(days=draft.random.randint(200, days - 300))
    add(draft, member, CareerKind.LEAVE, first, "Parental leave")
    back = first + timedelta(days=draft.random.randint(80, 280))
    add(draft, member, CareerKind.RETURN, back, "Parental leave")


def _within(draft: Draft, member: Member, days: int) -> date:
    return member.hired_on + timedelta(days=draft.random.randint(100, days))
