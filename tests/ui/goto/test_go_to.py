"""Go to, as it is typed into: what is found, what the keys do, where one arrives."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from mentordesk.domain.pairs import PairStatus
from mentordesk.services.desk import Desk
from mentordesk.ui.goto.palette import Palette
from mentordesk.ui.main_window import MainWindow
from mentordesk.ui.settings import Settings
from tests import builders

Key = Qt.Key


@pytest.fixture
def window(qapp, qtbot, tmp_path: Path, clock) -> Iterator[MainWindow]:
    """The window on a desk with a cohort, three pairs and a few people; Reports is on screen."""
    desk = Desk.create(tmp_path / "goto.mdesk", backups=tmp_path / "backups", clock=clock)
    cohort = builders.add_cohort(desk, name="Upstream 2026")
    amara = builders.add_person(desk, "Amara Okonkwo", title="VP Operations", location="Rotterdam")
    builders.add_pair(desk, amara, "Jonas Weidmann", cohort)
    builders.add_pair(desk, "Arjun Mehta", "Sofie Brandt", cohort)
    builders.add_pair(desk, amara, "Dana Ruiz", None, PairStatus.ENDURING)
    for name in ("Bea Lund", "Ben Lund", "Bo Lund", "Cy Lund", "Ed Lund", "Elif Yıldız"):
        builders.add_person(desk, name)
    made = MainWindow(Settings(tmp_path / "settings"))
    qtbot.addWidget(made)
    made.show()
    made.files.desk = desk
    made.settings.remember_state("window", {"page": "reports"})
    made.files.opened.emit(desk)
    yield made
    made.close()


@pytest.fixture
def went(window: MainWindow, monkeypatch) -> list[Any]:
    """Where the palette goes, instead of the page itself."""
    targets: list[Any] = []
    window.workplace.went.disconnect()
    window.workplace.went.connect(targets.append)
    return targets


def opened(window: MainWindow, qtbot, typed: str = "") -> Palette:
    window.run("go_to")
    palette = next(each for each in window.findChildren(Palette) if each.isVisible())
    qtbot.waitUntil(lambda: not window.workplace.reader.pending)
    QTest.keyClicks(palette.field, typed)
    return palette


def shown(palette: Palette) -> list[str]:
    return [palette.lines.index(place, 0).data() for place in range(palette.lines.rowCount())]


def marked(palette: Palette) -> str:
    return palette.list.currentIndex().data()


def press(palette: Palette, *keys: Key, control: bool = False) -> None:
    for key in keys:
        QTest.keyClick(
            palette.field, key, Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        )


def test_letters_find_people_pairs_cohorts_and_commands(window, qtbot) -> None:
    palette = opened(window, qtbot, "am")

    assert shown(palette) == [
        "People",
        "Amara Okonkwo",
        "Arjun Mehta",
        "Pairs",
        "Amara Okonkwo & Jonas Weidmann",
        "Amara Okonkwo & Dana Ruiz",
        "Arjun Mehta & Sofie Brandt",
        "Cohorts",
        "Upstream 2026",
        "Reports",
        "Program over the years",
        "Program report",
        "Commands",
        "Log contact with Amara Okonkwo",
        "Log contact with Amara Okonkwo",
        "New program",
        "Open the sample desk",
        "Show all 7",
    ]
    assert palette.count.text() == "15 results"
    assert marked(palette) == "Amara Okonkwo"


def test_a_screen_reader_hears_the_whole_line(window, qtbot) -> None:
    palette = opened(window, qtbot, "am")
    said = [palette.lines.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) for at in (1, 2, 4, 8)]

    assert said[0] == "Amara Okonkwo, VP Operations, Rotterdam, Mentor, 1 active pair"
    assert said[1] == "Arjun Mehta, Initials AM, Mentor, 1 active pair"
    assert said[2].startswith("Amara Okonkwo & Jonas Weidmann, Upstream 2026, ")
    assert said[3] == "Upstream 2026, Traditional, ends 3 July, 2 pairs"


def test_accents_do_not_matter(window, qtbot) -> None:
    assert shown(opened(window, qtbot, "yildiz"))[:2] == ["People", "Elif Yıldız"]


def test_a_group_of_many_shows_four_until_asked_for_all(window, qtbot) -> None:
    palette = opened(window, qtbot, "lund")
    assert shown(palette) == ["People", "Bea Lund", "Ben Lund", "Bo Lund", "Cy Lund", "Show all 5"]

    press(palette, Key.Key_Up, Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Return)

    assert shown(palette)[-1] == marked(palette) == "Ed Lund"
    assert palette.isVisible()


def test_arrows_pass_over_headings_and_tab_goes_to_the_next_group(window, qtbot) -> None:
    palette = opened(window, qtbot, "am")
    press(palette, Key.Key_Down, Key.Key_Down)
    assert marked(palette) == "Amara Okonkwo & Jonas Weidmann"

    press(palette, Key.Key_Tab)
    assert marked(palette) == "Upstream 2026"
    press(palette, Key.Key_Backtab, Key.Key_Backtab)
    assert marked(palette) == "Amara Okonkwo"
    press(palette, Key.Key_Backtab)
    assert marked(palette) == "Log contact with Amara Okonkwo"
    press(palette, Key.Key_Tab, Key.Key_Up)
    assert marked(palette) == "Amara Okonkwo"


def test_enter_goes_there_and_the_next_time_it_is_offered_first(window, qtbot, went) -> None:
    palette = opened(window, qtbot, "upst")
    press(palette, Key.Key_Return)
    assert [(target.page, target.id is not None) for target in went] == [("cohorts", True)]
    assert not palette.isVisible()

    press(opened(window, qtbot, "arjun sofie"), Key.Key_Return)
    press(opened(window, qtbot, "bo l"), Key.Key_Return)
    assert [target.page for target in went] == ["cohorts", "pairs", "people"]

    again = opened(window, qtbot)
    assert shown(again) == ["Opened last", "Bo Lund", "Arjun Mehta & Sofie Brandt", "Upstream 2026"]
    QTest.keyClicks(again.field, "lund")
    assert shown(again)[1:3] == ["Bo Lund", "Bea Lund"]


def test_a_report_is_opened_with_its_preview(window, qtbot, went) -> None:
    palette = opened(window, qtbot, "check-in r")
    assert shown(palette) == ["Reports", "Check-in results"]
    press(palette, Key.Key_Return)
    assert [(target.page, target.filters) for target in went] == [("reports", {"kind": "check_ins"})]
    assert shown(opened(window, qtbot)) == ["Type a name, a cohort, a report or a command."]


def test_everybody_named_is_offered_a_contact_with_their_pairs(window, qtbot) -> None:
    desk = window.workplace.desk
    for mentor, mentee in (("Ina Berg", "Tor Voss"), ("Ivo Berg", "Uta Voss")):
        builders.add_pair(desk, mentor, mentee)
    said = shown(opened(window, qtbot, "berg"))
    assert said[said.index("Commands") + 1 :] == ["Log contact with Ina Berg", "Log contact with Ivo Berg"]


def test_few_lines_need_no_scroll_bar(window, qtbot) -> None:
    palette = opened(window, qtbot)
    qtbot.waitUntil(lambda: palette.list.height() >= palette.list.sizeHintForRow(0))
    assert palette.list.verticalScrollBar().maximum() == 0


def test_only_five_are_remembered(window, qtbot, went) -> None:
    for name in ("bea", "ben", "bo", "cy", "ed", "elif"):
        press(opened(window, qtbot, name), Key.Key_Return)

    last = ["Opened last", "Elif Yıldız", "Ed Lund", "Cy Lund", "Bo Lund", "Ben Lund"]
    assert shown(opened(window, qtbot)) == last


def test_control_enter_opens_the_form_of_a_person(window, qtbot, went) -> None:
    asked: list[Any] = []
    window.workplace.commanded.disconnect()
    window.workplace.commanded.connect(lambda name, values: asked.append((name, values)))

    press(opened(window, qtbot, "elif"), Key.Key_Return, control=True)

    assert [name for name, _ in asked] == ["edit_person"]
    assert went == []


def test_logging_a_contact_with_somebody_fills_in_the_pair(window, qtbot) -> None:
    palette = opened(window, qtbot, "okon")
    press(palette, Key.Key_Backtab)
    said = {marked(palette): palette.list.currentIndex().data(Qt.ItemDataRole.ToolTipRole)}
    asked: list[Any] = []
    window.workplace.commanded.disconnect()
    window.workplace.commanded.connect(lambda name, values: asked.append((name, values)))

    press(palette, Key.Key_Return)

    assert said["Log contact with Amara Okonkwo"].startswith(
        "Log contact with Amara Okonkwo, The pair with Jonas is filled in"
    )
    (name, values) = asked[0]
    row = window.workplace.desk.read(_row, values["pair_id"])
    assert (name, row.name) == ("log_contact", "Amara Okonkwo & Jonas Weidmann")


def _row(session: Any, pair_id: int) -> Any:
    from mentordesk.services.pairs import pairs

    return pairs.row(session, pair_id)


def test_a_larger_than_sign_asks_for_commands_alone(window, qtbot) -> None:
    palette = opened(window, qtbot, ">")
    assert shown(palette)[0] == "Commands"
    assert {"New pair", "Log contact", "Larger text", "Today"} <= set(shown(palette))
    assert "Go to" not in shown(palette)

    QTest.keyClicks(palette.field, "larg")
    assert shown(palette) == ["Commands", "Larger text"]
    before = window.settings.text_size
    press(palette, Key.Key_Return)
    assert window.settings.text_size > before
    window.run("normal")


def test_commands_that_are_impossible_now_stay_out(window, qtbot) -> None:
    palette = opened(window, qtbot, ">")
    assert not window.menus.actions["redo"].isEnabled()
    assert not [text for text in shown(palette) if text.startswith("Redo")]


def test_what_nobody_is_called_can_be_a_new_person(window, qtbot) -> None:
    palette = opened(window, qtbot, "xq")
    assert shown(palette) == ["Nothing is called “xq”.", "New person “xq”"]
    asked: list[Any] = []
    window.workplace.commanded.disconnect()
    window.workplace.commanded.connect(lambda name, values: asked.append((name, values)))

    press(palette, Key.Key_Return)

    assert asked == [("new_person", {"name": "xq"})]


def test_escape_clears_then_closes_and_the_focus_is_back(window, qtbot) -> None:
    field = window.rail.go_to
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    palette = opened(window, qtbot, "am")

    press(palette, Key.Key_Escape)
    assert palette.isVisible()
    assert shown(palette) == ["Type a name, a cohort, a report or a command."]
    press(palette, Key.Key_Escape)
    assert not palette.isVisible()
    qtbot.waitUntil(field.hasFocus)


def test_a_click_opens_and_a_click_on_a_heading_does_not(window, qtbot, went) -> None:
    palette = opened(window, qtbot, "upst")
    heading, hit = (palette.list.visualRect(palette.lines.index(at, 0)).center() for at in (0, 1))

    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert palette.isVisible()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=hit)
    assert [target.page for target in went] == ["cohorts"]


def test_it_stays_inside_a_small_window(window, qtbot) -> None:
    window.resize(1024, 700)
    palette = opened(window, qtbot, "a")
    corner = window.mapToGlobal(window.rect().topLeft())
    inside = window.rect().translated(corner)

    assert inside.contains(palette.geometry())
    assert palette.list.height() > 200
    assert not palette.grab().isNull()


def test_matching_a_cohort_is_a_command(window: MainWindow, qtbot, went) -> None:
    palette = opened(window, qtbot, "match a coh")
    assert "Match a cohort" in shown(palette)
    QTest.keyClick(palette.field, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(went))
    assert (went[0].page, went[0].id) == ("matching", None)


def test_on_x11_the_corners_of_the_palette_are_cut_off(window: MainWindow, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    palette = opened(window, qtbot, "b")
    corners = (palette.rect().topLeft(), palette.rect().topRight(), palette.rect().bottomLeft())
    assert not any(palette.mask().contains(each) for each in corners)
    assert palette.mask().contains(palette.rect().center())
