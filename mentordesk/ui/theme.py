"""The look of the window: tokens, palette, type and the one style sheet. Knows no widget and no page."""

import atexit
import re
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from mentordesk import paths
from mentordesk.ui import contrast
from mentordesk.ui.drawings import tinted

Appearance = Literal["system", "light", "dark"]

# A usual name and its widths in pixels on the mock-ups: they tell how wide the type on screen is.
_SAMPLE = "Amara Okonkwo & Jonas Weidmann"
_SAMPLE_WIDTHS = {"body": 220, "strong": 226}

_WEIGHTS = {
    "page_title": QFont.Weight.Bold,
    "figure": QFont.Weight.DemiBold,
    "figure_narrow": QFont.Weight.DemiBold,
    "section": QFont.Weight.DemiBold,
    "small_title": QFont.Weight.DemiBold,
    "strong": QFont.Weight.DemiBold,
    "strong_caption": QFont.Weight.DemiBold,
}
# Style sheets cannot recolor a picture: these are written once for each theme. Name: drawing and token.
_PICTURES = {
    "arrow_down": ("chevron-down", "text2"),
    "arrow_down_disabled": ("chevron-down", "disabled"),
    "arrow_up": ("chevron-up", "text2"),
    "arrow_left": ("chevron-left", "text2"),
    "arrow_right": ("chevron-right", "text2"),
    "check": ("check", "on_accent"),
    "check_menu": ("check", "accent"),
    "check_disabled": ("check", "disabled"),
    "dash": ("minus", "on_accent"),
    "calendar": ("calendar", "text2"),
}


@dataclass(frozen=True, eq=False)
class Theme:
    """Colors and sizes of one appearance at one text size. `name` is light, dark or contrast; sizes are pixels."""

    name: str
    colors: Mapping[str, str]
    sizes: Mapping[str, Any]
    base_font: QFont
    _colors: dict[str, QColor] = field(default_factory=dict, repr=False)
    _fonts: dict[str, QFont] = field(default_factory=dict, repr=False)

    def hex(self, token: str) -> str:
        """The color of a token as #RRGGBB."""
        return self.colors[token]

    def color(self, token: str) -> QColor:
        """The color of a token for painters."""
        if token not in self._colors:
            self._colors[token] = QColor(self.colors[token])
        return self._colors[token]

    def points(self, style: str) -> float:
        """The size of a type style in points: the base size and the style's difference, captions never too small."""
        deltas = self.sizes["type_delta_pt"]
        base = self.base_font.pointSizeF()
        if style in ("caption", "strong_caption"):
            return max(base + deltas["caption"], float(self.sizes["type_min_caption_pt"][_platform()]))
        return base + float(deltas.get(style, 0))

    def font(self, style: str = "body") -> QFont:
        """The font of a type style, digits all of one width."""
        if style not in self._fonts:
            font = QFont(self.base_font)
            font.setPointSizeF(self.points(style))
            font.setWeight(_WEIGHTS.get(style, QFont.Weight.Normal))
            font.setFeature(QFont.Tag("tnum"), 1)
            if style == "page_title":
                font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98.5)
            self._fonts[style] = font
        return self._fonts[style]

    def line(self, style: str = "body") -> int:
        """The height of one line of a type style in pixels."""
        return QFontMetrics(self.font(style)).height()

    def row(self, kind: str, lines: int = 1) -> int:
        """The height of a row: the token, or what its lines need (the second and later ones are captions) and 12."""
        needed = self.line() + (lines - 1) * self.line("caption") + 12
        return max(int(self.sizes["row"][kind]), needed)

    def wide(self, pixels: float) -> int:
        """A width drawn for the mock-ups' type (10 pt), grown with the type on screen; never smaller."""
        grown = (
            QFontMetrics(self.font(style)).horizontalAdvance(_SAMPLE) / width for style, width in _SAMPLE_WIDTHS.items()
        )
        return round(pixels * max(1.0, *grown))

    @property
    def on_risk(self) -> QColor:
        """The text color on a solid risk background."""
        return self.color("on_accent" if self.name == "light" else "bg")

    def radius(self, kind: str) -> int:
        """The corner radius of cell, control, card or dialog."""
        return int(self.sizes["radius"][kind])


class Look(QObject):
    """Holds the theme of the application and tells when it has changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.appearance: Appearance = "system"
        self.text_delta = 0.0
        self.theme: Theme | None = None
        self._system_font: QFont | None = None
        self._system_palette = QPalette()
        self._app: QApplication | None = None

    def apply(self, app: QApplication, appearance: Appearance, text_delta: float) -> None:
        if self._app is not app:
            self._app, self._system_font, self._system_palette = app, app.font(), app.palette()
            app.setStyle("Fusion")
            app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self.appearance, self.text_delta = appearance, text_delta
        self._show()

    def _show(self) -> None:
        assert self._app is not None
        self.theme = self._made()
        self._app.setFont(self.theme.base_font)
        self._app.setPalette(_palette(self.theme))
        self._app.setStyleSheet(_style_sheet(self.theme))
        self.changed.emit()

    def _made(self) -> Theme:
        assert self._system_font is not None
        font = _base_font(self._system_font, self.text_delta)
        if self.appearance == "system" and contrast.wanted():
            name = "dark" if contrast.is_dark(self._system_palette) else "light"
            return Theme("contrast", contrast.high_contrast(_colors(name), self._system_palette), _sizes(), font)
        name = self.appearance if self.appearance != "system" else _system_scheme()
        return Theme(name, _colors(name), _sizes(), font)

    def _on_scheme_changed(self) -> None:
        if self.appearance == "system":
            self._show()


look = Look()


def apply(app: QApplication, appearance: Appearance = "system", text_delta: float = 0) -> None:
    """Dress the application. `text_delta` is points added to the system's size: 0, 1, 2 or 4."""
    look.apply(app, appearance, text_delta)


def current() -> Theme:
    """The theme on screen; the light one before `apply`."""
    if look.theme is None:
        return _default()
    return look.theme


@cache
def _default() -> Theme:
    return Theme("light", _colors("light"), _sizes(), _base_font(QGuiApplication.font(), 0))


def _platform() -> str:
    return {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")


def _system_scheme() -> str:
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((paths.resources() / "themes" / f"{name}.toml").read_text(encoding="utf-8"))


def _colors(name: str) -> dict[str, str]:
    return dict(_read(name)["colors"])


def _sizes() -> dict[str, Any]:
    return _read("common")


def _base_font(system: QFont, delta: float) -> QFont:
    font = QFont(system)
    least = float(_sizes()["type_min_base_pt"][_platform()])
    font.setPointSizeF(max(QFontInfo(system).pointSizeF(), least) + delta)
    return font


def _palette(theme: Theme) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "bg",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.PlaceholderText: "text3",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.Highlight: "accent_tint",
        QPalette.ColorRole.HighlightedText: "text",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.ToolTipBase: "toast",
        QPalette.ColorRole.ToolTipText: "on_toast",
        QPalette.ColorRole.Mid: "border_mid",
        QPalette.ColorRole.Dark: "border_strong",
    }
    palette = QPalette(theme.color("surface"), theme.color("bg"))
    for role, token in roles.items():
        palette.setColor(role, theme.color(token))
    palette.setColor(QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight, theme.color("hover"))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.color("disabled"))
    return palette


def _style_sheet(theme: Theme) -> str:
    """The style sheet with every `{token}` replaced; KeyError for a token that nothing defines."""
    values = {**theme.colors, **_measures(theme), **_pictures(theme)}
    text = (paths.resources() / "style.qss").read_text(encoding="utf-8")
    return re.sub(r"\{(\w+)\}", lambda match: values[match[1]], text)


def _measures(theme: Theme) -> dict[str, str]:
    """Sizes for the style sheet: heights are without the 1 px border above and below."""
    heights = {
        "control_inner": theme.row("control") - 2,
        "wrong_inner": theme.row("control") - 4,
        "small_inner": max(int(theme.sizes["row"]["control_small"]), theme.line() + 8) - 2,
        "chip_inner": max(int(theme.sizes["row"]["filter_chip"]), theme.line() + 8) - 2,
        "chip_radius": max(int(theme.sizes["row"]["filter_chip"]), theme.line() + 8) // 2,
        "segment_inner": theme.row("control") - 2,
        "menu_row": theme.line() + 8,
    }
    styles = [*theme.sizes["type_delta_pt"], "strong_caption"]
    points = {f"{style}_pt": f"{theme.points(style):g}pt" for style in styles}
    radii = {f"radius_{kind}": f"{pixels}px" for kind, pixels in theme.sizes["radius"].items()}
    return {**points, **radii, **{name: f"{pixels}px" for name, pixels in heights.items()}}


def _pictures(theme: Theme) -> dict[str, str]:
    """The drawings that the style sheet needs, as files in the theme's colors: token to `url(...)`."""
    folder = Path(_picture_folder().name)
    urls = {}
    for name, (source, token) in _PICTURES.items():
        color = theme.hex(token)
        path = folder / f"{name}-{color.removeprefix('#')}.svg"
        if not path.exists():
            path.write_text(tinted(source, color), encoding="utf-8")
        urls[f"picture_{name}"] = f'url("{path.as_posix()}")'
    return urls


@cache
def _picture_folder() -> tempfile.TemporaryDirectory[str]:
    folder = tempfile.TemporaryDirectory(prefix="mentordesk-look-")
    atexit.register(folder.cleanup)
    return folder
