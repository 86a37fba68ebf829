"""The five pairs of the sample that everything is built for: each is found, seen from all sides, and acted on."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from mentordesk.domain.standing import Side
from mentordesk.exchange.mail import Draft
from mentordesk.services.pairs import exchanges, meetings, pairs
from mentordesk.ui import mail
from mentordesk.ui.mail_dialog import MailDialog
from mentordesk.ui.pairs.check_in_dialog import CheckInDialog
from mentordesk.ui.pairs.meeting_dialog import MeetingDialog
from mentordesk.ui.pairs.story_dialogs import ConsentDialog
from tests.journeys.archetype import Visit, lineage_of, sees, walks_all_tabs
from tests.journeys.steps import Coordinator


@pytest.fixture
def me(begin, sample_desk: Path) -> Coordinator:
    return begin(sample_desk)


def test_a_founder_from_outside_and_an_executive(me: Coordinator, tmp_path: Path, monkeypatch) -> None:
    visit = Visit.begins(me, "Ilse Haagensen & Sunniva Okpara")
    walks_all_tabs(visit)
    assert visit.full.status.accessibleName() == "Enduring"
    assert not visit.full.health.isVisible()
    assert [heading.year for heading in visit.years()] == [2025, 2024, 2023, 2021]
    turns = [item.lead + item.rest for item in visit.events("career")]
    assert any("VP Innovation" in turn for turn in turns)
    assert any("start-up prize" in turn for turn in turns)
    said = ("Network, Confidence, A friend in a foreign city", "Her three founders of the port.", "Twelve months would")
    sees(me, visit.tab("milestones"), *said)
    told = visit.export(tmp_path / "quay.docx", monkeypatch)
    assert "Five in the morning, on the quay" in told
    assert "I came for a customer and found somebody who answers the phone." in told
    assert "Say the price in the first minute." in told

    before = visit.points()
    tab = visit.whole_account()
    tab.record.what.setFocus()
    me.types("Two names at the port of Ghent")
    me.keys("Return")
    me.settle()
    assert visit.points() == (before[0], before[1] + tab.record.points.choice())
    assert me.desk.read(exchanges.of_pair, visit.pair_id)[-1].what == "Two names at the port of Ghent"
    assert tab.table.totals.points == visit.points()
    me.undo()
    assert visit.points() == before
    assert tab.table.totals.points == before

    ties, words = lineage_of(me, "Ilse Haagensen")
    assert {("Anneke Visser", "Ilse Haagensen"), ("Ilse Haagensen", "Sunniva Okpara")} <= set(ties)
    assert "3 generations" in words


def test_a_banker_who_became_president_and_her_mentor(me, clock, tmp_path: Path, monkeypatch) -> None:
    visit = Visit.begins(me, "Philippa Oyelaran & Consolata Brandt")
    walks_all_tabs(visit)
    assert [heading.year for heading in visit.years()] == list(range(2025, 1999, -1))
    turns = [(item.on.year, item.lead + item.rest) for item in reversed(visit.events("career"))]
    assert [year for year, _ in turns] == sorted(year for year, _ in turns)
    for year, words in ((2003, "Head teller"), (2005, "Branch manager"), (2024, "President, Solvane Bank")):
        assert any(on == year and words in turn for on, turn in turns)
    visit.unfold(2008)
    assert any(item.on.year == 2008 and "newborn" in item.note for item in visit.events("contact"))
    told = visit.export(tmp_path / "bank.docx", monkeypatch)
    assert "From the counter to the corner office" in told
    assert "Do not count the meetings. Be there at the turns." in told

    ties, words = lineage_of(me, "Consolata Brandt")
    chain = ["Harriet Lindqvist", "Philippa Oyelaran", "Consolata Brandt", "Imani Castillo"]
    assert set(pairwise(chain)) <= set(ties)
    assert "4 generations" in words


def test_the_twenty_five_years_are_congratulated_when_they_come(begin, clock, sample_desk: Path, monkeypatch) -> None:
    mailed: list[Draft] = []
    monkeypatch.setattr(mail, "open_draft", mailed.append)
    clock.day = date(2026, 6, 10)
    me = begin(sample_desk)
    card = me.page("today").attention
    me.wait(lambda: card.lines and card.lines[0].isVisible())
    while card.rest.isVisible():
        me.click(card.rest)
    me.wait(lambda: [it for it in card.lines if it.isVisible() and it.item.title == "25 years: Philippa & Consolata"])
    line = next(it for it in card.lines if it.isVisible() and it.item.title.startswith("25 years"))
    key, pair = line.item.key, me.desk.read(pairs.row, line.item.pair_ids[0])
    me.click(line.action)
    dialog = me.dialog(MailDialog)
    me.click(dialog.primary)
    me.has_closed(MailDialog)
    (draft,) = mailed
    assert set(draft.to) == {pair.left_email, pair.right_email}
    assert "25 years" in draft.subject + draft.body
    assert key not in {item.key for item in me.here("today").attention.shown()}
    me.undo()
    assert key in {item.key for item in me.here("today").attention.shown()}


def test_a_senior_partner_an_associate_and_a_hundred_hours(me: Coordinator, tmp_path: Path, monkeypatch) -> None:
    visit = Visit.begins(me, "Ottilie Nakamura & Dembe Kirabo")
    walks_all_tabs(visit)
    assert visit.full.health.accessibleName() == "Health: On track"
    assert any("Young Advocate of the Year" in item.lead + item.rest for item in visit.events("career"))
    sees(me, visit.tab("milestones"), "92 of 100 hours", "Ottilie 38 h", "Dembe 54 h")
    told = visit.export(tmp_path / "lake.docx", monkeypatch)
    assert "One hundred hours by the lake" in told
    assert "The firm paid for the hours. The families paid in mangoes." in told

    before = {side: len(visit.pulse(side)) for side in Side}
    tab = visit.tab("check_ins")
    me.menu(tab.menu, "Enter answers now…")
    dialog = me.dialog(CheckInDialog)
    for side in Side:
        dialog.sides[side].scales["trust"].segments()[0].setFocus()
        for digit in "5445":
            me.types(digit)
            me.keys("Tab")
    me.click(dialog.primary)
    me.has_closed(CheckInDialog)
    assert {side: len(visit.pulse(side)) for side in Side} == {side: number + 1 for side, number in before.items()}
    newest = visit.pulse(Side.LEFT)[0]
    assert newest.on == date(2026, 6, 4)
    assert [newest.answers.given[key] for key in ("trust", "value", "balance", "progress")] == [5, 4, 4, 5]
    assert len(tab.lines) == sum(before.values()) + 2
    assert me.undo() == "Record a check-in of Ottilie & Dembe"
    assert {side: len(visit.pulse(side)) for side in Side} == before

    ties, words = lineage_of(me, "Dembe Kirabo")
    assert {("Anselm Reuter", "Ottilie Nakamura"), ("Ottilie Nakamura", "Dembe Kirabo")} <= set(ties)
    assert "generations" in words


def test_an_executive_mentored_by_a_coordinator(me: Coordinator, tmp_path: Path, monkeypatch) -> None:
    visit = Visit.begins(me, "Pınar Aksoy & Lorcan Feeney")
    walks_all_tabs(visit)
    assert visit.row.format.value == "reverse"
    assert visit.full.health.accessibleName() == "Health: On track"
    sees(me, visit.tab("check_ins"), "Something at work has changed because of our talks.")
    tab = visit.tab("story")
    assert not tab.save.isEnabled()
    assert tab.save.toolTip() == "Lorcan has not agreed yet."

    me.click(tab.consents[Side.RIGHT].note)
    me.dialog(ConsentDialog)
    me.keys("Return")
    me.has_closed(ConsentDialog)
    assert tab.consents[Side.RIGHT].words.text() == "Lorcan agreed on 4 June"
    told = visit.export(tmp_path / "page.docx", monkeypatch)
    assert "One page, four languages" in told
    assert "He had the data. I had my mother." in told
    me.undo()
    assert not tab.save.isEnabled()
    assert tab.consents[Side.RIGHT].words.text() == "Lorcan: asked on 30 May"

    ties, words = lineage_of(me, "Lorcan Feeney")
    assert {("Pınar Aksoy", "Lorcan Feeney"), ("Lorcan Feeney", "Tove Nyström")} <= set(ties)
    assert "3 generations" in words


def test_a_director_and_a_chief_officer_from_one_way_to_two_way(me: Coordinator, tmp_path: Path, monkeypatch) -> None:
    visit = Visit.begins(me, "Baptiste Oyono & Renske Tamihana")
    walks_all_tabs(visit)
    assert visit.full.health.accessibleName() == "Health: On track"
    assert visit.full.band.text() == "in balance"
    assert [heading.year for heading in visit.years()] == list(range(2025, 2014, -1))
    assert any("Director, Sustainability" in item.lead + item.rest for item in visit.events("career"))
    rows = visit.whole_account().table.rows_model.rows()
    nets = {row.exchange.on.year: row.balance.net for row in rows}
    assert nets[2019] > nets[2017] > nets[2016] > 0
    assert abs(nets[2025] - nets[2022]) < nets[2019] / 4
    tab = visit.tab("give_take")
    years = {year: (int(left), int(right)) for year, _, left, right in tab.cards.trend.table().rows}
    assert list(years) == [str(year) for year in range(2016, 2027)]
    assert [years[year][1] for year in ("2016", "2017")] == [0, 0]
    assert all(max(years[year]) <= 2 * min(years[year]) for year in ("2023", "2024", "2025", "2026"))
    me.qtbot.mouseClick(tab.cards.trend, Qt.MouseButton.LeftButton, pos=tab.cards.trend.place_of(1).toPoint())
    assert {row.exchange.on.year for row in tab.table.rows_model.rows()} == {2017}
    assert tab.table.totals.points == years["2017"]
    sees(me, visit.tab("milestones"), "64 of 60 hours")
    told = visit.export(tmp_path / "question.docx", monkeypatch)
    assert "Each brings one question" in told
    assert "For three years I advised. Then she asked me something." in told

    tab = visit.tab("meetings")
    me.click(tab.next.edit)
    dialog = me.dialog(MeetingDialog)
    dialog.day.setFocus()
    me.keys("Ctrl+A")
    me.types("16 June")
    me.click(dialog.primary)
    me.has_closed(MeetingDialog)
    planned = me.desk.read(pairs.detail, visit.pair_id).next_meeting
    assert planned is not None
    assert planned.on == date(2026, 6, 16)
    assert "Tue 16 June, 12:00" in tab.next.day.text()
    me.undo()
    assert "Mon 15 June, 12:00" in tab.next.day.text()
    assert me.desk.read(meetings.form, planned.id).on == date(2026, 6, 15)

    ties, words = lineage_of(me, "Renske Tamihana")
    assert {("Baptiste Oyono", "Renske Tamihana"), ("Renske Tamihana", "Aroha Keane")} <= set(ties)
    assert "3 generations" in words
