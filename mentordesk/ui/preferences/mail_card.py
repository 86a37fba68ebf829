"""The mails of this desk: how many have words of their own, and the way to them. Knows no template."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.mail_templates import TemplateRow
from mentordesk.ui.preferences.lines import SettingLine, titled_card
from mentordesk.ui.widgets.label import button
from mentordesk.ui.workplace import Workplace


class MailCard(QWidget):
    """One line; the templates open in a dialog."""

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__()
        self._workplace, self._page = workplace, page
        self.edit = button("Edit…", on_click=self.open)
        self.edit.setAccessibleName("Edit mail templates")
        self.templates = SettingLine("Mail templates", "", self.edit)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(titled_card("Mail", self.templates))

    def show_rows(self, rows: Sequence[TemplateRow]) -> None:
        """Say what there is."""
        own = sum(row.is_own for row in rows)
        what = f"{own} in your own words" if own else "reminders, congratulations, closing survey"
        self.templates.caption.setText(f"{len(rows)} mails: {what}")

    def open(self) -> None:
        """The templates in a dialog."""
        from mentordesk.ui.preferences.templates_dialog import TemplatesDialog

        TemplatesDialog(self._workplace, self._page).open()
