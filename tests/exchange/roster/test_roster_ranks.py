"""Several columns that answer one question become one list: in the order of ranks, what is ticked, item by item."""

from collections.abc import Sequence

import pytest

from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.roster import roster
from mentordesk.exchange.roster.ranks import groups
from mentordesk.exchange.roster.roster import RosterRow

WHO = ("Name", "E-mail")


def read(
    headings: Sequence[str], *rows: Sequence[CellValue], edits: dict[int, dict[str, str]] | None = None
) -> list[RosterRow]:
    """The people with these answers behind their name and address, columns guessed."""
    numbered = [
        (number, (f"Person {chr(63 + number)}", f"p{number}@b.example", *row)) for number, row in enumerate(rows, 2)
    ]
    every = (*WHO, *headings)
    mapping = roster.guess_columns(every, [cells for _number, cells in numbered])
    return roster.read_rows(every, numbered, mapping, edits=edits)


def wants(*args: object, **more: object) -> list[object]:
    return [row.values.get("wants") for row in read(*args, **more)]  # type: ignore[arg-type]


TOPICS = ("Leadership", "Networking", "Digital", "Career", "Conflict", "Presenting", "Balance")


@pytest.mark.parametrize(
    "pattern",
    [
        "Please rank these topics by importance to you.{}",
        "Please rank these topics by importance to you [{}]",
        "Please rank these topics by importance to you · {}",
        "Please rank these topics by importance to you - {}",
        "Which topics? · {}",
    ],
)
def test_ranks_from_1_to_7_over_seven_columns_are_wishes_in_their_order(pattern: str) -> None:
    headings = [pattern.format(topic) for topic in TOPICS]
    found = wants(
        headings, (2, 1, 3, 4, 5, 6, 7), ("7", "6", "5", "4", "3", "2", "1"), (None, 2, None, 1, None, 3, None)
    )
    assert found == [
        ("Networking", "Leadership", *TOPICS[2:]),
        tuple(reversed(TOPICS)),
        ("Career", "Networking", "Presenting"),
    ]


def test_ranks_come_before_what_another_question_adds() -> None:
    headings = (
        "What would you like to learn?",
        "Please rank these topics.Law",
        "Please rank these topics.Sales, retail",
    )
    assert wants(headings, ("Budgets; Law", 2, 1)) == [("Sales, retail", "Law", "Budgets")]


def test_ratings_are_no_ranks() -> None:
    headings = ("Please rate these topics.Law", "Please rate these topics.Sales", "Please rate these topics.Data")
    assert wants(headings, (5, 5, 4), (3, 3, 3), (1, 5, 5)) == [None, None, None]


def test_a_number_that_is_no_rank_is_no_topic() -> None:
    headings = ("Rank the topics.Law", "Rank the topics.Sales", "Rank the topics.Data")
    rows = [(1, 2, 3)] * 9
    assert wants(headings, *rows, ("n/a", 1, 0))[-1] == ("Sales",)


def test_topics_are_ticked_in_a_column_each() -> None:
    headings = ("Which topics? · Leadership", "Which topics? · Budgets", "Which topics? · Other")
    assert wants(headings, ("x", None, None), ("Yes", "Yes", "No"), (None, None, None)) == [
        ("Leadership",),
        ("Leadership", "Budgets"),
        None,
    ]
    assert wants(headings, ("Leadership", None, None), (None, "Budgets", "sailing")) == [
        ("Leadership",),
        ("Budgets", "sailing"),
    ]


@pytest.mark.parametrize(
    "headings",
    [
        ("Topic", "Topic (2)", "Topic (3)"),
        ("Topic 1", "Topic 2", "Topic 3"),
        ("Skill wanted #1", "Skill wanted #2", "Skill wanted #3"),
        ("1st topic", "2nd topic", "3rd topic"),
    ],
)
def test_counted_columns_are_one_list(headings: tuple[str, ...]) -> None:
    assert wants(headings, ("Law", "Sales", None), ("Data", "data", "Law")) == [("Law", "Sales"), ("Data", "Law")]


def test_several_columns_can_be_chosen_for_one_list() -> None:
    mapping = roster.parse_mapping(("A=wants", "B=wants", "Name=name", "E-mail=email"), (*WHO, "A", "B"))
    [row] = roster.read_rows((*WHO, "A", "B"), [(2, ("Ana Silva", "ana@b.example", "Law", "Sales; Data"))], mapping)
    assert row.values["wants"] == ("Law", "Sales", "Data")
    assert roster.conversions([row], mapping) == ["Skills are split at “;”: 3 skills"]


def test_what_is_typed_takes_the_place_of_all_columns() -> None:
    headings = ("Rank the topics.Law", "Rank the topics.Sales")
    assert wants(headings, (1, 2), edits={2: {"wants": "Data; Law"}}) == [("Data", "Law")]


def test_how_columns_were_put_together_is_said() -> None:
    headings = (*WHO, "Rank the topics.Law", "Rank the topics.Sales", "Topic not wanted 1", "Topic not wanted 2")
    mapping: dict[str, str | None] = dict(
        zip(headings, ("name", "email", *["wants"] * 2, *["avoids"] * 2), strict=True)
    )
    rows = [("Ana Silva", "ana@b.example", 2, 1, "Politics", "Religion")]
    assert roster.remarks(headings, rows, mapping) == [
        "Skills wanted: 2 columns of ranks are put in order (Law, Sales)",
        "Topics not wanted: 2 columns are put together",
    ]
    [row] = roster.read_rows(headings, list(enumerate(rows, 2)), mapping)
    assert (row.values["wants"], row.values["avoids"]) == (("Sales", "Law"), ("Politics", "Religion"))
    assert roster.conversions([row], mapping) == []


def test_columns_that_only_look_alike_stay_apart() -> None:
    headings = ("What is your first name?", "What is your last name?", "E-mail", "E-mail 2", "Cohort 2022", "Q1")
    assert [group.headings for group in groups(headings)] == [("E-mail", "E-mail 2")]
    assert list(roster.guess_columns(headings, []).values())[2:4] == ["email", None]
