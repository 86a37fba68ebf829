"""The columns of the file, the field of each, its first value, and how values were read. Knows no row."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mentordesk.domain.text import fold
from mentordesk.exchange.roster_fields import CUSTOM, FIELDS, custom
from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import column, icon_label, label, line, row
from mentordesk.ui.widgets.page_body import PageBody

if TYPE_CHECKING:
    from mentordesk.ui.imports.draft import Draft

_KEEP = "People already here: update their empty fields, keep what you typed"
_TITLES = ("Column in the file", "", "Field in MentorDesk", "First value")
_SHARES = (10, 0, 10, 7)
_AROUND_BOX = 60
_WIDEST_LEAST = 210
_LEAST_SENTENCE = 120


class ColumnsCard(QFrame):
    """Emits `matched` with a heading and the field chosen for it, and `keeping` for the box at the foot."""

    matched = Signal(str, object)
    keeping = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setProperty("region", True)
        self.fields: dict[str, DropDown] = {}
        self._shown: tuple[str, ...] = ()
        self._custom: tuple[str, ...] = ()
        self.used = label("", "body", "text2")
        self.readings = QVBoxLayout()
        self.readings.setSpacing(7)
        self.readings_box = QWidget()
        self.keep = QCheckBox()
        self.keep.setAccessibleName(_KEEP)
        self.keep.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.keep.setToolTip("Switched off, what the file says replaces what is in the desk")
        self.keep.toggled.connect(self.keeping)
        self.body = PageBody(0, 0)
        self._grid = QGridLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(15, 12, 15, 12)
        head.addWidget(label("Columns", "section"))
        head.addStretch(1)
        head.addWidget(self.used)
        said = QVBoxLayout(self.readings_box)
        said.setContentsMargins(15, 12, 15, 12)
        said.setSpacing(10)
        said.addWidget(label("How values were read", "small_title"))
        said.addLayout(self.readings)
        self.body.column.addLayout(self._grid)
        self.body.column.addWidget(self.readings_box)
        self.body.column.addStretch(1)
        foot = QFrame()
        foot.setProperty("footer", True)
        box = QHBoxLayout(foot)
        box.setContentsMargins(15, 8, 15, 8)
        box.addWidget(self.keep)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(self.body, 1)
        inside.addWidget(foot)
        self.readings_box.hide()

    def set_custom(self, names: tuple[str, ...]) -> None:
        """The desk's own attributes, that columns can fill too."""
        if names != self._custom:
            self._custom = names
            self._shown = ()

    def show_draft(self, draft: "Draft") -> None:
        """The columns of a draft with their fields."""
        headings = draft.table.headings
        if headings != self._shown:
            self._build(draft)
            self._shown = headings
        for heading, field in self.fields.items():
            field.choose(draft.mapping.get(heading))
        count = sum(field is not None for field in draft.mapping.values())
        self.used.setText(f"{count} of {len(headings)} used, kept for next time")
        self.keep.blockSignals(True)
        self.keep.setChecked(draft.only_empty)
        self.keep.blockSignals(False)

    def _build(self, draft: "Draft") -> None:
        self.body.column.removeItem(self._grid)
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._grid.deleteLater()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self.body.column.insertLayout(0, self._grid)
        self.fields = {}
        self._add_titles()
        for number, heading in enumerate(draft.table.headings):
            self._add_column(2 * number + 1, heading, draft)
        for at, share in enumerate(_SHARES):
            self._grid.setColumnStretch(at, share)

    def _add_titles(self) -> None:
        for at, words in enumerate(_TITLES):
            title = QFrame()
            title.setProperty("footer", True)
            inside = QHBoxLayout(title)
            inside.setContentsMargins(15 if at == 0 else 6, 6, 6, 6)
            inside.addWidget(label(words, "strong_caption", "text2"))
            self._grid.addWidget(title, 0, at)

    def _add_column(self, at: int, heading: str, draft: "Draft") -> None:
        field = DropDown(_choices(heading, self._custom), f"Field for {heading}")
        field.setProperty("small", True)
        field.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumWidth(min(theme.current().wide(142), _WIDEST_LEAST))
        field.setMaximumWidth(theme.current().wide(170))
        field.chosen.connect(partial(self.matched.emit, heading))
        self.fields[heading] = field
        name = ElidedLabel(heading, "strong")
        value = ElidedLabel(draft.first_value(heading).replace("\n", " "), "body", "text2")
        for place, (widget, left) in enumerate(
            ((name, 15), (icon_label("chevron-right", "text2", 13), 4), (field, 6), (value, 6))
        ):
            cell = QWidget()
            inside = QHBoxLayout(cell)
            inside.setContentsMargins(left, 3, 6, 2)
            inside.addWidget(widget, 1)
            inside.addStretch(0)
            self._grid.addWidget(cell, at, place)
        self._grid.addWidget(line(), at + 1, 0, 1, 4)

    def show_readings(self, sentences: tuple[str, ...]) -> None:
        """How values were read, a sentence each."""
        while item := self.readings.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for sentence in sentences:
            self.readings.addWidget(_reading(sentence))
        self.readings_box.setVisible(bool(sentences))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.keep.setText(_in_lines(_KEEP, self.width() - _AROUND_BOX))


class _Sentence(QLabel):
    """Wraps and asks for just the height it takes: a plain label asks for more, and the card scrolls for nothing."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_SENTENCE, self.heightForWidth(max(self.width(), _LEAST_SENTENCE)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()


def _reading(sentence: str) -> QWidget:
    made = QWidget()
    tick = column(icon_label("check", "good", 14), None)
    tick.setContentsMargins(0, 2, 0, 0)
    inside = row(gap=8)
    inside.addLayout(tick)
    inside.addWidget(_Sentence(sentence), 1)
    made.setLayout(inside)
    return made


def _choices(heading: str, names: tuple[str, ...]) -> list[tuple[str | None, str]]:
    """The fields a column can fill; a field of its own is made where the desk has none of that name."""
    found: list[tuple[str | None, str]] = [(None, "Do not import"), *FIELDS.items()]
    found += [(custom(name), name) for name in names]
    known = {fold(title) for _key, title in found}
    if fold(heading) not in known and not heading.startswith(CUSTOM):
        found.append((custom(heading), f"New field “{heading}”"))
    return found


def _in_lines(text: str, room: int) -> str:
    """The text in lines of at most `room` pixels: a check box wraps none by itself."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and painting.text_width(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)
