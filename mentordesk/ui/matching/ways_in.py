"""The ways into Matching that the menus and Go to have. Knows no draft."""

from PySide6.QtWidgets import QWidget

from mentordesk.ui.workplace import Workplace


def match_cohort(workplace: Workplace, _parent: QWidget | None, cohort_id: int | None = None) -> None:
    """Shows Matching with a cohort, or with the one to be matched first."""
    workplace.go("matching", id=cohort_id)
