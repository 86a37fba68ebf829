"""What may stand in the answer cells of a form: drop-downs and limits that Excel enforces. Knows no layout."""

from mentordesk.domain.check_in_rules import RECOMMEND, SCALE
from mentordesk.domain.check_ins import Fit
from mentordesk.domain.contacts import POINTS, Channel, ExchangeKind
from mentordesk.exchange.excel import text as excel_text
from mentordesk.exchange.responses.form_book import Field, FormBook

LISTS = "Lists"
"""The very hidden sheet with what the drop-downs offer: pairs and their two names."""
_LONGEST_TITLE, _LONGEST_TEXT = 32, 255
_MOST_MINUTES = 1440


def rule(field: Field, form: FormBook, cells: str, first: str) -> "object":
    """The rule of some cells, as openpyxl knows it; `first` is the first cell of the pair's column beside them."""
    from openpyxl.worksheet.datavalidation import DataValidation

    kind, formulas, error = _limits(field, form, first)
    made = DataValidation(kind, allow_blank=True, **formulas)
    made.promptTitle = excel_text.cut(excel_text.clean(field.title), _LONGEST_TITLE)
    made.prompt = excel_text.cut(excel_text.clean(field.hint), _LONGEST_TEXT)
    made.showInputMessage = bool(field.hint)
    if error:
        made.errorTitle, made.error = made.promptTitle, excel_text.cut(error, _LONGEST_TEXT)
        made.showErrorMessage = True
    made.add(cells)
    return made


def _limits(field: Field, form: FormBook, first: str) -> tuple[str | None, dict[str, str], str]:
    """The kind of rule, its formulas, and what is said of another value."""
    if field.kind in _WORDS:
        words = _WORDS[field.kind]
        return "list", {"formula1": f'"{",".join(words)}"'}, f"One of: {', '.join(words)}. The arrow shows them."
    if field.kind == "pair":
        return (
            "list",
            {"formula1": f"{LISTS}!$A$1:$A${len(form.pairs)}"},
            "Choose one of the pairs: the arrow shows them.",
        )
    if field.kind == "giver":
        return "list", {"formula1": _givers(form, first)}, "Choose one of the two: the arrow shows them."
    if field.kind == "date":
        limits = {"operator": "between", "formula1": "DATE(1990,1,1)", "formula2": "TODAY()"}
        return "date", limits, "Write a day that has passed, such as 4 Jun 2026."
    if field.kind == "minutes":
        limits = {"operator": "between", "formula1": "0", "formula2": str(_MOST_MINUTES)}
        return "whole", limits, f"Minutes are a whole number from 0 to {_MOST_MINUTES:,}."
    return None, {}, ""


def _givers(form: FormBook, first: str) -> str:
    """The two names of the pair; in a form of many, of the pair that is chosen in the same row."""
    if form.single:
        return f"{LISTS}!$B$1:$C$1"
    return f"OFFSET({LISTS}!$B$1,MATCH({first},{LISTS}!$A$1:$A${len(form.pairs)},0)-1,0,1,2)"


_WORDS = {
    "scale": tuple(map(str, SCALE)),
    "recommend": tuple(map(str, RECOMMEND)),
    "fit": tuple(fit.word for fit in Fit),
    "channel": tuple(channel.word for channel in Channel),
    "exchange": tuple(kind.word for kind in ExchangeKind),
    "points": tuple(map(str, POINTS)),
}
