"""The words of a criterion where room is short: in its line in the smallest window, and in its dialog."""

from PySide6.QtWidgets import QLabel

from mentordesk.domain.matching.criteria import Criterion
from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.match_rules.criterion_dialog import _LEVELS, CriterionDialog
from mentordesk.ui.widgets.match_rules.criterion_line import CriterionLine

IDEAL = Criterion("level_distance", weight=2, ideal=3)


def test_what_a_level_distance_asks_for_is_whole_in_the_smallest_window(qtbot) -> None:
    line = CriterionLine(IDEAL)
    qtbot.addWidget(line)
    line.set_wide(True)
    line.show_criterion(IDEAL, 10, peers=False)
    line.resize(490, 34)
    with qtbot.waitExposed(line):
        line.show()
    assert painting.text_width(line.asks.text(), "caption") <= line.asks.width()


def test_the_intro_of_a_criterion_stands_clear_of_its_fields(qtbot) -> None:
    dialog = CriterionDialog(IDEAL, False, lambda _made: 10)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    line = label("Ideal", "body").sizeHint().height()
    assert dialog.form.geometry().top() >= line + 16
    assert painting.text_width(_LEVELS, "caption") <= dialog.form.width()


def test_the_weight_of_a_criterion_says_the_points_that_the_list_shows(qtbot) -> None:
    dialog = CriterionDialog(IDEAL, False, lambda made: 5 * made.weight)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert "Beside the other weights: 10 of 100 points" in seen(dialog)
    dialog.weight.setValue(4)
    assert "Beside the other weights: 20 of 100 points" in seen(dialog)


def seen(dialog: CriterionDialog) -> list[str]:
    return [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]


def test_what_place_and_time_ask_for_is_whole_in_the_smallest_window(qtbot) -> None:
    near = Criterion("place_and_time", weight=1, hours=3)
    line = CriterionLine(near)
    qtbot.addWidget(line)
    line.set_wide(True)
    line.show_criterion(near, 5, peers=True)
    line.resize(theme.current().wide(490), 34)
    with qtbot.waitExposed(line):
        line.show()
    assert painting.text_width(line.asks.text(), "caption") <= line.asks.width()
