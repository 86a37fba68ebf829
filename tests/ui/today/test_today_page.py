"""The Today page as a coordinator uses it: reading, acting, putting off, searching, in wide and small windows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from mentordesk.domain.contacts import Channel, ContactForm, ExchangeForm, ExchangeKind
from mentordesk.domain.milestones import MilestoneForm
from mentordesk.domain.people import PersonForm
from mentordesk.domain.programs import StepOwner
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import contacts, exchanges, milestones
from mentordesk.services.people import people
from mentordesk.services.programs import programs
from mentordesk.services.today import attention
from mentordesk.ui import file_choice, mail
from mentordesk.ui.mail_dialog import MailDialog
from mentordesk.ui.settings import Settings
from mentordesk.ui.today import headline
from mentordesk.ui.today.attention_card import PORTION
from mentordesk.ui.today.item_line import ItemLine
from mentordesk.ui.today.page import TodayPage
from mentordesk.ui.today.ranking_dialog import RankingDialog
from mentordesk.ui.today.snooze_dialog import SnoozeDialog
from mentordesk.ui.workplace import Target, Workplace
from tests.builders import add_cohort, add_pair, add_person, enroll
from tests.crossroads import TODAY


def contact(desk: Desk, pair_id: int, days_ago: int) -> None:
    desk.do(contacts.log, ContactForm(pair_id, Channel.PHONE, TODAY - timedelta(days=days_ago)))


@pytest.fixture
def silent(desk: Desk) -> int:
    """A pair without contact for 47 days, in no cohort: nothing but silence is to be said of it."""
    pair = add_pair(desk, "Tomasz Wrona", "Leila Khoury", started_on=date(2026, 1, 7))
    contact(desk, pair, 47)
    return pair


@pytest.fixture
def unmatched(desk: Desk) -> tuple[int, int]:
    """(person, cohort): Mateo waits for a mentor."""
    from mentordesk.domain.cohorts import Role

    cohort = add_cohort(desk)
    person = add_person(desk, "Mateo Quispe")
    enroll(desk, cohort, person, Role.MENTEE)
    return person, cohort


@pytest.fixture
def show(qtbot, workplace: Workplace) -> Callable[..., TodayPage]:
    """Shows the page in a window of a size, with its rows read."""

    windows: list[QMainWindow] = []

    def shown(width: int = 1440, height: int = 900) -> TodayPage:
        window = QMainWindow()
        windows.append(window)
        page = TodayPage(workplace)
        window.setCentralWidget(page)
        qtbot.addWidget(window)
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: page.loaded and is_laid_out(page))
        return page

    return shown


def is_laid_out(page: TodayPage) -> bool:
    """Whether its figures stand where they are clicked: that takes the event loop some rounds."""
    cells = [page.strip.cell(key) for key in headline.TARGETS]
    return all(cell.isVisible() and cell.height() >= cell.minimumSizeHint().height() for cell in cells)


@pytest.fixture
def mailed(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What the mail program was given; no program is started."""
    found: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url) or True)
    return found


def lines(page: TodayPage) -> list[ItemLine]:
    return [line for line in page.attention.lines if line.isVisibleTo(page)]


def titles(page: TodayPage) -> list[str]:
    return [line.title.text() for line in lines(page)]


def dialog(qtbot, kind: type) -> Any:
    found: list[Any] = []

    def is_there() -> bool:
        found[:] = [
            widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()
        ]
        return bool(found)

    qtbot.waitUntil(is_there)
    return found[0]


def choose(page: TodayPage, line: ItemLine, words: str) -> None:
    action = next(action for action in page.actions_of.menu(line.item).actions() if action.text() == words)
    assert action.isEnabled()
    action.trigger()


def test_a_pair_counts_as_in_contact_while_it_is_new_and_the_figure_says_so(show, desk) -> None:
    add_pair(desk, "Amara Okonkwo", "Jonas Weidmann", started_on=TODAY - timedelta(days=8))
    cell = show().strip.cell("in_contact")
    assert cell.accessibleName() == "In contact, last 30 days: 1 of 1 pair"
    assert cell.accessibleDescription() == "1 of them new, no contact yet"


def test_the_title_line_and_the_figures_say_how_things_stand(show, silent) -> None:
    page = show()
    assert page.header.facts.text() == "Thursday 4 June 2026. 0 programs, 1 active pair"
    assert page.strip.cell("active_pairs").accessibleName() == "Active pairs: 1"
    assert page.strip.cell("in_contact").accessibleName() == "In contact, last 30 days: 0 of 1 pair"
    assert page.strip.cell("check_ins").accessibleDescription() == "no check-in has been answered yet"


@pytest.mark.parametrize(
    ("figure", "page_key", "filters"),
    [
        ("in_contact", "pairs", {"no_contact": True}),
        ("in_balance", "pairs", {"unbalanced": True}),
        ("milestones", "milestones", {"state": "overdue"}),
        ("check_ins", "pairs", {"low_check_in": True}),
    ],
)
def test_a_figure_opens_the_rows_that_do_not_meet_it(qtbot, show, silent, went, figure, page_key, filters) -> None:
    qtbot.mouseClick(show().strip.cell(figure), Qt.MouseButton.LeftButton)
    assert (went[0].page, went[0].filters) == (page_key, filters)


def test_enter_opens_a_figure_and_a_format(show, silent, went) -> None:
    page = show()
    for place in (page.strip.cell("in_contact"), page.formats.lines[0]):
        place.setFocus()
        QTest.keyClick(place, Qt.Key.Key_Return)
    assert [target.filters for target in went] == [{"no_contact": True}, {"kind": "give_and_take"}]


@pytest.mark.parametrize(
    ("system", "handled"),
    [("win32", "Handled"), ("darwin", "Handled"), ("linux", "Handled, if your mail program opened")],
)
def test_writing_to_a_silent_pair_takes_the_item_away_and_undo_brings_it_back(
    qtbot, show, silent, mailed, workplace, system: str, handled: str, monkeypatch
) -> None:
    monkeypatch.setattr(mail, "sys", SimpleNamespace(platform=system))
    page = show()
    line = lines(page)[0]
    assert line.title.text() == "Tomasz Wrona & Leila Khoury: no contact for 47 days"
    assert line.action.text() == "Write to both"
    qtbot.mouseClick(line.action, Qt.MouseButton.LeftButton)
    letter = dialog(qtbot, MailDialog)
    letter.subject.setText("How are you two?")
    with qtbot.waitSignal(workplace.said) as said:
        qtbot.mouseClick(letter.primary, Qt.MouseButton.LeftButton)
    assert said.args[0].sentence == f"{handled}: Tomasz Wrona & Leila Khoury: no contact for 47 days"
    assert said.args[0].undo
    parts = urlsplit(mailed[0].toString(QUrl.ComponentFormattingOption.FullyEncoded))
    assert parts.path == "tomasz.wrona@solvane.example,leila.khoury@solvane.example"
    assert parse_qs(parts.query)["subject"] == ["How are you two?"]
    qtbot.waitUntil(lambda: not lines(page))
    assert page.attention.empty.title.text() == "All quiet"
    workplace.desk.undo()
    qtbot.waitUntil(lambda: len(lines(page)) == 1)


def test_a_mail_that_is_not_opened_leaves_the_item(qtbot, show, silent, mailed) -> None:
    page = show()
    qtbot.mouseClick(lines(page)[0].action, Qt.MouseButton.LeftButton)
    letter = dialog(qtbot, MailDialog)
    qtbot.keyClick(letter, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not letter.isVisible())
    assert mailed == []
    assert len(lines(page)) == 1


def test_without_a_mail_program_the_text_can_be_copied(qtbot, show, silent, monkeypatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    page = show()
    qtbot.mouseClick(lines(page)[0].action, Qt.MouseButton.LeftButton)
    letter = dialog(qtbot, MailDialog)
    qtbot.mouseClick(letter.primary, Qt.MouseButton.LeftButton)
    assert letter.isVisible()
    assert "no mail program answered" in letter.problem.text()
    qtbot.mouseClick(letter.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("Checking in on the two of you\n\nDear Tomasz and Leila,")
    letter.reject()
    assert len(titles(page)) == 1, "the item waits until a mail program took the mail"


def test_a_very_long_mail_goes_as_a_file(qtbot, show, silent, mailed) -> None:
    page = show()
    qtbot.mouseClick(lines(page)[0].action, Qt.MouseButton.LeftButton)
    letter = dialog(qtbot, MailDialog)
    letter.text.setPlainText("word " * 600)
    qtbot.mouseClick(letter.primary, Qt.MouseButton.LeftButton)
    assert mailed[0].isLocalFile()
    assert mailed[0].toLocalFile().endswith("draft.eml")


def test_somebody_without_an_address_is_named_in_the_mail(qtbot, show, desk, silent) -> None:
    person = next(row.id for row in desk.read(people.rows) if row.name == "Leila Khoury")
    desk.do(people.save, PersonForm("Leila Khoury", employee_number="7"), person)
    page = show()
    qtbot.mouseClick(lines(page)[0].action, Qt.MouseButton.LeftButton)
    letter = dialog(qtbot, MailDialog)
    assert letter.missing.text().startswith("Leila Khoury has no e-mail address here")
    letter.reject()


def test_find_a_mentor_leads_to_matching_with_the_person(qtbot, show, unmatched, went) -> None:
    page = show()
    line = next(line for line in lines(page) if line.title.text() == "Mateo Quispe has no mentor yet")
    qtbot.mouseClick(line.action, Qt.MouseButton.LeftButton)
    assert went == [Target("matching", unmatched[1], filters={"person": unmatched[0]})]


def test_a_pair_for_somebody_unmatched_can_be_made_by_hand(show, unmatched, workplace, qtbot) -> None:
    page = show()
    line = next(line for line in lines(page) if line.title.text() == "Mateo Quispe has no mentor yet")
    by_hand = next(act for act in page.actions_of.menu(line.item).actions() if act.text() == "New pair by hand…")
    with qtbot.waitSignal(workplace.commanded) as commanded:
        by_hand.trigger()
    assert commanded.args == ["new_pair", {"mentee_id": unmatched[0], "cohort_id": unmatched[1]}]


def test_a_click_elsewhere_on_the_line_opens_the_pair(qtbot, show, silent, went) -> None:
    qtbot.mouseClick(lines(show())[0].title, Qt.MouseButton.LeftButton)
    assert (went[0].page, went[0].id, went[0].tab) == ("pairs", silent, "overview")


def test_an_overdue_milestone_of_several_pairs_opens_those_milestones(qtbot, show, desk, went) -> None:
    cohort = add_cohort(desk)
    for left, right in (("Samuel Tefera", "Elif Aydin"), ("Yusuf Karim", "Aoife Brennan")):
        contact(desk, add_pair(desk, left, right, cohort), 2)
    page = show()
    line = next(line for line in lines(page) if line.action.text() == "Remind 2 pairs")
    qtbot.mouseClick(line.title, Qt.MouseButton.LeftButton)
    assert (went[0].page, went[0].filters["state"], went[0].filters["cohort_id"]) == ("milestones", "overdue", cohort)
    steps = {step.id: step.title for step in desk.read(programs.plan, 1)}
    assert steps[went[0].filters["step_id"]] == line.item.about


def test_an_overdue_step_of_the_coordinator_is_opened_and_nobody_reminded(qtbot, show, desk, went) -> None:
    cohort = add_cohort(desk)
    for left, right in (("Samuel Tefera", "Elif Aydin"), ("Yusuf Karim", "Aoife Brennan")):
        pair = add_pair(desk, left, right, cohort)
        due_on = desk.today() - timedelta(days=20)
        desk.do(milestones.add, MilestoneForm(pair, "Speech", due_on, StepOwner.COORDINATOR))
    line = next(line for line in lines(show()) if line.item.about == "Speech")
    assert line.action.text() == "Open 2 milestones"
    line.action.click()
    assert (went[0].page, went[0].filters) == (
        "milestones",
        {"state": "overdue", "cohort_id": cohort, "step": "Speech"},
    )


def test_one_sided_pairs_are_reviewed_on_their_account(qtbot, show, desk, silent, went) -> None:
    contact(desk, silent, 1)
    giver = next(row.id for row in desk.read(people.rows) if row.name == "Tomasz Wrona")
    for _ in range(3):
        gift = ExchangeForm(silent, giver, ExchangeKind.ADVICE, 3, TODAY - timedelta(days=1))
        desk.do(exchanges.record, gift)
    page = show()
    assert titles(page) == ["Tomasz Wrona & Leila Khoury: Tomasz gave 9 of 9 points"]
    qtbot.mouseClick(lines(page)[0].action, Qt.MouseButton.LeftButton)
    assert (went[0].page, went[0].id, went[0].tab) == ("pairs", silent, "give_take")
    assert page.formats.sentence.text().endswith("nothing came back yet.")


def test_a_cohort_that_ends_is_opened(qtbot, show, desk, went) -> None:
    cohort = add_cohort(desk, ends_on=date(2026, 6, 18))
    contact(desk, add_pair(desk, "Ruth Adelmann", "Jonas Weidmann", cohort), 2)
    page = show()
    line = next(line for line in lines(page) if line.title.text() == "Crossroads 2025–26 ends in 14 days")
    assert line.action.text() == "Open the cohort"
    qtbot.mouseClick(line.action, Qt.MouseButton.LeftButton)
    assert (went[0].page, went[0].id) == ("cohorts", cohort)


def test_the_list_is_walked_with_the_keyboard(qtbot, show, silent, unmatched, went) -> None:
    page = show()
    page.focus_search()
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert lines(page)[0].hasFocus()
    qtbot.keyClick(lines(page)[0], Qt.Key.Key_Down)
    assert lines(page)[1].hasFocus()
    qtbot.keyClick(lines(page)[1], Qt.Key.Key_Return)
    assert (went[0].page, went[0].id) == ("people", unmatched[0])


def test_snoozing_takes_the_item_away_until_the_week_is_over(qtbot, show, desk, silent, clock) -> None:
    page = show()
    choose(page, lines(page)[0], "Snooze 1 week")
    qtbot.waitUntil(lambda: not lines(page))
    clock.day = TODAY + timedelta(days=6)
    assert desk.read(attention.items) == ()
    clock.day = TODAY + timedelta(days=7)
    assert len(desk.read(attention.items)) == 1


def test_snoozing_until_a_day_refuses_a_day_that_is_over(qtbot, show, silent) -> None:
    page = show()
    choose(page, lines(page)[0], "Snooze until a day…")
    asked = dialog(qtbot, SnoozeDialog)
    asked.day.set_value(TODAY)
    qtbot.mouseClick(asked.primary, Qt.MouseButton.LeftButton)
    assert asked.form.box("until").problem() == "Choose a day to come."
    asked.day.set_value(TODAY + timedelta(days=3))
    qtbot.mouseClick(asked.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not lines(page))


def test_marking_as_handled_takes_the_item_away_for_14_days(qtbot, show, desk, silent, clock) -> None:
    page = show()
    choose(page, lines(page)[0], "Mark as handled")
    qtbot.waitUntil(lambda: not lines(page))
    clock.day = TODAY + timedelta(days=14)
    assert len(desk.read(attention.items)) == 1


def test_search_and_kind_narrow_the_list(qtbot, show, silent, unmatched) -> None:
    page = show()
    assert len(titles(page)) == 2
    qtbot.keyClicks(page.search, "tomasz")
    assert titles(page) == ["Tomasz Wrona & Leila Khoury: no contact for 47 days"]
    assert page.attention.facts.text() == "1 of 2 items"
    page.search.clear()
    texts = [page.kind.itemText(at) for at in range(page.kind.count())]
    assert texts == ["All items", "No contact  1", "Not matched yet  1"]
    page.kind.setCurrentIndex(2)
    page.kind.activated.emit(2)
    assert titles(page) == ["Mateo Quispe has no mentor yet"]
    qtbot.keyClicks(page.search, "xyz")
    assert titles(page) == []
    assert page.attention.empty.title.text() == "No item matches “xyz”"
    qtbot.mouseClick(page.attention.empty.action, Qt.MouseButton.LeftButton)
    assert len(titles(page)) == 2


def test_hundreds_of_items_come_in_portions(qtbot, show, desk) -> None:
    for number in range(PORTION + 3):
        contact(desk, add_pair(desk, f"Left L{number}", f"Right R{number}", started_on=date(2026, 1, 7)), 47)
    page = show()
    assert len(lines(page)) == PORTION
    qtbot.mouseClick(page.attention.rest, Qt.MouseButton.LeftButton)
    assert len(lines(page)) == PORTION + 3
    assert lines(page)[PORTION].hasFocus()


def test_the_page_stays_where_it_is_when_an_item_is_handled(qtbot, show, desk) -> None:
    for mentor in (
        "Tomasz Wrona",
        "Ruth Adelmann",
        "Ingrid Tveit",
        "Rafael Monteiro",
        "Wanjiru Kamau",
        "Aoife Brennan",
    ):
        pair = add_pair(desk, mentor, f"Leila {mentor.split()[0]}", started_on=date(2026, 1, 7))
        contact(desk, pair, 47)
    page = show(1024, 500)
    assert page.body.verticalScrollBar().maximum() > 0
    first = lines(page)[0]
    title = first.title.text()
    first.action.setFocus(Qt.FocusReason.OtherFocusReason)
    page.body.verticalScrollBar().setValue(0)
    choose(page, first, "Mark as handled")
    qtbot.waitUntil(lambda: title not in titles(page))
    qtbot.waitUntil(
        lambda: lines(page)[0].isAncestorOf(QApplication.focusWidget() or page) or lines(page)[0].hasFocus()
    )
    assert page.body.verticalScrollBar().value() == 0


def test_the_focus_goes_to_the_next_item_when_one_is_handled(qtbot, show, silent, unmatched) -> None:
    page = show()
    lines(page)[0].setFocus()
    choose(page, lines(page)[0], "Mark as handled")
    qtbot.waitUntil(lambda: titles(page) == ["Mateo Quispe has no mentor yet"])
    assert lines(page)[0].hasFocus()


def test_the_focus_goes_from_the_last_item_to_the_page_and_back_with_it(qtbot, show, desk, silent) -> None:
    page = show()
    lines(page)[0].setFocus()
    choose(page, lines(page)[0], "Mark as handled")
    qtbot.waitUntil(lambda: titles(page) == [])
    assert page.log.hasFocus()
    desk.undo()
    qtbot.waitUntil(lambda: len(titles(page)) == 1)
    assert lines(page)[0].hasFocus()


def test_the_list_goes_back_to_all_items_when_the_last_of_a_kind_is_handled(qtbot, show, silent, unmatched) -> None:
    page = show()
    page.open(Target("today", filters={"kind": "no_contact"}))
    lines(page)[0].setFocus()
    choose(page, lines(page)[0], "Mark as handled")
    qtbot.waitUntil(lambda: titles(page) == ["Mateo Quispe has no mentor yet"])
    assert page.kind.currentText() == "All items"
    assert lines(page)[0].hasFocus()


def test_whoever_comes_back_stands_on_the_item_that_led_away(show, silent, unmatched) -> None:
    page = show()
    second = lines(page)[1]
    second.setFocus()
    second.opened.emit(second.item)
    page.log.setFocus()
    assert page.first_part() is second


def test_the_menu_of_a_key_opens_below_the_words_of_its_item(qtbot, show, silent) -> None:
    page = show()
    line = lines(page)[0]
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, line.rect().center(), QPoint(900, 900))
    with qtbot.waitSignal(line.menu_requested) as asked:
        QApplication.sendEvent(line, event)
    assert asked.args[1] == line.mapToGlobal(line.rect().bottomLeft() + QPoint(60, 0))
    QApplication.activePopupWidget().close()


def test_a_step_says_which_item_was_handled(qtbot, show, desk, silent) -> None:
    page = show()
    choose(page, lines(page)[0], "Mark as handled")
    assert desk.undo_label() == "Mark “Tomasz Wrona & Leila Khoury” as handled"


def test_a_question_is_read_out_without_a_second_stop(show, silent) -> None:
    page = show()
    line = lines(page)[0]
    line.show_item(replace(line.item, title="Lucía & Tove: take up the rhythm again?", context="Paused"), (), "")
    assert line.accessibleName() == "At risk: Lucía & Tove: take up the rhythm again? Paused"


def test_pairs_at_risk_are_not_called_on_watch(qtbot, show, silent) -> None:
    page = show()
    choose(page, lines(page)[0], "Mark as handled")
    qtbot.waitUntil(lambda: titles(page) == [])
    assert page.footer.words.text().startswith("Also at risk or on watch: Tomasz Wrona & Leila Khoury, 47 days")


def test_an_empty_desk_is_told_what_to_do_first(qtbot, show, went) -> None:
    page = show()
    assert page.attention.empty.title.text() == "Nobody is here yet"
    qtbot.mouseClick(page.attention.empty.action, Qt.MouseButton.LeftButton)
    assert went[0].page == "import"


def test_people_without_a_pair_are_offered_one(qtbot, show, desk, workplace) -> None:
    add_person(desk, "Amara Okonkwo")
    page = show()
    with qtbot.waitSignal(workplace.commanded) as commanded:
        qtbot.mouseClick(page.attention.empty.action, Qt.MouseButton.LeftButton)
    assert commanded.args == ["new_pair", {}]


def test_a_quiet_desk_says_what_comes_next(qtbot, show, desk, went) -> None:
    pair = add_pair(desk, "Ruth Adelmann", "Amara Okonkwo", started_on=date(2025, 6, 12))
    contact(desk, pair, 3)
    page = show()
    assert page.attention.empty.sentence.text() == "Next: 1 year: Ruth & Amara, 12 June."
    assert page.upcoming.lines[0].accessibleName() == "12 June: 1 year: Ruth & Amara. A pair since June 2025"
    qtbot.mouseClick(page.upcoming.lines[0], Qt.MouseButton.LeftButton)
    assert (went[0].page, went[0].id) == ("pairs", pair)


def test_give_and_take_by_format_opens_its_report(qtbot, show, silent, went) -> None:
    page = show()
    assert page.formats.lines[0].accessibleName().startswith("Traditional, 1 pair: left side gave 0")
    assert page.formats.sentence.text() == "No entries yet. Log a contact and say what each side gave."
    qtbot.mouseClick(page.formats.lines[0], Qt.MouseButton.LeftButton)
    assert (went[0].page, went[0].filters) == ("reports", {"kind": "give_and_take"})


def test_the_footer_leads_to_the_pairs_at_risk(qtbot, show, silent, went) -> None:
    page = show()
    assert page.footer.words.text() == "Every pair on watch or at risk is named above."
    assert not page.footer.watch.isVisible()
    qtbot.mouseClick(page.footer.risk, Qt.MouseButton.LeftButton)
    assert (went[0].page, went[0].filters) == ("pairs", {"health": "at_risk"})


def test_in_a_small_window_the_cards_stand_behind_tabs(qtbot, show, silent) -> None:
    page = show(1024, 700)
    assert page.arrangement.tabs.isVisible()
    assert page.arrangement.tabs.tabText(0) == "Needs attention  1"
    assert (page.attention.isVisible(), page.upcoming.isVisible()) == (True, False)
    page.arrangement.tabs.setCurrentIndex(1)
    assert (page.attention.isVisible(), page.upcoming.isVisible()) == (False, True)
    assert page.state() == {"tab": 1}
    page.window().resize(1680, 900)
    qtbot.waitUntil(lambda: page.attention.isVisible() and page.upcoming.isVisible() and page.formats.isVisible())
    assert not page.arrangement.tabs.isVisible()


def test_the_page_remembers_its_tab(show, workplace) -> None:
    again = TodayPage(workplace)
    again.restore_state({"tab": 2})
    assert again.arrangement.tabs.currentIndex() == 2
    again.restore_state({"tab": "nonsense"})
    assert again.arrangement.tabs.currentIndex() == 2
    again.deleteLater()


def test_how_items_are_ranked_is_explained(qtbot, show, silent) -> None:
    page = show()
    qtbot.mouseClick(page.attention.ranking, Qt.MouseButton.LeftButton)
    explained = dialog(qtbot, RankingDialog)
    assert "90 + days beyond the limit" in explained.table.toPlainText()
    qtbot.mouseClick(explained.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not explained.isVisible())


def test_a_desk_open_to_read_only_changes_nothing(qtbot, desk, silent, unmatched, tmp_path, qapp) -> None:
    copy = Desk.open(desk.path, backups=tmp_path / "b", clock=desk.clock, read_only=True)
    workplace = Workplace(copy, Settings(tmp_path / "s"))
    page = TodayPage(workplace)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.loaded)
    assert not page.log.isEnabled()
    assert "read only" in page.log.toolTip()
    line = next(line for line in lines(page) if line.action.text() == "Find a mentor")
    assert line.action.isEnabled()
    enabled = [
        action.text() for action in page.actions_of.menu(line.item).actions() if action.isEnabled() and action.text()
    ]
    assert enabled == ["Find a mentor", "Open"]
    workplace.close()
    copy.close()


def test_a_group_of_unmatched_people_is_matched_and_looked_at_in_a_desk_that_is_read_only(
    qtbot, desk, unmatched, tmp_path, went, qapp
) -> None:
    from mentordesk.domain.cohorts import Role

    for name in ("Ayesha Siddiqui", "Carmen Ibáñez", "Daniyar Omarov"):
        enroll(desk, unmatched[1], add_person(desk, name), Role.MENTEE)
    copy = Desk.open(desk.path, backups=tmp_path / "b", clock=desk.clock, read_only=True)
    workplace = Workplace(copy, Settings(tmp_path / "s"))
    workplace.went.connect(went.append)
    page = TodayPage(workplace)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.loaded)
    line = next(line for line in lines(page) if line.title.text() == "4 mentees have no mentor yet")
    assert (line.action.text(), line.action.isEnabled()) == ("Match 4 mentees", True)
    qtbot.mouseClick(line.action, Qt.MouseButton.LeftButton)
    assert went == [Target("matching", unmatched[1])]
    workplace.close()
    copy.close()


def test_in_a_small_window_search_and_kinds_stand_in_the_head_of_the_list(qtbot, show, silent) -> None:
    page = show(1024, 700)
    assert page.attention.isAncestorOf(page.search)
    page.arrangement.tabs.setCurrentIndex(1)
    page.focus_search()
    assert page.search.isVisible()
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "nobody")
    assert page.attention.empty.isVisible()
    page.window().resize(1440, 900)
    qtbot.waitUntil(lambda: page.header.isAncestorOf(page.search))
    assert page.search.text() == "nobody"
    assert page.search.isVisible()
    assert page.kind.isVisible()


def test_the_rules_of_the_ranking_stand_there_whole_and_say_what_the_buttons_say(qtbot, show, silent) -> None:
    show().show_ranking()
    rules = dialog(qtbot, RankingDialog)
    qtbot.waitUntil(lambda: rules.table.height() >= rules.table.document().size().height())
    assert rules.table.verticalScrollBar().maximum() == 0
    assert "Open the cohort" in rules.table.toPlainText()
    assert "Plan the close" not in rules.table.toPlainText()
    rules.reject()


def test_the_next_days_are_saved_for_a_calendar(qtbot, show, desk, workplace, monkeypatch, tmp_path) -> None:
    contact(desk, add_pair(desk, "Ruth Adelmann", "Amara Okonkwo", started_on=date(2025, 6, 12)), 3)
    path = tmp_path / "days.ics"
    monkeypatch.setattr(file_choice, "save_file", lambda *_: path)
    page = show()
    with qtbot.waitSignal(workplace.said) as said:
        qtbot.mouseClick(page.upcoming.calendar, Qt.MouseButton.LeftButton)
    assert said.args[0].sentence == "Calendar saved as “days.ics”"
    text = path.read_text(encoding="utf-8")
    assert "SUMMARY:1 year: Ruth & Amara" in text
    assert "DTSTART;VALUE=DATE:20260612" in text


def test_items_stand_closer_where_that_saves_the_scroll_bar(qtbot, desk, show) -> None:
    for number in range(8):
        contact(desk, add_pair(desk, f"Tomasz Wrona {number}", f"Leila Khoury {number}"), 50)
    page = show(1440, 1200)
    usual = lines(page)[0].sizeHint().height()
    for height in range(1200, 500, -8):
        page.window().resize(1440, height)
        if lines(page)[0].sizeHint().height() < usual:
            break
    qtbot.waitUntil(lambda: lines(page)[0].height() < usual)
    assert not page.body.verticalScrollBar().isVisible()
    page.window().resize(1440, 1200)
    qtbot.waitUntil(lambda: lines(page)[0].height() == usual)
