"""Where no window can be shown the program says so in a sentence and ends with 1, never with Qt's abort."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mentordesk.domain.errors import UserError
from mentordesk.ui import screen

ROOT = Path(__file__).parents[2]
linux = sys.platform.startswith("linux")


def run(home: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    base = {
        key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**base, "MENTORDESK_HOME": str(home), **variables},
    )


@pytest.mark.parametrize("variables", [{}, {"DISPLAY": ":947"}])
def test_without_a_screen_the_program_says_what_works(home: Path, variables: dict[str, str]) -> None:
    if not linux:
        screen.check()
        return
    ended = run(home, **variables)
    assert ended.returncode == 1
    assert ended.stderr.startswith("mentordesk: ")
    assert ended.stderr.count("\n") == 1
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("message", "package"),
    [
        ("libEGL.so.1: cannot open shared object file: No such file or directory", "libegl1"),
        ("libxcb-cursor.so.0: cannot open shared object file: No such file or directory", "libxcb-cursor0"),
        ("libGL.so.1: cannot open shared object file: No such file or directory", "libgl1"),
    ],
)
def test_a_missing_library_names_its_package(message: str, package: str) -> None:
    error = screen.missing(message)
    assert f"sudo apt-get install {package})" in str(error)
    assert "main.py report" in error.sentence()


def test_an_unknown_library_is_told_as_it_is() -> None:
    assert "libweird.so.7" in str(screen.missing("libweird.so.7: cannot open"))


def test_a_platform_without_a_screen_needs_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.delenv("DISPLAY", raising=False)
    screen.check()


def test_no_display_is_a_user_error(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(UserError, match="no screen"):
        screen.check()
