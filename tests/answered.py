"""Forms as somebody fills them in: the workbook opened, cells typed by heading, saved; and through LibreOffice."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

SOFFICE = shutil.which("soffice")


def save(workbook: openpyxl.Workbook, path: Path, on: Any = None) -> Path:
    """Save a workbook as it would be on a day."""
    workbook.save(path)
    if on is not None:
        moment = datetime.combine(on, datetime.min.time().replace(hour=12)).timestamp()
        os.utime(path, (moment, moment))
    return path


def column_of(sheet: Worksheet, heading: str, row: int = 6) -> int:
    """The column whose heading begins so."""
    return next(cell.column for cell in sheet[row] if str(cell.value or "").startswith(heading))


def answer(sheet: Worksheet, who: str, values: Mapping[str, Any]) -> None:
    """Type answers into the check-in of a person: a column of the page of questions, else the row with the name."""
    if sheet["B7"].value == "Question":
        column = next(cell.column for cell in sheet[7] if cell.value == who)
        for heading, value in values.items():
            row = next(row for row in range(8, 30) if str(sheet.cell(row, 2).value or "").startswith(heading))
            sheet.cell(row, column).value = value
        return
    row = next(row for row in range(7, sheet.max_row + 1) if sheet.cell(row, 3).value == who)
    for heading, value in values.items():
        sheet.cell(row, column_of(sheet, heading)).value = value


def add(sheet: Worksheet, row: int, values: Mapping[str, Any]) -> None:
    """Type a contact or an exchange into the row of a list, counted from 1."""
    for heading, value in values.items():
        sheet.cell(6 + row, column_of(sheet, heading)).value = value


def converted(paths: Sequence[Path], ending: str, folder: Path) -> list[Path]:
    """The workbooks opened and saved again by LibreOffice."""
    folder.mkdir(parents=True, exist_ok=True)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", ending, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    found = [folder / f"{path.stem}.{ending}" for path in paths]
    for path, made in zip(paths, found, strict=True):
        os.utime(made, (path.stat().st_mtime, path.stat().st_mtime))
    return found
