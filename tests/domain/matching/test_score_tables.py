"""A score table as it comes from a file: exact sums, and every fault of it named."""

import pytest

from mentordesk.domain.cohorts import Role
from mentordesk.domain.errors import UserError
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.matching.score_table import ScoreTable, score_table
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Task
from tests.domain.matching.crowds import person

MENTORS = {"amara@x.com": 11, "bo@x.com": 12}
MENTEES = {"cem@x.com": 1, "dee@x.com": 2}


def read(*rows: tuple[str, str, object]) -> ScoreTable:
    return score_table(rows, MENTORS, MENTEES)


def task(table: ScoreTable, **values: object) -> Task:
    rules = match_rules({"criteria": {"wishes": 1}, "rules": {"levels_apart": True}})
    mentees = (person(1, Role.MENTEE, level=6), person(2, Role.MENTEE, level=6))
    mentors = (person(11, Role.MENTOR), person(12, Role.MENTOR, level=1, **values))
    return Task(mentees, mentors, rules, table=table, table_alone=True)


def test_scores_are_kept_exactly_as_written() -> None:
    table = read(("Amara@x.com ", "cem@x.com", "0.8731"), ("bo@x.com", "cem@x.com", 3), ("bo@x.com", "dee@x.com", ""))
    assert table == ScoreTable({(1, 11): 8731, (1, 12): 30000}, 10_000)


def test_the_total_is_the_sum_of_the_scores_and_only_given_pairs_are_made() -> None:
    table = read(
        ("amara@x.com", "cem@x.com", "0.5"), ("bo@x.com", "cem@x.com", "0.125"), ("amara@x.com", "dee@x.com", 0.25)
    )
    proposal = Matching(task(table)).suggest()
    assert proposal.cells() == {(1, 12), (2, 11)}
    assert proposal.points(proposal.total) == 0.375
    assert proposal.per_point == 1000


def test_hard_rules_hold_for_a_table_too_and_no_others() -> None:
    table = read(("bo@x.com", "cem@x.com", 50))
    assert Matching(task(table)).suggest().cells() == {(1, 12)}
    found = Matching(task(table, managers=(1,)))
    assert found.suggest().pairs == ()
    assert found.why(1, 12).broken == ("Person is Person’s manager",)
    assert found.why(1, 12).fit == 5000


def test_nobody_is_matched_for_less_than_nothing_when_the_total_is_the_goal() -> None:
    table = read(("bo@x.com", "cem@x.com", -5))
    found = Matching(task(table)).goals()
    assert found[Goal.SCORE].pairs == ()
    assert found[Goal.PARTICIPATION].total == -500


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("zoe@x.com", "cem@x.com", 1)], "1 address of the table is not in this cohort: mentor zoe@x.com"),
        ([("zoe@x.com", "yan@x.com", 1)], "2 addresses of the table are not in this cohort: mentor zoe"),
        ([("cem@x.com", "amara@x.com", 1)], "mentor cem@x.com, mentee amara@x.com"),
        (
            [("bo@x.com", "cem@x.com", 1), ("BO@x.com", "cem@x.com", 2)],
            "1 pair is given twice: BO@x.com with cem@x.com",
        ),
        ([("bo@x.com", "cem@x.com", "good")], "1 score is no number: bo@x.com with cem@x.com \\(“good”\\)"),
        ([("z" * 9000 + "\n", "cem@x.com", 1)], f"mentor {'z' * 60}…\\."),
        ([("", "cem@x.com", 1)], "mentor \\(empty\\)"),
        ([("bo@x.com", "cem@x.com", "inf")], "1 score is no number"),
        ([("bo@x.com", "cem@x.com", "1e12")], "1 score is no number"),
        ([], "no scores"),
    ],
)
def test_every_fault_is_named(rows: list[tuple[str, str, object]], said: str) -> None:
    with pytest.raises(UserError, match=said):
        score_table(rows, MENTORS, MENTEES)


def test_scores_too_large_to_be_exact_are_refused() -> None:
    table = ScoreTable({(1, 11): 10**15, (2, 12): 1}, 10**6)
    with pytest.raises(UserError, match="too large"):
        Matching(task(table)).suggest()


def test_a_table_among_other_criteria_gives_its_share() -> None:
    rules = match_rules({"criteria": {"score_table": 1, "language": 1}})
    mentees, mentors = (
        (person(1, Role.MENTEE, languages=("English",)),),
        (person(11, Role.MENTOR, languages=("English",)),),
    )
    why = Matching(Task(mentees, mentors, rules, table=read(("amara@x.com", "cem@x.com", 80)))).why(1, 11)
    assert [reason.points for reason in why.reasons] == [5000, 4000]
