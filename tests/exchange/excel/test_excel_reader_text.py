"""Text files with columns: every encoding and separator that spreadsheets and HR systems write."""

from pathlib import Path

import pytest

from mentordesk.domain.errors import FileError
from mentordesk.exchange.excel import reader
from tests.exchange import hostile

LINES = ("Name;E-mail;Skills", "Zoë Müller;zoe@b.example;reading, writing", "Łukasz Żak;l@b.example;")
WESTERN = ("Name;E-mail;Skills", "Zoë Müller – “Zo”;zoe@b.example;€", "José Peña;j@b.example;")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Roster.csv"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r"])
def test_every_encoding_gives_the_same_names(path: Path, encoding: str, ends: str) -> None:
    table = reader.read(hostile.csv(path, LINES, encoding, ends))
    assert table.headings == ("Name", "E-mail", "Skills")
    assert table.body == (
        (2, ("Zoë Müller", "zoe@b.example", "reading, writing")),
        (3, ("Łukasz Żak", "l@b.example", None)),
    )
    assert table.notes == (f"Read as {encoding[:6].upper().rstrip('-')}, with semicolons between the columns",)


def test_windows_text_is_known_by_its_letters(path: Path) -> None:
    table = reader.read(hostile.csv(path, WESTERN, "cp1252"))
    assert [cells[0] for _number, cells in table.body] == ["Zoë Müller – “Zo”", "José Peña"]
    assert table.body[0][1][2] == "€"
    assert table.notes == ("Read as Windows text (1252), with semicolons between the columns",)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_separator_is_found(path: Path, separator: str) -> None:
    lines = [separator.join(row) for row in (hostile.HEADINGS, *hostile.PEOPLE)]
    assert reader.read(hostile.csv(path, lines)).body == ((2, hostile.PEOPLE[0]), (3, hostile.PEOPLE[1]))


def test_commas_inside_texts_do_not_make_columns(path: Path) -> None:
    lines = ("Name;E-mail;Wants", "Moyo, Tendai;a@b.example;budgets, leading", "Hirano, Aiko;c@d.example;data, tools")
    assert reader.read(hostile.csv(path, lines)).headings == ("Name", "E-mail", "Wants")


def test_the_separator_that_excel_writes_into_the_first_line_counts(path: Path) -> None:
    table = reader.read(hostile.csv(path, ("sep=|", "Name|E-mail", "Moyo, T;|a@b.example")))
    assert table.body == ((2, ("Moyo, T;", "a@b.example")),)


def test_quoted_texts_keep_line_breaks_separators_and_quotation_marks(path: Path) -> None:
    lines = (
        "Name,E-mail,Notes",
        '"Moyo, Tendai",a@b.example,"Says ""hello""',
        'and works, mostly, at night"',
        "Aiko,c@d.example,",
    )
    table = reader.read(hostile.csv(path, lines))
    assert table.body[0] == (2, ("Moyo, Tendai", "a@b.example", 'Says "hello"\nand works, mostly, at night'))
    assert table.body[1] == (3, ("Aiko", "c@d.example", None))


def test_empty_lines_count_as_rows_and_short_and_long_lines_are_rows(path: Path) -> None:
    lines = ("", "Name,E-mail,Team", "", "Tendai,a@b.example", ",,,,,,", "Aiko,c@d.example,Lab,extra")
    table = reader.read(hostile.csv(path, lines))
    assert table.headings == ("Name", "E-mail", "Team", "Column D")
    assert table.body == ((4, ("Tendai", "a@b.example", None, None)), (6, ("Aiko", "c@d.example", "Lab", "extra")))


def test_numbers_in_texts_stay_as_they_are_written(path: Path) -> None:
    table = reader.read(hostile.csv(path, ("Name,Number", "Tendai,00123", "Aiko,1e5")))
    assert [cells[1] for _number, cells in table.body] == ["00123", "1e5"]


def test_a_text_file_has_no_sheets(path: Path) -> None:
    hostile.csv(path, LINES)
    assert reader.sheet_names(path) == ()
    assert (reader.read(path).name, reader.read(path).sheets) == ("", ())


def test_an_open_quotation_mark_is_told_with_its_row_and_loses_no_rows(path: Path) -> None:
    lines = ("Name,E-mail", "Tendai,a@b.example", '"Aiko,c@d.example', "Mirela,e@f.example")
    with pytest.raises(FileError, match=r"a quotation mark in row 3 is opened and not closed"):
        reader.read(hostile.csv(path, lines))


def test_a_text_longer_than_any_cell_is_a_sentence(path: Path) -> None:
    with pytest.raises(FileError, match="quotation mark in row 2"):
        reader.read(hostile.csv(path, ("Name,E-mail", f'"{"x" * 1_100_000}",a@b.example')))


def test_a_zero_byte_that_an_export_left_behind_makes_no_other_encoding(tmp_path: Path) -> None:
    path = tmp_path / "Roster.csv"
    path.write_bytes(b"Name,Email\r\nAda\0 Ek,ada@solvane.example\r\nBo Li,bo@solvane.example\r\n")
    table = reader.read(path)
    assert table.headings == ("Name", "Email")
    assert [cells for _number, cells in table.body] == [
        ("Ada Ek", "ada@solvane.example"),
        ("Bo Li", "bo@solvane.example"),
    ]
