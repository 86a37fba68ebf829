"""The Today page: five figures, what needs a hand, the next 14 days, give and take by format."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from mentordesk.domain import dates
from mentordesk.domain.attention import AttentionItem, AttentionKind
from mentordesk.domain.programs import Format
from mentordesk.domain.scope import Scope
from mentordesk.domain.today import TodayPage as TodayRows
from mentordesk.domain.today import UpcomingRow
from mentordesk.domain.wording import counted
from mentordesk.ui import icons, theme
from mentordesk.ui.page import Page
from mentordesk.ui.today import headline, item_words
from mentordesk.ui.today.arrangement import Arrangement
from mentordesk.ui.today.attention_card import AttentionCard
from mentordesk.ui.today.formats_card import FormatsCard
from mentordesk.ui.today.item_actions import READ_ONLY, ItemActions
from mentordesk.ui.today.upcoming_card import UpcomingCard
from mentordesk.ui.today.watch_footer import WatchFooter
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import button, more_button
from mentordesk.ui.widgets.page_body import PageBody
from mentordesk.ui.widgets.page_header import PageHeader
from mentordesk.ui.widgets.search_field import SearchField
from mentordesk.ui.widgets.stat_strip import StatStrip
from mentordesk.ui.workplace import Target, Workplace

_LOW = 760
"""Under so many pixels of window height the figures lose their third line (DESIGN section 6)."""


def _read(session: Any, scope: Scope) -> TodayRows:
    from mentordesk.services.today import today

    return today.page(session, scope)


class TodayPage(Page):
    key = "today"
    depends_on = frozenset(
        {"person", "program", "plan_step", "cohort", "enrollment", "pair", "contact", "exchange", "check_in"}
        | {"milestone", "career_milestone", "planned_meeting", "story", "attention_mark", "joint_project"}
        | {"project_hours", "introduction"}
    )

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.actions_of = ItemActions(workplace, self)
        self.header = PageHeader("Today")
        self.search = SearchField("Search items")
        self.kind = DropDown([("", "All items")], "Kind of item")
        self.log = button("Log contact", "primary", "plus", lambda: workplace.command("log_contact"))
        self.strip = StatStrip("Headline figures")
        self.attention = AttentionCard()
        self.footer = WatchFooter()
        self.upcoming = UpcomingCard()
        self.formats = FormatsCard()
        self.body = PageBody()
        self._waits = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for widget in (self.search, self.kind, self.log, more_button(self._more(), "More on Today")):
            self.header.add_action(widget)
        self._set_widths()
        if self.workplace.read_only:
            self.log.setEnabled(False)
            self.log.setToolTip(READ_ONLY)
        grid = QGridLayout()
        self.attention.add_footer(self.footer)
        self.arrangement = Arrangement(grid, self.attention, self.upcoming, self.formats)
        self.body.content.setMaximumWidth(1680)
        self.body.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for part in (self.header, self.strip, self.arrangement.tabs):
            self.body.column.addWidget(part)
        self.body.column.addLayout(grid, 1)
        self.strip.setProperty("region", True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        self.body.hide()  # nothing is said before the items are read

    def _set_widths(self) -> None:
        look = theme.current()
        self.search.setFixedWidth(look.wide(196))
        self.kind.setFixedWidth(look.wide(126))

    def _on_look_changed(self) -> None:
        self._set_widths()
        self._fit()
        self.reload()

    def _more(self) -> QMenu:
        menu = QMenu(self)
        record = menu.addAction(
            icons.icon("exchange"), "Record an exchange…", lambda: self.workplace.command("record_exchange")
        )
        record.setEnabled(not self.workplace.read_only)
        menu.addAction(icons.icon("export"), "Export to Excel…", self.export)
        menu.addAction(icons.icon("info"), "How items are ranked…", self.show_ranking)
        return menu

    def _connect(self) -> None:
        theme.look.changed.connect(self._on_look_changed)
        self.search.searched.connect(self.attention.set_search)
        self.search.left_downwards.connect(self.attention.focus_first)
        self.kind.chosen.connect(self.attention.set_kind)
        self.attention.filtered.connect(self._on_filtered)
        self.attention.emptied.connect(self._on_emptied)
        self.attention.acted.connect(self.actions_of.act)
        self.attention.opened.connect(self.actions_of.open)
        self.attention.menu_requested.connect(self._on_menu_requested)
        self.attention.ranking_asked.connect(self.show_ranking)
        self.strip.opened.connect(self._on_figure_opened)
        self.footer.pairs_asked.connect(self._on_watch_asked)
        self.upcoming.opened.connect(self._on_upcoming_opened)
        self.upcoming.calendar_asked.connect(self._on_calendar_asked)
        self.formats.opened.connect(self._on_format_opened)

    def query(self) -> Callable[[Any], Any]:
        scope = self.workplace.scope
        return lambda session: _read(session, scope)

    def show_rows(self, rows: Any) -> None:
        it: TodayRows = rows
        self._facts, self._upcoming = it.facts, it.upcoming
        self.header.set_facts(_facts_line(dates.weekday_long(self.workplace.today()), it))
        self.strip.set_stats(headline.stats(it.figures))
        self.attention.set_items(it.items, it.faces, self.actions_of.refusals())
        self.footer.set_pairs(it.watch, it.figures)
        self.upcoming.set_rows(it.upcoming, self.workplace.today())
        self.formats.set_formats(it.formats)
        self.arrangement.name_items(len(it.items))
        self.workplace.attention_counted.emit(len(it.items))
        self.body.show()
        self._fit_lines()
        self._go_to_item()

    def _on_filtered(self) -> None:
        kinds = self.attention.kinds()
        titles = [(kind, f"{item_words.KIND_WORDS[AttentionKind(kind)]}  {number}") for kind, number in kinds]
        self.kind.set_choices([("", "All items"), *titles])
        if self.kind.choice() != self.attention.kind:  # the last item of the kind is gone
            self.attention.set_kind(self.kind.choice())
        elif not self.attention.shown():
            self._say_empty()

    def _on_emptied(self) -> None:
        way_on = self.attention.way_on()
        self._waits = way_on is None
        (way_on or self.log).setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_item(self) -> None:
        """An item that is taken back to the empty list has the focus again."""
        line = self.attention.line_stood_on()
        if self._waits and line is not None:
            self._waits = False
            if self.log.hasFocus():
                line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_empty(self) -> None:
        say = self.attention.empty.say
        if self.attention.is_filtered:
            self.attention.empty.say_not_found("item", self.search.text().strip(), self._clear_filters)
        elif not self._facts.people:
            sentence = "Import a list of people from Excel or CSV. You see every row before it is stored."
            say("people", "Nobody is here yet", sentence, "Import a roster…", self._import, action_icon="import")
        elif not self._facts.pairs:
            sentence = "Pair two people. From then on this page says what needs a hand."
            say("pairs", "No pair yet", sentence, "New pair…", lambda: self.workplace.command("new_pair"))
        else:
            say("check", "All quiet", _next_words(self._upcoming, self.workplace))

    def _import(self) -> None:
        self.workplace.go("import")

    def _clear_filters(self) -> None:
        self.kind.choose("")
        self.attention.set_kind("")
        self.search.clear()
        self.search.setFocus()

    def _on_menu_requested(self, item: AttentionItem, at: QPoint) -> None:
        menu = self.actions_of.menu(item)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def show_ranking(self) -> None:
        """The rules of the ranking in a dialog."""
        from mentordesk.ui.today.ranking_dialog import RankingDialog

        dialog = RankingDialog(self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_figure_opened(self, key: str) -> None:
        page, filters = headline.TARGETS[key]
        self.workplace.go(page, **filters)

    def _on_watch_asked(self, health: str) -> None:
        self.workplace.go("pairs", health=health)

    def _on_upcoming_opened(self, row: UpcomingRow) -> None:
        if row.pair_id is not None:
            self.workplace.go("pairs", row.pair_id, tab="overview")
        else:
            self.workplace.go("cohorts", row.cohort_id)

    def _on_calendar_asked(self) -> None:
        from mentordesk.ui.today.calendar_file import save

        save(self.workplace, self._upcoming, self.window())

    def _on_format_opened(self, format_: Format) -> None:
        """The report Give and take has every format beside the others."""
        self.workplace.go("reports", kind="give_and_take")

    def open(self, target: Target) -> None:
        """`kind` among the filters shows items of that kind alone."""
        kind = str(target.filters.get("kind", ""))
        self.when_loaded(lambda: self._show_kind(kind))

    def _show_kind(self, kind: str) -> None:
        self.kind.choose(kind)
        self.attention.set_kind(self.kind.choice())

    def new(self) -> None:
        self.workplace.command("log_contact")

    def first_part(self) -> QWidget | None:
        return self.attention.line_stood_on() or self.attention.way_on() or self.log

    def focus_search(self) -> None:
        self.arrangement.tabs.setCurrentIndex(0)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def state(self) -> dict[str, Any]:
        return {"tab": self.arrangement.tabs.currentIndex()}

    def restore_state(self, state: dict[str, Any]) -> None:
        tab = state.get("tab")
        if isinstance(tab, int) and 0 <= tab < self.arrangement.tabs.count():
            self.arrangement.tabs.setCurrentIndex(tab)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.arrangement.fit(self.window().width())
        self._place_tools()
        self.strip.show_notes(self.window().height() >= _LOW)
        self._fit_lines()

    def _place_tools(self) -> None:
        """Search and kinds stand in the head of the list where that has room for them, else beside Log contact."""
        in_card = not self.arrangement.tabs.isHidden()
        if in_card == self.attention.isAncestorOf(self.search):
            return
        focused = self.search.hasFocus()
        if in_card:
            self.attention.add_tools(self.search, self.kind)
        else:
            for at, tool in enumerate((self.search, self.kind)):
                self.header.insert_action(at, tool)
        for tool in (self.search, self.kind):
            tool.show()
        if focused:
            self.search.setFocus()

    def _fit_lines(self) -> None:
        """The items stand closer where the page then needs no scroll bar."""
        margins, gap = self.body.column.contentsMargins(), self.body.column.spacing()
        above = self.header.sizeHint().height() + self.strip.sizeHint().height() + 2 * gap
        room = self.height() - margins.top() - margins.bottom() - above
        heights = [self.attention.height_of(close=close) for close in (False, True)]
        self.attention.set_close(heights[0] > room >= heights[1])


def _facts_line(day: str, it: TodayRows) -> str:
    parts = [it.facts.program or counted(it.facts.programs, "program")]
    parts.append(counted(it.figures.active_pairs, "active pair"))
    if it.facts.matching:
        parts.append(f"{counted(it.facts.matching, 'cohort')} in matching")
    return f"{day}. {', '.join(parts)}"


def _next_words(upcoming: tuple[UpcomingRow, ...], workplace: Workplace) -> str:
    if not upcoming:
        return "Nothing needs a hand, and nothing is planned for the next 14 days."
    first = upcoming[0]
    return f"Next: {first.title}, {dates.day_month(first.on, workplace.today())}."
