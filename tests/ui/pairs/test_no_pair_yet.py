"""The Pairs page of a desk where people are enrolled and nobody has been matched."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mentordesk.domain.cohorts import Role
from tests import builders
from tests.ui.pairs.conftest import Frame


@pytest.fixture
def show(workplace, qtbot) -> Callable[[], Frame]:
    """The page on a desk that is empty but for what the test put there."""

    def shown() -> Frame:
        frame = Frame(workplace)
        qtbot.addWidget(frame)
        frame.show()
        qtbot.waitUntil(lambda: frame.page.loaded and not workplace.reader.pending)
        return frame

    return shown


@pytest.mark.parametrize(
    ("names", "sentence"),
    [(("Linh",), "1 person waits to be matched."), (("Linh", "Oskar"), "2 people wait to be matched.")],
)
def test_matching_is_offered_to_those_who_wait(desk, workplace, show, names, sentence) -> None:
    cohort = builders.add_cohort(desk)
    for name in names:
        builders.enroll(desk, cohort, builders.add_person(desk, name), Role.MENTEE)
    went = []
    workplace.went.connect(went.append)
    page = show().page
    assert page.list.empty.sentence.text() == sentence
    QTest.mouseClick(page.list.empty.action, Qt.MouseButton.LeftButton)
    assert (went[-1].page, went[-1].id) == ("matching", cohort)


def test_the_first_who_is_enrolled_is_told_at_once(desk, show, qtbot) -> None:
    page = show().page
    builders.enroll(desk, builders.add_cohort(desk), builders.add_person(desk, "Linh"), Role.MENTEE)
    qtbot.waitUntil(lambda: page.list.empty.action.text() == "Matching")


def test_an_empty_desk_offers_the_first_pair(show) -> None:
    frame = show()
    assert frame.page.list.empty.title.text() == "No pair yet"
    QTest.mouseClick(frame.page.list.empty.action, Qt.MouseButton.LeftButton)
    assert frame.dialog().windowTitle() == "New pair"
    frame.dialog().reject()
