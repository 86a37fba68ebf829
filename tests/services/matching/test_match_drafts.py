"""Drafts made, kept, renamed and removed: each one step of history, and only what differs is written."""

from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.history_tables import Change
from mentordesk.data.records import MatchChoice, MatchDraft, MatchScores
from mentordesk.data.tables import Program
from mentordesk.domain.cohorts import Role
from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.matching.criteria import Goal, Rule
from mentordesk.domain.matching.people import CircleSize, Shape
from mentordesk.domain.matching.questions import Fixed
from mentordesk.domain.programs import Format
from mentordesk.services.desk import Desk
from mentordesk.services.matching import drafts, matching, program_matching
from mentordesk.services.programs import cohorts
from tests.drafted import Drafted


@pytest.fixture
def drafted(desk: Desk) -> Drafted:
    return Drafted(desk).found().fill()


def rows(desk: Desk) -> list[tuple[int, int, str]]:
    own = MatchChoice
    query = select(own.right_id, own.left_id, own.state).order_by(own.right_id, own.left_id)
    return desk.read(lambda session: [tuple(row) for row in session.execute(query)])


def written(desk: Desk, table: str) -> int:
    """How many rows of a table the newest step touched."""

    def count(session: Session) -> int:
        changes = session.scalars(select(Change)).all()
        newest = max(each.step_id for each in changes)
        return sum(each.step_id == newest and each.table_name == table for each in changes)

    return desk.read(count)


def test_a_new_draft_is_numbered_and_keeps_its_pairs_settings_and_time(drafted: Drafted) -> None:
    settings = drafted.settings(circles=CircleSize(3, 5), trio=True)
    fixed = Fixed(frozenset({drafted.cell("Ed", "Ada")}), frozenset({drafted.cell("Cy", "Bo")}))
    draft_id = drafted.draft(settings, fixed)
    sheet = drafted.sheet()
    assert sheet.draft
    assert (sheet.draft.id, sheet.draft.name, sheet.draft.made_at) == (draft_id, "Draft 1", drafted.desk.clock())
    assert (sheet.draft.settings, sheet.draft.fixed) == (settings, fixed)
    assert {(pair.mentee, pair.mentor) for pair in sheet.draft.pairs} == {
        drafted.cell("Ed", "Ada"),
        drafted.cell("Di", "Bo"),
    }
    (row,) = sheet.drafts
    assert (row.pairs, row.unmatched, row.pinned, row.forbidden) == (2, 1, 1, 1)
    assert row.total == sum(pair.fit for pair in sheet.draft.pairs)
    assert row.lowest == min(pair.fit for pair in sheet.draft.pairs)
    assert row.goal is Goal.PARTICIPATION
    assert drafted.desk.undo_label() == "Suggest pairs for Crossroads 2026–27"


def test_the_figures_of_the_list_are_those_of_the_proposal(drafted: Drafted) -> None:
    settings = drafted.settings()
    (proposal,) = drafted.suggested(settings)
    drafted.draft(settings)
    (row,) = drafted.sheet().drafts
    assert (row.total, row.average, row.lowest) == (proposal.total, proposal.average, proposal.lowest)
    low = proposal.lowest_pair
    names = {id_: name for name, id_ in drafted.people.items()}
    assert low
    assert row.lowest_names == f"{names[low.mentee]} & {names[low.mentor]}"


def test_a_copy_has_all_that_the_draft_has_and_is_changed_alone(drafted: Drafted) -> None:
    settings = drafted.settings(circles=CircleSize(3, 5), trio=True)
    fixed = Fixed(frozenset({drafted.cell("Ed", "Ada")}), frozenset({drafted.cell("Cy", "Bo")}))
    first = drafted.draft(settings, fixed)
    before = drafted.kept(first).draft
    second = drafted.desk.do(drafts.copy, first)
    assert drafted.desk.undo_label() == "Copy Draft 1 to Draft 2"
    copied = drafted.kept(second).draft
    assert (copied.name, copied.settings, copied.fixed, copied.pairs) == ("Draft 2", settings, fixed, before.pairs)
    assert drafted.sheet(second).stale == ()
    drafted.change(second, Fixed())
    assert drafted.kept(first).draft == before
    assert drafted.kept(second).draft.fixed == Fixed()
    with pytest.raises(NotFoundError):
        drafted.desk.do(drafts.copy, 99)


def test_names_go_on_counting_above_the_highest(drafted: Drafted) -> None:
    first, second, third = (drafted.draft() for _ in range(3))
    drafted.desk.do(drafts.remove, second)
    drafted.draft()
    drafted.desk.do(drafts.rename, first, "The safe one")
    drafted.desk.do(drafts.rename, third, "draft 11")
    drafted.draft()
    names = [row.name for row in drafted.sheet().drafts]
    assert names == ["The safe one", "draft 11", "Draft 4", "Draft 12"]


def test_the_draft_before_is_the_one_made_before(drafted: Drafted) -> None:
    first, second = drafted.draft(), drafted.draft()
    before = drafted.sheet(second).before()
    assert before
    assert before.id == first
    assert drafted.sheet(first).before() is None
    assert drafted.sheet(99).draft == drafted.sheet(second).draft


def test_a_pin_writes_only_what_differs_and_is_one_step(drafted: Drafted) -> None:
    draft_id = drafted.draft()
    assert drafted.pairs(draft_id) == {drafted.cell("Cy", "Ada"), drafted.cell("Di", "Bo")}
    before = rows(drafted.desk)
    pin = Fixed(frozenset({drafted.cell("Di", "Bo")}))
    drafted.change(draft_id, pin, "Pin Di & Bo")
    assert written(drafted.desk, "match_choice") == 1
    assert written(drafted.desk, "match_draft") == 0
    assert drafted.desk.undo_label() == "Pin Di & Bo"
    assert drafted.kept(draft_id).draft.fixed == pin
    drafted.desk.undo()
    assert rows(drafted.desk) == before
    drafted.desk.redo()
    assert drafted.kept(draft_id).draft.fixed == pin


def test_what_a_pin_moves_is_written_with_it(drafted: Drafted) -> None:
    draft_id = drafted.draft()
    drafted.change(draft_id, Fixed(frozenset({drafted.cell("Ed", "Ada")})))
    assert drafted.pairs(draft_id) == {drafted.cell("Ed", "Ada"), drafted.cell("Di", "Bo")}
    assert written(drafted.desk, "match_choice") == 2


def test_nothing_changed_is_no_step(drafted: Drafted) -> None:
    draft_id = drafted.draft()
    drafted.change(draft_id, Fixed(), "Suggest again")
    assert drafted.desk.undo_label() == "Suggest pairs for Crossroads 2026–27"


def test_forbidding_a_pair_takes_it_out_and_is_kept(drafted: Drafted) -> None:
    draft_id = drafted.draft()
    cell = drafted.cell("Cy", "Ada")
    drafted.change(draft_id, Fixed(forbids=frozenset({cell})), "Forbid Cy & Ada")
    kept = drafted.kept(draft_id).draft
    assert cell not in drafted.pairs(draft_id)
    assert kept.fixed == Fixed(forbids=frozenset({cell}))
    assert drafted.sheet().drafts[0].forbidden == 1


def test_a_pin_of_somebody_who_cannot_be_paired_is_kept_and_is_no_pair(drafted: Drafted) -> None:
    draft_id = drafted.draft()
    lost = (drafted.people["Ada"], drafted.people["Bo"])
    kept = drafted.kept(draft_id).draft
    found = drafted.suggested(kept.settings)
    drafted.desk.do(drafts.keep, draft_id, kept.settings, Fixed(frozenset({lost})), found, "Pin")
    again = drafted.kept(draft_id).draft
    assert again.fixed.pins == {lost}
    assert {(pair.mentee, pair.mentor) for pair in again.pairs} == found[0].cells()


def test_settings_are_kept_with_the_draft_and_not_with_the_program(drafted: Drafted) -> None:
    draft_id = drafted.draft()
    rules = replace(drafted.settings().rules, goal=Goal.SCORE).with_rule(Rule("lowest_fit", on=True, points=20))
    drafted.change(draft_id, Fixed(), "Highest total", rules=rules)
    assert drafted.kept(draft_id).draft.settings.rules == rules
    assert drafted.settings().rules.goal is Goal.PARTICIPATION
    assert drafted.sheet().drafts[0].goal is Goal.SCORE
    task = drafted.sheet().task
    assert task
    assert task.rules == rules


def test_weights_that_are_all_zero_are_refused_and_nothing_is_written(drafted: Drafted) -> None:
    draft_id = drafted.draft()
    settings = drafted.settings()
    none = replace(settings.rules, criteria=tuple(replace(each, weight=0) for each in settings.rules.criteria))
    with pytest.raises(UserError, match="every weight is 0"):
        drafted.change(draft_id, Fixed(), rules=none)
    assert drafted.kept(draft_id).draft.settings == settings


def test_what_counts_can_be_made_the_programs(drafted: Drafted) -> None:
    settings = drafted.settings()
    rules = replace(settings.rules, goal=Goal.FAIRNESS)
    program_id = drafted.sheet().program_id
    drafted.desk.do(drafts.save_program_settings, program_id, replace(settings, rules=rules))
    assert drafted.settings().rules == rules
    assert drafted.desk.read(matching.task, drafted.cohort).rules.goal is Goal.FAIRNESS
    assert drafted.desk.undo_label() == "Change what counts in Crossroads"
    with pytest.raises(NotFoundError):
        drafted.desk.do(drafts.save_program_settings, 99, settings)


def test_circles_go_with_what_counts_and_other_settings_of_the_program_stay_readable(drafted: Drafted) -> None:
    settings = drafted.settings(shape=Shape.CIRCLES, circles=CircleSize(3, 5), table_alone=True)
    drafted.desk.do(drafts.save_program_settings, drafted.sheet().program_id, settings)
    assert drafted.settings() == replace(settings, table_alone=False)
    found = drafted.desk.read(program_matching.matching, drafted.sheet().program_id)
    assert (found.rules, found.problem) == (settings.rules, "")
    assert len(drafted.desk.read(matching.proposal, drafted.cohort).pairs) == 2


def test_a_name_is_asked_for_and_belongs_to_one_draft(drafted: Drafted) -> None:
    first, second = drafted.draft(), drafted.draft()
    with pytest.raises(FieldError, match="Give the draft a name"):
        drafted.desk.do(drafts.rename, second, "  ")
    with pytest.raises(FieldError, match="There is a draft “draft 1” of this cohort already") as told:
        drafted.desk.do(drafts.rename, second, "draft 1")
    assert (told.value.field, told.value.proposal) == ("name", "draft 1 (2)")
    drafted.desk.do(drafts.rename, first, " DRAFT 1 ")
    assert [row.name for row in drafted.sheet().drafts] == ["DRAFT 1", "Draft 2"]
    assert drafted.desk.undo_label() == "Rename Draft 1 to DRAFT 1"


def test_a_draft_removed_goes_with_its_pairs_and_comes_back(drafted: Drafted) -> None:
    draft_id = drafted.draft()
    before = rows(drafted.desk)
    drafted.desk.do(drafts.remove, draft_id)
    assert rows(drafted.desk) == []
    assert drafted.sheet().draft is None
    assert drafted.desk.undo_label() == "Remove Draft 1 of Crossroads 2026–27"
    for action, args in ((drafts.remove, ()), (drafts.rename, ("Gone",)), (drafts.commit, ())):
        with pytest.raises(NotFoundError, match="draft is not in the desk any more"):
            drafted.desk.do(action, draft_id, *args)
    drafted.desk.undo()
    assert rows(drafted.desk) == before


def test_a_cohort_is_removed_with_its_drafts_and_scores(drafted: Drafted) -> None:
    drafted.draft()
    scores = matching.Scores((("ada.ek@solvane.example", "cy.ek@solvane.example", 5),), "scores.csv")
    drafted.desk.do(drafts.set_scores, drafted.cohort, scores)
    drafted.desk.do(cohorts.remove, drafted.cohort)

    def left(session: Session) -> int:
        return sum(len(session.scalars(select(table)).all()) for table in (MatchDraft, MatchChoice, MatchScores))

    assert drafted.desk.read(left) == 0
    drafted.desk.undo()
    assert len(drafted.sheet().drafts) == 1
    assert drafted.sheet().table_name == "scores.csv"


def test_circles_keep_their_numbers(desk: Desk) -> None:
    drafted = Drafted(desk).found()
    for name in ("Ada Ek", "Bo Ek"):
        drafted.join(name, Role.MENTOR, capacity=3)
    for name in ("Cy", "Di", "Ed", "Flo", "Gus"):
        drafted.join(f"{name} Ek", Role.MENTEE)
    draft_id = drafted.draft(drafted.settings(shape=Shape.CIRCLES, circles=CircleSize(2, 3)))
    pairs = drafted.kept(draft_id).draft.pairs
    assert sorted(sum(pair.circle == number for pair in pairs) for number in (1, 2)) == [2, 3]
    assert len({(pair.circle, pair.mentor) for pair in pairs}) == 2
    task = drafted.sheet().task
    assert task
    assert (task.shape, task.circles) == (Shape.CIRCLES, CircleSize(2, 3))


def test_rounds_of_peers_are_kept_apart(desk: Desk) -> None:
    drafted = Drafted(desk, format=Format.PEER).found()
    for name in ("Cy", "Di", "Ed", "Flo", "Gus"):
        drafted.join(f"{name} Ek", Role.PEER)
    draft_id = drafted.draft(drafted.settings(rounds=3))
    kept = drafted.kept(draft_id).draft
    rounds = kept.rounds()
    assert [len(cells) for cells in rounds] == [2, 2, 2]
    assert len({frozenset(cell) for cells in rounds for cell in cells}) == 6
    (row,) = drafted.sheet().drafts
    assert (row.pairs, row.unmatched) == (2, 1)
    assert kept.settings.rounds == 3
    one = rounds[0][0]
    drafted.change(draft_id, Fixed(frozenset({one[::-1]})), "Pin a pair")
    assert drafted.kept(draft_id).draft.fixed.pins == {one}


def test_settings_from_elsewhere_are_a_sentence(drafted: Drafted) -> None:
    other, draft_id = drafted.draft(), drafted.draft()

    def spoil(session: Session) -> None:
        session.get_one(MatchDraft, draft_id).settings = {"rules": {"criteria": {"charm": 3}}, "people": 7, "asked": []}

    drafted.desk.do(spoil)
    sheet = drafted.sheet()
    assert sheet.task is None
    assert sheet.problem.startswith("The settings of “Draft 2” cannot be read: There is no criterion “charm”.")
    assert sheet.draft
    assert len(sheet.draft.pairs) == 2
    assert [row.unmatched for row in sheet.drafts] == [1, 0]
    assert drafted.sheet(other).problem == ""
    assert drafted.desk.read(drafts.comparison, draft_id, other).same == 2


def test_rules_of_a_program_that_cannot_be_read_are_a_sentence(drafted: Drafted) -> None:
    draft_id = drafted.draft()

    def spoil(session: Session) -> None:
        program = session.scalars(select(Program)).one()
        program.match_rules = {"criteria": {"wishes": 0}}

    drafted.desk.do(spoil)
    sheet = drafted.sheet(draft_id)
    assert sheet.program_settings is None
    assert (sheet.problem, sheet.task is None) == ("", False)
    drafted.desk.do(drafts.remove, draft_id)
    sheet = drafted.sheet()
    assert "The match rules of “Crossroads” cannot be read: Nothing counts" in sheet.problem
    assert sheet.task is None
