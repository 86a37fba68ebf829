"""The process that matches: it answers, fails in sentences, can be ended at any moment, and ends with its parent."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from multiprocessing.connection import Listener
from pathlib import Path

import pytest

from mentordesk.domain.errors import CancelledError, UserError
from mentordesk.domain.matching.questions import AskWhyNot, CompareGoals, Explain, Fixed, Suggest, Suggestion
from mentordesk.domain.matching.task import Task
from mentordesk.domain.matching.workspace import Workspace
from mentordesk.services.matching import worker as match_worker
from mentordesk.services.matching.worker import MatchWorker, WorkerError
from tests.domain.matching.crowds import table_task
from tests.services.matching.odd_questions import FALL, HANG, There, small

ROOT = Path(__file__).parents[3]
PATIENCE_S = 60


@pytest.fixture
def worker() -> Iterator[MatchWorker]:
    made = MatchWorker()
    yield made
    made.close()
    assert multiprocessing.active_children() == []


def ask(worker: MatchWorker, question: object = Suggest(), task: Task | None = None) -> object:
    return worker.answer(task or small(), question, worker.turn)


def test_it_answers_as_the_workspace_does(worker: MatchWorker) -> None:
    workspace = Workspace(small())
    for question in (Suggest(), CompareGoals(), Explain(Fixed(), ((1, 12), (2, 11)), 1, 12), AskWhyNot(Fixed(), (), 1)):
        assert ask(worker, question) == workspace.answer(question)


def test_another_choice_of_pins_is_no_other_task_and_another_task_is(worker: MatchWorker) -> None:
    first = ask(worker)
    assert ask(worker, task=small(pins=[(1, 11)])) == first
    other = table_task({(1, 11): 5}, {1: 1}, {11: 1})
    found = ask(worker, task=other)
    assert isinstance(found, Suggestion)
    assert found.proposals[0].total == 500


def test_a_fault_of_the_input_comes_back_with_its_advice(worker: MatchWorker) -> None:
    with pytest.raises(UserError, match="no longer takes part") as caught:
        ask(worker, Explain(Fixed(), (), 7))
    assert caught.value.advice == "Suggest again."
    assert isinstance(ask(worker), Suggestion)


def test_a_bug_comes_back_as_one_with_the_places_and_the_process_lives_on(worker: MatchWorker) -> None:
    with pytest.raises(WorkerError) as caught:
        ask(worker, "what?")
    assert str(caught.value) == "KeyError"
    assert any("workspace.py" in place for place in caught.value.places)
    assert "Traceback" in caught.value.__notes__[0]
    assert isinstance(ask(worker), Suggestion)


def test_a_lack_of_memory_is_a_sentence(worker: MatchWorker) -> None:
    scarce = There(
        "setattr(__import__('mentordesk.domain.matching.workspace', fromlist=['Workspace']).Workspace, 'answer',"
        " lambda *_: bytearray(2**62))"
    )
    with pytest.raises(UserError, match="lack of memory"):
        ask(worker, scarce)


def test_a_process_that_died_is_a_sentence_and_the_next_question_starts_a_new_one(worker: MatchWorker) -> None:
    before = ask(worker)
    with pytest.raises(UserError, match="ended the matching before it had an answer") as caught:
        ask(worker, FALL)
    assert caught.value.advice == "Close other programs, then ask again."
    assert ask(worker) == before


def test_a_process_that_died_while_nobody_asked_is_started_anew_without_a_word(worker: MatchWorker) -> None:
    before = ask(worker)
    (process,) = multiprocessing.active_children()
    process.kill()
    process.join(PATIENCE_S)
    assert ask(worker) == before


def test_it_is_ended_in_the_middle_of_a_question_and_answers_the_next(worker: MatchWorker) -> None:
    heard: list[BaseException] = []

    def wait() -> None:
        try:
            ask(worker, There(f"[{_call(listener)}, {HANG.code}]"))
        except BaseException as error:
            heard.append(error)

    with Listener() as listener:
        thread = threading.Thread(target=wait)
        thread.start()
        held = listener.accept()  # the process is at the question now
        worker.end()
        thread.join(PATIENCE_S)
        with pytest.raises(EOFError):
            held.recv()
    assert [type(error) for error in heard] == [CancelledError]
    assert isinstance(ask(worker), Suggestion)


def _call(listener: Listener) -> str:
    """Code for the process that holds a line open as long as it lives."""
    client = "__import__('multiprocessing.connection', fromlist=['Client']).Client"
    return f"setattr(__import__('builtins'), 'held', {client}({listener.address!r}))"


def test_what_was_asked_for_before_the_end_is_not_begun(worker: MatchWorker) -> None:
    turn = worker.turn
    worker.end()
    with pytest.raises(CancelledError):
        worker.answer(small(), Suggest(), turn)
    worker.close()
    with pytest.raises(CancelledError):
        worker.answer(small(), Suggest(), worker.turn)
    assert multiprocessing.active_children() == []


def test_the_process_knows_neither_window_nor_tables(worker: MatchWorker, tmp_path: Path) -> None:
    ask(worker)
    told = tmp_path / "modules.txt"
    names = "chr(10).join(sorted(__import__('sys').modules))"
    with pytest.raises(WorkerError):
        ask(worker, There(f"__import__('pathlib').Path({str(told)!r}).write_text({names})"))
    modules = told.read_text().split("\n")
    assert "mentordesk.domain.matching.workspace" in modules
    assert "scipy.optimize" in modules
    assert not [name for name in modules if name.split(".")[0] in ("PySide6", "shiboken6", "sqlalchemy", "openpyxl")]


SCRIPT = """
import sys
sys.path.insert(0, {root!r})
sys.path.insert(0, {tests!r})
from mentordesk.services.matching.worker import MatchWorker
from test_match_worker import There, small

if __name__ == "__main__":
    worker = MatchWorker()
    worker.warm_up(small(), 0)
    worker.answer(small(), There({code!r}), 0)
"""


def started(tmp_path: Path, code: str) -> subprocess.Popen[bytes]:
    script = tmp_path / "parent.py"
    text = SCRIPT.format(root=str(ROOT), tests=str(Path(__file__).parent), code=code)
    script.write_text(text, encoding="utf-8")
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "start_new_session": True}
    return subprocess.Popen([sys.executable, str(script)], **options)  # type: ignore[call-overload, no-any-return]


def test_it_ends_when_its_parent_is_killed_even_in_the_middle_of_a_question(tmp_path: Path) -> None:
    with Listener() as listener:
        parent = started(tmp_path, f"[{_call(listener)}, {HANG.code}]")
        held = listener.accept()
        parent.kill()
        assert held.poll(PATIENCE_S)
        with pytest.raises(EOFError):
            held.recv()
        parent.communicate(timeout=PATIENCE_S)


def test_ctrl_c_and_what_a_solver_prints_leave_nothing_in_the_terminal(tmp_path: Path) -> None:
    """Ctrl+C reaches the whole group; the process hears nothing of it and ends with its parent."""
    noise = "[__import__('os').write(fd, b'noise from' + b' a solver') for fd in (1, 2)]"
    with Listener() as listener:
        parent = started(tmp_path, f"[{noise}, {_call(listener)}, {HANG.code}]")
        held = listener.accept()
        os.killpg(parent.pid, signal.SIGINT)
        output, errors = parent.communicate(timeout=PATIENCE_S)
        with pytest.raises(EOFError):
            held.recv()
    assert output == b""
    assert errors.count(b"Traceback") == errors.count(b"KeyboardInterrupt") == 1  # that of the parent
    assert b"noise from a solver" not in errors
    assert b"serve" not in errors


@pytest.mark.parametrize("start", [["main.py"], ["-m", "mentordesk.app"]])
def test_starting_the_program_twice_is_not_what_a_process_does(start: list[str]) -> None:
    """The process reads the file again that the program was started by: that must not start the program."""
    code = (
        f"import runpy; runpy.run_path({start[-1]!r}, run_name='__mp_main__')"
        if len(start) == 1
        else "import runpy; runpy.run_module('mentordesk.app', run_name='__mp_main__')"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_S)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_nothing_is_sent_that_a_process_does_not_need() -> None:
    """Importing the worker costs a window nothing heavy."""
    code = (
        f"import sys; import {match_worker.__name__};"
        "assert not {'numpy', 'scipy', 'sqlalchemy', 'rustworkx', 'PySide6'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
