"""What the bar below the steps says at each of them, and why one cannot go on. Knows no widget."""

from dataclasses import dataclass

from mentordesk.domain.importing import Preview, RowState
from mentordesk.ui.imports import wording
from mentordesk.ui.imports.draft import Draft

FILE, COLUMNS, ROWS, AGREE, DONE = 1, 2, 3, 4, 5
_READ_ONLY = "This desk is open to read only: nothing can be imported here"


@dataclass(frozen=True, slots=True)
class FootWords:
    """`onward` is empty where the button keeps its words; `why_not` says why it is off, `imports` that it stores;
    `short` is for where there is no room for all `words`."""

    words: str = ""
    onward: str = ""
    why_not: str = ""
    save_wrong: str = ""
    back: bool = False
    imports: bool = False
    has_file: bool = True
    short: str = ""


def foot_words(step: int, draft: Draft | None, preview: Preview | None, why_none: str, read_only: bool) -> FootWords:
    """`why_none` says why there is no preview, if that is known."""
    if draft is None or step == DONE:
        return FootWords(has_file=False)
    if step == FILE:
        return FootWords(onward="Match columns")
    if preview is None:
        onward = "Check rows" if step == COLUMNS else ""
        return FootWords(onward=onward, why_not=why_none or "The rows are being read", back=True, imports=step >= ROWS)
    if step == COLUMNS:
        return FootWords(wording.outlook(preview), "Check rows", back=True, short=wording.outlook(preview, False))
    return _last(step, draft, preview, read_only)


def _last(step: int, draft: Draft, preview: Preview, read_only: bool) -> FootWords:
    wrong = preview.count(RowState.WRONG)
    save = f"Save the {wording.rows(wrong).removeprefix('1 ')} to Excel…" if wrong and step == ROWS else ""
    first = step == ROWS and bool(preview.careers or preview.partings)
    onward = wording.look_at(preview) if first else wording.do_it(preview, draft)
    why_not = ""
    if read_only and not first:
        why_not = _READ_ONLY
    elif not first and not wording.to_do(preview) and not wording.accepted(preview, draft):
        why_not = "There is no row to import: none is new or changes anything"
    words, short = wording.outlook(preview), wording.outlook(preview, False)
    return FootWords(words, onward, why_not, save, back=True, imports=not first, short=short)
