"""The proposed pairs of a cohort as a coordinator answers them: by button, by key, in the dialog; and the next best."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from mentordesk.domain.cohorts import Role
from mentordesk.domain.pairs import EndReason
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.desk import Desk
from mentordesk.services.matching import pair_answers
from mentordesk.services.pairs import pairs
from mentordesk.ui import actions, steps
from mentordesk.ui.mail_dialog import MailDialog
from mentordesk.ui.matching.answer_dialog import AnswerDialog, record_answer
from mentordesk.ui.matching.answers_view import AnswersView
from mentordesk.ui.progress_dialog import ProgressDialog
from mentordesk.ui.settings import Settings
from mentordesk.ui.workplace import Saying, Target, Workplace
from tests.crossroads import TODAY, Crossroads


@pytest.fixture
def crossroads(desk: Desk, clock: Any) -> Crossroads:
    """Amara and Ruth are mentors with two places, Jonas and Mateo are mentees."""
    return Crossroads(desk, clock).found()


@pytest.fixture
def show(qtbot: Any, workplace: Workplace, crossroads: Crossroads) -> Callable[..., AnswersView]:
    """Shows the view with the cohort, its rows read; commands open their dialogs."""
    windows: list[QWidget] = []

    def shown(place: Workplace = workplace) -> AnswersView:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        view = AnswersView(place)
        QVBoxLayout(window).addWidget(view)
        window.resize(1000, 700)
        place.commanded.connect(lambda name, values: actions.run(name, place, window, values))
        window.show()
        view.show_cohort(crossroads.cohort)
        qtbot.waitUntil(lambda: not place.reader.pending)
        return view

    return shown


def cells(view: AnswersView, row: int = 0) -> list[str]:
    model = view.table.rows_model
    return [model.index(row, at).data() for at in range(model.columnCount())]


def dialog(view: AnswersView, kind: type[QDialog] = AnswerDialog) -> Any:
    return next(found for found in view.window().findChildren(kind) if found.isVisible())


def status(crossroads: Crossroads, pair_id: int) -> PairStatus:
    return crossroads.desk.read(pairs.row, pair_id).status


def test_each_proposed_pair_says_who_has_answered_and_how_long_one_waits(crossroads, show, qtbot) -> None:
    pair_id = crossroads.propose()
    crossroads.desk.do(pair_answers.accept, pair_id, Side.LEFT, TODAY)
    crossroads.clock.day = TODAY + timedelta(days=6)
    counts: list[int] = []
    view = show()
    view.count_changed.connect(counts.append)
    assert cells(view) == ["Amara Okonkwo & Jonas Weidmann", "Accepted 4 Jun", "No answer yet", "6 days", "–"]
    assert view.facts.text() == "1 proposed"
    crossroads.propose("Ruth", "Mateo")
    qtbot.waitUntil(lambda: counts == [2])
    assert view.facts.text() == "2 proposed, 1 without any answer"


def test_without_a_proposal_the_view_says_where_they_come_from(crossroads, show) -> None:
    view = show()
    assert view.empty.isVisible()
    assert view.empty.title.text() == "No proposal waits for an answer"
    assert not view.empty.action.isVisible()
    view.show_cohort(None)
    assert view.empty.isVisible()


def test_a_side_accepts_by_its_button_with_its_name(crossroads, show, said, qtbot) -> None:
    pair_id = crossroads.propose()
    view = show()
    assert not view.bar.isVisible()
    view.table.select([pair_id])
    assert view.bar.words.text() == "Neither Amara nor Jonas has answered yet."
    qtbot.mouseClick(view.bar.right, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: cells(view)[2] == "Accepted 4 Jun")
    assert said == ["Jonas accepted"]
    assert not view.bar.right.isVisible()
    assert view.bar.left.text() == "Amara accepts"
    assert crossroads.desk.undo_label() == "Jonas accepts"


def test_the_focus_goes_back_to_the_list_where_the_pressed_button_is_gone(crossroads, show, qtbot) -> None:
    pair_id = crossroads.propose()
    view = show()
    view.table.select([pair_id])
    view.bar.both.setFocus()
    qtbot.keyClick(view.bar.both, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not view.bar.both.isVisible())
    assert view.focusWidget() is view.table
    assert view.start.text() == "Start Amara && Jonas"


def test_keys_answer_for_the_chosen_pairs(crossroads, show, said, qtbot) -> None:
    both = [crossroads.propose(), crossroads.propose("Ruth", "Mateo")]
    view = show()
    view.window().activateWindow()
    view.table.setFocus()
    qtbot.waitUntil(view.table.hasFocus)
    view.table.select([both[0]])
    qtbot.keyClick(view.table, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: cells(view)[1] == "Accepted 4 Jun")
    assert cells(view)[2] == "No answer yet"
    view.table.select(both)
    assert view.bar.left.text() == "1 mentor accepts"
    assert view.bar.right.text() == "2 mentees accept"
    qtbot.keyClick(view.table, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: view.facts.text() == "2 proposed, 2 may start")
    assert said == ["Amara accepted", "Answers of 2 pairs recorded"]


def test_pairs_in_which_both_said_yes_start_together(crossroads, show, said, qtbot) -> None:
    both = [crossroads.propose(), crossroads.propose("Ruth", "Mateo")]
    view = show()
    assert (view.start.isEnabled(), view.start.toolTip()) == (False, "A pair may start here once both have said yes")
    crossroads.desk.do(pair_answers.accept_all, both, tuple(Side), TODAY)
    qtbot.waitUntil(lambda: view.start.text() == "Start 2 pairs")
    qtbot.mouseClick(view.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(view.empty.isVisible)
    assert {status(crossroads, pair_id) for pair_id in both} == {PairStatus.ACTIVE}
    assert said == ["2 pairs started"]


def test_of_the_chosen_pairs_only_those_start_that_may(crossroads, show, qtbot) -> None:
    ready, other = crossroads.propose(), crossroads.propose("Ruth", "Mateo")
    crossroads.desk.do(pair_answers.accept_all, [ready], tuple(Side), TODAY)
    view = show()
    view.table.select([ready, other])
    assert view.start.text() == "Start Amara && Jonas"
    qtbot.mouseClick(view.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.table.count() == 1)
    assert (status(crossroads, ready), status(crossroads, other)) == (PairStatus.ACTIVE, PairStatus.PROPOSED)


def test_a_pair_starts_at_once_where_that_is_ticked_and_the_tick_is_remembered(
    crossroads, show, workplace, qtbot
) -> None:
    pair_id = crossroads.propose()
    view = show()
    assert not view.at_once.isChecked()
    view.at_once.click()
    view.table.select([pair_id])
    qtbot.mouseClick(view.bar.both, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: status(crossroads, pair_id) is PairStatus.ACTIVE)
    assert AnswersView(workplace).at_once.isChecked()


def test_many_that_start_with_their_answer_do_so_behind_a_dialog(crossroads, show, said, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(steps, "MANY_STARTED", 1)
    pair_id = crossroads.propose()
    view = show()
    view.at_once.click()
    view.table.select([pair_id])
    qtbot.mouseClick(view.bar.both, Qt.MouseButton.LeftButton)
    assert dialog(view, ProgressDialog).title.text() == "Starting 1 pair"
    qtbot.waitUntil(lambda: len(said) == 1)
    assert status(crossroads, pair_id) is PairStatus.ACTIVE


def test_a_decline_asks_who_and_when_and_ends_the_pair(crossroads, show, said, qtbot) -> None:
    pair_id = crossroads.propose()
    crossroads.desk.do(pair_answers.accept, pair_id, Side.LEFT, TODAY)
    view = show()
    view.table.select([pair_id])
    qtbot.mouseClick(view.bar.decline, Qt.MouseButton.LeftButton)
    asked = dialog(view)
    assert (asked.pair.value(), asked.side.choice(), asked.answer.choice()) == (pair_id, Side.RIGHT, False)
    assert asked.freed.isVisible()
    assert not asked.start.isVisible()
    asked.note_field.setPlainText("No time this spring")
    asked.primary.click()
    qtbot.waitUntil(lambda: view.facts.text() == "1 declined")
    row = crossroads.desk.read(pairs.row, pair_id)
    assert (row.status, row.end_reason) == (PairStatus.ENDED, EndReason.DECLINED)
    assert cells(view)[1:4] == ["Accepted 4 Jun", "Declined 4 Jun", "Declined"]
    assert said == ["Jonas declined: both are free again"]


def test_a_day_to_come_is_refused_at_the_field(crossroads, show, workplace, qtbot) -> None:
    pair_id = crossroads.propose()
    view = show()
    asked = record_answer(workplace, view.window(), pair_id)
    asked.day.set_value(TODAY + timedelta(days=1))
    asked.primary.click()
    assert asked.isVisible()
    assert "5 June 2026 is still to come" in asked.form.box("day").problem()
    asked.day.set_value(TODAY)
    asked.primary.click()
    assert crossroads.desk.read(pair_answers.of_pair, pair_id).left_answer.on == TODAY


def test_the_second_yes_in_the_dialog_may_start_the_pair(crossroads, show, workplace, said) -> None:
    pair_id = crossroads.propose()
    view = show()
    first = record_answer(workplace, view.window(), pair_id)
    assert not first.start.isVisible()
    first.primary.click()
    second = record_answer(workplace, view.window(), pair_id)
    assert second.side.choice() is Side.RIGHT
    assert second.start.isVisible()
    second.start.click()
    second.primary.click()
    assert status(crossroads, pair_id) is PairStatus.ACTIVE
    assert said == ["Amara accepted", "Amara & Jonas started"]


def test_the_dialog_asks_for_the_pair_where_none_is_named(crossroads, show, workplace, said) -> None:
    crossroads.propose()
    other = crossroads.propose("Ruth", "Mateo")
    view = show()
    asked = record_answer(workplace, view.window())
    asked.primary.click()
    assert asked.form.box("pair_id").problem() == "Choose the pair that answered."
    asked.pair.set_value(other)
    asked.pair.changed.emit(other)
    asked.primary.click()
    assert said == ["Ruth accepted"]


def test_with_no_proposed_pair_the_command_says_so(crossroads, show, workplace, said) -> None:
    assert record_answer(workplace, show().window()) is None
    assert said == ["No pair waits for an answer. Pairs are proposed in Matching, or made by hand."]


def test_an_answer_is_taken_back(crossroads, show, said, qtbot) -> None:
    pair_id = crossroads.propose()
    crossroads.desk.do(pair_answers.decline, pair_id, Side.LEFT, TODAY)
    view = show()
    view.table.select([pair_id])
    back = view.bar.backs[Side.LEFT]
    assert (back.text(), view.bar.decline.isVisible()) == ("Take back Amara’s answer", False)
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.facts.text() == "1 proposed, 1 without any answer")
    assert said == ["Answer of Amara taken back"]


def test_the_next_best_is_offered_after_a_decline_and_proposed_in_a_click(crossroads, show, said, qtbot) -> None:
    pair_id = crossroads.propose()
    view = show()
    view.table.select([pair_id])
    crossroads.desk.do(pair_answers.decline, pair_id, Side.RIGHT, TODAY)
    qtbot.waitUntil(lambda: len(view.next.lines) == 2)
    mentee, mentor = view.next.lines
    assert mentee.words.text() == "Next best for Jonas:"
    assert mentee.choice.currentText().startswith("Ruth Adelmann, fit ")
    assert mentor.choice.currentText().startswith("Mateo Quispe, fit ")
    qtbot.mouseClick(mentee.propose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.facts.text() == "1 proposed, 1 without any answer, 1 declined")
    assert said == ["Jonas & Ruth are proposed"]
    assert cells(view)[0] == "Ruth Adelmann & Jonas Weidmann"
    qtbot.waitUntil(lambda: [line.words.text() for line in view.next.lines] == ["Next best for Amara:"])


def test_the_next_best_leads_to_matching_with_the_person(crossroads, show, went, qtbot) -> None:
    pair_id = crossroads.propose()
    crossroads.desk.do(pair_answers.decline, pair_id, Side.RIGHT, TODAY)
    view = show()
    view.table.select([pair_id])
    qtbot.waitUntil(lambda: bool(view.next.lines))
    qtbot.mouseClick(view.next.lines[0].open, Qt.MouseButton.LeftButton)
    expected = Target("matching", crossroads.cohort, filters={"person": crossroads.people["Jonas"]})
    assert went == [expected]


def test_nobody_left_is_said(crossroads, show, qtbot) -> None:
    pair_id = crossroads.propose()
    crossroads.desk.do(pair_answers.decline, pair_id, Side.RIGHT, TODAY)
    crossroads.propose("Ruth", "Jonas")
    crossroads.propose("Ruth", "Mateo")
    view = show()
    view.table.select([pair_id])
    qtbot.waitUntil(lambda: "nobody is left to be matched" in view.next.sentence.text())
    assert view.next.title.text() == "Amara & Jonas will not be a pair. Nobody is to blame"
    assert view.next.lines == []


def test_who_fits_nobody_else_is_told_so(crossroads, show, qtbot) -> None:
    pair_id = crossroads.propose()
    crossroads.desk.do(pair_answers.decline, pair_id, Side.RIGHT, TODAY)
    crossroads.propose("Ruth", "Mateo")
    crossroads.person("Noor")
    crossroads.enroll("Noor", Role.MENTEE)
    crossroads.propose("Ruth", "Noor")
    view = show()
    view.table.select([pair_id])
    qtbot.waitUntil(lambda: bool(view.next.lines))
    mentee = view.next.lines[0]
    assert mentee.words.text() == "Next best for Jonas:"
    qtbot.waitUntil(mentee.nobody.isVisible)
    assert not mentee.propose.isVisible()


def test_the_mail_is_proposed_to_those_who_have_not_answered(crossroads, show, qtbot) -> None:
    pair_id = crossroads.propose()
    view = show()
    assert not view.write.isEnabled()
    view.table.select([pair_id])
    assert view.write.text() == "Write to both"
    qtbot.mouseClick(view.write, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(view.window().findChildren(MailDialog)))
    mail = dialog(view, MailDialog)
    assert mail.people.text() == "To Amara Okonkwo, Jonas Weidmann"
    mail.reject()
    crossroads.desk.do(pair_answers.accept, pair_id, Side.LEFT, TODAY)
    qtbot.waitUntil(lambda: view.write.text() == "Write to Jonas")


def test_enter_opens_the_pair_and_f2_records_an_answer(crossroads, show, went, qtbot) -> None:
    pair_id = crossroads.propose()
    view = show()
    view.table.select([pair_id])
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert (went[0].page, went[0].id) == ("pairs", pair_id)
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    assert dialog(view).pair.value() == pair_id
    dialog(view).reject()


def test_a_desk_open_to_read_only_shows_answers_and_takes_none(crossroads, show, desk, tmp_path, qtbot) -> None:
    pair_id = crossroads.propose()
    copy = Desk.open(desk.path, backups=tmp_path / "b", clock=desk.clock, read_only=True)
    place = Workplace(copy, Settings(tmp_path / "s"))
    view = show(place)
    view.table.select([pair_id])
    assert [view.bar.left.isEnabled(), view.bar.decline.isEnabled(), view.at_once.isEnabled()] == [False] * 3
    assert view.bar.left.toolTip() == "This desk is open to read only"
    view.accept((Side.LEFT,))
    assert crossroads.desk.read(pair_answers.of_pair, pair_id).left_answer is None
    place.close()
    copy.close()


def test_a_hidden_view_reads_again_when_it_is_seen(crossroads, show, qtbot) -> None:
    view = show()
    view.window().hide()
    crossroads.propose()
    assert view.table.count() == 0
    view.window().show()
    qtbot.waitUntil(lambda: view.table.count() == 1)


def test_what_is_said_can_be_undone(crossroads, show, workplace, qtbot) -> None:
    sayings: list[Saying] = []
    workplace.said.connect(sayings.append)
    pair_id = crossroads.propose()
    view = show()
    view.table.select([pair_id])
    qtbot.mouseClick(view.bar.both, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.start.isEnabled())
    assert (sayings[0].sentence, sayings[0].undo) == ("Amara & Jonas accepted", True)
    crossroads.desk.undo()
    qtbot.waitUntil(lambda: not view.start.isEnabled())


def test_when_the_last_proposal_has_started_the_focus_is_on_the_way_to_the_pairs(crossroads, show, went, qtbot) -> None:
    pair_id = crossroads.propose()
    for side in Side:
        crossroads.desk.do(pair_answers.accept, pair_id, side, TODAY)
    view = show()
    with qtbot.waitActive(view.window()):
        view.window().activateWindow()
    view.start.setFocus()
    qtbot.keyClick(view.start, Qt.Key.Key_Return)
    qtbot.waitUntil(view.empty.action.hasFocus)
    assert view.empty.sentence.text().startswith("Everybody has answered.")
    qtbot.keyClick(view.empty.action, Qt.Key.Key_Return)
    assert (went[-1].page, went[-1].filters) == ("pairs", {"cohort_id": crossroads.cohort})
