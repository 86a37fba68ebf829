"""The guide: every page leads on to the pages it names, and each of its links is a page there is."""

import re

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from mentordesk import paths
from mentordesk.ui import help_dialogs


def test_a_link_of_the_guide_opens_its_page(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    read: list[str] = []

    def follow() -> None:
        dialog = QApplication.activeModalWidget()
        text = dialog.findChild(QTextBrowser)
        read.append(text.toPlainText())
        text.anchorClicked.emit(QUrl("matching.md"))
        read.append(text.toPlainText())
        dialog.reject()

    QTimer.singleShot(0, follow)
    help_dialogs.show_help(parent, "cohorts")
    assert read[0].startswith("Cohorts")
    assert read[1].startswith("Matching")


def test_every_link_of_the_guide_is_a_page() -> None:
    folder = paths.resources() / "help"
    links = {link for page in folder.glob("*.md") for link in re.findall(r"\]\((\w+\.md)\)", page.read_text("utf-8"))}
    assert links >= {"matching.md", "cohorts.md"}
    assert all((folder / link).is_file() for link in links)


def test_the_keyboard_page_tells_how_to_go_from_figure_to_figure(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    read: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        read.append(dialog.findChild(QTextBrowser).toPlainText())
        dialog.reject()

    QTimer.singleShot(0, look)
    help_dialogs.show_keyboard(parent)
    assert "From one figure to the next\nLeft or Right" in read[0]
