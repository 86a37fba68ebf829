"""The last five things opened through Go to, for each desk. Knows no list."""

from mentordesk.ui.workplace import Workplace

KEPT = 5
_DESKS = 8
_NAME = "goto"


def opened(workplace: Workplace) -> list[tuple[str, int]]:
    """(kind, id), the newest first."""
    found = workplace.settings.state(_NAME).get(_desk(workplace), [])
    return [(str(kind), int(id_)) for kind, id_ in found]


def remember(workplace: Workplace, kind: str, id_: int) -> None:
    """Put one first."""
    others = [list(place) for place in opened(workplace) if place != (kind, id_)]
    desks = workplace.settings.state(_NAME)
    desks.pop(_desk(workplace), None)
    kept = list(desks.items())[1 - _DESKS :]
    newest = {_desk(workplace): [[kind, id_], *others][:KEPT]}
    workplace.settings.remember_state(_NAME, dict(kept) | newest)


def _desk(workplace: Workplace) -> str:
    return str(workplace.desk.path)
