"""The sample desk: figures are the same on Today, in Cohorts, in the workbook and by command; items lead somewhere."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from mentordesk import commands
from mentordesk.domain.attention import AttentionItem, AttentionKind
from mentordesk.domain.scope import Scope
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.wording import counted
from mentordesk.exchange.mail import Draft
from mentordesk.services import figures
from mentordesk.services.pairs import pairs
from mentordesk.services.people import people
from mentordesk.services.programs import cohorts
from mentordesk.ui import file_choice, mail
from mentordesk.ui.mail_dialog import MailDialog
from mentordesk.ui.today import item_words
from mentordesk.ui.today.career_dialog import CareerAskDialog
from mentordesk.ui.today.talk_dialog import TalkDialog
from tests.exchange.workbooks import opened
from tests.journeys.steps import Coordinator

ASKS = {AttentionKind.LOW_ANSWER: TalkDialog, AttentionKind.CAREER_CHANGE: CareerAskDialog}
"""Kinds whose button opens a dialog of their own."""


@pytest.fixture
def me(begin, sample_desk: Path) -> Coordinator:
    return begin(sample_desk)


@pytest.fixture
def mailed(monkeypatch) -> list[Draft]:
    """What the mail program was given; no program is started."""
    found: list[Draft] = []
    monkeypatch.setattr(mail, "open_draft", found.append)
    return found


# Figures


def by_command(capsys: Any, path: Path, *scope: str) -> dict[str, Any]:
    """What `main.py figures` prints, while the window has the desk open."""
    capsys.readouterr()
    assert commands.run(["figures", str(path), *scope, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def percents(share: int | None) -> str:
    return "–" if share is None else f"{share} %"


def average(it: dict[str, Any]) -> str:
    return "–" if it["check_in_average"] is None else f"{it['check_in_average']:.1f} of 5"


def on_today(it: dict[str, Any]) -> dict[str, str]:
    """What the strip of Today must say of the figures that the command gives."""
    active = it["active_pairs"]
    return {
        "active_pairs": f"Active pairs: {active}",
        "in_contact": f"In contact, last 30 days: {it['in_contact_30']} of {counted(active, 'pair')}",
        "in_balance": f"Give and take in balance: {it['in_balance']} of {counted(active, 'pair')}",
        "milestones": f"Milestones on time: {percents(it['milestones_on_time_percent'])}",
        "check_ins": f"Check-in average: {average(it)}",
    }


def on_cohort(it: dict[str, Any]) -> dict[str, str]:
    """What the strip of a cohort must say, as far as it has active pairs or not."""
    active = it["active_pairs"]
    contact = f"{it['in_contact_30']} of {active}" if active else "–"
    said = {
        "contact": f"In contact, 30 days: {contact}",
        "milestones": f"Milestones on time: {percents(it['milestones_on_time_percent'])}",
        "check_in": f"Check-in average: {average(it)}",
    }
    return said | ({"pairs": f"Active pairs: {active}"} if active else {})


def in_workbook(it: dict[str, Any]) -> dict[str, Any]:
    """What the tiles of the summary must hold."""
    share, average_ = it["milestones_on_time_percent"], it["check_in_average"]
    return {
        "Active pairs": it["active_pairs"],
        "In contact, 30 days": f"{it['in_contact_30']} of {it['active_pairs']}",
        "Milestones on time": "–" if share is None else share / 100,
        "Check-in average": "–" if average_ is None else average_,
        "Project hours": it["project_hours"],
    }


def strip(page_strip: Any, keys: Sequence[str]) -> dict[str, str]:
    return {key: page_strip.cell(key).accessibleName() for key in keys}


def tiles(path: Path) -> dict[str, Any]:
    """The summary's tiles: the title, and the figure below it."""
    sheet = opened(path, values=True)["Summary"]
    row = next(cell.row for line in sheet.iter_rows() for cell in line if cell.value == "Active pairs")
    return {cell.value: sheet.cell(row + 1, cell.column).value for cell in sheet[row] if cell.value}


def export(me: Coordinator, scope: Scope, out: Path, monkeypatch: Any) -> dict[str, Any]:
    monkeypatch.setattr(file_choice, "save_file", lambda *_: out)
    page = me.page("reports")
    me.choose(page.options.scope, scope)
    me.click(page.save)
    me.wait(lambda: out.exists() and me.toast().startswith(f"Report saved as “{out.name}”"))
    return tiles(out)


def test_today_cohorts_workbook_and_command_give_the_same_figures(me, capsys, tmp_path, monkeypatch) -> None:
    path = me.desk.path
    everything = by_command(capsys, path)
    wanted = on_today(everything)
    assert strip(me.page("today").strip, list(wanted)) == wanted
    page = me.page("cohorts")
    listed = me.desk.read(cohorts.rows)
    assert len(listed) > 10
    for row in listed:
        page.show_cohort(row.id)
        me.settle()
        wanted = on_cohort(by_command(capsys, path, "--cohort", row.name))
        assert strip(page.overview.strip, list(wanted)) == wanted, row.name
    found = export(me, Scope(), tmp_path / "all.xlsx", monkeypatch)
    assert {key: found[key] for key in in_workbook(everything)} == in_workbook(everything)
    running = max(listed, key=lambda row: row.active)
    one = by_command(capsys, path, "--cohort", running.name)
    found = export(me, Scope(cohort_id=running.id), tmp_path / "one.xlsx", monkeypatch)
    assert {key: found[key] for key in in_workbook(one)} == in_workbook(one)


def test_the_program_at_the_left_narrows_the_figures_as_the_command_does(me, capsys) -> None:
    names = [me.window.rail.scope.itemText(at) for at in range(1, me.window.rail.scope.count())]
    assert len(names) == 4
    for at, name in enumerate(names, 1):
        me.window.rail.scope.setCurrentIndex(at)
        me.window.rail.scope.activated.emit(at)
        page = me.here("today")
        wanted = on_today(by_command(capsys, me.desk.path, "--program", name))
        assert strip(page.strip, list(wanted)) == wanted, name


# What needs a hand


def line_of(me: Coordinator, key: str) -> Any:
    """The line of an item on Today; hidden ones of the list are asked for."""
    page = me.page("today")
    return next(line for line in page.attention.lines if line.isVisible() and line.item.key == key)


def shows(me: Coordinator, item: AttentionItem) -> None:
    """The page on screen is about the item."""
    me.settle()
    page: Any = me.window.office.current()
    if page.key == "pairs":
        me.wait(lambda: page.pane.sheet is not None and page.pane.sheet.row.id == item.pair_ids[0])
    elif page.key == "cohorts":
        assert page.sheet.row.id == item.cohort_id
    elif page.key == "matching":
        me.wait(lambda: page.sheet is not None and page.sheet.cohort_id == item.cohort_id)
    elif page.key == "people":
        name = next(row.name for row in me.desk.read(people.rows) if row.id == item.person_ids[0])
        me.wait(lambda: name in me.words(page.card))
    else:
        assert page.key == "milestones"
        shown = {row.pair_id for row in page.rows.milestones if row.title == page.filter.step and row.days_late > 0}
        assert set(item.pair_ids) <= shown


def addresses(me: Coordinator, item: AttentionItem) -> set[str]:
    """Everybody whom the item's mail is for: an introduction is asked of whom it goes through."""
    if item.kind is AttentionKind.INTRODUCTION:
        through = item.title.rpartition("through ")[2]
        return {row.email for row in me.desk.read(people.rows) if row.name == through}
    rows = [me.desk.read(pairs.row, pair_id) for pair_id in item.pair_ids]
    ids = {*item.person_ids, *(id_ for row in rows for id_ in (row.left_id, row.right_id))}
    return {row.email for row in me.desk.read(people.rows) if row.id in ids}


def write(me: Coordinator, item: AttentionItem, mailed: list[Draft]) -> None:
    """The mail opens with its people; once the mail program has it the item is handled, which Ctrl+Z takes back."""
    dialog = me.dialog(MailDialog)
    assert dialog.subject.text()
    assert "{" not in dialog.subject.text() + dialog.text.toPlainText()
    me.click(dialog.primary)
    me.has_closed(MailDialog)
    draft = mailed[-1]
    assert {*draft.to, *draft.bcc} == addresses(me, item)
    assert bool(draft.bcc) == (len(item.pair_ids) > 1)
    assert item.key not in {shown.key for shown in me.here("today").attention.shown()}
    me.undo()


def resume(me: Coordinator, item: AttentionItem) -> None:
    """The pair is active again and its item is gone, which Ctrl+Z takes back."""
    me.wait(lambda: me.desk.read(pairs.row, item.pair_ids[0]).status is PairStatus.ACTIVE)
    me.settle()
    assert item.key not in {shown.key for shown in me.here("today").attention.shown()}
    me.undo()


def test_every_item_has_a_button_that_leads_somewhere(me, mailed) -> None:
    items = me.page("today").attention.shown()
    assert {item.kind for item in items} == set(AttentionKind) - {AttentionKind.NOT_A_FIT}
    for item in items:
        me.click(line_of(me, item.key).action)
        if item.kind in item_words.WRITES:
            write(me, item, mailed)
        elif item.kind in ASKS:
            me.dialog(ASKS[item.kind])
            me.keys("Esc")
            me.has_closed(ASKS[item.kind])
        elif item.kind is AttentionKind.PAUSE_OVER:
            resume(me, item)
        else:
            shows(me, item)
            assert (me.window.office.current().key == "matching") is (item.kind is AttentionKind.UNMATCHED)
    assert len(mailed) == sum(item.kind in item_words.WRITES for item in items)
    assert {item.key for item in me.page("today").attention.shown()} == {item.key for item in items}


def test_a_click_on_an_item_opens_what_it_is_about(me) -> None:
    for item in me.page("today").attention.shown():
        me.qtbot.mouseClick(line_of(me, item.key).title, Qt.MouseButton.LeftButton)
        assert me.window.office.current().key != "today"
        shows(me, item)


def test_every_figure_opens_its_rows(me) -> None:
    leads = {"active_pairs": "pairs", "in_contact": "pairs", "in_balance": "pairs", "milestones": "milestones"}
    for key, wanted in leads.items():
        me.click(me.page("today").strip.cell(key))
        me.here(wanted)
    for key, count in behind(me).items():
        me.click(me.page("today").strip.cell(key))
        assert me.here("pairs").list.table.count() == count


def behind(me: Coordinator) -> dict[str, int]:
    """How many pairs each figure leads to: all active ones, those out of contact, those that lean or are one-sided."""
    it = me.desk.read(figures.figures, Scope())
    return {
        "active_pairs": it.active_pairs,
        "in_contact": it.active_pairs - it.in_contact_30,
        "in_balance": it.leaning + it.one_sided,
    }
