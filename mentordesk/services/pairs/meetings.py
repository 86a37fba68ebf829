"""Planned meetings of a pair: agreed, moved, called off, and what the two want to talk about."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.records import PlannedMeeting
from mentordesk.domain.dates import long
from mentordesk.domain.errors import FieldError
from mentordesk.domain.meetings import LONGEST_MINUTES, MeetingForm, agenda_lines, read_time
from mentordesk.domain.text import fold
from mentordesk.services.desk import name_step, today
from mentordesk.services.pairs.pair_lookup import find, said
from mentordesk.services.pairs.planned import still_ahead
from mentordesk.services.pairs.record_checks import begun, there


def plan(session: Session, form: MeetingForm) -> int:
    """A meeting of a pair that has started, from today on; returns its id.

    Raises FieldError for `pair_id`, `on`, `time` or `minutes`.
    """
    pair = begun(session, form.pair_id)
    meeting = PlannedMeeting(pair_id=pair.id)
    _fill(session, meeting, form)
    session.add(meeting)
    session.flush()
    name_step(session, f"Plan the next meeting of {said(session, [pair])}")
    return meeting.id


def change(session: Session, meeting_id: int, form: MeetingForm) -> None:
    """Change a planned meeting; it stays with its pair. Raises FieldError as `plan` does."""
    meeting = _find(session, meeting_id)
    _fill(session, meeting, form)
    name_step(session, f"Change the next meeting of {_whose(session, meeting)}")


def _fill(session: Session, meeting: PlannedMeeting, form: MeetingForm) -> None:
    day = today(session)
    if form.on < day:
        raise FieldError("on", f"{long(form.on)} is over. Use {long(day)}, or log the contact.", proposal=day)
    time = read_time(form.time)
    if time is None:
        raise FieldError("time", f"“{form.time.strip()}” is no time. Write it like 16:00.", proposal="16:00")
    if not 0 <= form.minutes <= LONGEST_MINUTES:
        proposal = min(LONGEST_MINUTES, max(0, form.minutes))
        raise FieldError("minutes", "A meeting takes 0 minutes to 24 hours.", proposal=proposal)
    meeting.day, meeting.time, meeting.channel, meeting.minutes = form.on, time, form.channel, form.minutes
    meeting.agenda = "\n".join(line.strip() for line in form.agenda if line.strip())


def form(session: Session, meeting_id: int) -> MeetingForm:
    """A planned meeting as it would be typed in. Raises NotFoundError."""
    found = _find(session, meeting_id)
    what = found.time, found.channel, found.minutes, agenda_lines(found.agenda)
    return MeetingForm(found.pair_id, found.day, *what)


def remove(session: Session, meeting_id: int) -> None:
    """Call a planned meeting off."""
    meeting = _find(session, meeting_id)
    name_step(session, f"Call off the next meeting of {_whose(session, meeting)}")
    session.delete(meeting)


def add_to_agenda(session: Session, pair_id: int, line: str, on: date | None = None) -> int:
    """Put a point on the agenda of the pair's next meeting and return the meeting's id; it stands there once.

    Without a meeting ahead one is planned for the day `on`; raises FieldError for `on` where that is missing.
    """
    pair, found = begun(session, pair_id), next_of(session, pair_id)
    if found is None:
        if on is None:
            raise FieldError("on", "Say on which day the two meet next.")
        return plan(session, MeetingForm(pair_id, on, agenda=(line,)))
    lines = agenda_lines(found.agenda)
    if fold(line) not in map(fold, lines):
        found.agenda = "\n".join((*lines, line))
    name_step(session, f"Add to the agenda of {said(session, [pair])}")
    return found.id


def next_of(session: Session, pair_id: int) -> PlannedMeeting | None:
    """The nearest meeting a pair has ahead."""
    query = select(PlannedMeeting).where(PlannedMeeting.pair_id == pair_id, still_ahead(today(session)))
    return session.scalars(query.order_by(PlannedMeeting.day, PlannedMeeting.time).limit(1)).first()


def _find(session: Session, meeting_id: int) -> PlannedMeeting:
    return there(session, PlannedMeeting, meeting_id, "meeting")


def _whose(session: Session, meeting: PlannedMeeting) -> str:
    return said(session, [find(session, meeting.pair_id)])
