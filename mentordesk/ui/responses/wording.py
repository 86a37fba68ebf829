"""What the dialog that collects answers says: counts, states, the toast. Knows no widget."""

from mentordesk.domain.dates import day_month, long
from mentordesk.domain.responses import ResponsePreview, ResponseResult, ResponseRow, ResponseState
from mentordesk.domain.wording import counted

TONES = {
    ResponseState.FIX: ("risk", ""),
    ResponseState.UNKNOWN: ("risk", ""),
    ResponseState.CHANGED: ("accent", ""),
    ResponseState.LATE: ("watch", ""),
    ResponseState.NEW: ("good", ""),
    ResponseState.DUPLICATE: ("neutral", ""),
    ResponseState.LEFT_OUT: ("outline", ""),
}
FILTERS = [(state.value, state.word) for state in ResponseState]


def take(preview: ResponsePreview | None) -> str:
    """The button that takes what can be taken."""
    number = preview.to_take if preview is not None else 0
    return f"Take {counted(number, 'answer')}" if number else "Take answers"


def told(preview: ResponsePreview) -> str:
    """What stays out, in a line; empty where nothing does."""
    unknown = preview.count(ResponseState.UNKNOWN)
    left = [
        (preview.count(ResponseState.FIX), "to fix"),
        (unknown, "from somebody unknown" if unknown == 1 else "from people unknown"),
        (preview.count(ResponseState.DUPLICATE), "there already"),
        (preview.count(ResponseState.LEFT_OUT), "left out by hand"),
    ]
    parts = [f"{number} {words}" for number, words in left if number]
    return f"Not taken: {', '.join(parts)}" if parts else ""


def done(result: ResponseResult, preview: ResponsePreview | None = None) -> str:
    """The toast: "12 answers taken: 8 check-ins, 4 contacts; 2 left to fix"."""
    kinds = ((result.check_ins, "check-in"), (result.contacts, "contact"), (result.exchanges, "exchange"))
    parts = [counted(number, word) for number, word in kinds if number]
    late = f", {result.late} late" if result.late else ""
    open_ones = preview.count(ResponseState.FIX) + preview.count(ResponseState.UNKNOWN) if preview else 0
    left = f"; {open_ones} left to fix" if open_ones else ""
    return f"{counted(result.taken, 'answer')} taken: {', '.join(parts)}{late}{left}"


def second_line(row: ResponseRow) -> str:
    """Below who answered: with whom, or why it is not known."""
    if row.state in (ResponseState.UNKNOWN, ResponseState.FIX) and row.problems and row.pair_id is None:
        return row.problems[0].sentence
    return row.pair


def heading(row: ResponseRow) -> str:
    """The title of the card about one response."""
    who = row.who or row.pair or "Nobody"
    day = f", {long(row.on)}" if row.on is not None else ""
    return f"{row.kind.word} of {who}{day}"


def day(row: ResponseRow) -> str:
    """The day in a narrow column."""
    return day_month(row.on, row.on) if row.on is not None else ""


def changed(before: str, after: str) -> str:
    """A field before and after."""
    return f"{before} → {after}" if before else after
