"""What has turned in a career from one HR export to the next, and what the career knows already."""

from dataclasses import replace
from datetime import date

import pytest

from mentordesk.domain.career_changes import FileDates, Noted, Standing, Turn, is_known, turns
from mentordesk.domain.people import CareerKind, PersonStatus

TODAY = date(2026, 6, 4)
AMARA = Standing("Site lead", "Operations", "Lagos", 5, manager_id=7, manager="Hana Kobayashi")
UNDATED = FileDates(TODAY)


def found(after: Standing, before: Standing = AMARA, dates: FileDates = UNDATED) -> list[tuple[CareerKind, date, str]]:
    return [(turn.kind, turn.on, turn.title) for turn in turns(before, after, dates)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"level": 6, "title": "VP Operations"}, [(CareerKind.PROMOTION, "Promoted to VP Operations")]),
        ({"title": "Senior site lead"}, [(CareerKind.PROMOTION, "Promoted to Senior site lead")]),
        ({"title": "Plant lead"}, [(CareerKind.NEW_ROLE, "New role: Plant lead")]),
        ({"title": "Plant lead", "department": "Logistics"}, [(CareerKind.TRANSFER, "Moved to Logistics")]),
        ({"location": "Rotterdam"}, [(CareerKind.TRANSFER, "Moved to Rotterdam")]),
        ({"location": "Rotterdam", "department": "Sales"}, [(CareerKind.TRANSFER, "Moved to Sales")]),
        ({"manager_id": 8, "manager": "Bo Ek"}, [(CareerKind.NEW_MANAGER, "Reports to Bo Ek now")]),
        ({"status": PersonStatus.LEAVE}, [(CareerKind.LEAVE, "Leave")]),
        ({"status": PersonStatus.LEFT, "department": "none"}, [(CareerKind.DEPARTURE, "Left the company")]),
        ({"level": 4}, []),
        ({"title": "site LEAD", "department": ""}, []),
        ({"manager_id": None, "manager": ""}, []),
    ],
)
def test_a_difference_is_a_turn_of_today(changes, expected) -> None:
    assert found(replace(AMARA, **changes)) == [(kind, TODAY, title) for kind, title in expected]


def test_what_was_empty_has_only_been_filled_in() -> None:
    assert found(AMARA, Standing()) == []


@pytest.mark.parametrize(
    ("before", "title"),
    [(PersonStatus.LEAVE, "Back from leave"), (PersonStatus.LEFT, "Back at the company")],
)
def test_a_return_says_where_from(before: PersonStatus, title: str) -> None:
    assert found(AMARA, replace(AMARA, status=before)) == [(CareerKind.RETURN, TODAY, title)]


def test_a_promotion_has_the_day_of_the_file() -> None:
    dates = FileDates(TODAY, promoted_on=date(2026, 5, 1))
    assert found(replace(AMARA, level=6), dates=dates) == [
        (CareerKind.PROMOTION, date(2026, 5, 1), "Promoted to Site lead")
    ]


@pytest.mark.parametrize(
    ("day", "is_news"), [(date(2026, 5, 1), True), (date(2025, 6, 3), False), (date(2026, 7, 1), False)]
)
def test_a_date_alone_is_news_for_a_year(day: date, is_news: bool) -> None:
    assert bool(found(AMARA, dates=FileDates(TODAY, promoted_on=day))) is is_news


def test_a_departure_to_come_has_its_day_and_the_person_is_still_here() -> None:
    dates = FileDates(TODAY, left_on=date(2026, 6, 30))
    assert found(AMARA, dates=dates) == [(CareerKind.DEPARTURE, date(2026, 6, 30), "Leaves the company")]


def test_the_value_has_the_day_only_where_the_file_has_one() -> None:
    dated = turns(AMARA, replace(AMARA, level=6), FileDates(TODAY, promoted_on=date(2026, 5, 1)))
    undated = turns(AMARA, replace(AMARA, level=6), UNDATED)
    assert [turn.value for turn in (*dated, *undated)] == ["site lead, level 6|2026-05-01", "site lead, level 6|"]


def turn(on: date, *, dated: bool) -> Turn:
    return Turn(CareerKind.PROMOTION, on, "Promoted to VP", "", "VP", dated)


@pytest.mark.parametrize(
    ("noted", "dated", "known"),
    [
        (Noted(CareerKind.PROMOTION, date(2026, 5, 20), "VP"), True, True),
        (Noted(CareerKind.NEW_ROLE, date(2026, 5, 20), "VP"), True, True),
        (Noted(CareerKind.TRANSFER, date(2026, 5, 20), "VP"), True, False),
        (Noted(CareerKind.PROMOTION, date(2026, 3, 1), "Promoted to VP", by_hand=False), True, True),
        (Noted(CareerKind.PROMOTION, date(2026, 3, 1), "Promoted to director", by_hand=False), True, False),
        (Noted(CareerKind.PROMOTION, date(2026, 3, 1), "Something"), False, True),
        (Noted(CareerKind.PROMOTION, date(2026, 5, 20), "Promoted to VP", by_hand=False), False, False),
        (Noted(CareerKind.PROMOTION, date(2025, 12, 1), "Something"), False, False),
    ],
)
def test_a_turn_is_known_by_kind_and_nearness(noted: Noted, dated: bool, known: bool) -> None:
    assert is_known(turn(TODAY, dated=dated), [noted]) is known
