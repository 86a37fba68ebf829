"""The cells of a file before they are read: names that stand in the first row about somebody alone, programs beside
cohorts. Knows no value and no desk.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from mentordesk.domain.text import fold
from mentordesk.domain.wording import counted
from mentordesk.exchange.reading.cells import CellValue, as_text
from mentordesk.exchange.reading.tables import NumberedRow
from mentordesk.exchange.roster.fields import KEYS, LISTS, NAMES, PAST
from mentordesk.exchange.synonyms.spelling import words_of

_ADDS = frozenset((*LISTS, *PAST, "rank", "role"))
_SURELY_ADDS = ("rank", "cohort")
_A_QUARTER = 1 / 4
_PROGRAMS = frozenset(("program", "programme", "programm", "programa", "programma", "mentoring program"))

Row = list[CellValue]


def prepared(
    headings: Sequence[str],
    rows: Sequence[NumberedRow],
    mapping: Mapping[str, str | None],
    cohorts: Sequence[str],
    *,
    often: bool = False,
) -> tuple[list[NumberedRow], list[str]]:
    """The rows with what the file says once for several of them, and sentences on it, without a full stop.

    `cohorts` are the headings that are a cohort each; the numbers of the rows stay as they are. `often` says that
    somebody may stand in several rows, which columns of ranks and cohorts say too.
    """
    places = {field: [i for i, heading in enumerate(headings) if mapping.get(heading) == field] for field in _ADDS}
    who = [i for i, heading in enumerate(headings) if mapping.get(heading) in (*NAMES, *KEYS)]
    others = [i for i, heading in enumerate(headings) if mapping.get(heading) not in (None, *NAMES, *KEYS, *_ADDS)]
    filled = [(number, list(cells)) for number, cells in rows]
    said = []
    often = often or any(places[field] for field in _SURELY_ADDS)
    if count := _continue(filled, who, places, others) + (_complete(filled, headings, mapping) if often else 0):
        goes = "1 row says" if count == 1 else f"{count:,} rows say"
        said.append(f"{goes} not in full who is meant, and {'is' if count == 1 else 'are'} taken with the rows above")
    if not cohorts and (count := _add_programs(filled, headings, mapping)):
        said.append(f"The program was put in front of {counted(count, 'cohort name')}")
    return [(number, tuple(cells)) for number, cells in filled], said


def _continue(
    rows: Sequence[tuple[int, Row]], who: Sequence[int], places: Mapping[str, Sequence[int]], others: Sequence[int]
) -> int:
    """A row with nobody in it goes on with the person above, in a list that says somebody once and then facts."""
    adds = {index for indexes in places.values() for index in indexes}
    surely = any(places[field] for field in _SURELY_ADDS)
    going_on = [
        place
        for place, (_number, cells) in enumerate(rows)
        if place
        and all(cells[index] is None for index in (who if surely else (*who, *others)))
        and any(cells[index] is not None for index in adds)
    ]
    if not who or not (surely or len(going_on) >= _A_QUARTER * len(rows)):
        return 0
    for place in going_on:
        for index in who:
            rows[place][1][index] = rows[place - 1][1][index]
    return len(going_on)


def _complete(rows: Sequence[tuple[int, Row]], headings: Sequence[str], mapping: Mapping[str, str | None]) -> int:
    """A row with a name alone has the e-mail address and number of the one person of this name who has them."""
    names = [index for index, heading in enumerate(headings) if mapping.get(heading) in NAMES]
    keys = [index for index, heading in enumerate(headings) if mapping.get(heading) in KEYS]
    people: dict[str, set[tuple[CellValue, ...]]] = defaultdict(set)
    for _number, cells in rows:
        if any(cells[index] is not None for index in keys):
            people[_name(cells, names)].add(tuple(cells[index] for index in keys))
    completed = 0
    for _number, cells in rows:
        found = people.get(_name(cells, names), set())
        if len(found) == 1 and all(cells[index] is None for index in keys):
            for index, cell in zip(keys, next(iter(found)), strict=True):
                cells[index] = cell
            completed += 1
    return completed


def _name(cells: Row, names: Sequence[int]) -> str:
    return fold(" ".join(as_text(cells[index]).strip() for index in names if cells[index] is not None))


def _add_programs(rows: Sequence[tuple[int, Row]], headings: Sequence[str], mapping: Mapping[str, str | None]) -> int:
    """ "Upstream" beside "2021" is the cohort "Upstream 2021": two programs may have a cohort of one name."""
    cohorts = [index for index, heading in enumerate(headings) if mapping.get(heading) == "cohort"]
    programs = [index for index, heading in enumerate(headings) if is_program(heading) and not mapping.get(heading)]
    if len(cohorts) != 1 or len(programs) != 1:
        return 0
    added = set()
    for _number, cells in rows:
        program, cohort = (cells[index] for index in (programs[0], cohorts[0]))
        if program is None or cohort is None or fold(as_text(program).strip()) in fold(as_text(cohort)):
            continue
        cells[cohorts[0]] = f"{as_text(program).strip()} {as_text(cohort).strip()}"
        added.add(cells[cohorts[0]])
    return len(added)


def is_program(heading: str) -> bool:
    """Whether a column has the program that a cohort is of."""
    words = words_of(heading).split()
    return bool(words) and words[0] in _PROGRAMS and words[1:] in ([], ["name"], ["title"])
