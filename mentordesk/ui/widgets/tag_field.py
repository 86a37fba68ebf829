"""A field of many words as chips: skills, languages, life experience. Knows no meaning of a word."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from mentordesk.domain.text import fold
from mentordesk.ui import icons, theme
from mentordesk.ui.widgets.field_line import FieldLine
from mentordesk.ui.widgets.flow import FlowLayout
from mentordesk.ui.widgets.label import label, restyle
from mentordesk.ui.widgets.suggestions import Choice, Suggestions, found


class TagField(QFrame):
    """Type to filter, Enter adds; what is new is offered last. Backspace selects the last chip, again removes it."""

    changed = Signal(list)

    def __init__(self, known: Sequence[str] = (), *, new_allowed: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("field", True)
        self._new_allowed = new_allowed
        self._tags: list[_Tag] = []
        self._edit = _TagEdit(self)
        self._edit.setPlaceholderText("Add…")
        self.setFocusProxy(self._edit)
        self._flow = FlowLayout(self, gap=4)
        self._flow.setContentsMargins(6, 5, 6, 5)
        self._flow.addWidget(self._edit)
        self.suggestions = Suggestions(self._edit)
        self.suggestions.chosen.connect(lambda choice: self.add(choice.id))
        self._edit.textEdited.connect(self.offer)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_known(known)

    def set_known(self, known: Sequence[str]) -> None:
        """The words to offer."""
        self._known = [Choice(word, word) for word in known]

    def tags(self) -> list[str]:
        """The words in the field, in their order."""
        return [tag.text for tag in self._tags]

    def set_tags(self, words: Iterable[str]) -> None:
        """Shows these words silently."""
        for tag in self._tags:
            self._flow.removeWidget(tag)
            tag.deleteLater()
        self._tags = []
        for word in words:
            self._insert(word)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._edit.setAccessibleName(name)

    def add(self, word: str) -> None:
        """Adds a word unless it is there already, in whatever case and accents."""
        word = " ".join(word.split())
        self._edit.clear()
        self.suggestions.close()
        if word and fold(word) not in {fold(tag) for tag in self.tags()}:
            self._insert(word)
            self.changed.emit(self.tags())

    def _insert(self, word: str) -> None:
        tag = _Tag(word, self)
        tag.removed.connect(lambda: self.remove(word))
        self._tags.append(tag)
        self._flow.insert(len(self._tags) - 1, tag)
        tag.show()
        self.updateGeometry()

    def remove(self, word: str) -> None:
        """Takes a word out."""
        for tag in [tag for tag in self._tags if tag.text == word]:
            self._tags.remove(tag)
            self._flow.removeWidget(tag)
            tag.hide()
            tag.deleteLater()
        self.updateGeometry()
        self._edit.setFocus()
        self.changed.emit(self.tags())

    def offer(self, typed: str) -> None:
        """Opens the list: known words that are not in the field, and what was typed itself last."""
        self._select_last(False)
        have = {fold(tag) for tag in self.tags()}
        hits = [choice for choice in found(self._known, typed) if fold(choice.title) not in have]
        word = " ".join(typed.split())
        is_new = fold(word) not in have | {fold(choice.title) for choice in self._known}
        if word and is_new and self._new_allowed:
            hits.append(Choice(word, f"Add “{word}”"))
        self.suggestions.offer(hits if typed.strip() or not word else [], self)

    def take_typed(self) -> None:
        """Adds what stands in the field: the known word of that name, or as it was typed."""
        word = " ".join(self._edit.text().split())
        known = next((choice.title for choice in self._known if fold(choice.title) == fold(word)), "")
        if known or self._new_allowed:
            self.add(known or word)

    def step_back(self) -> None:
        """Backspace in the empty field: selects the last chip, and removes it if it is selected."""
        if self._tags and self._tags[-1].selected:
            self.remove(self._tags[-1].text)
        else:
            self._select_last(True)

    def _select_last(self, on: bool) -> None:
        if self._tags:
            self._tags[-1].select(on)

    def show_focus(self, focused: bool) -> None:
        """Draws the frame as a field with or without the focus."""
        self.setProperty("focused", focused)
        restyle(self)
        if not focused:
            self._select_last(False)


class _TagEdit(FieldLine):
    def sizeHint(self) -> QSize:
        return QSize(theme.current().wide(110), theme.current().line() + 7)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self._field.suggestions.is_open():
            event.ignore()  # the list is asked next: it takes its own choice
        elif (enter or event.key() == Qt.Key.Key_Comma) and self.text().strip():
            self._field.take_typed()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self._field.step_back()
        elif event.key() == Qt.Key.Key_Down and not self._field.suggestions.is_open():
            self._field.offer(self.text())
        else:
            super().keyPressEvent(event)

    def left(self, to_popup: bool) -> None:
        if not to_popup:
            if self.text().strip():
                self._field.take_typed()
            super().left(to_popup)


class _Tag(QWidget):
    """One word with a small cross."""

    removed = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = text
        self.selected = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(9, 0, 4, 0)
        inside.setSpacing(2)
        inside.addWidget(label(text))
        cross = QPushButton()
        cross.setProperty("kind", "cross")
        cross.setAutoDefault(False)
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.setAccessibleName(f"Remove {text}")
        cross.setToolTip(f"Remove {text}")
        icons.show_on(cross, "close", "text2", 11)
        cross.clicked.connect(self.removed)
        inside.addWidget(cross)

    def select(self, on: bool) -> None:
        """Draws the chip as the one that Backspace would remove."""
        self.selected = on
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.current().line() + 7)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.color("accent"), 1.5) if self.selected else Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent_tint" if self.selected else "hover"))
            box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        finally:
            painter.end()
