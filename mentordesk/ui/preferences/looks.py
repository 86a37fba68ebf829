"""Appearance and text size: of this computer, applied at once. Knows no desk."""

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from mentordesk.ui import theme
from mentordesk.ui.preferences.lines import SettingLine, titled_card
from mentordesk.ui.settings import TEXT_SIZES, Settings
from mentordesk.ui.widgets.segments import SegmentedControl

_APPEARANCES = [("system", "System"), ("light", "Light"), ("dark", "Dark")]


class LooksCard(QWidget):
    """Shows what the settings say, also after the menu has changed it."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.appearance = SegmentedControl(list(_APPEARANCES), "Appearance")
        sizes = [(points, f"+{points}" if points else "0") for points in TEXT_SIZES]
        self.text_size = SegmentedControl(list(sizes), "Text size")
        card = titled_card(
            "Looks",
            SettingLine("Appearance", "System follows the computer", self.appearance),
            SettingLine("Text size", "Points added to the size of the system", self.text_size),
        )
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(card)
        self.appearance.chosen.connect(self._on_chosen)
        self.text_size.chosen.connect(self._on_chosen)
        theme.look.changed.connect(self.show_settings)
        self.show_settings()

    def show_settings(self) -> None:
        self.appearance.choose(self._settings.appearance)
        self.text_size.choose(self._settings.text_size)

    def _on_chosen(self, _key: object) -> None:
        chosen = self.appearance.choice(), self.text_size.choice()
        self._settings.appearance, self._settings.text_size = chosen
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, *chosen)
