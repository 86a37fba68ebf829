"""The tokens where the system asks for high contrast: its own palette, no tints; shapes, borders and words stay."""

from collections.abc import Mapping

from PySide6.QtGui import QGuiApplication, QPalette

_GROUNDS = ("bg", "rail", "surface", "sunken", "hover")
_LINES = ("border", "border_mid", "border_strong", "grid")
_WORDS = ("text", "text2", "text3")


def wanted() -> bool:
    """Whether the system asks for high contrast; older Qt cannot tell and says no."""
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    preference = hints.accessibility().contrastPreference()
    return bool(preference.name == "HighContrast")


def is_dark(palette: QPalette) -> bool:
    """Whether the system's windows are darker than their text."""
    window, text = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.WindowText)
    return window.lightness() < text.lightness()


def high_contrast(colors: Mapping[str, str], palette: QPalette) -> dict[str, str]:
    """The tokens of the light or dark theme with grounds, lines and words of the system's palette."""
    roles = QPalette.ColorRole
    window, text = palette.color(roles.Window).name(), palette.color(roles.WindowText).name()
    changed = dict(colors)
    for token in colors:
        if token in _GROUNDS or token.endswith("_tint"):
            changed[token] = window
        elif token in _LINES or token in _WORDS or token.endswith("_text"):
            changed[token] = text
    disabled = palette.color(QPalette.ColorGroup.Disabled, roles.WindowText).name()
    pressed = {"accent": text, "accent_hover": text, "on_accent": window}
    toast = {"toast": text, "on_toast": window, "toast_action": window}
    return {**changed, **pressed, **toast, "disabled": text if disabled == window else disabled}
