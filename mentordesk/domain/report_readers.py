"""What each reader of a report may see: a filter over its rows, before anything is laid out. Knows no workbook.

HR sees everything but confidential comments, which only a coordinator adds by name. A program lead sees the same of
one program. Managers see no mentee by name, nothing written in free words and no single answer. Everybody else sees
figures alone.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import TypeVar

from mentordesk.domain.closing import NamedBenefits
from mentordesk.domain.contacts import ContactRow, ExchangeRow
from mentordesk.domain.metrics.model import Breakdown, Measure, Metrics, Section
from mentordesk.domain.milestones import MilestoneRow, owner_name
from mentordesk.domain.pairs import PairRow
from mentordesk.domain.report_lists import GoalLine, QualityLine, UnpairedLine
from mentordesk.domain.report_names import Called, Naming
from mentordesk.domain.reporting import (
    CheckInLine,
    Listed,
    NameStyle,
    ParticipantRow,
    Passing,
    Reader,
    ReportKind,
    ReportRows,
)
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.domain.standing import Side

RowT = TypeVar("RowT")
_FIGURES = frozenset(
    {
        *(ReportKind.PROGRAM, ReportKind.OUTCOMES, ReportKind.BENEFITS),
        *(ReportKind.ENGAGEMENT, ReportKind.OVER_THE_YEARS),
    }
)
_NOT_FOR_MANAGERS = frozenset(
    {
        *(ReportKind.CHECK_INS, ReportKind.GOALS, ReportKind.DATA_QUALITY, ReportKind.WITHOUT_PAIR),
        *(ReportKind.MAIL_MERGE, ReportKind.PERSONAL_DATA, ReportKind.STORIES, ReportKind.ENDURING),
    }
)
_OWN_MILESTONE = "Milestone of their own"
_NOT_FOR_LEADS = frozenset({ReportKind.PERSONAL_DATA})


def may_see(reader: Reader, kind: ReportKind) -> bool:
    """Whether a reader is given a report, or a sheet of the program report, at all."""
    if reader is Reader.PUBLIC:
        return kind in _FIGURES
    if reader is Reader.MANAGER:
        return kind not in _NOT_FOR_MANAGERS
    return reader is Reader.HR or kind not in _NOT_FOR_LEADS


def style_for(reader: Reader, style: NameStyle) -> NameStyle:
    """How people are called at most: in what everybody may read nobody is named."""
    return NameStyle.NONE if reader is Reader.PUBLIC else style


def needs_program(reader: Reader, scope: Scope) -> bool:
    """Whether the scope is too wide: a lead is given one program, not the whole desk."""
    return reader is Reader.LEAD and scope == EVERYTHING


def hides_mentees(reader: Reader) -> bool:
    """Whether those who learn, mentees and peers, stay unnamed."""
    return reader is Reader.MANAGER


def has_answers(reader: Reader) -> bool:
    """Whether a few answers may be shown: the others see averages of the smallest group on."""
    return reader is Reader.HR


def sees_groups(reader: Reader) -> bool:
    """Whether figures may be told apart by department, gender and other fields of people."""
    return reader in (Reader.HR, Reader.LEAD)


def for_reader(rows: ReportRows, naming: Naming) -> ReportRows:
    """The rows as the report's reader may have them, in its style.

    Wherever a name is left out, so is everything in free words, which may name anybody; e-mail addresses and employee
    numbers, which name a person too; and the texts among the custom fields.
    """
    if naming.full:
        return rows if rows.reader is Reader.HR else replace(rows, has_comments=False)
    return replace(
        _about(rows, naming),
        cohorts=[replace(row, name=naming.masked(row.name)) for row in rows.cohorts],
        participants=_reordered(
            rows.participants.mapped(lambda row: _participant(row, naming, rows.custom_fields)),
            lambda row: row.cohort,
            lambda row: row.name,
        ),
        pairs=_reordered(
            rows.pairs.mapped(lambda row: _pair(row, naming)),
            lambda row: (row.health, row.days),
            lambda row: row.name,
        ),
        milestones=rows.milestones.mapped(lambda row: _milestone(row, naming)),
        contacts=rows.contacts.mapped(lambda row: _contact(row, naming)),
        exchanges=rows.exchanges.mapped(lambda row: _exchange(row, naming.sides[row.pair_id])),
        check_ins=rows.check_ins.mapped(lambda row: _check_in(row, naming)),
        named=replace(rows.named, sides=tuple(_named(row, naming.sides[row.pair_id]) for row in rows.named.sides)),
        goals=_reordered(
            rows.goals.mapped(lambda row: _goal(row, naming)), lambda row: row.cohort, lambda row: row.pair
        ),
        unpaired=_reordered(
            rows.unpaired.mapped(lambda row: _unpaired(row, naming)),
            lambda row: (row.cohort, row.role),
            lambda row: row.name,
        ),
        quality=_reordered(
            rows.quality.mapped(lambda row: _quality(row, naming)), lambda row: row.finding, lambda row: row.about
        ),
        metrics=_metrics(rows.metrics, rows.reader, naming) if rows.metrics is not None else None,
    )


def _reordered(found: Listed[RowT], group: Callable[[RowT], Hashable], shown: Callable[[RowT], str]) -> Listed[RowT]:
    """Each group by what its rows are called here: in the order of their names, the unnamed would tell where they stand
    in the alphabet, and who knows all names could count. Rows that pass are ordered where they are read."""
    if isinstance(found.rows, Passing):
        return found
    place: dict[Hashable, int] = {}
    for row in found.rows:
        place.setdefault(group(row), len(place))
    order = sorted(found.rows, key=lambda row: (place[group(row)], *_order(shown(row))))
    return Listed(order, found.count)


def _order(name: str) -> tuple[str, int]:
    """ "Mentor 2" before "Mentor 12"."""
    words = name.rstrip("0123456789")
    return words.casefold(), int(name[len(words) :] or 0)


def _about(rows: ReportRows, naming: Naming) -> ReportRows:
    """What the report says of itself, and the custom fields it has; answers to own questions are figures."""
    return replace(
        rows,
        desk=naming.masked(rows.desk),
        scope=naming.masked(rows.scope),
        facts=naming.masked(rows.facts),
        has_comments=False,
        custom_fields=rows.custom_fields if rows.reader is Reader.HR else (),
        own_questions=[naming.masked(question) for question in rows.own_questions],
    )


def _participant(row: ParticipantRow, naming: Naming, fields: Sequence[str]) -> ParticipantRow:
    known = replace(
        row,
        name=naming.person(row.person_id, row.name, f"Participant {row.person_id}"),
        email="",
        employee_number="",
        cohort=naming.masked(row.cohort),
        company=naming.masked(row.company),
        department=naming.masked(row.department),
        location=naming.masked(row.location),
        title="" if naming.bare else naming.masked(row.title),
        custom={name: naming.masked(words) for name, words in row.custom.items() if name in fields},
    )
    if row.person_id not in naming.hidden:
        return known
    # Whoever works beside them knows who is the engineer of level 5 in Leeds.
    return replace(known, title="", department="", location="", company="", level=None, custom={})


def _pair(row: PairRow, naming: Naming) -> PairRow:
    sides = naming.sides[row.id]
    return replace(
        row,
        left=sides.left,
        right=sides.right,
        left_email="",
        right_email="",
        left_title="",
        right_title="",
        introduced_by="",
        cohort=naming.masked(row.cohort),
        program=naming.masked(row.program),
        circle=naming.masked(row.circle),
        # Of somebody's own people a manager need not know that a pair was not a good fit.
        end_reason=None if naming.hidden else row.end_reason,
    )


def _milestone(row: MilestoneRow, naming: Naming) -> MilestoneRow:
    sides = naming.sides[row.pair_id]
    return replace(
        row,
        left=sides.left,
        right=sides.right,
        # A step of the plan is the program's word; one added by hand was written for these two.
        title=naming.masked(row.title) if row.step_id is not None else _OWN_MILESTONE,
        owner_name=_owner(row, sides),
        cohort=naming.masked(row.cohort),
        skip_reason="",
        note="",
    )


def _owner(row: MilestoneRow, sides: Called) -> str:
    """Who does it: initials by their first letter, the unnamed in full ("Mentor 12", never "Mentor")."""
    first, second = (
        side if side[-1:].isdigit() else side.split()[0] for side in (sides.left or "–", sides.right or "–")
    )
    word = owner_name(row.owner, "L", "R", row.format)
    return {"L": first, "R": second}.get(word, word)


def _contact(row: ContactRow, naming: Naming) -> ContactRow:
    return replace(row, pair=naming.sides[row.pair_id].pair, cohort=naming.masked(row.cohort), note="")


def _exchange(row: ExchangeRow, sides: Called) -> ExchangeRow:
    other = Side.RIGHT if row.side is Side.LEFT else Side.LEFT
    return replace(row, pair=sides.pair, giver=sides.of(row.side), receiver=sides.of(other), what="", skill="")


def _check_in(row: CheckInLine, naming: Naming) -> CheckInLine:
    sides = naming.sides[row.pair_id]
    own = {naming.masked(question): answer for question, answer in row.own.items()}
    return replace(row, pair=sides.pair, who=sides.of(row.side), own=own, comment="")


def _named(row: NamedBenefits, sides: Called) -> NamedBenefits:
    return replace(row, pair=sides.pair, name=sides.of(row.side), own_words=())


def _goal(row: GoalLine, naming: Naming) -> GoalLine:
    sides = naming.sides[row.pair_id]
    who = sides.of(row.owner) if row.owner is not None else "Both"
    return replace(row, pair=sides.pair, who=who, title="", cohort=naming.masked(row.cohort))


def _unpaired(row: UnpairedLine, naming: Naming) -> UnpairedLine:
    name = naming.person(row.person_id, row.name, f"Participant {row.person_id}")
    known = replace(row, name=name, email="", title="", cohort=naming.masked(row.cohort))
    if row.person_id in naming.hidden:
        return replace(known, department="", location="")
    return replace(known, department=naming.masked(row.department), location=naming.masked(row.location))


def _quality(row: QualityLine, naming: Naming) -> QualityLine:
    if row.pair_id is not None:
        about = naming.sides[row.pair_id].pair
    elif row.person_id is not None:
        about = naming.person(row.person_id, row.about, f"Participant {row.person_id}")
    else:
        about = naming.masked(row.about)
    return replace(row, about=about, what=naming.masked(row.what), cohort=naming.masked(row.cohort))


def _metrics(metrics: Metrics, reader: Reader, naming: Naming) -> Metrics:
    """Figures name cohorts, companies and milestones, which may be called after people."""
    groups = metrics.breakdowns if sees_groups(reader) else ()
    compared = metrics.compared
    if compared is not None and not sees_groups(reader):
        compared = replace(compared, strata=())
    return replace(
        metrics,
        sections=tuple(_section(section, naming) for section in metrics.sections),
        breakdowns=tuple(_breakdown(each, naming) for each in groups),
        cohorts=tuple(replace(column, name=naming.masked(column.name)) for column in metrics.cohorts),
        compared=replace(compared, strata=tuple(_breakdown(each, naming) for each in compared.strata))
        if compared
        else None,
    )


def _section(section: Section, naming: Naming) -> Section:
    measures = tuple(replace(each, title=_title(each, naming)) for each in section.measures)
    return replace(section, measures=measures, remark=naming.masked(section.remark))


def _title(measure: Measure, naming: Naming) -> str:
    """Of a milestone that a pair has set itself the figure says no more than that."""
    at = "Stuck at "
    if measure.title.startswith(at) and measure.title.removeprefix(at) not in naming.steps:
        return at + _OWN_MILESTONE[0].lower() + _OWN_MILESTONE[1:]
    return naming.masked(measure.title)


def _breakdown(breakdown: Breakdown, naming: Naming) -> Breakdown:
    rows = tuple(replace(row, value=naming.masked(row.value)) for row in breakdown.rows)
    return replace(breakdown, title=naming.masked(breakdown.title), rows=rows)
