"""A proposed pair in its pane: who has answered, accepted and declined in place, and a new match after a poor fit."""

import pytest
from PySide6.QtWidgets import QMenu

from mentordesk.data.tables import Pair
from mentordesk.domain.pairs import EndReason
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.matching import pair_answers
from mentordesk.services.pairs import pairs
from mentordesk.ui.matching.answer_dialog import AnswerDialog
from mentordesk.ui.pairs.pair_head import PairHead
from mentordesk.ui.pairs.status_dialogs import EndDialog
from mentordesk.ui.workplace import Target
from tests.crossroads import TODAY


@pytest.fixture
def head(frame, show_pairs, qtbot):
    """Shows a pair in the pane and gives its head."""

    def shown(pair_id: int) -> PairHead:
        page = show_pairs()
        page.open(Target("pairs", pair_id))
        pane = page.pane
        qtbot.waitUntil(lambda: pane.sheet is not None and pane.sheet.row.id == pair_id)
        return pane.head

    return shown


def entries(frame, row) -> list[str]:
    menu = QMenu()
    frame.page.actions_on_pairs.fill_menu(menu, [row])
    return [action.text() for action in menu.actions() if action.text()]


def test_the_pane_says_who_has_answered_and_takes_the_other_answer(crossroads, head, frame, qtbot) -> None:
    pair_id = crossroads.propose()
    crossroads.desk.do(pair_answers.accept, pair_id, Side.LEFT, TODAY)
    box = head(pair_id).proposal
    assert box.words.text() == "Amara accepted on 4 June, Jonas has not answered"
    assert [part.isVisible() for part in (box.accepts[Side.LEFT], box.accepts[Side.RIGHT], box.start)] == [
        False,
        True,
        False,
    ]
    box.accepts[Side.RIGHT].click()
    qtbot.waitUntil(box.start.isVisible)
    assert frame.said == ["Jonas accepted"]
    box.start.click()
    qtbot.waitUntil(lambda: not box.isVisible())
    assert crossroads.desk.read(pairs.row, pair_id).status is PairStatus.ACTIVE


def test_a_no_in_the_pane_asks_for_the_words_and_may_be_taken_back(crossroads, head, frame, qtbot) -> None:
    pair_id = crossroads.propose()
    shown = head(pair_id)
    shown.proposal.decline.click()
    asked = frame.dialog()
    assert isinstance(asked, AnswerDialog)
    assert asked.pair.value() == pair_id
    asked.note_field.setPlainText("No time this spring")
    asked.primary.click()
    qtbot.waitUntil(shown.proposal.backs[Side.LEFT].isVisible)
    words = shown.proposal.words.text()
    assert words == "Amara declined on 4 June, Jonas had not answered. “No time this spring”"
    assert shown.status.text == "Declined"
    assert "the two never were a pair" in shown.box.sentence.text()
    shown.proposal.backs[Side.LEFT].click()
    qtbot.waitUntil(shown.proposal.decline.isVisible)
    assert shown.status.text == "Proposed"


def test_the_menu_records_an_answer_and_offers_a_declined_pair_no_second_start(crossroads, frame) -> None:
    pair_id = crossroads.propose()
    row = crossroads.desk.read(pairs.row, pair_id)
    assert "Record an answer…" in entries(frame, row)
    crossroads.desk.do(pair_answers.decline, pair_id, Side.LEFT, TODAY)
    declined = entries(frame, crossroads.desk.read(pairs.row, pair_id))
    assert not {"Record an answer…", "Reopen", "Change reason…", "Closing survey…"} & set(declined)


def test_only_a_proposal_can_be_declined_as_the_reason_of_an_end(crossroads, frame) -> None:
    running, proposed = crossroads.pair(), crossroads.propose("Ruth", "Mateo")
    offered = []
    for pair_id in (running, proposed):
        dialog = EndDialog(frame.workplace, frame, crossroads.desk.read(pairs.row, pair_id))
        offered.append([dialog.reason.itemText(at) for at in range(dialog.reason.count())])
        dialog.reject()
    assert ["Declined the proposal" in words for words in offered] == [False, True]


def test_after_a_pair_that_did_not_fit_both_are_matched_anew(crossroads, head, frame) -> None:
    pair_id = crossroads.pair()
    crossroads.desk.do(pairs.end, pair_id, EndReason.NOT_A_FIT)
    box = head(pair_id).rematch
    assert box.isVisible()
    box.right.click()
    box.left.click()
    jonas, amara = crossroads.people["Jonas"], crossroads.people["Amara"]
    expected = [Target("matching", crossroads.cohort, filters={"person": who}) for who in (jonas, amara)]
    assert frame.targets[-2:] == expected


def test_a_pair_that_ended_for_another_reason_is_not_matched_anew_here(crossroads, head) -> None:
    pair_id = crossroads.pair()
    crossroads.desk.do(pairs.end, pair_id, EndReason.NO_TIME)
    assert not head(pair_id).rematch.isVisible()


def test_the_circle_of_a_pair_stands_in_its_pane_and_is_found(crossroads, head, frame) -> None:
    pair_id = crossroads.pair()
    crossroads.pair("Ruth", "Mateo")
    crossroads.desk.do(lambda session: setattr(session.get_one(Pair, pair_id), "circle", "Circle North"))
    assert head(pair_id).together.text().startswith("Circle North. Together since")
    table = frame.page.list.table
    table.set_search("circle north")
    assert table.count() == 1


def test_the_answers_stand_in_one_line_in_the_smallest_window(crossroads, head, frame, qtbot) -> None:
    frame.resize(1024, 700)
    crossroads.person("Carmen")
    box = head(crossroads.propose("Ruth", "Carmen", cohort_id=None)).proposal
    assert box.words.text() == "Neither Ruth nor Carmen has answered yet"
    shown = [*box.accepts.values(), box.decline]
    qtbot.waitUntil(lambda: all(each.isVisible() for each in shown))
    assert len({each.y() for each in shown}) == 1


def test_a_pair_of_a_circle_says_which_in_the_smallest_window(crossroads, head, frame, qtbot) -> None:
    frame.resize(1024, 700)
    pair_id = crossroads.propose()
    name_circle(crossroads.desk, pair_id, "Circle of Amara Okonkwo")
    shown = head(pair_id)
    qtbot.waitUntil(shown.together.isVisible)
    assert shown.together.text() == "Circle of Amara Okonkwo"


def name_circle(desk, pair_id: int, name: str) -> None:
    def named(session) -> None:
        session.get(Pair, pair_id).circle = name

    desk.do(named)
