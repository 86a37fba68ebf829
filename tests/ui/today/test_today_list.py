"""The list of Today while items come and go: portions, focus, words."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from mentordesk.ui.today.attention_card import PORTION
from mentordesk.ui.workplace import Target
from tests.builders import add_pair
from tests.ui.today.on_today import choose, contact, lines, titles


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
