"""What the tests of the Import page do with it: a file chosen, buttons pressed, rows looked up."""

from pathlib import Path

from openpyxl import Workbook
from PySide6.QtCore import QPoint, Qt

from mentordesk.services.people import people
from mentordesk.ui.imports.page import ImportPage
from mentordesk.ui.imports.row_cells import button_rect
from mentordesk.ui.workplace import Target

HEADINGS = ["Full name", "Mail", "Position", "Line manager", "Role in program", "Places", "Shoe size"]
GOOD = ["Tendai Moyo", "tendai@solvane.example", "Planner", "", "mentee", None, 41]
NO_MAIL = ["Ikram Belkadi", None, "Controller", "", "mentee", 1, 38]
WRONG_NUMBER = ["Wanjiru Kamau", "wanjiru@solvane.example", "Site lead", "", "mentor", "2 hours", 40]
WRONG_ROLE = ["Anahit Sarkisian", "anahit@solvane.example", "Lab manager", "", "metor", 1, 39]


def write_roster(path: Path, *rows: list, title: list | None = None) -> Path:
    book = Workbook()
    sheet = book.active
    sheet.title = "Participants"
    for row in ([title] if title else []) + [HEADINGS, *rows]:
        sheet.append(row)
    book.save(path)
    return path


def begin(qtbot, page: ImportPage, path: Path, step: int = 3) -> None:
    """The file is chosen and its rows are read; then on to a step."""
    page.open(Target("import", filters={"path": path}))
    qtbot.waitUntil(lambda: page.draft is not None and page.draft.path == path and page.preview is not None)
    while page.step < step:
        press(qtbot, page.foot.onward)


def press(qtbot, button) -> None:
    assert button.isVisible()
    assert button.isEnabled(), button.toolTip()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def settle(qtbot, page: ImportPage) -> None:
    qtbot.waitUntil(lambda: page.preview is not None)


def choose(qtbot, page: ImportPage, field, key) -> None:
    """Choose in a drop-down as the user's choice does."""
    field.choose(key)
    field.activated.emit(field.currentIndex())
    settle(qtbot, page)


def names(desk) -> list[str]:
    return sorted(row.name for row in desk.read(people.rows))


def numbers(page: ImportPage) -> list[int]:
    return [line.row.id for line in page.rows.table.lines.lines if line.problem is None]


def problem_place(page: ImportPage, number: int) -> tuple[int, QPoint]:
    """The line of a row's problem and the middle of its button."""
    table = page.rows.table
    at = next(at for at, line in enumerate(table.lines.lines) if line.row.id == number and line.problem)
    rect = table.visualRect(table.lines.index(at, 1))
    return at, button_rect(table, rect, table.lines.lines[at]).center().toPoint()


def press_problem(qtbot, page: ImportPage, number: int) -> None:
    _, place = problem_place(page, number)
    qtbot.mouseClick(page.rows.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, page)


def run_import(qtbot, page: ImportPage) -> None:
    with qtbot.waitSignal(page.workplace.went, timeout=10_000):
        press(qtbot, page.foot.onward)
