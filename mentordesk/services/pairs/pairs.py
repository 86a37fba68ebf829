"""Pairs: made, activated, paused, completed, going on or ended; listed with everything that is computed about them."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select, union, update
from sqlalchemy.orm import Session

from mentordesk.data.records import ClosingSurvey, Contact, Exchange, PairAnswer
from mentordesk.data.tables import Cohort, Pair, Person, Program
from mentordesk.domain.dates import long
from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.health import Assessment
from mentordesk.domain.pairs import TAKES_PLACE, EndReason, PairRow, check_change, may_become
from mentordesk.domain.people import first_name
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.desk import name_step, today
from mentordesk.services.pairs import attention_marks, introductions, pair_counts, pair_facts
from mentordesk.services.pairs.pair_creation import check_place_again
from mentordesk.services.pairs.pair_creation import create as create
from mentordesk.services.pairs.pair_detail import detail as detail
from mentordesk.services.pairs.pair_lookup import find, find_all, full_name, names, said
from mentordesk.services.pairs.pair_start import close_milestones, open_milestones_again, start


def rows(session: Session, scope: Scope = EVERYTHING, statuses: Collection[PairStatus] | None = None) -> list[PairRow]:
    """The pairs of a scope, those that need a hand first: by health, then days since contact, then name."""
    return sorted((record.row for record in pair_facts.load(session, scope, statuses)), key=urgency)


def urgency(row: PairRow) -> tuple[int, int, str]:
    """What lists of pairs are sorted by at first: health, then days since contact, then name."""
    return (row.health.rank if row.health else 9, -(row.days or 0), row.name)


def row(session: Session, pair_id: int) -> PairRow:
    """One pair, computed alone. Raises NotFoundError."""
    return _record(session, pair_id).row


def assessment(session: Session, pair_id: int) -> Assessment:
    """Its health with all four reasons; no health for a pair that is not active."""
    return _record(session, pair_id).assessment


def _record(session: Session, pair_id: int) -> pair_facts.PairRecord:
    found = pair_facts.load(session, ids=[pair_id])
    if not found:
        raise NotFoundError("This pair is not in the desk any more.")
    return found[0]


def activate(session: Session, ids: Sequence[int], started_on: date | None = None) -> None:
    """Start pairs: milestones are laid out from the plan. A pair starts on the given day, else on the one it was made
    with, else with its cohort or today, whichever is later."""
    _make_active(session, ids, "Activate {}", started_on)


def resume(session: Session, ids: Sequence[int]) -> None:
    """Take up paused pairs again."""
    _make_active(session, ids, "Resume {}")


def reopen(session: Session, ids: Sequence[int]) -> None:
    """Take up finished or enduring pairs again, with the milestones that were open then. Both sides need a place."""
    _make_active(session, ids, "Reopen {}")


def _make_active(session: Session, ids: Sequence[int], label: str, started_on: date | None = None) -> None:
    chosen = _chosen(session, ids, PairStatus.ACTIVE, label)
    _check_none_declined(session, chosen)
    attention_marks.forget_pauses(session, ids)
    starting = []
    for pair in chosen:
        before, pair.ended_on, pair.end_reason, pair.end_note = pair.status, None, None, ""
        if before not in TAKES_PLACE:
            check_place_again(session, pair)
            open_milestones_again(session, pair)
        pair.status = PairStatus.ACTIVE
        if before is PairStatus.PROPOSED or pair.started_on is None:
            pair.started_on = started_on or pair.started_on
            starting.append(pair)
    start(session, starting)


def _check_none_declined(session: Session, pairs: Sequence[Pair]) -> None:
    """Raise UserError where a side has said no to a proposal: nobody is paired against their will."""
    answered = (pair_counts.chosen(PairAnswer.pair_id, [pair.id for pair in pairs]), ~PairAnswer.accepted)
    if (
        no := session.scalars(select(PairAnswer).where(*answered).order_by(PairAnswer.id).limit(1)).first()
    ) is not None:
        pair = find(session, no.pair_id)
        who = first_name(names(session, pair)[0 if no.side is Side.LEFT else 1])
        raise UserError(
            f"{full_name(session, pair)} cannot start: {who} declined on {long(no.day)}.",
            advice="Take that answer back first if it was changed.",
        )


def pause(session: Session, ids: Sequence[int]) -> None:
    """Let pairs rest: they have no health and keep their places and milestones."""
    for pair in _chosen(session, ids, PairStatus.PAUSED, "Pause {}"):
        pair.status = PairStatus.PAUSED


def complete(session: Session, ids: Sequence[int]) -> None:
    """Pairs have reached what they wanted, be it early: open milestones are skipped."""
    _finish(session, _chosen(session, ids, PairStatus.COMPLETED, "Complete {}"), PairStatus.COMPLETED)


def endure(session: Session, ids: Sequence[int]) -> None:
    """Pairs go on by themselves, without rhythm and milestones."""
    found = _chosen(session, ids, PairStatus.ENDURING, "Mark {} as enduring")
    for pair in found:
        pair.status, pair.ended_on, pair.end_reason, pair.end_note = PairStatus.ENDURING, None, None, ""
    close_milestones(session, found, PairStatus.ENDURING)


def end(
    session: Session,
    pair_id: int,
    reason: EndReason,
    note: str = "",
    left_again: bool | None = None,
    right_again: bool | None = None,
) -> None:
    """A pair stops early, or a proposal is taken back; the reason counts in reports, the note stays with the pair.

    `left_again` and `right_again` say whether each would match with the other again; None where nobody knows.
    """
    (pair,) = _chosen(session, [pair_id], PairStatus.ENDED, "End {}")
    if pair.status is PairStatus.PROPOSED:
        pair.started_on = None
    _set_ending(session, pair, reason, note, left_again, right_again)
    _finish(session, [pair], PairStatus.ENDED)


def change_ending(
    session: Session,
    pair_id: int,
    reason: EndReason,
    note: str = "",
    left_again: bool | None = None,
    right_again: bool | None = None,
) -> None:
    """Change why a pair ended and who would match again; the day stays. Raises UserError for one that has not ended."""
    pair = find(session, pair_id)
    if pair.status is not PairStatus.ENDED:
        raise UserError(f"{full_name(session, pair)} have not ended.", advice="End the pair first.")
    _set_ending(session, pair, reason, note, left_again, right_again)
    name_step(session, f"Change why {said(session, [pair])} ended")


def _set_ending(
    session: Session, pair: Pair, reason: EndReason, note: str, left_again: bool | None, right_again: bool | None
) -> None:
    """The closing survey of a side, if there is one, says the same as the pair."""
    pair.end_reason, pair.end_note = reason, note.strip()
    pair.left_again, pair.right_again = left_again, right_again
    for side, again in zip(Side, (left_again, right_again), strict=True):
        of_side = (ClosingSurvey.pair_id == pair.id) & (ClosingSurvey.side == side)
        session.execute(update(ClosingSurvey).where(of_side).values(again=again))


def _chosen(session: Session, ids: Sequence[int], then: PairStatus, label: str) -> list[Pair]:
    """The pairs of an action, each of which may become `then`; the step is named after them."""
    pairs = find_all(session, ids)
    if not pairs:
        raise UserError("No pair is selected.", advice="Select one or more pairs first.")
    for pair in pairs:
        if not may_become(pair.status, then):
            check_change(full_name(session, pair), pair.status, then)
    name_step(session, label.format(said(session, pairs)))
    return pairs


def _finish(session: Session, pairs: Sequence[Pair], status: PairStatus) -> None:
    on = today(session)
    for pair in pairs:
        pair.status, pair.ended_on = status, max(on, pair.started_on or on)
    close_milestones(session, pairs, status)


def remove(session: Session, ids: Sequence[int]) -> None:
    """Take proposed pairs off the desk, as if they had never been made. Others keep their history: end them instead."""
    pairs = find_all(session, ids)
    recorded = _with_records(session, ids)
    for pair in pairs:
        if pair.status is not PairStatus.PROPOSED or pair.id in recorded:
            raise UserError(
                f"{full_name(session, pair)} cannot be removed: the pair has a history.",
                advice="End the pair instead; its history stays.",
            )
    name_step(session, f"Remove {said(session, pairs)}")
    for pair in pairs:
        session.delete(pair)


def _with_records(session: Session, ids: Sequence[int]) -> set[int]:
    each = (select(table.pair_id).where(pair_counts.chosen(table.pair_id, ids)) for table in (Contact, Exchange))
    return set(session.scalars(union(*each)))


def set_introduced_by(session: Session, pair_id: int, person_id: int | None) -> None:
    """Who brought the two together; None for nobody known."""
    pair = find(session, pair_id)
    if person_id in (pair.left_id, pair.right_id):
        raise FieldError("introduced_by_id", "Somebody else brought the two together. Choose that person.")
    if person_id is not None and session.get(Person, person_id) is None:
        raise FieldError("introduced_by_id", "Choose a person.")
    pair.introduced_by_id = person_id
    introductions.follow_pair(session, pair_id, person_id)
    name_step(session, f"Change who introduced {said(session, [pair])}")


def set_rhythm(session: Session, pair_id: int, days: int | None) -> None:
    """The wanted days between two contacts of this pair, 1 to 366; None to follow the program."""
    if days is not None and not 1 <= days <= 366:
        raise FieldError("rhythm_days", "Choose 1 to 366 days between two contacts.", proposal=30)
    pair = find(session, pair_id)
    pair.rhythm_days = days
    name_step(session, f"Change the rhythm of {said(session, [pair])}")


def set_notes(session: Session, pair_id: int, notes: str) -> None:
    """The coordinator's notes about a pair: they stay on the desk and in no report."""
    pair = find(session, pair_id)
    pair.notes = notes.strip()
    name_step(session, f"Change the notes on {said(session, [pair])}")


def agree(session: Session, pair_id: int, side: Side, day: date | None) -> None:
    """Note when a side signed the ground rules, not in the future; None takes it back."""
    on = today(session)
    if day is not None and day > on:
        raise FieldError("day", f"This day is still to come. Use {long(on)}?", proposal=on)
    pair = find(session, pair_id)
    if side is Side.LEFT:
        pair.left_agreed_on = day
    else:
        pair.right_agreed_on = day
    pair.agreed_version = _rules_version(session, pair)
    name_step(session, f"Agreement of {names(session, pair)[0 if side is Side.LEFT else 1]}")


def _rules_version(session: Session, pair: Pair) -> int | None:
    """The version of the ground rules that is signed now; none where nobody has signed or there is no program."""
    if pair.left_agreed_on is None and pair.right_agreed_on is None:
        return None
    query = select(Program.ground_rules_version).join(Cohort, Cohort.program_id == Program.id)
    return session.scalar(query.where(Cohort.id == pair.cohort_id))
