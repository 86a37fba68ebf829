"""A number of levels that may be left open."""

from PySide6.QtWidgets import QWidget

from mentordesk.ui.widgets.number_field import NumberField

MOST_LEVELS = 6


class LevelField(NumberField):
    """Levels from `least` (−6, or 0 between peers) to 6; one step below the least is "any"."""

    def __init__(self, least: int = -MOST_LEVELS, parent: QWidget | None = None) -> None:
        super().__init__(least - 1, MOST_LEVELS, empty="any", parent=parent)

    def show_level(self, level: int | None) -> None:
        """Shows a number of levels, None as any."""
        self.setValue(self.minimum() if level is None else level)

    def level(self) -> int | None:
        return None if self.value() == self.minimum() else self.value()
