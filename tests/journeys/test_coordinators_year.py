"""A coordinator's year from an empty desk: two HR exports, two cohorts, forms, Today, reports, a close and a story."""

from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from mentordesk.domain.cohorts import Role
from mentordesk.domain.people import CareerKind
from mentordesk.domain.programs import Format
from mentordesk.domain.reporting import Reader
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.pairs import contacts, exchanges, milestones, pairs, pulse
from mentordesk.services.people import careers, people
from mentordesk.services.programs import cohorts
from mentordesk.ui import file_choice
from mentordesk.ui.cohorts.cohort_dialog import CohortDialog
from mentordesk.ui.cohorts.enroll_people_dialog import EnrollPeopleDialog
from mentordesk.ui.matching.commit_dialog import CommitDialog
from mentordesk.ui.pairs.story_dialogs import AnswersDialog, ConsentDialog
from mentordesk.ui.programs.program_dialog import ProgramDialog
from mentordesk.ui.responses.dialog import CollectDialog
from tests.crossroads import Clock
from tests.exchange.workbooks import opened
from tests.journeys import filled_forms, hr_exports
from tests.journeys.hr_exports import ANALYSTS, DIRECTORS, PLANNERS, VICE_PRESIDENTS
from tests.journeys.steps import Coordinator

JANUARY, MAY, JULY, OCTOBER = date(2026, 1, 12), date(2026, 5, 18), date(2026, 7, 1), date(2026, 10, 26)
SPRING, REVERSE = "Spring 2026", "Reverse 2026"


def passes_until(me: Coordinator, clock: Clock, day: date) -> None:
    """The minute strikes on another day."""
    clock.day = day
    me.window.facts._clock.timeout.emit()
    me.settle()


# January: people, programs, cohorts


def start(me: Coordinator) -> None:
    welcome: Any = me.window.body.currentWidget()
    me.click(welcome.create_program)
    assert me.here("programs").sheet.row.format is Format.TRADITIONAL


def choose_export(me: Coordinator, file: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The file is chosen, and no column has to be touched. Rows left out last time are let go."""
    monkeypatch.setattr(file_choice, "open_file", lambda *_: file)
    page = me.page("import")
    if page.draft is not None:
        press(me, page, "Cancel")
        me.settle()
    me.click(page.file_step.zone.invitation.action)
    me.wait(lambda: page.preview is not None)
    assert "Grade 9" in [str(cell) for row in page.draft.table.rows for cell in row]
    me.click(page.foot.onward)
    assert "12 of 12 used" in me.words(page)
    me.click(page.foot.onward)
    me.settle()
    return page


def import_people(me: Coordinator, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = choose_export(me, file, monkeypatch)
    everybody = len(hr_exports.titles())
    assert page.foot.words.text() == f"{everybody} new, 0 updated. 2 rows with a problem stay out"
    me.click(page.foot.onward)
    me.wait(lambda: me.window.office.current().key == "people")
    assert me.toast() == f"{everybody} people imported, 1 of them has left, 2 rows left out"
    assert me.here("people").directory.header.facts.text() == f"{everybody - 1} people"
    tendai = next(row for row in me.desk.read(people.rows) if row.name == "Tendai Moyo")
    assert (tendai.employee_number, tendai.location) == (hr_exports.number("Tendai Moyo"), "Rotterdam")


def make_cohort(me: Coordinator, name: str) -> None:
    """In the dialog that is open."""
    dialog = me.dialog(CohortDialog)
    dialog.name.selectAll()
    me.types(name)
    dialog.starts_on.setFocus()
    me.keys("Ctrl+A")
    me.types("2 Feb 2026")
    me.keys("Return")
    me.has_closed(CohortDialog)
    assert me.here("cohorts").header.title.text() == name


def enroll(me: Coordinator, role: Role, searched: str, number: int) -> None:
    """Everybody with a word in the title, by the box above the list."""
    me.click(me.here("cohorts").enroll)
    dialog = me.dialog(EnrollPeopleDialog)
    me.choose(dialog.role, role)
    dialog.search.setFocus()
    me.types(searched)
    me.wait(lambda: dialog.table.count() == number)
    header = dialog.table.horizontalHeader()
    me.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(14, 10))
    assert dialog.primary.text() == f"Enroll {number} people"
    me.click(dialog.primary)
    me.has_closed(EnrollPeopleDialog)


def make_both_cohorts(me: Coordinator) -> None:
    me.page("cohorts")
    me.command("Ctrl+N")
    make_cohort(me, SPRING)
    enroll(me, Role.MENTOR, "director", len(DIRECTORS))
    enroll(me, Role.MENTEE, "analyst", len(ANALYSTS))
    me.page("programs")
    me.command("Ctrl+N")
    me.dialog(ProgramDialog)
    me.keys("2", "Tab", "Return")
    me.has_closed(ProgramDialog)
    me.click(me.here("programs").cohort)
    make_cohort(me, REVERSE)
    enroll(me, Role.MENTOR, "planner", len(PLANNERS))
    enroll(me, Role.MENTEE, "vice", len(VICE_PRESIDENTS))


# January: matching


def solved(me: Coordinator, page: Any) -> None:
    me.settle()
    me.wait(lambda: not (page.editing.busy or page.solver._open or page._stale or page._reading))
    me.settle()


def match(me: Coordinator, cohort: str, number: int) -> None:
    """Suggest, pin the first pair, forbid the second, commit; both sides say yes to all, and all start."""
    shown = me.page("cohorts")
    choose_cohort(me, shown, cohort)
    me.click(shown.match)
    page: Any = me.here("matching")
    solved(me, page)
    me.click(page.empty.action)
    me.wait(lambda: len(page.card.rows()) == number)
    solved(me, page)
    pinned, forbidden = page.card.rows()[0], page.card.rows()[1]
    for row, action in ((pinned, page.why.foot.pin), (forbidden, page.why.foot.forbid)):
        table = page.card.table
        place = table.row_rect(table.rows_model.position_of(row.id))
        me.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(60, 12))
        names = [name.split()[0] for name in (row.mentee_name, row.mentor_name)]
        me.wait(lambda wanted=names: page.why.title.text() == f"Why {wanted[0]} & {wanted[1]}?")
        solved(me, page)
        me.click(action)
        solved(me, page)
    me.wait(lambda: page.strip.cell("fixed").accessibleName() == "Fixed by you: 1 pinned, 1 forbidden")
    kept = {row.mentee: row.mentor for row in page.card.rows()}
    assert kept[pinned.mentee] == pinned.mentor
    assert kept.get(forbidden.mentee) != forbidden.mentor
    me.click(page.head.commit)
    me.click(me.dialog(CommitDialog).primary)
    me.has_closed(CommitDialog)
    me.wait(lambda: page.answers.table.count() == number)
    solved(me, page)
    page.answers.table.selectAll()
    me.click(page.answers.bar.both)
    me.wait(page.answers.start.isEnabled)
    me.click(page.answers.start)
    me.wait(lambda: me.toast() == f"{number} pairs started")
    solved(me, page)


def choose_cohort(me: Coordinator, page: Any, name: str) -> None:
    entry = cohort_of(me, name).id
    me.wait(lambda: page.list.items[entry].isVisible())
    me.click(page.list.items[entry])
    me.settle()
    assert page.header.title.text() == name


def cohort_of(me: Coordinator, name: str) -> Any:
    return next(row for row in me.desk.read(cohorts.rows) if row.name == name)


def pairs_of(me: Coordinator, name: str) -> list[Any]:
    return [row for row in me.desk.read(pairs.rows) if row.cohort == name]


# May: what came back


def log_in_the_pane(me: Coordinator) -> None:
    page = me.page("pairs")
    pair = pairs_of(me, SPRING)[0]
    page.list.show_pair(pair.id)
    me.settle()
    quick = page.pane.tabs.overview.quick
    quick.what.setFocus()
    me.types("Advice on the budget")
    me.keys("Return")
    me.wait(lambda: me.toast() == "Contact logged")
    assert len(me.desk.read(contacts.of_pair, pair.id)) == len(me.desk.read(exchanges.of_pair, pair.id)) == 1


def press(me: Coordinator, inside: QWidget, words: str) -> None:
    me.click(next(it for it in inside.findChildren(QAbstractButton) if it.text() == words and it.isVisible()))


def save_form(me: Coordinator, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_choice, "save_file", lambda *_: file)
    me.command("Ctrl+Shift+I")
    dialog = me.dialog(CollectDialog)
    press(me, dialog, "Forms to send out")
    me.choose(dialog.forms.cohort, cohort_of(me, SPRING).id)
    press(me, dialog, "The whole cohort")
    me.click(dialog.primary)
    me.wait(lambda: me.toast() == f"Saved “{file.name}”")
    me.comes_back()
    me.has_closed(CollectDialog)


def take_answers(me: Coordinator, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_choice, "open_files", lambda *_: [file])
    me.command("Ctrl+Shift+I")
    dialog = me.dialog(CollectDialog)
    me.click(dialog.answers.zone.action)
    me.wait(lambda: dialog.answers.preview is not None)
    number = len(pairs_of(me, SPRING))
    assert dialog.primary.text() == f"Take {5 * number - 1} answers"
    me.click(dialog.primary)
    me.has_closed(CollectDialog)
    kinds = f"{2 * number - 1} check-ins, {number} contacts, {2 * number} exchanges"
    assert me.toast() == f"{5 * number - 1} answers taken: {kinds}; 1 left to fix"
    assert sum(len(me.desk.read(pulse.of_pair, row.id)) for row in pairs_of(me, SPRING)) == 2 * number - 1


def tick_off_what_is_overdue(me: Coordinator) -> None:
    page = me.page("milestones")
    me.choose(page.bar.cohort, cohort_of(me, SPRING).id)
    overdue = [row.id for row in page.rows.milestones if row.due_on < MAY]
    assert overdue
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    me.keys("Home", "Space")
    me.click(page.bulk.done)
    me.settle()
    assert me.toast() == f"{len(overdue)} milestones marked done on 18 May 2026"


# July: the second export, Today, the report


def import_again(me: Coordinator, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One has a higher grade, one a title that has risen, one has left."""
    promoted, risen, left = ANALYSTS[1], ANALYSTS[2], DIRECTORS[0]
    changes = {
        promoted: {"Pay Grade": "Grade 7", "Pos. Title": "Director, Logistics"},
        risen: {"Pos. Title": "Senior " + str(hr_exports.row_of(risen)["Pos. Title"])},
        left: {"Empl. Status": "Leaver"},
    }
    page = choose_export(me, hr_exports.write(folder / "July.xlsx", changes), monkeypatch)
    assert page.foot.onward.text() == "Look at 3 career changes"
    me.click(page.foot.onward)
    me.click(page.foot.onward)
    me.wait(lambda: me.toast() == "3 people updated, 1 of them has left, 3 career milestones recorded, 2 rows left out")
    ids = {row.name: row.id for row in me.desk.read(people.rows)}
    kinds = [me.desk.read(careers.career, ids[name])[0].kind for name in (promoted, risen, left)]
    assert kinds == [CareerKind.PROMOTION, CareerKind.PROMOTION, CareerKind.DEPARTURE]


def follow_today_until_it_is_quiet(me: Coordinator) -> int:
    """Each item is handled where it stands; the page does not jump. Returns how many there were."""
    page = me.page("today")
    count = len(page.attention.shown())
    assert count > 3
    for left in range(count, 0, -1):
        line = page.attention.first_line()
        assert line is not None
        me.menu(page.actions_of.menu(line.item), "Mark as handled")
        me.wait(lambda expected=left - 1: len(page.attention.shown()) == expected)
        assert page.body.verticalScrollBar().value() == 0
    assert page.attention.empty.isVisible()
    return count


def report_for(me: Coordinator, reader: Reader, out: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Everything that the workbook says."""
    monkeypatch.setattr(file_choice, "save_file", lambda *_: out)
    page = me.page("reports")
    me.choose(page.options.reader, reader)
    me.wait(lambda: page.report is not None)
    me.click(page.save)
    me.wait(lambda: me.toast() == f"Report saved as “{out.name}”")
    book = opened(out, values=True)
    return "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell)


# October: the close


def finish_from_cohorts(me: Coordinator) -> str:
    """The cohort that ends leads to its pairs: the first goes on by itself, the others are completed."""
    mine = pairs_of(me, REVERSE)
    page = me.page("cohorts")
    choose_cohort(me, page, REVERSE)
    assert page.finish.text() == f"Finish {len(mine)} pairs"
    assert not page.match.isVisible()
    me.click(page.finish)
    listed = me.here("pairs")
    assert listed.list.table.count() == len(mine)
    name = listed.pane.sheet.row.name
    me.menu(listed.pane.head.menu, "Go on as enduring")
    me.wait(lambda: listed.list.table.count() == len(mine) - 1)
    listed.list.table.selectAll()
    me.settle()
    me.click(listed.list.bulk.buttons["complete"])
    me.wait(lambda: me.toast() == f"{len(mine) - 1} pairs completed")
    found = sorted(row.status.value for row in pairs_of(me, REVERSE))
    assert found == ["completed"] * (len(mine) - 1) + ["enduring"]
    return str(name)


def tell_their_story(me: Coordinator, name: str, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = me.page("pairs")
    me.choose(page.list.bar.status, PairStatus.ENDURING.value)
    me.wait(lambda: page.pane.sheet is not None and page.pane.sheet.row.name == name)
    page.pane.tabs.show_tab("story")
    story = page.pane.tabs.story
    me.qtbot.mouseClick(story.questions[0], Qt.MouseButton.LeftButton)
    dialog = me.dialog(AnswersDialog)
    me.types("I expected advice. I got a door that opened.")
    me.click(dialog.primary)
    me.has_closed(AnswersDialog)
    for side in Side:
        me.click(story.consents[side].note)
        me.dialog(ConsentDialog)
        me.keys("Return")
        me.has_closed(ConsentDialog)
    monkeypatch.setattr(file_choice, "save_file_of", lambda *_: out)
    me.click(story.save)
    me.wait(lambda: out.exists() and me.toast().startswith("Story saved"))
    me.comes_back()
    read = docx.Document(str(out))
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    assert "I got a door that opened." in "\n".join([*(line.text for line in read.paragraphs), *cells])


def figures(me: Coordinator) -> tuple[Any, ...]:
    """What the desk knows, in numbers."""
    rows = me.desk.read(pairs.rows)
    done = sum(row.done_on is not None for row in me.desk.read(milestones.rows))
    given = sum(len(me.desk.read(exchanges.of_pair, row.id)) for row in rows)
    return sorted(row.status for row in rows), len(me.desk.read(people.rows)), done, given


def ten_steps_back_and_on(me: Coordinator) -> None:
    before = figures(me)
    taken = [me.undo() for _ in range(10)]
    assert len(set(taken)) > 3
    assert figures(me) != before
    for _ in range(10):
        me.redo()
    assert figures(me) == before


def test_a_year_from_the_first_export_to_the_last_story(begin, clock, tmp_path, monkeypatch) -> None:
    clock.day = JANUARY
    me = begin()
    start(me)
    import_people(me, hr_exports.write(tmp_path / "January.xlsx"), monkeypatch)
    make_both_cohorts(me)
    match(me, SPRING, len(ANALYSTS))
    match(me, REVERSE, len(VICE_PRESIDENTS))
    passes_until(me, clock, MAY)
    log_in_the_pane(me)
    save_form(me, tmp_path / "form.xlsx", monkeypatch)
    take_answers(me, filled_forms.fill(tmp_path / "form.xlsx", pairs_of(me, SPRING), MAY), monkeypatch)
    tick_off_what_is_overdue(me)
    passes_until(me, clock, JULY)
    import_again(me, tmp_path, monkeypatch)
    follow_today_until_it_is_quiet(me)
    for_hr = report_for(me, Reader.HR, tmp_path / "HR.xlsx", monkeypatch)
    for_all = report_for(me, Reader.PUBLIC, tmp_path / "All.xlsx", monkeypatch)
    assert "Amara Okonkwo" in for_hr
    assert not [name for name in hr_exports.titles() if name in for_all]
    assert filled_forms.SECRET not in for_hr + for_all
    passes_until(me, clock, OCTOBER)
    name = finish_from_cohorts(me)
    tell_their_story(me, name, tmp_path / "story.docx", monkeypatch)
    ten_steps_back_and_on(me)
    known = figures(me)
    me.leaves()
    again = begin()
    page = again.here("pairs")
    assert (page.pane.sheet.row.name, page.pane.sheet.row.status) == (name, PairStatus.ENDURING)
    assert figures(again) == known
    assert cohort_of(again, SPRING).active == len(ANALYSTS)
