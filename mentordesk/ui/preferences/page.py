"""The Settings page: everything applies at once; there is nothing to save."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mentordesk.domain.mail_templates import TemplateRow
from mentordesk.domain.people import CustomFieldRow
from mentordesk.ui.page import Page
from mentordesk.ui.preferences.backups_card import BackupsCard
from mentordesk.ui.preferences.fields_card import FieldsCard
from mentordesk.ui.preferences.looks import LooksCard
from mentordesk.ui.preferences.mail_card import MailCard
from mentordesk.ui.preferences.privacy_card import PrivacyCard
from mentordesk.ui.widgets.page_body import PageBody
from mentordesk.ui.widgets.page_header import PageHeader
from mentordesk.ui.workplace import Target, Workplace

TWO_COLUMNS_FROM = 980
"""Pixels of the page: two columns of cards in a window of 1,180 and more."""


@dataclass(frozen=True, slots=True)
class SettingRows:
    """What of the settings is in the desk."""

    fields: list[CustomFieldRow]
    people: int
    templates: list[TemplateRow]
    smallest_group: int


class SettingsPage(Page):
    key = "settings"
    help_topic = "settings"
    depends_on = frozenset({"custom_field", "custom_value", "person", "mail_template", "setting"})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        facts = "Changes apply at once. Looks and backups belong to this computer, the rest to this desk"
        self.header = PageHeader("Settings", facts)
        self.looks = LooksCard(workplace.settings)
        self.backups = BackupsCard(workplace)
        self.mail = MailCard(workplace, self)
        self.privacy = PrivacyCard(workplace)
        self.fields = FieldsCard(workplace, self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(12)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in ((left, (self.looks, self.backups, self.mail)), (right, (self.privacy, self.fields))):
            column.setSpacing(12)
            for each in cards:
                column.addWidget(each)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        body = PageBody()
        body.column.addWidget(self.header)
        body.column.addLayout(self._columns)
        body.column.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(body)

    def query(self) -> Callable[[Any], SettingRows]:
        def read(session: Any) -> SettingRows:
            from mentordesk.services import custom_fields, privacy
            from mentordesk.services.mails import templates as mail_templates

            counted, smallest = custom_fields.people_counted(session), privacy.smallest_group(session)
            return SettingRows(custom_fields.rows(session), counted, mail_templates.rows(session), smallest)

        return read

    def show_rows(self, rows: SettingRows) -> None:
        self.looks.show_settings()
        self.backups.show_settings()
        self.mail.show_rows(rows.templates)
        self.privacy.show_smallest(rows.smallest_group)
        self.fields.show_rows(rows.fields, rows.people)

    def open(self, target: Target) -> None:
        """`go("settings", tab="fields")`: "Manage…" beside the custom fields of a person; tab="mail": the templates."""
        if target.tab == "fields":
            self.when_loaded(self.fields.table.setFocus)
        elif target.tab == "mail":
            self.when_loaded(self.mail.open)

    def first_part(self) -> QWidget:
        """The first setting: the only table is far below."""
        return self.looks.appearance

    def new(self) -> None:
        """Ctrl+N: a field."""
        self.fields.new()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        wide = self.width() >= TWO_COLUMNS_FROM
        self._columns.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
