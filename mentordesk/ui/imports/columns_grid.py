"""The columns of a file with the field of each and its first value; those of a form service folded away."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mentordesk.domain.text import fold
from mentordesk.domain.wording import counted
from mentordesk.exchange.roster.fields import CUSTOM, FIELDS, PAST, custom, sided
from mentordesk.exchange.roster.fields import label as field_label
from mentordesk.exchange.roster.ranks import groups
from mentordesk.ui import icons, theme
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import button, icon_label, label, line

if TYPE_CHECKING:
    from mentordesk.ui.imports.draft import Draft

_TITLES = ("Column in the file", "", "Field in MentorDesk", "First value")
_SHARES = (10, 0, 10, 7)
_WIDEST_LEAST = 210
_LONG = 24


class ColumnsGrid(QWidget):
    """Emits `matched` with a heading and the field chosen for it."""

    matched = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, DropDown] = {}
        self.unfold: QPushButton | None = None
        self._service: list[str] = []
        self._folded: list[QWidget] = []
        self._shown: dict[str, str] = {}
        self._custom: tuple[str, ...] = ()
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()

    def build(self, draft: "Draft", custom_fields: tuple[str, ...]) -> None:
        """A line for each column of another table."""
        self._custom = custom_fields
        self._clear()
        mapping, headings = draft.mapping, draft.table.headings
        self._service = [name for name in headings if name in draft.service and not mapping.get(name)]
        plain = [name for name in headings if name not in self._service]
        self._shown = _items(headings)
        self._add_titles()
        for number, heading in enumerate(plain):
            self._add_column(2 * number + 1, heading, draft)
        if self._service:
            self._add_service(2 * len(plain) + 1, draft)
        for at, share in enumerate(_SHARES):
            self._grid.setColumnStretch(at, share)

    def show_fields(self, draft: "Draft") -> None:
        """The field that each column has now."""
        for heading, field in self.fields.items():
            field.choose(draft.mapping.get(heading))

    def _clear(self) -> None:
        self._inside.removeItem(self._grid)
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._grid.deleteLater()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._inside.insertLayout(0, self._grid)
        self.fields, self._folded, self.unfold = {}, [], None

    def _add_titles(self) -> None:
        for at, words in enumerate(_TITLES):
            title = QFrame()
            title.setProperty("footer", True)
            inside = QHBoxLayout(title)
            inside.setContentsMargins(15 if at == 0 else 6, 6, 6, 6)
            inside.addWidget(label(words, "strong_caption", "text2"))
            self._grid.addWidget(title, 0, at)

    def _add_column(self, at: int, heading: str, draft: "Draft") -> None:
        choices = _choices(heading, self._custom) + _sided_choices(draft.sides(), self._custom)
        field = DropDown(choices, f"Field for {heading}")
        field.setProperty("small", True)
        field.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumWidth(min(theme.current().wide(152), _WIDEST_LEAST))
        field.setMaximumWidth(theme.current().wide(170))
        field.chosen.connect(partial(self.matched.emit, heading))
        self.fields[heading] = field
        name = ElidedLabel(self._shown.get(heading, heading).replace("\n", " "), "strong")
        value = ElidedLabel(draft.first_value(heading).replace("\n", " "), "body", "text2")
        for place, (widget, left) in enumerate(
            ((name, 15), (icon_label("chevron-right", "text2", 13), 4), (field, 6), (value, 6))
        ):
            cell = QWidget()
            inside = QHBoxLayout(cell)
            inside.setContentsMargins(left, 3, 6, 2)
            inside.addWidget(widget, 1)
            inside.addStretch(0)
            if widget is name:
                cell.setToolTip(heading)
            self._grid.addWidget(cell, at, place)
        self._grid.addWidget(line(), at + 1, 0, 1, 4)

    def _add_service(self, at: int, draft: "Draft") -> None:
        """What a form or survey service added about the answering: no facts about people."""
        self.unfold = button("", "link", "chevron-right", self._fold)
        self.unfold.setAccessibleDescription("Columns about the answering, not about people")
        holder = QWidget()
        inside = QHBoxLayout(holder)
        inside.setContentsMargins(9, 4, 6, 4)
        inside.addWidget(self.unfold)
        inside.addStretch(1)
        self._grid.addWidget(holder, at, 0, 1, 4)
        self._grid.addWidget(line(), at + 1, 0, 1, 4)
        before = set(self._parts())
        for number, heading in enumerate(self._service):
            self._add_column(at + 2 + 2 * number, heading, draft)
        self._folded = [part for part in self._parts() if part not in before]
        self._show_folded(False)

    def _parts(self) -> list[QWidget]:
        """What stands in the grid."""
        around = self._grid.parentWidget()
        assert around is not None, "the grid is laid out before it is filled"
        return around.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def _fold(self) -> None:
        self._show_folded(self._folded[0].isHidden())

    def _show_folded(self, shown: bool) -> None:
        assert self.unfold is not None
        for part in self._folded:
            part.setVisible(shown)
        words = counted(len(self._service), "column").removeprefix("1 ")
        self.unfold.setText(f"{'Hide' if shown else 'Show'} the {words} that the form or survey service added")
        icons.show_on(self.unfold, "chevron-down" if shown else "chevron-right", "accent", 16)


def _items(headings: tuple[str, ...]) -> dict[str, str]:
    """What tells the columns of one long question apart, which stands at its end: "… Leadership"."""
    return {
        heading: f"… {item}"
        for group in groups(headings)
        for heading, item in zip(group.headings, group.items, strict=True)
        if all(group.items) and len(heading) > _LONG
    }


def _choices(heading: str, names: tuple[str, ...]) -> list[tuple[str | None, str]]:
    """The fields a column can fill; a field of its own is made where the desk has none of that name."""
    found: list[tuple[str | None, str]] = [(None, "Do not import"), *FIELDS.items()]
    found += [(custom(name), name) for name in names]
    known = {fold(title) for _key, title in found}
    if fold(heading) not in known and not heading.startswith(CUSTOM):
        found.append((custom(heading), f"New field “{heading}”"))
    return found


def _sided_choices(sides: tuple[str, ...], names: tuple[str, ...]) -> list[tuple[str | None, str]]:
    """The fields of each of several people in a row: "Mentee: E-mail"."""
    fields = [name for name in FIELDS if name not in (*PAST, "role", "rank")] + [custom(name) for name in names]
    return [(key, field_label(key)) for side in sides for key in (sided(side, name) for name in fields)]
