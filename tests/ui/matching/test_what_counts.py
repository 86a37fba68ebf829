"""The left card of Matching: one change of the goal, the criteria, the rules or the shape is one signal."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.draft import DraftSettings, MatchSheet
from mentordesk.domain.matching.people import CircleSize, Shape
from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.matching.result import Proposal, ProposedPair
from mentordesk.domain.programs import Format
from mentordesk.ui.matching.what_counts import WIDTH, WhatCounts

RULES = match_rules({"criteria": {"wishes": 7, "gives_back": 4, "language": 1}})
USUAL = DraftSettings(RULES)
LEFT = Qt.MouseButton.LeftButton


def sheet(format_: Format = Format.TRADITIONAL, **values) -> MatchSheet:
    usual = replace(USUAL, shape=Shape.PEERS) if format_ is Format.PEER else USUAL
    values = {"program_settings": usual, "fields": ("Career stage",), **values}
    return MatchSheet((), 1, "Crossroads 2026–27", 1, "Crossroads", format_, **values)


class Told:
    """What the card has emitted."""

    def __init__(self, card: WhatCounts) -> None:
        self.settings: list[DraftSettings] = []
        self.words: list[str] = []
        card.changed.connect(self.take)

    def take(self, settings: DraftSettings, words: str) -> None:
        self.settings.append(settings)
        self.words.append(words)


@pytest.fixture
def card(qtbot) -> WhatCounts:
    made = WhatCounts()
    qtbot.addWidget(made)
    made.show_settings(USUAL, sheet())
    made.resize(260, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def told(card) -> Told:
    return Told(card)


def test_a_goal_is_one_change(qtbot, card, told) -> None:
    qtbot.mouseClick(card.goal.lines[Goal.FAIRNESS].radio, LEFT)
    assert told.words == ["Change the goal to Fairness"]
    assert told.settings[-1].rules.goal is Goal.FAIRNESS


def test_changes_before_the_next_reading_build_on_each_other(qtbot, card, told) -> None:
    qtbot.mouseClick(card.goal.lines[Goal.SCORE].radio, LEFT)
    qtbot.mouseClick(card.editor.rules_list.lines["shared_language"].box, LEFT)
    card.editor.criteria.leave_out("language")
    card.shape.shape.pick(1)
    last = told.settings[-1]
    assert last.rules.goal is Goal.SCORE
    assert last.rules.is_on("shared_language")
    assert not last.rules.criterion("language").counts
    assert last.shape is Shape.CIRCLES
    assert told.words[-1] == "Match in circles"


def test_goals_are_asked_for_and_shown_side_by_side(qtbot, card) -> None:
    with qtbot.waitSignal(card.goals_asked):
        qtbot.mouseClick(card.goal.compare, LEFT)
    card.show_goals({goal: Proposal(goal, (ProposedPair(1, 2, 6100),), (), ()) for goal in Goal})
    assert {line.words.text() for line in card.goal.lines.values()} == {"1 pair, total 61, lowest 61"}
    card.show_goals(None)
    assert card.goal.compare.isVisible()


def test_circles_have_a_size(qtbot, card, told) -> None:
    assert not card.shape.circles.isVisible()
    card.shape.shape.pick(1)
    assert card.shape.circles.isVisible()
    card.shape.smallest.setFocus()
    card.shape.smallest.selectAll()
    qtbot.keyClicks(card.shape.smallest, "9")
    qtbot.keyClick(card.shape.smallest, Qt.Key.Key_Return)
    assert told.settings[-1].circles == CircleSize(9, 9)
    assert told.words[-1] == "Make circles of 9 to 9"
    qtbot.mouseClick(card.shape.team_apart, LEFT)
    assert not told.settings[-1].circles.team_apart


def test_peers_have_rounds_and_an_odd_one_out(qtbot, card, told) -> None:
    peers = sheet(Format.PEER)
    card.show_settings(peers.program_settings, peers)
    assert card.shape.peers.isVisible()
    assert not card.shape.shape.isVisible()
    card.shape.trio.pick(1)
    assert told.words == ["Let an odd one join a pair"]
    card.shape.rounds.stepUp()
    card.shape.rounds.stepUp()
    qtbot.waitUntil(lambda: len(told.words) == 2)
    assert (told.settings[-1].trio, told.settings[-1].rounds) == (True, 3)


def test_a_score_table_alone_leaves_no_criteria_and_only_the_hard_rules(qtbot, card, told) -> None:
    assert not card.scores.isVisible()
    there = sheet(table_name="committee.csv")
    card.show_settings(replace(USUAL, table_alone=True), there)
    assert card.scores.name.text() == "committee.csv"
    assert not card.editor.criteria.isVisible()
    assert not card.editor.rules_list.lines["lowest_fit"].isVisible()
    card.scores.alone.pick(1)
    assert told.words == ["Let the score table count among others"]
    assert told.settings[-1].rules.criterion("score_table").weight > 0
    card.show_settings(told.settings[-1], there)
    assert card.editor.criteria.isVisible()
    with qtbot.waitSignal(card.scores_removed):
        qtbot.mouseClick(card.scores.remove, LEFT)


def test_a_table_that_is_gone_is_not_alone(card) -> None:
    card.show_settings(replace(USUAL, table_alone=True), sheet())
    assert card.editor.criteria.isVisible()


def test_a_table_is_asked_for_in_the_menu(qtbot, card) -> None:
    menu = card.editor.criteria.menu
    menu.fill()
    with qtbot.waitSignal(card.scores_asked):
        next(action for action in menu.actions() if "Scores" in action.text()).trigger()


def test_what_differs_from_the_program_can_be_reset_or_made_the_programs(qtbot, card) -> None:
    assert not card.editor.criteria.reset.isEnabled()
    assert not card.save.isVisible()
    other = replace(USUAL, rules=replace(RULES, goal=Goal.SCORE))
    card.show_settings(other, sheet())
    with qtbot.waitSignal(card.reset_asked):
        qtbot.mouseClick(card.editor.criteria.reset, LEFT)
    with qtbot.waitSignal(card.save_asked):
        qtbot.mouseClick(card.save, LEFT)
    card.show_settings(replace(USUAL, shape=Shape.CIRCLES), sheet())
    assert card.editor.criteria.reset.isEnabled()
    assert not card.save.isVisible()  # a program keeps no shape


def test_another_draft_shows_only_what_counts_in_it(card) -> None:
    card.show_settings(replace(USUAL, rules=match_rules({"criteria": {"wishes": 7, "language": 1}})), sheet())
    assert "gives_back" in card.editor.criteria.lines
    card.show_settings(replace(USUAL, rules=match_rules({"criteria": {"wishes": 7}})), replace(sheet(), cohort_id=2))
    assert list(card.editor.criteria.lines) == ["wishes"]


def test_it_is_as_narrow_as_the_card_and_scrolls_inside(qtbot, card) -> None:
    card.resize(card.minimumSizeHint().width(), 400)
    line = card.editor.criteria.lines["wishes"]
    qtbot.waitUntil(lambda: line.mapTo(card, line.rect().topRight()).x() < card.width())
    assert card.minimumSizeHint().width() <= card.sizeHint().width()
    assert card.sizeHint().width() >= WIDTH
    assert card.findChild(type(card.editor)).minimumSizeHint().width() <= card.width() - 28


def test_read_only_changes_nothing(qtbot, card, told) -> None:
    card.show_settings(replace(USUAL, rules=replace(RULES, goal=Goal.SCORE)), sheet())
    card.set_read_only(True)
    qtbot.mouseClick(card.goal.lines[Goal.FAIRNESS].radio, LEFT)
    qtbot.mouseClick(card.editor.rules_list.lines["shared_language"].box, LEFT)
    assert card.shape.shape.choice() is not Shape.CIRCLES
    assert not card.save.isVisible()
    assert told.words == []
