"""Who is introduced to whom at the start of a pair: a row a person, for letters of a word processor."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from mentordesk.data.records import Milestone, PlannedMeeting
from mentordesk.data.tables import Cohort, Pair, Person, PersonTag, PlanStep, Program, TagKind
from mentordesk.domain.closing import role_of
from mentordesk.domain.dates import Precision, known, long, weekday_long
from mentordesk.domain.people import first_name
from mentordesk.domain.programs import rhythm_word
from mentordesk.domain.report_request import ReportRequest
from mentordesk.domain.standalone_reports import Letter
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.domain.text import fold
from mentordesk.services.desk import today
from mentordesk.services.pairs.pair_counts import chosen
from mentordesk.services.pairs.pair_facts import DEFAULT_RHYTHM_DAYS
from mentordesk.services.pairs.planned import still_ahead
from mentordesk.services.scoping import during, within

_NEW = (PairStatus.PROPOSED, PairStatus.ACTIVE)
_LIST_SEPARATOR = ", "


def read(session: Session, request: ReportRequest) -> list[Letter]:
    """Both sides of every proposed or active pair that starts in the period; a proposed one has no start and is in it
    always. Two rows a pair, one under the other."""
    pairs = session.execute(_pairs(request)).all()
    ids = [found.id for found in pairs]
    people = _people(session, {id_ for found in pairs for id_ in (found.left_id, found.right_id)})
    tags = _tags(session, people)
    meetings, steps = _meetings(session, ids), _first_steps(session, ids)
    plans = _plans(session)
    return [
        _letter(found, side, people, tags, meetings.get(found.id, ""), steps.get(found.id) or _planned(found, plans))
        for found in pairs
        for side in Side
    ]


def _pairs(request: ReportRequest) -> Select[*tuple[Any, ...]]:
    starts = Pair.started_on.is_(None) | during(Pair.started_on, request.period)
    return (
        select(
            *(Pair.id, Pair.left_id, Pair.right_id, Pair.format, Pair.status, Pair.started_on),
            *(
                Pair.started_precision,
                Program.id.label("program_id"),
                Cohort.name.label("cohort"),
                Cohort.starts_on.label("cohort_starts"),
                Cohort.ends_on,
            ),
            Program.name,
            func.coalesce(Pair.rhythm_days, Program.rhythm_days, DEFAULT_RHYTHM_DAYS).label("rhythm"),
            select(Person.name).where(Person.id == Pair.introduced_by_id).scalar_subquery().label("through"),
        )
        .outerjoin(Cohort, Cohort.id == Pair.cohort_id)
        .outerjoin(Program, Program.id == Cohort.program_id)
        .where(within(Pair.cohort_id, request.scope), Pair.status.in_(_NEW), starts)
        .order_by(Pair.started_on.desc().nulls_first(), Pair.id)
    )


def _people(session: Session, ids: Iterable[int]) -> dict[int, Any]:
    columns = (Person.id, Person.name, Person.email, Person.title, Person.department, Person.location, Person.company)
    query = select(*columns, Person.external).where(chosen(Person.id, list(ids)))
    return {found.id: found for found in session.execute(query)}


def _tags(session: Session, people: Iterable[int]) -> dict[tuple[int, TagKind], list[str]]:
    query = select(PersonTag.person_id, PersonTag.kind, PersonTag.value)
    query = query.where(chosen(PersonTag.person_id, list(people)), PersonTag.kind.in_((TagKind.OFFERS, TagKind.WANTS)))
    found: defaultdict[tuple[int, TagKind], list[str]] = defaultdict(list)
    for person_id, kind, value in session.execute(query.order_by(PersonTag.rank, PersonTag.id)):
        found[person_id, kind].append(value)
    return found


def _meetings(session: Session, pair_ids: list[int]) -> dict[int, str]:
    """ "Friday 5 June 2026 at 16:00": the nearest meeting each pair has ahead."""
    it = PlannedMeeting
    query = select(it.pair_id, it.day, it.time).where(chosen(it.pair_id, pair_ids), still_ahead(today(session)))
    found: dict[int, str] = {}
    for pair_id, day, time in session.execute(query.order_by(it.day, it.time)):
        found.setdefault(pair_id, f"{weekday_long(day)} at {time}" if time else weekday_long(day))
    return found


def _first_steps(session: Session, pair_ids: list[int]) -> dict[int, str]:
    """ "Kick-off talk, by 18 June 2026": the earliest step of each pair's plan that is still open."""
    it = Milestone
    query = select(it.pair_id, it.title, it.due_on).where(chosen(it.pair_id, pair_ids))
    query = query.where(it.done_on.is_(None), it.skipped_on.is_(None)).order_by(it.due_on, it.id)
    found: dict[int, str] = {}
    for pair_id, title, due_on in session.execute(query):
        found.setdefault(pair_id, _step(title, due_on))
    return found


def _plans(session: Session) -> dict[int, tuple[str, int]]:
    """The first step of each program's plan, and how many days after the start it is due."""
    it = PlanStep
    query = select(it.program_id, it.title, it.days_after).order_by(it.days_after.desc(), it.id.desc())
    return {program_id: (title, days) for program_id, title, days in session.execute(query)}


def _planned(pair: Any, plans: dict[int, tuple[str, int]]) -> str:
    """What the plan has for a pair that is only proposed and has no milestones yet."""
    start = pair.started_on or pair.cohort_starts
    if pair.status is not PairStatus.PROPOSED or start is None or pair.program_id not in plans:
        return ""
    title, days = plans[pair.program_id]
    return _step(title, start + timedelta(days=days))


def _step(title: str, due_on: date) -> str:
    return f"{title}, by {long(due_on)}"


def _letter(
    pair: Any, side: Side, people: dict[int, Any], tags: dict[tuple[int, TagKind], list[str]], meeting: str, step: str
) -> Letter:
    own, other = people[pair.left_id], people[pair.right_id]
    if side is Side.RIGHT:
        own, other = other, own
    return Letter(
        first_name=first_name(own.name),
        name=own.name,
        email=own.email or "",
        role=role_of(pair.format, side).word,
        partner_first_name=first_name(other.name),
        partner=other.name,
        partner_email=other.email or "",
        partner_title=other.title,
        partner_department=other.department,
        partner_location=other.location,
        partner_company=other.company,
        program=pair.name or "",
        cohort=pair.cohort or "",
        starts=_starts(pair),
        ends=long(pair.ends_on) if pair.ends_on else "",
        rhythm=rhythm_word(pair.rhythm),
        when_to_meet=meeting or _when(step, pair.rhythm),
        first_step=step,
        introduced_by=pair.through or "",
        common=_common(tags, own.id, other.id),
    )


def _starts(pair: Any) -> str:
    day: date | None = pair.started_on or pair.cohort_starts
    if day is None:
        return ""
    exact = pair.started_on is None or pair.started_precision is Precision.DAY
    return long(day) if exact else known(day, pair.started_precision)


def _when(step: str, rhythm_days: int) -> str:
    """Where no meeting is planned: what comes first by the plan, else how often the two meet."""
    return step or rhythm_word(rhythm_days).capitalize()


def _common(tags: dict[tuple[int, TagKind], list[str]], own: int, other: int) -> str:
    """What one of the two would like to learn and the other offers."""
    found: dict[str, str] = {}
    for wants, offers in ((own, other), (other, own)):
        offered = {fold(word) for word in tags.get((offers, TagKind.OFFERS), ())}
        found.update({fold(word): word for word in tags.get((wants, TagKind.WANTS), ()) if fold(word) in offered})
    return _LIST_SEPARATOR.join(found.values())
