"""What the bar below the steps says, and why one cannot go on."""

from datetime import date
from pathlib import Path

import pytest

from mentordesk.domain.importing import (
    CareerProposal,
    ImportResult,
    PartingPair,
    Preview,
    PreviewRow,
    RowState,
    Shape,
)
from mentordesk.domain.people import CareerKind
from mentordesk.exchange.excel import reader
from mentordesk.ui.imports import wording
from mentordesk.ui.imports.draft import Draft
from mentordesk.ui.imports.foot_words import AGREE, COLUMNS, DONE, FILE, ROWS, foot_words

PROMOTION = CareerProposal("1|promotion", 1, "Ana", CareerKind.PROMOTION, date(2026, 5, 1), "Promoted", "4", "5")
PAIR = PartingPair(7, "Ana & Bo", "Bo")


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    path = tmp_path / "People.csv"
    path.write_text("Name,E-mail\nAna,ana@solvane.example\n", encoding="utf-8")
    return Draft(path, reader.read(path), {"Name": "name", "E-mail": "email"})


def preview(*states: RowState, **more) -> Preview:
    return Preview(tuple(PreviewRow(at, state, {}, {}) for at, state in enumerate(states, 2)), (), **more)


def test_without_a_file_there_are_no_buttons():
    assert not foot_words(FILE, None, None, "", False).has_file
    assert not foot_words(DONE, None, None, "", False).has_file


def test_a_file_leads_to_its_columns_at_once(draft):
    said = foot_words(FILE, draft, None, "", False)
    assert (said.onward, said.why_not, said.back) == ("Match columns", "", False)


def test_without_a_preview_the_reason_is_said(draft):
    assert foot_words(COLUMNS, draft, None, "", False).why_not == "The rows are being read"
    assert foot_words(COLUMNS, draft, None, "No column is matched to Name.", False).why_not.startswith("No column")


def test_rows_are_imported_right_away_where_no_career_turned(draft):
    said = foot_words(ROWS, draft, preview(RowState.NEW, RowState.CHANGED, RowState.WRONG), "", False)
    assert (said.onward, said.imports) == ("Import 2 rows", True)
    assert said.save_wrong == "Save the row to Excel…"
    assert said.words == "1 new, 1 updated. 1 row with a problem stays out"


def test_what_stays_as_it_is_goes_first_where_there_is_no_room(draft):
    said = foot_words(COLUMNS, draft, preview(RowState.NEW, RowState.UNCHANGED, RowState.WRONG), "", False)
    assert said.words == "1 new, 0 updated, 1 unchanged. 1 row with a problem stays out"
    assert said.short == "1 new, 0 updated. 1 row with a problem stays out"


def test_careers_and_pairs_are_looked_at_first(draft):
    careers = preview(RowState.CHANGED, careers=(PROMOTION,))
    said = foot_words(ROWS, draft, careers, "", read_only=True)
    assert (said.onward, said.imports, said.why_not) == ("Look at 1 career change", False, "")
    assert foot_words(ROWS, draft, preview(RowState.CHANGED, partings=(PAIR,)), "", False).onward == (
        "Look at 1 pair of leavers"
    )
    assert "read only" in foot_words(AGREE, draft, careers, "", read_only=True).why_not


def test_a_milestone_alone_can_be_recorded(draft):
    careers = preview(RowState.UNCHANGED, careers=(PROMOTION,))
    assert foot_words(AGREE, draft, careers, "", False).onward == "Record 1 milestone"
    draft.declined = {PROMOTION.key}
    assert foot_words(AGREE, draft, careers, "", False).why_not.startswith("There is no row to import")


def test_what_will_be_stored_is_listed(draft):
    found = preview(
        RowState.NEW,
        RowState.UNCHANGED,
        RowState.WRONG,
        careers=(PROMOTION,),
        shape=Shape.HISTORY,
        notes=("2 cohorts",),
    )
    assert [words for _icon, _token, words in wording.will_be_made(found, draft)] == [
        "1 person added with their past cohorts",
        "2 cohorts",
        "1 of 1 career milestone",
        "1 person unchanged",
        "1 row with a problem stays out",
    ]


def test_the_toast_says_what_was_made():
    assert (
        wording.done(ImportResult(2, 1, 0, 1, 3))
        == "2 people imported, 1 updated, 3 career milestones recorded, 1 row left out"
    )
    assert wording.done(ImportResult(300, 0, 0, 0, left=6)) == "300 people imported, 6 of them have left"
    assert wording.done(ImportResult(0, 0, 4, 0, 1)) == "1 career milestone recorded"
    assert wording.done(ImportResult(0, 99, 19, 0)) == "99 people updated"
    assert wording.done(ImportResult(0, 1, 0, 2)) == "1 person updated, 2 rows left out"
