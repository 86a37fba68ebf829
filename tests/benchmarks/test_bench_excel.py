"""The HR workbook of 1,000 pairs and 50,000 contacts: its time and memory, beside openpyxl and XlsxWriter in one run.

Each writes in a process of its own, so that the peak of its memory is its own. The peers write the same cells plainly:
no look, no table, no formula, no chart.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
MOST_SECONDS, MOST_MEGABYTES = 10.0, 150.0
WRITER = """
import json, resource, sys, time
from datetime import date, datetime
from pathlib import Path

from mentordesk.exchange.workbook import Shown
from mentordesk.services.reports import reading as report_reading
from mentordesk.services.reports import reporting
from mentordesk.services.desk import Desk
from mentordesk.services.reports.reporting import ReportRequest

who, desk_path, target = sys.argv[1:]
request = ReportRequest()
counted = 0


def plain(value):
    return value.value if isinstance(value, Shown) else value


def sheets(session):
    reading = report_reading.Reading(request, passing=True)
    report = reporting._build(report_reading.rows(session, reading), request.parts, request.kind)
    return [(sheet.name, sheet.table) for sheet in report.sheets if sheet.kind != "text" and sheet.table is not None]


def ours(session):
    reporting.save(session, request, Path(target))


def by_openpyxl(session):
    from openpyxl import Workbook

    global counted
    book = Workbook(write_only=True)
    for name, table in sheets(session):
        sheet = book.create_sheet(name)
        sheet.append([column.title for column in table.columns])
        for cells in table.rows:
            sheet.append([plain(value) for value in cells])
            counted += len(cells)
    book.save(target)


def by_xlsxwriter(session):
    import xlsxwriter

    global counted
    options = {"constant_memory": True, "default_date_format": "d mmm yyyy"}
    with xlsxwriter.Workbook(target, options) as book:
        for name, table in sheets(session):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, [column.title for column in table.columns])
            for row, cells in enumerate(table.rows, start=1):
                sheet.write_row(row, 0, [plain(value) for value in cells])
                counted += len(cells)


desk = Desk.open(Path(desk_path), backups=Path(target).parent / "backups", read_only=True)
start = time.process_time()
desk.read({"ours": ours, "openpyxl": by_openpyxl, "xlsxwriter": by_xlsxwriter}[who])
seconds = time.process_time() - start
status = Path("/proc/self/status")
if status.exists():  # what getrusage tells begins with what the process was started from
    peak = next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
print(json.dumps({"seconds": seconds, "megabytes": peak, "cells": counted}))
"""


def written(who: str, desk: Path, folder: Path) -> dict[str, Any]:
    """Seconds of the processor, from the first row read to the file on the disk, and the peak of memory."""
    command = [sys.executable, "-c", WRITER, who, str(desk), str(folder / f"{who}.xlsx")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_bench_the_hr_workbook_beside_its_peers(
    benchmark, big_file: Callable[[], Path], tmp_path: Path, capsys
) -> None:
    path = big_file()
    found = {who: written(who, path, tmp_path) for who in ("openpyxl", "xlsxwriter")}
    found["ours"] = benchmark.pedantic(lambda: written("ours", path, tmp_path), rounds=1)

    ours = found["ours"]
    with capsys.disabled():
        for who, each in found.items():
            ratio = ours["seconds"] / each["seconds"]
            line = f"{who:12} {each['seconds']:5.1f} s {each['megabytes']:5.0f} MB   ours takes {ratio:.2f} of it"
            sys.stdout.write(f"\n{line}")
    assert found["openpyxl"]["cells"] == found["xlsxwriter"]["cells"] > 700_000
    assert ours["seconds"] < MOST_SECONDS
    assert ours["megabytes"] < MOST_MEGABYTES
    assert ours["seconds"] < found["openpyxl"]["seconds"]
