"""The facts behind a health are never cut: two beside each other only where both have room."""

from mentordesk.ui.pairs.health_box import HealthBox

LONG = (
    "No contact for 241 days",
    "No give and take in the last 6 months",
    "No check-in yet",
    "7 overdue, up to 237 days",
)
SHORT = ("Last contact 2 days ago", "Give and take 13 : 16", "Lowest answer is 4", "No milestone overdue")


def _shown(qtbot, facts: tuple[str, ...], width: int) -> HealthBox:
    box = HealthBox()
    qtbot.addWidget(box)
    box.health.set_health("at_risk")
    for fact, words in zip(box.facts, facts, strict=True):
        fact.setText(words)
    box.sentence.hide()
    box.resize(width, 90)
    box.show()
    return box


def test_long_facts_stand_below_each_other_and_whole(qtbot) -> None:
    box = _shown(qtbot, LONG, 484)
    qtbot.waitUntil(lambda: box.lines[1].y() > box.lines[0].y())
    assert all(fact.width() >= fact.sizeHint().width() for fact in box.facts)


def test_short_ones_stand_beside_each_other(qtbot) -> None:
    box = _shown(qtbot, SHORT, 700)
    qtbot.waitUntil(lambda: box.lines[1].x() > box.lines[0].x())
    assert box.lines[1].y() == box.lines[0].y()
    assert all(fact.width() >= fact.sizeHint().width() for fact in box.facts)
