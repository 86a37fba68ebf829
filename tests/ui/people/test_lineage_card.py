"""The lineage on a person's card and in its large window: by keyboard, by mouse, as a table, as a picture."""

import errno
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from mentordesk.domain.programs import Format
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import pairs
from mentordesk.ui import file_choice, theme
from mentordesk.ui.people.lineage_view import LineageView
from mentordesk.ui.people.lineage_window import LineageWindow
from mentordesk.ui.people.page import PeoplePage
from mentordesk.ui.widgets.chart_table import FiguresDialog
from mentordesk.ui.workplace import Target, Workplace
from tests.builders import add_pair, add_person


@pytest.fixture
def ids(desk: Desk) -> dict[str, int]:
    """Ruth, Amara, Chidi, Marta in a chain; Mei-Lin mentored Amara in reverse; Jonas is Amara's mentee too."""
    names = ("Ruth Adelmann", "Amara Okonkwo", "Chidi Okafor", "Marta Vidal", "Mei-Lin Zhao", "Jonas Weidmann")
    found = {name.split()[0]: add_person(desk, name) for name in names}
    for mentor, mentee, year in (
        ("Ruth", "Amara", 2011),
        ("Amara", "Chidi", 2018),
        ("Chidi", "Marta", 2023),
        ("Amara", "Jonas", 2025),
    ):
        intro = {"introduced_by_id": found["Ruth"]} if mentee == "Jonas" else {}
        day = date(year, 3, 1)
        found[f"{mentor}-{mentee}"] = add_pair(desk, found[mentor], found[mentee], started_on=day, **intro)
    reverse = add_pair(desk, found["Mei-Lin"], found["Amara"], started_on=date(2022, 1, 10), format=Format.REVERSE)
    desk.do(pairs.complete, [reverse])
    return found


@pytest.fixture
def page(ids, show, settled) -> PeoplePage:
    shown = show()
    shown.show_person(ids["Amara"])
    settled()
    return shown


@pytest.fixture
def view(page: PeoplePage, qtbot) -> LineageView:
    found = page.card.lineage.view
    qtbot.waitUntil(found.isVisible)
    return found


@pytest.fixture
def large(page: PeoplePage, qtbot, settled) -> LineageWindow:
    qtbot.waitUntil(page.card.lineage.large.isVisible)
    qtbot.mouseClick(page.card.lineage.large, Qt.MouseButton.LeftButton)
    window = page.findChild(LineageWindow)
    settled()
    qtbot.waitUntil(lambda: window.view.drawn is not None and window.isVisible())
    return window


def place(view: LineageView, person_id: int) -> QPoint:
    return (view.drawn.box(person_id).center() * view.zoom).toPoint()


def test_the_card_says_how_to_read_it_and_how_many_generations(page: PeoplePage) -> None:
    said = page.card.lineage.facts.text()
    assert said == "mentor on the left, mentee on the right. 4 generations since 2011, 4 of 5 ties are still alive"
    assert page.card.lineage.introduced.text() == "Ruth also introduced Amara to Jonas."


def test_everybody_has_a_box_that_lies_within_the_view(view: LineageView, ids) -> None:
    people = {ids[name] for name in ("Ruth", "Amara", "Chidi", "Marta", "Mei-Lin", "Jonas")}
    assert set(view.drawn.layout.boxes) == people
    assert all(view.rect().toRectF().contains(view.drawn.box(person)) for person in people)
    assert {label.words for label in view.drawn.labels} >= {"2011", "2022, reverse: Mei-Lin mentored Amara"}


def test_the_person_s_own_box_is_in_the_accent_color(view: LineageView, ids, qtbot) -> None:
    picture = view.grab().toImage()
    ratio = picture.devicePixelRatio()

    def color(name: str) -> str:
        corner = view.drawn.box(ids[name]).topLeft() + QPointF(6, 6)
        return picture.pixelColor(round(corner.x() * ratio), round(corner.y() * ratio)).name().upper()

    assert color("Amara") == theme.current().hex("accent")
    assert color("Ruth") == theme.current().hex("surface")


def test_a_click_opens_a_person_and_a_line_the_pair(page, view, ids, qtbot, settled, went: list[Target]) -> None:
    line = next(line for line in view.drawn.layout.lines if line.tie.key == (ids["Ruth"], ids["Amara"]))
    first, last = view.drawn.points(line)[0], view.drawn.points(line)[-1]
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=((first + last) / 2).toPoint())
    assert [(target.page, target.id) for target in went] == [("pairs", ids["Ruth-Amara"])]

    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place(view, ids["Chidi"]))
    settled()
    assert page.card.head.name.text() == "Chidi Okafor"


def test_arrows_go_along_the_ties_and_enter_opens(page, view: LineageView, ids, qtbot, settled) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    steps = ((Qt.Key.Key_Right, "Chidi"), (Qt.Key.Key_Down, "Jonas"), (Qt.Key.Key_Left, "Amara"))
    for key, name in (*steps, (Qt.Key.Key_Left, "Ruth"), (Qt.Key.Key_Down, "Mei-Lin"), (Qt.Key.Key_Home, "Amara")):
        qtbot.keyClick(view, key)
        assert view.current == ids[name]
    qtbot.keyClicks(view, "m")
    assert view.current == ids["Marta"]
    assert view.accessibleDescription() == "Marta Vidal. Mentored by Chidi Okafor"
    qtbot.keyClick(view, Qt.Key.Key_Return)
    settled()
    assert page.card.head.name.text() == "Marta Vidal"


def test_ctrl_t_shows_the_ties_as_a_table(view: LineageView, qtbot) -> None:
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    dialog = view.findChild(FiguresDialog)
    cells = {row.cells for row in dialog.figures.rows_model.rows()}
    assert ("Ruth Adelmann", "Amara Okonkwo", "2011", "yes", "no") in cells
    assert ("Mei-Lin Zhao", "Amara Okonkwo", "2022", "no", "yes") in cells
    assert len(cells) == 5


def test_people_and_lines_tell_about_themselves_under_the_pointer(view: LineageView, ids) -> None:
    tip = view.tip_at(view.drawn.box(ids["Chidi"]).center())
    assert tip == "Chidi Okafor. Mentored by Amara Okonkwo. Mentor of Marta Vidal"
    line = next(line for line in view.drawn.layout.lines if line.tie.reverse)
    assert view.tip_at(view.drawn.points(line)[1]) == "Mei-Lin Zhao mentored Amara Okonkwo from 2022 (reverse)"
    assert view.tip_at(QPointF(-50, -50)) == ""


def test_who_has_no_tie_has_a_sentence_instead(desk: Desk, show, settled, qtbot) -> None:
    add_person(desk, "Ewa Nowak")
    page = show()
    card = page.card.lineage
    qtbot.waitUntil(card.nothing.isVisible)
    assert card.nothing.text() == "Ewa has neither a mentor nor a mentee yet."
    assert not card.strip.isVisible()
    assert not card.large.isVisible()


def test_a_large_generation_is_told_on_the_card_and_drawn_in_the_window(desk: Desk, show, settled, qtbot) -> None:
    amara = add_person(desk, "Amara Okonkwo")
    for number in range(11):
        add_pair(desk, amara, f"Mentee {number:02}")
    page = show()
    page.show_person(amara)
    settled()
    more = page.card.lineage.more
    qtbot.waitUntil(more.isVisible)
    assert more.text() == "3 more people in the large drawing"
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    window = page.findChild(LineageWindow)
    settled()
    qtbot.waitUntil(lambda: window.facts.text().startswith("12 people, 11 ties."))


def test_in_the_small_window_the_drawing_scrolls_and_shows_the_person(ids, show, settled, qtbot) -> None:
    page = show(1024, 700)
    page.show_person(ids["Amara"])
    settled()
    view, strip = page.card.lineage.view, page.card.lineage.strip
    qtbot.waitUntil(view.isVisible)
    middle = view.mapTo(strip.viewport(), place(view, ids["Amara"]))
    assert strip.viewport().rect().contains(middle)


# The large window


def test_the_large_window_has_the_whole_family(large: LineageWindow) -> None:
    assert large.facts.text() == "6 people, 5 ties. 4 generations since 2011, 4 of 5 ties are still alive"
    assert large.view.hasFocus()


def test_plus_minus_and_the_wheel_zoom(large: LineageWindow, qtbot) -> None:
    assert large.percent.text() == "100 %"
    qtbot.keyClick(large.view, Qt.Key.Key_Plus)
    assert large.percent.text() == "125 %"
    qtbot.mouseClick(large.smaller, Qt.MouseButton.LeftButton)
    qtbot.keyClick(large.view, Qt.Key.Key_Minus)
    assert large.percent.text() == "80 %"
    qtbot.keyClick(large.view, Qt.Key.Key_0)
    assert large.percent.text() == "100 %"
    where = QPointF(large.area.viewport().rect().center())
    ctrl, phase = Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(where, where, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, ctrl, phase, False)
    QApplication.sendEvent(large.area.viewport(), turn)
    assert large.view.zoom == 1.25
    for _ in range(12):
        qtbot.keyClick(large.view, Qt.Key.Key_Plus)
    assert not large.larger.isEnabled()
    qtbot.mouseClick(large.whole, Qt.MouseButton.LeftButton)
    assert large.view.width() <= large.area.viewport().width()


def test_dragging_and_shift_with_arrows_move_the_view_and_open_nobody(large: LineageWindow, ids, qtbot) -> None:
    large.zoom_to(3.0)
    bar = large.area.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    bar.setValue(100)
    qtbot.keyClick(large.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 160
    start = place(large.view, ids["Amara"])
    view = large.view
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, start - QPoint(40, 0))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start - QPoint(40, 0))
    assert bar.value() == 200
    assert large.isVisible()


def test_enter_in_the_large_window_opens_the_person_on_the_page(large, page, ids, qtbot, settled) -> None:
    qtbot.keyClick(large.view, Qt.Key.Key_Left)
    qtbot.keyClick(large.view, Qt.Key.Key_Return)
    settled()
    assert page.card.head.name.text() == "Ruth Adelmann"
    qtbot.waitUntil(lambda: page.findChild(LineageWindow) is None)


def test_the_picture_is_saved_with_two_pixels_a_point(large, tmp_path: Path, monkeypatch, qtbot, said) -> None:
    target = tmp_path / "Lineage of Amara Okonkwo.png"
    asked: list[str] = []
    monkeypatch.setattr(file_choice, "save_file", lambda *values: asked.append(values[-1]) or target)
    large.save(".png")
    qtbot.waitUntil(lambda: large.note.text() == f"Saved as {target.name}")
    image = QImage(str(target))
    assert image.width() > 2 * large.view.drawn.width
    assert asked == ["Lineage of Amara Okonkwo.png"]
    assert said == [f"Picture saved as “{target.name}”"]


def test_the_drawing_is_saved_as_svg(large, tmp_path: Path, monkeypatch, qtbot) -> None:
    target = tmp_path / "family.svg"
    monkeypatch.setattr(file_choice, "save_file", lambda *_values: target)
    large.save(".svg")
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: "Saved" in large.note.text())
    assert QSvgRenderer(str(target)).isValid()
    assert "Mei-Lin Zhao" in target.read_text(encoding="utf-8")


def test_a_picture_that_cannot_be_written_is_told_in_place(large, tmp_path: Path, monkeypatch, qtbot) -> None:
    monkeypatch.setattr(file_choice, "save_file", lambda *_values: tmp_path / "nowhere" / "family.png")
    large.save(".png")
    qtbot.waitUntil(lambda: "The picture was not saved" in large.note.text())
    assert "The folder “nowhere” is not there" in large.note.text()
    assert large.export.isEnabled()


def test_a_picture_that_fails_leaves_the_one_that_was_there(large, tmp_path: Path, monkeypatch, qtbot) -> None:
    target = tmp_path / "family.png"
    target.write_bytes(b"the picture of last year")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("mentordesk.exchange.excel.target.os.fsync", full)
    monkeypatch.setattr(file_choice, "save_file", lambda *_values: target)
    large.save(".png")
    qtbot.waitUntil(lambda: "There is no room left on the disk" in large.note.text())
    assert target.read_bytes() == b"the picture of last year"
    assert [path for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []


def test_a_new_pair_grows_the_lineage_at_once(page, ids, desk: Desk, workplace: Workplace, settled) -> None:
    add_pair(desk, ids["Amara"], "Ayesha Siddiqui")
    settled()
    assert "5 of 6 ties" in page.card.lineage.facts.text()
