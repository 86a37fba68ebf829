"""The icons in the colors of the theme, sharp on every screen. Knows no page."""

from functools import cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel

from mentordesk.ui import theme
from mentordesk.ui.drawings import tinted

_GAP = 3
# What an icon stands for in MentorDesk, and the drawing it has. Any other name is the drawing's own.
MEANINGS = {
    "today": "sun",
    "pairs": "arrow-left-right",
    "cohorts": "layout-grid",
    "milestones": "flag",
    "people": "users",
    "reports": "file-chart-column",
    "import": "download",
    "programs": "layers",
    "settings": "sliders-horizontal",
    "more": "ellipsis",
    "export": "upload",
    "undo": "undo-2",
    "redo": "redo-2",
    "close": "x",
    "edit": "pencil",
    "remove": "trash-2",
    "warning": "triangle-alert",
    "filter": "funnel",
    # channels of a contact
    "meeting": "users",
    "text": "message-square",
    "email": "mail",
    "event": "calendar",
    # kinds of an exchange
    "advice": "lightbulb",
    "feedback": "message-square",
    "knowledge": "book-open",
    "introduction": "door-open",
    "opportunity": "star",
    "support": "hand-heart",
    "advocacy": "megaphone",
    "skill": "wrench",
    # formats
    "traditional": "arrow-down",
    "reverse": "arrow-up",
    "peer": "move-horizontal",
    "cross_company": "door-open",
    # kinds of a timeline item
    "contact": "coffee",
    "exchange": "arrow-left-right",
    "milestone": "check",
    "check_in": "activity",
    "career": "star",
    "goal": "flag",
    "project": "briefcase",
    # career milestones
    "promotion": "star",
    "new_role": "briefcase",
    "transfer": "move-horizontal",
    "new_manager": "users",
    "leave": "baby",
    "return": "door-open",
    "award": "gift",
    "anniversary": "calendar",
    "departure": "arrow-right",
}


def icon(name: str, token: str = "text2", size: int = 16, gap: int = 0) -> QIcon:
    """The icon by meaning (`email`) or drawing (`mail`) in a color of the theme now on screen; gray when disabled.

    `gap` is empty pixels at its right: styles put the words of a button closer than the design.
    """
    colors = theme.current()
    return _icon(name, colors.hex(token), colors.hex("disabled"), size, gap)


def pixmap(name: str, token: str = "text2", size: int = 16, ratio: float = 1.0) -> QPixmap:
    """The icon for painters: `size` logical pixels, `ratio` device pixels each."""
    return _pixmap(name, theme.current().hex(token), size, ratio)


def draw(painter: QPainter, name: str, rect: QRectF, token: str = "text2") -> None:
    """Draws the icon into `rect`, as sharp as the painter's device."""
    ratio = painter.device().devicePixelRatio()
    picture = pixmap(name, token, round(rect.width()), ratio)
    painter.drawPixmap(rect.topLeft(), picture)


def logo(size: int = 26) -> QIcon:
    """The two arrows: blue to the right above orange to the left."""
    return _own("logo", theme.current().name, size)


def app_icon() -> QIcon:
    """The icon of the window and the task bar; light on every system."""
    picture = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        picture.addPixmap(_own("app", theme.current().name, size).pixmap(size, size))
    return picture


def show_on(target: QAbstractButton | QLabel, name: str, token: str = "text2", size: int = 16) -> None:
    """Puts the icon on a button or label and keeps it in the colors of the theme; a second call replaces it."""
    keeper = target.findChild(_Keeper, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if keeper is None:
        keeper = _Keeper(target)
    keeper.show_icon(name, token, size)


def drop_from(target: QAbstractButton | QLabel) -> None:
    """Takes the icon off again."""
    keeper = target.findChild(_Keeper, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if keeper is not None:
        keeper.setParent(None)
    if isinstance(target, QLabel):
        target.clear()
    else:
        target.setIcon(QIcon())


class _Keeper(QObject):
    """Lives on a button and paints its icon again when the theme changes."""

    def __init__(self, target: QAbstractButton | QLabel) -> None:
        super().__init__(target)
        self._target = target
        theme.look.changed.connect(self._on_theme_changed)

    def show_icon(self, name: str, token: str, size: int) -> None:
        self._wanted = (name, token, size)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        name, token, size = self._wanted
        if isinstance(self._target, QLabel):
            picture = logo(size) if name == "logo" else icon(name, token, size)
            self._target.setPixmap(picture.pixmap(QSize(size, size), self._target.devicePixelRatioF()))
        else:
            gap = _GAP if self._target.text() else 0
            self._target.setIcon(logo(size) if name == "logo" else icon(name, token, size, gap))
            self._target.setIconSize(QSize(size + gap, size))


@cache
def _icon(name: str, color: str, disabled: str, size: int, gap: int) -> QIcon:
    picture = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
            picture.addPixmap(_pixmap(name, color, size, ratio, gap), mode)
        picture.addPixmap(_pixmap(name, disabled, size, ratio, gap), QIcon.Mode.Disabled)
    return picture


@cache
def _own(name: str, _theme: str, size: int) -> QIcon:
    text = tinted(name, "", theme.current().colors)
    picture = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        picture.addPixmap(_rendered(text, size, ratio))
    return picture


@cache
def _pixmap(name: str, color: str, size: int, ratio: float, gap: int = 0) -> QPixmap:
    return _rendered(tinted(MEANINGS.get(name, name), color), size, ratio, gap)


def _rendered(text: str, size: int, ratio: float, gap: int = 0) -> QPixmap:
    pixels = round(size * ratio)
    picture = QPixmap(pixels + round(gap * ratio), pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    try:
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    finally:
        painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
