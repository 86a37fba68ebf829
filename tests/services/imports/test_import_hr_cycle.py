"""The same HR export again: what has turned is proposed once, noted where accepted, and leavers' pairs are named."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mentordesk.domain.errors import CancelledError
from mentordesk.domain.importing import ImportResult, RowState, is_hr_export
from mentordesk.domain.people import CareerKind, PersonStatus
from mentordesk.services.imports import importing
from mentordesk.services.imports.importing import Hooks, ImportRequest
from mentordesk.services.people import careers, people
from mentordesk.services.today import attention
from tests import builders

HEADINGS = "Emp ID,Full Name,Work Email,Supervisor ID,Department,Job Grade,Employment Status,Hire Date"
HEADINGS += ",Last Promotion Date,Termination Date,Job Title"
BOSS = "00001,Hana Kobayashi,hana@solvane.example,,Board,7,Active,2010-02-01,,,Head of operations"
TENDAI = "00012,Tendai Moyo,tendai@solvane.example,00001,Operations,4,Active,2018-04-03,2022-05-13,,Planner"
ANA = "00013,Ana Ruiz,ruiz@solvane.example,00012,Operations,3,On Leave,2020-05-04,,,Analyst"
GONE = "00014,Gus Ortiz,gus@solvane.example,00012,Operations,3,Terminated,2015-05-04,,2026-03-31,Analyst"
TODAY = date(2026, 6, 4)


@pytest.fixture
def export(desk, tmp_path: Path):
    def make(*lines: str, **values) -> ImportRequest:
        file = tmp_path / "workday.csv"
        file.write_text("\n".join([HEADINGS, *lines]), encoding="utf-8")
        table = importing.read_file(file)
        return ImportRequest(table, desk.read(importing.guess, table), file=file.name, **values)

    return make


@pytest.fixture
def first(desk, export) -> None:
    desk.do(importing.apply, export(BOSS, TENDAI, ANA, GONE))


def person(desk, name: str) -> int:
    return next(row.id for row in desk.read(people.rows) if row.name == name)


def milestones(desk, name: str) -> set[tuple[CareerKind, date, str]]:
    return {(row.kind, row.on, row.title) for row in desk.read(careers.career, person(desk, name))}


def turned(desk, request: ImportRequest) -> set[tuple[str, CareerKind]]:
    return {(one.person.split()[0], one.kind) for one in desk.read(importing.preview, request).careers}


def test_the_first_export_has_nothing_to_compare_with_and_keeps_status_and_last_days(desk, first, export) -> None:
    found = {row.name: row.status for row in desk.read(people.rows)}
    assert found["Ana Ruiz"] is PersonStatus.LEAVE
    assert found["Gus Ortiz"] is PersonStatus.LEFT
    assert milestones(desk, "Tendai Moyo") == {(CareerKind.PROMOTION, date(2022, 5, 13), "Promoted to Planner")}
    assert milestones(desk, "Gus Ortiz") == set()


def test_the_same_export_again_is_unchanged_and_proposes_nothing(desk, first, export) -> None:
    preview = desk.read(importing.preview, export(BOSS, TENDAI, ANA, GONE))
    assert {row.state for row in preview.rows} == {RowState.UNCHANGED}
    assert (preview.careers, preview.partings) == ((), ())


def test_a_manager_whose_own_row_is_wrong_changes_nobody_for_ever(desk, export) -> None:
    boss = BOSS.replace("hana@solvane.example", "hana at home")
    request = export(boss, TENDAI)
    desk.do(importing.apply, request, leave_out_wrong=True)
    preview = desk.read(importing.preview, request)
    assert {row.id: row.state for row in preview.rows} == {2: RowState.WRONG, 3: RowState.UNCHANGED}
    assert "Managers were found for 0 of 1 people; 1 is not in the desk and left empty" in preview.sentences


def test_the_own_manager_is_left_empty_and_told(desk, export) -> None:
    preview = desk.read(importing.preview, export(BOSS.replace("example,,", "example,00001,")))
    assert [row.state for row in preview.rows] == [RowState.NEW]
    assert "1 person has themselves as the manager, who is left empty" in preview.sentences


SECOND = (
    BOSS,
    "00012,Tendai Moyo,tendai@solvane.example,00001,Finance,5,Active,2018-04-03,2026-06-01,,Head of planning",
    "00013,Ana Ruiz,ruiz@solvane.example,00001,Operations,3,Active,2020-05-04,,,Analyst",
    GONE,
)


def test_promotion_transfer_new_manager_and_return_are_found(desk, first, export) -> None:
    found = {(one.person, one.kind): one for one in desk.read(importing.preview, export(*SECOND)).careers}
    assert set(found) == {
        ("Tendai Moyo", CareerKind.PROMOTION),
        ("Tendai Moyo", CareerKind.TRANSFER),
        ("Ana Ruiz", CareerKind.NEW_MANAGER),
        ("Ana Ruiz", CareerKind.RETURN),
    }
    promotion = found["Tendai Moyo", CareerKind.PROMOTION]
    assert (promotion.on, promotion.title) == (date(2026, 6, 1), "Promoted to Head of planning")
    assert (promotion.before, promotion.after) == ("Planner, level 4", "Head of planning, level 5")
    manager = found["Ana Ruiz", CareerKind.NEW_MANAGER]
    assert (manager.on, manager.before, manager.after) == (TODAY, "Tendai Moyo", "Hana Kobayashi")


def test_what_is_ticked_is_noted_in_the_same_step_with_its_source(desk, first, export) -> None:
    request = export(*SECOND)
    keys = [one.key for one in desk.read(importing.preview, request).careers if one.kind is CareerKind.PROMOTION]
    result = desk.do(importing.apply, replace(request, accepted=frozenset(keys)))
    assert (result.changed, result.careers, len(result.proposed)) == (2, 1, 4)
    assert (CareerKind.PROMOTION, date(2026, 6, 1), "Promoted to Head of planning") in milestones(desk, "Tendai Moyo")
    assert milestones(desk, "Ana Ruiz") == set()
    desk.undo()
    assert len(milestones(desk, "Tendai Moyo")) == 1
    assert turned(desk, request) == {("Tendai", CareerKind.PROMOTION), ("Tendai", CareerKind.TRANSFER)} | {
        ("Ana", CareerKind.NEW_MANAGER),
        ("Ana", CareerKind.RETURN),
    }


@pytest.mark.parametrize("accepted", [None, frozenset()])
def test_neither_what_was_noted_nor_what_was_declined_comes_again(desk, first, export, accepted) -> None:
    desk.do(importing.apply, export(*SECOND, accepted=accepted))
    assert desk.read(importing.preview, export(*SECOND)).careers == ()


def test_a_promotion_that_was_only_listed_comes_again(desk, first, export) -> None:
    dated = export(TENDAI.replace("2022-05-13", "2026-05-04"))
    desk.do(importing.apply, replace(dated, accepted=frozenset(), declines=False))
    assert turned(desk, dated) == {("Tendai", CareerKind.PROMOTION)}
    desk.do(importing.apply, replace(dated, accepted=frozenset()))
    assert turned(desk, dated) == set()


def test_what_was_noted_by_hand_is_not_doubled(desk, first, export) -> None:
    tendai, ana = person(desk, "Tendai Moyo"), person(desk, "Ana Ruiz")
    desk.do(careers.add_career, tendai, CareerKind.NEW_ROLE, date(2026, 5, 25), title="Leads planning")
    desk.do(careers.add_career, ana, CareerKind.RETURN, date(2026, 4, 7))
    assert turned(desk, export(*SECOND)) == {("Tendai", CareerKind.TRANSFER), ("Ana", CareerKind.NEW_MANAGER)}


def test_an_old_date_of_a_promotion_is_no_news(desk, first, export) -> None:
    assert turned(desk, export(TENDAI.replace("2022-05-13", "2024-01-10"))) == set()


def test_leavers_get_their_last_day_and_their_pairs_are_named(desk, first, export) -> None:
    tendai = person(desk, "Tendai Moyo")
    pair = builders.add_pair(desk, tendai, "Wanjiru Kamau")
    leaving = export(TENDAI.replace("Active", "Terminated").replace(",,Planner", ",2026-05-29,Planner"))
    preview = desk.read(importing.preview, leaving)
    (parting,) = preview.partings
    assert (parting.pair_id, parting.pair, parting.person) == (pair, "Tendai Moyo & Wanjiru Kamau", "Tendai Moyo")
    assert [(one.kind, one.on) for one in preview.careers] == [(CareerKind.DEPARTURE, date(2026, 5, 29))]
    desk.do(importing.apply, leaving)
    assert desk.read(people.form, tendai).status is PersonStatus.LEFT
    titles = [item.title for item in desk.read(attention.items) if pair in item.pair_ids]
    assert "Tendai Moyo left the company on 29 May" in titles
    assert desk.read(importing.preview, leaving).partings == ()


def test_who_leaves_on_a_day_to_come_is_here_until_then(desk, first, export) -> None:
    leaving = export(TENDAI.replace(",,Planner", ",2026-06-30,Planner"))
    preview = desk.read(importing.preview, leaving)
    assert [row.state for row in preview.rows] == [RowState.UNCHANGED]
    assert [(one.kind, one.on) for one in preview.careers] == [(CareerKind.DEPARTURE, date(2026, 6, 30))]
    desk.do(importing.apply, leaving)
    assert desk.read(people.form, person(desk, "Tendai Moyo")).status is PersonStatus.ACTIVE
    assert desk.read(importing.preview, leaving).careers == ()


def test_who_comes_back_has_no_last_day_any_more(desk, first, export) -> None:
    back = GONE.replace("Terminated", "Active").replace("2026-03-31", "")
    desk.do(importing.apply, export(back))
    assert desk.read(people.form, person(desk, "Gus Ortiz")).status is PersonStatus.ACTIVE
    assert {kind for kind, _on, _title in milestones(desk, "Gus Ortiz")} == {CareerKind.RETURN}


def test_leavers_of_an_export_are_not_enrolled(desk, export) -> None:
    cohort = builders.add_cohort(desk)
    request = export(TENDAI, GONE, cohort_id=cohort, roles=())
    request = replace(request, roles=(builders.Role.MENTEE,))
    preview = desk.read(importing.preview, request)
    assert preview.notes == ("1 person has left the company and is not enrolled",)
    assert {row.id: row.texts.get("role") for row in preview.rows} == {2: "mentee", 3: None}
    assert desk.do(importing.apply, request) == ImportResult(2, 0, 0, 0, left=1)


def test_another_scale_of_levels_is_told(desk, export) -> None:
    lines = [f"{at:05},Pat Nr{at},p{at}@solvane.example,,Ops,{{}},Active,2020-01-01,,,Clerk" for at in range(1, 13)]
    desk.do(importing.apply, export(*(line.format(3) for line in lines)))
    notes = desk.read(importing.preview, export(*(line.format(4) for line in lines))).notes
    assert notes == ("The levels of 12 of 12 people are higher than before: is it another scale?",)


def test_an_export_of_the_hr_system_is_known_by_its_fields(desk, export) -> None:
    assert is_hr_export(export(TENDAI).mapping.values())
    assert not is_hr_export(["name", "email", "department", "offers", "wants", "role"])


def test_an_import_that_is_stopped_leaves_the_desk_as_it_was(desk, export) -> None:
    told: list[int] = []
    hooks = Hooks(lambda done, total: told.append(done), lambda: bool(told) and told[-1] >= 55)
    with pytest.raises(CancelledError):
        desk.do(importing.apply, export(BOSS, TENDAI), hooks=hooks)
    assert desk.read(people.rows) == []
    assert told == sorted(told)
    assert desk.undo_label() == ""


def test_progress_runs_to_the_end(desk, export) -> None:
    told: list[tuple[int, int]] = []
    desk.do(importing.apply, export(BOSS, TENDAI), hooks=Hooks(lambda done, total: told.append((done, total))))
    assert (told[0], told[-1]) == ((0, 100), (100, 100))


def test_ways_are_remembered_with_the_columns(desk, export) -> None:
    request = export(TENDAI)
    chosen = replace(request.ways, day_first=False, role="mentor")
    desk.do(importing.apply, replace(request, ways=chosen))
    assert desk.read(importing.ways, request.table) == chosen
    assert desk.read(importing.guess, request.table) == request.mapping


LEAVING = "00015,Ines Duarte,ines@solvane.example,00001,Finance,3,Active,2019-05-04,,2026-09-30,Analyst"
LEAVES = (CareerKind.DEPARTURE, date(2026, 9, 30), "Leaves the company")


def test_the_last_day_to_come_of_somebody_new_is_proposed_with_the_first_file(desk, export) -> None:
    request = export(BOSS, LEAVING)
    (proposal,) = desk.read(importing.preview, request).careers
    assert (proposal.person, proposal.kind, proposal.on) == ("Ines Duarte", CareerKind.DEPARTURE, date(2026, 9, 30))
    result = desk.do(importing.apply, replace(request, accepted=frozenset({proposal.key})))
    assert (result.new, result.careers) == (2, 1)
    assert milestones(desk, "Ines Duarte") == {LEAVES}
    assert {row.name: row.status for row in desk.read(people.rows)}["Ines Duarte"] is PersonStatus.ACTIVE
    assert desk.read(importing.preview, request).careers == ()
    desk.undo()
    assert desk.read(people.rows) == []


def test_a_last_day_to_come_that_was_declined_does_not_come_again(desk, export) -> None:
    request = export(BOSS, LEAVING, accepted=frozenset())
    assert desk.do(importing.apply, request).careers == 0
    assert milestones(desk, "Ines Duarte") == set()
    assert desk.read(importing.preview, request).careers == ()


def test_a_termination_that_is_announced_of_somebody_new_is_one_to_come(desk, export) -> None:
    request = export(LEAVING.replace("Active", "Terminated"))
    assert turned(desk, request) == {("Ines", CareerKind.DEPARTURE)}
    desk.do(importing.apply, request)
    assert milestones(desk, "Ines Duarte") == {LEAVES}


def test_the_proposal_of_somebody_new_is_the_same_with_another_row_skipped(desk, export) -> None:
    (proposal,) = desk.read(importing.preview, export(BOSS, LEAVING)).careers
    (again,) = desk.read(importing.preview, export(BOSS, LEAVING, skipped=frozenset({2}))).careers
    assert again.key == proposal.key


def test_somebody_new_who_is_wrong_or_gone_is_proposed_nothing(desk, export) -> None:
    wrong = LEAVING.replace("ines@solvane.example", "hana at home")
    assert turned(desk, export(BOSS, wrong, GONE)) == set()
