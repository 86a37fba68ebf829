"""What did not happen, why, what one can do, what is safe: for faults that need a decision. Knows no fault."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from mentordesk.ui import icons, theme
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.label import button, icon_label, label, rich_label


class ErrorDialog(Dialog):
    """The first sentence of `message` is the title, the others say why.

    `primary` is the safe repeat ("Try again") and has the focus; `cancel` is empty where nothing is left to cancel.
    """

    def __init__(
        self,
        parent: QWidget | None,
        message: str,
        *,
        advice: str = "",
        safe: str = "",
        details: str = "",
        primary: str = "Close",
        cancel: str = "",
    ) -> None:
        title, why = _first_sentence(message)
        super().__init__(title, parent, primary=primary, cancel=cancel, width=500)
        self.head.insertWidget(0, icon_label("warning", "watch", 26), 0, Qt.AlignmentFlag.AlignTop)
        self.head.setSpacing(16)
        words = QVBoxLayout()
        words.setContentsMargins(42, 0, 0, 0)
        words.setSpacing(8)
        self.body.addLayout(words)
        if why:
            words.addWidget(label(why, wrap=True))
        if advice:
            words.addWidget(rich_label(f"<b>What you can do:</b> {_escaped(advice)}"))
        if safe:
            words.addWidget(label(safe, "body", "text2", wrap=True))
        if details:
            self._add_details(words, details)
        self.setAccessibleDescription(" ".join(part for part in (why, advice, safe) if part))
        self.primary.setFocus()

    def _add_details(self, words: QVBoxLayout, details: str) -> None:
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setAccessibleName("Details for support")
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(theme.current().points("caption"))
        self.details.setFont(fixed)
        self.details.setFixedHeight(9 * theme.current().line("caption"))
        self.details.hide()
        self.copy = button("Copy the details", on_click=self._copy, small=True)
        self.copy.hide()
        self.unfold = button("Details for support", "link", "chevron-right", self._on_unfold)
        words.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self.details)
        beside = QHBoxLayout()
        beside.addWidget(self.copy)
        beside.addStretch(1)
        words.addLayout(beside)

    def _on_unfold(self) -> None:
        shown = self.details.isHidden()
        self.details.setVisible(shown)
        self.copy.setVisible(shown)
        icons.show_on(self.unfold, "chevron-down" if shown else "chevron-right", "accent")
        self.fit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())


def _first_sentence(message: str) -> tuple[str, str]:
    """The title without its full stop, and the rest."""
    first, stop, rest = message.partition(". ")
    return (first, rest) if stop else (message.removesuffix("."), "")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
