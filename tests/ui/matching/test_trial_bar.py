"""What an edit would change, before it is done: figures, broken rules, Enter and Esc, and where the focus goes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.questions import Trial
from mentordesk.domain.matching.result import Effect, Proposal, ProposedPair, effect
from mentordesk.ui.matching import effect_words
from mentordesk.ui.matching.trial_bar import TrialBar


def proposal(*fits: int, unmatched: tuple[int, ...] = (), per_point: int = 100) -> Proposal:
    pairs = tuple(ProposedPair(at, at + 50, fit) for at, fit in enumerate(fits, 1))
    return Proposal(Goal.PARTICIPATION, pairs, unmatched, (), per_point=per_point)


BEFORE = proposal(8700, 6100, unmatched=(9,))


def trial(after: Proposal, *broken: str, before: Proposal = BEFORE, moved: tuple[int, ...] | None = None) -> Trial:
    found = effect(before, after)
    return Trial(after, found if moved is None else Effect(found.total, found.lowest, found.unmatched, moved), broken)


class Window(QWidget):
    """A page with a field and the bar above it."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.bar = QLineEdit(), TrialBar()
        inside = QVBoxLayout(self)
        inside.addWidget(self.bar)
        inside.addWidget(self.field)
        inside.addStretch(1)


@pytest.fixture
def window(qtbot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.resize(700, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.field.setFocus()
    return made


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (proposal(7900, 5800, unmatched=(9,)), "total 148 → 137 (−11), lowest 61 → 58, nobody loses a mentor"),
        (proposal(8700, 6100, unmatched=(9,)), "the same total, nobody loses a mentor"),
        (proposal(8700, 6150, unmatched=(9,)), "total 148 → 148.5 (+0.5), lowest 61 → 61.5, nobody loses a mentor"),
        (proposal(8700, 6100, unmatched=(8,)), "the same total, 1 who had a mentor without one"),
        (
            proposal(8700, 6100, 5000),
            "total 148 → 198 (+50), average 74 → 66, lowest 61 → 50, without a mentor 1 → 0",
        ),
    ],
)
def test_figures_are_given_before_and_after(window, after, words) -> None:
    window.bar.show_trial("Swap Freja & Bram", trial(after), BEFORE)
    assert window.bar.words.text() == f"<b>Swap Freja &amp; Bram:</b> {words}"
    assert window.bar.do.accessibleDescription() == words
    assert not window.bar.broken.isVisible()


def test_more_who_change_than_was_asked_for_are_counted(window) -> None:
    after = proposal(7900, 5800, unmatched=(9,))
    window.bar.show_trial("Swap Freja and Bram", trial(after, moved=(1, 2, 3)), BEFORE)
    assert window.bar.accessibleDescription().endswith("3 mentees change")


def test_a_fine_score_table_is_counted_in_its_own_points(window) -> None:
    before = proposal(870000, 610000, per_point=10000)
    after = proposal(869000, 610000, per_point=10000)
    window.bar.show_trial("Pin", trial(after, before=before), before)
    assert "total 148 → 147.9 (−0.1)" in window.bar.words.text()


def test_rules_newly_broken_are_named(window) -> None:
    window.bar.show_trial("Pin Hanneke & Julian", trial(BEFORE, "Julian is Hanneke’s manager"), BEFORE)
    (line,) = window.bar.broken.rows()
    assert line.isVisible()
    assert line.words.text() == "Julian is Hanneke’s manager"
    assert window.bar.property("card") == "risk"
    assert "Rule broken: Julian is Hanneke’s manager" in window.bar.do.accessibleDescription()
    window.bar.show_trial("Swap Freja and Bram", trial(BEFORE), BEFORE)
    assert window.bar.property("card") == "accent"
    assert not window.bar.broken.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_does_it_and_the_focus_goes_back(qtbot, window, key) -> None:
    window.bar.show_trial("Swap", trial(BEFORE), BEFORE)
    qtbot.waitUntil(window.bar.do.hasFocus)
    with qtbot.waitSignal(window.bar.accepted), qtbot.assertNotEmitted(window.bar.cancelled):
        QTest.keyClick(window.bar.do, key)
    assert not window.bar.isVisible()
    assert window.field.hasFocus()


def test_escape_leaves_everything_as_it_was(qtbot, window) -> None:
    window.bar.show_trial("Swap", trial(BEFORE), BEFORE)
    with qtbot.waitSignal(window.bar.cancelled), qtbot.assertNotEmitted(window.bar.accepted):
        QTest.keyClick(window.bar.do, Qt.Key.Key_Escape)
    assert not window.bar.isVisible()
    assert window.field.hasFocus()


def test_enter_on_cancel_cancels(qtbot, window) -> None:
    window.bar.show_trial("Swap", trial(BEFORE), BEFORE)
    window.bar.cancel.setFocus()
    with qtbot.waitSignal(window.bar.cancelled), qtbot.assertNotEmitted(window.bar.accepted):
        QTest.keyClick(window.bar.cancel, Qt.Key.Key_Return)


def test_the_next_trial_takes_the_place_of_the_first(qtbot, window) -> None:
    window.bar.show_trial("Swap", trial(BEFORE), BEFORE)
    window.bar.show_trial("Pin", trial(proposal(8600, 6100, unmatched=(9,))), BEFORE)
    assert window.bar.accessibleName() == "Pin"
    window.bar.dismiss()
    assert window.field.hasFocus()


def test_who_went_elsewhere_is_not_called_back(window) -> None:
    other = QLineEdit(window)
    other.show()
    window.bar.show_trial("Swap", trial(BEFORE), BEFORE)
    other.setFocus()
    window.bar.dismiss()
    assert other.hasFocus()


def test_peers_and_circles_are_called_by_their_words() -> None:
    after = proposal(7900, unmatched=(2, 9))
    peers = effect_words.trial(trial(after), BEFORE, effect_words.Words("partner", peers=True))
    assert "without a partner 1 → 2" in peers
