"""The foot of the list: pairs on watch or at risk that no item names, and the way to all of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from mentordesk.domain.figures import Figures
from mentordesk.domain.health import Health
from mentordesk.domain.pairs import PairRow
from mentordesk.ui import theme
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import button

_NAMED = 2


class WatchFooter(QFrame):
    """Emits the health whose pairs are asked for: watch or at_risk."""

    pairs_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("footer", True)
        self.words = ElidedLabel("", "caption", "text2", snug=True)
        self.watch = button("", "link", on_click=lambda: self.pairs_asked.emit("watch"), small=True)
        self.risk = button("", "link", on_click=lambda: self.pairs_asked.emit("at_risk"), small=True)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(16, 2, 16, 2)
        inside.setSpacing(12)
        inside.addWidget(self.words, 100)
        inside.addWidget(self.watch)
        inside.addWidget(self.risk)
        inside.addStretch(1)
        self.hide()

    def set_pairs(self, pairs: Sequence[PairRow], figures: Figures) -> None:
        """Names two of the pairs; hidden when no pair is on watch or at risk."""
        self.words.setText(_words(pairs))
        for link, count, name in ((self.watch, figures.watch, "on watch"), (self.risk, figures.at_risk, "at risk")):
            link.setText(f"Show the {count:,} {name}")
            link.setVisible(count > 0)
        self.setMinimumHeight(theme.current().row("group"))
        self.setVisible(bool(figures.watch or figures.at_risk))


def _words(pairs: Sequence[PairRow]) -> str:
    if not pairs:
        return "Every pair on watch or at risk is named above."
    named = "; ".join(_one(pair) for pair in pairs[:_NAMED])
    more = f"; and {len(pairs) - _NAMED} more" if len(pairs) > _NAMED else ""
    state = "at risk or on watch" if any(pair.health is Health.AT_RISK for pair in pairs) else "on watch"
    return f"Also {state}: {named}{more}."


def _one(pair: PairRow) -> str:
    return pair.name if not pair.days else f"{pair.name}, {pair.days} days without contact"
