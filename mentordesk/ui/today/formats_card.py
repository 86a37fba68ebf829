"""Give and take by format: points of the balance window, left against right, and what came back. Knows no service."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.domain.balance import Balance
from mentordesk.domain.programs import Format
from mentordesk.domain.today import FormatBalance, came_back
from mentordesk.domain.wording import counted
from mentordesk.ui import theme
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.give_take_bar import BarBalance, GiveTakeBar
from mentordesk.ui.widgets.label import label, line, rich_label
from mentordesk.ui.widgets.open_button import OpenButton

_SIDES = {
    Format.TRADITIONAL: ("Mentors", "mentees"),
    Format.REVERSE: ("Juniors", "leaders"),
    Format.PEER: ("Two peers", "by name"),
    Format.CROSS_COMPANY: ("Executives", "founders"),
}


class FormatLine(OpenButton):
    """One format with its bar."""

    def __init__(self, found: FormatBalance, scale: float) -> None:
        super().__init__()
        self.format = found.format
        self.setProperty("kind", "stat")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        left, right = _SIDES[found.format]
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(found.format.word))
        words.addWidget(ElidedLabel(f"{left}, {right}", "caption", "text2"))
        bar = GiveTakeBar(BarBalance(found.balance.left, found.balance.right, "Left side", "right side", scale=scale))
        bar.setFixedWidth(theme.current().wide(154))
        bar.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inside = inside = QHBoxLayout(self)
        inside.setContentsMargins(16, 1, 14, 1)
        inside.setSpacing(8)
        inside.addLayout(words, 1)
        inside.addWidget(bar)
        given = f"left side gave {found.balance.left:,}, right side gave {found.balance.right:,}"
        self.setAccessibleName(f"{found.format.word}, {counted(found.pairs, 'pair')}: {given}")
        self.setToolTip(f"{counted(found.pairs, 'pair')}: {given}. Show these pairs")

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(self._inside.sizeHint().width(), look.line() + look.line("caption") + 5)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._inside.minimumSize().width(), self.sizeHint().height())


class FormatsCard(QFrame):
    """Emits the format whose pairs are asked for."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setProperty("region", True)
        self.setAccessibleName("Give and take")
        self.lines: list[FormatLine] = []
        self._shown: Sequence[FormatBalance] | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.sentence = rich_label("", "caption")
        self.sentence.setContentsMargins(16, 8, 16, 0)
        self.divider = line()
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 16, 4)
        head.setSpacing(1)
        self.title = label("Give and take", "section")
        head.addWidget(self.title)
        head.addWidget(label("Points in the last 6 months, by format", "caption", wrap=True))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 10, 1, 9)
        inside.setSpacing(4)
        inside.addLayout(head)
        inside.addLayout(self._list)
        inside.addSpacing(2)
        inside.addWidget(self.divider)
        inside.addWidget(self.sentence)
        inside.addStretch(1)
        theme.look.changed.connect(self._fill)

    def set_formats(self, formats: Sequence[FormatBalance]) -> None:
        """Show other numbers; the same ones leave everything as it is."""
        if formats != self._shown:
            self._shown = formats
            self._fill()

    def _fill(self) -> None:
        formats = self._shown or ()
        for old in self.lines:
            self._list.removeWidget(old)
            old.deleteLater()
        scale = float(max((max(each.balance.left, each.balance.right) for each in formats), default=0))
        self.lines = [FormatLine(each, scale) for each in formats]
        for made in self.lines:
            made.clicked.connect(lambda _checked=False, format_=made.format: self.opened.emit(format_))
            self._list.addWidget(made)
        self._say()

    def _say(self) -> None:
        formats = self._shown or ()
        whole = Balance(sum(each.balance.left for each in formats), sum(each.balance.right for each in formats))
        if not whole.total:
            self.sentence.setText("No entries yet. Log a contact and say what each side gave.")
            return
        look = theme.current()
        sides = (("left", f"Left side gave {whole.left:,}"), ("right", f"right side gave {whole.right:,}"))
        left, right = (f"<b style='color:{look.hex(f'{side}_text')}'>{escape(words)}</b>" for side, words in sides)
        self.sentence.setText(f"{left}, {right}: {came_back(whole)}.")
