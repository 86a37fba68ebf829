"""What counts, as a coordinator edits it: sliders, musts, options, what is added and left out."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from mentordesk.domain.matching.criteria import Criterion, MatchRules, Want
from mentordesk.domain.matching.reading import as_mapping, match_rules
from mentordesk.ui.widgets.match_rules.criterion_dialog import CriterionDialog
from mentordesk.ui.widgets.match_rules.criterion_words import asked, whole_points
from mentordesk.ui.widgets.match_rules.editor import MatchRulesEditor

FIELDS = ("Career stage", "Working pattern")
RULES = match_rules({"criteria": {"wishes": 7, "gives_back": 4, "level_distance": 2, "department": 2, "language": 1}})


class Told:
    """What an editor has emitted; each change is shown to it again, as its page does."""

    def __init__(self, editor: MatchRulesEditor) -> None:
        self.rules: list[MatchRules] = []
        self.words: list[str] = []
        editor.changed.connect(self.take)

    def take(self, rules: MatchRules, words: str) -> None:
        assert match_rules(as_mapping(rules))
        self.rules.append(rules)
        self.words.append(words)

    def weight(self, key: str) -> int:
        return self.rules[-1].criterion(key).weight


@pytest.fixture
def editor(qtbot) -> MatchRulesEditor:
    return shown(qtbot, 226)


def shown(qtbot, width: int, **options) -> MatchRulesEditor:
    made = MatchRulesEditor(**options)
    qtbot.addWidget(made)
    made.show_rules(RULES, FIELDS)
    made.resize(width, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def told(editor) -> Told:
    return Told(editor)


def points(editor: MatchRulesEditor) -> dict[str, str]:
    return {line.name.name(): line.points.text() for line in editor.criteria.lines.values()}


def drag(qtbot, slider, weight: int, let_go: bool = True) -> None:
    at = QPoint(round(7.5 + weight / 10 * (slider.width() - 15)), slider.height() // 2)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(8, at.y()))
    qtbot.mouseMove(slider, at)
    slider.setValue(weight)
    if let_go:
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at)


def test_the_points_shown_make_a_hundred(editor) -> None:
    assert list(points(editor)) == ["Wishes met", "Gives back", "Level distance", "Other department", "Language"]
    assert sum(map(int, points(editor).values())) == 100


@pytest.mark.parametrize("weights", [(1, 1, 1), (10, 9, 8, 7, 6, 5), (1,), (3, 3, 3, 3, 3, 3, 3)])
def test_whole_points_make_a_hundred_whatever_the_weights(weights) -> None:
    criteria = [Criterion(f"custom:{at}", weight) for at, weight in enumerate(weights)]
    assert sum(whole_points(criteria).values()) == 100


def test_nothing_that_counts_is_worth_nothing() -> None:
    assert whole_points([Criterion("wishes")]) == {"wishes": 0}


def test_a_slider_tells_once_when_it_is_let_go_and_shows_points_on_the_way(qtbot, editor, told) -> None:
    slider = editor.criteria.lines["language"].slider
    before = points(editor)
    drag(qtbot, slider, 9, let_go=False)
    assert points(editor)["Language"] != before["Language"]
    assert sum(map(int, points(editor).values())) == 100
    assert told.words == []
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton)
    assert told.words == ["Change the weight of Language"]
    assert told.weight("language") == 9


def test_several_keys_are_one_change(qtbot, editor, told) -> None:
    slider = editor.criteria.lines["language"].slider
    slider.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(slider, key)
    qtbot.waitUntil(lambda: bool(told.words))
    assert told.words == ["Change the weight of Language"]
    assert told.weight("language") == 4
    qtbot.keyClick(slider, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: len(told.words) == 2)
    assert told.weight("language") == 10


def test_keys_that_lead_back_change_nothing(qtbot, editor, told) -> None:
    slider = editor.criteria.lines["language"].slider
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    slider.settle()
    assert told.words == []


def test_a_weight_typed_a_moment_ago_survives_a_reading(qtbot, editor, told) -> None:
    slider = editor.criteria.lines["language"].slider
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    editor.show_rules(RULES, FIELDS)
    assert slider.value() == 2
    editor.settle()
    assert told.weight("language") == 2


def test_leaving_the_page_keeps_what_was_typed(qtbot, editor, told) -> None:
    qtbot.keyClick(editor.criteria.lines["language"].slider, Qt.Key.Key_Right)
    editor.window().hide()
    assert told.weight("language") == 2


def test_a_weight_of_zero_stays_until_the_page_is_left(qtbot, editor, told) -> None:
    qtbot.keyClick(editor.criteria.lines["language"].slider, Qt.Key.Key_Home)
    editor.settle()
    assert told.weight("language") == 0
    assert points(editor)["Language"] == "0"
    assert "Language" not in offered(editor)
    editor.window().hide()
    editor.window().show()
    assert "Language" not in points(editor)
    assert "Language" in offered(editor)


def offered(editor: MatchRulesEditor) -> list[str]:
    editor.criteria.menu.fill()
    return [action.text() for action in editor.criteria.menu.actions() if not action.isSeparator()]


def choose(editor: MatchRulesEditor, words: str) -> None:
    editor.criteria.menu.fill()
    next(action for action in editor.criteria.menu.actions() if action.text() == words).trigger()


def test_what_does_not_count_yet_can_be_added_own_fields_too(editor, told) -> None:
    assert {"Life experience", "Time zone", "People asked for", "Career stage", "Working pattern"} <= set(
        offered(editor)
    )
    choose(editor, "Working pattern")
    assert told.words == ["Count Working pattern"]
    assert told.rules[-1].criterion("custom:Working pattern").want is Want.SHARED
    assert "Working pattern" in points(editor)
    assert "Working pattern" not in offered(editor)


def test_lines_stand_in_the_order_of_the_criteria(editor, told) -> None:
    choose(editor, "Life experience")
    tops = {key: line.y() for key, line in editor.criteria.lines.items()}
    layout = editor.criteria._lines
    order = [layout.itemAt(at).widget().key for at in range(layout.count())]
    assert order.index("gives_back") < order.index("life_experience") < order.index("level_distance")
    assert set(order) == set(tops)


def test_a_score_table_is_asked_for_before_it_can_count(qtbot, editor, told) -> None:
    with qtbot.waitSignal(editor.scores_asked):
        choose(editor, "Scores from a table…")
    assert told.words == []
    editor.show_rules(RULES, FIELDS, "scores.csv")
    choose(editor, "Score table")
    assert told.weight("score_table") == 2


def test_a_program_has_no_score_table(qtbot) -> None:
    editor = shown(qtbot, 400, scores=False)
    assert not any("core" in words for words in offered(editor))


def test_a_field_that_is_gone_is_told(editor) -> None:
    criteria = (*RULES.criteria, Criterion("custom:Values", 2, want=Want.SHARED))
    editor.show_rules(replace(RULES, criteria=criteria), FIELDS)
    line = editor.criteria.lines["custom:Values"]
    assert line.hint.isVisible()
    assert "no field of this name" in line.hint.text()
    editor.show_rules(replace(RULES, criteria=criteria), ("values",))
    assert not line.hint.isVisible()


def test_a_must_says_so_in_place_of_the_slider(editor, told) -> None:
    line = editor.criteria.lines["language"]
    line.menu().actions()[1].trigger()
    assert told.words == ["Make Language a must"]
    assert line.must.isVisible()
    assert not line.slider.isVisible()
    line.menu().actions()[1].trigger()
    assert told.words[-1] == "Let Language count by its weight"
    assert line.slider.isVisible()


def test_a_must_without_a_weight_gets_one_when_it_is_none_any_more(editor, told) -> None:
    criteria = tuple(replace(each, weight=0, must=True) if each.key == "language" else each for each in RULES.criteria)
    editor.show_rules(replace(RULES, criteria=criteria), FIELDS)
    assert points(editor)["Language"] == ""
    editor.criteria.lines["language"].menu().actions()[1].trigger()
    assert told.weight("language") > 0


def test_del_leaves_a_criterion_out_and_goes_on_to_the_next(qtbot, editor, told) -> None:
    line = editor.criteria.lines["gives_back"]
    line.slider.setFocus()
    qtbot.keyClick(line.slider, Qt.Key.Key_Delete)
    assert told.words == ["Leave out Gives back"]
    assert "Gives back" not in points(editor)
    assert editor.criteria.lines["level_distance"].slider.hasFocus()


def test_while_nothing_counts_it_says_so_and_tells_nothing(qtbot, editor, told) -> None:
    editor.show_rules(match_rules({"criteria": {"wishes": 3}}), FIELDS)
    editor.start_over()
    slider = editor.criteria.lines["wishes"].slider
    drag(qtbot, slider, 0)
    assert told.words == []
    assert editor.criteria.problem.isVisible()
    assert "Nothing counts" in editor.criteria.problem.text()
    choose(editor, "Gives back")
    assert not editor.criteria.problem.isVisible()
    assert told.weight("gives_back") == 2
    assert told.weight("wishes") == 0


def test_everything_is_said_to_a_screen_reader(editor) -> None:
    slider = editor.criteria.lines["wishes"].slider
    assert slider.accessibleName() == "Wishes met, weight 7 of 10, 44 of 100 points"


def dialog(editor: MatchRulesEditor) -> CriterionDialog:
    return editor.findChildren(CriterionDialog)[-1]


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_keys_open_the_options(qtbot, editor, told, key) -> None:
    qtbot.keyClick(editor.criteria.lines["department"].slider, key)
    made = dialog(editor)
    assert made.title.text() == "Other department"
    made.want.pick(1)
    made.weight.setValue(6)
    qtbot.mouseClick(made.primary, Qt.MouseButton.LeftButton)
    found = told.rules[-1].criterion("department")
    assert (found.want, found.weight) == (Want.SAME, 6)
    assert "Same department" in points(editor)


def test_options_of_levels_are_checked(qtbot, editor, told) -> None:
    qtbot.mouseClick(editor.criteria.lines["level_distance"].name, Qt.MouseButton.LeftButton)
    made = dialog(editor)
    made.ideal.show_level(None)
    qtbot.mouseClick(made.primary, Qt.MouseButton.LeftButton)
    assert "Say which distance is ideal" in made.form.box("ideal").problem()
    made.at_least.show_level(3)
    made.at_most.show_level(1)
    qtbot.mouseClick(made.primary, Qt.MouseButton.LeftButton)
    assert "No pair can be both" in made.form.box("at_most").problem()
    made.at_most.show_level(4)
    qtbot.mouseClick(made.primary, Qt.MouseButton.LeftButton)
    found = told.rules[-1].criterion("level_distance")
    assert (found.ideal, found.at_least, found.at_most) == (None, 3, 4)


def test_a_field_may_be_near(qtbot, editor, told) -> None:
    choose(editor, "Career stage")
    editor.criteria.open_options("custom:Career stage")
    made = dialog(editor)
    made.want.choose(Want.NEAR)
    made.want.chosen.emit(Want.NEAR)
    assert made.apart.isVisible()
    made.apart.setValue(2.5)
    qtbot.mouseClick(made.primary, Qt.MouseButton.LeftButton)
    assert told.rules[-1].criterion("custom:Career stage").at_most == 2.5
    assert editor.criteria.lines["custom:Career stage"].asks.text() == "At most 2.5 apart"


def test_hours_stay_as_they_are_written(qtbot, editor, told) -> None:
    choose(editor, "Time zone")
    editor.criteria.open_options("time_zone")
    made = dialog(editor)
    assert made.hours.text() == "3 hours"
    made.must.setChecked(True)
    qtbot.mouseClick(made.primary, Qt.MouseButton.LeftButton)
    found = told.rules[-1].criterion("time_zone")
    assert found.must
    assert repr(found.hours) == "3"


def test_options_can_leave_the_criterion_out(qtbot, editor, told) -> None:
    editor.criteria.open_options("language")
    dialog(editor)._leave_out()
    assert told.words == ["Leave out Language"]


def test_with_room_each_line_says_what_it_asks_for(qtbot) -> None:
    wide, narrow = shown(qtbot, 1400), shown(qtbot, 226)
    assert wide.criteria.lines["wishes"].asks.isVisible()
    assert wide.criteria.lines["wishes"].more.isVisible()
    qtbot.waitUntil(lambda: wide.rules_list.mapTo(wide, QPoint()).x() > wide.criteria.width() > 0)
    assert not narrow.criteria.lines["wishes"].asks.isVisible()
    qtbot.waitUntil(lambda: narrow.rules_list.mapTo(narrow, QPoint()).y() > narrow.criteria.height() > 0)


def test_read_only_shows_everything_and_changes_nothing(qtbot, editor, told) -> None:
    editor.set_read_only(True)
    line = editor.criteria.lines["wishes"]
    assert not line.slider.isEnabled()
    assert not editor.criteria.add.isVisible()
    assert not editor.criteria.reset.isVisible()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert editor.criteria.open_options("wishes") is None
    assert not any(each.box.isEnabled() for each in editor.rules_list.lines.values())
    assert told.words == []


@pytest.mark.parametrize(
    ("criterion", "peers", "words"),
    [
        (Criterion("level_distance", ideal=-3), False, "3 levels below is ideal"),
        (Criterion("level_distance", ideal=0), True, "The same level is ideal"),
        (Criterion("level_distance", at_least=1, at_most=3), False, "1 to 3 levels above"),
        (Criterion("level_distance", at_most=1), True, "At most 1 level apart"),
        (Criterion("place_and_time", hours=1.5), False, "One place, or within 1.5 hours"),
        (Criterion("wishes"), True, "What one asks for"),
        (Criterion("life_experience", want=Want.OTHER), True, "What only one of the two has lived"),
        (Criterion("custom:Team", want=Want.SAME), False, "The same"),
    ],
)
def test_what_a_criterion_asks_for_in_words(criterion, peers, words) -> None:
    assert asked(criterion, peers) == words
