"""The SVG drawings of the resources as text in a color. Knows no theme and no widget."""

from collections.abc import Mapping
from functools import cache

from mentordesk import paths


@cache
def drawing(name: str) -> str:
    """The SVG text of `resources/icons/NAME.svg`; OSError where there is none."""
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def tinted(name: str, color: str, colors: Mapping[str, str] | None = None) -> str:
    """The drawing with its line in `color` and with each `{token}` replaced from `colors`."""
    text = drawing(name).replace("currentColor", color)
    for token, value in (colors or {}).items():
        text = text.replace(f"{{{token}}}", value)
    return text
