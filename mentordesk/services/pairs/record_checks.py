"""What contacts and exchanges have in common: whose they may be, on which day, how much. Adds and changes nothing."""

from datetime import date
from typing import TypeVar

from sqlalchemy.orm import Session

from mentordesk.data.base import Base
from mentordesk.data.tables import Pair
from mentordesk.domain.contacts import POINTS
from mentordesk.domain.dates import Precision, earliest, known, long
from mentordesk.domain.errors import FieldError, NotFoundError
from mentordesk.domain.pairs import has_begun
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.desk import today
from mentordesk.services.pairs.pair_lookup import find, full_name, said

RecordT = TypeVar("RecordT", bound=Base)


def there(session: Session, kind: type[RecordT], record_id: int, word: str) -> RecordT:
    """A record by its id. Raises NotFoundError, which calls it by its word: "exchange"."""
    found = session.get(kind, record_id)
    if found is None:
        raise NotFoundError(f"This {word} is not in the desk any more.")
    return found


def begun(session: Session, pair_id: int) -> Pair:
    """The pair, which must have started: a proposed one has no account yet."""
    pair = find(session, pair_id)
    if not has_begun(pair.status, pair.started_on):
        only = "are only proposed" if pair.status is PairStatus.PROPOSED else "were only proposed"
        sentence = f"{full_name(session, pair)} {only} and have not started. Activate the pair first."
        raise FieldError("pair_id", sentence)
    return pair


def check_day(session: Session, on: date) -> None:
    """Nothing is recorded before it has happened."""
    day = today(session)
    if on > day:
        raise FieldError("on", f"{long(on)} is still to come. Use {long(day)}?", proposal=day)


def check_since(session: Session, pair: Pair, on: date) -> None:
    """A pair has no account before it began; where only the year or month is known, before that year or month."""
    if pair.started_on is None:
        return
    first = earliest(pair.started_on, pair.started_precision)
    if on < first:
        exact = pair.started_precision is Precision.DAY
        began = f"on {long(first)}" if exact else f"in {known(first, pair.started_precision)}"
        sentence = f"The account of {said(session, [pair])} began {began}. Use {long(first)}?"
        raise FieldError("on", sentence, proposal=first)


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
