"""Two drafts side by side: each change of partner is one line, whatever the number of partners and rounds."""

from dataclasses import replace
from datetime import UTC, datetime

from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.draft import Draft, DraftPair, DraftRow, DraftSettings
from mentordesk.domain.matching.draft_comparison import DraftComparison, comparison
from mentordesk.domain.matching.people import CircleSize, Shape
from mentordesk.domain.matching.questions import Fixed
from mentordesk.domain.matching.reading import match_rules

NOW = datetime(2026, 6, 4, tzinfo=UTC)
NAMES = {1: "Cy Ek", 2: "Di Ek", 3: "Ed Ek", 11: "Ada Ek", 12: "Bo Ek", 13: "Flo Ek"}
SETTINGS = DraftSettings(match_rules({"criteria": {"wishes": 7, "department": 3}}))


def compared(
    first: list[DraftPair], second: list[DraftPair], peers: bool = False, settings: DraftSettings = SETTINGS
) -> DraftComparison:
    row = DraftRow(1, "Draft", NOW, Goal.SCORE, 0, 0, 0, 0, "", 0, 0, 0)
    drafts = [
        Draft(at, 1, "Draft", NOW, chosen, Fixed(), tuple(pairs))
        for at, (pairs, chosen) in enumerate(((first, SETTINGS), (second, settings)), start=1)
    ]
    return comparison((row, drafts[0]), (row, drafts[1]), NAMES, peers)


def lines(found: DraftComparison) -> list[tuple[object, ...]]:
    return [(row.person, row.first, row.first_fit, row.second, row.second_fit, row.round) for row in found.pairs]


def test_one_mentor_for_another_is_one_line() -> None:
    found = compared([DraftPair(1, 11, 80), DraftPair(2, 12, 70)], [DraftPair(1, 13, 75), DraftPair(2, 12, 71)])
    assert lines(found) == [("Cy Ek", "Ada Ek", 80, "Flo Ek", 75, 0)]
    assert found.same == 1


def test_who_has_two_mentors_has_a_line_for_each_that_differs() -> None:
    found = compared([DraftPair(1, 11, 80), DraftPair(1, 12, 70)], [DraftPair(1, 11, 80), DraftPair(1, 13, 60)])
    assert lines(found) == [("Cy Ek", "Bo Ek", 70, "Flo Ek", 60, 0)]
    more = compared([DraftPair(1, 11, 80)], [DraftPair(1, 11, 80), DraftPair(1, 13, 60)])
    assert lines(more) == [("Cy Ek", "", None, "Flo Ek", 60, 0)]


def test_peers_have_a_line_each_and_a_pair_counts_once() -> None:
    found = compared([DraftPair(1, 2, 80), DraftPair(3, 11, 50)], [DraftPair(2, 1, 80), DraftPair(3, 12, 60)], True)
    assert lines(found) == [
        ("Ada Ek", "Ed Ek", 50, "", None, 0),
        ("Bo Ek", "", None, "Ed Ek", 60, 0),
        ("Ed Ek", "Ada Ek", 50, "Bo Ek", 60, 0),
    ]
    assert found.same == 1


def test_rounds_are_compared_one_by_one() -> None:
    first = [DraftPair(1, 2, 80, 1), DraftPair(1, 3, 70, 2)]
    found = compared(first, [DraftPair(1, 3, 70, 1), DraftPair(1, 2, 80, 2)], True)
    assert [(row.round, row.person, row.first, row.second) for row in found.pairs] == [
        (1, "Cy Ek", "Di Ek", "Ed Ek"),
        (1, "Di Ek", "Cy Ek", ""),
        (1, "Ed Ek", "", "Cy Ek"),
        (2, "Cy Ek", "Ed Ek", "Di Ek"),
        (2, "Di Ek", "", "Cy Ek"),
        (2, "Ed Ek", "Cy Ek", ""),
    ]


def test_somebody_who_is_not_known_any_more_is_somebody() -> None:
    assert lines(compared([DraftPair(1, 99, 80)], [])) == [("Cy Ek", "Somebody", 80, "", None, 0)]


def test_settings_that_differ_are_told_in_words() -> None:
    rules = match_rules({"goal": "score", "criteria": {"wishes": 7, "department": {"weight": 3, "want": "same"}}})
    found = compared([], [], settings=replace(SETTINGS, rules=rules, shape=Shape.CIRCLES, circles=CircleSize(4, 6)))
    assert [(row.word, row.first, row.second) for row in found.settings] == [
        ("Goal", "Participation", "Score"),
        ("What is made", "Pairs", "Circles"),
        ("Department", "Weight 3, other", "Weight 3, same"),
        ("A circle", "", "4 to 6 mentees, sizes at most 1 apart, nobody with somebody of the own team"),
    ]
