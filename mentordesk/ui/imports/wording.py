"""What the page says about an import: sentences made of counts. Knows no widget."""

from mentordesk.domain.importing import ImportResult, Preview, RowState
from mentordesk.ui.imports.draft import Draft


def facts(draft: Draft | None) -> str:
    """The line below the title."""
    if draft is None:
        return "People from an Excel or CSV file, checked row by row before anything is stored"
    sheet = f", sheet “{draft.table.name}”" if draft.table.name else ""
    return f"{draft.path.name}{sheet}, {rows(len(draft.table.body))}. Nothing is stored before step 4"


def rows(count: int) -> str:
    return f"{count:,} row{'' if count == 1 else 's'}"


def outlook(preview: Preview) -> str:
    """What the import will do and what stays out."""
    new, changed = preview.count(RowState.NEW), preview.count(RowState.CHANGED)
    same, wrong = preview.count(RowState.UNCHANGED), preview.count(RowState.WRONG)
    parts = [f"{new:,} new, {changed:,} updated" + (f", {same:,} unchanged" if same else "")]
    if wrong:
        parts.append(
            "The row with a problem stays out until it is fixed"
            if wrong == 1
            else f"The {wrong:,} rows with a problem stay out until they are fixed"
        )
    return ". ".join(parts)


def done(result: ImportResult) -> str:
    """The toast: who came in, and what was left out."""
    count = result.new + result.changed
    people = "1 person" if count == 1 else f"{count:,} people"
    left = f", {rows(result.wrong)} left out" if result.wrong else ""
    return f"{people} imported{left}"


def to_do(preview: Preview) -> int:
    """How many rows an import would store."""
    return preview.count(RowState.NEW) + preview.count(RowState.CHANGED)
