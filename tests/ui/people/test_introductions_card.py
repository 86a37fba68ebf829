"""Introductions on a person's card: asked for, made, made a pair, declined; and career milestones changed in place."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from mentordesk.domain.dates import Precision
from mentordesk.domain.introductions import IntroductionForm, RequestStatus
from mentordesk.domain.people import CareerKind
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import introductions, pairs
from mentordesk.services.people import careers
from mentordesk.ui.mail_dialog import MailDialog
from mentordesk.ui.pairs.pair_dialog import PairDialog
from mentordesk.ui.people.career_dialog import CareerDialog
from mentordesk.ui.people.introduction_dialog import IntroductionDialog, MadeDialog
from mentordesk.ui.people.page import PeoplePage
from mentordesk.ui.workplace import Target
from tests.builders import add_pair, add_person


@pytest.fixture
def ids(desk: Desk) -> dict[str, int]:
    names = ("Ayesha Siddiqui", "Ruth Adelmann", "Chidi Okafor")
    found = {name.split()[0]: add_person(desk, name) for name in names}
    form = IntroductionForm(found["Ayesha"], found["Ruth"], found["Chidi"], date(2026, 5, 19), "About night shifts")
    found["request"] = desk.do(introductions.request, form)
    return found


@pytest.fixture
def page(ids, show, settled, carried_out, qtbot) -> PeoplePage:
    shown = show()
    carried_out(shown)
    shown.show_person(ids["Ruth"])
    settled()
    qtbot.waitUntil(shown.card.introductions.isVisible)
    return shown


def words(page: PeoplePage) -> list[tuple[str, str]]:
    return [(line.row.words, line.caption.text()) for line in page.card.introductions.lines]


def dialog(kind: type):
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


def entries(page: PeoplePage, at: int = 0) -> dict[str, object]:
    menu: QMenu = page.card.introductions.lines[at].menu
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions() if action.text()}


def press(page: PeoplePage, qtbot, name: str) -> None:
    qtbot.mouseClick(page.card.introductions.lines[0].buttons[name], Qt.MouseButton.LeftButton)


def test_an_open_request_says_who_whom_through_whom_and_since_when(page: PeoplePage) -> None:
    assert words(page) == [
        (
            "Ayesha Siddiqui would like to meet Ruth Adelmann, through Chidi Okafor",
            "Asked on 19 May, 16 days ago. About night shifts",
        )
    ]


def test_mark_made_asks_for_the_day_and_then_the_lineage_tells_it(page, ids, desk: Desk, qtbot, settled, said) -> None:
    press(page, qtbot, "Mark made…")
    asked = dialog(MadeDialog)
    asked.made_on.set_value(date(2026, 5, 1))
    qtbot.mouseClick(asked.primary, Qt.MouseButton.LeftButton)
    assert "before it was asked for" in asked.form.box("made_on").problem()
    asked.made_on.set_value(date(2026, 6, 2))
    qtbot.mouseClick(asked.primary, Qt.MouseButton.LeftButton)
    settled()
    assert words(page) == [
        ("Chidi Okafor introduced Ayesha Siddiqui to Ruth Adelmann", "On 2 June 2026. About night shifts")
    ]
    assert page.card.lineage.introduced.text() == "Chidi introduced Ruth to Ayesha."
    assert said == ["Ayesha and Ruth have been introduced"]


def test_a_pair_is_made_of_it_with_the_one_in_between_filled_in(page, ids, desk: Desk, qtbot, settled) -> None:
    press(page, qtbot, "Make a pair…")
    new = dialog(PairDialog)
    assert (new.mentor.value(), new.mentee.value()) == (ids["Ruth"], ids["Ayesha"])
    assert new.introduced_by.value() == ids["Chidi"]
    qtbot.mouseClick(new.primary, Qt.MouseButton.LeftButton)
    settled()
    made = desk.read(introductions.row, ids["request"])
    assert made.status is RequestStatus.MADE
    assert desk.read(pairs.detail, made.pair_id).introduced_by_id == ids["Chidi"]
    assert "now a pair" in words(page)[0][1]
    assert "Open the pair" in entries(page)


def test_declined_and_asked_again_and_removed(page, ids, desk: Desk, qtbot, settled) -> None:
    entries(page)["Decline"].trigger()
    settled()
    assert words(page)[0][1].startswith("Declined, asked on 19 May")
    assert not page.card.introductions.lines[0].buttons
    entries(page)["Ask again"].trigger()
    settled()
    assert words(page)[0][1].startswith("Asked on 4 June, today")
    entries(page)["Remove"].trigger()
    settled()
    assert words(page) == []
    desk.undo()
    settled()
    assert len(words(page)) == 1


def test_a_mail_goes_to_the_one_in_between_or_to_both(page, qtbot, settled) -> None:
    for entry, to in (("Write to Chidi…", "To Chidi Okafor"), ("Write to both…", "To Ayesha Siddiqui, Ruth Adelmann")):
        entries(page)[entry].trigger()
        settled()
        mail = dialog(MailDialog)
        assert to in " ".join(label.text() for label in mail.findChildren(type(mail.problem)))
        mail.reject()


def test_a_request_is_changed_in_its_dialog(page, ids, desk: Desk, qtbot, settled) -> None:
    entries(page)["Edit…"].trigger()
    change = dialog(IntroductionDialog)
    assert (change.person.value(), change.other.value(), change.through.value()) == (
        ids["Ayesha"],
        ids["Ruth"],
        ids["Chidi"],
    )
    change.through.set_value(None)
    change.why.setPlainText("About budgets")
    qtbot.mouseClick(change.primary, Qt.MouseButton.LeftButton)
    settled()
    assert words(page) == [
        ("Ayesha Siddiqui would like to meet Ruth Adelmann", "Asked on 19 May, 16 days ago. About budgets")
    ]


def test_a_new_request_begins_with_the_person_and_says_what_is_wrong(page, ids, desk: Desk, qtbot, settled) -> None:
    qtbot.mouseClick(page.card.introductions.new, Qt.MouseButton.LeftButton)
    new = dialog(IntroductionDialog)
    assert new.person.value() == ids["Ruth"]
    qtbot.mouseClick(new.primary, Qt.MouseButton.LeftButton)
    assert new.form.box("other_id").problem() == "Choose a person."
    new.other.set_value(ids["Ruth"])
    qtbot.mouseClick(new.primary, Qt.MouseButton.LeftButton)
    assert "Nobody is introduced to themselves" in new.form.box("other_id").problem()
    new.other.set_value(ids["Chidi"])
    new.through.set_value(ids["Chidi"])
    qtbot.mouseClick(new.primary, Qt.MouseButton.LeftButton)
    assert "Somebody else" in new.form.box("through_id").problem()
    new.through.set_value(ids["Ayesha"])
    qtbot.mouseClick(new.primary, Qt.MouseButton.LeftButton)
    settled()
    assert {row.wish for row in desk.read(introductions.open_requests)} == {
        "Ayesha Siddiqui would like to meet Ruth Adelmann, through Chidi Okafor",
        "Ruth Adelmann would like to meet Chidi Okafor, through Ayesha Siddiqui",
    }


def test_two_who_are_a_pair_already_are_noticed_and_may_be_asked_for_all_the_same(page, ids, desk: Desk, qtbot) -> None:
    add_pair(desk, ids["Ruth"], ids["Chidi"], started_on=date(2019, 3, 1))
    qtbot.mouseClick(page.card.introductions.new, Qt.MouseButton.LeftButton)
    new = dialog(IntroductionDialog)
    assert not new.notice.isVisible()
    qtbot.keyClicks(new.other.focusProxy(), "Chidi")
    qtbot.keyClick(new.other.suggestions.list, Qt.Key.Key_Return)
    qtbot.waitUntil(new.notice.isVisible)
    assert new.notice.words.text() == "Ruth and Chidi are a pair already since 2019."
    qtbot.mouseClick(new.primary, Qt.MouseButton.LeftButton)
    assert len(desk.read(introductions.open_requests)) == 2


def test_what_was_made_already_is_noted_with_its_day(page, ids, desk: Desk, qtbot, settled) -> None:
    qtbot.mouseClick(page.card.introductions.new, Qt.MouseButton.LeftButton)
    new = dialog(IntroductionDialog)
    assert not new.form.box("made_on").isVisible()
    new.other.set_value(ids["Chidi"])
    new.asked_on.set_value(None)
    made = next(it for it in new.state.findChildren(QPushButton) if it.text() == "Made already")
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(new.form.box("made_on").isVisible)
    new.made_on.set_value(date(2014, 11, 3))
    qtbot.mouseClick(new.primary, Qt.MouseButton.LeftButton)
    settled()
    assert ("Ruth Adelmann met Chidi Okafor", "On 3 November 2014") in words(page)


def test_a_pair_that_says_who_introduced_it_is_told_and_opened(page, ids, desk, settled, went: list[Target]) -> None:
    pair_id = add_pair(desk, ids["Ruth"], "Jonas Weidmann", introduced_by_id=ids["Chidi"])
    settled()
    assert words(page)[1] == (
        "Chidi Okafor introduced Ruth Adelmann to Jonas Weidmann",
        "Before 6 October 2025, now a pair",
    )
    assert list(entries(page, 1)) == ["Open the pair"]
    entries(page, 1)["Open the pair"].trigger()
    assert [(target.page, target.id) for target in went] == [("pairs", pair_id)]


# Career milestones


def test_a_career_milestone_is_changed_by_enter_and_by_double_click(
    page, ids, desk: Desk, qtbot, settled, said
) -> None:
    desk.do(careers.add_career, ids["Ruth"], CareerKind.LEAVE, date(2019, 11, 1), Precision.MONTH, "Sabbatical")
    settled()
    line = page.card.career.lines[0]
    qtbot.waitUntil(line.isVisible)
    line.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(line.edit.isVisible)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    change = dialog(CareerDialog)
    assert (change.kind.choice(), change.kind_title.text()) == (CareerKind.LEAVE, "Sabbatical")
    assert (change.day.value(), change.precision.choice()) == (date(2019, 11, 1), Precision.MONTH)
    assert change.form.box("until").isVisible()
    change.until.set_value(date(2020, 7, 1))
    qtbot.mouseClick(change.primary, Qt.MouseButton.LeftButton)
    settled()
    assert page.card.career.lines[0].row.on_text == "2019–20"
    assert said == ["Leave changed"]

    qtbot.mouseDClick(page.card.career.lines[0], Qt.MouseButton.LeftButton)
    again = dialog(CareerDialog)
    again.kind.choose(CareerKind.AWARD)
    again.kind.activated.emit(again.kind.currentIndex())
    assert not again.form.box("until").isVisible()
    again.kind_title.setText("Safety award")
    qtbot.mouseClick(again.primary, Qt.MouseButton.LeftButton)
    settled()
    row = page.card.career.lines[0].row
    assert (row.kind, row.title, row.until) == (CareerKind.AWARD, "Safety award", None)
