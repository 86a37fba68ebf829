"""Two short forms of a check-in on paper, a page a side, and where they are printed. Knows no desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from mentordesk.domain.check_in_rules import RECOMMEND, SCALE, PulseQuestion

_BOX = "&#9633;"
_PAGE = "<div style='page-break-before:always'></div>"
_NOTE = "What you write in your own words is read by the coordinator alone. There are no right answers."
_LINES = 4


@dataclass(frozen=True)
class Paper:
    """Whom a form is for, with whom that person is a pair, what is asked."""

    name: str
    other: str
    questions: Sequence[PulseQuestion]
    asks_fit: bool


def document(papers: Sequence[Paper]) -> QTextDocument:
    """The forms as a document, in black on white whatever the theme."""
    made = QTextDocument()
    made.setHtml(f"<body style='color:#000000'>{_PAGE.join(_page(paper) for paper in papers)}</body>")
    return made


def _page(paper: Paper) -> str:
    name, other = escape(paper.name), escape(paper.other)
    scale = _choices(SCALE)
    rows = [(escape(question.text), scale) for question in paper.questions]
    rows += [(f"What did I get from {other}?<br><small>1 nothing, 5 a great deal</small>", scale)]
    rows += [(f"What did I give {other}?<br><small>1 nothing, 5 a great deal</small>", scale)]
    rows += [("Would I recommend it to a colleague?<br><small>0 not at all, 10 gladly</small>", _choices(RECOMMEND))]
    if paper.asks_fit:
        rows += [
            ("Are the two of us a good fit?", f"{_BOX} good &nbsp; {_BOX} still deciding &nbsp; {_BOX} not a good fit")
        ]
    table = "".join(f"<tr><td width='46%'>{asked}</td><td>{answer}</td></tr>" for asked, answer in rows)
    blank = "<hr><p>&nbsp;</p>" * _LINES
    return (
        f"<h2>Check-in</h2><p><b>{name}</b>, on working with {other} &nbsp;&nbsp; Day: ____________</p>"
        f"<p>Tick one box each: 1 not at all, 5 fully. It takes three minutes.</p>"
        f"<table width='100%' cellpadding='7' border='0'>{table}</table>"
        f"<p><b>In your own words</b></p><p>&nbsp;</p>{blank}<p><small>{_NOTE}</small></p>"
    )


def _choices(scale: range) -> str:
    gap = " &nbsp; " if len(scale) <= len(SCALE) else " "
    return gap.join(f"{number}&nbsp;{_BOX}" for number in scale)


def print_forms(papers: Sequence[Paper], parent: QWidget) -> bool:
    """Asks for a printer with the system's dialog and prints; False where that was cancelled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Print two short forms")
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    document(papers).print_(printer)
    return True
