"""What cannot be matched as it is: each has a sentence and a way on, in the window."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from mentordesk.domain.cohorts import EnrollmentRow, EnrollmentStatus, Role
from mentordesk.services.programs import cohorts
from mentordesk.ui import file_choice
from mentordesk.ui.matching.page import MatchingPage
from mentordesk.ui.widgets.error_dialog import ErrorDialog
from tests.drafted import Drafted
from tests.ui.matching.conftest import settle

HEAD = "mentor,mentee,score\n"


def mail(name: str) -> str:
    return f"{name.lower()}.ek@solvane.example"


@pytest.fixture
def choose_table(monkeypatch, tmp_path: Path) -> Callable[[str], None]:
    """What the file dialog answers: a score table with these lines."""

    def chosen(lines: str) -> None:
        table = tmp_path / "scores.csv"
        table.write_text(HEAD + lines, encoding="utf-8")
        monkeypatch.setattr(file_choice, "open_file", lambda *_: table)

    return chosen


def test_names_in_place_of_addresses_are_told_as_such(qtbot, page: MatchingPage, choose_table, monkeypatch) -> None:
    advised: list[str] = []
    monkeypatch.setattr(ErrorDialog, "exec", lambda _dialog: 0)
    page.workplace.failed.connect(lambda error: advised.append(error.advice))
    choose_table("Ada Ek,Cy Ek,5\n")
    page.counts.scores_asked.emit()
    qtbot.waitUntil(lambda: bool(advised))
    assert advised == ["Write e-mail addresses in place of names, then choose the table again."]


def told(page: MatchingPage, monkeypatch) -> list[str]:
    """What error messages say from now on."""
    found: list[str] = []
    page.workplace.failed.connect(lambda error: found.append(error.sentence()))
    monkeypatch.setattr(ErrorDialog, "exec", lambda dialog: found.append(dialog.title.text()))
    return found


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            f"{mail('Ada')},nobody@x.example,5\n",
            "1 address of the table is not in this cohort: mentee nobody@x.example.",
        ),
        (f"{mail('Ada')},{mail('Cy')},5\n{mail('Ada')},{mail('Cy')},6\n", "1 pair is given twice"),
        (f"{mail('Ada')},{mail('Cy')},much\n", "1 score is no number"),
        ("", "The file was not read"),
    ],
)
def test_a_score_table_that_cannot_be_used_is_told_and_nothing_changes(
    qtbot, page: MatchingPage, choose_table, monkeypatch, lines: str, said: str
) -> None:
    before, heard = page.sheet, told(page, monkeypatch)
    choose_table(lines)
    page.counts.scores_asked.emit()
    qtbot.waitUntil(lambda: bool(heard))
    assert said in " ".join(heard)
    settle(qtbot, page)
    assert page.sheet.table_name == ""
    assert page.sheet.draft == before.draft


def test_weights_that_are_all_zero_are_told_at_the_weights_and_the_draft_stays(qtbot, page: MatchingPage) -> None:
    for line in list(page.counts.editor.criteria.lines.values()):
        line.slider.setFocus()
        qtbot.keyClick(line.slider, Qt.Key.Key_Home)
        line.slider.settle()
        settle(qtbot, page)
    problem = page.counts.editor.criteria.problem
    assert problem.isVisible()
    assert "Nothing counts" in problem.text()
    assert len(page.card.rows()) == 3
    assert any(each.weight for each in page.sheet.draft.settings.rules.criteria)


def test_a_must_that_nobody_meets_is_named_and_made_a_weight_again_from_there(qtbot, page: MatchingPage) -> None:
    rules = page.editing.settings.rules.without("lowest_fit")
    must = replace(rules.criterion("wishes"), must=True)
    criteria = tuple(must if each.key == "wishes" else each for each in rules.criteria)
    page.editing.change(replace(page.editing.settings, rules=replace(rules, criteria=criteria)), "Make wishes a must")
    settle(qtbot, page)
    gus = page.unmatched.list.rows_model.people[0]
    assert (gus.name, gus.reason) == ("Gus Ek", "“Wishes met is a must” forbids all 3 mentors")
    assert gus.act.value == "Relax the rule…"


def test_where_the_rules_forbid_every_pair_the_page_says_so_and_which_must_it_is(qtbot, desk, show) -> None:
    drafted = Drafted(desk).found()
    drafted.join("Ada Ek", Role.MENTOR, offers=("Data",))
    drafted.join("Cy Ek", Role.MENTEE, wants=("Welding",))
    settings = drafted.settings()
    rules = settings.rules.without("lowest_fit")
    must = tuple(replace(each, must=each.key == "wishes") for each in rules.criteria)
    drafted.draft(replace(settings, rules=replace(rules, criteria=must)))
    page = show()
    assert page.card.empty.isVisible()
    assert page.card.empty.title.text() == "No pair is possible with these rules"
    assert page.card.empty.sentence.text().startswith("See why at the people below")
    assert "“Wishes met” is a must, and no pair meets it. Make it a weight" in page.card.empty.sentence.text()
    assert page.head.commit.toolTip() == "There is no pair to commit"


def test_mentors_without_a_place_left_are_told_with_what_helps(qtbot, desk, show) -> None:
    drafted = Drafted(desk).found()
    drafted.join("Ada Ek", Role.MENTOR)
    for name in ("Cy", "Di"):
        drafted.join(f"{name} Ek", Role.MENTEE)
    drafted.desk.do(pairs_made, drafted)
    page = show()
    assert page.empty.isVisible()
    assert "No mentor has a place left" in page.empty.sentence.text()


def pairs_made(session, drafted: Drafted) -> None:
    from mentordesk.services.matching import matching

    matching.commit(session, drafted.cohort, [drafted.cell("Cy", "Ada")])


@pytest.mark.parametrize(
    ("mentors", "mentees", "said"),
    [
        (40, 2, "40 places for 2 mentees: most mentors will have nobody."),
        (2, 40, "40 mentees for 2 places: most mentees will have nobody."),
    ],
)
def test_few_of_one_side_for_many_of_the_other(qtbot, desk, show, mentors: int, mentees: int, said: str) -> None:
    drafted = Drafted(desk).found()
    for at in range(mentors):
        drafted.join(f"Mentor{at} Ek", Role.MENTOR, offers=("Data",))
    for at in range(mentees):
        drafted.join(f"Mentee{at} Ek", Role.MENTEE, wants=("Data",))
    page = show()
    assert said in page.empty.sentence.text()
    page.empty.action.click()
    settle(qtbot, page)
    assert len(page.card.rows()) == min(mentors, mentees)
    assert page.card.notes.isVisible()
    assert said in page.card.notes.toolTip()
    assert len(page.unmatched.list.rows_model.people) == abs(mentors - mentees)


def test_somebody_withdrawn_after_the_draft_makes_it_stale_and_the_pin_is_named(
    qtbot, drafted: Drafted, page: MatchingPage
) -> None:
    page.editing.pin(drafted.cell("Cy", "Ada"))
    settle(qtbot, page)
    enrolled = next(
        row for row in desk_enrollments(drafted) if (row.person_id, row.role) == (drafted.people["Cy"], Role.MENTEE)
    )
    drafted.desk.do(cohorts.set_enrollment_status, [enrolled.id], EnrollmentStatus.WITHDRAWN)
    settle(qtbot, page)
    assert page.stale.isVisible()
    assert "Cy Ek" in page.stale.words.text()
    assert "Cy" not in {row.mentee_name.split()[0] for row in page.card.rows()}
    page.stale.again.click()
    settle(qtbot, page)
    assert not page.stale.isVisible()
    assert page.sheet.draft.name == "Draft 2"


def desk_enrollments(drafted: Drafted) -> list[EnrollmentRow]:
    return drafted.desk.read(cohorts.enrollments, drafted.cohort)
