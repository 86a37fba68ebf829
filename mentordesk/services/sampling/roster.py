"""The people of the sample: those with a story from cast.toml, the others as an invented company would have them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from mentordesk.data.tables import Person, PersonTag, TagKind
from mentordesk.domain.people import PersonStatus
from mentordesk.services.sampling import ago, careers, custom, names, texts
from mentordesk.services.sampling.draft import Draft, Member

COMPANY = "Solvane"
EXTERNAL_SHARE = 0.17
"""34 of 200 people come from outside: founders and consultants."""
_LEVELS = (1, 2, 3, 4, 5, 6)
_LEVEL_WEIGHTS = (12, 24, 26, 16, 14, 8)
_LEADS = 4
"""The level from which people have a team."""
_TAG_LISTS = {
    TagKind.OFFERS: "offers",
    TagKind.WANTS: "wants",
    TagKind.LANGUAGE: "speaks",
    TagKind.EXPERIENCE: "life",
}


@dataclass(frozen=True, slots=True)
class _Desk:
    """What making a person needs besides the draft."""

    addresses: names.Addresses
    fields: custom.Fields


def fill(draft: Draft, people: int) -> None:
    """Add everyone: the cast, then others until there are so many people, then who reports to whom."""
    desk = _Desk(names.Addresses(), custom.create(draft))
    cast = texts.read("cast")
    for name, facts in cast.items():
        _add(draft, desk, name, facts)
        careers.told(draft, draft.members[name], facts.get("career", ()))
    outside = round(people * EXTERNAL_SHARE) - sum(member.external for member in draft.members.values())
    for number, (name, speaks) in enumerate(_others(draft, people - len(cast))):
        facts = _outsider(draft, speaks) if number < outside else _insider(draft, speaks)
        _add(draft, desk, name, facts)
        careers.invent(draft, draft.members[name])
    _managers(draft, cast)


def _others(draft: Draft, number: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    found = names.fresh(draft.random, tuple(draft.members))
    for _ in range(number):
        yield next(found)


def _add(draft: Draft, desk: _Desk, name: str, facts: dict[str, Any]) -> None:
    member = _member(draft, name, facts)
    draft.members[name] = member
    company = facts.get("company", COMPANY)
    draft.rows.add(
        Person,
        name=name,
        email=desk.addresses.of(name, company),
        employee_number=None if member.external else f"S{10000 + member.id}",
        title=member.title,
        department=member.department,
        location=member.place,
        company=company if member.external else COMPANY,
        level=member.level,
        external=member.external,
        status=PersonStatus(facts.get("status", "active")),
        hired_on=None if member.external else member.hired_on,
        left_on=member.left_on,
    )
    _tags(draft, member, facts)
    if not member.external:
        custom.fill(draft, desk.fields, member)
    draft.steps.made()


def _member(draft: Draft, name: str, facts: dict[str, Any]) -> Member:
    years = facts.get("years", 4)
    hired = draft.today - timedelta(days=round(years * 365.25) + draft.random.randint(20, 160))
    left = facts.get("left")
    return Member(
        id=len(draft.members) + 1,
        name=name,
        title=facts["title"],
        department=facts.get("in", ""),
        place=facts["at"],
        level=facts.get("level"),
        hired_on=hired,
        left_on=ago.day(left, draft.today) if left else None,
        external=bool(facts.get("external")),
        offers=tuple(facts["offers"]),
        wants=tuple(facts["wants"]),
    )


def _tags(draft: Draft, member: Member, facts: dict[str, Any]) -> None:
    for kind, key in _TAG_LISTS.items():
        for rank, value in enumerate(facts[key]):
            draft.rows.add(PersonTag, person_id=member.id, kind=kind, value=value, rank=rank)


def _insider(draft: Draft, speaks: tuple[str, ...]) -> dict[str, Any]:
    company, random = texts.read("company"), draft.random
    department = random.choice(list(company["departments"]))
    work = company["departments"][department]
    level = random.choices(_LEVELS, _LEVEL_WEIGHTS)[0]
    place = random.choice(list(company["places"]))
    offers = random.sample(work["offers"], random.randint(1, len(work["offers"])))
    wants = [want for want in random.sample(company["wants"], random.randint(1, 3)) if want not in offers]
    facts = {
        "title": work["titles"][level - 1],
        "in": department,
        "at": place,
        "level": level,
        "years": random.uniform(0.5, 4 * level - 1.5),
        "offers": offers,
        "wants": wants,
        "speaks": _languages(("English", *company["places"][place][:1], *speaks)),
        "life": random.sample(company["experiences"], random.randint(0, 2)),
    }
    return facts | _departure(draft, facts)


def _departure(draft: Draft, facts: dict[str, Any]) -> dict[str, Any]:
    """One in 25 has left meanwhile; the history stays."""
    if facts["years"] < 6 or draft.random.random() > 0.08:
        return {}
    return {"status": "left", "left": f"{draft.random.randint(90, 700)}d"}


def _outsider(draft: Draft, speaks: tuple[str, ...]) -> dict[str, Any]:
    company, random = texts.read("company"), draft.random
    return {
        "title": random.choice(company["outsiders"]),
        "company": random.choice(company["ventures"]),
        "at": random.choice(list(company["places"])),
        "external": True,
        "years": random.uniform(1, 7),
        "offers": random.sample(company["founder_offers"], random.randint(1, 3)),
        "wants": random.sample(company["founder_wants"], random.randint(1, 3)),
        "speaks": _languages(("English", *speaks)),
        "life": random.sample(company["experiences"], random.randint(0, 2)),
    }


def _languages(found: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(found))


def _managers(draft: Draft, cast: dict[str, Any]) -> None:
    """Everyone without a named manager reports to somebody of the department at the next level that has people."""
    above = _by_department(draft)
    chief = next(member.id for member in draft.members.values() if member.title == "Chief executive officer")
    for member, row in zip(draft.members.values(), draft.rows.of(Person), strict=True):
        boss = cast.get(member.name, {}).get("boss")
        if boss is not None:
            row["manager_id"] = draft.members[boss].id
        elif member.level is not None and member.level < 7 and member.left_on is None:
            row["manager_id"] = _superior(draft, above, member) or chief


def _by_department(draft: Draft) -> dict[tuple[str, int], list[Member]]:
    found: dict[tuple[str, int], list[Member]] = {}
    for member in draft.members.values():
        if member.level is not None and member.left_on is None:
            found.setdefault((member.department, member.level), []).append(member)
    return found


def _superior(draft: Draft, above: dict[tuple[str, int], list[Member]], member: Member) -> int | None:
    for level in range(max(_LEADS, (member.level or 0) + 1), 8):
        candidates = above.get((member.department, level))
        if candidates:
            return draft.random.choice(candidates).id
    return None
