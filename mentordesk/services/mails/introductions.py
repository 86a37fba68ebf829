"""The mails about an introduction: to whom it goes through, and to the two themselves. Sends none."""

from sqlalchemy.orm import Session

from mentordesk.services.mails import mails
from mentordesk.services.mails.mails import Letter
from mentordesk.services.pairs import introductions

_NOBODY = "Our mentoring program"


def ask(session: Session, introduction_id: int) -> Letter:
    """To the one it goes through, whether they would bring the two together; without one to whom somebody would like to
    meet. Raises NotFoundError."""
    row = introductions.row(session, introduction_id)
    about = row.note.strip()
    if row.through_id is None:
        return mails.draft(session, "introduction_wish", people=[row.other_id], person=row.person, about=about)
    return mails.draft(
        session, "introduction_ask", people=[row.through_id], person=row.person, other=row.other, about=about
    )


def bring_together(session: Session, introduction_id: int) -> Letter:
    """To both: here you are, find a time. Raises NotFoundError."""
    row = introductions.row(session, introduction_id)
    through, about = row.through or _NOBODY, row.note.strip()
    both = (row.person_id, row.other_id)
    return mails.draft(session, "introduction", people=both, other=row.other, through=through, about=about)
