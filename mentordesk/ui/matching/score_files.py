"""The score table of a cohort: read from a file, or taken off. Solves nothing."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from mentordesk.domain.matching.draft import MatchSheet
from mentordesk.domain.wording import counted
from mentordesk.ui import file_choice
from mentordesk.ui.progress_dialog import run_job
from mentordesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from mentordesk.services.matching.matching import Scores


def choose(parent: QWidget, workplace: Workplace, sheet: MatchSheet) -> None:
    """Ask for a table of mentor, mentee and score, and keep it with the cohort."""
    path = file_choice.open_file(parent, workplace.settings, "scores", "Choose a score table", file_choice.ROSTERS)
    if path is None or sheet.cohort_id is None:
        return

    def work(_progress: Any, _cancelled: Any) -> "Scores":
        from mentordesk.services.matching import files

        return files.read_scores(path)

    run_job(parent, f"Reading “{path.name}”", work, then=partial(_keep, workplace, sheet.cohort_id))


def _keep(workplace: Workplace, cohort_id: int, scores: "Scores") -> None:
    from mentordesk.services.matching import drafts

    said = " ".join([f"{counted(len(scores.rows), 'score')} read.", *scores.notes])
    workplace.do(drafts.set_scores, cohort_id, scores, said=said)


def remove(workplace: Workplace, sheet: MatchSheet) -> None:
    """Take the table off the cohort."""
    from mentordesk.services.matching import drafts

    if sheet.cohort_id is not None:
        workplace.do(drafts.remove_scores, sheet.cohort_id, said="Score table removed")
