"""Labels, buttons and lines in the theme's styles: made in one call. Knows no page."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mentordesk.ui import icons
from mentordesk.ui.widgets.open_button import OpenButton

_BUTTON_INK = {"primary": "on_accent", "tonal": "accent", "delete": "risk_text", "link": "accent"}


def label(text: str = "", style: str = "body", tone: str = "", *, wrap: bool = False) -> QLabel:
    """A label in a type style (page_title, figure, section, small_title, body, strong, caption) and tone."""
    made = _styled(_WrappedLabel(text) if wrap else QLabel(text), style, tone)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def _styled(made: QLabel, style: str, tone: str) -> QLabel:
    made.setProperty("type", style)
    if tone:
        made.setProperty("tone", tone)
    return made


class _WrappedLabel(QLabel):
    """As high as its words are at the width it has: Qt's own hint is that of a narrower one."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._laid = 0
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(self._laid)) if self._laid else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.width() != self._laid:
            self._laid = self.width()
            self.updateGeometry()


class _RichLabel(_WrappedLabel):
    """Tab stops where there is a link to follow, and nowhere else."""

    def setText(self, text: str) -> None:
        super().setText(text)
        links = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(links if "<a " in text else Qt.TextInteractionFlag.NoTextInteraction)


def rich_label(html: str, style: str = "body", tone: str = "") -> QLabel:
    """A label of rich text that wraps; the caller escapes what people typed. Links are followed by the keyboard too."""
    made = _styled(_RichLabel(""), style, tone)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText(html)
    return made


def icon_label(name: str, token: str = "text2", size: int = 16) -> QLabel:
    """An icon that only decorates: the words stand beside it."""
    made = QLabel()
    icons.show_on(made, name, token, size)
    return made


class _Primary(OpenButton):
    """A double click is one click: what it records must not be there twice."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()


def button(
    text: str,
    kind: str = "secondary",
    icon: str = "",
    on_click: Callable[[], object] | None = None,
    *,
    small: bool = False,
    tip: str = "",
) -> QPushButton:
    """A button: kind primary, secondary, tonal, delete or link. `text` is a verb with its object."""
    made = _Primary(text) if kind == "primary" else OpenButton(text)
    made.setProperty("kind", kind)
    made.setProperty("small", small)
    made.setAutoDefault(False)
    made.setToolTip(tip)
    if icon:
        icons.show_on(made, icon, _BUTTON_INK.get(kind, "text"), 16)
    if kind == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    if on_click is not None:
        made.clicked.connect(lambda: on_click())
    return made


def icon_button(
    icon: str, name: str, on_click: Callable[[], object] | None = None, *, framed: bool = False, small: bool = False
) -> QPushButton:
    """A square button with an icon alone; `name` is its tool tip and its accessible name."""
    made = button("", "more" if framed else "icon", on_click=on_click, small=small, tip=name)
    icons.show_on(made, icon, "text", 16)
    made.setAccessibleName(name)
    return made


def more_button(menu: QMenu, name: str = "More") -> QPushButton:
    """The framed ⋯ button with its menu."""
    made = icon_button("more", name, framed=True)
    menu.setParent(made, menu.windowFlags())
    made.setMenu(menu)
    return made


def line(vertical: bool = False) -> QFrame:
    """A divider of 1 px."""
    made = QFrame()
    made.setProperty("line", True)
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


def card(tone: str = "") -> QFrame:
    """A frame without a layout: white, or sunken, watch, risk."""
    made = QFrame()
    made.setProperty("card", tone or True)
    return made


def row(*parts: QWidget | int | None, gap: int = 8) -> QHBoxLayout:
    """Widgets beside each other: a number is a space of pixels, None takes what is left."""
    made = QHBoxLayout()
    _fill(made, parts, gap)
    return made


def column(*parts: QWidget | int | None, gap: int = 8) -> QVBoxLayout:
    """Widgets below each other: a number is a space of pixels, None takes what is left."""
    made = QVBoxLayout()
    _fill(made, parts, gap)
    return made


def _fill(layout: QHBoxLayout | QVBoxLayout, parts: tuple[QWidget | int | None, ...], gap: int) -> None:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        else:
            layout.addWidget(part)


def restyle(widget: QWidget) -> None:
    """Lets the style sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
