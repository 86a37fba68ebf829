"""Where a workbook goes: in its place at the end, or nowhere."""

import errno
import os
from pathlib import Path

import pytest

from mentordesk.domain.errors import CancelledError, FileError
from mentordesk.exchange.excel import excel
from tests.exchange import workbooks


def test_a_report_replaces_the_one_before(tmp_path):
    target = tmp_path / "Summary.xlsx"
    target.write_bytes(b"the old one")
    excel.write(workbooks.report(), target)
    assert workbooks.opened(target).sheetnames[0] == "Summary"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("stop_after", [0, 3, 8])
def test_cancel_leaves_no_file_behind(tmp_path, stop_after):
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(len(asked) >= stop_after)
        return asked[-1]

    with pytest.raises(CancelledError):
        excel.write(workbooks.report(contacts=4_000), tmp_path / "Summary.xlsx", cancelled=cancelled)
    assert len(asked) == stop_after + 1
    assert list(tmp_path.iterdir()) == []


def test_cancel_at_the_very_end_leaves_the_old_file_as_it_was(tmp_path):
    target = tmp_path / "Summary.xlsx"
    target.write_bytes(b"the old one")
    done: list[bool] = []
    with pytest.raises(CancelledError):
        excel.write(
            workbooks.report(), target, lambda now, all_: done.append(now >= all_), lambda: any(done) or len(done) > 3
        )
    assert target.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [target]


def test_a_device_is_not_replaced_by_a_workbook(tmp_path):
    target = tmp_path / "Summary.xlsx"
    os.mkfifo(target)
    with pytest.raises(FileError, match=r"A file cannot be called “Summary\.xlsx”"):
        excel.write(workbooks.report(), target)
    assert target.is_fifo()


def test_a_fault_in_the_rows_leaves_no_file_behind(tmp_path):
    def rows():
        yield (1,)
        raise ZeroDivisionError

    table = workbooks.Table("Facts", (workbooks.Column("N"),), workbooks.LongRows(2, rows))
    report = workbooks.Report("Facts", "f.xlsx", (workbooks.TableSheet("Facts", table),))
    with pytest.raises(ZeroDivisionError):
        excel.write(report, tmp_path / "f.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_desk_is_never_replaced(tmp_path):
    target = tmp_path / "Office.mdesk"
    target.write_bytes(b"SQLite format 3\0 and so on")
    with pytest.raises(FileError, match="is a desk, and would be lost"):
        excel.write(workbooks.report(), target)
    assert target.read_bytes() == b"SQLite format 3\0 and so on"


def test_a_missing_folder_is_told_in_a_sentence(tmp_path):
    with pytest.raises(FileError) as fault:
        excel.write(workbooks.report(), tmp_path / "gone" / "Summary.xlsx")
    assert fault.value.sentence() == (
        "The report was not saved. The folder “gone” is not there. Choose another folder. "
        "Nothing in MentorDesk has changed."
    )


def test_a_folder_of_that_name_is_told(tmp_path):
    (tmp_path / "Summary.xlsx").mkdir()
    with pytest.raises(FileError, match=r"“Summary\.xlsx” is a folder"):
        excel.write(workbooks.report(), tmp_path / "Summary.xlsx")


def test_a_name_that_is_too_long_is_told(tmp_path):
    with pytest.raises(FileError, match="A file cannot be called"):
        excel.write(workbooks.report(), tmp_path / ("x" * 300 + ".xlsx"))


def test_a_file_that_is_open_in_excel_is_told_before_the_work_begins(tmp_path, monkeypatch):
    target = tmp_path / "Summary.xlsx"
    target.write_bytes(b"the old one")
    _refuse(monkeypatch, target)
    with pytest.raises(FileError) as fault:
        excel.write(workbooks.report(), target, progress=lambda _done, _all: pytest.fail("has begun"))
    assert str(fault.value) == "The report was not saved. “Summary.xlsx” is open in another program."
    assert fault.value.advice == "Close it there and choose Try again, or save under another name."
    assert target.read_bytes() == b"the old one"


def test_a_file_that_is_opened_meanwhile_is_told_at_the_end(tmp_path, monkeypatch):
    target = tmp_path / "Summary.xlsx"
    target.write_bytes(b"the old one")

    def refused(self, _target):
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(FileError, match="is open in another program"):
        excel.write(workbooks.report(), target)
    assert list(tmp_path.iterdir()) == [target]
    assert target.read_bytes() == b"the old one"


def test_a_full_disk_is_told(tmp_path, monkeypatch):
    def full(_file):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError, match=r"no room left on the disk for “Summary\.xlsx”"):
        excel.write(workbooks.report(), tmp_path / "Summary.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_may_only_be_read_is_told(tmp_path, monkeypatch):
    _refuse(monkeypatch, tmp_path, "x")
    with pytest.raises(FileError, match="Files cannot be written to the folder"):
        excel.write(workbooks.report(), tmp_path / "Summary.xlsx")


def test_any_other_refusal_of_the_disk_is_told_in_its_words(tmp_path, monkeypatch):
    def broken(_file):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(FileError, match="The disk refused “Summary.xlsx”: Input/output error"):  # noqa: RUF043
        excel.write(workbooks.report(), tmp_path / "Summary.xlsx")


def test_the_list_of_rejected_rows_is_called_so(tmp_path):
    with pytest.raises(FileError, match=r"The list of rows was not saved\. The folder “gone” is not there"):
        excel.write_rejects(tmp_path / "gone" / "r.xlsx", ["Name"], [(["Ann"], "no e-mail")])


def _refuse(monkeypatch, place, how="+"):
    """Opening for writing at or in that place fails, as it does on Windows while Excel has the file."""
    real_open = Path.open

    def refusing(self, mode="r", *arguments, **named):
        if place in (self, self.parent) and how in mode:
            raise PermissionError(errno.EACCES, "in use")
        return real_open(self, mode, *arguments, **named)

    monkeypatch.setattr(Path, "open", refusing)
