"""Fields that the desk defines itself may be called anything: their labels say it as it was typed."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from mentordesk.domain.people import CustomFieldRow, FieldKind
from mentordesk.ui.people.custom_inputs import CustomInputs
from mentordesk.ui.widgets.form import Form


def test_an_ampersand_is_no_key_and_a_tag_no_html(qtbot) -> None:
    form = Form()
    qtbot.addWidget(form)
    field = CustomFieldRow(1, "R&D <b>budget</b>", FieldKind.TEXT, (), False)
    inputs = CustomInputs([field], lambda: date(2026, 6, 4), form)
    inputs.add_to(form)
    title = next(it for it in form.findChildren(QLabel) if it.buddy() is inputs.widgets[1])
    assert title.text() == "R&&D <b>budget</b>"
    assert title.textFormat() == Qt.TextFormat.PlainText
    assert inputs.widgets[1].accessibleName() == "R&D <b>budget</b>"
