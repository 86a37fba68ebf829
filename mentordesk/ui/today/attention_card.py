"""Needs attention: the items in their groups, as many as one looks at, with search and kinds. Acts on nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.domain.attention import AttentionItem, AttentionKind, Tier
from mentordesk.domain.text import fold
from mentordesk.domain.today import Face
from mentordesk.domain.wording import counted
from mentordesk.ui.today import item_words
from mentordesk.ui.today.group_line import GroupLine
from mentordesk.ui.today.item_line import ItemLine
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.label import button, label, line

PORTION = 12
"""So many items are shown at first, and as many more at each click."""


class AttentionCard(QFrame):
    """Lines are made once and show other items later: hundreds of items cost no more than what is seen."""

    acted = Signal(object)
    opened = Signal(object)
    menu_requested = Signal(object, QPoint)
    ranking_asked = Signal()
    filtered = Signal()
    emptied = Signal()
    """The focus was on an item, and none is left that could have it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setProperty("region", True)
        self.setAccessibleName("Needs attention")
        self._items: Sequence[AttentionItem] = ()
        self._texts: list[str] = []
        self._faces: Mapping[str, Sequence[Face]] = {}
        self._refusals: Mapping[AttentionKind, str] = {}
        self._searched, self._kind, self._room = "", "", PORTION
        self._stood = ("", 0)
        self.title = label("Needs attention", "section")
        self.facts = ElidedLabel("", "caption", "text2", align="right")
        self.ranking = button("How items are ranked", "link", on_click=self.ranking_asked.emit)
        self.groups = {tier: GroupLine(tier.word) for tier in Tier}
        self.lines: list[ItemLine] = []
        self.rest = button("", "link", on_click=self._on_rest)
        self.empty = EmptyState("check", "All quiet")
        self.empty.setMinimumHeight(220)
        self._lay_out()

    def _lay_out(self) -> None:
        self.head = QWidget()
        self._top = top = QHBoxLayout(self.head)
        top.setContentsMargins(16, 8, 16, 8)
        top.setSpacing(10)
        top.addWidget(self.title)
        top.addWidget(self.facts, 1)
        top.addWidget(self.ranking)
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        self._inside = inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.head)
        inside.addWidget(line())
        inside.addLayout(self._body)
        for widget in (*self.groups.values(), self.rest, self.empty):
            widget.setParent(self)
            widget.hide()
        inside.addStretch(1)

    def add_tools(self, *tools: QWidget) -> None:
        """What stands at the left of the head, where it has no title."""
        for at, tool in enumerate(tools):
            self._top.insertWidget(at, tool)

    def add_footer(self, widget: QWidget) -> None:
        """What stands at the foot of the card."""
        self._inside.addWidget(widget)

    def set_items(
        self,
        items: Sequence[AttentionItem],
        faces: Mapping[str, Sequence[Face]],
        refusals: Mapping[AttentionKind, str],
    ) -> None:
        """Show other items; `refusals` says by kind why a button cannot be used."""
        self._items, self._faces, self._refusals = items, faces, refusals
        self._texts = [fold(f"{item.title} {item.context} {item_words.action(item)}") for item in items]
        self._show()

    def set_search(self, text: str) -> None:
        """Only items with all these words; "" for all."""
        self._searched, self._room = text, PORTION
        self._show()

    def set_kind(self, kind: str) -> None:
        """Only items of one kind; "" for all."""
        self._kind, self._room = kind, PORTION
        self._show()

    @property
    def kind(self) -> str:
        """The only kind shown; "" for all."""
        return self._kind

    @property
    def is_filtered(self) -> bool:
        return bool(self._searched.strip() or self._kind)

    def kinds(self) -> list[tuple[str, int]]:
        """The kinds there are among what the search leaves, with their numbers."""
        found = Counter(item.kind for item in self._matching(""))
        return [(kind.value, found[kind]) for kind in AttentionKind if any(item.kind is kind for item in self._items)]

    def shown(self) -> list[AttentionItem]:
        """What search and kind leave, in their order."""
        return self._matching(self._kind)

    def _matching(self, kind: str) -> list[AttentionItem]:
        words = fold(self._searched).split()
        pairs = zip(self._items, self._texts, strict=True)
        return [it for it, text in pairs if kind in ("", it.kind.value) and all(word in text for word in words)]

    def _show(self) -> None:
        focused = self._focused_key()
        items = self.shown()
        self._say_facts(len(items))
        if focused is not None:
            self._release_focus()
        self._clear()
        self._place(items)
        self.filtered.emit()
        self._give_focus(focused)

    def _say_facts(self, shown: int) -> None:
        everything = counted(len(self._items), "item")
        words = f"{shown} of {everything}" if self.is_filtered else f"{everything}, most urgent first"
        self.facts.setText(words if self._items else "")

    def _clear(self) -> None:
        while entry := self._body.takeAt(0):
            if widget := entry.widget():
                widget.hide()

    def _place(self, items: list[AttentionItem]) -> None:
        visible = items[: self._room]
        numbers = Counter(item.tier for item in items)
        tier: Tier | None = None
        for at, item in enumerate(visible):
            if item.tier is not tier:
                tier = item.tier
                self.groups[tier].set_count(numbers[tier])
                self._add(self.groups[tier])
            self._add(self._line(at, item))
        left = len(items) - len(visible)
        if left:
            self.rest.setText(f"Show {min(left, PORTION)} more of {left}" if left > PORTION else f"Show {left} more")
            self._body.addSpacing(6)
            self._body.addWidget(self.rest, 0, Qt.AlignmentFlag.AlignHCenter)
            self.rest.show()
        if not items:
            self._add(self.empty)

    def _add(self, widget: QWidget) -> None:
        self._body.addWidget(widget)
        widget.show()

    def _line(self, at: int, item: AttentionItem) -> ItemLine:
        if at == len(self.lines):
            made = ItemLine(first=at == 0, parent=self)
            made.acted.connect(self.acted)
            made.opened.connect(self.opened)
            made.menu_requested.connect(self.menu_requested)
            made.moved.connect(lambda step: self._move(at, step))
            made.stood_on.connect(lambda item: self._remember(at, item))
            self.lines.append(made)
        refusal = self._refusals.get(item.kind, "")
        self.lines[at].show_item(item, self._faces.get(item.key, ()), refusal)
        return self.lines[at]

    def set_close(self, close: bool) -> None:
        """Lower lines, where that saves the page from scrolling."""
        for each in self.lines:
            each.set_close(close)
        self._body.invalidate()  # Qt tells only the outer layout
        self._inside.invalidate()
        self.updateGeometry()

    def height_of(self, *, close: bool) -> int:
        """The height in pixels that the card wants with lines of one kind or the other."""
        self.set_close(close)
        return self.sizeHint().height()

    def _visible_lines(self) -> list[ItemLine]:
        return self.lines[: min(self._room, len(self.shown()))]

    def _move(self, at: int, step: int) -> None:
        lines = self._visible_lines()
        if 0 <= at + step < len(lines):
            lines[at + step].setFocus(Qt.FocusReason.TabFocusReason)

    def focus_first(self) -> None:
        """The focus comes from the search field."""
        first = self.first_line()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _remember(self, at: int, item: AttentionItem) -> None:
        self._stood = item.key, at

    def line_stood_on(self) -> ItemLine | None:
        """The item one was at, or what came in its place; None where all is quiet."""
        return self._nearest(*self._stood)

    def _nearest(self, key: str, at: int) -> ItemLine | None:
        lines = self._visible_lines()
        same = next((each for each in lines if each.item is not None and each.item.key == key), None)
        return same or (lines[min(at, len(lines) - 1)] if lines else None)

    def first_line(self) -> ItemLine | None:
        """The most urgent item shown; None where all is quiet."""
        return next(iter(self._visible_lines()), None)

    def way_on(self) -> QWidget | None:
        """The button that is offered where there is no item; None without one."""
        action = self.empty.action
        return action if action.isVisibleTo(self) else None

    def _focused_key(self) -> tuple[str, int, bool] | None:
        focus: Any = QApplication.focusWidget()
        for at, each in enumerate(self.lines):
            if each.item is not None and focus is not None and (focus is each or each.isAncestorOf(focus)):
                return each.item.key, at, focus is each.action
        return None

    def _release_focus(self) -> None:
        """Qt would hand the focus of hidden lines down the page, one after the other, and scroll after it."""
        if (widget := QApplication.focusWidget()) is not None:
            widget.clearFocus()

    def _give_focus(self, focused: tuple[str, int, bool] | None) -> None:
        """The focus stays with its item; where that is gone, it goes to the next one."""
        if focused is None:
            return
        key, at, on_button = focused
        target = self._nearest(key, at)
        if target is None:
            self.emptied.emit()
            return
        same = target.item is not None and target.item.key == key
        (target.action if on_button and same else target).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_rest(self) -> None:
        before = len(self._visible_lines())
        self._room += PORTION
        self._show()
        lines = self._visible_lines()
        lines[min(before, len(lines) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
