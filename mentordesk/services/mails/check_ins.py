"""The check-in as a mail: the questions to one side of a pair, to be answered by reply. Sends nothing."""

from datetime import timedelta

from sqlalchemy.orm import Session

from mentordesk.domain.check_in_rules import ANSWER_DAYS, form_lines
from mentordesk.domain.dates import day_month
from mentordesk.domain.people import first_name
from mentordesk.domain.standing import Side
from mentordesk.services.desk import today
from mentordesk.services.mails import mails
from mentordesk.services.mails.mails import Letter
from mentordesk.services.pairs import pulse
from mentordesk.services.pairs.pair_lookup import find, names


def letter(session: Session, pair_id: int, side: Side, asks_fit: bool = False) -> Letter:
    """The mail of the template "check_in" to one side of a pair. Raises NotFoundError."""
    pair, on = find(session, pair_id), today(session)
    person_id = pair.left_id if side is Side.LEFT else pair.right_id
    other = names(session, pair)[tuple(Side).index(side.other)]
    lines = form_lines(pulse.questions(session, pair_id), first_name(other), asks_fit)
    due = day_month(on + timedelta(days=ANSWER_DAYS), on)
    asked = "\n".join(f"{at}. {line}" for at, line in enumerate(lines, 1))
    return mails.draft(session, "check_in", people=[person_id], pairs=[pair_id], due=due, questions=asked)


def again(session: Session, pair_id: int) -> Letter:
    """The mail of the template "fit_again" to both sides of a pair."""
    return mails.draft(session, "fit_again", pairs=[pair_id])
