"""Saves a story as a file. Knows no tab."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from mentordesk.ui import file_choice
from mentordesk.ui.saving import Saving
from mentordesk.ui.workplace import Workplace

KINDS = {".docx": "Word document (*.docx)", ".txt": "Plain text (*.txt)"}


def save(parent: QWidget, workplace: Workplace, pair_id: int, name: str) -> None:
    """Ask for the file and write the story as it stands on the desk; `name` is proposed, without an ending."""

    def choose(proposed: str) -> Path | None:
        title = "Save the story as a document"
        return file_choice.save_file_of(parent, workplace.settings, "story", title, KINDS, Path(proposed).stem)

    def write(path: Path, _progress: Callable[[int, int], None], _cancelled: Callable[[], bool]) -> str:
        from mentordesk.exchange.story import story
        from mentordesk.services.stories import stories

        story.save(workplace.desk.read(stories.document, pair_id), path)
        return f"Story saved as “{path.name}”"

    Saving(parent, workplace, "Writing the story", choose, write).start(f"{name}.docx")
