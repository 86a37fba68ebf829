"""How people, their places and their pairs are said on the People page. Knows no widget."""

from collections.abc import Sequence

from mentordesk.domain.cohorts import EnrollmentRow, EnrollmentStatus, Role
from mentordesk.domain.dates import day_month, month_name
from mentordesk.domain.people import CareerRow, PersonForm, PersonRow, PersonStatus
from mentordesk.domain.person_card import PersonPairRow
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.text import fold
from mentordesk.domain.wording import counted
from mentordesk.ui.people.reading import CardSheet

_OTHERS = {Role.MENTOR: "mentee", Role.MENTEE: "mentor", Role.PEER: "peer"}
"""What the other side of a pair is, by the person's own role."""


def directory_facts(people: Sequence[PersonRow], whole: bool) -> str:
    """ "212 people, 34 of them external"; in a scope "40 people take part here". Who has left is not counted."""
    here = [person for person in people if person.status is not PersonStatus.LEFT]
    external = sum(person.external for person in here)
    one = len(here) == 1
    number = "1 person" if one else f"{len(here):,} people"
    takes_part = "" if whole else " takes part here" if one else " take part here"
    return f"{number}{takes_part}" + (f", {external:,} of them external" if external else "")


def caption(row: PersonRow) -> str:
    """The second line of the directory: title and department, of somebody external the company."""
    where = row.company if row.external and row.company else row.department
    return ", ".join(part for part in (row.title, where) if part)


def now(row: PersonRow) -> str:
    """What the person is today, briefly: "Mentor, mentee"; on leave and left come first."""
    return row.role_now.replace(" and ", ", ") if row.status is PersonStatus.ACTIVE else row.status.word


def searched(row: PersonRow) -> str:
    """Everything the directory's search looks into."""
    words = (row.name, row.title, row.department, row.location, row.company, row.email, row.employee_number)
    return "\n".join((*words, *row.offers, *row.wants, *row.experience, *row.languages, now(row)))


def headline(row: PersonRow) -> str:
    """ "VP Operations in Rotterdam, level 6", without the manager."""
    outside = row.company if row.external else ""
    work = f"{row.title} at {outside}" if row.title and outside else row.title or outside or row.department
    place = f"in {row.location}" if row.location else ""
    first = " ".join(part for part in (work, place) if part)
    first = first[:1].upper() + first[1:]
    return ", ".join(part for part in (first, f"level {row.level}" if row.level else "") if part)


def spoken(languages: Sequence[str]) -> str:
    """ "Speaks English, Dutch and Igbo"; nothing where no language is known."""
    if not languages:
        return ""
    *first, last = languages
    return f"Speaks {', '.join(first)} and {last}" if first else f"Speaks {last}"


def places(sheet: CardSheet) -> list[str]:
    """The places of the person in cohorts that are not over: "1 of 2 places free as mentor in Crossroads"."""
    return [_place(it) for it in sheet.current() if it.status is EnrollmentStatus.ACCEPTED and it.capacity]


def _place(it: EnrollmentRow) -> str:
    free = it.capacity - it.places_used
    where = f"as {it.role.value} in {it.cohort}"
    if it.role is not Role.MENTOR and it.capacity == 1:
        return f"{'To be matched' if free > 0 else 'Has a pair'} {where}"
    if free <= 0:
        return f"No place free {where}"
    return f"{free} of {counted(it.capacity, 'place')} free {where}"


def relation(pair: PersonPairRow) -> str:
    """What the other one is to the person: mentor, mentee, peer, with the format where it is a special one."""
    special = {Format.REVERSE: " (reverse)", Format.CROSS_COMPANY: " (other company)"}.get(pair.format, "")
    return _OTHERS[pair.role] + special


def length(pair: PersonPairRow, sheet: CardSheet) -> str:
    """What stands at the bar: "15 years, enduring", "8 months, paused", "proposed", "starts 6 July"."""
    if pair.started_on is None:
        return pair.status.value
    if pair.started_on > sheet.today:
        return f"starts {day_month(pair.started_on, sheet.today)}"
    odd = pair.status in (PairStatus.PAUSED, PairStatus.ENDED)
    return f"{pair.length}, {pair.status.value}" if odd else pair.length


def pair_sentence(pair: PersonPairRow, sheet: CardSheet) -> str:
    """The whole line for tool tip and screen reader."""
    since = f"since {pair.started_text}" if pair.started_text and pair.until is None else pair.started_text
    where = pair.cohort or pair.program
    parts = (f"{pair.other}, {relation(pair)}", pair.other_title, since, length(pair, sheet), where)
    return ", ".join(part for part in parts if part)


def career_day(it: CareerRow) -> str:
    """The date of a career milestone in a narrow column: "Mar 2024"."""
    month = month_name(it.on.month)
    return it.on_text.replace(month, month[:3])


def alike(form: PersonForm, row: PersonRow) -> str:
    """Why two entries may be one person: "Same name, in 2 active pairs"."""
    if row.email and row.email == form.email.strip().lower():
        reason = "Same e-mail"
    elif fold(form.name).split() == fold(row.name).split():
        reason = "Same name"
    else:
        reason = "Same initial, surname and department"
    mail = row.email or "no e-mail"
    pairs = f"in {counted(row.active_pairs, 'active pair')}" if row.active_pairs else "in no pair"
    return f"{reason}, {mail}, {pairs}"


def who(row: PersonRow) -> str:
    """A person in one line: name, department or company, place."""
    where = row.company if row.external and row.company else row.department
    return ", ".join(part for part in (row.name, where, row.location) if part)
