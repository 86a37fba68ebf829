"""Finding pairs for an action, and how its step of history names them. Knows no rule."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Pair, Person
from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.pairs import short_name
from mentordesk.domain.wording import counted
from mentordesk.services.pairs.pair_counts import chosen


def find(session: Session, pair_id: int) -> Pair:
    """The pair, or NotFoundError."""
    found = session.get(Pair, pair_id)
    if found is None:
        raise NotFoundError("This pair is not in the desk any more.", advice="It may have been removed or undone.")
    return found


def find_all(session: Session, ids: Sequence[int]) -> list[Pair]:
    """The pairs in the order asked for, read in one statement; NotFoundError where one is missing."""
    found = {pair.id: pair for pair in session.scalars(select(Pair).where(chosen(Pair.id, ids)))}
    return [found.get(pair_id) or find(session, pair_id) for pair_id in ids]


def names(session: Session, pair: Pair) -> tuple[str, str]:
    """The names of the left and the right side."""
    return session.get_one(Person, pair.left_id).name, session.get_one(Person, pair.right_id).name


def full_name(session: Session, pair: Pair) -> str:
    """ "Amara Okonkwo & Jonas Weidmann"."""
    return " & ".join(names(session, pair))


def said(session: Session, pairs: Sequence[Pair]) -> str:
    """How a step names its pairs: "Amara & Jonas", or "3 pairs"."""
    return short_name(*names(session, pairs[0])) if len(pairs) == 1 else counted(len(pairs), "pair")


def keep(session: Session, pair: Pair) -> None:
    """Hold a pair and its two people as long as the session: it forgets what nobody holds, and every part of a pair's
    page would read them again."""
    people = session.scalars(select(Person).where(Person.id.in_((pair.left_id, pair.right_id)))).all()
    session.info["kept"] = (pair, *people)
