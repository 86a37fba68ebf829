"""Introductions: asked for, made, made into a pair, declined, asked again, changed, taken back."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.records import Introduction
from mentordesk.data.tables import Pair, Person
from mentordesk.domain.dates import long
from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.introductions import IntroductionForm, RequestStatus
from mentordesk.domain.pairs import PairForm
from mentordesk.domain.people import PersonStatus, first_name
from mentordesk.services.desk import name_step, today
from mentordesk.services.pairs import pair_creation
from mentordesk.services.pairs.introduction_rows import of_person as of_person
from mentordesk.services.pairs.introduction_rows import open_requests as open_requests
from mentordesk.services.pairs.introduction_rows import pair_of as pair_of
from mentordesk.services.pairs.introduction_rows import row as row


def request(session: Session, form: IntroductionForm) -> int:
    """Note that somebody would like to meet somebody; returns the id. With `made_on` it has been made already.

    Raises FieldError for `person_id`, `other_id` (the same person, or asked for already), `through_id` (one of the
    two), `asked_on` and `made_on` (still to come, or before the request).
    """
    row = Introduction()
    _check(session, form)
    if form.made_on is None:
        _check_new(session, form)
    _fill(session, row, form)
    session.add(row)
    session.flush()
    first, second = _names(session, row)
    name_step(session, f"{'Note' if form.made_on else 'Ask for'} the introduction of {first} and {second}")
    return row.id


def change(session: Session, introduction_id: int, form: IntroductionForm) -> None:
    """Change an introduction; a pair that came of it has the same person in between. Raises FieldError as `request`."""
    row = _find(session, introduction_id)
    if row.status is RequestStatus.MADE and form.made_on is None:
        form = replace(form, made_on=row.made_on)
    _check(session, form, known=(row.person_id, row.other_id, row.through_id))
    _fill(session, row, form)
    if row.pair_id is not None:
        pair = session.get_one(Pair, row.pair_id)
        if {pair.left_id, pair.right_id} == {row.person_id, row.other_id}:
            pair.introduced_by_id = row.through_id
        else:
            row.pair_id = None
    name_step(session, f"Change the introduction of {' and '.join(_names(session, row))}")


def make(session: Session, introduction_id: int, on: date | None = None) -> None:
    """Note that the two have been brought together: today, unless another day is given. Raises FieldError `made_on`."""
    row = _find(session, introduction_id)
    made_on = on or today(session)
    _check_days(session, row.asked_on, made_on)
    row.status, row.made_on = RequestStatus.MADE, made_on
    name_step(session, f"Introduction of {' and '.join(_names(session, row))} made")


def make_pair(session: Session, introduction_id: int, form: PairForm) -> int:
    """Make the two a pair: the introduction is made with it. Returns the pair's id. Raises FieldError as for any new
    pair, and UserError where the pair is of other people."""
    row = _find(session, introduction_id)
    if {form.mentor_id, form.mentee_id} != {row.person_id, row.other_id}:
        first, second = _names(session, row)
        raise UserError(f"This pair comes from the introduction of {first} and {second}.", advice="Choose these two.")
    pair_id = pair_creation.create(session, form)
    row.status, row.pair_id, row.through_id = RequestStatus.MADE, pair_id, form.introduced_by_id
    row.made_on = row.made_on or today(session)
    name_step(session, f"Introduce {' and '.join(_names(session, row))}, now a pair")
    return pair_id


def decline(session: Session, introduction_id: int) -> None:
    """Note that it does not come to this introduction."""
    row = _find(session, introduction_id)
    row.status, row.made_on = RequestStatus.DECLINED, None
    name_step(session, f"Decline the introduction of {' and '.join(_names(session, row))}")


def reopen(session: Session, introduction_id: int) -> None:
    """Ask again, from today on, for what was declined."""
    row = _find(session, introduction_id)
    row.status, row.asked_on, row.made_on = RequestStatus.OPEN, today(session), None
    name_step(session, f"Ask again for the introduction of {' and '.join(_names(session, row))}")


def remove(session: Session, introduction_id: int) -> None:
    """Take an introduction off the desk. A pair that came of it stays, and knows of nobody in between any more."""
    row = _find(session, introduction_id)
    name_step(session, f"Remove the introduction of {' and '.join(_names(session, row))}")
    if row.pair_id is not None:
        session.get_one(Pair, row.pair_id).introduced_by_id = None
    session.delete(row)


def follow_pair(session: Session, pair_id: int, person_id: int | None) -> None:
    """The introduction that a pair came of has the person in between that the pair says now."""
    for told in session.scalars(select(Introduction).where(Introduction.pair_id == pair_id)):
        told.through_id = person_id


def _find(session: Session, introduction_id: int) -> Introduction:
    found = session.get(Introduction, introduction_id)
    if found is None:
        raise NotFoundError("This introduction is not in the desk any more.", advice="It may have been undone.")
    return found


def _names(session: Session, row: Introduction) -> tuple[str, str]:
    first, second = (session.get_one(Person, each) for each in (row.person_id, row.other_id))
    return first_name(first.name), first_name(second.name)


def _fill(session: Session, row: Introduction, form: IntroductionForm) -> None:
    row.person_id, row.other_id, row.through_id = form.person_id, form.other_id, form.through_id
    row.asked_on = form.asked_on or (None if form.made_on else row.asked_on or today(session))
    row.note = form.note.strip()
    if form.made_on is not None:
        row.status, row.made_on = RequestStatus.MADE, form.made_on


def _check(session: Session, form: IntroductionForm, known: Collection[int | None] = ()) -> None:
    _check_person(session, "person_id", form.person_id, known)
    _check_person(session, "other_id", form.other_id, known)
    if form.person_id == form.other_id:
        raise FieldError("other_id", "Nobody is introduced to themselves. Choose someone else.")
    if form.through_id is not None:
        _check_person(session, "through_id", form.through_id, known)
        if form.through_id in (form.person_id, form.other_id):
            raise FieldError("through_id", "Somebody else brings the two together. Choose them, or nobody.")
    _check_days(session, form.asked_on, form.made_on)


def _check_person(session: Session, field: str, person_id: int, known: Collection[int | None]) -> None:
    """Who has left is asked for nothing new; what is noted of them already may stay."""
    person = session.get(Person, person_id)
    if person is None:
        raise FieldError(field, "Choose a person.")
    if person.status is PersonStatus.LEFT and person_id not in known:
        raise FieldError(field, f"{person.name} has left and is asked for nothing new. Choose someone else.")


def _check_days(session: Session, asked_on: date | None, made_on: date | None) -> None:
    on = today(session)
    for field, day in (("asked_on", asked_on), ("made_on", made_on)):
        if day is not None and day > on:
            raise FieldError(field, f"{long(day)} is still to come. Use {long(on)}?", proposal=on)
    if asked_on and made_on and made_on < asked_on:
        raise FieldError("made_on", f"This is before it was asked for. Use {long(asked_on)}?", proposal=asked_on)


def _check_new(session: Session, form: IntroductionForm) -> None:
    two = (form.person_id, form.other_id)
    query = select(Introduction.asked_on).where(
        Introduction.status == RequestStatus.OPEN, Introduction.person_id.in_(two), Introduction.other_id.in_(two)
    )
    asked = session.execute(query.limit(1)).first()
    if asked is not None:
        since = f" since {long(asked.asked_on)}" if asked.asked_on else ""
        raise FieldError("other_id", f"This introduction is asked for already{since}.")
