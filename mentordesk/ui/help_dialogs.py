"""Help > …: the user's guide, the keyboard, what is new, what this is. The texts are Markdown files in resources."""

from PySide6.QtGui import QTextFrameFormat, QTextLength, QTextTable
from PySide6.QtWidgets import QTextBrowser, QWidget

from mentordesk import paths
from mentordesk.ui import theme
from mentordesk.ui.menus import shortcut_sheet
from mentordesk.ui.widgets.dialog import Dialog

_IN_PLACE = (
    ("Press the button with the focus", "Enter or Space"),
    ("Save a dialog from any of its fields", "Ctrl+Enter"),
    ("Leave a dialog, close a message", "Esc"),
    ("Open a row of a list", "Enter"),
    ("Menu of a row", "Menu key"),
    ("Remove a row, where that is possible", "Del"),
    ("Open the calendar of a day", "Alt+Down"),
    ("Next tab of a page", "Ctrl+Tab"),
    ("From one figure to the next", "Left or Right"),
    ("Pin, forbid or swap in Matching", "P, F or S"),
    ("The mentor, the mentee or both accept, or decline", "1, 2, 3 or 4"),
)
"""What has no entry in a menu."""


def show_help(parent: QWidget, topic: str) -> None:
    """The guide's page about what is on screen."""
    name = f"help/{topic}.md"
    show_text(parent, "Help", name if (paths.resources() / name).is_file() else "help/start.md")


def show_text(parent: QWidget, title: str, name: str) -> None:
    """A Markdown file of the resources in a dialog."""
    _show(parent, title, (paths.resources() / name).read_text(encoding="utf-8"))


def show_keyboard(parent: QWidget) -> None:
    """Every shortcut, made from the menus themselves, and what keys do where the focus is."""
    rows = [f"| {what} | {keys} |" for what, keys in (*shortcut_sheet(), *_IN_PLACE)]
    _show(parent, "Keyboard", "\n".join(["| Command | Keys |", "| --- | --- |", *rows]))


def show_about(parent: QWidget, version: str) -> None:
    _show(
        parent,
        "About MentorDesk",
        f"Version {version}\n\nThe program office for mentoring on one laptop. Everything stays on this computer.\n\n"
        "Made with Qt for Python (LGPL), SQLAlchemy, Alembic, openpyxl, lxml, python-calamine, python-docx, icalendar, "
        "NumPy, SciPy and rustworkx. "
        "Icons: Lucide (ISC).",
    )


def _page(name: str) -> str:
    """Another page of the guide, as the links of one name it."""
    return (paths.resources() / "help" / name).read_text(encoding="utf-8")


def _show(parent: QWidget, title: str, markdown: str) -> None:
    dialog = Dialog(title, parent, primary="Close", cancel="", width=620)
    text = QTextBrowser()
    text.setAccessibleName(title)
    text.setMarkdown(markdown)
    text.setOpenLinks(False)
    text.anchorClicked.connect(lambda url: _turn_to(text, url.fileName()))
    text.setMinimumHeight(360)
    _widen_tables(text)
    dialog.body.addWidget(text)
    text.setFocus()  # arrows scroll at once
    dialog.exec()


def _turn_to(text: QTextBrowser, name: str) -> None:
    text.setMarkdown(_page(name))
    _widen_tables(text)


def _widen_tables(text: QTextBrowser) -> None:
    """Tables as wide as the page, their lines one pixel and quiet."""
    for frame in text.document().rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            look = frame.format()
            look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            look.setCellPadding(6)
            look.setBorderCollapse(True)
            look.setBorder(1)
            look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            look.setBorderBrush(theme.current().color("border"))
            frame.setFormat(look)
