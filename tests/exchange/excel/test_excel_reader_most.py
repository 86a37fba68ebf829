"""How many rows of a file may be read: a roster has a limit, a table of scores a higher one."""

from pathlib import Path

import openpyxl
import pytest

from mentordesk.domain.errors import FileError
from mentordesk.exchange.excel import reader
from mentordesk.exchange.reading import limits


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_caller_says_how_many_rows_may_be_read(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"scores.{ending}"
    rows = [["mentor", "score"], ["a@x.example", 1], ["b@x.example", 2], ["c@x.example", 3]]
    if ending == "csv":
        file.write_text("".join(f"{name},{score}\n" for name, score in rows))
    else:
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(file)
    assert len(reader.read(file, most=4).body) == 3
    with pytest.raises(FileError, match="4 rows, and at most 3 are read"):
        reader.read(file, most=3)


def test_scores_may_be_more_than_people() -> None:
    assert limits.MAX_SCORES >= 1000 * 1000 > limits.MAX_ROWS
