"""Who has signed the ground rules: the pairs of a cohort, and how many of a program signed what is written now."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from mentordesk.data.tables import Cohort, Pair, Person, Program
from mentordesk.domain.agreements import AgreementRow
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.desk import name_step
from mentordesk.services.pairs import pairs

ASKED = (PairStatus.PROPOSED, PairStatus.ACTIVE, PairStatus.PAUSED)
"""Pairs that are asked to sign."""


def of_cohort(session: Session, cohort_id: int) -> list[AgreementRow]:
    """The pairs of a cohort by name, but for those that ended early."""
    return _read(session, (Pair.cohort_id == cohort_id) & (Pair.status != PairStatus.ENDED))


def of_pair(session: Session, pair_id: int) -> AgreementRow | None:
    """Who of a pair signed; None where no program gives the pair ground rules."""
    found = _read(session, Pair.id == pair_id)
    return found[0] if found and found[0].rules.strip() else None


def _read(session: Session, which: ColumnElement[bool]) -> list[AgreementRow]:
    left, right = aliased(Person), aliased(Person)
    query = (
        select(
            *(Pair.id, left.name, right.name, Pair.status, Pair.left_agreed_on, Pair.right_agreed_on),
            func.coalesce(Pair.agreed_version < Program.ground_rules_version, False),
            *(Pair.format, Program.ground_rules),
        )
        .join(left, left.id == Pair.left_id)
        .join(right, right.id == Pair.right_id)
        .join(Cohort, Cohort.id == Pair.cohort_id)
        .join(Program, Program.id == Cohort.program_id)
        .where(which)
        .order_by(func.lower(left.name), Pair.id)
    )
    return [AgreementRow(*found[:6], bool(found[6]), *found[7:]) for found in session.execute(query)]


def signed(session: Session, program_id: int) -> tuple[int, int]:
    """How many pairs signed the rules as they are now, both sides, of how many that are asked to."""
    both = Pair.left_agreed_on.is_not(None) & Pair.right_agreed_on.is_not(None)
    now = both & (Pair.agreed_version == Program.ground_rules_version)
    query = (
        select(func.count().filter(now), func.count())
        .select_from(Pair)
        .join(Cohort, Cohort.id == Pair.cohort_id)
        .join(Program, Program.id == Cohort.program_id)
        .where(Program.id == program_id, Pair.status.in_(ASKED))
    )
    count, asked = session.execute(query).one()
    return count, asked


def sign(session: Session, pair_id: int, left_on: date | None, right_on: date | None) -> None:
    """Note when each side signed; None for a side that has not. Raises FieldError for a day to come."""
    pairs.agree(session, pair_id, Side.RIGHT, right_on)
    pairs.agree(session, pair_id, Side.LEFT, left_on)


def sign_all(session: Session, pair_ids: Sequence[int], on: date) -> None:
    """Both sides of these pairs signed the rules as they are now on a day, not in the future."""
    for pair_id in pair_ids:
        sign(session, pair_id, on, on)
    if len(pair_ids) > 1:
        name_step(session, f"Agreement of {len(pair_ids)} pairs")
