"""Work waits for the first paint of a window, and is done once."""

from PySide6.QtWidgets import QWidget

from mentordesk.ui.first_paint import FirstPaint


class Page(QWidget):
    def __init__(self, seen: list[str]) -> None:
        super().__init__()
        self.seen = seen

    def paintEvent(self, event) -> None:
        self.seen.append("painted")


def test_the_work_comes_after_the_paint(qtbot) -> None:
    seen: list[str] = []
    page = Page(seen)
    qtbot.addWidget(page)
    FirstPaint(page, lambda: seen.append("worked"))
    page.show()
    qtbot.waitUntil(lambda: "worked" in seen)
    assert seen[0] == "painted"

    page.repaint()
    assert seen.count("worked") == 1


def test_a_window_that_is_not_painted_does_its_work_too(qtbot) -> None:
    seen: list[str] = []
    page = Page(seen)
    qtbot.addWidget(page)
    FirstPaint(page, lambda: seen.append("worked"))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["worked"]
