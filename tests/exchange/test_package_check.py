"""The checker of workbooks finds what Excel would repair: a sound file broken in one place has that fault."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from mentordesk.exchange.excel import excel
from tests.exchange import workbooks
from tests.exchange.package_check import check_package

Change = Callable[[bytes], bytes]


def swap(old: bytes, new: bytes) -> Change:
    def change(part: bytes) -> bytes:
        assert old in part
        return part.replace(old, new, 1)

    return change


BROKEN: dict[str, tuple[str, Change, str]] = {
    "a name too long": ("xl/workbook.xml", swap(b'name="Contacts"', b'name="' + b"C" * 32 + b'"'), "can be called"),
    "History": ("xl/workbook.xml", swap(b'name="About"', b'name="History"'), "keeps the name History"),
    "names alike": ("xl/workbook.xml", swap(b'name="Contacts"', b'name="pairs"'), "two sheets are called pairs"),
    "table ids": ("xl/tables/table2.xml", swap(b' id="2"', b' id="1"'), "table id 1 twice"),
    "table names": ("xl/tables/table3.xml", swap(b'displayName="Contacts"', b'displayName="PAIRS"'), "pairs twice"),
    "a heading": ("xl/tables/table2.xml", swap(b'name="Health"', b'name="Healthy"'), "are not the cells"),
    "a filter": (
        "xl/tables/table2.xml",
        swap(b'<autoFilter ref="A1:H5"', b'<autoFilter ref="A1:H6"'),
        "above the totals",
    ),
    "an error cell": ("xl/worksheets/sheet2.xml", swap(b"<v>13</v>", b"<v>#REF!</v>"), "is no number"),
    "no value": ("xl/worksheets/sheet2.xml", lambda part: re.sub(rb"</f><v>[^<]*</v>", b"</f>", part), "and no value"),
    "a table that is gone": ("xl/worksheets/sheet2.xml", swap(b"Pairs[Pair]", b"Gone[Pair]"), "the table Gone"),
    "a column that is gone": ("xl/worksheets/sheet2.xml", swap(b"Pairs[Pair]", b"Pairs[Two]"), "Pairs[Two]"),
    "a sheet that is gone": ("xl/charts/chart1.xml", swap(b"'Summary'!", b"'Elsewhere'!"), "the sheet Elsewhere"),
    "no axis": ("xl/charts/chart1.xml", swap(b'delete val="0"', b'delete val="1"'), "axis is not drawn"),
    "order": ("xl/worksheets/sheet2.xml", swap(b"<tableParts", b"<cols/><tableParts"), "out of order"),
    "a lost part": ("xl/_rels/workbook.xml.rels", swap(b"sharedStrings.xml", b"strings.xml"), "which is no part"),
    "a lost text": ("xl/sharedStrings.xml", lambda part: part[: part.index(b"<si>")] + b"</sst>", "not there"),
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "sound.xlsx"
    excel.write(workbooks.report(), path)
    return path


def test_a_sound_file_has_no_fault(sound: Path, tmp_path: Path) -> None:
    assert check_package(sound) == []
    excel.write_template(tmp_path / "roster.xlsx")
    assert check_package(tmp_path / "roster.xlsx") == []


@pytest.mark.parametrize("what", list(BROKEN))
def test_each_fault_is_found(sound: Path, tmp_path: Path, what: str) -> None:
    name, change, told = BROKEN[what]
    path = tmp_path / "broken.xlsx"
    with zipfile.ZipFile(sound) as source, zipfile.ZipFile(path, "w") as copy:
        for each in source.namelist():
            copy.writestr(each, change(source.read(each)) if each == name else source.read(each))
    faults = check_package(path)
    assert any(told in fault for fault in faults), faults


def test_a_drop_down_that_is_not_enforced_is_a_fault(tmp_path: Path) -> None:
    excel.write_template(tmp_path / "roster.xlsx")
    with zipfile.ZipFile(tmp_path / "roster.xlsx") as source, zipfile.ZipFile(tmp_path / "open.xlsx", "w") as copy:
        for each in source.namelist():
            copy.writestr(each, source.read(each).replace(b'showErrorMessage="1"', b'showErrorMessage="0"'))
    assert any("not enforced" in fault for fault in check_package(tmp_path / "open.xlsx"))
