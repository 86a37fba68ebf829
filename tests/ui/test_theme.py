"""The tokens can be read on every background where they are allowed, and the look follows the settings."""

import re

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel

from mentordesk import paths
from mentordesk.ui import contrast as contrast_tokens
from mentordesk.ui import icons, theme

NAMES = ("light", "dark")
GROUNDS = ("bg", "rail", "surface", "sunken", "hover", "accent_tint")
TINTS = ("accent_tint", "left_tint", "right_tint", "good_tint", "watch_tint", "risk_tint")
TEXTS = ("text", "text2", "text3", "accent", "left_text", "right_text", "good_text", "watch_text", "risk_text")
GRAPHICS = ("accent", "left", "right", "good", "watch", "risk", "border_strong")


def luminance(color: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def contrast(one: str, other: str) -> float:
    """WCAG 2: from 1 to 21."""
    high, low = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def grounds_of(token: str) -> set[str]:
    own = {f"{token}_tint", f"{token.removesuffix('_text')}_tint"} & set(TINTS)
    return {*GROUNDS, *own, *(TINTS if token in ("text", "text2") else ())}


@pytest.fixture(params=NAMES)
def look(request, qapp) -> theme.Theme:
    theme.apply(qapp, request.param)
    return theme.current()


@pytest.mark.parametrize("token", TEXTS)
def test_text_is_readable_on_every_ground(look: theme.Theme, token: str) -> None:
    for ground in grounds_of(token):
        assert contrast(look.hex(token), look.hex(ground)) >= 4.5, ground


@pytest.mark.parametrize("token", GRAPHICS)
def test_graphics_stand_out_on_every_ground(look: theme.Theme, token: str) -> None:
    for ground in grounds_of(token):
        assert contrast(look.hex(token), look.hex(ground)) >= 3.0, ground


def test_text_on_solid_grounds_is_readable(look: theme.Theme) -> None:
    for token, ground in (("on_accent", "accent"), ("on_toast", "toast"), ("toast_action", "toast")):
        assert contrast(look.hex(token), look.hex(ground)) >= 4.5, token
    assert contrast(look.on_risk.name(), look.hex("risk")) >= 4.5


def test_both_themes_have_the_same_tokens(qapp) -> None:
    theme.apply(qapp, "dark")
    dark = set(theme.current().colors)
    theme.apply(qapp, "light")
    assert dark == set(theme.current().colors)


def test_the_style_sheet_has_every_token_replaced(qapp, look: theme.Theme) -> None:
    assert not re.findall(r"\{\w+\}", qapp.styleSheet())
    assert look.hex("accent") in qapp.styleSheet()


def test_an_unknown_token_is_an_error(look: theme.Theme) -> None:
    with pytest.raises(KeyError):
        look.color("chartreuse")


def system_palette(window: str, text: str) -> QPalette:
    palette = QPalette(QColor(window))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(text))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, QColor("#3ff23f"))
    return palette


@pytest.mark.parametrize(("window", "text", "name"), [("#000000", "#ffffff", "dark"), ("#ffffff", "#000000", "light")])
def test_high_contrast_takes_the_systems_palette_and_drops_tints(qapp, window, text, name) -> None:
    theme.apply(qapp, name)
    palette = system_palette(window, text)
    assert contrast_tokens.is_dark(palette) == (name == "dark")
    changed = contrast_tokens.high_contrast(theme.current().colors, palette)
    assert set(changed) == set(theme.current().colors)
    assert {changed[token] for token in (*GROUNDS, *TINTS)} == {window}
    assert {changed[token] for token in TEXTS} == {text}
    for token in GRAPHICS:
        assert contrast(changed[token], window) >= 3.0, token
    assert contrast(changed["on_accent"], changed["accent"]) >= 7


def test_high_contrast_is_used_when_the_system_asks_for_it(qapp, monkeypatch) -> None:
    monkeypatch.setattr(contrast_tokens, "wanted", lambda: True)
    theme.apply(qapp, "system")
    assert theme.current().name == "contrast"
    monkeypatch.undo()
    theme.apply(qapp, "system")
    assert theme.current().name in NAMES


def test_the_palette_has_the_colors_of_the_theme(qapp, look: theme.Theme) -> None:
    assert qapp.palette().color(QPalette.ColorRole.Window) == look.color("bg")
    assert qapp.palette().color(QPalette.ColorRole.Highlight) == look.color("accent_tint")
    disabled = qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == look.color("disabled")


def test_larger_text_makes_rows_grow_and_normal_text_takes_it_back(qapp) -> None:
    theme.apply(qapp, "light")
    normal, size = theme.current().row("table", 2), qapp.font().pointSizeF()
    theme.apply(qapp, "light", text_delta=4)
    assert qapp.font().pointSizeF() == size + 4
    assert theme.current().row("table", 2) >= normal
    assert theme.current().row("line") > 30
    theme.apply(qapp, "light")
    assert qapp.font().pointSizeF() == size


def test_captions_are_never_too_small(look: theme.Theme) -> None:
    assert look.points("caption") >= 9


def test_labels_take_the_size_of_their_style(qtbot, look: theme.Theme) -> None:
    title = QLabel("Pairs")
    title.setProperty("type", "page_title")
    qtbot.addWidget(title)
    title.ensurePolished()
    assert title.font().pointSizeF() == look.points("page_title")


def test_a_change_of_theme_is_told_once(qapp, qtbot) -> None:
    with qtbot.waitSignal(theme.look.changed, timeout=500):
        theme.apply(qapp, "dark")
    assert theme.current().name == "dark"


@pytest.mark.parametrize("name", [*icons.MEANINGS, *icons.MEANINGS.values(), "matching"])
def test_every_icon_has_a_drawing_in_the_color_asked_for(look: theme.Theme, name: str) -> None:
    picture = icons.pixmap(name, "accent", 16, 2.0).toImage()
    solid = [picture.pixelColor(x, y) for x in range(32) for y in range(32) if picture.pixelColor(x, y).alpha() == 255]
    assert picture.width() == 32
    assert look.color("accent") in solid


def test_the_icons_have_their_license_beside_them() -> None:
    assert "ISC License" in (paths.resources() / "icons" / "LICENSE").read_text(encoding="utf-8")


def test_an_icon_on_a_button_follows_the_theme(qapp, qtbot) -> None:
    from mentordesk.ui.widgets.label import button

    theme.apply(qapp, "light")
    made = button("Log contact", icon="plus")
    qtbot.addWidget(made)
    before = made.icon().pixmap(19, 16).toImage()
    theme.apply(qapp, "dark")
    assert made.icon().pixmap(19, 16).toImage() != before
    icons.drop_from(made)
    assert made.icon().isNull()


def test_the_logo_has_both_sides_colors(look: theme.Theme) -> None:
    picture = icons.logo(48).pixmap(48, 48).toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(48) for y in range(48)}
    assert {look.color("left").name(), look.color("right").name()} <= colors
    assert not icons.app_icon().isNull()
