"""The account statement of a pair: period, kinds, recording and changing in place, cards, export; for all formats."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentordesk.data.tables import Person, PersonTag, TagKind
from mentordesk.domain.contacts import ExchangeKind, GiftForm
from mentordesk.domain.programs import Format
from mentordesk.domain.scope import Period
from mentordesk.domain.standing import Side
from mentordesk.services.pairs import exchanges, pairs
from mentordesk.ui import file_choice
from mentordesk.ui.pairs import period_choice
from tests.crossroads import TODAY, add
from tests.exchange.workbooks import opened


@pytest.fixture
def tab(frame, show_pairs, settle):
    """Shows Give & take, in the pane or on the full page."""

    def show(full: bool = False):
        page = show_pairs()
        page.pane.tabs.show_tab("give_take")
        if full:
            page.show_full()
            settle()
        return (page.full if full else page.pane).tabs.give_take

    return show


def column(table, number: int) -> list[str]:
    model = table.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def skill(crossroads, name: str, kind: TagKind, value: str) -> None:
    crossroads.desk.do(add, PersonTag(person_id=crossroads.people[name], kind=kind, value=value))


def test_the_statement_is_of_this_year_and_says_what_came_before(crossroads, pair, tab) -> None:
    crossroads.gift(pair, "Amara", 3, 200, what="Scope talk")
    crossroads.gift(pair, "Jonas", 2, 20, kind=ExchangeKind.KNOWLEDGE)
    shown = tab()
    assert shown.period.accessibleName() == "Period: 1 January to 4 June 2026"
    assert shown.table.carried.isVisible()
    assert shown.table.carried.accessibleName() == "Carried forward from 2025: 3 to 0, Amara +3"
    assert column(shown.table, 3) == ["Amara +1"]
    said = "Deposits by Amara in 2026: 0, Deposits by Jonas in 2026: 2. Balance: Amara +1"
    assert shown.table.totals.accessibleName() == said


def test_the_usual_periods_are_chosen_from_a_menu_by_keyboard(crossroads, pair, tab) -> None:
    crossroads.gift(pair, "Amara", 3, 200)
    crossroads.gift(pair, "Jonas", 2, 20)
    shown = tab()
    menu = shown.period.menu_of_choices()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["This year"]
    menu.popup(QPoint(0, 0))
    for _ in range(5):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert shown.period.accessibleName() == "Period: All time"
    assert column(shown.table, 3) == ["Amara +3", "Amara +1"]
    assert column(shown.table, 1) == ["16 Nov 2025", "15 May"]
    assert not shown.table.carried.isVisible()
    shown.period.choose(period_choice.LAST_YEAR)
    assert shown.period.accessibleName() == "Period: 1 January to 31 December 2025"
    assert shown.table.totals.accessibleName().startswith("Deposits by Amara in 2025: 3")


def test_any_days_may_be_chosen_and_wrong_ones_are_said_at_their_field(crossroads, pair, frame, tab) -> None:
    crossroads.gift(pair, "Amara", 3, 200)
    crossroads.gift(pair, "Jonas", 2, 20)
    shown = tab()
    shown.period.ask()
    dialog = frame.dialog()
    dialog.first.set_value(date(2026, 6, 1))
    dialog.last.set_value(date(2026, 5, 1))
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert "ends before it begins" in dialog.form.box("last").problem()
    dialog.first.set_value(date(2025, 11, 1))
    dialog.last.set_value(date(2025, 11, 30))
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert shown.period.period() == Period(date(2025, 11, 1), date(2025, 11, 30))
    assert shown.table.carried.accessibleName() == "Carried forward up to 31 October 2025: 0 to 0, Even"
    assert column(shown.table, 3) == ["Amara +3"]


def test_a_pair_without_entries_this_year_shows_all_of_them(crossroads, pair, tab) -> None:
    crossroads.gift(pair, "Amara", 3, 200)
    assert column(tab().table, 3) == ["Amara +3"]


def test_totals_follow_the_kinds_and_the_balance_counts_all(crossroads, pair, tab) -> None:
    crossroads.gift(pair, "Amara", 3, 40)
    crossroads.gift(pair, "Jonas", 2, 20, kind=ExchangeKind.KNOWLEDGE)
    shown = tab()
    shown.kinds.choose(ExchangeKind.KNOWLEDGE)
    shown.kinds.chosen.emit(ExchangeKind.KNOWLEDGE)
    assert column(shown.table, 3) == ["Amara +1"]
    assert shown.table.totals.accessibleName() == (
        "Deposits by Amara in 2026: 0, Deposits by Jonas in 2026: 2. Balance: Amara +1"
    )
    shown.kinds.choose(ExchangeKind.SKILL)
    shown.kinds.chosen.emit(ExchangeKind.SKILL)
    assert shown.empty.isVisible()
    QTest.mouseClick(shown.empty.action, Qt.MouseButton.LeftButton)
    assert shown.table.count() == 2


def test_an_exchange_is_recorded_by_the_keyboard_alone(crossroads, pair, frame, tab, settle, qtbot) -> None:
    line = tab().record
    line.direction.setFocus()
    assert line.direction.text() == "Jonas gave Amara"
    QTest.keyClick(line.direction, Qt.Key.Key_Space)
    assert line.direction.text() == "Amara gave Jonas"
    line.points.setFocus()
    QTest.keyClick(line.points.focusProxy(), Qt.Key.Key_3)
    line.what.setFocus()
    qtbot.keyClicks(line.what, "Opened the door to Lyon")
    QTest.keyClick(line.what, Qt.Key.Key_Return)
    settle()
    (row,) = crossroads.desk.read(exchanges.of_pair, pair)
    assert (row.side, row.points, row.on, row.what) == (Side.LEFT, 3, TODAY, "Opened the door to Lyon")
    assert frame.said == ["Exchange recorded"]
    assert (line.what.text(), line.what.hasFocus()) == ("", True)


def test_an_entry_is_changed_in_place_and_what_is_wrong_is_said_there(crossroads, pair, frame, tab, settle) -> None:
    entry = crossroads.gift(pair, "Amara", 2, 5, what="Scope talk")
    shown = tab()
    shown.table.select([entry])
    shown.table.setFocus()
    QTest.keyClick(shown.table, Qt.Key.Key_F2)
    line = shown.record
    assert (line.what.text(), line.record.text(), line.day.isVisible()) == ("Scope talk", "Save", True)
    line.day.set_value(date(2026, 6, 5))
    QTest.keyClick(line.what, Qt.Key.Key_Return)
    assert line.problem.problem() == "5 June 2026 is still to come. Use 4 June 2026?"
    assert line.problem.isVisible()
    assert line.day.property("wrong")
    line.day.set_value(date(2025, 10, 5))
    QTest.keyClick(line.what, Qt.Key.Key_Return)
    assert line.problem.problem().startswith("The account of Amara & Jonas began on 6 October 2025.")
    line.day.set_value(date(2026, 6, 1))
    QTest.mouseClick(line.direction, Qt.MouseButton.LeftButton)
    line.what.setFocus()
    QTest.keyClick(line.what, Qt.Key.Key_Return)
    settle()
    (row,) = crossroads.desk.read(exchanges.of_pair, pair)
    assert (row.on, row.side, row.what) == (date(2026, 6, 1), Side.RIGHT, "Scope talk")
    assert (line.problem.isVisible(), line.record.text(), line.day.isVisible()) == (False, "Record", False)
    assert frame.said == ["Exchange changed"]


def test_escape_leaves_an_entry_as_it_was_and_goes_back_to_it(crossroads, pair, tab, qtbot) -> None:
    entry = crossroads.gift(pair, "Amara", 2, 5, what="Scope talk")
    shown = tab()
    shown.table.select([entry])
    shown.table.setFocus()
    QTest.keyClick(shown.table, Qt.Key.Key_F2)
    shown.record.what.setText("Something else")
    QTest.keyClick(shown.record.what, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown.table.hasFocus())
    assert (shown.record.what.text(), shown.record.record.text()) == ("", "Record")
    assert shown.table.selected_ids() == [entry]
    assert crossroads.desk.read(exchanges.form, entry).what == "Scope talk"


def test_delete_removes_an_entry_and_undo_brings_it_back(crossroads, pair, frame, tab, settle) -> None:
    entry = crossroads.gift(pair, "Amara", 2, 5)
    shown = tab()
    shown.table.select([entry])
    shown.table.setFocus()
    QTest.keyClick(shown.table, Qt.Key.Key_Delete)
    settle()
    assert frame.said == ["Exchange removed"]
    assert shown.empty.title.text() == "No entries yet"
    crossroads.desk.undo()
    settle()
    assert shown.table.count() == 1


def test_a_row_opens_the_contact_it_was_given_at_or_itself(crossroads, pair, frame, tab) -> None:
    gift = GiftForm(crossroads.people["Amara"], ExchangeKind.ADVICE, 1, "Scope talk")
    crossroads.contact(pair, 3, gifts=(gift,))
    alone = crossroads.gift(pair, "Jonas", 1, 1, what="A lesson")
    shown = tab()
    shown.table.select([shown.table.rows_model.row_at(0).id])
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    assert frame.dialog().windowTitle() == "Change a contact"
    frame.dialog().reject()
    shown.table.select([alone])
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    assert shown.record.what.text() == "A lesson"


def test_a_skill_the_giver_offers_can_be_named_and_is_recognized(crossroads, pair, tab, settle, qtbot) -> None:
    skill(crossroads, "Amara", TagKind.OFFERS, "Reading a P&L")
    line = tab().record
    assert not line.skill.isVisible()
    QTest.mouseClick(line.direction, Qt.MouseButton.LeftButton)
    line.kind.choose(ExchangeKind.KNOWLEDGE)
    line.what.setFocus()
    qtbot.keyClicks(line.what, "reading a p&l, first lesson")
    assert line.skill.isVisible()
    assert line.skill.skill() == "Reading a P&L"
    QTest.keyClick(line.what, Qt.Key.Key_Return)
    settle()
    assert [row.skill for row in crossroads.desk.read(exchanges.of_pair, pair)] == ["Reading a P&L"]


def test_the_dialog_names_the_skill_too_and_keeps_it(crossroads, pair, frame, tab, settle) -> None:
    skill(crossroads, "Jonas", TagKind.OFFERS, "Telematics")
    tab()
    frame.workplace.command("record_exchange", pair_id=pair)
    dialog = frame.dialog()
    dialog.giver.choose(crossroads.people["Jonas"])
    dialog.kind.choose(ExchangeKind.SKILL)
    dialog.skill.choose("Telematics")
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    settle()
    (row,) = crossroads.desk.read(exchanges.of_pair, pair)
    assert row.skill == "Telematics"
    frame.workplace.command("record_exchange", exchange_id=row.id)
    assert frame.dialog().skill.skill() == "Telematics"
    frame.dialog().kind.choose(ExchangeKind.SUPPORT)
    assert not frame.dialog().skill.isVisible()
    frame.dialog().reject()


def test_a_skill_may_be_named_for_what_was_given_at_a_contact(crossroads, pair, frame, tab, settle) -> None:
    skill(crossroads, "Jonas", TagKind.OFFERS, "Telematics")
    tab()
    frame.workplace.command("log_contact", pair_id=pair)
    fields = frame.dialog().gifts.gifts[1]
    fields.kind.choose(ExchangeKind.SKILL)
    assert fields.skill.isVisible()
    fields.skill.choose("Telematics")
    QTest.mouseClick(frame.dialog().primary, Qt.MouseButton.LeftButton)
    settle()
    assert [row.skill for row in crossroads.desk.read(exchanges.of_pair, pair)] == ["Telematics"]


@pytest.mark.parametrize(
    ("format_", "left", "right"),
    [
        (Format.TRADITIONAL, "Amara", "Jonas"),
        (Format.REVERSE, "Jonas", "Amara"),
        (Format.PEER, "Amara", "Jonas"),
        (Format.CROSS_COMPANY, "Ruth", "Mateo"),
    ],
)
def test_the_statement_works_alike_for_every_format(crossroads, tab, settle, format_, left, right) -> None:
    first, second = (right, left) if format_ is Format.PEER else (left, right)
    pair = crossroads.pair(first, second, format=format_, cohort_id=None)
    crossroads.gift(pair, left, 3, 10)
    crossroads.gift(pair, right, 1, 5)
    shown = tab()
    assert shown.table.head.names == (left, right)
    assert column(shown.table, 3) == [f"{left} +3", f"{left} +2"]
    assert column(shown.table, 0) == ["Advice, 3", ""]
    QTest.keyClick(shown.record.what, Qt.Key.Key_Return)
    settle()
    assert column(shown.table, 3)[-1] == f"{left} +1"
    assert shown.table.totals.accessibleName().startswith(f"Deposits by {left} in 2026: 3, Deposits by {right}")


def test_the_cards_tell_trend_kinds_and_feelings_with_their_day(crossroads, pair, tab) -> None:
    crossroads.gift(pair, "Amara", 3, 40)
    crossroads.gift(pair, "Jonas", 2, 2, kind=ExchangeKind.SKILL)
    crossroads.check_in(pair, Side.LEFT, 90, 5, 5, 5, 5)
    crossroads.check_in(pair, Side.LEFT, 27, 4, 4, 3, 4)
    cards = tab(full=True).cards
    assert cards.trend.table().rows == (
        ("Apr", "Amara +3", "3", "0"),
        ("May", "Amara +3", "0", "0"),
        ("Jun", "Amara +1", "0", "2"),
    )
    assert cards.kinds.table().rows == (("Advice", "3", "0"), ("Skill", "0", "2"))
    assert [dots.accessibleName() for dots in cards.dots] == ["3 of 5", "not answered"]
    assert cards.about_feeling.text() == "“I give and get enough”, check-in of 8 May"
    assert cards.period.text() == "points, 2026"


def test_a_bar_shows_the_rows_behind_it_and_all_again(crossroads, pair, tab) -> None:
    crossroads.gift(pair, "Amara", 3, 40)
    crossroads.gift(pair, "Jonas", 2, 2, kind=ExchangeKind.SKILL)
    shown = tab(full=True)
    bars = shown.cards.kinds
    bars.setFocus()
    QTest.keyClick(bars, Qt.Key.Key_Down)
    QTest.keyClick(bars, Qt.Key.Key_Return)
    assert shown.kinds.choice() is ExchangeKind.SKILL
    assert column(shown.table, 3) == ["Amara +1"]
    bars.opened.emit("skill")
    assert shown.kinds.choice() is None
    assert shown.table.count() == 2


def test_an_open_wish_is_put_on_the_next_agenda(crossroads, pair, frame, tab, settle) -> None:
    skill(crossroads, "Amara", TagKind.OFFERS, "Reading a P&L")
    skill(crossroads, "Jonas", TagKind.WANTS, "reading a P&L")
    part = tab(full=True).cards.wishes
    assert part.isVisible()
    assert part.sentences == ["Jonas wants “reading a P&L”, Amara offers it. It has not come up yet."]
    part.buttons[0].click()
    dialog = frame.dialog()
    assert dialog.windowTitle() == "Plan the next meeting"
    assert dialog.agenda.toPlainText() == "Reading a P&L (Jonas)"
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert "on which day" in dialog.form.box("on").problem()
    dialog.day.set_value(date(2026, 6, 9))
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    settle()
    assert crossroads.desk.read(pairs.detail, pair).next_meeting.points == ("Reading a P&L (Jonas)",)
    assert part.buttons == []
    crossroads.gift(pair, "Amara", 2, 1, kind=ExchangeKind.KNOWLEDGE, skill="Reading a P&L")
    settle()
    assert not part.isVisible()


def test_a_second_wish_joins_the_agenda_that_is_there(crossroads, pair, frame, tab, settle) -> None:
    for wish in ("Reading a P&L", "Negotiation"):
        skill(crossroads, "Amara", TagKind.OFFERS, wish)
        skill(crossroads, "Jonas", TagKind.WANTS, wish)
    from mentordesk.domain.meetings import MeetingForm
    from mentordesk.services.pairs import meetings

    crossroads.desk.do(meetings.plan, MeetingForm(pair, date(2026, 6, 5), agenda=("Night shift",)))
    part = tab(full=True).cards.wishes
    part.buttons[1].click()
    settle()
    assert frame.said == ["Added to the agenda of 5 June"]
    points = crossroads.desk.read(pairs.detail, pair).next_meeting.points
    assert points == ("Night shift", "Negotiation (Jonas)")
    assert len(part.buttons) == 1


def test_the_statement_is_exported_as_it_is_shown(crossroads, pair, frame, tab, qtbot, tmp_path, monkeypatch) -> None:
    crossroads.gift(pair, "Amara", 3, 200)
    crossroads.gift(pair, "Jonas", 2, 20, kind=ExchangeKind.KNOWLEDGE, what="=Telematics")
    path, proposed = tmp_path / "statement.xlsx", []
    monkeypatch.setattr(file_choice, "save_file", lambda *asked: proposed.append(asked[-1]) or path)
    shown = tab()
    QTest.mouseClick(shown.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: frame.said == [f"Statement saved as “{path.name}”"])
    assert proposed == ["Amara Okonkwo & Jonas Weidmann account statement.xlsx"]
    words = [cell.value for row in opened(path)["Statement"].iter_rows() for cell in row]
    assert "Carried forward from 2025: 3 to 0" in words
    assert "=Telematics" in words


def test_twenty_five_years_of_entries_open_at_their_end(crossroads, tab, frame, qtbot) -> None:
    pair = crossroads.pair(started_on=date(2001, 6, 9), cohort_id=None)

    def fill(session) -> None:
        from mentordesk.data.records import Exchange

        start = date(2001, 6, 9).toordinal()
        for number in range(600):
            session.add(
                Exchange(
                    pair_id=pair,
                    side=Side.LEFT if number % 2 else Side.RIGHT,
                    kind=ExchangeKind.ADVICE,
                    points=number % 3 + 1,
                    day=date.fromordinal(start + number * 15),
                )
            )

    crossroads.desk.do(fill)
    shown = tab()
    shown.period.choose(period_choice.ALL)
    assert shown.table.count() == 600
    bar = shown.table.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    assert column(shown.table, 1)[0] == "9 Jun 2001"


def test_names_of_any_length_never_make_the_line_wider_than_its_place(crossroads, pair, frame, tab, settle) -> None:
    def rename(session) -> None:
        for key in ("Amara", "Jonas"):
            session.get_one(Person, crossroads.people[key]).name = f"{key}-Wilhelmina-Konstantinopoulou Vandenberghe"

    crossroads.desk.do(rename)
    frame.resize(1024, 700)
    shown = tab()
    settle()
    assert shown.record.width() <= frame.page.pane.width()
    assert shown.record.record.geometry().right() <= shown.record.width()


def test_a_desk_open_to_read_only_shows_and_exports_but_records_nothing(
    crossroads, pair, workplace, monkeypatch, show_pairs, frame, qtbot
) -> None:
    crossroads.gift(pair, "Amara", 3, 20)
    monkeypatch.setattr(workplace.desk, "read_only", True)
    page = show_pairs()
    page.pane.tabs.show_tab("give_take")
    shown = page.pane.tabs.give_take
    qtbot.waitUntil(lambda: shown.table.count() == 1)
    assert not shown.record.record.isEnabled()
    assert shown.export.isEnabled()
    shown.table.edit_requested.emit(shown.table.rows_model.row_at(0).id)
    assert frame.said == ["This desk is open to read only: nothing in it can be changed here."]


def test_a_double_click_records_once(crossroads, pair, tab) -> None:
    shown = tab()
    shown.record.what.setText("Scope talk")
    record = shown.record.record
    QTest.mouseClick(record, Qt.MouseButton.LeftButton)
    at, left = QPointF(record.rect().center()), Qt.MouseButton.LeftButton
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(kind, at, record.mapToGlobal(at), left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(record, event)
    assert [entry.what for entry in crossroads.desk.read(exchanges.of_pair, pair)] == ["Scope talk"]
