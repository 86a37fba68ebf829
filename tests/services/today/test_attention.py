"""Today: what needs a hand and how it is put off, what comes next, give and take by format."""

from datetime import date

import pytest

from mentordesk.data.records import Milestone, PlannedMeeting, Story
from mentordesk.data.tables import Cohort, Pair
from mentordesk.domain.attention import AttentionItem, Tier
from mentordesk.domain.balance import Balance
from mentordesk.domain.cohorts import Role
from mentordesk.domain.contacts import Channel
from mentordesk.domain.dates import Precision
from mentordesk.domain.errors import FieldError
from mentordesk.domain.people import CareerKind
from mentordesk.domain.programs import Format
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.domain.today import UpcomingKind
from mentordesk.services import figures
from mentordesk.services.pairs import milestones, pairs
from mentordesk.services.today import attention, today
from tests.crossroads import TODAY, Crossroads, add


def items(crossroads: Crossroads, scope: Scope = EVERYTHING) -> tuple[AttentionItem, ...]:
    return crossroads.desk.read(attention.items, scope)


def item(crossroads: Crossroads, kind: str) -> AttentionItem:
    return next(found for found in items(crossroads) if found.kind.value == kind)


def kinds(crossroads: Crossroads) -> list[str]:
    return [found.kind.value for found in items(crossroads)]


def quiet_pair(crossroads: Crossroads, left: str = "Amara", right: str = "Jonas", **form) -> int:
    """A pair outside every cohort that met yesterday: nothing about it needs a hand."""
    form.setdefault("started_on", date(2024, 1, 15))
    pair_id = crossroads.pair(left, right, cohort_id=None, **form)
    crossroads.contact(pair_id, 1)
    return pair_id


def set_cohort(crossroads: Crossroads, **columns) -> None:
    def change(session) -> None:
        cohort = session.get(Cohort, crossroads.cohort)
        for name, value in columns.items():
            setattr(cohort, name, value)

    crossroads.desk.do(change)


def test_mentees_without_a_mentor_are_named_with_the_day_matching_closes(crossroads: Crossroads) -> None:
    set_cohort(crossroads, matching_closes_on=date(2026, 6, 15))
    first, second = items(crossroads)
    assert [first.title, second.title] == ["Jonas Weidmann has no mentor yet", "Mateo Quispe has no mentor yet"]
    assert (first.tier, first.action, first.context) == (
        Tier.NOW,
        "Find a mentor",
        "Matching closes in 11 days (15 June)",
    )
    crossroads.propose()
    assert [found.title for found in items(crossroads)] == ["Mateo Quispe has no mentor yet"]


def test_nobody_is_missed_in_a_cohort_that_is_over(crossroads: Crossroads) -> None:
    set_cohort(crossroads, closed_on=date(2026, 6, 1))
    assert items(crossroads) == ()


def test_a_pair_without_contact_at_risk_level_is_written_to(crossroads: Crossroads) -> None:
    set_cohort(crossroads, closed_on=date(2026, 6, 1))
    pair_id = crossroads.pair(cohort_id=None)
    crossroads.contact(pair_id, 47, Channel.PHONE)
    (found,) = items(crossroads)
    assert (found.title, found.action, found.tier) == (
        "Amara Okonkwo & Jonas Weidmann: no contact for 47 days",
        "Write to both",
        Tier.NOW,
    )
    assert found.context == "Meets monthly. Last contact: phone call on 18 April"
    crossroads.contact(pair_id, 0)
    assert items(crossroads) == ()


def test_a_low_answer_quotes_the_newest_check_in_and_the_one_before(crossroads: Crossroads) -> None:
    pair_id = quiet_pair(crossroads)
    crossroads.check_in(pair_id, Side.RIGHT, 140, 4, 4, 4, 4)
    crossroads.check_in(pair_id, Side.RIGHT, 2, 4, 2, 4, 4, comment="We talk about my boss’s plan, not mine\nmore")
    crossroads.check_in(pair_id, Side.LEFT, 2, 5, 5, 5, 5, comment="All well")
    found = item(crossroads, "low_answer")
    assert found.title == "Amara Okonkwo & Jonas Weidmann: Jonas rates value 2 of 5"
    assert found.context == "Check-in of 2 June, it was 4 in January: “We talk about my boss’s plan, not mine”"
    assert found.pair_ids == (pair_id,)


def test_a_one_sided_account_asks_to_be_reviewed(crossroads: Crossroads) -> None:
    pair_id = quiet_pair(crossroads)
    for points in (3, 3):
        crossroads.gift(pair_id, "Amara", points, days_ago=20)
    found = item(crossroads, "one_sided")
    assert found.title == "Amara Okonkwo & Jonas Weidmann: Amara gave 6 of 6 points"
    assert (found.action, found.fact_on) == ("Review balance", crossroads.ago(20))
    crossroads.gift(pair_id, "Jonas", 3)
    assert "one_sided" not in kinds(crossroads)


def test_one_milestone_of_several_pairs_is_one_item(crossroads: Crossroads) -> None:
    started = crossroads.ago(13)
    for pair_id in (crossroads.pair(started_on=started), crossroads.pair("Ruth", "Mateo", started_on=started)):
        crossroads.contact(pair_id, 1)
    found = item(crossroads, "milestone_overdue")
    assert (found.title, found.action) == ("Kick-off is 9 days overdue for 2 pairs", "Remind 2 pairs")
    assert found.context == "Crossroads 2025–26: Amara & Jonas, Ruth & Mateo"
    rows = crossroads.desk.read(milestones.rows)
    crossroads.desk.do(milestones.mark_done, [row.id for row in rows if row.title == "Kick-off"], TODAY)
    assert "milestone_overdue" not in kinds(crossroads)


def test_a_paused_pair_is_left_in_peace(crossroads: Crossroads) -> None:
    set_cohort(crossroads, closed_on=date(2026, 6, 1))
    pair_id = crossroads.pair()
    assert set(kinds(crossroads)) == {"no_contact", "milestone_overdue"}
    crossroads.desk.do(pairs.pause, [pair_id])
    assert items(crossroads) == ()


def test_a_cohort_that_ends_is_planned_with_its_pairs_that_still_run(crossroads: Crossroads) -> None:
    set_cohort(crossroads, ends_on=date(2026, 6, 18))
    running, gone_on = crossroads.pair(), crossroads.pair("Ruth", "Mateo")
    crossroads.desk.do(pairs.endure, [gone_on])
    found = item(crossroads, "cohort_ends")
    assert (found.title, found.action, found.pair_ids) == (
        "Crossroads 2025–26 ends in 14 days",
        "Plan the close",
        (running,),
    )


def test_a_leave_asks_the_pair_and_names_the_other(crossroads: Crossroads) -> None:
    quiet_pair(crossroads)
    crossroads.turn("Jonas", CareerKind.LEAVE, -18, "Parental leave")
    found = item(crossroads, "career_change")
    assert found.title == "Jonas Weidmann starts parental leave on 22 June"
    assert found.context == "With Amara Okonkwo in 2024. Pause, lighter rhythm or a second mentor?"


def test_a_promotion_is_good_news_with_the_ties_of_the_person(crossroads: Crossroads) -> None:
    crossroads.pair("Amara", "Mateo", started_on=crossroads.ago(3))
    old = crossroads.pair("Ruth", "Amara", cohort_id=None, started_on=date(2019, 5, 1))
    crossroads.desk.do(pairs.complete, [old])
    crossroads.turn("Amara", CareerKind.PROMOTION, 3, "VP Logistics")
    crossroads.turn("Jonas", CareerKind.PROMOTION, 3, "Team lead")
    found = item(crossroads, "good_news")
    assert (found.title, found.tier) == ("Amara Okonkwo is VP Logistics since 1 June", Tier.GOOD_NEWS)
    assert found.context == "Mentor of Mateo Quispe in Crossroads 2025–26, mentee of Ruth Adelmann in 2019"
    assert kinds(crossroads).count("good_news") == 1


def test_an_anniversary_of_the_last_days_is_good_news(crossroads: Crossroads) -> None:
    quiet_pair(crossroads, "Ruth", "Amara", status=PairStatus.ENDURING, started_on=date(2011, 6, 1))
    assert item(crossroads, "good_news").title == "15 years: Ruth & Amara"


def test_an_enduring_pair_without_a_cohort_celebrates_what_is_known_of_its_start(crossroads: Crossroads) -> None:
    pair_id = quiet_pair(crossroads, "Ruth", "Amara", status=PairStatus.ENDURING, started_on=date(2001, 6, 28))
    crossroads.desk.do(lambda session: setattr(session.get(Pair, pair_id), "started_precision", Precision.MONTH))
    found = item(crossroads, "good_news")
    assert (found.title, found.context) == ("25 years: Ruth & Amara", "A pair since June 2001, the day is not known")
    crossroads.clock.day = date(2026, 5, 20)
    (row,) = [row for row in crossroads.desk.read(attention.upcoming) if row.kind is UpcomingKind.ANNIVERSARY]
    assert (row.on, row.title) == (date(2026, 6, 1), "25 years: Ruth & Amara")


def test_the_most_urgent_comes_first(crossroads: Crossroads) -> None:
    silent, low = crossroads.pair(cohort_id=None), quiet_pair(crossroads, "Ruth", "Mateo")
    crossroads.contact(silent, 45)
    crossroads.check_in(low, Side.LEFT, 1, 5, 1, 5, 5)
    assert kinds(crossroads) == ["no_contact", "low_answer", "unmatched", "unmatched"]


def test_a_snoozed_item_comes_back_on_its_day(crossroads: Crossroads) -> None:
    key = items(crossroads)[0].key
    with pytest.raises(FieldError, match="Choose a day to come") as error:
        crossroads.desk.do(attention.snooze, key, TODAY)
    assert error.value.proposal == date(2026, 6, 11)
    crossroads.desk.do(attention.snooze, key, date(2026, 6, 11))
    assert key not in [found.key for found in items(crossroads)]
    crossroads.clock.day = date(2026, 6, 11)
    assert key in [found.key for found in items(crossroads)]


def test_a_handled_item_comes_back_after_fourteen_days_and_undo_shows_it_at_once(crossroads: Crossroads) -> None:
    key = items(crossroads)[0].key
    crossroads.desk.do(attention.handle, key)
    crossroads.desk.do(attention.handle, key)
    assert key not in [found.key for found in items(crossroads)]
    crossroads.clock.day = date(2026, 6, 17)
    assert key not in [found.key for found in items(crossroads)]
    crossroads.clock.day = date(2026, 6, 18)
    assert key in [found.key for found in items(crossroads)]
    crossroads.clock.day = TODAY
    crossroads.desk.undo()
    assert key in [found.key for found in items(crossroads)]


def test_a_scope_has_its_own_items(crossroads: Crossroads) -> None:
    crossroads.pair(cohort_id=None)
    assert "no_contact" in kinds(crossroads)
    assert {found.kind.value for found in items(crossroads, Scope(cohort_id=crossroads.cohort))} == {"unmatched"}
    assert items(crossroads, Scope(cohort_id=99)) == ()


def test_the_next_days_are_listed_in_their_order(crossroads: Crossroads) -> None:
    set_cohort(crossroads, matching_closes_on=date(2026, 6, 15), ends_on=date(2026, 6, 18))
    pair_id = crossroads.pair(started_on=crossroads.ago(30))
    old = quiet_pair(crossroads, "Ruth", "Amara", started_on=date(2011, 6, 12))
    meeting = {"channel": Channel.VIDEO, "minutes": 60, "pair_id": pair_id}
    crossroads.desk.do(add, PlannedMeeting(day=date(2026, 6, 5), **meeting))
    crossroads.desk.do(add, PlannedMeeting(day=date(2026, 6, 19), **meeting))
    crossroads.desk.do(add, Story(pair_id=old, due_on=date(2026, 6, 8), title="For the summer issue"))
    found = crossroads.desk.read(attention.upcoming)
    assert [(row.on.day, row.title, row.context) for row in found] == [
        (5, "Amara & Jonas: monthly meeting", "Video call, 60 minutes"),
        (8, "Story interview: Ruth & Amara", "For the summer issue"),
        (12, "15 years: Ruth & Amara", "A pair since June 2011"),
        (13, "Goals set is due", "Crossroads 2025–26, Amara & Jonas"),
        (15, "Matching closes", "Crossroads 2025–26, 1 unmatched"),
        (18, "Crossroads 2025–26 ends", "1 pair"),
    ]
    assert [row.pair_id for row in found][:2] == [pair_id, old]
    assert crossroads.desk.read(attention.upcoming, EVERYTHING, 0) == ()


def test_a_milestone_of_several_pairs_is_one_line(crossroads: Crossroads) -> None:
    for left, right in (("Amara", "Jonas"), ("Ruth", "Mateo")):
        crossroads.pair(left, right, started_on=crossroads.ago(30))
    found = [row for row in crossroads.desk.read(attention.upcoming) if row.kind is UpcomingKind.MILESTONE]
    assert [(row.title, row.context, row.pair_id) for row in found] == [
        ("Goals set is due", "Crossroads 2025–26, 2 pairs open", None)
    ]


def test_done_milestones_and_finished_pairs_do_not_come(crossroads: Crossroads) -> None:
    pair_id = quiet_pair(crossroads)
    crossroads.desk.do(add, Milestone(pair_id=pair_id, title="Visit", due_on=date(2026, 6, 9)))
    assert [row.title for row in crossroads.desk.read(attention.upcoming)] == ["Visit is due"]
    crossroads.desk.do(pairs.complete, [pair_id])
    assert crossroads.desk.read(attention.upcoming) == ()


def test_give_and_take_by_format_adds_up_to_the_figures(crossroads: Crossroads) -> None:
    first = quiet_pair(crossroads)
    second = quiet_pair(crossroads, "Mateo", "Ruth", format=Format.REVERSE)
    crossroads.gift(first, "Amara", 3)
    crossroads.gift(first, "Jonas", 1)
    crossroads.gift(second, "Mateo", 2)
    found = crossroads.desk.read(attention.by_format)
    assert [(row.format, row.pairs, row.balance) for row in found] == [
        (Format.TRADITIONAL, 1, Balance(3, 1)),
        (Format.REVERSE, 1, Balance(2, 0)),
    ]
    total = crossroads.desk.read(figures.figures)
    assert sum(row.balance.left for row in found) == total.left_points
    assert sum(row.balance.right for row in found) == total.right_points


def test_the_page_says_the_same_as_its_parts(crossroads: Crossroads) -> None:
    crossroads.pair()
    watched = quiet_pair(crossroads, "Ruth", "Mateo")
    crossroads.person("Elif")
    crossroads.enroll("Elif", Role.MENTEE)
    crossroads.check_in(watched, Side.LEFT, 1, 5, 5, 2, 5)
    page = crossroads.desk.read(today.page)
    assert page.figures == crossroads.desk.read(figures.figures)
    assert page.items == items(crossroads)
    assert page.upcoming == crossroads.desk.read(attention.upcoming)
    assert page.formats == crossroads.desk.read(attention.by_format)
    assert [row.id for row in page.watch] == [watched]
