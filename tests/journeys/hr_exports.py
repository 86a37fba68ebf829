"""What the HR system of a made-up company exports, with everything that makes such files hard to read."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

HEADINGS = [
    *("Pers.No.", "EMPLOYEE (Last, First)", "E-Mail\nAddress", "Pos. Title", "Org Unit", "Pay Grade", "Entry  Date"),
    *("Supervisor Pers.No.", "Work Loc.", "Empl. Status", "Can teach", "Wants to learn"),
]
CHIEF = ["Hana Kobayashi"]
DIRECTORS = ["Tendai Moyo", "Amara Okonkwo", "Ruth Adelmann", "Ingrid Tveit", "Rafael Monteiro", "Wanjiru Kamau"]
ANALYSTS = ["Jonas Weidmann", "Mateo Quispe", "Priya Raman", "Kwame Boateng", "Aoife Brennan", "Leila Khoury"]
VICE_PRESIDENTS = ["Zofia Lindqvist", "Henrik Dubois", "Esra Yılmaz"]
PLANNERS = ["Bao Nguyen", "Ada Ek", "Yara Haddad", "Emre Kaya"]
LEAVER = "Olu Adeyemi"
GRADES = {"Chief": 9, "Vice President": 8, "Director": 7, "Analyst": 4, "Planner": 3}
UNITS = ("Operations", "Logistics", "Finance", "Legal")
TOPICS = ("budgets", "negotiation", "data", "strategy")


def titles() -> dict[str, str]:
    """Everybody of the company with the first word of their title, the highest first."""
    groups = zip(GRADES, (CHIEF, VICE_PRESIDENTS, DIRECTORS, [*ANALYSTS, LEAVER], PLANNERS), strict=True)
    return {name: title for title, names in groups for name in names}


def number(name: str) -> str:
    return f"00{10001 + list(titles()).index(name)}"


def row_of(name: str) -> dict[str, Any]:
    """The line of somebody, by heading."""
    at, title = list(titles()).index(name), titles()[name]
    unit = UNITS[at % len(UNITS)]
    first, last = name.split()
    boss = {"Chief": "", "Analyst": VICE_PRESIDENTS[at % 3], "Planner": DIRECTORS[at % 6]}.get(title, CHIEF[0])
    hired = date(2010 + at % 12, 1 + at % 12, 1 + at)
    ways = (hired, f"{hired:%d.%m.%Y}", hired.isoformat(), f"{hired:%d %b %Y}")
    return {
        "Pers.No.": number(name),
        "EMPLOYEE (Last, First)": f"{last}, {first}",
        "E-Mail\nAddress": f"{first}.{last}@solvane.example".upper()
        if at % 5 == 0
        else f"{first}.{last}@solvane.example",
        "Pos. Title": f"{title}, {unit}",
        "Org Unit": unit,
        "Pay Grade": f"Grade {GRADES[title]}",
        "Entry  Date": ways[at % 4],
        "Supervisor Pers.No.": number(boss) if boss else None,
        "Work Loc.": ("Rotterdam", "Nairobi")[at % 2],
        "Empl. Status": "Leaver" if name == LEAVER else "Active",
        "Can teach": TOPICS[at % 4],
        "Wants to learn": TOPICS[(at + 1) % 4],
    }


def write(path: Path, changes: Mapping[str, Mapping[str, Any]] | None = None) -> Path:
    """Two titles above the headings, one person twice, and a last line that is nobody."""
    book = Workbook()
    sheet = book.active
    for line in (["SOLVANE HOLDING B.V."], ["Headcount, CONFIDENTIAL"], [], HEADINGS):
        sheet.append(line)
    for name in (*titles(), ANALYSTS[0]):
        values = row_of(name) | dict((changes or {}).get(name, {}))
        sheet.append([values[heading] for heading in HEADINGS])
    sheet.append([])
    sheet.append(["*** end of list ***"])
    book.save(path)
    return path
