"""Rounding half up as Excel does it, so that a figure is the same on screen and in a sheet (DESIGN section 9)."""

from decimal import ROUND_HALF_UP, Decimal

_WHOLE_FROM = 1e15
"""From here on a float has no digits after the point that Excel, with 15 of them in all, would show."""


def half_up(value: float, digits: int = 0) -> float:
    """A finite value with `digits` decimals (0 or more), halves away from zero: 4.25 gives 4.3, -2.5 gives -3.0.

    The value is first taken to 15 significant digits, as Excel keeps it: 1.005 gives 1.01, although its float is less.
    """
    if abs(value) >= _WHOLE_FROM:
        return float(value)
    step = Decimal(1).scaleb(-digits)
    rounded = Decimal(f"{value:.15g}").quantize(step, rounding=ROUND_HALF_UP)
    return float(rounded) + 0.0  # turns -0.0 into 0.0


def percent(part: float, whole: float) -> int | None:
    """Whole percent of `part` in `whole`, half up; None where there is nothing to be a part of."""
    return int(half_up(100 * part / whole)) if whole else None
