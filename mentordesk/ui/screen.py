"""Whether a window can be shown here, found out before Qt is asked: Qt itself aborts with a core dump."""

import ctypes
import importlib.util
import os
import sys
from pathlib import Path

from mentordesk.domain.errors import UserError

_WITHOUT = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libgl1",
    "libOpenGL.so.0": "libopengl0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
_OTHERWISE = "The commands work without one: main.py report DESK.mdesk OUT.xlsx."


def check() -> None:
    """Raise UserError, in one sentence on what to install or to do instead, where Qt could not open a window."""
    if not sys.platform.startswith("linux"):
        return
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    _load_qt()
    if platform in _WITHOUT:
        return
    if platform.startswith("wayland") or (not platform and os.environ.get("WAYLAND_DISPLAY")):
        return
    if not os.environ.get("DISPLAY"):
        raise UserError("There is no screen to show the window on.", advice=_OTHERWISE)
    _load_plugin()
    _connect()


def _load_qt() -> None:
    try:
        import PySide6.QtGui  # noqa: F401
    except ImportError as error:
        raise missing(str(error)) from error


def _load_plugin() -> None:
    found = importlib.util.find_spec("PySide6")
    folder = Path(found.origin).parent if found is not None and found.origin else Path()
    plugin = folder / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if plugin.exists():
        try:
            ctypes.CDLL(str(plugin))
        except OSError as error:
            raise missing(str(error)) from error


def _connect() -> None:
    """Ask the X server for a connection and close it again."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    broken = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if broken:
        display = os.environ["DISPLAY"]
        raise UserError(f"The screen “{display}” does not answer.", advice=_OTHERWISE)


def missing(message: str) -> UserError:
    """The sentence for a loader's message such as "libEGL.so.1: cannot open shared object file"."""
    library = message.split(":")[0].strip().split()[-1] if ":" in message else ""
    package = _PACKAGES.get(library)
    if package is None:
        return UserError(f"The window cannot be shown: {message}.", advice=_OTHERWISE)
    return UserError(
        f"The window needs the system library {library}: install the package {package} "
        f"(on Debian and Ubuntu: sudo apt-get install {package}).",
        advice=_OTHERWISE,
    )
