"""Which paper a country prints on: Letter or A4. Knows no file."""

import locale

# Countries and regions that print on Letter; all others on A4.
_CODES = ("_US", "_CA", "_MX", "_CL", "_CO", "_CR", "_GT", "_PA", "_PH", "_PR", "_SV", "_VE")
_NAMES = ("United States", "Canada", "Mexico", "Philippines", "Puerto Rico")


def is_letter(place: str | None = None) -> bool:
    """Whether a place, as the system names it ("en_US"), prints on Letter; without one, this computer's."""
    here = locale.getlocale()[0] or "" if place is None else place
    return here.endswith(_CODES) or any(name in here for name in _NAMES)
