"""Turns of careers that a file shows: compared with the desk, proposed once, noted where accepted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import insert, or_, select
from sqlalchemy.orm import Session, aliased

from mentordesk.data.tables import CareerMilestone, Pair, Person, Setting
from mentordesk.domain.career_changes import FileDates, Noted, Standing, Turn, is_known, turns
from mentordesk.domain.career_proposal import is_higher, promoted_to
from mentordesk.domain.dates import Precision
from mentordesk.domain.importing import CareerProposal, PartingPair
from mentordesk.domain.pairs import ALIVE
from mentordesk.domain.people import CareerKind, PersonStatus
from mentordesk.domain.standing import PairStatus
from mentordesk.services.desk import today
from mentordesk.services.imports.people import Plan, PlannedRow
from mentordesk.services.imports.request import ImportRequest
from mentordesk.services.pairs.pair_counts import chosen

SOURCE = "HR export"
"""How the source of every milestone begins that comes out of a file; the name of the file follows."""
_MILESTONES: Any = CareerMilestone.__table__
_DECLINED = "career.declined"
_KEPT_DAYS = 400
_NEW = "new "
"""How the key of a proposal for somebody new begins; the number of the row follows."""
_MANY = 3
_ALIVE = frozenset({*ALIVE, PairStatus.PROPOSED})


def proposals(session: Session, plan: Plan) -> list[CareerProposal]:
    """What has turned for people who are here, in the order of the file, without what their careers have already and
    what was declined before; of somebody new only a last day that is still to come."""
    on = today(session)
    found = [
        (row, turn)
        for row in plan.rows
        if not row.problems
        for turn in (_turns(plan, row, on) if row.person_id is not None else _leaving(row, on))
    ]
    if not found:
        return []
    careers = _careers(session, {row.person for row, _turn in found})
    declined = set(_declined(session))
    made = [_proposal(plan, row, turn) for row, turn in found if not is_known(turn, careers[row.person])]
    return [proposal for proposal in made if proposal.key not in declined]


def _turns(plan: Plan, row: PlannedRow, on: date) -> list[Turn]:
    now = plan.known.people[row.person]
    if not row.values and row.manager is None and not {"last_promotion", "left_on"} & row.source.values.keys():
        return []
    before = _standing(plan, now, now["manager_id"])
    after = _standing(plan, {**now, **row.values}, now["manager_id"] if row.manager is None else row.manager)
    promoted, left = (row.source.values.get(name) for name in ("last_promotion", "left_on"))
    dates = FileDates(on, promoted if isinstance(promoted, date) else None, left if isinstance(left, date) else None)
    return turns(before, after, dates)


def _leaving(row: PlannedRow, on: date) -> list[Turn]:
    """The departure of somebody new that the file announces: there is nothing to compare with."""
    left = row.source.values.get("left_on")
    if not isinstance(left, date) or left <= on:
        return []
    standing = Standing(status=row.values.get("status", PersonStatus.ACTIVE))
    return turns(standing, standing, FileDates(on, left_on=left))


def _standing(plan: Plan, values: Mapping[str, Any], manager: int | None) -> Standing:
    names = ("title", "department", "location", "level", "status")
    return Standing(**{name: values[name] for name in names}, manager_id=manager, manager=_name(plan, manager))


def _name(plan: Plan, person: int | None) -> str:
    if person is None or person > 0:
        return plan.known.name(person)
    return str(plan.rows[-person - 1].source.values.get("name", ""))


def _proposal(plan: Plan, row: PlannedRow, turn: Turn) -> CareerProposal:
    person = str(row.values.get("name") or plan.known.name(row.person))
    who = row.person if row.person_id is not None else f"{_NEW}{row.source.number}"
    key = f"{who}|{turn.kind.value}|{turn.value}"
    return CareerProposal(key, row.person, person, turn.kind, turn.on, turn.title, turn.before, turn.after)


def _careers(session: Session, people: set[int]) -> Mapping[int, list[Noted]]:
    own = CareerMilestone
    found: dict[int, list[Noted]] = defaultdict(list)
    query = select(own.person_id, own.kind, own.day, own.title, own.source).where(chosen(own.person_id, people))
    for person_id, kind, day, title, source in session.execute(query):
        found[person_id].append(Noted(kind, day, title, by_hand=not source.startswith(SOURCE)))
    return found


def notes(plan: Plan) -> list[str]:
    """Where most levels went up at once, it is rather the scale that has changed than so many careers."""
    levels = [
        (now.get("level"), row.values.get("level", now.get("level")))
        for row in plan.rows
        if row.person_id is not None and (now := plan.known.people[row.person])
    ]
    higher = sum(is_higher(before, after) for before, after in levels)
    if higher < _MANY or higher * 2 < len(levels):
        return []
    return [f"The levels of {higher:,} of {len(levels):,} people are higher than before: is it another scale?"]


def partings(session: Session, plan: Plan) -> list[PartingPair]:
    """Pairs that are alive or proposed, of people who leave with this file."""
    left = {
        row.person
        for row in plan.rows
        if row.person_id is not None and not row.problems and row.values.get("status") is PersonStatus.LEFT
    }
    if not left:
        return []
    mentor, mentee = aliased(Person), aliased(Person)
    query = (
        select(Pair.id, Pair.left_id, mentor.name, Pair.right_id, mentee.name)
        .join(mentor, mentor.id == Pair.left_id)
        .join(mentee, mentee.id == Pair.right_id)
        .where(Pair.status.in_(_ALIVE), or_(chosen(Pair.left_id, left), chosen(Pair.right_id, left)))
        .order_by(Pair.id)
    )
    return [
        PartingPair(
            id_, f"{one} & {other}", ", ".join(name for who, name in ((one_id, one), (other_id, other)) if who in left)
        )
        for id_, one_id, one, other_id, other in session.execute(query)
    ]


def note(
    session: Session, request: ImportRequest, found: Sequence[CareerProposal], ids: Mapping[int, int] | None = None
) -> int:
    """Write what was accepted as career milestones, and remember the rest as declined; returns how many were noted.

    `ids` says the id of everybody who was new, by the number below zero.
    """
    new = ids or {}
    accepted = [proposal for proposal in found if request.accepts(proposal.key)]
    source = f"{SOURCE} “{request.file}”" if request.file else SOURCE
    rows = [_milestone(new.get(it.person_id, it.person_id), it.kind, it.on, it.title, source) for it in accepted]
    _insert(session, rows)
    if request.declines:
        _decline(session, [_stored_key(it, new) for it in found if not request.accepts(it.key)])
    return len(rows)


def _stored_key(proposal: CareerProposal, new: Mapping[int, int]) -> str:
    """The key that the next file finds again: somebody new has got an id."""
    _who, bar, rest = proposal.key.partition("|")
    return f"{new[proposal.person_id]}{bar}{rest}" if proposal.person_id in new else proposal.key


def note_past_promotions(session: Session, request: ImportRequest, plan: Plan, ids: Mapping[int, int]) -> None:
    """The last promotion of people who are new: a fact about them as the day they were hired is, and what a later file
    is compared with."""
    source = f"{SOURCE} “{request.file}”" if request.file else SOURCE
    on = today(session)
    rows = []
    for row in plan.to_write:
        day = row.source.values.get("last_promotion")
        if row.person_id is None and isinstance(day, date) and day <= on and day != row.source.values.get("hired_on"):
            level = row.values.get("level")
            title = promoted_to(str(row.values.get("title", "")), level if isinstance(level, int) else None)
            rows.append(_milestone(ids[row.person], CareerKind.PROMOTION, day, title, source))
    _insert(session, rows)


def _milestone(person_id: int, kind: CareerKind, day: date, title: str, source: str) -> dict[str, Any]:
    values = {"person_id": person_id, "kind": kind, "day": day, "precision": Precision.DAY, "until": None}
    return {**values, "title": title, "source": source}


def _insert(session: Session, rows: list[dict[str, Any]]) -> None:
    if rows:
        session.connection().execute(insert(_MILESTONES), rows)


def _declined(session: Session) -> list[str]:
    value = session.scalar(select(Setting.value).where(Setting.key == _DECLINED))
    return [str(key) for key in value] if isinstance(value, list) else []


def _decline(session: Session, keys: Iterable[str]) -> None:
    """Only turns with a day in the file come again with the next one; the oldest are forgotten."""
    dated = [key for key in keys if not key.endswith("|")]
    if not dated:
        return
    first = (today(session) - timedelta(days=_KEPT_DAYS)).isoformat()
    kept = [key for key in dict.fromkeys([*_declined(session), *dated]) if key.rpartition("|")[2] >= first]
    setting = session.scalars(select(Setting).where(Setting.key == _DECLINED)).one_or_none()
    if setting is None:
        session.add(Setting(key=_DECLINED, value=kept))
    else:
        setting.value = kept
    session.flush()
