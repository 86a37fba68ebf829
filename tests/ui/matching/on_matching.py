"""What tests of the Matching page do with it."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt

from mentordesk.ui.matching.page import MatchingPage
from mentordesk.ui.matching.proposal_cells import AREA, Change
from mentordesk.ui.matching.proposal_columns import CHANGE
from mentordesk.ui.matching.proposal_rows import ProposalRow


def row_of(page: MatchingPage, mentee: str) -> ProposalRow:
    return next(row for row in page.card.rows() if row.mentee_name.startswith(mentee))


def mentors(page: MatchingPage) -> dict[str, str]:
    return {row.mentee_name.split()[0]: row.mentor_name.split()[0] for row in page.card.rows()}


def place_of(page: MatchingPage, mentee: str, change: Change) -> QPoint:
    table = page.card.table
    at = table.rows_model.position_of(row_of(page, mentee).id)
    cell = QRectF(table.visualRect(table.rows_model.index(at, table.rows_model.column_of(CHANGE))))
    return QPointF(cell.left() + (tuple(Change).index(change) + 0.5) * AREA, cell.center().y()).toPoint()


def click(qtbot, page: MatchingPage, mentee: str, change: Change) -> None:
    qtbot.mouseClick(page.card.table.viewport(), Qt.MouseButton.LeftButton, pos=place_of(page, mentee, change))


def row_id(page: MatchingPage, name: str) -> int:
    return next(person.id for person in page.sheet.people.values() if person.name.startswith(name))
