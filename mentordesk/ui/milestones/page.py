"""The Milestones page: the plan of a cohort, what falls due in it, and many milestones settled at once."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from mentordesk.domain.milestones import MilestoneRow
from mentordesk.domain.scope import Scope
from mentordesk.ui import first_focus
from mentordesk.ui.milestones import reading
from mentordesk.ui.milestones.bulk_bar import BulkBar
from mentordesk.ui.milestones.filter_bar import FilterBar
from mentordesk.ui.milestones.grouping import Filter, Group, facts, grouped
from mentordesk.ui.milestones.legend import Legend
from mentordesk.ui.milestones.list_view import MilestoneList
from mentordesk.ui.milestones.milestone_actions import MilestoneActions
from mentordesk.ui.milestones.plan_strip import PlanStrip
from mentordesk.ui.milestones.reading import ALL, MilestoneRows
from mentordesk.ui.page import Page
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.kept_place import show_found
from mentordesk.ui.widgets.label import button, card
from mentordesk.ui.widgets.page_body import PageBody
from mentordesk.ui.widgets.page_header import PageHeader
from mentordesk.ui.workplace import Target, Workplace

NARROW_UNDER = 980
"""The width of the page in a window of 1,180 pixels with the rail beside it."""
LOW_UNDER = 700
"""The height of the page in a window of 760 pixels."""
_FIRST = frozenset({Group.OVERDUE, Group.DUE})


class MilestonesPage(Page):
    key = "milestones"
    help_topic = "milestones"
    depends_on = frozenset({"milestone", "pair", "cohort", "program", "plan_step", "person"})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.rows = MilestoneRows([], [], None, [])
        self.filter = Filter()
        self._chosen: int | None = None
        self._kept: int | None = None
        """The cohort the coordinator chose here: the one a link asked for is not remembered."""
        self.acting = MilestoneActions(workplace, self)
        self.header = PageHeader("Milestones")
        self.edit_plan = button("Edit plan", icon="settings", on_click=self._edit_plan)
        self.header.add_action(self.edit_plan)
        self.header.add_action(button("Export", icon="export", on_click=self.export))
        self.strip = PlanStrip()
        self.bar = FilterBar()
        self.bulk = BulkBar(workplace.today, workplace.read_only)
        self.list = MilestoneList(workplace.today())
        self.empty = EmptyState("milestones", "")
        self._lay_out()
        self._connect()
        self.bulk.show_rows([])

    def _lay_out(self) -> None:
        frame = self._frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        self._body = QStackedWidget()
        self._body.addWidget(self.list)
        self._body.addWidget(self.empty)
        self._body.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._legend = Legend()
        for part, share in ((self.bulk, 0), (self._body, 1), (self._legend, 0)):
            inside.addWidget(part, share)
        self._whole = PageBody()
        for each in (self.header, self.strip, self.bar):
            self._whole.column.addWidget(each)
        self._whole.column.addWidget(frame, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._whole)
        self.strip.setProperty("region", True)
        frame.setProperty("region", True)
        keeps_place = frame.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        frame.setSizePolicy(keeps_place)
        hidden: tuple[QWidget, ...] = (self.strip, self.bar, frame)
        for each_hidden in hidden:
            each_hidden.hide()

    def _connect(self) -> None:
        self.strip.chosen.connect(self._choose_step)
        self.bar.cohort_chosen.connect(self._choose_cohort)
        self.bar.groups_chosen.connect(self._unfold)
        self.bar.searched.connect(self._search)
        self.bar.search.left_downwards.connect(self.list.setFocus)
        self.bar.cleared.connect(self.clear_filters)
        self.bar.place_chosen.connect(lambda place: self.list.show_lane(self.list.lane().at(place)))
        self.list.ticked.connect(self.bulk.show_rows)
        self.list.unfolded_changed.connect(lambda _groups: self._count())
        self.list.opened.connect(lambda row_id: self.acting.open_pair(self._row(row_id)))
        self.list.edit_requested.connect(lambda row_id: self.acting.change(self._row(row_id)))
        self.list.delete_requested.connect(lambda ids: self.acting.remove(self._of(ids)))
        self.list.menu_requested.connect(lambda ids, place: self.acting.menu(self._of(ids), self).popup(place))
        self.bulk.cleared.connect(lambda: self.list.set_ticked(()))
        self.bulk.done_asked.connect(self._mark_done)
        for asked, act in (
            (self.bulk.move_asked, self.acting.move),
            (self.bulk.skip_asked, self._skip),
            (self.bulk.reopen_asked, self.acting.reopen),
            (self.bulk.remind_asked, self.acting.remind),
        ):
            asked.connect(partial(self._with_ticked, act))

    # Reading

    def query(self) -> Callable[[Any], MilestoneRows]:
        scope, chosen = self.workplace.scope, self._chosen
        return lambda session: reading.read(session, scope, chosen)

    def show_rows(self, rows: MilestoneRows) -> None:
        """Everything that was read, with ticks, focus and scroll as before."""
        self.rows = rows
        self.bar.show()
        self._frame.show()
        self.bar.show_cohorts(rows.cohorts, rows.cohort.id if rows.cohort else ALL)
        steps = [step.title.casefold() for step in rows.strip]
        if rows.cohort is not None and steps and self.filter.step and self.filter.step.casefold() not in steps:
            self.filter = replace(self.filter, step="")
        self.strip.setVisible(bool(rows.strip))
        self.strip.show_plan(rows.strip, self.workplace.today(), self.filter.step)
        self.header.set_facts(facts(rows.milestones, len(rows.strip)) if rows.milestones else "")
        self._fit_actions()
        self.bar.show_lane(self.list.lane(), [row.due_on for row in rows.milestones])
        self.list.show_pairs(rows.milestones, self.workplace.today())
        self._show(self.filter)
        if not self.loaded:
            first_focus.settle(self, self.list)

    def _fit_actions(self) -> None:
        program = self._program_id()
        self.edit_plan.setEnabled(program is not None)
        self.edit_plan.setToolTip("" if program is not None else "Choose a cohort: its program has the plan")

    def _program_id(self) -> int | None:
        return self.rows.cohort.program_id if self.rows.cohort is not None else self.workplace.scope.program_id

    def _show(self, chosen: Filter) -> None:
        self.filter = chosen
        shown = chosen.shown(self.rows.milestones, self.rows.texts)
        self.list.show_groups(grouped(shown))
        self.strip.mark(chosen.step)
        self.bar.clear.setVisible(chosen != Filter())
        self._count()
        self._show_empty(bool(shown))

    def _count(self) -> None:
        self.bar.show_groups(self.list.unfolded(), self.list.counts())

    def _show_empty(self, found: bool) -> None:
        show_found(self._body, self.list, self.empty, found)
        self._legend.setVisible(found)
        if self.rows.milestones:
            self.empty.say_not_found("milestone", self.filter.search or self.filter.step, self.clear_filters)
        else:
            words = "They are laid out from the plan of the program when a pair becomes active."
            self.empty.say(
                "milestones", "No milestones yet", words, "Open Pairs", self._open_pairs, action_icon="pairs"
            )

    def _open_pairs(self) -> None:
        self.workplace.go("pairs")

    # Choosing

    def _choose_cohort(self, cohort_id: int) -> None:
        self._chosen = self._kept = cohort_id
        self.filter = replace(self.filter, step="")
        self.reload()

    def _search(self, text: str) -> None:
        """Groups unfold where all that was found is in folded ones."""
        self._show(replace(self.filter, search=text))
        found = {group for group, count in self.list.counts().items() if count}
        if text and not found & self.list.unfolded():
            self._unfold(self.list.unfolded() | found)

    def _choose_step(self, title: str) -> None:
        """One step of the plan alone: all of its groups unfold, so that none of it is hidden."""
        self.list.unfold(set(Group) if title else _FIRST)
        self._show(replace(self.filter, step=title))

    def _unfold(self, groups: set[Group]) -> None:
        self.list.unfold(groups)
        self._count()

    def clear_filters(self) -> None:
        """No search and no single step."""
        self.bar.search.clear()
        self._choose_step("")

    def open(self, target: Target) -> None:
        """`go("milestones", cohort_id=3, state="overdue", step="Skill swap")`; `step_id` names a step by its id."""
        wanted = target.filters
        self._chosen = wanted.get("cohort_id") or ALL
        self.filter = Filter(step=wanted.get("step", ""))
        self.bar.search.clear()
        self.reload()
        self.when_loaded(lambda: self._on_opened(wanted))

    def _on_opened(self, wanted: dict[str, Any]) -> None:
        step = next((it.title for it in self.rows.strip if it.step_id == wanted.get("step_id")), self.filter.step)
        state = wanted.get("state")
        if state in set(Group):
            self.list.unfold({Group(state)})
        else:
            self.list.unfold(set(Group) if step else _FIRST)
        self._show(replace(self.filter, step=step))

    def focus_search(self) -> None:
        self.bar.search.setFocus()
        self.bar.search.selectAll()

    # Acting

    def _row(self, row_id: int) -> MilestoneRow:
        return next(row for row in self.rows.milestones if row.id == row_id)

    def _of(self, ids: list[int]) -> list[MilestoneRow]:
        return [row for row in self.rows.milestones if row.id in set(ids)]

    def _with_ticked(self, act: Callable[[list[MilestoneRow]], object]) -> None:
        act(self.list.ticked_rows())

    def _mark_done(self) -> None:
        day = self.bulk.day.value()
        if day is None:
            self.bulk.say_problem(self.bulk.day.problem() or "Say on which day.")
            return
        rows = self.list.ticked_rows()
        problem = self.acting.mark_done(rows, day)
        self.bulk.say_problem(problem)
        if not problem:
            self.list.set_ticked(())
            self.list.setFocus()

    def _skip(self, rows: list[MilestoneRow]) -> None:
        """Skipped ones are left: ticked on, Mark done would stand ready for what both agreed to leave out."""
        self.acting.skip(rows).accepted.connect(lambda: self.list.set_ticked(()))

    def _edit_plan(self) -> None:
        self.workplace.go("programs", self._program_id(), tab="plan")

    def export(self) -> None:
        """The Milestone status report of what is shown."""
        cohort = self.rows.cohort
        scope = Scope(cohort_id=cohort.id) if cohort is not None else self.workplace.scope
        self.workplace.go("reports", scope=scope, kind="milestones")

    # Window and memory

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW_UNDER
        self._whole.column.setContentsMargins(*((24, 12, 24, 12) if narrow else (24, 16, 24, 16)))
        self.strip.set_compact(self.height() < LOW_UNDER)
        self.list.set_narrow(narrow)
        self.bar.show_lane(self.list.lane(), [row.due_on for row in self.rows.milestones])

    def state(self) -> dict[str, Any]:
        return {"cohort": self._kept, "unfolded": sorted(self.list.unfolded())}

    def restore_state(self, state: dict[str, Any]) -> None:
        chosen = state.get("cohort")
        self._chosen = self._kept = chosen if isinstance(chosen, int) else None
        self.list.unfold({Group(key) for key in state.get("unfolded", _FIRST) if key in set(Group)})
