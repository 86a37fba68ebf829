"""The Story tab as a coordinator uses it: answers, quote, consents, the mail, the preview, the file."""

from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton

from mentordesk.domain.errors import UserError
from mentordesk.domain.questions import QuestionForm, QuestionSet
from mentordesk.domain.standing import Side
from mentordesk.domain.stories import StoryForm
from mentordesk.services.programs import questions
from mentordesk.services.stories import stories
from mentordesk.ui import file_choice, mail, saving
from mentordesk.ui.pairs import story_export
from mentordesk.ui.pairs.pair_filter import PairFilter
from mentordesk.ui.widgets.error_dialog import ErrorDialog
from tests.crossroads import TODAY

MET, LEARNED = "How did you meet?", "What has {mentor} learned from {mentee}?"


@pytest.fixture
def pair(crossroads) -> int:
    for text in (MET, LEARNED):
        crossroads.desk.do(questions.save, QuestionForm(crossroads.program, QuestionSet.STORY, text))
    return crossroads.pair()


@pytest.fixture
def told(crossroads, pair) -> int:
    """A pair that has answered one question."""
    crossroads.desk.do(stories.answer, pair, MET, Side.LEFT, "At lunch. He was late.")
    return pair


@pytest.fixture
def tab(show_pairs):
    """Shows the tab of the pair's pane."""

    def show():
        page = show_pairs()
        page.pane.tabs.show_tab("story")
        return page.pane.tabs.story

    return show


def read(crossroads, pair):
    return crossroads.desk.read(stories.of_pair, pair)


def test_the_focus_stands_still_while_the_story_changes(crossroads, told, tab, settle, qapp, qtbot) -> None:
    shown = tab()
    shown.headline.setFocus(Qt.FocusReason.TabFocusReason)
    visited = []
    qapp.focusChanged.connect(lambda _old, new: visited.append(type(new).__name__))
    crossroads.desk.do(stories.save, StoryForm(told, "Two floors."))
    settle()
    qtbot.waitUntil(lambda: shown.headline.hasFocus())
    assert set(visited) <= {"HeadlineLine", "NoneType"}
    assert shown.headline.accessibleName() == "Two floors. No quote yet. No day for the interview yet."


def test_open_questions_are_answered_by_keyboard(crossroads, pair, frame, tab, settle, qtbot) -> None:
    shown = tab()
    assert shown.chip.text == "No draft"
    assert shown.facts.text() == "0 of 2 questions answered. Both must say yes before it goes out"
    assert [line.open for line in shown.questions] == [True, True]
    qtbot.waitUntil(shown.questions[1].isVisible)
    shown.questions[1].setFocus()
    QTest.keyClick(shown.questions[1], Qt.Key.Key_Return)
    dialog = frame.dialog()
    assert dialog.windowTitle() == "What has Amara learned from Jonas?"
    qtbot.keyClicks(dialog.fields[Side.RIGHT], "To ask first.")
    QTest.keyClick(dialog.fields[Side.RIGHT], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert read(crossroads, pair).questions[1].of(Side.RIGHT) == "To ask first."
    assert [line.text() for line in shown.questions[1].lines] == ["Jonas To ask first."]
    assert shown.chip.text == "Draft 1 of 2"
    assert frame.said == ["Answer saved"]
    qtbot.waitUntil(lambda: frame.focusWidget() is shown.questions[1])


def test_both_sides_are_saved_in_one_step_and_nothing_where_nothing_changed(
    crossroads, told, frame, tab, settle, qtbot
) -> None:
    shown = tab()
    shown.questions[0].opened.emit()
    dialog = frame.dialog()
    assert dialog.fields[Side.LEFT].toPlainText() == "At lunch. He was late."
    qtbot.waitUntil(dialog.fields[Side.LEFT].hasFocus)
    dialog.primary.click()
    assert frame.said == []
    shown.questions[0].opened.emit()
    frame.dialog().fields[Side.LEFT].setPlainText("In a queue.")
    frame.dialog().fields[Side.RIGHT].setPlainText("I was early.")
    frame.dialog().primary.click()
    settle()
    assert [line.text() for line in shown.questions[0].lines] == ["Amara In a queue.", "Jonas I was early."]
    crossroads.desk.undo()
    assert read(crossroads, told).questions[0].of(Side.LEFT) == "At lunch. He was late."


def test_marked_words_become_the_quote(crossroads, told, frame, tab, settle) -> None:
    shown = tab()
    shown.questions[0].opened.emit()
    dialog = frame.dialog()
    field = dialog.fields[Side.LEFT]
    cursor = field.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(len("At lunch."), QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    dialog.quote.click()
    settle()
    assert read(crossroads, told).quote == "At lunch."
    assert shown.headline.quote.text() == "“At lunch.”"


def test_a_quote_needs_an_answer(pair, frame, tab) -> None:
    shown = tab()
    shown.questions[0].opened.emit()
    frame.dialog().quote.click()
    assert frame.dialog().note.text() == "Write an answer first, then choose its best sentence."
    frame.dialog().reject()


def test_title_quote_and_day_are_set_in_one_dialog(crossroads, pair, frame, tab, settle, qtbot) -> None:
    shown = tab()
    assert shown.headline.title.text() == "No title yet"
    shown.headline.setFocus()
    QTest.keyClick(shown.headline, Qt.Key.Key_F2)
    dialog = frame.dialog()
    qtbot.keyClicks(dialog.headline, "Lunch for two")
    dialog.quote.setPlainText("He was late.")
    dialog.due_on._edit.setText("31 June")
    dialog.due_on._edit.textEdited.emit("31 June")
    dialog.primary.click()
    assert "June has no day 31" in dialog.form.box("due_on").problem()
    dialog.due_on.set_value(date(2026, 6, 12))
    dialog.primary.click()
    settle()
    story = read(crossroads, pair)
    assert (story.title, story.quote, story.due_on) == ("Lunch for two", "He was late.", date(2026, 6, 12))
    assert shown.headline.due.text() == "Interview on 12 June"


def test_del_removes_the_answers_and_offers_undo(crossroads, told, frame, tab, settle) -> None:
    shown = tab()
    shown.questions[0].setFocus()
    QTest.keyClick(shown.questions[0], Qt.Key.Key_Delete)
    settle()
    assert shown.questions[0].open
    assert frame.said == ["Answer removed"]
    crossroads.desk.undo()
    settle()
    assert not shown.questions[0].open


def test_consent_is_noted_on_a_day_and_taken_back(crossroads, told, frame, tab, settle) -> None:
    shown = tab()
    line = shown.consents[Side.LEFT]
    assert line.words.text() == "Amara: not asked yet"
    line.note.click()
    frame.dialog().day.set_value(date(2026, 6, 5))
    frame.dialog().primary.click()
    assert "still to come" in frame.dialog().form.box("day").problem()
    frame.dialog().day.set_value(date(2026, 6, 1))
    frame.dialog().primary.click()
    settle()
    assert line.words.text() == "Amara agreed on 1 June"
    assert not shown.ask[Side.LEFT].isVisible()
    assert shown.facts.text().endswith("One more yes before it goes out")
    line.note.click()
    settle()
    assert line.words.text() == "Amara: not asked yet"
    assert frame.said[-1] == "Consent of Amara taken back"


def test_other_words_after_a_consent_say_who_agreed_to_the_former(crossroads, told, frame, tab, settle) -> None:
    crossroads.desk.do(stories.consent, told, Side.LEFT, TODAY)
    shown = tab()
    shown.questions[0].opened.emit()
    frame.dialog().fields[Side.LEFT].setPlainText("In a queue.")
    frame.dialog().primary.click()
    assert frame.said == ["Answer saved. Amara agreed to the words before: show them the new ones"]


def test_asking_opens_a_mail_with_the_story_and_notes_the_day(
    crossroads, told, frame, tab, settle, monkeypatch
) -> None:
    drafts = []
    monkeypatch.setattr(mail, "open_draft", drafts.append)
    shown = tab()
    assert shown.ask[Side.RIGHT].text() == "Ask Jonas"
    shown.ask[Side.RIGHT].click()
    frame.dialog().primary.click()
    settle()
    assert "Amara: At lunch. He was late." in drafts[0].body
    assert shown.consents[Side.RIGHT].words.text() == "Jonas: asked on 4 June"
    assert shown.ask[Side.RIGHT].text() == "Ask Jonas again"


def test_a_mail_that_was_not_opened_notes_nothing(crossroads, told, frame, tab, monkeypatch) -> None:
    def refuse(_draft) -> None:
        raise UserError("The mail was not opened: no mail program answered.")

    monkeypatch.setattr(mail, "open_draft", refuse)
    shown = tab()
    shown.ask[Side.LEFT].click()
    frame.dialog().primary.click()
    assert frame.dialog().isVisible()
    frame.dialog().reject()
    assert read(crossroads, told).left.asked_on is None


def test_there_is_no_document_before_both_have_agreed(crossroads, told, tab, settle) -> None:
    shown = tab()
    assert not shown.save.isEnabled()
    assert shown.save.toolTip() == "Amara has not agreed yet. Jonas has not agreed yet."
    crossroads.desk.do(stories.consent, told, Side.LEFT, TODAY)
    settle()
    assert shown.save.toolTip() == "Jonas has not agreed yet."
    crossroads.desk.do(stories.consent, told, Side.RIGHT, TODAY)
    settle()
    assert shown.save.isEnabled()
    assert shown.chip.text == "Both agreed"


@pytest.fixture
def agreed(crossroads, told) -> int:
    crossroads.desk.do(stories.save, StoryForm(told, "Lunch for two", "He was late."))
    for side in Side:
        crossroads.desk.do(stories.consent, told, side, TODAY)
    return told


def choose(monkeypatch, *paths: Path) -> list[str]:
    """Answers the file dialog, one path after the other; returns the names that were proposed."""
    names: list[str] = []
    left = list(paths)
    monkeypatch.setattr(file_choice, "save_file_of", lambda *args: names.append(args[-1]) or left.pop(0))
    return names


def test_the_document_is_written_and_said(agreed, frame, tab, qtbot, tmp_path, monkeypatch) -> None:
    target = tmp_path / "lunch.docx"
    names = choose(monkeypatch, target)
    tab().save.click()
    qtbot.waitUntil(lambda: "Story saved as “lunch.docx”" in frame.said)
    assert names == ["Story Amara Okonkwo & Jonas Weidmann"]
    assert "Lunch for two" in [line.text for line in docx.Document(str(target)).paragraphs]


def test_the_text_is_chosen_by_its_ending(agreed, frame, tab, qtbot, tmp_path, monkeypatch) -> None:
    choose(monkeypatch, tmp_path / "lunch.txt")
    tab().save.click()
    qtbot.waitUntil(lambda: bool(frame.said))
    assert (tmp_path / "lunch.txt").read_text(encoding="utf-8").startswith("Lunch for two\n")


def test_a_file_that_cannot_be_written_can_go_elsewhere(agreed, frame, tab, qtbot, tmp_path, monkeypatch) -> None:
    names = choose(monkeypatch, tmp_path / "nowhere" / "lunch.docx", tmp_path / "lunch.docx")
    shown: list[str] = []

    def answer(dialog: ErrorDialog) -> int:
        shown.append(dialog.title.text())
        next(it for it in dialog.findChildren(QPushButton) if "another name" in it.text()).click()
        return 0

    monkeypatch.setattr(saving.ErrorDialog, "exec", answer)
    tab().save.click()
    qtbot.waitUntil(lambda: "Story saved as “lunch.docx”" in frame.said)
    assert len(shown) == 1
    assert names[1] == "lunch"


@pytest.mark.parametrize(
    ("typed", "kind", "ending"),
    [("a.docx", "", ".docx"), ("a.txt", "", ".txt"), ("a", story_export.KINDS[".txt"], ".txt"), ("v1.2", "", ".docx")],
)
def test_the_ending_follows_the_name_or_the_kind(typed, kind, ending, settings, tmp_path, monkeypatch) -> None:
    answer = (str(tmp_path / typed), kind)
    monkeypatch.setattr(file_choice.QFileDialog, "getSaveFileName", lambda *args: answer)
    path = file_choice.save_file_of(None, settings, "story", "Save", story_export.KINDS, "a")
    assert path is not None
    assert path.suffix == ending
    monkeypatch.setattr(file_choice.QFileDialog, "getSaveFileName", lambda *args: ("", ""))
    assert file_choice.save_file_of(None, settings, "story", "Save", story_export.KINDS, "a") is None


def test_the_preview_shows_the_page_and_why_it_may_not_go_out(told, frame, tab) -> None:
    tab().preview.click()
    dialog = frame.dialog()
    text = dialog.sheet.page.toPlainText()
    assert text.index("Amara Okonkwo & Jonas Weidmann") < text.index("Mentor") < text.index(MET)
    assert "At lunch. He was late." in text
    assert not dialog.primary.isEnabled()
    assert dialog.note.text() == "Amara has not agreed yet. Jonas has not agreed yet."
    before = dialog.sheet.height()
    dialog.sheet.resize(dialog.sheet.width() // 2, before)
    assert dialog.sheet.height() < before
    dialog.reject()


def test_the_preview_leads_to_the_file(agreed, frame, tab, qtbot, tmp_path, monkeypatch) -> None:
    choose(monkeypatch, tmp_path / "lunch.docx")
    tab().preview.click()
    frame.dialog().primary.click()
    qtbot.waitUntil(lambda: "Story saved as “lunch.docx”" in frame.said)


def test_a_proposed_pair_has_no_story_yet(crossroads, show_pairs, settle) -> None:
    pair = crossroads.propose()
    page = show_pairs()
    page.list.bar.set_filter(PairFilter(status="proposed"))
    page.list.table.select([pair])
    settle()
    page.pane.tabs.show_tab("story")
    shown = page.pane.tabs.story
    assert shown.empty.isVisible()
    assert shown.empty.title.text() == "No story yet"


def test_a_program_without_questions_leads_to_them(crossroads, frame, show_pairs) -> None:
    crossroads.pair()
    page = show_pairs()
    page.pane.tabs.show_tab("story")
    shown = page.pane.tabs.story
    assert shown.empty.title.text() == "No question yet"
    QTest.mouseClick(shown.empty.action, Qt.MouseButton.LeftButton)
    assert frame.went[-1] == ("programs", crossroads.program)


def test_a_desk_to_read_only_shows_the_story_and_changes_nothing(agreed, frame, workplace, tab) -> None:
    workplace.desk.read_only = True
    shown = tab()
    frame.page.pane.tabs.story.show_sheet(frame.page.pane.sheet)
    assert not shown.consents[Side.LEFT].note.isEnabled()
    assert shown.consents[Side.LEFT].note.toolTip() == "This desk is open to read only"
    shown.questions[0].opened.emit()
    shown.headline.opened.emit()
    QTest.keyClick(shown.questions[0], Qt.Key.Key_Delete)
    assert frame.said == []
    assert not [dialog for dialog in frame.findChildren(QDialog) if dialog.isVisible()]
    assert shown.save.isEnabled()
    assert shown.preview.isEnabled()


def test_the_full_page_has_the_story_too(told, frame, tab, settle) -> None:
    tab()
    frame.page.show_full()
    settle()
    assert frame.page.full.tabs.tab() == "story"
    assert frame.page.full.tabs.story.chip.text == "Draft 1 of 2"
