"""What becomes of each response: whose it is, what is wrong with it, whether it is new, late, changed or a duplicate.

Knows the desk and changes nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from mentordesk.data.tables import Pair
from mentordesk.domain.check_in_rules import check
from mentordesk.domain.check_ins import CheckInForm
from mentordesk.domain.dates import long
from mentordesk.domain.errors import FieldError
from mentordesk.domain.people import first_name
from mentordesk.domain.responses import (
    Decisions,
    ResponseChange,
    ResponseKind,
    ResponseProblem,
    ResponseState,
    is_late,
)
from mentordesk.domain.standing import Side
from mentordesk.exchange.responses import meaning
from mentordesk.exchange.responses.answers import Answer
from mentordesk.exchange.responses.meaning import Understood
from mentordesk.services.desk import today
from mentordesk.services.pairs import contacts, exchanges, pulse
from mentordesk.services.pairs.record_checks import begun, check_day, check_since
from mentordesk.services.responses import records
from mentordesk.services.responses.known import Known, KnownContact, KnownExchange, Receipt
from mentordesk.services.responses.people import PairBook, Whose
from mentordesk.services.responses.records import Form


@dataclass(slots=True)
class Planned:
    """One response and what is to become of it. `record_id` is the row that a change is of; `can_take` says that a
    duplicate may be taken all the same; `beaten_by` is the later answer of the same files that counts instead."""

    id: int
    answer: Answer
    whose: Whose = field(default_factory=Whose)
    state: ResponseState = ResponseState.NEW
    form: Form | None = None
    read: Understood = field(default_factory=Understood)
    content: str = ""
    key: str = ""
    record_id: int | None = None
    late: bool = False
    note: str = ""
    can_take: bool = False
    problems: list[ResponseProblem] = field(default_factory=list)
    changes: tuple[ResponseChange, ...] = ()
    names: tuple[str, str] = ("", "")
    beaten_by: "Planned | None" = None

    @property
    def pair(self) -> Pair | None:
        return self.whose.pair


def plan(
    session: Session, answers: Sequence[tuple[int, Answer]], decisions: Decisions, book: PairBook
) -> list[Planned]:
    """All responses in the order of the files. An id that the coordinator has assigned or mended is taken so."""
    planned = [Planned(id_, answer, _whose(book, id_, answer, decisions)) for id_, answer in answers]
    pair_ids = {it.pair.id for it in planned if it.pair is not None}
    planner = _Planner(session, book, Known(session, pair_ids), decisions)
    for each in planned:
        planner.judge(each)
    return planned


def _whose(book: PairBook, id_: int, answer: Answer, decisions: Decisions) -> Whose:
    if id_ in decisions.whose:
        pair_id, side = decisions.whose[id_]
        if pair_id in book.pairs:
            return Whose(book.pairs[pair_id], side, note="Assigned by hand")
    return book.whose(answer)


class _Planner:
    """Judges one response after the other, and remembers what the earlier ones are going to add."""

    def __init__(self, session: Session, book: PairBook, known: Known, decisions: Decisions) -> None:
        self._session, self._book, self._known, self._decisions = session, book, known, decisions
        self._today = today(session)
        self._new_check_ins: dict[tuple[int, Side, date], Planned] = {}
        self._asked: dict[int, frozenset[str]] = {}
        self._slots: dict[str, int] = {}

    def judge(self, it: Planned) -> None:
        """Say what becomes of one response."""
        if it.id in self._decisions.left_out:
            it.state = ResponseState.LEFT_OUT
        pair = it.whose.pair
        if pair is None:
            self._unknown(it)
            return
        it.names = self._names(it, pair)
        it.read = meaning.understand(it.answer, self._decisions.edits.get(it.id, {}), it.names, it.whose.side)
        it.problems += it.read.problems
        it.content = records.content(it.read.values)
        judges: dict[ResponseKind, Callable[[Planned, Pair], None]] = {
            ResponseKind.CHECK_IN: self._check_in,
            ResponseKind.CONTACT: self._contact,
            ResponseKind.EXCHANGE: self._exchange,
        }
        try:
            begun(self._session, pair.id)
            judges[it.answer.kind](it, pair)
        except FieldError as error:
            it.problems.append(_problem(error))
        if it.problems and it.state is not ResponseState.LEFT_OUT:
            it.state = ResponseState.FIX

    def _unknown(self, it: Planned) -> None:
        it.problems.append(ResponseProblem("pair", it.whose.problem))
        it.read = meaning.understand(it.answer, self._decisions.edits.get(it.id, {}), ("", ""), None)
        if it.state is not ResponseState.LEFT_OUT:
            it.state = ResponseState.FIX if it.whose.known else ResponseState.UNKNOWN

    def _names(self, it: Planned, pair: Pair) -> tuple[str, str]:
        """As the form has them, where both are called alike; else as the desk has them now."""
        names = self._book.names(pair)
        asked = it.answer.pair
        if asked is not None and names[0].casefold() == names[1].casefold():
            return asked.left, asked.right
        return names

    # Check-ins

    def _check_in(self, it: Planned, pair: Pair) -> None:
        side = it.whose.side or it.answer.side or Side.LEFT
        on = self._day(it, pair)
        own = it.answer.own if it.answer.sender is None else self._own_of(it, pair)
        form = records.check_in(it.read.values, pair.id, side, on, own)
        asked = self._asked_of(pair)
        kept = tuple(given for given in form.own if given.question in asked)
        if len(kept) < len(form.own):
            it.note = "A question that the program does not ask any more is left out"
            form = CheckInForm(**{**_fields(form), "own": kept})
        it.form = form
        if it.read.problems:
            return
        check(form, self._today, pair.started_on, asked)
        it.late = is_late(on, it.answer.until)
        self._against_receipts(it, lambda receipt: receipt.pair_id == pair.id)
        if it.state is ResponseState.NEW:
            self._against_day(it, pair.id, side, on)
        self._mark_late(it)
        if it.state in (ResponseState.NEW, ResponseState.LATE, ResponseState.CHANGED):
            self._only_newest(it, (pair.id, side, form.on))

    def _own_of(self, it: Planned, pair: Pair) -> tuple[str, ...]:
        """The questions of all programs as this pair reads them: columns of a service are of them."""
        names = tuple(map(first_name, it.names))
        return tuple(text.replace("{mentor}", names[0]).replace("{mentee}", names[1]) for text in it.answer.own)

    def _asked_of(self, pair: Pair) -> frozenset[str]:
        if pair.id not in self._asked:
            self._asked[pair.id] = frozenset(it.text for it in pulse.questions(self._session, pair.id) if not it.key)
        return self._asked[pair.id]

    def _day(self, it: Planned, pair: Pair) -> date:
        """The day that is written, else that on which the file was saved, as far as that can be."""
        stated = it.read.values.get("on")
        if stated is not None:
            return stated  # type: ignore[no-any-return]
        saved = min(it.answer.saved_on, self._today)
        return max(saved, pair.started_on) if pair.started_on is not None else saved

    def _against_day(self, it: Planned, pair_id: int, side: Side, on: date) -> None:
        """A side has one check-in a day: another answer of the same day is a change of it."""
        there = self._known.check_ins.get((pair_id, side, on))
        if there is not None:
            self._compare(it, there, "It is on record already")

    def _only_newest(self, it: Planned, day: tuple[int, Side, date]) -> None:
        """Of two answers of one side on one day in the same files the later one counts."""
        earlier = self._new_check_ins.get(day)
        if earlier is not None:
            same = earlier.content == it.content
            loser, other = (it, earlier) if same else (earlier, it)
            loser.state, loser.changes, loser.beaten_by = ResponseState.DUPLICATE, (), other
            what = "The same answer" if same else "A later answer of the same day"
            loser.note = f"{what} stands in {_where(loser, other)}"
            if same:
                return
        self._new_check_ins[day] = it

    # Contacts and exchanges

    def _contact(self, it: Planned, pair: Pair) -> None:
        on = self._needed_day(it)
        if on is None or it.read.problems:
            return
        check_day(self._session, on)
        it.form = form = records.contact(it.read.values, pair.id, on)

        def same(receipt: Receipt) -> bool:
            return receipt.pair_id == pair.id and self._known.day_of(receipt) == on

        self._against_receipts(it, same)
        if it.state is ResponseState.NEW and not self._wanted(it):
            if "channel" not in it.read.values:
                it.note = f"How they were in touch is not said: taken as a {form.channel.word.lower()}"
            found = self._known.same_contact(pair.id, on, form.channel)
            if found is not None:
                self._duplicate(it, f"A {form.channel.word.lower()} of {long(on)} is on record already")
        if it.state is ResponseState.NEW:
            added = KnownContact(0, form.channel, form.minutes, form.note)
            self._known.contacts[pair.id, on].append(added)

    def _exchange(self, it: Planned, pair: Pair) -> None:
        on = self._needed_day(it)
        self._need(it, "kind", "Say what was given.")
        side = it.read.values.get("giver")
        if side is None:
            self._need(it, "giver", f"Say who gave: {it.names[0]} or {it.names[1]}.")
        if on is None or side is None or it.problems:
            return
        check_day(self._session, on)
        check_since(self._session, pair, on)
        giver_id = pair.left_id if side is Side.LEFT else pair.right_id
        it.form = form = records.exchange(it.read.values, pair.id, giver_id, on)

        def same(receipt: Receipt) -> bool:
            return receipt.pair_id == pair.id and self._known.day_of(receipt) == on

        self._against_receipts(it, same)
        if "points" not in it.read.values:
            it.note = f"How much is not said: taken as {form.points}"
        known = self._known.same_exchange(pair.id, on, side, form.kind, form.points, form.what)
        if it.state is ResponseState.NEW and not self._wanted(it) and known is not None:
            self._duplicate(it, f"The same exchange of {long(on)} is on record already")
        if it.state is ResponseState.NEW:
            self._known.exchanges[pair.id, on].append(KnownExchange(0, side, form.kind, form.points, form.what))

    def _needed_day(self, it: Planned) -> date | None:
        found: date | None = it.read.values.get("on")
        if found is None and it.answer.sender is not None and not it.read.problems:
            return min(it.answer.saved_on, self._today)
        if found is None and "on" not in {problem.field for problem in it.problems}:
            proposal = long(min(it.answer.saved_on, self._today))
            it.problems.append(ResponseProblem("on", "Write the day.", proposal))
        return found

    def _need(self, it: Planned, key: str, sentence: str) -> None:
        if key not in it.read.values and key not in {problem.field for problem in it.problems}:
            it.problems.append(ResponseProblem(key, sentence))

    # Receipts

    def _against_receipts(self, it: Planned, same: Callable[[Receipt], bool]) -> None:
        """Whether this was taken before: the same, changed since, or removed from the desk since."""
        there = self._known.receipts(it.answer.key)
        taken = self._slots.get(it.answer.key, 0)
        self._slots[it.answer.key] = taken + 1
        it.key = it.answer.key if not there and not taken else f"{it.answer.key}#{len(there) + taken + 1}"
        equal = next((receipt for receipt in there if _mark(receipt) == it.content), None)
        if equal is not None:
            gone = not self._known.is_there(equal)
            words = " and has been removed since" if gone else ""
            self._duplicate(it, f"It was taken on {long(equal.on)}{words}", can_take=gone)
            if it.state is ResponseState.NEW:
                it.key = equal.key
            return
        older = next((receipt for receipt in there if it.content in _older_marks(receipt)), None)
        if older is not None and self._known.is_there(older):
            self._duplicate(it, f"A later answer took its place on {long(older.on)}", can_take=False)
            return
        changed = next((receipt for receipt in there if self._known.is_there(receipt) and same(receipt)), None)
        if changed is not None:
            it.key = changed.key
            self._compare(it, changed.record_id, f"It was taken on {long(changed.on)}")

    def _compare(self, it: Planned, record_id: int, note: str) -> None:
        """A change of what is on record, or no change at all."""
        assert it.form is not None
        before = _on_record(self._session, it.answer.kind, record_id)
        after = records.merged(before, it.form, it.read.values)
        it.changes = records.differences(before, after)
        if not it.changes:
            self._duplicate(it, note)
            return
        it.form, it.record_id = after, record_id
        it.note = f"{note}, and says something else now" if note.startswith("It was") else note
        if it.state is not ResponseState.LEFT_OUT:
            it.state = ResponseState.CHANGED

    def _duplicate(self, it: Planned, note: str, can_take: bool | None = None) -> None:
        """Leave it out, unless the coordinator wants it all the same."""
        it.note = note
        it.can_take = it.answer.kind is not ResponseKind.CHECK_IN if can_take is None else can_take
        if not self._wanted(it) and it.state is not ResponseState.LEFT_OUT:
            it.state = ResponseState.DUPLICATE

    def _wanted(self, it: Planned) -> bool:
        return it.id in self._decisions.taken

    def _mark_late(self, it: Planned) -> None:
        if it.late and it.state is ResponseState.NEW:
            it.state = ResponseState.LATE
        if it.late and it.answer.until is not None and it.state is not ResponseState.DUPLICATE:
            words = f"Asked for by {long(it.answer.until)}"
            it.note = f"{it.note} · {words}" if it.note else words


def _mark(receipt: Receipt) -> str:
    return receipt.content.partition(" ")[0]


def _older_marks(receipt: Receipt) -> list[str]:
    return receipt.content.split()[1:]


def _where(here: Planned, there: Planned) -> str:
    same_file = here.answer.file == there.answer.file
    return there.answer.place if same_file else f"“{there.answer.file}”"


def _on_record(session: Session, kind: ResponseKind, record_id: int) -> Form:
    if kind is ResponseKind.CHECK_IN:
        return pulse.form(session, record_id)
    if kind is ResponseKind.CONTACT:
        return contacts.form(session, record_id)
    return exchanges.form(session, record_id)


def _fields(form: CheckInForm) -> dict[str, Any]:
    return {name: getattr(form, name) for name in form.__dataclass_fields__}


_FIELDS = {"pair_id": "pair", "giver_id": "giver"}


def _problem(error: FieldError) -> ResponseProblem:
    """What a rule of the desk says, at the field of the response."""
    proposal = error.proposal
    text = long(proposal) if isinstance(proposal, date) else None if proposal is None else str(proposal)
    return ResponseProblem(_FIELDS.get(error.field, error.field), str(error), text)
