"""What can be gone to: people, pairs and cohorts as they stand in a list, and commands. Knows no field and no list."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from PySide6.QtGui import QKeySequence

from mentordesk.domain.cohorts import CohortPhase, CohortRow
from mentordesk.domain.dates import day_month
from mentordesk.domain.finding import Findable, findable
from mentordesk.domain.pairs import ALIVE, FINISHED, PairRow
from mentordesk.domain.people import PersonRow, PersonStatus, first_name
from mentordesk.domain.reporting import ReportKind
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.wording import counted
from mentordesk.ui.menus import MENUS, Menus

PAGE_OF = {"person": "people", "pair": "pairs", "cohort": "cohorts"}
_ICONS = {
    "new": "plus",
    "new_desk": "plus",
    "open_desk": "folder",
    "open_sample": "eye",
    "reset_sample": "undo",
    "back_up": "copy",
    "collect_answers": "check_in",
    "restore": "history",
    "close_desk": "close",
    "quit": "close",
    "find": "search",
    "back": "arrow-left",
    "forward": "arrow-right",
    "help": "circle-question-mark",
    "about": "info",
    "new_person": "user-plus",
    "new_introduction": "introduction",
    "enroll_people": "user-plus",
    "record_answer": "check",
    "match_cohort": "matching",
    **{name: name for name in ("import", "export", "undo", "redo", "settings")},
    **dict.fromkeys(("new_pair", "log_contact", "record_exchange", "new_program", "new_cohort"), "plus"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One line. `kind` is person, pair, cohort, report, or command; a report's id is its key, a command's its name in
    the menus, its `values` what it is given. `aside` stands at the right, or a `health`, or `keys`. `names` have
    avatars; else an `icon`. `behind` orders what goes on (0) before what is only held (1) and what is over (2)."""

    kind: str
    id: int | str
    title: str
    caption: str
    look: Findable
    aside: str = ""
    health: str = ""
    keys: str = ""
    icon: str = ""
    names: tuple[str, ...] = ()
    behind: int = 0
    values: dict[str, Any] = field(default_factory=dict)


def of_person(row: PersonRow) -> Item:
    place = row.company if row.external and row.company else row.location
    pairs = counted(row.active_pairs, "active pair") if row.active_pairs else ""
    away = row.status.word if row.status is not PersonStatus.ACTIVE else ""
    return Item(
        "person",
        row.id,
        row.name,
        ", ".join(part for part in (row.title, place) if part),
        findable(row.name),
        aside=", ".join(part for part in (away or row.role_now, pairs) if part),
        names=(row.name,),
        behind=2 if row.status is PersonStatus.LEFT else 0,
    )


def of_pair(row: PairRow) -> Item:
    """A pair of any status; those that have a health show it."""
    return Item(
        "pair",
        row.id,
        row.name,
        ", ".join(part for part in (row.cohort or row.format.word, _years(row)) if part),
        findable(row.name, row.left, row.right),
        aside="" if row.health else row.word,
        health=row.health.value if row.health else "",
        names=(row.left, row.right),
        behind=_behind(row.status),
    )


def _behind(status: PairStatus) -> int:
    if status in FINISHED:
        return 2
    return 0 if status in (PairStatus.ACTIVE, PairStatus.PAUSED) else 1


def _years(row: PairRow) -> str:
    """When it was, for a pair of the past: people may have been one twice."""
    return f"ended {row.ended_on.year}" if row.ended_on is not None else ""


def of_cohort(row: CohortRow, today: date) -> Item:
    day = row.starts_on if row.phase is CohortPhase.PREPARATION else min(row.ends_on, row.closed_on or row.ends_on)
    says = {CohortPhase.PREPARATION: "starts", CohortPhase.RUNNING: "ends", CohortPhase.FINISHED: "ended"}[row.phase]
    caption = f"{row.format.word}, {says} {day_month(day, today)}"
    return Item(
        "cohort",
        row.id,
        row.name,
        caption,
        findable(row.name),
        aside=counted(row.pairs, "pair"),
        icon="cohorts",
        behind=2 if row.phase is CohortPhase.FINISHED else 0,
    )


def of_reports() -> list[Item]:
    """The reports there are; one is opened with its preview."""
    return [
        Item("report", kind.value, kind.heading, kind.words, findable(kind.heading), icon="reports")
        for kind in ReportKind
    ]


def of_menus(menus: Menus) -> list[Item]:
    """The commands that are possible now, in the order of the menus."""
    return [
        _command(menus, title.replace("&", ""), entry.name)
        for title, entries in MENUS.items()
        for entry in entries
        if entry.name != "go_to" and entry.name in menus.actions and menus.actions[entry.name].isEnabled()
    ]


def _command(menus: Menus, menu: str, name: str) -> Item:
    action = menus.actions[name]
    title = action.iconText().rstrip("…")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
    kind, _, page = name.partition(":")
    icon = page if kind == "page" else _ICONS.get(name, "chevron-right")
    return Item("command", name, title, f"{menu} menu", findable(title), keys=keys, icon=icon)


def log_contact_with(person: PersonRow, pairs: Iterable[PairRow], log: Item) -> list[Item]:
    """Logging a contact of this person: the command `log` for each pair that still holds, with the pair filled in."""
    own = [row for row in pairs if row.status in ALIVE and person.id in (row.left_id, row.right_id)]
    title = f"Log contact with {person.name}"
    others = (row.right if person.id == row.left_id else row.left for row in own)
    return [
        replace(
            log,
            title=title,
            caption=f"The pair with {first_name(other)} is filled in",
            look=findable(title),
            values={"pair_id": row.id},
        )
        for row, other in zip(own, others, strict=True)
    ]


def new_person(name: str) -> Item:
    """For a name that nobody has."""
    title = f"New person “{name}”"
    return Item(
        "command",
        "new_person",
        title,
        "Nobody is called that yet",
        findable(title),
        icon="user-plus",
        values={"name": name},
    )
