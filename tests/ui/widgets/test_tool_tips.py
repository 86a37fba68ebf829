"""Tool tips say names as they were typed: nothing in them is taken for HTML."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget


def shown_tip() -> QLabel:
    (found,) = (it for it in QApplication.topLevelWidgets() if it.inherits("QTipLabel") and it.isVisible())
    assert isinstance(found, QLabel)
    return found


def test_a_name_that_looks_like_html_is_shown_as_it_is(qtbot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    QToolTip.showText(QPoint(10, 10), "<b>Zoë</b> & Söhne", widget)
    tip = shown_tip()
    assert tip.text() == "<b>Zoë</b> & Söhne"
    assert tip.textFormat() == Qt.TextFormat.PlainText
    QToolTip.hideText()
