"""Pairs of the sample: two people with a status and dates, their places in the cohort, and the pair's own row."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from mentordesk.data.records import AttentionMark, PairAnswer
from mentordesk.data.tables import Enrollment, Pair
from mentordesk.domain.attention_ties import pause_key
from mentordesk.domain.cohorts import EnrollmentStatus, Role, roles_of
from mentordesk.domain.dates import Precision
from mentordesk.domain.pairs import EndReason, PairStatus, order_sides
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import Side
from mentordesk.services.sampling import ago
from mentordesk.services.sampling.draft import CohortFacts, Couple, Draft, Member

DEFAULT_RHYTHM = 30
_PAUSED_DAYS = 20
"""So long ago a pause was written down."""
_SEAT_AFTER = {PairStatus.COMPLETED: EnrollmentStatus.COMPLETED, PairStatus.ENDURING: EnrollmentStatus.COMPLETED}


def add(
    draft: Draft, left: Member, right: Member, cohort: CohortFacts | None, facts: Mapping[str, Any] | None = None
) -> Couple:
    """A pair; `facts` may have any key of an entry of pairs.toml that is about the pair itself."""
    told = facts or {}
    format_ = cohort.program.format if cohort else Format(told["format"])
    left, right = _sides(format_, left, right)
    status = PairStatus(told.get("status", "active"))
    started_on, precision = _start(draft, cohort, told)
    ended_on = _end(draft, cohort, status, told)
    couple = Couple(
        id=draft.rows.add(
            Pair,
            cohort_id=cohort.id if cohort else None,
            format=format_,
            left_id=left.id,
            right_id=right.id,
            status=status,
            started_on=None if status is PairStatus.PROPOSED else started_on,
            started_precision=precision,
            ended_on=ended_on,
            end_reason=EndReason(told["reason"]) if "reason" in told else None,
            end_note=told.get("end_note", ""),
            introduced_by_id=draft.id_of(told.get("introduced_by")),
            rhythm_days=told.get("rhythm"),
            notes=told.get("notes", ""),
            **_agreement(draft, cohort, status, started_on, told),
        ),
        left=left,
        right=right,
        format=format_,
        cohort=cohort,
        status=status,
        started_on=started_on,
        until=ended_on or draft.today,
        rhythm_days=told.get("rhythm") or (cohort.program.rhythm_days if cohort else DEFAULT_RHYTHM),
        talks=tuple(told.get("talks", ())),
        gives=told.get("gives", {}),
    )
    _take_seats(draft, couple)
    _pause(draft, couple, told)
    _accept(draft, couple, told)
    draft.together.add((min(left.id, right.id), max(left.id, right.id)))
    draft.couples.append(couple)
    draft.steps.made()
    return couple


def _sides(format_: Format, left: Member, right: Member) -> tuple[Member, Member]:
    first, _ = order_sides(format_, (left.name, left.id), (right.name, right.id))
    return (left, right) if first == left.id else (right, left)


def _start(draft: Draft, cohort: CohortFacts | None, told: Mapping[str, Any]) -> tuple[date, Precision]:
    if "started" in told:
        return ago.known_day(told["started"], draft.today)
    assert cohort is not None, "a pair without a cohort says when it started"
    return cohort.starts_on, Precision.DAY


def _end(draft: Draft, cohort: CohortFacts | None, status: PairStatus, told: Mapping[str, Any]) -> date | None:
    if "ended" in told:
        return ago.day(told["ended"], draft.today)
    return cohort.ends_on if cohort and status is PairStatus.COMPLETED else None


def _agreement(
    draft: Draft, cohort: CohortFacts | None, status: PairStatus, started_on: date, told: Mapping[str, Any]
) -> dict[str, Any]:
    """Both sign the ground rules within two weeks of the start; a proposed pair has not, an own one may have."""
    if "agreed" in told:
        left, right = (ago.day(when, draft.today) for when in told["agreed"])
        return {"left_agreed_on": left, "right_agreed_on": right}
    if cohort is None or status is PairStatus.PROPOSED:
        return {}
    days = [started_on + timedelta(days=draft.random.randint(2, 14)) for _ in range(2)]
    again = {"left_again": True, "right_again": True} if status is PairStatus.ENDED else {}
    return {"left_agreed_on": days[0], "right_agreed_on": days[1], "agreed_version": 1, **again}


def _pause(draft: Draft, couple: Couple, told: Mapping[str, Any]) -> None:
    """Until when a paused pair rests, if a day was named."""
    if "paused_until" in told:
        until, marked = ago.day(told["paused_until"], draft.today), draft.today - timedelta(days=_PAUSED_DAYS)
        draft.rows.add(AttentionMark, key=pause_key(couple.id), hidden_until=until, marked_on=marked)


def _accept(draft: Draft, couple: Couple, told: Mapping[str, Any]) -> None:
    """Which sides of a proposed pair have said yes, and when."""
    for side, when in told.get("accepted", {}).items():
        day = ago.day(when, draft.today)
        draft.rows.add(PairAnswer, pair_id=couple.id, side=Side(side), accepted=True, day=day, note="")


def _take_seats(draft: Draft, couple: Couple) -> None:
    """Both are enrolled, with as many places as they have pairs in this cohort."""
    if couple.cohort is None:
        return
    roles = roles_of(couple.format)
    for member, role in ((couple.left, roles[0]), (couple.right, roles[-1])):
        seat = draft.seats.get((couple.cohort.id, member.id, role))
        if seat is None:
            enroll(draft, couple.cohort, member, role, _SEAT_AFTER.get(couple.status, EnrollmentStatus.ACCEPTED))
        elif couple.status is not PairStatus.PROPOSED:
            seat["capacity"] += 1


def enroll(
    draft: Draft,
    cohort: CohortFacts,
    member: Member,
    role: Role,
    status: EnrollmentStatus = EnrollmentStatus.ACCEPTED,
    note: str = "",
) -> int:
    """A place in the cohort for one pair; returns the enrollment's id."""
    day = cohort.starts_on - timedelta(days=draft.random.randint(12, 40))
    enrollment_id = draft.rows.add(
        Enrollment,
        cohort_id=cohort.id,
        person_id=member.id,
        role=role,
        status=status,
        enrolled_on=min(day, draft.today - timedelta(days=draft.random.randint(3, 25))),
        note=note,
    )
    draft.seats[cohort.id, member.id, role] = draft.rows.of(Enrollment)[-1]
    return enrollment_id
