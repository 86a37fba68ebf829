"""The time line: which days it shows, what it says of a milestone; and the words of the headings."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from mentordesk.domain.milestones import MilestoneRow, MilestoneState, PlanStripRow
from mentordesk.domain.programs import Format, StepOwner
from mentordesk.ui.milestones import lane as lanes
from mentordesk.ui.milestones.grouping import Filter, Group, grouped, heading, search_text
from mentordesk.ui.milestones.lane import Lane
from mentordesk.ui.milestones.list_model import ListModel
from mentordesk.ui.milestones.plan_strip import state_words

TODAY = date(2026, 6, 4)
OVERDUE = MilestoneRow(
    id=1,
    pair_id=1,
    left="Amara Okonkwo",
    right="Jonas Weidmann",
    left_id=1,
    right_id=2,
    format=Format.TRADITIONAL,
    program_id=1,
    cohort_id=1,
    cohort="Crossroads 2025–26",
    step_id=1,
    title="Skill swap",
    owner=StepOwner.BOTH,
    owner_name="Both",
    required=True,
    due_on=date(2026, 5, 26),
    done_on=None,
    skipped_on=None,
    skip_reason="",
    note="",
    state=MilestoneState.OVERDUE,
    days_late=9,
)


def done(day: date, late: int) -> MilestoneRow:
    return replace(OVERDUE, id=2, done_on=day, state=MilestoneState.DONE, days_late=late)


def test_the_lane_of_today_is_named_after_its_months_and_begins_on_a_monday() -> None:
    lane = Lane(TODAY)
    assert lane.title == "May to July"
    assert (lane.first, lane.after) == (date(2026, 4, 27), date(2026, 7, 13))
    assert lane.first.weekday() == 0
    assert lane.at(-1).after == lane.first
    assert lane.at(-3).title == "Sep to Nov 2025"


def test_every_day_has_one_lane() -> None:
    lane = Lane(TODAY, weeks=6)
    for day in (date(2025, 10, 6), date(2026, 6, 4), date(2027, 1, 1)):
        found = lane.at(lane.place_of(day))
        assert found.first <= day < found.after


def test_days_lie_along_the_width() -> None:
    lane, room = Lane(TODAY), QRectF(100, 0, 770, 30)
    assert lane.x(lane.first, room) == 100
    assert lane.x(lane.after, room) == 870
    assert lane.x(date(2026, 5, 4), room) == 170


def test_a_milestone_says_how_late_it_is_or_when_it_was_done() -> None:
    assert lanes.words(OVERDUE, TODAY) == "9 d late"
    assert lanes.words(done(date(2025, 10, 15), 5), TODAY) == "15 Oct 2025, 5 d late"
    assert lanes.words(done(date(2026, 5, 20), -6), TODAY) == "20 May"
    assert lanes.sentence(OVERDUE, TODAY) == "Skill swap: 9 days overdue, was due 26 May"
    later = replace(OVERDUE, due_on=date(2026, 6, 26), state=MilestoneState.UPCOMING, days_late=-22, note="In Lyon")
    assert lanes.sentence(later, TODAY) == "Skill swap: Due 26 Jun\nIn Lyon"


def test_a_lane_can_be_drawn_whatever_it_does_not_show(qapp) -> None:
    image = QImage(600, 33, QImage.Format.Format_ARGB32)
    for row in (OVERDUE, done(date(2025, 10, 15), 5), replace(OVERDUE, state=MilestoneState.SKIPPED)):
        for place in (-3, 0, 3):
            image.fill(0)
            painter = QPainter(image)
            lanes.paint(painter, QRectF(0, 0, 600, 33), Lane(TODAY, place=place), row, [OVERDUE, row])
            painter.end()
            pixels = {image.pixel(x, 16) for x in range(600)}
            assert len(pixels) > 2


def test_a_pairs_other_milestones_are_known_to_each_of_its_rows() -> None:
    model = ListModel()
    other = done(date(2026, 5, 20), 0)
    model.show_pairs([OVERDUE, other], TODAY)
    model.show_lines([heading(Group.OVERDUE, [OVERDUE], True, TODAY), OVERDUE])
    assert model.data(model.index(0, 0)) == "Overdue, 1 milestone, 1 pair, unfolded"
    assert model.data(model.index(1, 1)) == "Amara & Jonas"
    assert model.place_of(1) == 1
    assert model.place_of(99) == -1


def test_later_milestones_name_the_next_one() -> None:
    near = replace(OVERDUE, due_on=date(2026, 6, 26), state=MilestoneState.UPCOMING)
    far = replace(near, id=3, title="Story", due_on=date(2026, 7, 1))
    assert heading(Group.LATER, [near, far], False, TODAY).words == "2 milestones, next Skill swap on 26 June"
    assert heading(Group.DUE, [], False, TODAY).words == "nothing falls due"


def test_the_filter_looks_for_every_word_in_names_titles_and_owners() -> None:
    rows = [OVERDUE, replace(OVERDUE, id=2, left="Hélène Girard", title="Kick-off")]
    texts = {row.id: search_text(row) for row in rows}
    assert [row.id for row in Filter(search="helene kick").shown(rows, texts)] == [2]
    assert [row.id for row in Filter(step="skill swap").shown(rows, texts)] == [1]
    assert Filter(step="Skill swap", search="girard").shown(rows, texts) == []


def test_done_milestones_stand_newest_first() -> None:
    old, new = done(date(2025, 10, 10), 0), replace(done(date(2026, 5, 1), 0), id=9)
    assert [row.id for row in grouped([old, new])[Group.DONE]] == [9, 2]


def test_a_step_says_how_far_it_is() -> None:
    step = PlanStripRow(1, "Skill swap", date(2026, 5, 26), True, done=9, needed=12, overdue=3, due=0, skipped=0)
    assert state_words(step, TODAY) == ("9/12", "3 overdue", "risk_text")
    assert state_words(replace(step, done=12, overdue=0), TODAY) == ("12/12", "complete", "text2")
    soon = replace(step, due_on=date(2026, 6, 12), overdue=0, due=3)
    assert state_words(soon, TODAY) == ("9/12", "in 8 days", "watch_text")
    nobody = replace(step, done=0, needed=0, overdue=0)
    assert state_words(nobody, TODAY) == ("0/0", "no pair yet", "text2")
