"""The Milestones page on a desk with two pairs: milestones done, skipped, due soon, overdue and later."""

from datetime import date

import pytest

from mentordesk.services.pairs import milestones
from mentordesk.ui.milestones.page import MilestonesPage
from tests.crossroads import TODAY, Crossroads

KICK_OFF, GOALS, STORY = "Kick-off", "Goals set", "Story, close"


@pytest.fixture
def crossroads(desk, clock) -> Crossroads:
    """Amara & Jonas: kick-off done, goals overdue, story later. Ruth & Mateo: kick-off skipped, goals due in 6 days."""
    made = Crossroads(desk, clock).found()
    for left, right in (("Amara", "Jonas"), ("Ruth", "Mateo")):
        made.pair(left, right)
    by_name = {(row.left.split()[0], row.title): row.id for row in desk.read(milestones.rows)}
    desk.do(milestones.mark_done, [by_name["Amara", KICK_OFF]], date(2025, 10, 15))
    desk.do(milestones.skip, [by_name["Ruth", KICK_OFF]], "They know each other")
    desk.do(milestones.move, [by_name["Ruth", GOALS]], date(2026, 6, 10))
    assert made.clock.day == TODAY
    return made


@pytest.fixture
def page(qtbot, crossroads, workplace) -> MilestonesPage:
    shown = MilestonesPage(workplace)
    shown.resize(1200, 820)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    qtbot.waitUntil(lambda: shown.loaded)
    return shown
