"""Every workbook the program writes: sound for Excel, and counted anew by LibreOffice to the same values."""

import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from mentordesk.services import sample
from mentordesk.services.desk import Desk
from tests.exchange import every_workbook, workbooks
from tests.exchange.package_check import check_package

SOFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("workbooks")
    path = sample.make(folder / "Solvane.mdesk", every_workbook.DAY)
    morning = datetime(2026, 6, 4, 9, 41).astimezone()
    desk = Desk.open(path, backups=folder / "backups", read_only=True, clock=lambda: morning)
    try:
        return every_workbook.write_all(desk, folder)
    finally:
        desk.close()


def test_excel_finds_nothing_to_repair(written: dict[str, Path]) -> None:
    assert len(written) > 25
    assert {what: faults for what, path in written.items() if (faults := check_package(path))} == {}


@pytest.mark.parametrize("what", ["program", "everything"])
def test_what_is_printed_of_a_wide_sheet_fits_a_page_one_can_read(written: dict[str, Path], what: str) -> None:
    book = workbooks.opened(written[what])
    assert book.sheetnames[-1] == "Definitions"
    for sheet in book:
        area = sheet.print_area or sheet.dimensions
        last = sheet[area.replace("$", "").rpartition("!")[2]][0][-1].column
        letters = [sheet.cell(1, column).column_letter for column in range(1, last + 1)]
        width = sum(sheet.column_dimensions[letter].width for letter in letters)
        # A4 across takes about 140 letters of 10 points; at 60 % they are 6 points high.
        assert width < 235, (sheet.title, width)


def test_libreoffice_counts_the_same_and_finds_no_error(written: dict[str, Path], tmp_path: Path) -> None:
    formulas = {what: workbooks.formulas(path) for what, path in written.items()}
    assert sum(map(len, formulas.values())) > 150
    if SOFFICE is None:
        return
    bare = {what: tmp_path / f"{number}.xlsx" for number, what in enumerate(written)}
    for what, path in written.items():
        workbooks.without_values(path, bare[what])
    _convert(tmp_path, list(bare.values()))
    for what, found in formulas.items():
        counted = workbooks.opened(tmp_path / "out" / bare[what].name, values=True)
        for (sheet, cell), (formula, value) in found.items():
            wanted = pytest.approx(value) if isinstance(value, float) else value
            assert counted[sheet][cell].value == wanted, (what, sheet, cell, formula)
        assert _errors(counted) == [], what


def _convert(folder: Path, files: list[Path]) -> None:
    """All in one start of the program: starting it takes longer than most files."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out")]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)


def _errors(book: object) -> list[str]:
    return [
        f"{sheet.title} {cell.coordinate} {cell.value}"
        for sheet in book  # type: ignore[attr-defined]
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "e" or (isinstance(cell.value, str) and cell.value.startswith("Err:"))
    ]
