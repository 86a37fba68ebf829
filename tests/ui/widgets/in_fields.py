"""What tests do with fields."""

from PySide6.QtWidgets import QLineEdit, QWidget


def edit_of(field: QWidget) -> QLineEdit:
    return field.findChild(QLineEdit)
