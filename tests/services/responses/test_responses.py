"""Answers taken from forms: new, late, changed, twice, of nobody; one step of history; comments stay confidential."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from mentordesk.domain.contacts import Channel, ContactForm
from mentordesk.domain.errors import UserError
from mentordesk.domain.people import PersonForm
from mentordesk.domain.questions import QuestionForm, QuestionSet
from mentordesk.domain.responses import (
    Decisions,
    FormsFor,
    FormsRequest,
    ResponseKind,
    ResponsePreview,
    ResponseResult,
    ResponseRow,
    ResponseState,
)
from mentordesk.domain.standing import Side
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import contacts, exchanges, pulse
from mentordesk.services.people import people
from mentordesk.services.programs import questions
from mentordesk.services.responses import responses
from tests.answered import add, answer, save
from tests.builders import add_cohort, add_pair

AMARA, JONAS = "Amara Okonkwo", "Jonas Weidmann"
DAY = date(2026, 6, 3)
SECRET = "She talks too much"


class Office:
    """A desk with two pairs, a form of their cohort, and what somebody does with it."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk, self.folder = desk, folder
        self.cohort = add_cohort(desk)
        self.pair = add_pair(desk, AMARA, JONAS, self.cohort)
        self.other = add_pair(desk, "Ruth Adler", "Mateo Quispe", self.cohort)
        self.form = self.write()

    def write(self, name: str = "form.xlsx", **values: object) -> Path:
        request = FormsRequest(cohort_id=self.cohort, **values)
        named = self.desk.read(responses.forms, request)
        return responses.write_forms(named, self.folder / name)[0]

    def check_in(self, values: dict[str, object], who: str = AMARA, on: date = DAY, name: str = "back.xlsx") -> Path:
        workbook = openpyxl.load_workbook(self.form)
        answer(workbook["Check-in"], who, values)
        return save(workbook, self.folder / name, on)

    def listed(self, sheet: str, values: dict[str, object], name: str = "back.xlsx", row: int = 1) -> Path:
        workbook = openpyxl.load_workbook(self.form)
        add(workbook[sheet], row, {"Pair": f"{AMARA} & {JONAS}", **values})
        return save(workbook, self.folder / name, DAY)

    def request(self, *paths: Path, **decided: object) -> responses.ResponseRequest:
        files = responses.read_files(paths)
        assert not files.faults
        return responses.ResponseRequest(files, decisions=Decisions(**decided))

    def look(self, *paths: Path, **decided: object) -> ResponsePreview:
        return self.desk.read(responses.preview, self.request(*paths, **decided))

    def only(self, *paths: Path, **decided: object) -> ResponseRow:
        (row,) = self.look(*paths, **decided).rows
        return row

    def take(self, *paths: Path, **decided: object) -> ResponseResult:
        return self.desk.do(responses.apply, self.request(*paths, **decided))


@pytest.fixture
def office(desk: Desk, tmp_path: Path) -> Office:
    return Office(desk, tmp_path)


def test_a_check_in_is_taken_once(office: Office) -> None:
    back = office.check_in({"Answered": DAY, "I can say": 4, "It is worth": 5, "Comment": SECRET})
    row = office.only(back)
    assert (row.state, row.who, row.pair_id, row.side) == (ResponseState.NEW, AMARA, office.pair, Side.LEFT)
    assert row.said == "Trust 4 · Value 5 · with a comment"
    assert office.take(back).as_dict()["check_ins"] == 1
    (taken,) = office.desk.read(pulse.of_pair, office.pair)
    assert (taken.on, taken.answers.trust, taken.answers.value, taken.comment) == (DAY, 4, 5, SECRET)
    again = office.only(back)
    assert (again.state, again.note) == (ResponseState.DUPLICATE, "It was taken on 4 June 2026")
    with pytest.raises(UserError, match="All answers of the files are on record already"):
        office.take(back)


def test_all_of_it_is_one_step_that_undo_takes_back(office: Office) -> None:
    """With the receipts: afterwards the same file is new again."""
    back = office.check_in({"I can say": 4})
    where = office.listed("Contacts", {"Date": DAY, "How": "Coffee"}, "contact.xlsx")
    office.take(back, where)
    assert office.desk.undo_label() == "Take 2 answers"
    office.desk.undo()
    assert office.desk.read(pulse.of_pair, office.pair) == ()
    assert {row.state for row in office.look(back, where).rows} == {ResponseState.NEW}
    office.desk.redo()
    assert {row.state for row in office.look(back, where).rows} == {ResponseState.DUPLICATE}


def test_a_comment_is_shown_nowhere(office: Office) -> None:
    office.take(office.check_in({"I can say": 4, "Comment": SECRET}))
    changed = office.only(office.check_in({"I can say": 4, "Comment": f"{SECRET} still"}))
    assert changed.state is ResponseState.CHANGED
    assert [(it.field, it.before, it.after) for it in changed.changes] == [("Comment", "", "changed")]
    assert SECRET not in repr(changed)
    wrong = office.only(office.check_in({"I can say": 9, "Comment": SECRET}, JONAS))
    assert SECRET not in repr(wrong)
    receipts = office.desk.read(lambda s: s.connection().exec_driver_sql("SELECT * FROM response_receipt").all())
    assert SECRET not in repr(receipts)


def test_a_later_answer_changes_what_is_on_record(office: Office) -> None:
    office.take(office.check_in({"Answered": DAY, "I can say": 4, "It is worth": 5, "Comment": SECRET}))
    later = office.check_in({"Answered": DAY, "I can say": 2})
    row = office.only(later)
    assert [(it.field, it.before, it.after) for it in row.changes] == [("Trust", "4", "2")]
    assert office.take(later).as_dict()["changed"] == 1
    (taken,) = office.desk.read(pulse.of_pair, office.pair)
    assert (taken.answers.trust, taken.answers.value, taken.comment, taken.late) == (2, 5, SECRET, False)
    assert office.only(later).state is ResponseState.DUPLICATE


def test_a_late_answer_is_taken_and_marked(office: Office, clock) -> None:
    clock.day = date(2026, 7, 1)
    back = office.check_in({"Answered": date(2026, 6, 30), "I can say": 4})
    row = office.only(back)
    assert (row.state, row.late, row.note) == (ResponseState.LATE, True, "Asked for by 18 June 2026")
    assert office.take(back).as_dict()["late"] == 1
    (content,) = office.desk.read(
        lambda s: s.connection().exec_driver_sql("SELECT content FROM response_receipt").scalars().all()
    )
    assert content.endswith(" late")
    assert [it.late for it in office.desk.read(pulse.of_pair, office.pair)] == [True]
    assert office.only(back).state is ResponseState.DUPLICATE


def test_without_a_day_it_is_that_on_which_the_file_was_saved(office: Office) -> None:
    assert office.only(office.check_in({"I can say": 4}, on=date(2026, 6, 2))).on == date(2026, 6, 2)
    ahead = office.look(office.check_in({"I can say": 4}, on=date(2026, 12, 1)))
    assert ahead.rows[0].on == date(2026, 6, 4)
    assert "1 answer without a day: the day the file was saved counts" in ahead.sentences


def test_a_check_in_typed_in_by_hand_is_not_doubled(office: Office) -> None:
    from mentordesk.domain.check_ins import CheckInForm

    office.desk.do(pulse.record, CheckInForm(office.pair, Side.LEFT, DAY, trust=4))
    same = office.check_in({"Answered": DAY, "I can say": 4})
    assert (office.only(same).state, office.only(same).note) == (ResponseState.DUPLICATE, "It is on record already")
    other = office.only(office.check_in({"Answered": DAY, "I can say": 5}))
    assert other.state is ResponseState.CHANGED


def test_of_two_answers_of_a_day_the_later_file_counts(office: Office) -> None:
    """The second form was written later: nothing ties the two but the person and the day."""
    first = office.check_in({"Answered": DAY, "I can say": 4}, name="a.xlsx")
    office.form = office.write("second.xlsx")
    second = office.check_in({"Answered": DAY, "I can say": 5}, name="b.xlsx")
    states = {row.file: (row.state, row.note) for row in office.look(first, second).rows}
    assert states["a.xlsx"] == (ResponseState.DUPLICATE, "A later answer of the same day stands in “b.xlsx”")
    assert states["b.xlsx"][0] is ResponseState.NEW
    office.take(first, second)
    (taken,) = office.desk.read(pulse.of_pair, office.pair)
    assert taken.answers.trust == 5


def test_the_same_files_again_change_nothing_whichever_came_last(office: Office) -> None:
    first = office.check_in({"Answered": DAY, "I can say": 4}, name="a.xlsx")
    second = office.check_in({"Answered": DAY, "I can say": 2}, name="b.xlsx")
    office.take(first)
    office.take(second)
    assert [row.state for row in office.look(first, second).rows] == [ResponseState.DUPLICATE] * 2
    assert office.only(first).note == "A later answer took its place on 4 June 2026"
    office.desk.undo()
    office.desk.undo()
    office.take(first, second)
    for _time in range(2):
        assert [row.state for row in office.look(first, second).rows] == [ResponseState.DUPLICATE] * 2
    assert office.only(first).state is ResponseState.DUPLICATE


def test_what_is_taken_for_granted_is_told(office: Office) -> None:
    row = office.only(office.listed("Contacts", {"Date": DAY, "Minutes": 20}))
    assert (row.state, row.note) == (ResponseState.NEW, "How they were in touch is not said: taken as a meeting")
    row = office.only(office.listed("Exchanges", {"Date": DAY, "Who gave": AMARA, "What": "Advice"}))
    assert (row.state, row.note) == (ResponseState.NEW, "How much is not said: taken as 1")


def test_a_removed_record_is_not_taken_again_by_itself(office: Office) -> None:
    back = office.check_in({"Answered": DAY, "I can say": 4})
    office.take(back)
    office.desk.do(pulse.remove, [office.desk.read(pulse.of_pair, office.pair)[0].id])
    row = office.only(back)
    assert row.note == "It was taken on 4 June 2026 and has been removed since"
    assert row.can_take
    assert office.take(back, taken=frozenset({row.id})).taken == 1
    assert len(office.desk.read(pulse.of_pair, office.pair)) == 1
    assert office.only(back).state is ResponseState.DUPLICATE


def test_contacts_and_exchanges_are_taken(office: Office) -> None:
    coffee = office.listed("Contacts", {"Date": DAY, "How": "Coffee", "Minutes": 40, "What it": "Budgets"}, "c.xlsx")
    gift = {"Who gave": JONAS, "Date": DAY, "What": "Feedback", "How much": 2, "In a few": "On the talk"}
    back = office.listed("Exchanges", gift, "e.xlsx")
    result = office.take(coffee, back)
    assert (result.contacts, result.exchanges) == (1, 1)
    (contact,) = office.desk.read(contacts.of_pair, office.pair)
    assert (contact.channel, contact.on, contact.minutes, contact.note) == (Channel.COFFEE, DAY, 40, "Budgets")
    (exchange,) = office.desk.read(exchanges.of_pair, office.pair)
    assert (exchange.giver, exchange.points, exchange.what) == (JONAS, 2, "On the talk")


def test_both_report_the_same_contact(office: Office) -> None:
    office.desk.do(contacts.log, ContactForm(office.pair, Channel.COFFEE, DAY, 30))
    back = office.listed("Contacts", {"Date": DAY, "How": "Coffee", "Minutes": 45})
    row = office.only(back)
    assert (row.state, row.note) == (ResponseState.DUPLICATE, "A coffee of 3 June 2026 is on record already")
    assert office.take(back, taken=frozenset({row.id})).contacts == 1
    assert len(office.desk.read(contacts.of_pair, office.pair)) == 2
    assert office.only(back).state is ResponseState.DUPLICATE


def test_two_copies_of_a_form_have_two_contacts_in_the_same_row(office: Office) -> None:
    """One copy was changed after it was taken: that is a change. The other row one is of another day: a contact."""
    first = office.listed("Contacts", {"Date": DAY, "How": "Coffee", "Minutes": 30}, "a.xlsx")
    office.take(first)
    mended = office.listed("Contacts", {"Date": DAY, "How": "Coffee", "Minutes": 60}, "a.xlsx")
    assert office.only(mended).state is ResponseState.CHANGED
    office.take(mended)
    copy = office.listed("Contacts", {"Date": date(2026, 5, 2), "How": "Phone call"}, "b.xlsx")
    assert office.only(copy).state is ResponseState.NEW
    office.take(copy)
    found = office.desk.read(contacts.of_pair, office.pair)
    assert [(it.on, it.minutes) for it in found] == [(DAY, 60), (date(2026, 5, 2), 0)]
    assert {row.state for row in office.look(mended, copy).rows} == {ResponseState.DUPLICATE}


def test_what_is_wrong_can_be_mended(office: Office) -> None:
    back = office.listed("Exchanges", {"Who gave": "Amar Okonko", "Date": DAY, "What": "Advise"})
    row = office.only(back)
    assert row.state is ResponseState.FIX
    assert {it.field: it.proposal for it in row.problems} == {"giver": AMARA, "kind": "Advice"}
    mended = office.only(back, edits={row.id: {"giver": AMARA, "kind": "Advice"}})
    assert (mended.state, mended.said) == (ResponseState.NEW, "Amara gave advice, 1 point")
    ahead = office.only(office.listed("Contacts", {"Date": date(2026, 6, 20), "How": "Coffee"}))
    assert [(it.field, it.proposal) for it in ahead.problems] == [("on", "4 June 2026")]


def test_what_is_left_out_stays_out(office: Office) -> None:
    back = office.check_in({"I can say": 9})
    row = office.only(back)
    assert row.state is ResponseState.FIX
    assert office.only(back, left_out=frozenset({row.id})).state is ResponseState.LEFT_OUT


def test_an_unknown_pair_can_be_assigned(office: Office) -> None:
    back = office.listed("Contacts", {"Pair": "Amara Okonkwo & Jonas Weidman", "Date": DAY, "How": "Coffee"})
    row = office.only(back)
    assert row.state is ResponseState.UNKNOWN
    assert office.pair in {choice.pair_id for choice in row.choices}
    assigned = office.only(back, whose={row.id: (office.pair, Side.LEFT)})
    assert (assigned.state, assigned.note) == (ResponseState.NEW, "Assigned by hand")


def test_the_form_of_another_desk_knows_nobody_here(office: Office, tmp_path: Path, clock) -> None:
    back = office.check_in({"I can say": 4})
    other = Desk.create(tmp_path / "other.mdesk", backups=tmp_path / "b", clock=clock)
    try:
        add_pair(other, "Bo Ek", "Cy Ek", add_cohort(other))
        (row,) = other.read(responses.preview, office.request(back)).rows
    finally:
        other.close()
    assert row.state is ResponseState.UNKNOWN
    assert row.problems[0].sentence == f"The form was written for {AMARA} & {JONAS}, who are no pair of this desk."


def test_a_new_name_is_the_same_person(office: Office) -> None:
    back = office.check_in({"I can say": 4}, JONAS)
    pair = office.desk.read(lambda s: responses.pair_choices(s))
    assert pair
    jonas = next(it for it in office.desk.read(people.rows) if it.name == JONAS)
    office.desk.do(people.save, PersonForm("Jonas Okafor", email=jonas.email), jonas.id)
    assert (office.only(back).state, office.only(back).who) == (ResponseState.NEW, "Jonas Okafor")


def test_questions_of_the_program_are_asked_and_taken(office: Office) -> None:
    program = office.desk.read(lambda s: s.connection().exec_driver_sql("SELECT id FROM program").scalar_one())
    form = QuestionForm(program, QuestionSet.CHECK_IN, "I laugh with {mentor}.")
    question = office.desk.do(questions.save, form)
    office.form = office.write("own.xlsx")
    back = office.check_in({"I laugh with your mentor": 5}, JONAS)
    office.take(back)
    (taken,) = office.desk.read(pulse.of_pair, office.pair)
    assert [(it.question, it.answer) for it in taken.own] == [("I laugh with Amara.", 5)]
    office.desk.undo()
    office.desk.do(questions.hide, question)
    both = office.check_in({"I laugh with your mentor": 5, "I can say": 3}, JONAS)
    assert "asked any more" in office.only(both).note or "does not ask" in office.only(both).note


def test_forms_for_each_person_and_each_pair(office: Office, tmp_path: Path) -> None:
    folder = tmp_path / "forms"
    folder.mkdir()
    for made_for, names in (
        (FormsFor.PAIR, {f"{AMARA} & {JONAS}.xlsx", "Ruth Adler & Mateo Quispe.xlsx"}),
        (
            FormsFor.PERSON,
            {f"{one}, with {other}.xlsx" for one, other in ((AMARA, JONAS), (JONAS, AMARA))}
            | {"Ruth Adler, with Mateo Quispe.xlsx", "Mateo Quispe, with Ruth Adler.xlsx"},
        ),
    ):
        named = office.desk.read(responses.forms, FormsRequest(office.cohort, made_for=made_for))
        assert {path.name for path in responses.write_forms(named, folder)} == names


def test_forms_of_people_are_different_forms(office: Office, tmp_path: Path) -> None:
    """Both write a contact into the first row of their own workbook."""
    named = office.desk.read(responses.forms, FormsRequest(pair_id=office.pair, made_for=FormsFor.PERSON))
    back = []
    for path, day in zip(responses.write_forms(named, tmp_path), (2, 3), strict=True):
        workbook = openpyxl.load_workbook(path)
        add(workbook["Contacts"], 1, {"Date": date(2026, 6, day), "How": "Coffee"})
        back.append(save(workbook, path))
    assert office.take(*back).contacts == 2


def test_nobody_to_ask_is_a_sentence(desk: Desk) -> None:
    with pytest.raises(UserError, match=r"There is nobody to ask\. “Crossroads 2025–26” has no active pair\."):
        desk.read(responses.forms, FormsRequest(add_cohort(desk)))
    with pytest.raises(UserError, match="asks nothing"):
        desk.read(responses.forms, FormsRequest(1, asks=frozenset()))


def test_a_bad_file_stops_no_other(office: Office, tmp_path: Path) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 nothing")
    files = responses.read_files([bad, office.check_in({"I can say": 4})])
    assert [name for name, _error in files.faults] == ["bad.xlsx"]
    assert len(files.sources) == 1


def test_only_what_is_asked_is_on_the_form(office: Office) -> None:
    path = office.write("contacts.xlsx", asks=frozenset({ResponseKind.CONTACT}))
    assert "Check-in" not in openpyxl.load_workbook(path).sheetnames
