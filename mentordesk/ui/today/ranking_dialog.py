"""How items are ranked: the rules as a table, in the words of the coordinator."""

from html import escape

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtWidgets import QTextBrowser, QWidget

from mentordesk.domain import attention_ranking
from mentordesk.domain.attention import HANDLED_DAYS
from mentordesk.ui import theme
from mentordesk.ui.today import item_words
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.label import label

_COLUMNS = (("Item", 38), ("Group", 22), ("Score", 22), ("Button", 18))
"""Their titles, with their shares of the width in percent."""
_PADDING = 8


class RankingDialog(Dialog):
    """Reading only."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("How items are ranked", parent, primary="Close", cancel="", width=820)
        words = (
            "Higher score first, then the older fact, then the name. An item that was acted on stays away for "
            f"{HANDLED_DAYS} days and comes back if its reason still holds. Programs may set other limits."
        )
        self.body.addWidget(label(words, "body", "text2", wrap=True))
        self.table = QTextBrowser()
        self.table.setAccessibleName("Rules of the ranking")
        self.table.setHtml(_html())
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.document().documentLayout().documentSizeChanged.connect(self._on_sized)
        self.body.addWidget(self.table)

    def _on_sized(self, size: QSizeF) -> None:
        """As high as its rules: the dialog scrolls, not a table inside it."""
        self.table.setFixedHeight(round(size.height()) + 2 * self.table.frameWidth() + _PADDING)
        self.fit()


def _html() -> str:
    look = theme.current()
    head = "".join(f"<th align='left' width='{share}%'>{title}</th>" for title, share in _COLUMNS)
    rules = [(row.what, row.group, row.score, item_words.rule_action(row)) for row in attention_ranking.table()]
    cells = ["".join(f"<td>{escape(text)}</td>" for text in rule) for rule in rules]
    style = f"border-collapse:collapse; border:1px solid {look.hex('border')}"
    rows = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<table width='100%' cellpadding='6' border='1' style='{style}'><tr>{head}</tr>{rows}</table>"
