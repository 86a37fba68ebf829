"""The start, beside an empty Qt window in the same run: the window at most twice as long, its data five times."""

import os
import subprocess
import sys
import time
from pathlib import Path

from mentordesk import paths

SCRIPT = Path(__file__).parent / "start_of_window.py"
ROOT = SCRIPT.parent.parent.parent
ROUNDS = 5
SHELL_GOAL, DATA_GOAL, ROOM = 2.0, 5.0, 1.5


def started(home: Path, *arguments: str) -> list[float]:
    """Seconds from the start of a process to each time it tells."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPATH": str(ROOT), paths.HOME_VARIABLE: str(home), "PYTHONPYCACHEPREFIX": str(home / "pyc")}
    begun = time.time()
    command = [sys.executable, str(SCRIPT), *arguments]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60).stdout
    return [float(each) - begun for each in told.split()]


def test_bench_start(benchmark, big_desk, tmp_path: Path) -> None:
    desk = big_desk.path
    big_desk.close()
    empty, shell, data = [], [], []
    started(tmp_path, "mentordesk", str(desk))  # compiles, as an installed program is

    def start() -> None:
        painted, loaded = started(tmp_path, "mentordesk", str(desk))
        shell.append(painted)
        data.append(loaded)

    benchmark.pedantic(start, setup=lambda: empty.extend(started(tmp_path, "empty")[:1]), rounds=ROUNDS)
    usual = min(empty)
    benchmark.extra_info.update(empty=usual, shell=min(shell) / usual, data=min(data) / usual)

    assert min(shell) / usual < SHELL_GOAL * ROOM, benchmark.extra_info
    assert min(data) / usual < DATA_GOAL * ROOM, benchmark.extra_info
