"""The main job without a mouse, in the smallest window: from first run to a report, undone, quit and found again."""

from pathlib import Path
from typing import Any

from openpyxl import Workbook
from PySide6.QtWidgets import QApplication, QWidget

from mentordesk.domain.reporting import Reader
from mentordesk.domain.standing import PairStatus
from mentordesk.services.pairs import pairs
from mentordesk.services.people import people
from mentordesk.ui import file_choice
from mentordesk.ui.cohorts.cohort_dialog import CohortDialog
from mentordesk.ui.matching.commit_dialog import CommitDialog
from mentordesk.ui.pairs.contact_dialog import ContactDialog
from tests.exchange.workbooks import cells, opened
from tests.journeys.steps import Coordinator, words_of

NAMES = ("Amara Okonkwo", "Ruth Feldman", "Hugo Garnier", "Wanjiru Kamau", "Jonas Weidmann", "Mateo Ibarra")
MENTORS = 3
WRONG = "mateo.ibarra(at)solvane.example"


def write_roster(path: Path) -> Path:
    """A title above the headings, three mentors and three mentees; the address of the last is none."""
    book = Workbook()
    sheet = book.active
    sheet.append(["Solvane personnel, 1 June"])
    sheet.append(["Full name", "Mail", "Dept.", "Grade", "Role in program", "Skills offered", "Skills wanted"])
    for at, name in enumerate(NAMES):
        mail = f"{name.lower().replace(' ', '.')}@solvane.example" if name != NAMES[-1] else WRONG
        mentor = at < MENTORS
        skills = ("Budgets", "Python") if mentor else ("Python", "Budgets")
        sheet.append([name, mail, f"Office {at}", 7 if mentor else 3, "mentor" if mentor else "mentee", *skills])
    book.save(path)
    return path


def go_to(me: Coordinator, wanted: QWidget, key: str = "Tab") -> None:
    """Press Tab until it has the focus, which must then be seen."""
    for _ in range(60):
        if QApplication.focusWidget() is wanted:
            assert not wanted.visibleRegion().isEmpty(), f"{words_of(wanted)} has the focus out of sight"
            return
        me.keys(key)
    raise AssertionError(f"Tab does not come to {words_of(wanted)}")


def stands_on(me: Coordinator, wanted: QWidget) -> None:
    """The focus comes to it by itself."""
    me.comes_back()
    me.wait(wanted.hasFocus)


def press(me: Coordinator, button: QWidget) -> None:
    me.wait(button.isEnabled)
    go_to(me, button)
    me.keys("Return")


def create_program(me: Coordinator) -> None:
    welcome: Any = me.window.body.currentWidget()
    press(me, welcome.create_program)
    me.here("programs")


def import_people(me: Coordinator, roster: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(file_choice, "open_file", lambda *_: roster)
    me.command("Ctrl+I")
    page = me.here("import")
    stands_on(me, page.file_step.zone.invitation.action)
    me.keys("Return")
    me.wait(lambda: page.preview is not None)
    stands_on(me, page.foot.onward)
    me.keys("Return")
    press(me, page.target.new_cohort)
    me.dialog(CohortDialog)
    me.types("Autumn intake")
    me.keys("Return")
    me.has_closed(CohortDialog)
    me.wait(lambda: page.target.cohort.currentText() == "Autumn intake" and page.preview is not None)
    press(me, page.foot.onward)
    me.keys("Return")  # the first problem has the focus: take the address that is proposed
    me.wait(lambda: page.preview is not None and page.foot.words.text() == "6 new, 0 updated")
    press(me, page.foot.onward)
    me.wait(lambda: me.window.office.current().key == "cohorts")
    assert len(me.desk.read(people.rows)) == len(NAMES)


def match(me: Coordinator) -> None:
    me.command("Ctrl+4")
    page = me.here("matching")
    stands_on(me, page.empty.action)
    me.keys("Return")
    me.wait(lambda: page.card.table.hasFocus() and len(page.card.rows()) == MENTORS and not page.editing.busy)
    me.keys("Home", "P")
    me.wait(lambda: page.strip.cell("fixed").accessibleName() == "Fixed by you: 1 pinned")
    me.wait(lambda: page.card.table.hasFocus() and not page.editing.busy)
    press(me, page.head.commit)
    me.dialog(CommitDialog)
    me.keys("Return")
    me.has_closed(CommitDialog)


def answer_and_start(me: Coordinator) -> None:
    page = me.here("matching")
    answers = page.answers
    me.wait(lambda: answers.table.hasFocus() and answers.table.count() == MENTORS)
    me.keys("Ctrl+A")
    me.wait(answers.bar.isVisible)
    press(me, answers.bar.both)
    me.wait(answers.start.isEnabled)
    press(me, answers.start)
    me.wait(lambda: [row.status for row in me.desk.read(pairs.rows)] == [PairStatus.ACTIVE] * MENTORS)


def log_contact(me: Coordinator) -> None:
    me.command("Ctrl+2")
    page = me.here("pairs")
    stands_on(me, page.list.table)
    me.command("Ctrl+L")
    me.dialog(ContactDialog)
    me.keys("3", "Ctrl+Return")
    me.has_closed(ContactDialog)
    assert me.toast() == "Contact logged"
    assert page.list.table.hasFocus()


def report(me: Coordinator, out: Path, monkeypatch: Any, reader: Reader = Reader.PUBLIC) -> str:
    """What the workbook tells this reader, who is chosen by arrows."""
    monkeypatch.setattr(file_choice, "save_file", lambda *_: out)
    me.command("Ctrl+7")
    page = me.here("reports")
    me.wait(lambda: page.report is not None)
    stands_on(me, page.kind_choice)
    go_to(me, page.options.reader)
    me.keys("Home")
    while page.options.chosen_reader() is not reader:
        me.keys("Down")
    me.wait(lambda: page.report is not None and not page._reading)
    press(me, page.save)
    me.wait(lambda: me.toast() == f"Report saved as “{out.name}”")
    return " ".join(str(line) for sheet in opened(out, values=True) for line in cells(sheet))


def test_the_main_job_by_keys_alone(begin, tmp_path: Path, monkeypatch: Any) -> None:
    me = begin()
    me.window.resize(1024, 700)
    create_program(me)
    import_people(me, write_roster(tmp_path / "HR.xlsx"), monkeypatch)
    match(me)
    answer_and_start(me)
    log_contact(me)
    told = report(me, tmp_path / "Everybody.xlsx", monkeypatch)
    assert not any(name in told for name in NAMES)
    me.command("Ctrl+Q")
    again = begin()
    assert [row.status for row in again.desk.read(pairs.rows)] == [PairStatus.ACTIVE] * MENTORS
    while again.desk.undo_label():
        again.undo()
    assert again.desk.read(people.rows) == []


# Later, on the sample desk


def begin_later(begin: Any, sample_desk: Path) -> Coordinator:
    me: Coordinator = begin(sample_desk)
    me.window.resize(1024, 700)
    return me


def test_two_readers_are_reported_to_by_keys_alone(begin, sample_desk: Path, tmp_path: Path, monkeypatch: Any) -> None:
    me = begin_later(begin, sample_desk)
    names = [row.left for row in me.desk.read(pairs.rows) if row.status is PairStatus.ACTIVE]
    whole = report(me, tmp_path / "HR.xlsx", monkeypatch, Reader.HR)
    everybody = report(me, tmp_path / "Everybody.xlsx", monkeypatch)
    assert [(name in whole, name in everybody) for name in names] == [(True, False)] * len(names)
