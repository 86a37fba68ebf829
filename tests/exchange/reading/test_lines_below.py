"""Lines below a table that are about it: a count, a date, a word; and people who stand there."""

from pathlib import Path

import pytest

from mentordesk.exchange.excel import reader

TABLE = "Nr,Name,E-mail\n1,Ada Ek,ada@firm.com\n2,Bo Li,bo@firm.com\n"


def read(tmp_path: Path, text: str) -> tuple[list[object], str]:
    path = tmp_path / "List.csv"
    path.write_text(text, encoding="utf-8")
    table = reader.read(path)
    return [cells[1] for _number, cells in table.body], table.notes[-1]


@pytest.mark.parametrize("line", ["Gesamt: 120 Mitarbeitende", "Confidential", "As of 4 June 2026", ",120 people"])
def test_a_line_about_the_table_is_left_out_and_told(tmp_path: Path, line: str) -> None:
    names, note = read(tmp_path, f"{TABLE}\n{line}\n")
    assert names == ["Ada Ek", "Bo Li"]
    assert note == f"1 line below the table was left out: “{line.strip(',')}”"


def test_several_lines_are_told_together(tmp_path: Path) -> None:
    names, note = read(tmp_path, f"{TABLE}\n2 people\n\nPrinted on 4.6.2026\n")
    assert names == ["Ada Ek", "Bo Li"]
    assert note == "2 lines below the table were left out: “2 people”, “Printed on 4.6.2026”"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"{TABLE}\n,Cleo Orr\n", "Cleo Orr"),  # a name: somebody is missing the rest
        (f"{TABLE},Confidential\n", "Confidential"),  # no empty row above it
        (f"{TABLE}\n,Cleo\n3,Di Ng,di@firm.com\n", "Di Ng"),  # the table goes on
    ],
)
def test_what_may_be_a_person_stays(tmp_path: Path, text: str, last: str) -> None:
    names, note = read(tmp_path, text)
    assert names[-1] == last
    assert "left out" not in note


def test_a_list_of_two_columns_keeps_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "List.csv"
    path.write_text("Name,Team\nAda Ek,Data\n\nCher\n", encoding="utf-8")
    assert [cells[0] for _number, cells in reader.read(path).body] == ["Ada Ek", "Cher"]
