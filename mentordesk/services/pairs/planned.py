"""Which planned meetings are still ahead: one rule for the pair, its line in the table and Today."""

from datetime import date

from sqlalchemy import ColumnElement, or_, select

from mentordesk.data.records import Contact, PlannedMeeting


def still_ahead(today: date) -> ColumnElement[bool]:
    """A planned meeting from today on; today's is over once a contact of the pair on that day is logged."""
    met = select(Contact.id).where(Contact.pair_id == PlannedMeeting.pair_id, Contact.day >= today).exists()
    return or_(PlannedMeeting.day > today, (PlannedMeeting.day == today) & ~met)
