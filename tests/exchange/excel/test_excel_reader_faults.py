"""Files that cannot be read: always a sentence that says why and what to do, never anything else."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentordesk.domain.errors import FileError, UserError
from mentordesk.exchange.excel import reader
from mentordesk.exchange.reading import limits
from tests.exchange import hostile
from tests.exchange.hostile import HEADINGS, PEOPLE

ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt")
ROWS = (HEADINGS, *PEOPLE)


def told(path: Path) -> str:
    """What the coordinator reads about a file that cannot be read."""
    with pytest.raises(FileError) as found:
        reader.read(path)
    assert found.value.advice
    assert found.value.safe == "Nothing in MentorDesk has changed."
    assert str(found.value).startswith("The file was not read. ")
    return str(found.value).removeprefix("The file was not read. ")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert told(tmp_path / "Roster.xlsx") == f"There is no file “Roster.xlsx” in “{tmp_path}”."


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "Roster.xlsx").mkdir()
    assert told(tmp_path / "Roster.xlsx") == "“Roster.xlsx” is a folder."


def test_a_file_that_another_program_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = hostile.xlsx(tmp_path / "Roster.xlsx", ROWS)
    monkeypatch.setattr(Path, "read_bytes", locked)
    assert told(path) == "“Roster.xlsx” is open in another program, or you are not allowed to open it."


@pytest.mark.parametrize("name", ["x" * 300 + ".xlsx", "Roster\0.xlsx"])
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    assert "could not be opened: " in told(tmp_path / name)


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_file(tmp_path: Path, ending: str) -> None:
    assert told(hostile.saved(tmp_path / f"Roster{ending}", b"")) == f"“Roster{ending}” is empty."


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf", b"\r\n\r\n", b",,,\r\n;;", "\r\n".encode("utf-16")])
def test_a_text_without_text(tmp_path: Path, data: bytes) -> None:
    assert told(hostile.saved(tmp_path / "Roster.csv", data)) == "“Roster.csv” is empty."


def test_an_empty_workbook(tmp_path: Path) -> None:
    assert told(hostile.xlsx(tmp_path / "Roster.xlsx", ())) == "“Roster.xlsx” is empty."
    old = hostile.saved(tmp_path / "Old.xls", hostile.xls(()))
    assert told(old) == "“Old.xls” is empty."


def test_an_empty_sheet_that_was_named(tmp_path: Path) -> None:
    path = hostile.xlsx(tmp_path / "Roster.xlsx", (), sheet="Blank")
    with pytest.raises(FileError, match="The sheet “Blank” of “Roster"):
        reader.read(path, "Blank")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\x00\x01\x02\x03 no workbook", "is not a workbook."),
        (b"Name,E-mail\r\nTendai,a@b.example", "is a text file with the name of a workbook."),
        (b"\r\n<html><table><tr><td>Name", "is a web page with the name of a workbook."),
        (b"PK\x03\x04 torn", "is damaged or not a workbook."),
    ],
)
def test_something_else_with_the_name_of_a_workbook(tmp_path: Path, data: bytes, why: str) -> None:
    for ending in (".xlsx", ".xls", ".ods"):
        assert told(hostile.saved(tmp_path / f"Roster{ending}", data)) == f"“Roster{ending}” {why}"


def test_archives_of_something_else(tmp_path: Path) -> None:
    assert told(hostile.wordless_document(tmp_path / "Letter.xlsx")) == "“Letter.xlsx” is not a workbook."
    binary = hostile.archive(tmp_path / "Roster.xlsb", {"xl/workbook.bin": b"\0"})
    assert told(binary) == "“Roster.xlsb” is a workbook in Excel's binary format."
    hollow = hostile.archive(tmp_path / "Hollow.xlsx", {"xl/workbook.xml": b"<workbook/>"})
    assert told(hollow) in ("“Hollow.xlsx” is damaged or not a workbook.", "“Hollow.xlsx” has no sheet with cells.")


def test_a_binary_file_with_the_name_of_a_text(tmp_path: Path) -> None:
    picture = hostile.saved(tmp_path / "Roster.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    assert told(picture) == "“Roster.csv” is neither a workbook nor a text with columns."


def test_passwords(tmp_path: Path) -> None:
    why = "“{}” is protected with a password."
    new = hostile.ole({"EncryptionInfo": b"\4\0\4\0", "EncryptedPackage": b"x" * 5000})
    assert told(hostile.saved(tmp_path / "New.xlsx", new)) == why.format("New.xlsx")
    torn = hostile.saved(tmp_path / "Torn.xlsx", bytes(new[:1500]))
    assert told(torn) == why.format("Torn.xlsx")
    old = hostile.xls(ROWS, first=hostile.record(0x2F, bytes(54)))
    assert told(hostile.saved(tmp_path / "Old.xls", old)) == why.format("Old.xls")
    entry = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
    assert told(hostile.ods(tmp_path / "Open.ods", hostile.ods_table(), entry)) == why.format("Open.ods")


def test_an_archive_with_a_password(tmp_path: Path) -> None:
    path = hostile.xlsx(tmp_path / "Roster.xlsx", ROWS)
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\1\2")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\1\2", at + 4)
    assert told(hostile.saved(path, data)) == "“Roster.xlsx” is protected with a password."


def test_no_row_of_headings(tmp_path: Path) -> None:
    assert told(hostile.xlsx(tmp_path / "Roster.xlsx", PEOPLE)).startswith(
        "In the sheet “People” there is no row of headings"
    )
    numbers = hostile.csv(tmp_path / "Roster.csv", ("1,2,3", "4,5,6"))
    assert told(numbers).startswith("In the file there is no row of headings")


def test_headings_and_nothing_below(tmp_path: Path) -> None:
    why = "In the sheet “People” nothing stands below the headings."
    assert told(hostile.xlsx(tmp_path / "Roster.xlsx", (HEADINGS, ("  ", None, "")))) == why
    assert (
        told(hostile.csv(tmp_path / "Roster.csv", ("Name,E-mail",))) == "In the file nothing stands below the headings."
    )


def test_too_many_columns(tmp_path: Path) -> None:
    wide = [f"Column {number}" for number in range(1_200)]
    assert "column 1,200 (ATD), and at most 1,000 columns are read" in told(
        hostile.xlsx(tmp_path / "Roster.xlsx", (wide, wide))
    )
    assert "column 1,200" in told(hostile.csv(tmp_path / "Roster.csv", (",".join(wide), ",".join(wide))))


def test_too_many_rows(tmp_path: Path) -> None:
    lines = ("Name,E-mail", *(f"P{number},p{number}@b.example" for number in range(limits.MAX_ROWS + 1)))
    assert "and at most 100,000 are read" in told(hostile.csv(tmp_path / "Roster.csv", lines))


def test_a_value_in_the_last_cell_of_the_sheet_does_not_fill_the_memory(tmp_path: Path) -> None:
    far = f'{hostile.table_xml()}<row r="1048576">{hostile.cell("XFD1048576", "far")}</row>'
    assert told(hostile.raw_xlsx(tmp_path / "Roster.xlsx", far)).startswith(
        "The sheet “People” reaches as far as the cell XFD1048576"
    )
    rows = hostile.ods_row(["x"], 'table:number-rows-repeated="1048576"', 'table:number-columns-repeated="16384"')
    assert "reaches as far as the cell XFD" in told(hostile.ods(tmp_path / "Roster.ods", hostile.ods_table() + rows))


def test_archives_that_unpack_to_more_than_a_roster_has(tmp_path: Path) -> None:
    size = limits.MAX_UNPACKED_BYTES + 2**20
    bomb = hostile.bomb(tmp_path / "Bomb.xlsx", size)
    assert bomb.stat().st_size < 2**20
    assert told(bomb) == "“Bomb.xlsx” unpacks to more data than a roster can have."
    liar = hostile.lying_bomb(tmp_path / "Liar.xlsx", size)
    assert told(liar) == "“Liar.xlsx” is damaged or not a workbook."


def test_a_file_larger_than_any_roster(tmp_path: Path) -> None:
    path = tmp_path / "Roster.csv"
    with path.open("wb") as file:
        file.truncate(limits.MAX_FILE_BYTES + 1)
    assert told(path) == "“Roster.csv” is larger than 100 MB."


def test_entities_in_the_xml(tmp_path: Path) -> None:
    prolog = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    path = hostile.raw_xlsx(tmp_path / "Roster.xlsx", hostile.table_xml().replace("Operations", "&b;"), prolog)
    assert told(path) == "“Roster.xlsx” is damaged or not a workbook."


def far_cell(data: bytearray) -> bytearray:
    return hostile.xls(ROWS, extra=hostile.record(0x203, struct.pack("<3Hd", 65_535, 65_535, 0, 1.0)))


def vast_dimensions(data: bytearray) -> bytearray:
    return hostile.xls(ROWS, extra=hostile.record(0x200, struct.pack("<2I3H", 0, 0xFFFFFFFF, 0, 0xFFFF, 0)))


def directory_in_a_circle(data: bytearray) -> bytearray:
    struct.pack_into("<I", data, len(data) - 512 + 8 * 4, 8)
    return data


def tables_in_a_circle(data: bytearray) -> bytearray:
    struct.pack_into("<2I", data, 0x44, 0, 0xFFFFFFF)
    return data


def shared_texts_beyond_number(data: bytearray) -> bytearray:
    return hostile.xls(ROWS, first=hostile.record(0xFC, struct.pack("<2I", 1, 0x7FFFFFFF)))


def cut_off(data: bytearray) -> bytearray:
    return data[:1_800]


@pytest.mark.parametrize(
    "harm",
    [far_cell, vast_dimensions, directory_in_a_circle, tables_in_a_circle, shared_texts_beyond_number, cut_off],
)
def test_torn_old_workbooks(tmp_path: Path, harm: Callable[[bytearray], bytearray]) -> None:
    path = hostile.saved(tmp_path / "Roster.xls", harm(hostile.xls(ROWS)))
    assert told(path) == "“Roster.xls” is damaged or not a workbook."


def test_an_old_document_that_is_no_workbook(tmp_path: Path) -> None:
    path = hostile.saved(tmp_path / "Letter.xls", hostile.ole({"WordDocument": b"Dear all"}))
    assert told(path) == "“Letter.xls” is not a workbook."


def read_or_told(path: Path) -> None:
    """The file is read as a table, or a sentence says why not: whatever else is raised fails the test."""
    reason = None
    try:
        table = reader.read(path)
    except UserError as error:
        reason = error
    if reason is None:
        assert table.body
        assert all(len(cells) == len(table.headings) for _number, cells in table.body)
    else:
        assert reason.sentence().endswith("Nothing in MentorDesk has changed.")


STARTS = (
    b"",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"Name;E-mail\r\n",
    b'"',
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=1_500), ending=st.sampled_from(ENDINGS))
def test_any_bytes_are_read_or_told(tmp_path: Path, start: bytes, rest: bytes, ending: str) -> None:
    path = hostile.saved(tmp_path / f"Random{ending}", start + rest)
    read_or_told(path)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), kind=st.sampled_from([".xlsx", ".xls", ".ods"]))
def test_any_change_of_a_good_workbook_is_read_or_told(tmp_path: Path, data: st.DataObject, kind: str) -> None:
    path = tmp_path / f"Changed{kind}"
    if kind == ".xls":
        hostile.saved(path, hostile.xls(ROWS))
    elif kind == ".ods":
        hostile.ods(path, hostile.ods_table())
    else:
        hostile.raw_xlsx(path, hostile.table_xml())
    content = bytearray(path.read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=4)):
        content[place] = data.draw(st.integers(0, 255))
    read_or_told(hostile.saved(path, content))
