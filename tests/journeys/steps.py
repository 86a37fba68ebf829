"""What a coordinator does at the window: open pages, press keys and buttons, choose in menus. Knows no story."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QMenu, QWidget

from mentordesk.services.desk import Desk
from mentordesk.ui.main_window import MainWindow
from mentordesk.ui.settings import Settings
from mentordesk.ui.widgets.drop_down import DropDown

PATIENCE_MS = 15_000
DialogT = TypeVar("DialogT", bound=QDialog)


def use_clock(monkeypatch: Any, clock: Callable[[], Any]) -> None:
    """Every desk that the window or a command opens from now on has this clock instead of the computer's."""
    for opener in (Desk.__init__, Desk.open.__func__, Desk.create.__func__):
        monkeypatch.setitem(opener.__kwdefaults__, "clock", clock)


@dataclass
class Coordinator:
    """Somebody who sits before one window of the program."""

    qtbot: Any
    window: MainWindow

    @classmethod
    def begins(cls, qtbot: Any, settings: Path, desk: Path | None = None) -> "Coordinator":
        """Start the program: on the desk that is named, else on the last one, else on first run."""
        window = MainWindow(Settings(settings))
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.start(desk)
        made = cls(qtbot, window)
        made.settle()
        return made

    @property
    def desk(self) -> Desk:
        """The desk that is open, to compare with what is on screen."""
        found = self.window.files.desk
        assert found is not None
        return found

    # Waiting and looking

    def wait(self, until: Callable[[], Any]) -> None:
        self.qtbot.waitUntil(lambda: bool(until()), timeout=PATIENCE_MS)

    def settle(self) -> None:
        """Wait until everything that was asked for is on screen."""
        self.wait(self._is_quiet)

    def _is_quiet(self) -> bool:
        place, office = self.window.workplace, self.window.office
        page = office.current() if office is not None else None
        return place is None or (not place.reader.pending and page is not None and page.loaded)

    def words(self, inside: QWidget | None = None) -> str:
        """Everything that labels on screen say."""
        labels = (inside or self.window).findChildren(QLabel)
        return " | ".join(label.text() for label in labels if label.isVisible())

    def toast(self) -> str:
        return self.window.toast.text()

    # Going places

    def page(self, key: str) -> Any:
        """Open a page at the rail."""
        self.click(self.window.rail._items[key])
        self.settle()
        return self.here(key)

    def here(self, key: str) -> Any:
        """The page on screen, which must be this one."""
        self.settle()
        page = self.window.office.current() if self.window.office else None
        assert page is not None
        assert page.key == key
        return page

    # Mouse

    def click(self, button: QWidget) -> None:
        """Press a button that can be seen and used."""
        assert button.isVisible(), f"{words_of(button)} cannot be seen"
        assert button.isEnabled(), f"{words_of(button)} is gray: {button.toolTip()}"
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose(self, field: DropDown, key: object) -> None:
        """Choose in a drop-down, as the click on its line does."""
        field.choose(key)
        assert field.choice() == key, f"{key} is not offered"
        field.activated.emit(field.currentIndex())
        self.settle()

    def menu(self, menu: QMenu, words: str) -> None:
        """Open a menu and choose the entry with these words."""
        entry = entries(menu)[words]
        assert entry.isEnabled(), f"{words} is gray"
        entry.trigger()
        self.settle()

    # Keyboard

    def keys(self, *names: str) -> None:
        """Press keys by their names, "Tab" or "Ctrl+L", wherever the focus is."""
        for name in names:
            combination = QKeySequence(name)[0]
            QTest.keyClick(self._focus(), combination.key(), combination.keyboardModifiers())

    def types(self, text: str) -> None:
        QTest.keyClicks(self._focus(), text)

    def _focus(self) -> QWidget:
        """Where keys go: an open list, the field with the focus, or the window in front."""
        found = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
        assert found is not None
        return found

    def command(self, keys: str) -> None:
        """Press the keys of a menu's command; without a screen nothing turns keys into it: the entry is looked up."""
        wanted = QKeySequence(keys)
        action = next(it for it in self.window.menus.actions.values() if wanted in it.shortcuts())
        assert action.isEnabled(), f"{action.text()} is gray"
        action.trigger()
        self.settle()

    def undo(self) -> str:
        """Ctrl+Z; returns what the toast says was taken back."""
        self.command("Ctrl+Z")
        return self.toast().removeprefix("Taken back: ")

    def redo(self) -> None:
        self.command("Ctrl+Y")

    # Dialogs

    def dialog(self, kind: type[DialogT]) -> DialogT:
        """The dialog of this kind that is open, in front and ready for keys."""
        self.wait(lambda: list(self._dialogs(kind)))
        found = next(self._dialogs(kind))
        self.wait(lambda: found.isAncestorOf(QApplication.focusWidget() or found.window().parentWidget()))
        return found

    def _dialogs(self, kind: type[DialogT]) -> Iterator[DialogT]:
        return (it for it in QApplication.topLevelWidgets() if isinstance(it, kind) and it.isVisible())

    def has_closed(self, kind: type[QDialog]) -> None:
        """Wait until no dialog of this kind is open, and for what follows from it."""
        self.wait(lambda: not list(self._dialogs(kind)))
        self.comes_back()
        self.settle()

    def comes_back(self) -> None:
        """The window is in front again: a platform without a screen does not see to that itself."""
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)

    def leaves(self) -> None:
        """Close the window."""
        self.window.close()


def entries(menu: QMenu) -> dict[str, QAction]:
    """What a menu offers when it opens, by its words."""
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions() if action.text()}


def words_of(button: QWidget) -> str:
    """What a button says, or what a screen reader says of one without words."""
    text = button.text() if isinstance(button, QAbstractButton) else ""
    return text.replace("&", "") or button.accessibleName() or type(button).__name__
