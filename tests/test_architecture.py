"""The architecture as a test: imports run one way, files and functions stay small, known traps stay out."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = [path for path in sorted((ROOT / "mentordesk").rglob("*.py")) if "migrations" not in path.parts]
TESTS = [path for path in sorted((ROOT / "tests").rglob("*.py")) if path != Path(__file__)]


def test_imports_run_one_way() -> None:
    code = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < 60, node.name


def test_half_the_files_are_under_120_lines_and_half_the_functions_under_8() -> None:
    lengths, functions = [], []
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        lengths.append(len(text.splitlines()))
        functions += [n.end_lineno - n.lineno for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef)]
    assert sorted(lengths)[len(lengths) // 2] <= 120
    assert sorted(functions)[len(functions) // 2] < 8


def test_every_module_says_what_it_is_for() -> None:
    assert [path for path in SOURCES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))] == []


def test_the_main_window_stays_small() -> None:
    tree = ast.parse((ROOT / "mentordesk/ui/main_window.py").read_text(encoding="utf-8"))
    window = next(n for n in tree.body if isinstance(n, ast.ClassDef) and n.name == "MainWindow")
    assert sum(isinstance(node, ast.FunctionDef) for node in window.body) < 25


@pytest.mark.parametrize("trap", [r"\.setStyleSheet\(", r"processEvents", r"time\.sleep", r"\bTODO\b|\bFIXME\b"])
def test_known_traps_stay_out(trap: str) -> None:
    allowed = {ROOT / "mentordesk/ui/theme.py"} if "setStyleSheet" in trap else set()
    found = [path for path in SOURCES if path not in allowed and re.search(trap, path.read_text(encoding="utf-8"))]
    assert found == []


def test_tests_do_not_sleep() -> None:
    trap = re.compile(r"time\.sleep|qtbot\.wait\(|processEvents|mark\.(skip|xfail)")
    assert [path for path in TESTS if trap.search(path.read_text(encoding="utf-8"))] == []


def test_only_ui_and_app_know_qt() -> None:
    outside = [path for path in SOURCES if "ui" not in path.relative_to(ROOT).parts and path.name != "app.py"]
    assert [path for path in outside if "PySide6" in path.read_text(encoding="utf-8")] == []


def test_the_top_level_holds_what_it_may() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    tops = {name.split("/")[0] for name in listed if name}
    assert {name for name in tops if not name.startswith(".")} <= {
        "mentordesk",
        "resources",
        "tests",
        "main.py",
        "pyproject.toml",
        "README.md",
    }
