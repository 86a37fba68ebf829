"""The solver as the Matching page sees it: answers on the GUI thread, the newest of a slot, Stop, no process left."""

import multiprocessing
import pickle
import random
import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel, QMainWindow

from mentordesk.domain.errors import UserError
from mentordesk.domain.matching.questions import AskWhyNot, CompareGoals, Explain, Fixed, Suggest, Suggestion
from mentordesk.services.matching.worker import WorkerError
from mentordesk.ui.errors import details
from mentordesk.ui.matching import solver as solving
from mentordesk.ui.matching.solver import Solver
from tests.domain.matching.crowds import table_task
from tests.services.matching.odd_questions import FALL, HANG, small


@pytest.fixture
def solver(qapp) -> Iterator[Solver]:
    made = Solver()
    yield made
    made.close()
    assert multiprocessing.active_children() == []


@pytest.fixture
def heard(solver: Solver) -> dict[str, list]:
    told: dict[str, list] = {"working": [], "failed": [], "stopped": []}
    solver.working.connect(told["working"].append)
    solver.failed.connect(told["failed"].append)
    solver.stopped.connect(lambda: told["stopped"].append(True))
    return told


def test_an_answer_comes_on_the_gui_thread(solver: Solver, heard, qtbot) -> None:
    got: list[tuple[Suggestion, object]] = []
    solver.load(small())
    solver.ask(Suggest(), lambda answer: got.append((answer, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(got))
    assert got[0][0].proposals[0].cells() == {(1, 12), (2, 11)}
    assert got[0][1] is threading.main_thread()
    assert heard["failed"] == []


def test_the_process_is_warm_before_the_first_question(solver: Solver, qtbot) -> None:
    assert multiprocessing.active_children() == []
    solver.load(small())
    qtbot.waitUntil(lambda: bool(multiprocessing.active_children()))


def test_different_slots_are_answered_in_the_order_asked(solver: Solver, qtbot) -> None:
    order: list[str] = []
    solver.load(small())
    solver.ask(Suggest(), lambda _: order.append("suggest"), slot="edit")
    solver.ask(CompareGoals(), lambda _: order.append("goals"), slot="goals")
    solver.ask(AskWhyNot(Fixed(), (), 1), lambda _: order.append("why"), slot="why")
    qtbot.waitUntil(lambda: len(order) == 3)
    assert order == ["suggest", "goals", "why"]


def test_of_one_slot_only_the_newest_is_answered(solver: Solver, heard, qtbot) -> None:
    got: list[tuple[int, object]] = []
    solver.load(small())
    for at, pin in enumerate([(1, 11), (1, 12), (2, 11)]):
        fixed = Fixed(frozenset({pin}))
        solver.ask(Suggest(fixed), lambda answer, at=at: got.append((at, answer)), slot="edit")
    solver.ask(CompareGoals(), lambda answer: got.append((9, answer)), slot="goals")
    qtbot.waitUntil(lambda: any(at == 9 for at, _ in got))
    assert [at for at, _ in got] == [2, 9]
    assert heard["failed"] == []


def test_each_question_is_about_the_task_that_was_loaded_when_it_was_asked(solver: Solver, qtbot) -> None:
    got: list[int] = []
    solver.load(small())
    solver.ask(Suggest(), lambda answer: got.append(answer.proposals[0].total), slot="a")
    solver.load(table_task({(1, 11): 5}, {1: 1}, {11: 1}))
    solver.ask(Suggest(), lambda answer: got.append(answer.proposals[0].total), slot="b")
    qtbot.waitUntil(lambda: len(got) == 2)
    assert got == [15_500, 500]


def test_faults_and_bugs_are_told_and_the_next_question_is_answered(solver: Solver, heard, qtbot) -> None:
    got: list[object] = []
    solver.load(small())
    solver.ask(Explain(Fixed(), (), 7), got.append, slot="why")
    solver.ask("what?", got.append, slot="bug")
    solver.ask(FALL, got.append, slot="dead")
    solver.ask(Suggest(), got.append, slot="edit")
    qtbot.waitUntil(lambda: bool(got))
    fault, bug, dead = heard["failed"]
    assert isinstance(fault, UserError)
    assert "no longer takes part" in str(fault)
    assert isinstance(bug, WorkerError)
    assert "workspace.py" in details(bug)
    assert isinstance(dead, UserError)
    assert "ended the matching" in str(dead)
    assert len(got) == 1


def test_working_is_told_for_a_long_answer_and_stop_ends_it_at_once(solver: Solver, heard, qtbot) -> None:
    got: list[object] = []
    solver.load(small())
    solver.ask(HANG, got.append, slot="edit")
    solver.ask(CompareGoals(), got.append, slot="goals")
    qtbot.waitUntil(lambda: heard["working"] == [True])
    solver.stop()
    assert heard["stopped"] == [True]
    assert heard["working"] == [True, False]
    solver.ask(Suggest(), got.append, slot="edit")
    qtbot.waitUntil(lambda: bool(got))
    assert isinstance(got[0], Suggestion)
    assert heard["failed"] == []


def test_working_is_not_told_for_quick_answers(solver: Solver, heard, qtbot, monkeypatch) -> None:
    """However many follow each other: the clock starts anew with each answer."""
    got: list[object] = []
    solver.load(small())
    solver.ask(Suggest(), got.append)
    qtbot.waitUntil(lambda: bool(got))
    heard["working"].clear()
    solver._slow.setInterval(60_000)
    begun: list[int] = []

    def next_one(_answer: object) -> None:
        begun.append(solver._slow.remainingTime())
        if len(begun) < 5:
            solver.ask(AskWhyNot(Fixed(), (), 1), next_one)

    solver.ask(Suggest(), next_one)
    qtbot.waitUntil(lambda: len(begun) == 5)
    assert begun == [-1] * 5
    assert heard["working"] == []


def test_a_long_solve_that_nobody_wants_any_more_makes_way(solver: Solver, heard, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(solving, "_PATIENCE_S", 0.0)
    got: list[str] = []
    solver.load(small())
    solver.ask(HANG, lambda _: got.append("hang"), slot="edit")
    solver.ask(CompareGoals(), lambda _: got.append("goals"), slot="goals")
    qtbot.waitUntil(lambda: heard["working"] == [True])
    solver.ask(Suggest(), lambda _: got.append("edit"), slot="edit")
    qtbot.waitUntil(lambda: len(got) == 2)
    assert sorted(got) == ["edit", "goals"]
    assert heard["failed"] == []
    qtbot.waitUntil(lambda: heard["working"] == [True, False])


def test_nobody_is_answered_who_is_gone(solver: Solver, heard, qtbot) -> None:
    class Panel(QObject):
        def show(self, answer: object) -> None:
            raise AssertionError

    panel, got = Panel(), []
    solver.load(small())
    solver.ask(Suggest(), panel.show, slot="panel")
    panel.deleteLater()
    solver.ask(Suggest(), got.append, slot="edit")
    qtbot.waitUntil(lambda: bool(got))
    assert heard["failed"] == []


def test_after_closing_nothing_is_asked_and_nothing_is_left(solver: Solver, heard, qtbot) -> None:
    got: list[object] = []
    solver.load(small())
    solver.ask(HANG, got.append)
    qtbot.waitUntil(lambda: heard["working"] == [True])
    threads = threading.active_count()
    solver.close()
    assert multiprocessing.active_children() == []
    assert threading.active_count() == threads - 1
    solver.load(small())
    solver.ask(Suggest(), got.append)
    assert multiprocessing.active_children() == []
    assert got == []


def test_a_window_that_goes_in_the_middle_of_a_solve_leaves_no_process(qtbot) -> None:
    window = QMainWindow()
    label = QLabel("Matching", window)
    window.setCentralWidget(label)
    solver = Solver(label)
    working: list[bool] = []
    solver.working.connect(working.append)
    solver.load(small())
    solver.ask(HANG, label.setText)
    window.show()
    qtbot.waitUntil(lambda: working == [True])
    assert multiprocessing.active_children()
    window.close()
    window.deleteLater()
    qtbot.waitUntil(lambda: not multiprocessing.active_children())


def test_handing_over_ten_thousand_people_leaves_the_window_alone(solver: Solver, qtbot) -> None:
    """They are made into bytes in the thread; the window goes on. A machine that stands still does so for both."""
    rng = random.Random(1)
    scores = {(rng.randrange(10_000), rng.randrange(20_000, 26_000)): rng.randrange(100) for _ in range(20_000)}
    task = table_task(scores, dict.fromkeys(range(10_000), 1), dict.fromkeys(range(20_000, 26_000), 2))
    ticks: list[float] = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()
    began = time.process_time()
    pickle.dumps(task, pickle.HIGHEST_PROTOCOL)
    whole = time.process_time() - began
    got: list[object] = []
    began = time.thread_time()
    solver.load(task)
    solver.ask(Explain(Fixed(), (), 1, limit=0), got.append)
    assert time.thread_time() - began < whole / 2
    qtbot.waitUntil(lambda: bool(got))
    timer.stop()
    assert len(ticks) > 10
