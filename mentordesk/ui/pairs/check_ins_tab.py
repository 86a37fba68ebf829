"""Check-ins of a pair: four questions over time, what went each way, their own words, what is worth noticing."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from mentordesk.domain import dates
from mentordesk.domain.check_in_rules import FIXED, PulseQuestion
from mentordesk.domain.check_in_signs import SHOWN_ROUNDS, Round, flows, latest, rounds, worth_noticing
from mentordesk.domain.standing import Side
from mentordesk.domain.wording import counted
from mentordesk.ui import icons
from mentordesk.ui.pairs.check_in_actions import CheckInActions
from mentordesk.ui.pairs.check_in_cards import FigureRow, FlowsCard, LockLine, NoticeBox, QuestionLine, WordsCard
from mentordesk.ui.pairs.check_in_chart import AnswerLines, SideMark
from mentordesk.ui.pairs.check_in_fit import FitCard
from mentordesk.ui.pairs.check_in_list import CheckInLine
from mentordesk.ui.pairs.level_body import LevelBody
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.chart_table import ChartTable
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.kept_place import KeptPlace
from mentordesk.ui.widgets.label import button, column, label, row
from mentordesk.ui.widgets.label import line as divider
from mentordesk.ui.workplace import Workplace

_DATES = 4
"""So many days stand in the legend; of more it says how many there are."""


class CheckInsTab(QWidget):
    """In the pane one column, on the full page two: the figures at the left, the words at the right."""

    def __init__(self, workplace: Workplace, actions: PairActions, parent: QWidget, wide: bool = False) -> None:
        super().__init__()
        self._actions, self._doing, self._wide = actions, CheckInActions(workplace, parent), wide
        self._sheet: PairSheet | None = None
        self.new = button("New check-in", icon="plus")
        self.menu = QMenu(self.new)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.new.setMenu(self.menu)
        self.new.setEnabled(False)
        self.names = {side: ElidedLabel("", "caption", "text2", snug=True) for side in Side}
        self.days = ElidedLabel("", "caption", "text2")
        self.questions: list[QuestionLine] = []
        self.flows, self.notice, self.words = FlowsCard(), NoticeBox(), WordsCard()
        self.recommend = {side: label("", "strong", side.value) for side in Side}
        self.fit = FitCard()
        self.lines: list[CheckInLine] = []
        self.lock = LockLine()
        self.empty = EmptyState("check_in", "No check-in yet")
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self.fit.end_asked.connect(partial(self._do, self._doing.end))
        self.fit.new_pair_asked.connect(partial(self._do, self._doing.new_pair))
        self.fit.ask_again_asked.connect(partial(self._do, self._doing.ask_again))

    def _lay_out(self) -> None:
        self._questions, self._lines = column(gap=0), column(gap=0)
        self.recommends = FigureRow("Would recommend")
        recommends = row(label("Would recommend, 0 to 10", "strong"), None, *self.recommend.values(), gap=14)
        recommends.setContentsMargins(0, 8, 2, 4)
        self.recommends.setLayout(recommends)
        self._all = label("All check-ins", "small_title")
        figures = column(self.recommends, self.flows, gap=6)
        told = column(self.fit, self.words, self.notice, gap=10)
        rows = column(self._all, gap=6)
        rows.addLayout(self._lines)
        self._body = LevelBody(gap=8)
        if self._wide:
            both = _beside(_below(self._questions, figures), _below(told, rows))
            self._body.column.addLayout(both)
        else:
            self._body.column.addLayout(_below(self._questions, told, figures, rows))
        self._body.column.addStretch(1)
        self._head = QWidget()
        self._head.setLayout(self._head_lines())
        below = QWidget()
        self._stack = QStackedLayout(below)
        self._stack.addWidget(self._body)
        self._stack.addWidget(self.empty)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for part, share in ((self._head, 0), (below, 1), (self.lock, 0)):
            inside.addWidget(part, share)
        self.set_narrow(False)

    def _head_lines(self) -> QVBoxLayout:
        marks = [part for side in Side for part in (SideMark(side), self.names[side], 6)]
        legend = row(*marks, self.days, gap=5)
        legend.setStretch(legend.count() - 1, 1)
        self._legend = QWidget()
        self._legend.setLayout(legend)
        lines = column(gap=4)
        lines.addLayout(row(label("Check-ins", "section"), None, self.new))
        lines.addWidget(self._legend)
        return lines

    def set_narrow(self, narrow: bool) -> None:
        """The small window has narrower margins."""
        margin = 16 if narrow else 24
        layout = self._head.layout()
        if layout is not None:
            layout.setContentsMargins(margin, 14, margin, 4)
        self._body.set_margins(margin, 0, 12)
        self.lock.set_margin(margin)

    def show_sheet(self, sheet: PairSheet) -> None:
        """Shows another pair; scroll and focus stay with the same one."""
        same = self._sheet is not None and self._sheet.row.id == sheet.row.id
        place = KeptPlace(self, self.lines)
        self._sheet = sheet
        asked = rounds(sheet.check_ins)
        self._show_legend(sheet, asked)
        self._show_questions(sheet, asked[-SHOWN_ROUNDS:])
        self._show_figures(sheet)
        self.fit.show_fit(sheet)
        self.words.show_words(sheet.check_ins, sheet.today)
        self.notice.show_notices(worth_noticing(sheet.check_ins, sheet.exchanges, sheet.left, sheet.right))
        self._show_lines(sheet)
        self._show_what_is_possible(sheet)
        if not same:
            self._body.verticalScrollBar().setValue(0)
        place.give_back(self.lines or [self.new], same=same)

    def _show_legend(self, sheet: PairSheet, asked: tuple[Round, ...]) -> None:
        for side, name in ((Side.LEFT, sheet.left), (Side.RIGHT, sheet.right)):
            self.names[side].setText(name)
        days = [dates.short(it.on, sheet.today) for it in asked]
        many = len(days) > _DATES
        said = f"{counted(len(days), 'check-in')}, {days[0]} to {days[-1]}" if many else ", ".join(days)
        shown = f"{said}; the charts show the last {SHOWN_ROUNDS}" if len(days) > SHOWN_ROUNDS else said
        self.days.setText(shown)
        self._legend.setVisible(bool(days))

    def _show_questions(self, sheet: PairSheet, shown: tuple[Round, ...]) -> None:
        own = dict.fromkeys(answer.question for it in sheet.check_ins for answer in it.own)
        asked = [*FIXED, *(PulseQuestion("", text, text) for text in own)]
        if [line.question for line in self.questions] != asked:
            _clear(self._questions)
            self.questions = [QuestionLine(question) for question in asked]
            for line in self.questions:
                self._questions.addWidget(line)
        days = [dates.short(it.on, sheet.today) for it in shown]
        names = {Side.LEFT: sheet.left, Side.RIGHT: sheet.right}
        for line in self.questions:
            answers = {side: [_answer(it, side, line.question) for it in shown] for side in Side}
            line.show_lines(AnswerLines(days, answers, names))

    def _show_figures(self, sheet: PairSheet) -> None:
        names = {Side.LEFT: sheet.left, Side.RIGHT: sheet.right}
        both = flows(sheet.check_ins)
        for way, flow in zip(self.flows.ways, both, strict=True):
            way.show_flow(flow, names)
            asked = ((flow.giver, "gave"), (flow.giver.other, "got"))
            way.show_behind(way.title.text(), _behind(sheet, asked, names))
        self.flows.setVisible(any(it.gave is not None or it.got is not None for it in both))
        said = {side: latest(sheet.check_ins, side, "recommend") for side in Side}
        for side, words in self.recommend.items():
            words.setText("–" if said[side] is None else str(said[side]))
            words.setToolTip(names[side])
            words.setAccessibleName(f"{names[side]} {said[side] if said[side] is not None else 'not answered'}")
        both_asked = tuple((side, "recommend") for side in Side)
        self.recommends.show_behind("Would recommend, 0 to 10", _behind(sheet, both_asked, names))
        self.recommends.setVisible(any(answer is not None for answer in said.values()))

    def _show_lines(self, sheet: PairSheet) -> None:
        _clear(self._lines)
        self.lines = [CheckInLine(it, sheet.today) for it in sheet.check_ins]
        for line in self.lines:
            number = line.check_in.id
            line.opened.connect(partial(self._edit, number))
            line.delete_requested.connect(partial(self._remove, number))
            line.menu_requested.connect(partial(self._show_menu, number))
            self._lines.addWidget(line)
            self._lines.addWidget(divider())

    def _show_what_is_possible(self, sheet: PairSheet) -> None:
        begun = sheet.row.begun
        self._stack.setCurrentWidget(self._body if sheet.check_ins else self.empty)
        if begun:
            say = "Ask both how it goes. Four questions, and room for a few words: it takes three minutes."
            self.empty.say("check_in", "No check-in yet", say, "Enter answers", partial(self._do, self._doing.answer))
        else:
            self.empty.say("check_in", "No check-in yet", "Both are asked once the pair is active.")
        self.new.setEnabled(begun)
        self.new.setToolTip("" if begun else "Activate the pair first")
        self._actions.lock(self.empty.action, self.fit.end)
        if not sheet.cohort_open:
            self._actions.lock(self.fit.new_pair)

    # Actions

    def _fill_menu(self) -> None:
        self.menu.clear()
        if self._sheet is None:
            return
        add, doing = self.menu.addAction, self._doing
        now = add(icons.icon("edit"), "Enter answers now…", partial(self._do, doing.answer))
        now.setEnabled(self._actions.allowed)
        for side, name in ((Side.LEFT, self._sheet.left), (Side.RIGHT, self._sheet.right)):
            act = partial(doing.mail, self._sheet, side)
            add(icons.icon("email"), f"Mail the questions to {name}…".replace("&", "&&"), act)
        add(icons.icon("printer"), "Print two short forms…", partial(self._do, doing.print_forms))

    def _do(self, act: object) -> None:
        if self._sheet is not None and callable(act):
            act(self._sheet)

    def _edit(self, check_in_id: int) -> None:
        if self._sheet is not None and self._actions.allowed:
            self._doing.edit(self._sheet, check_in_id)

    def _remove(self, check_in_id: int) -> None:
        if self._actions.allowed:
            self._doing.remove(check_in_id)

    def _show_menu(self, check_in_id: int, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(icons.icon("edit"), "Edit…", partial(self._edit, check_in_id))
        menu.addAction(icons.icon("remove"), "Remove", partial(self._remove, check_in_id))
        self._actions.lock_entries(menu)
        menu.popup(place)


def _answer(asked: Round, side: Side, question: PulseQuestion) -> int | None:
    if question.key:
        return asked.answer(side, question.key)
    it = asked.sides.get(side)
    return next((answer.answer for answer in it.own if answer.question == question.text), None) if it else None


def _behind(sheet: PairSheet, asked: tuple[tuple[Side, str], ...], names: Mapping[Side, str]) -> ChartTable:
    """The answers of the sides to these questions, a row a round; "recommend" needs no verb."""
    heads = (f"{names[side]} {'' if question == 'recommend' else question}".strip() for side, question in asked)
    lines = []
    for it in rounds(sheet.check_ins):
        answers = [getattr(it.sides.get(side), question, None) for side, question in asked]
        given = ("" if answer is None else str(answer) for answer in answers)
        lines.append((dates.short(it.on, sheet.today), *given))
    return ChartTable(("Check-in", *heads), tuple(lines))


def _clear(layout: QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()


def _beside(left: QVBoxLayout, right: QVBoxLayout) -> QHBoxLayout:
    both = QHBoxLayout()
    both.setSpacing(32)
    for each in (left, right):
        each.addStretch(1)
        both.addLayout(each, 1)
    return both


def _below(*parts: QVBoxLayout) -> QVBoxLayout:
    all_ = QVBoxLayout()
    all_.setSpacing(10)
    for part in parts:
        all_.addLayout(part)
    return all_
