"""What the page says about an import: sentences made of counts. Knows no widget."""

from mentordesk.domain.importing import ImportResult, Preview, RowState, Shape
from mentordesk.domain.people import CareerKind
from mentordesk.domain.wording import counted
from mentordesk.ui.imports.draft import Draft

MadeLine = tuple[str, str, str]
"""Icon, token of its color, words."""


def facts(draft: Draft | None) -> str:
    """The line below the title."""
    if draft is None:
        return "People from an Excel or CSV file, checked row by row before anything is stored"
    sheet = f", sheet “{draft.table.name}”" if draft.table.name else ""
    return f"{draft.path.name}{sheet}, {rows(len(draft.table.body))}. Nothing is stored before step 4"


def rows(count: int) -> str:
    return f"{count:,} row{'' if count == 1 else 's'}"


def people(count: int) -> str:
    return "1 person" if count == 1 else f"{count:,} people"


def outlook(preview: Preview, whole: bool = True) -> str:
    """What the import will do and what stays out; not `whole` without what it leaves as it is."""
    new, changed = preview.count(RowState.NEW), preview.count(RowState.CHANGED)
    same, wrong = preview.count(RowState.UNCHANGED), preview.count(RowState.WRONG)
    parts = [f"{new:,} new, {changed:,} updated" + (f", {same:,} unchanged" if same and whole else "")]
    one, many = ("person", "people") if preview.shape is Shape.PAIRS else ("row", "rows")
    if wrong:
        parts.append(f"1 {one} with a problem stays out" if wrong == 1 else f"{wrong:,} {many} with a problem stay out")
    return ". ".join(parts)


def to_do(preview: Preview) -> int:
    """How many rows an import would store."""
    return preview.count(RowState.NEW) + preview.count(RowState.CHANGED)


def accepted(preview: Preview, draft: Draft) -> int:
    """How many career proposals are ticked."""
    return sum(it.key not in draft.declined for it in preview.careers)


def look_at(preview: Preview) -> str:
    """The button that leads to what is to be agreed to."""
    if preview.careers:
        return f"Look at {counted(len(preview.careers), 'career change')}"
    return f"Look at {counted(len(preview.partings), 'pair')} of leavers"


def do_it(preview: Preview, draft: Draft) -> str:
    """The button that imports: "Import 44 rows", "Import 44 rows, 5 milestones"."""
    count, careers = to_do(preview), accepted(preview, draft)
    if careers and not count:
        return f"Record {counted(careers, 'milestone')}"
    what = people(count) if preview.shape is Shape.PAIRS else rows(count)
    return f"Import {what}" + (f", {counted(careers, 'milestone')}" if careers else "")


def will_be_made(preview: Preview, draft: Draft) -> list[MadeLine]:
    """What the import will store, a line each."""
    new, changed = preview.count(RowState.NEW), preview.count(RowState.CHANGED)
    same, wrong = preview.count(RowState.UNCHANGED), preview.count(RowState.WRONG)
    past = " with their past cohorts" if has_past(preview) else ""
    found = [("people", "text2", _who(new, changed) + past)]
    found += [("info", "text2", note) for note in preview.notes]
    if preview.careers:
        milestones = counted(len(preview.careers), "career milestone")
        found.append(("career", "text2", f"{accepted(preview, draft):,} of {milestones}"))
    if same:
        found.append(("check", "text3", f"{people(same)} unchanged"))
    if wrong:
        found.append(("warning", "risk", f"{rows(wrong)} with a problem stay{'s' if wrong == 1 else ''} out"))
    return found


def besides(preview: Preview) -> list[MadeLine]:
    """What becomes of the desk besides the rows, a line each."""
    found = [("info", "text2", note) for note in preview.notes]
    if preview.careers:
        found.append(("career", "text2", f"{counted(len(preview.careers), 'career change')} to agree to in step 4"))
    if preview.partings:
        found.append(("pairs", "text2", f"{counted(len(preview.partings), 'pair')} of people who have left"))
    return found


def _who(new: int, changed: int) -> str:
    """ "2 people added, 3 updated", without what there is none of."""
    parts = [f"{people(new)} added"] if new else []
    if changed or not new:
        parts.append(f"{changed:,} updated" if new else f"{people(changed)} updated")
    return ", ".join(parts)


def departs(preview: Preview, draft: Draft) -> bool:
    """Whether a departure is ticked: then Today asks what becomes of the pairs."""
    return any(it.kind is CareerKind.DEPARTURE and it.key not in draft.declined for it in preview.careers)


def has_past(preview: Preview) -> bool:
    """Whether a row says what people were in earlier cohorts."""
    places = preview.shape is Shape.PAIRS and any(row.texts.get("cohort") for row in preview.rows)
    return places or preview.shape in (Shape.HISTORY, Shape.WIDE)


def was_made(result: ImportResult, preview: Preview) -> list[MadeLine]:
    """What the import has stored, a line each."""
    past = " with their past cohorts" if has_past(preview) else ""
    found = [("people", "text2", _who(result.new, result.changed) + past)]
    if result.left:
        have = "has" if result.left == 1 else "have"
        found.append(("info", "text2", f"{result.left:,} of them {have} left: kept, and not counted among the people"))
    if result.careers:
        found.append(("career", "text2", f"{counted(result.careers, 'career milestone')} recorded"))
    if result.unchanged:
        found.append(("check", "text3", f"{people(result.unchanged)} unchanged"))
    if result.wrong:
        found.append(("warning", "risk", f"{rows(result.wrong)} left out"))
    return found


def done(result: ImportResult) -> str:
    """The toast: who came in, who was here and is told of anew, and what was left out."""
    parts = [f"{people(result.new)} imported"] if result.new or not (result.changed or result.careers) else []
    if result.changed:
        parts.append(f"{result.changed:,} updated" if parts else f"{people(result.changed)} updated")
    if result.left:
        parts.append(f"{result.left:,} of them {'has' if result.left == 1 else 'have'} left")
    if result.careers:
        parts.append(f"{counted(result.careers, 'career milestone')} recorded")
    if result.wrong:
        parts.append(f"{rows(result.wrong)} left out")
    return ", ".join(parts)
