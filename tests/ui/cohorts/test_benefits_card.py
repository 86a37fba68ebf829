"""What a cohort got out of it, on its overview: ranked by role, with those who named it behind every figure."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from mentordesk.domain.closing import Benefit, SurveyForm
from mentordesk.domain.standing import Side
from mentordesk.services.pairs import closing
from mentordesk.ui.cohorts.benefits_card import BenefitsCard, NamedDialog
from tests import builders


@pytest.fixture
def pairs(desk) -> list[int]:
    cohort = builders.add_cohort(desk)
    made = [builders.add_pair(desk, f"Ada {n}", f"Bo {n}", cohort) for n in range(5)]
    for pair in made:
        desk.do(closing.record, SurveyForm(pair, Side.LEFT, date(2026, 6, 1), (Benefit.NETWORK,)))
    desk.do(closing.record, SurveyForm(made[0], Side.RIGHT, date(2026, 6, 1), (Benefit.SKILL,)))
    return made


@pytest.fixture
def card(qtbot, workplace, desk, pairs) -> BenefitsCard:
    made = BenefitsCard(workplace)
    qtbot.addWidget(made)
    made.show_named(desk.read(closing.named))
    made.show()
    return made


def test_few_answers_show_a_dash_and_the_reason(card) -> None:
    said = " | ".join(label.text() for label in card.findChildren(QLabel))
    assert "Mentors: 5 answered" in said
    assert "– (fewer than 5 answers)" in said
    assert "Skill" not in said


def test_a_figure_opens_who_named_it_and_leads_to_the_pair(qtbot, workplace, card, pairs) -> None:
    (figure,) = card.lines
    assert figure.accessibleName() == "Network: named by 5 of 5"
    qtbot.mouseClick(figure, Qt.MouseButton.LeftButton)
    dialog = card.findChild(NamedDialog)
    assert dialog.windowTitle() == "Network: named by 5 mentors"
    assert dialog.table.count() == 5
    with qtbot.waitSignal(workplace.went) as went:
        qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert went.args[0].id in pairs
