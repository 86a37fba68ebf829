"""The score table of a cohort: kept by person ids, a criterion beside others or alone; when people go it says so."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.records import MatchScores
from mentordesk.domain.cohorts import Role
from mentordesk.domain.errors import NotFoundError, UserError
from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.services.desk import Desk
from mentordesk.services.matching import drafts, matching
from mentordesk.services.matching.matching import Scores
from mentordesk.services.people import people
from tests.drafted import Drafted


@pytest.fixture
def drafted(desk: Desk) -> Drafted:
    return Drafted(desk).found().fill()


def use(drafted: Drafted, *rows: tuple[str, str, object], name: str = "May scores.csv") -> None:
    """A table of (mentor, mentee, score) by first names."""
    mails = tuple((f"{one}.ek@solvane.example", f"{other}.ek@solvane.example", score) for one, other, score in rows)
    drafted.desk.do(drafts.set_scores, drafted.cohort, Scores(mails, name))


def stored(desk: Desk) -> list[tuple[str, object]]:
    query = select(MatchScores.name, MatchScores.rows)
    return desk.read(lambda session: [tuple(row) for row in session.execute(query)])


def test_a_table_is_kept_by_ids_with_its_scores_as_written(drafted: Drafted) -> None:
    use(drafted, ("ada", "cy", "0.10"), ("bo", "cy", 12), ("bo", "di", "-3.1250"))
    ada, bo, cy, di = (drafted.people[name] for name in ("Ada", "Bo", "Cy", "Di"))
    assert stored(drafted.desk) == [("May scores.csv", [[ada, cy, "0.1"], [bo, cy, "12"], [bo, di, "-3.125"]])]
    assert drafted.desk.undo_label() == "Use “May scores.csv” for Crossroads 2026–27"
    task = drafted.sheet().task
    assert task
    assert task.table
    assert (task.table.scores, task.table.per_point) == ({(cy, ada): 100, (cy, bo): 12_000, (di, bo): -3_125}, 1000)
    assert drafted.sheet().table_name == "May scores.csv"


def test_alone_it_decides_and_its_total_is_exact(drafted: Drafted) -> None:
    use(drafted, ("ada", "ed", "0.1"), ("bo", "cy", "0.2"), ("bo", "ed", "0.25"))
    draft_id = drafted.draft(drafted.settings(table_alone=True))
    assert drafted.pairs(draft_id) == {drafted.cell("Ed", "Ada"), drafted.cell("Cy", "Bo")}
    assert drafted.sheet().drafts[0].total == 30
    task = drafted.sheet().task
    assert task
    assert task.table_alone


def test_a_finer_table_is_kept_in_hundredths(drafted: Drafted) -> None:
    use(drafted, ("ada", "ed", "0.125"), ("bo", "cy", "1.004"))
    draft_id = drafted.draft(drafted.settings(table_alone=True))
    assert {pair.fit for pair in drafted.kept(draft_id).draft.pairs} == {13, 100}


def test_beside_others_it_counts_by_its_weight_in_the_page_and_the_command(drafted: Drafted) -> None:
    use(drafted, ("ada", "ed", 90), ("bo", "cy", 80))
    rules = match_rules({"criteria": {"score_table": 5, "language": 1}})
    found = drafted.suggested(drafted.settings(rules=rules))[0]
    assert found.cells() == {drafted.cell("Ed", "Ada"), drafted.cell("Cy", "Bo")}
    assert drafted.desk.read(matching.proposal, drafted.cohort, rules=rules).cells() == found.cells()


def test_another_table_takes_its_place_and_it_can_be_removed(drafted: Drafted) -> None:
    use(drafted, ("ada", "cy", 1))
    use(drafted, ("bo", "di", 2), name="June.xlsx")
    ((name, rows),) = stored(drafted.desk)
    assert (name, rows) == ("June.xlsx", [[drafted.people["Bo"], drafted.people["Di"], "2"]])
    drafted.desk.do(drafts.remove_scores, drafted.cohort)
    assert stored(drafted.desk) == []
    assert drafted.sheet().table_name == ""
    assert drafted.desk.undo_label() == "Remove “June.xlsx”"
    with pytest.raises(NotFoundError, match="no score table"):
        drafted.desk.do(drafts.remove_scores, drafted.cohort)
    drafted.desk.undo()
    assert drafted.sheet().table_name == "June.xlsx"


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("ada", "zoe", 1)], "mentee zoe.ek@solvane.example"),
        ([("ada", "cy", 1), ("ada", "cy", 2)], "given twice"),
        ([("ada", "cy", "much")], "is no number"),
        ([("ada", "cy", "")], "The table has no scores"),
    ],
)
def test_a_table_that_cannot_be_is_a_sentence_and_the_old_one_stays(
    drafted: Drafted, rows: list[tuple[str, str, object]], words: str
) -> None:
    use(drafted, ("bo", "di", 2))
    before = stored(drafted.desk)
    with pytest.raises(UserError, match=words):
        use(drafted, *rows)
    assert stored(drafted.desk) == before


def test_two_peers_have_one_score(desk: Desk) -> None:
    drafted = Drafted(desk, format=Format.PEER).found()
    drafted.join("Cy Ek", Role.PEER)
    drafted.join("Di Ek", Role.PEER)
    with pytest.raises(UserError, match="two scores in the table, one each way"):
        use(drafted, ("cy", "di", 1), ("di", "cy", 2))


def test_people_who_left_are_dropped_and_named(drafted: Drafted) -> None:
    use(drafted, ("ada", "cy", 1), ("bo", "di", 2))
    draft_id = drafted.draft(drafted.settings(table_alone=True))
    drafted.desk.do(people.set_status, [drafted.people["Cy"]], PersonStatus.LEFT)
    sheet = drafted.sheet(draft_id)
    assert sheet.task
    assert sheet.task.table
    assert sheet.task.table.scores == {drafted.cell("Di", "Bo"): 200}
    assert sheet.stale == (
        "Cy Ek has left since this draft was made.",
        "The score table has Cy Ek, who takes no longer part.",
    )


def test_a_draft_tells_that_its_table_changed_or_went(drafted: Drafted) -> None:
    use(drafted, ("ada", "cy", 1))
    draft_id = drafted.draft(drafted.settings(table_alone=True))
    use(drafted, ("ada", "cy", 2))
    assert drafted.sheet(draft_id).stale == ("The score table has changed since this draft was made.",)
    drafted.desk.do(drafts.remove_scores, drafted.cohort)
    sheet = drafted.sheet(draft_id)
    assert sheet.stale[0].startswith("The score table this draft goes by has been removed.")
    assert sheet.task
    assert drafted.suggested(drafted.settings(table_alone=True))[0].pairs == ()
    assert len(drafted.suggested(drafted.settings())[0].pairs) == 2


@pytest.mark.parametrize(
    "rows", [7, {"a": 1}, [[1, 2]], [["a", 2, "3"]], [[1, 2, 3]], [[1, 2, "1e5"]], [[1, 2, "²"]], [[1, 2, "0.0000001"]]]
)
def test_rows_from_elsewhere_are_passed_over(drafted: Drafted, rows: object) -> None:
    def spoil(session: Session) -> None:
        session.add(MatchScores(cohort_id=drafted.cohort, name="odd", rows=rows))

    drafted.desk.do(spoil)
    sheet = drafted.sheet()
    assert (sheet.problem, sheet.table_name) == ("", "odd")
    assert sheet.task
    assert sheet.task.table
    assert sheet.task.table.scores == {}
