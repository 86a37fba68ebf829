"""The drafts of a cohort in a real desk: opened, renamed, deleted and taken back, two of them side by side."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mentordesk.domain.cohorts import Role
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.draft import DraftRow, MatchSheet
from mentordesk.domain.matching.questions import Fixed
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.scope import EVERYTHING
from mentordesk.services.matching import drafts as match_drafts
from mentordesk.ui import theme
from mentordesk.ui.matching.draft_comparison import ComparisonDialog, figures
from mentordesk.ui.matching.drafts_dialog import READ_ONLY, DraftsDialog, open_drafts
from mentordesk.ui.matching.rename_draft import RenameDraftDialog
from tests import builders


class Drafts:
    """A cohort of two mentees and two mentors with three drafts: the last forbids the first pair and has no rule of
    levels."""

    def __init__(self, desk) -> None:
        self.desk = desk
        self.cohort = builders.add_cohort(desk, name="Crossroads 2026–27")
        for name, role, values in (
            ("Freja Dahl", Role.MENTEE, {"wants": ("Change",)}),
            ("Bram Coster", Role.MENTEE, {"wants": ("Buying",)}),
            ("Eleni Markou", Role.MENTOR, {"offers": ("Change",)}),
            ("Julian Farrow", Role.MENTOR, {"offers": ("Buying",)}),
        ):
            builders.enroll(desk, self.cohort, builders.add_person(desk, name, **values), role)
        task = self.sheet().task
        settings = self.sheet().program_settings
        self.settings = replace(settings, rules=settings.rules.without("lowest_fit"))
        self.matching = Matching(replace(task, rules=self.settings.rules))
        self.ids = [self.make(), self.make(goal=Goal.FAIRNESS), self.make(forbid=True)]

    def make(self, goal: Goal | None = None, forbid: bool = False) -> int:
        first = self.matching.suggest().pairs[0]
        fixed = Fixed(forbids=frozenset({(first.mentee, first.mentor)} if forbid else ()))
        rules = replace(self.settings.rules, goal=goal or self.settings.rules.goal)
        found = self.matching.edited((), fixed.forbids).suggest(goal)
        return self.desk.do(match_drafts.create, self.cohort, replace(self.settings, rules=rules), fixed, [found])

    def sheet(self, draft_id: int | None = None) -> MatchSheet:
        return self.desk.read(match_drafts.sheet, EVERYTHING, self.cohort, draft_id)

    def rows(self) -> list[DraftRow]:
        return list(self.sheet().drafts)

    def names(self) -> list[str]:
        return [row.name for row in self.rows()]


@pytest.fixture
def drafts(desk) -> Drafts:
    return Drafts(desk)


@pytest.fixture
def page(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    return made


@pytest.fixture
def opened() -> list[int]:
    return []


@pytest.fixture
def show(qtbot, workplace, drafts, page, opened) -> Callable[..., DraftsDialog]:
    """Opens the dialog on the draft shown last, or another one."""

    def make(draft_id: int | None = None) -> DraftsDialog:
        dialog = open_drafts(workplace, page, drafts.sheet(draft_id), opened.append)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return make


def texts(dialog: DraftsDialog, row: int) -> list[str]:
    model = dialog.table.rows_model
    return [model.index(row, column).data() for column in range(model.columnCount())]


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


def settled(qtbot, workplace) -> None:
    qtbot.waitUntil(lambda: not workplace.reader.pending)


def test_each_draft_has_its_figures_and_the_shown_one_is_selected(drafts, show) -> None:
    dialog = show()
    first, _, third = drafts.rows()
    assert dialog.windowTitle() == "Drafts of Crossroads 2026–27"
    assert texts(dialog, 0)[:4] == ["Draft 1", "today 09:41", "Participation", str(first.pairs)]
    assert texts(dialog, 1)[2] == "Fairness"
    assert texts(dialog, 2)[0] == "Draft 3 (open)"
    assert texts(dialog, 2)[-1] == "1 forbidden"
    assert first.lowest_names in texts(dialog, 0)[6]
    assert dialog.table.selected_ids() == [third.id]


def test_enter_opens_the_selected_draft(qtbot, drafts, show, opened) -> None:
    dialog = show()
    press(dialog.table, Qt.Key.Key_Up)
    with qtbot.waitSignal(dialog.accepted):
        press(dialog.table, Qt.Key.Key_Return)
    assert opened == [drafts.ids[1]]


def test_the_primary_button_opens_it_too(drafts, show, opened) -> None:
    dialog = show()
    dialog.table.select([drafts.ids[0]])
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert opened == [drafts.ids[0]]
    assert not dialog.isVisible()


def test_f2_renames_and_says_at_the_field_what_is_wrong(qtbot, workplace, drafts, show) -> None:
    dialog = show()
    press(dialog.table, Qt.Key.Key_F2)
    small = dialog.findChild(RenameDraftDialog)
    assert small.name.text() == "Draft 3"
    small.name.setText("Draft 1")
    press(small, Qt.Key.Key_Return)
    assert small.form.box("name").problem()
    small.name.setText("For the steering group")
    press(small, Qt.Key.Key_Return)
    settled(qtbot, workplace)
    assert drafts.names() == ["Draft 1", "Draft 2", "For the steering group"]
    qtbot.waitUntil(lambda: texts(dialog, 2)[0] == "For the steering group (open)")
    assert dialog.said.text() == "Draft 3 renamed to For the steering group."


def test_delete_is_taken_back_where_it_was_done(qtbot, workplace, drafts, show) -> None:
    dialog = show()
    said: list[str] = []
    workplace.said.connect(lambda saying: said.append((saying.sentence, saying.undo)))
    dialog.table.select([drafts.ids[0]])
    press(dialog.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: dialog.table.count() == 2)
    assert said == [("Draft 1 deleted", True)]
    assert drafts.names() == ["Draft 2", "Draft 3"]
    assert dialog.table.selected_ids() == [drafts.ids[1]]
    QTest.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.table.count() == 3)
    assert drafts.names() == ["Draft 1", "Draft 2", "Draft 3"]
    assert not dialog.undo.isVisible()


def test_ctrl_z_takes_back_only_what_was_done_here(qtbot, drafts, show) -> None:
    dialog = show()
    QTest.keyClick(dialog.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(drafts.rows()) == 3
    dialog.table.select([drafts.ids[0]])
    press(dialog.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: dialog.table.count() == 2)
    QTest.keyClick(dialog.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.table.count() == 3)


def test_several_are_deleted_in_one_step(qtbot, desk, drafts, show) -> None:
    dialog = show()
    dialog.table.select(drafts.ids[:2])
    QTest.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.table.count() == 1)
    assert dialog.said.text() == "2 drafts deleted."
    desk.undo()
    assert len(drafts.rows()) == 3


def test_the_last_draft_can_go_as_well(qtbot, drafts, show) -> None:
    dialog = show()
    dialog.table.select(drafts.ids)
    press(dialog.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: dialog.table.count() == 0)
    assert not dialog.primary.isEnabled()
    assert dialog.primary.toolTip() == "Select one draft"


def compared(qtbot, dialog: DraftsDialog) -> ComparisonDialog:
    QTest.mouseClick(dialog.compare, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.findChild(ComparisonDialog) is not None)
    found = dialog.findChild(ComparisonDialog)
    qtbot.waitUntil(found.isVisible)
    return found


def test_two_drafts_stand_side_by_side(qtbot, drafts, show) -> None:
    dialog = show()
    dialog.table.select([drafts.ids[1], drafts.ids[2]])
    found = compared(qtbot, dialog)
    assert found.windowTitle() == "Draft 2 and Draft 3"
    lines = {line[0]: line[1:] for line in found.figures.lines}
    assert lines["Goal"] == ("Fairness", "Participation", "")
    assert lines["Pairs"] == ("2", "2", "")
    assert lines["Forbidden"] == ("0", "1", "+1")
    assert lines["Total"][2].startswith("−")
    assert ("Goal", "Fairness", "Participation") in [line[:3] for line in found.settings.lines]
    assert found.pairs_title.text() == "0 pairs are the same; 2 mentees have another mentor"
    mentees = [found.pairs.rows_model.index(row, 0).data() for row in range(found.pairs.count())]
    assert mentees == ["Bram Coster", "Freja Dahl"]
    assert found.pairs.rows_model.index(0, 1).data().startswith("Julian Farrow, ")
    assert found.pairs.rows_model.index(0, 2).data().startswith("Eleni Markou, ")


def test_one_selected_draft_is_compared_with_the_one_shown(qtbot, drafts, show) -> None:
    dialog = show(drafts.ids[0])
    assert not dialog.compare.isEnabled()
    assert dialog.compare.toolTip() == "Select two drafts"
    dialog.table.select([drafts.ids[1]])
    found = compared(qtbot, dialog)
    assert found.windowTitle() == "Draft 1 and Draft 2"
    assert found.pairs_title.text() == "All 2 pairs are the same"
    assert not found.pairs.isVisible()


@pytest.mark.parametrize("which", [0, 1])
def test_either_of_two_is_opened_from_there(qtbot, drafts, show, opened, which) -> None:
    dialog = show()
    dialog.table.select([drafts.ids[0], drafts.ids[2]])
    found = compared(qtbot, dialog)
    QTest.mouseClick((found.other, found.primary)[which], Qt.MouseButton.LeftButton)
    assert opened == [drafts.ids[2 * which]]
    assert not dialog.isVisible()


def test_the_comparison_has_the_room_of_the_window(qtbot, page, drafts, show) -> None:
    dialog = show()
    dialog.table.select([drafts.ids[0], drafts.ids[2]])
    found = compared(qtbot, dialog)
    assert found.height() > dialog.height()
    assert found.height() <= page.height()


def test_a_desk_open_to_read_only_opens_and_compares(qtbot, monkeypatch, drafts, show) -> None:
    monkeypatch.setattr(drafts.desk, "read_only", True)
    dialog = show()
    for each in (dialog.rename, dialog.remove):
        assert not each.isEnabled()
        assert each.toolTip() == READ_ONLY
    press(dialog.table, Qt.Key.Key_Delete)
    press(dialog.table, Qt.Key.Key_F2)
    assert dialog.findChild(RenameDraftDialog) is None
    assert len(drafts.rows()) == 3
    assert dialog.primary.isEnabled()


@pytest.mark.parametrize("delta", [0, 4])
def test_a_long_name_and_large_type_stay_within_the_window(qtbot, qapp, page, drafts, show, delta) -> None:
    theme.apply(qapp, "dark", text_delta=delta)
    page.resize(1024, 700)
    name = "For the steering group of the second of June and all its guests"
    drafts.desk.do(match_drafts.rename, drafts.ids[0], name)
    dialog = show()
    assert texts(dialog, 0)[0] == name
    assert dialog.width() <= 1024 - 32
    dialog.table.select([drafts.ids[0], drafts.ids[2]])
    found = compared(qtbot, dialog)
    assert found.width() <= 1024 - 32
    assert found.height() <= 700 - 40


def test_two_drafts_show_the_whole_points_of_the_strip(desk) -> None:
    row = Drafts(desk).rows()[0]
    lines = figures(replace(row, total=53_750, average=6_719), replace(row, total=53_849, average=6_750))
    shown = {name: (one, other, difference) for name, one, other, difference in lines}
    assert shown["Total"] == ("538", "538", "")
    assert shown["Average"] == ("67", "68", "+1")
