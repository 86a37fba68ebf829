"""The rules that forbid pairs, and the goal, as a coordinator switches them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mentordesk.domain.matching.criteria import Goal, Rule
from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.matching.result import Proposal, ProposedPair
from mentordesk.ui.widgets.match_rules.goal_choice import GoalChoice
from mentordesk.ui.widgets.match_rules.rule_line import rule_words
from mentordesk.ui.widgets.match_rules.rules_list import RulesList

RULES = match_rules({"criteria": {"wishes": 7}, "rules": {"levels_apart": {"on": True, "at_least": 2}}})


class Told(list):
    def take(self, rules: tuple[Rule, ...], words: str) -> None:
        self.append(({rule.key: rule for rule in rules}, words))


@pytest.fixture
def rules(qtbot) -> RulesList:
    host = QWidget()
    qtbot.addWidget(host)
    inside = QVBoxLayout(host)
    made = RulesList()
    host.elsewhere = QLineEdit()
    inside.addWidget(made)
    inside.addWidget(host.elsewhere)
    made.show_rules(RULES.rules, peers=False)
    host.resize(226, 800)
    host.show()
    qtbot.waitExposed(host)
    made.host = host  # nobody else keeps it
    return made


@pytest.fixture
def told(rules) -> Told:
    made = Told()
    rules.changed.connect(made.take)
    return made


def test_what_protects_people_is_locked_and_says_why(rules) -> None:
    line = rules.lines["own_line"]
    assert line.box.isChecked()
    assert not line.box.isEnabled()
    assert line.lock.isVisible()
    assert "Always on" in line.box.toolTip()
    assert not rules.lines["together_before"].lock.isVisible()


def test_a_click_on_the_words_is_one_on_the_box(qtbot, rules, told) -> None:
    line = rules.lines["shared_language"]
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.words.geometry().center())
    assert line.box.isChecked()
    found, words = told[-1]
    assert found["shared_language"].on
    assert words == "Switch on “One shared language”"
    locked = rules.lines["places"]
    qtbot.mouseClick(locked, Qt.MouseButton.LeftButton, pos=locked.words.geometry().center())
    assert len(told) == 1


def test_a_number_is_changed_in_place(qtbot, rules, told) -> None:
    line = rules.lines["lowest_fit"]
    qtbot.mouseClick(line.edit, Qt.MouseButton.LeftButton)
    assert line.numbers.isVisible()
    qtbot.keyClicks(line.numbers.points, "65")
    qtbot.keyClick(line.numbers.points, Qt.Key.Key_Return)
    assert not line.numbers.isVisible()
    found, words = told[-1]
    assert (found["lowest_fit"].points, found["lowest_fit"].on) == (65, False)
    assert words == "Change the rule “Never below a fit of 50”"
    rules.show_rules(tuple(found.values()), peers=False)
    assert line.words.text() == "Never below a fit of 65"


def test_leaving_the_numbers_keeps_them_and_escape_takes_them_back(qtbot, rules, told) -> None:
    line = rules.lines["hours_apart"]
    line.open_numbers()
    qtbot.keyClicks(line.numbers.hours, "5")
    rules.window().elsewhere.setFocus()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert told[-1][0]["hours_apart"].at_most == 5
    assert rules.window().elsewhere.hasFocus()
    line.open_numbers()
    qtbot.keyClicks(line.numbers.hours, "9")
    qtbot.keyClick(line.numbers.hours, Qt.Key.Key_Escape)
    assert not line.numbers.isVisible()
    assert len(told) == 1


def test_the_pencil_closes_the_numbers_too(qtbot, rules, told) -> None:
    line = rules.lines["levels_apart"]
    qtbot.keyClick(line.box, Qt.Key.Key_F2)
    line.numbers.at_most.show_level(4)
    qtbot.mouseClick(line.edit, Qt.MouseButton.LeftButton)
    assert not line.numbers.isVisible()
    found = told[-1][0]["levels_apart"]
    assert (found.at_least, found.at_most) == (2, 4)


def test_levels_that_cannot_be_are_put_right(qtbot, rules, told) -> None:
    line = rules.lines["levels_apart"]
    line.open_numbers()
    line.numbers.at_most.show_level(1)
    line.numbers.take()
    assert (told[-1][0]["levels_apart"].at_least, told[-1][0]["levels_apart"].at_most) == (1, 2)
    line.open_numbers()
    line.numbers.at_least.show_level(None)
    line.numbers.at_most.show_level(None)
    line.numbers.take()
    assert len(told) == 1


def test_peers_have_no_ring_of_two_and_a_table_alone_only_the_hard_rules(rules) -> None:
    rules.show_rules(RULES.rules, peers=True)
    assert not rules.lines["ring_of_two"].isVisible()
    rules.show_rules(RULES.rules, peers=False, hard_only=True)
    seen = {key for key, line in rules.lines.items() if line.isVisible()}
    assert seen == {"own_line", "places", "vetoes", "ring_of_two", "together_before"}


@pytest.mark.parametrize(
    ("least", "most", "peers", "words"),
    [
        (2, None, False, "At least 2 levels above"),
        (1, None, True, "At least 1 level apart"),
        (None, 1, True, "At most 1 level apart"),
        (None, 3, False, "At most 3 levels above"),
        (None, -2, False, "At least 2 levels below"),
        (-3, -1, False, "1 to 3 levels below"),
        (0, 2, True, "0 to 2 levels apart"),
    ],
)
def test_levels_in_words(least, most, peers, words) -> None:
    assert rule_words(Rule("levels_apart", at_least=least, at_most=most), peers) == words


@pytest.fixture
def goals(qtbot) -> GoalChoice:
    made = GoalChoice()
    qtbot.addWidget(made)
    made.resize(200, 200)
    made.show_goal(Goal.PARTICIPATION)
    made.show()
    return made


def test_a_goal_is_chosen_by_its_words_and_by_arrows(qtbot, goals) -> None:
    found: list[Goal] = []
    goals.chosen.connect(found.append)
    line = goals.lines[Goal.FAIRNESS]
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(60, line.height() - 8))
    assert found == [Goal.FAIRNESS]
    assert line.radio.isChecked()
    qtbot.keyClick(line.radio, Qt.Key.Key_Up)
    assert found == [Goal.FAIRNESS, Goal.SCORE]
    qtbot.mouseClick(goals.lines[Goal.SCORE].radio, Qt.MouseButton.LeftButton)
    assert len(found) == 2


def test_goals_are_compared_when_asked(qtbot, goals) -> None:
    with qtbot.waitSignal(goals.goals_asked):
        qtbot.mouseClick(goals.compare, Qt.MouseButton.LeftButton)
    assert not goals.compare.isEnabled()
    proposal = Proposal(Goal.SCORE, (ProposedPair(1, 3, 7850), ProposedPair(2, 4, 6149)), (), ())
    goals.show_proposals({Goal.SCORE: proposal, Goal.FAIRNESS: replace(proposal, pairs=())})
    assert goals.lines[Goal.SCORE].words.text() == "2 pairs, total 140, lowest 61"
    assert goals.lines[Goal.FAIRNESS].words.text() == "No pair"
    assert not goals.compare.isVisible()
    goals.show_proposals(None)
    assert goals.compare.isVisible()
    assert goals.compare.isEnabled()
    assert goals.lines[Goal.SCORE].words.text() == "The best fit in sum"
