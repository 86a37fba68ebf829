"""What becomes of proposed pairs: a side accepts or declines, in one step of history. Starts no pair unasked."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.records import PairAnswer
from mentordesk.data.tables import Pair
from mentordesk.domain.dates import long
from mentordesk.domain.errors import FieldError, UserError
from mentordesk.domain.pairs import EndReason, PairForm
from mentordesk.domain.people import first_name
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.desk import name_step, today
from mentordesk.services.mails import mails
from mentordesk.services.mails.mails import Letter
from mentordesk.services.matching.pair_answer_rows import count as count
from mentordesk.services.matching.pair_answer_rows import of_pair as of_pair
from mentordesk.services.matching.pair_answer_rows import of_pairs
from mentordesk.services.matching.pair_answer_rows import page as page
from mentordesk.services.matching.pair_answer_rows import rows as rows
from mentordesk.services.matching.pair_answer_rows import waiting as waiting
from mentordesk.services.pairs import pair_creation, pairs
from mentordesk.services.pairs.pair_counts import chosen
from mentordesk.services.pairs.pair_lookup import find, find_all, full_name, names, said


def accept(session: Session, pair_id: int, side: Side, day: date, note: str = "", start: bool = False) -> None:
    """A side says yes. With `start` the pair starts once both have. Raises FieldError for `day` in the future and
    UserError for a pair that is not proposed."""
    (pair,) = _open(session, [pair_id], day)
    _note(session, pair, side, True, day, note)
    _start_ready(session, [pair], start)
    name_step(session, f"{_first(session, pair, side)} accepts")


def accept_all(session: Session, ids: Sequence[int], sides: Sequence[Side], day: date, start: bool = False) -> None:
    """These sides of several pairs say yes, in one step; who has said so before keeps the day. Raises what `accept`
    raises."""
    found = _open(session, ids, day)
    there = _all_stored(session, ids)
    for pair in found:
        for side in sides:
            before = there.get((pair.id, side))
            if before is None or not before.accepted:
                _fill(session, before or PairAnswer(pair_id=pair.id, side=side), True, day, "")
    _start_ready(session, found, start)
    alone = len(found) == 1 and len(sides) == 1
    name_step(session, f"{_first(session, found[0], sides[0])} accepts" if alone else f"Accept {said(session, found)}")


def _start_ready(session: Session, found: Sequence[Pair], start: bool) -> None:
    session.flush()
    there = _all_stored(session, [pair.id for pair in found]) if start else {}
    yes = {seat for seat, answer in there.items() if answer.accepted}
    ready = [pair.id for pair in found if yes.issuperset((pair.id, side) for side in Side)]
    if ready:
        pairs.activate(session, ready)


def decline(session: Session, pair_id: int, side: Side, day: date, note: str = "") -> None:
    """A side says no: the pair ends before it began, and both have their places again. Raises FieldError for `day` in
    the future and UserError for a pair that is not proposed."""
    (pair,) = _open(session, [pair_id], day)
    _note(session, pair, side, False, day, note)
    pairs.end(session, pair_id, EndReason.DECLINED, note)
    name_step(session, f"{_first(session, pair, side)} declines")


def take_back(session: Session, pair_id: int, side: Side) -> None:
    """A side has not answered after all. A pair that ended by its no is proposed again, if both still have a place."""
    pair = find(session, pair_id)
    stored = _stored(session, pair_id, side)
    if stored is None:
        raise UserError(f"{_first(session, pair, side)} has not answered yet.")
    if not stored.accepted and pair.status is PairStatus.ENDED:
        pair_creation.check_place_again(session, pair)
        pair.status, pair.ended_on, pair.end_reason, pair.end_note = PairStatus.PROPOSED, None, None, ""
    session.delete(stored)
    name_step(session, f"Take back the answer of {_first(session, pair, side)}")


def propose(session: Session, cohort_id: int, mentee: int, mentor: int) -> int:
    """A proposed pair of two who still have places; returns its id. Raises UserError where one has none."""
    try:
        made = pair_creation.create(session, PairForm(mentor, mentee, cohort_id))
    except FieldError as error:
        raise UserError(str(error), safe="No pair was made.") from error
    name_step(session, f"Propose {said(session, [find(session, made)])}")
    return made


def _open(session: Session, ids: Sequence[int], day: date) -> list[Pair]:
    """The pairs, all of which are proposed, on a day that is not still to come."""
    found = find_all(session, ids)
    if not found:
        raise UserError("No pair is selected.", advice="Select one or more proposed pairs first.")
    for pair in found:
        if pair.status is not PairStatus.PROPOSED:
            status = "were declined" if pair.end_reason is EndReason.DECLINED else f"are {pair.status.value}"
            raise UserError(f"{full_name(session, pair)} {status}: only a proposed pair is answered.")
    on = today(session)
    if day > on:
        raise FieldError("day", f"{long(day)} is still to come. Use {long(on)}?", proposal=on)
    return found


def _note(session: Session, pair: Pair, side: Side, accepted: bool, day: date, note: str) -> None:
    stored = _stored(session, pair.id, side) or PairAnswer(pair_id=pair.id, side=side)
    _fill(session, stored, accepted, day, note)


def _fill(session: Session, answer: PairAnswer, accepted: bool, day: date, note: str) -> None:
    answer.accepted, answer.day, answer.note = accepted, day, note.strip()
    session.add(answer)


def _stored(session: Session, pair_id: int, side: Side) -> PairAnswer | None:
    of_side = (PairAnswer.pair_id == pair_id, PairAnswer.side == side)
    return session.scalars(select(PairAnswer).where(*of_side)).one_or_none()


def _all_stored(session: Session, ids: Sequence[int]) -> dict[tuple[int, Side], PairAnswer]:
    there = session.scalars(select(PairAnswer).where(chosen(PairAnswer.pair_id, ids)))
    return {(answer.pair_id, answer.side): answer for answer in there}


def _first(session: Session, pair: Pair, side: Side) -> str:
    return first_name(names(session, pair)[0 if side is Side.LEFT else 1])


def letter(session: Session, ids: Sequence[int]) -> Letter:
    """A mail to those of proposed pairs who have not answered, that asks for their answer; to both sides of pairs whose
    answers are all there."""
    found = [row for row in of_pairs(session, ids) if row.proposed]
    silent = [row.person_id(side) for row in found for side in row.unanswered]
    alone = len(found) == 1
    words = f"the pair of {found[0].left} and {found[0].right}" if alone else "the pair you are in"
    return mails.draft(session, "proposal", people=silent, pairs=[row.id for row in found], pair=words)
