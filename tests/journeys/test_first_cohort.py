"""From an empty machine to a report: the whole main job, and everything is there after the program was closed."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from PySide6.QtCore import Qt

from mentordesk.domain.cohorts import Role
from mentordesk.domain.contacts import Channel, ExchangeKind
from mentordesk.domain.importing import RowState
from mentordesk.domain.scope import Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.pairs import contacts, exchanges, milestones, pairs
from mentordesk.services.people import people
from mentordesk.services.programs import cohorts
from mentordesk.ui import file_choice
from mentordesk.ui.cohorts.cohort_dialog import CohortDialog
from mentordesk.ui.pairs.contact_dialog import ContactDialog
from mentordesk.ui.pairs.pair_dialog import PairDialog
from tests.exchange.workbooks import cells, opened
from tests.journeys.steps import Coordinator

HEADINGS = ["FULL NAME *", " E-Mail\nAddress", "Job  Title (current)", "DEPT.", "Role in program", "Places", "T-Shirt"]
MENTORS = ["Tendai Moyo", "Amara Okonkwo", "Ruth Adelmann", "Ingrid Tveit", "Rafael Monteiro", "Wanjiru Kamau"]
MENTEES = ["Jonas Weidmann", "Mateo Quispe", "Priya Raman", "Kwame Boateng", "Aoife Brennan", "Leila Khoury"]
LATER = date(2026, 9, 1)


def email(name: str) -> str:
    return f"{name.lower().replace(' ', '.')}@solvane.example"


def write_roster(path: Path) -> Path:
    """Twelve people below a title and ugly headings; Priya's address is none."""
    book = Workbook()
    sheet = book.active
    sheet.append(HEADINGS)
    for name in MENTORS:
        sheet.append([name, email(name), "Head of planning", "Operations", "Mentor", 2, "L"])
    for name in MENTEES:
        address = email(name) if name != "Priya Raman" else "priya.raman(at)solvane"
        sheet.append([name, address, "Planner", "Logistics", "Mentee", None, "M"])
    book.save(path)
    return path


def create_from_template(me: Coordinator) -> None:
    welcome: Any = me.window.body.currentWidget()
    assert "Mentoring goes both ways" in me.words()
    me.click(welcome.create_program)
    programs = me.here("programs")
    assert len(programs.plan.table.lines) > 3


def import_roster(me: Coordinator, roster: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(file_choice, "open_file", lambda *_: roster)
    page = me.page("import")
    me.click(page.file_step.zone.invitation.action)
    me.wait(lambda: page.preview is not None)
    me.click(page.foot.onward)
    make_cohort(me, page)
    page = me.page("import")
    me.wait(lambda: page.target.cohort.currentText() == "Autumn intake" and page.preview is not None)
    me.click(page.foot.onward)
    mend_row(me, page)
    assert page.foot.words.text() == "12 new, 0 updated"
    me.click(page.foot.onward)
    me.wait(lambda: me.window.office.current().key == "cohorts")
    assert me.toast() == "12 people imported"


def make_cohort(me: Coordinator, page: Any) -> None:
    me.click(page.target.new_cohort)
    dialog = me.dialog(CohortDialog)
    dialog.name.selectAll()
    me.types("Autumn intake")
    me.keys("Tab")
    me.keys("Ctrl+A")
    me.types("today")
    me.keys("Return")
    me.has_closed(CohortDialog)


def mend_row(me: Coordinator, page: Any) -> None:
    """The only wrong row comes first: its address is typed where it stands."""
    assert page.rows.tiles[RowState.WRONG].count == 1
    assert page.rows.table.lines.lines[0].row.id == 10
    table = page.rows.table
    table.setCurrentIndex(table.lines.place(10, "email"))
    table.setFocus()
    me.keys("F2", "Ctrl+A")
    me.types(email("Priya Raman"))
    me.keys("Return")
    me.wait(lambda: page.preview is not None and page.rows.tiles[RowState.WRONG].count == 0)


def pair_by_keyboard(me: Coordinator, mentor: str, mentee: str) -> None:
    me.command("Ctrl+N")
    me.dialog(PairDialog)
    me.types(mentor)
    me.keys("Return", "Tab")
    me.types(mentee)
    me.keys("Return", "Return")
    me.has_closed(PairDialog)
    assert me.here("pairs").pane.sheet.row.status is PairStatus.PROPOSED, "the new pair is shown, whatever the filters"


def activate_all(me: Coordinator) -> None:
    page = me.page("cohorts")
    page.tabs.setCurrentIndex(1)
    assert page.pairs.activate.text() == "Activate 2 proposed pairs"
    me.click(page.pairs.activate)
    me.settle()
    assert page.header.title.text() == "Autumn intake"
    assert page.overview.strip.cell("pairs").accessibleName() == "Active pairs: 2"


def days_pass(me: Coordinator, clock: Any, day: date) -> None:
    """The minute strikes on another day."""
    clock.day = day
    me.window.facts._clock.timeout.emit()
    me.settle()


def log_contact_by_keyboard(me: Coordinator) -> None:
    """A call yesterday: the mentor gave advice worth 2, the mentee knowledge worth 3."""
    page = me.page("pairs")
    page.list.table.setFocus(Qt.FocusReason.TabFocusReason)
    me.types("amara")
    me.settle()
    me.command("Ctrl+L")
    dialog = me.dialog(ContactDialog)
    assert dialog.pair.text() == "Amara Okonkwo & Jonas Weidmann"
    me.keys("3", "Tab")
    me.keys("Ctrl+A")
    me.types("yesterday")
    me.keys("Tab", "Ctrl+A")
    me.types("35")
    me.keys("Tab")
    me.types("Night-shift plan")
    me.keys("Tab")
    me.types("Adv")
    me.keys("Tab", "2", "Tab")
    me.types("How to say no")
    me.keys("Tab")
    if dialog.gifts._more[Side.LEFT].hasFocus():
        me.keys("Tab")
    me.types("Know")
    me.keys("Tab", "3", "Tab")
    me.types("=What the night shift needs")
    me.keys("Return")
    me.has_closed(ContactDialog)
    assert me.toast() == "Contact logged"


def tick_off_two(me: Coordinator) -> None:
    page = me.page("milestones")
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    me.keys("Home", "Down", "Space", "Down", "Space")
    assert page.bulk.count.text() == "2 selected"
    me.click(page.bulk.done)
    me.settle()
    assert me.toast() == "2 milestones marked done on 1 September 2026"


def export_report(me: Coordinator, out: Path, monkeypatch: Any) -> None:
    cohort = me.desk.read(cohorts.rows)[0].id
    monkeypatch.setattr(file_choice, "save_file", lambda *_: out)
    page = me.page("reports")
    me.choose(page.options.scope, Scope(cohort_id=cohort))
    me.wait(lambda: page.report is not None and page.report.title.startswith("Autumn intake"))
    me.click(page.save)
    me.wait(lambda: me.toast() == f"Report saved as “{out.name}”")


def table(book: Any, sheet: str) -> list[dict[str, Any]]:
    """The rows of the Excel table of a sheet, by heading."""
    worksheet = book[sheet]
    (found,) = worksheet.tables.values()
    heads, *rows = [[cell.value for cell in line] for line in worksheet[found.ref]]
    return [dict(zip(heads, row, strict=True)) for row in rows[: len(rows) - (found.totalsRowCount or 0)]]


def check_report(out: Path) -> None:
    book = opened(out, values=True)
    assert book.sheetnames == [
        *("Summary", "Participants", "Pairs", "Milestones", "Contacts", "Give and take", "Check-ins", "Goals"),
        *("Outcomes", "People without a pair", "Data quality", "Definitions"),
    ]
    assert sorted(row["Name"] for row in table(book, "Participants")) == sorted(MENTORS + MENTEES)
    listed = {
        (row["Mentor"], row["Mentor e-mail"], row["Mentee"], row["Mentee e-mail"]) for row in table(book, "Pairs")
    }
    assert ("Amara Okonkwo", email("Amara Okonkwo"), "Jonas Weidmann", email("Jonas Weidmann")) in listed
    assert len(listed) == 2
    done = [row for row in table(book, "Milestones") if row["Done"] is not None]
    assert [row["Done"].date() for row in done] == [LATER, LATER]
    (contact,) = table(book, "Contacts")
    assert (contact["Date"].date(), contact["Channel"], contact["Minutes"]) == (date(2026, 8, 31), "Phone call", 35)
    gave = {(row["Giver"], row["Kind"], row["Points"], row["What"]) for row in table(book, "Give and take")}
    assert gave == {
        ("Amara Okonkwo", "Advice", 2, "How to say no"),
        ("Jonas Weidmann", "Knowledge", 3, "=What the night shift needs"),
    }
    assert any("Night-shift plan" in str(line) for sheet in book for line in cells(sheet)) is False


def pair_of(me: Coordinator, mentor: str) -> Any:
    return next(row for row in me.desk.read(pairs.rows) if row.left == mentor)


def done_milestones(me: Coordinator) -> list[Any]:
    return [row for row in me.desk.read(milestones.rows) if row.done_on is not None]


def check_everything_is_there(me: Coordinator) -> None:
    amara = pair_of(me, "Amara Okonkwo")
    assert len(me.desk.read(people.rows)) == 12
    assert [row.role for row in me.desk.read(cohorts.enrollments, amara.cohort_id)].count(Role.MENTEE) == 6
    assert [row.status for row in me.desk.read(pairs.rows)] == [PairStatus.ACTIVE] * 2
    (contact,) = me.desk.read(contacts.of_pair, amara.id)
    assert (contact.channel, contact.minutes, contact.note) == (Channel.PHONE, 35, "Night-shift plan")
    gifts = {(row.side, row.kind, row.points) for row in me.desk.read(exchanges.of_pair, amara.id)}
    assert gifts == {(Side.LEFT, ExchangeKind.ADVICE, 2), (Side.RIGHT, ExchangeKind.KNOWLEDGE, 3)}
    assert len(done_milestones(me)) == 2
    page = me.page("pairs")
    assert page.list.table.count() == 2
    page.list.show_pair(amara.id)
    me.settle()
    assert "Amara gave" in me.words(page) or "Amara" in me.words(page)


def undo_after_restart(me: Coordinator) -> None:
    """Newest first: milestones, contact, activation, the second pair, the first pair, the import."""
    amara = pair_of(me, "Amara Okonkwo")
    assert me.undo() == "Mark 2 milestones done"
    assert done_milestones(me) == []
    assert me.undo() == "Log contact of Amara & Jonas"
    assert me.desk.read(contacts.of_pair, amara.id) == []
    assert me.desk.read(exchanges.of_pair, amara.id) == []
    assert me.undo() == "Activate 2 pairs"
    assert {row.status for row in me.desk.read(pairs.rows)} == {PairStatus.PROPOSED}
    assert me.desk.read(milestones.rows) == []
    me.undo()
    me.undo()
    assert me.desk.read(pairs.rows) == []
    assert me.undo() == "Import 12 people"
    assert me.desk.read(people.rows) == []
    me.redo()
    assert len(me.desk.read(people.rows)) == 12


def test_a_roster_becomes_a_cohort_that_is_followed_and_reported(begin, clock, tmp_path, monkeypatch) -> None:
    me = begin()
    create_from_template(me)
    import_roster(me, write_roster(tmp_path / "Roster HR export.xlsx"), monkeypatch)
    me.page("pairs")
    pair_by_keyboard(me, "amara", "weid")
    pair_by_keyboard(me, "ruth", "mateo")
    activate_all(me)
    overdue_at_first = me.desk.read(milestones.rows)
    assert all(row.due_on >= clock.day for row in overdue_at_first)
    days_pass(me, clock, LATER)
    page = me.page("milestones")
    assert "overdue" in page.header.facts.text()
    assert min(row.due_on for row in page.rows.milestones) < LATER - timedelta(days=30)
    assert me.page("today").attention.shown()
    log_contact_by_keyboard(me)
    tick_off_two(me)
    out = tmp_path / "Autumn.xlsx"
    export_report(me, out, monkeypatch)
    check_report(out)
    me.leaves()
    again = begin()
    assert again.window.windowTitle() == "mentoring – MentorDesk"
    check_everything_is_there(again)
    undo_after_restart(again)
