"""Files that are too large are refused soon and within little memory, measured in a process of their own."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from mentordesk.domain.errors import CancelledError, FileError
from mentordesk.exchange.excel import reader
from mentordesk.exchange.reading import limits
from tests.exchange import hostile, shapes
from tests.exchange.shapes import SHAPES

# Ten times what was measured on a machine with two cores, as others work on it too.
MOST_SECONDS = 25
MOST_BYTES = 400 * 2**20
SHEET = "xl/worksheets/sheet1.xml"
READ = """
import sys, time
from pathlib import Path
from mentordesk.domain.errors import FileError
from mentordesk.exchange.excel import reader
began = time.perf_counter()
try:
    reader.read(Path(sys.argv[1]))
except FileError as error:
    print(error)
print(time.perf_counter() - began)
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
print(next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0))
"""


def refused(path: Path) -> str:
    """What is said, once time and memory have been looked at."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    sentence, seconds, size = done.stdout.splitlines()
    assert float(seconds) < MOST_SECONDS
    assert int(size) < MOST_BYTES
    return sentence


def long_workbook(path: Path, rows: int) -> Path:
    """A workbook with so many rows of two texts below its headings."""
    hostile.raw_xlsx(path, f'<row r="1">{hostile.cell("A1", "Name")}{hostile.cell("B1", "E-mail")}</row>@')
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    start, end = parts.pop(SHEET).split(b"@")
    hostile.archive(path, parts)
    cells = '<row r="{0}"><c r="A{0}" t="str"><v>Person {0}</v></c><c r="B{0}" t="str"><v>p{0}@b.example</v></c></row>'
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(SHEET, "w") as part:
        part.write(start)
        for first in range(2, rows + 2, 10_000):
            part.write("".join(map(cells.format, range(first, min(first + 10_000, rows + 2)))).encode())
        part.write(end)
    return path


def test_a_million_rows_of_a_workbook(tmp_path: Path) -> None:
    path = long_workbook(tmp_path / "Million.xlsx", 1_000_000)
    assert refused(path).endswith("The sheet “People” has 1,000,001 rows, and at most 100,000 are read.")


def test_a_million_lines_of_a_text(tmp_path: Path) -> None:
    path = tmp_path / "Million.csv"
    path.write_text("Name,E-mail\n" + "".join(f"Person {n},p{n}@b.example\n" for n in range(1_000_000)))
    assert refused(path).endswith("The file has 1,000,001 rows, and at most 100,000 are read.")


def test_ten_million_lines_of_a_text(tmp_path: Path) -> None:
    path = tmp_path / "Ten.csv"
    with path.open("w") as file:
        file.write("Name,E-mail\n")
        for _block in range(100):
            file.write("Person,p@b.example\n" * 100_000)
    assert refused(path).endswith("“Ten.csv” is larger than 100 MB.")


def test_a_bomb(tmp_path: Path) -> None:
    path = hostile.bomb(tmp_path / "Bomb.xlsx", 2 * limits.MAX_UNPACKED_BYTES)
    assert refused(path).endswith("unpacks to more data than a roster can have.")


def test_empty_lines_below_the_table_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "Roster.csv"
    path.write_text("Name;E-mail\nAnn Lee;a@b.example\n" + ";\n" * 150_000)
    assert len(reader.read(path).body) == 1


def test_formulas_that_are_empty_below_the_table_do_not_count(tmp_path: Path) -> None:
    empty = "".join(f'<row r="{n}"><c r="A{n}" t="str"><f>IF(1,"")</f><v></v></c></row>' for n in range(4, 110_004))
    path = hostile.raw_xlsx(tmp_path / "Roster.xlsx", hostile.table_xml() + empty)
    assert len(reader.read(path).body) == 2


def test_one_value_far_below_is_said_with_its_place(tmp_path: Path) -> None:
    far = f'<row r="900000">{hostile.cell("B900000", "far")}</row>'
    with pytest.raises(FileError, match="reaches as far as the cell C900000"):
        reader.read(hostile.raw_xlsx(tmp_path / "Roster.xlsx", hostile.table_xml() + far))


@pytest.mark.parametrize("write", [shapes.xlsx, shapes.text])
def test_reading_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path, write) -> None:
    path = write(tmp_path / ("Shape.xlsx" if write is shapes.xlsx else "Shape.csv"), SHAPES["hr_export"])
    heard: list[tuple[int, int]] = []
    reader.read(path, progress=lambda done, of: heard.append((done, of)))
    assert heard[0] == (0, 100)
    assert heard[-1] == (100, 100)
    assert heard == sorted(heard)
    with pytest.raises(CancelledError):
        reader.read(path, cancelled=lambda: len(heard) > 0)


def test_a_long_file_is_stopped_in_the_middle(tmp_path: Path) -> None:
    path = long_workbook(tmp_path / "Long.xlsx", 30_000)
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 10

    with pytest.raises(CancelledError):
        reader.read(path, cancelled=cancelled)
    assert asked == 11
