"""What tests of widgets share: a widget on screen, a picture of it, rows like those of pairs."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets.row_table import RowTable
from tests.ui.widgets.in_fields import edit_of
from tests.ui.widgets.on_table import COLUMNS


@dataclass(frozen=True)
class PairFace:
    id: int
    left: str
    right: str
    health: str
    left_gave: int
    right_gave: int
    days: int | None


PAIRS = (
    PairFace(1, "Tomasz Wrona", "Leila Khoury", "at_risk", 6, 4, 47),
    PairFace(2, "Hélène Garnier", "Tariq Nasser", "watch", 12, 7, 26),
    PairFace(3, "Samuel Tefera", "Elif Yıldız", "watch", 11, 8, 23),
    PairFace(4, "Ingrid Tveit", "Kwame Boateng", "watch", 20, 4, None),
    PairFace(5, "Amara Okonkwo", "Jonas Weidmann", "on_track", 13, 16, 2),
    PairFace(6, "Satu Lehtonen", "Pavel Novák", "too_early", 0, 0, 29),
)


@pytest.fixture
def pairs() -> tuple[PairFace, ...]:
    return PAIRS


@pytest.fixture
def on_screen(qtbot) -> Callable[..., QWidget]:
    """Shows a widget in an active window of a size."""

    def show(widget: QWidget, width: int = 900, height: int = 400) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


@pytest.fixture
def picture(qapp) -> Callable[[QWidget], QImage]:
    """What is on screen."""
    return lambda widget: widget.grab().toImage()


@pytest.fixture
def has_color(picture) -> Callable[[QWidget, str], bool]:
    """Whether a token's color is somewhere in the picture of a widget."""

    def found(widget: QWidget, token: str) -> bool:
        image, wanted = picture(widget), theme.current().color(token).rgb()
        return any(image.pixel(x, y) == wanted for y in range(image.height()) for x in range(image.width()))

    return found


@pytest.fixture(params=["light", "dark"])
def both_themes(request, qapp) -> str:
    """The test runs once in each theme."""
    theme.apply(qapp, request.param)
    return request.param


@pytest.fixture
def table(on_screen, pairs) -> RowTable:
    made = RowTable(COLUMNS, name="Pairs", checkable=True)
    made.set_rows(pairs)
    return on_screen(made, 1000, 420)


@pytest.fixture
def beside(on_screen):
    """A field with another one below it, so that the focus can leave."""

    holders = []

    def show(field: QWidget) -> QLineEdit:
        holder = QWidget()
        holders.append(holder)
        inside = QVBoxLayout(holder)
        other = QLineEdit()
        inside.addWidget(field)
        inside.addWidget(other)
        on_screen(holder, 420, 200)
        edit_of(field).setFocus()
        return other

    return show
