"""What contacts and exchanges have in common: whose they may be, on which day, how much. Adds and changes nothing."""

from datetime import date

from sqlalchemy.orm import Session

from mentordesk.data.tables import Pair
from mentordesk.domain.contacts import POINTS
from mentordesk.domain.dates import long
from mentordesk.domain.errors import FieldError
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.desk import today
from mentordesk.services.pair_lookup import find, full_name


def begun(session: Session, pair_id: int) -> Pair:
    """The pair, which must have started: a proposed one has no account yet."""
    pair = find(session, pair_id)
    if pair.status is PairStatus.PROPOSED:
        name = full_name(session, pair)
        raise FieldError("pair_id", f"{name} are only proposed and have not started. Activate the pair first.")
    return pair


def check_day(session: Session, on: date) -> None:
    """Nothing is recorded before it has happened."""
    day = today(session)
    if on > day:
        raise FieldError("on", f"{long(on)} is still to come. Use {long(day)}?", proposal=day)


def check_points(points: int, field: str = "points") -> None:
    """1 a moment of help, 2 an hour or real effort, 3 opens a door."""
    if points not in POINTS:
        raise FieldError(field, "Choose 1, 2 or 3 points.", proposal=min(3, max(1, points)))


def side_of(pair: Pair, person_id: int, field: str) -> Side:
    """The side a person is on; nobody else can give in this pair."""
    if person_id == pair.left_id:
        return Side.LEFT
    if person_id == pair.right_id:
        return Side.RIGHT
    raise FieldError(field, "Choose one of the two people of this pair.")
