"""What the buttons and lines of Today do: mails, talks, matching, milestones, cohorts."""

from datetime import date, timedelta
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from mentordesk.domain.contacts import ExchangeForm, ExchangeKind
from mentordesk.domain.milestones import MilestoneForm
from mentordesk.domain.people import PersonForm
from mentordesk.domain.programs import StepOwner
from mentordesk.services.pairs import exchanges, milestones
from mentordesk.services.people import people
from mentordesk.services.programs import programs
from mentordesk.ui import mail
from mentordesk.ui.mail_dialog import MailDialog
from mentordesk.ui.workplace import Target
from tests.builders import add_cohort, add_pair
from tests.crossroads import TODAY
from tests.ui.today.on_today import contact, dialog, lines, titles


@pytest.fixture
def mailed(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What the mail program was given; no program is started."""
    found: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url) or True)
    return found


@pytest.mark.parametrize(
    ("system", "handled"),
    [("win32", "Handled"), ("darwin", "Handled"), ("linux", "Handled, if your mail program opened")],
)
def test_writing_to_a_silent_pair_takes_the_item_away_and_undo_brings_it_back(
    qtbot, show, silent, mailed, workplace, system: str, handled: str, monkeypatch
) -> None:
    monkeypatch.setattr(mail, "sys", SimpleNamespace(platform=system))
    page = show()
    line = lines(page)[0]
    assert line.title.text() == "Tomasz Wrona & Leila Khoury: no contact for 47 days"
    assert line.action.text() == "Write to both"
    qtbot.mouseClick(line.action, Qt.MouseButton.LeftButton)
    letter = dialog(qtbot, MailDialog)
    letter.subject.setText("How are you two?")
    with qtbot.waitSignal(workplace.said) as said:
        qtbot.mouseClick(letter.primary, Qt.MouseButton.LeftButton)
    assert said.args[0].sentence == f"{handled}: Tomasz Wrona & Leila Khoury: no contact for 47 days"
    assert said.args[0].undo
    parts = urlsplit(mailed[0].toString(QUrl.ComponentFormattingOption.FullyEncoded))
    assert parts.path == "tomasz.wrona@solvane.example,leila.khoury@solvane.example"
    assert parse_qs(parts.query)["subject"] == ["How are you two?"]
    qtbot.waitUntil(lambda: not lines(page))
    assert page.attention.empty.title.text() == "All quiet"
    workplace.desk.undo()
    qtbot.waitUntil(lambda: len(lines(page)) == 1)


def test_a_mail_that_is_not_opened_leaves_the_item(qtbot, show, silent, mailed) -> None:
    page = show()
    qtbot.mouseClick(lines(page)[0].action, Qt.MouseButton.LeftButton)
    letter = dialog(qtbot, MailDialog)
    qtbot.keyClick(letter, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not letter.isVisible())
    assert mailed == []
    assert len(lines(page)) == 1


def test_without_a_mail_program_the_text_can_be_copied(qtbot, show, silent, monkeypatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    page = show()
    qtbot.mouseClick(lines(page)[0].action, Qt.MouseButton.LeftButton)
    letter = dialog(qtbot, MailDialog)
    qtbot.mouseClick(letter.primary, Qt.MouseButton.LeftButton)
    assert letter.isVisible()
    assert "no mail program answered" in letter.problem.text()
    qtbot.mouseClick(letter.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("Checking in on the two of you\n\nDear Tomasz and Leila,")
    letter.reject()
    assert len(titles(page)) == 1, "the item waits until a mail program took the mail"


def test_a_very_long_mail_goes_as_a_file(qtbot, show, silent, mailed) -> None:
    page = show()
    qtbot.mouseClick(lines(page)[0].action, Qt.MouseButton.LeftButton)
    letter = dialog(qtbot, MailDialog)
    letter.text.setPlainText("word " * 600)
    qtbot.mouseClick(letter.primary, Qt.MouseButton.LeftButton)
    assert mailed[0].isLocalFile()
    assert mailed[0].toLocalFile().endswith("draft.eml")


def test_somebody_without_an_address_is_named_in_the_mail(qtbot, show, desk, silent) -> None:
    person = next(row.id for row in desk.read(people.rows) if row.name == "Leila Khoury")
    desk.do(people.save, PersonForm("Leila Khoury", employee_number="7"), person)
    page = show()
    qtbot.mouseClick(lines(page)[0].action, Qt.MouseButton.LeftButton)
    letter = dialog(qtbot, MailDialog)
    assert letter.missing.text().startswith("Leila Khoury has no e-mail address here")
    letter.reject()


def test_find_a_mentor_leads_to_matching_with_the_person(qtbot, show, unmatched, went) -> None:
    page = show()
    line = next(line for line in lines(page) if line.title.text() == "Mateo Quispe has no mentor yet")
    qtbot.mouseClick(line.action, Qt.MouseButton.LeftButton)
    assert went == [Target("matching", unmatched[1], filters={"person": unmatched[0]})]


def test_a_pair_for_somebody_unmatched_can_be_made_by_hand(show, unmatched, workplace, qtbot) -> None:
    page = show()
    line = next(line for line in lines(page) if line.title.text() == "Mateo Quispe has no mentor yet")
    by_hand = next(act for act in page.actions_of.menu(line.item).actions() if act.text() == "New pair by hand…")
    with qtbot.waitSignal(workplace.commanded) as commanded:
        by_hand.trigger()
    assert commanded.args == ["new_pair", {"mentee_id": unmatched[0], "cohort_id": unmatched[1]}]


def test_a_click_elsewhere_on_the_line_opens_the_pair(qtbot, show, silent, went) -> None:
    qtbot.mouseClick(lines(show())[0].title, Qt.MouseButton.LeftButton)
    assert (went[0].page, went[0].id, went[0].tab) == ("pairs", silent, "overview")


def test_an_overdue_milestone_of_several_pairs_opens_those_milestones(qtbot, show, desk, went) -> None:
    cohort = add_cohort(desk)
    for left, right in (("Samuel Tefera", "Elif Aydin"), ("Yusuf Karim", "Aoife Brennan")):
        contact(desk, add_pair(desk, left, right, cohort), 2)
    page = show()
    line = next(line for line in lines(page) if line.action.text() == "Remind 2 pairs")
    qtbot.mouseClick(line.title, Qt.MouseButton.LeftButton)
    assert (went[0].page, went[0].filters["state"], went[0].filters["cohort_id"]) == ("milestones", "overdue", cohort)
    steps = {step.id: step.title for step in desk.read(programs.plan, 1)}
    assert steps[went[0].filters["step_id"]] == line.item.about


def test_an_overdue_step_of_the_coordinator_is_opened_and_nobody_reminded(qtbot, show, desk, went) -> None:
    cohort = add_cohort(desk)
    for left, right in (("Samuel Tefera", "Elif Aydin"), ("Yusuf Karim", "Aoife Brennan")):
        pair = add_pair(desk, left, right, cohort)
        due_on = desk.today() - timedelta(days=20)
        desk.do(milestones.add, MilestoneForm(pair, "Speech", due_on, StepOwner.COORDINATOR))
    line = next(line for line in lines(show()) if line.item.about == "Speech")
    assert line.action.text() == "Open 2 milestones"
    line.action.click()
    assert (went[0].page, went[0].filters) == (
        "milestones",
        {"state": "overdue", "cohort_id": cohort, "step": "Speech"},
    )


def test_one_sided_pairs_are_reviewed_on_their_account(qtbot, show, desk, silent, went) -> None:
    contact(desk, silent, 1)
    giver = next(row.id for row in desk.read(people.rows) if row.name == "Tomasz Wrona")
    for _ in range(3):
        gift = ExchangeForm(silent, giver, ExchangeKind.ADVICE, 3, TODAY - timedelta(days=1))
        desk.do(exchanges.record, gift)
    page = show()
    assert titles(page) == ["Tomasz Wrona & Leila Khoury: Tomasz gave 9 of 9 points"]
    qtbot.mouseClick(lines(page)[0].action, Qt.MouseButton.LeftButton)
    assert (went[0].page, went[0].id, went[0].tab) == ("pairs", silent, "give_take")
    assert page.formats.sentence.text().endswith("nothing came back yet.")


def test_a_cohort_that_ends_is_opened(qtbot, show, desk, went) -> None:
    cohort = add_cohort(desk, ends_on=date(2026, 6, 18))
    contact(desk, add_pair(desk, "Ruth Adelmann", "Jonas Weidmann", cohort), 2)
    page = show()
    line = next(line for line in lines(page) if line.title.text() == "Crossroads 2025–26 ends in 14 days")
    assert line.action.text() == "Open the cohort"
    qtbot.mouseClick(line.action, Qt.MouseButton.LeftButton)
    assert (went[0].page, went[0].id) == ("cohorts", cohort)
