"""The story collection: which stories there are and, of those both agreed to, every answer. Rows in, sheets out."""

from mentordesk.domain.reporting import ReportRows
from mentordesk.domain.standalone_reports import StoryBook, StoryLine
from mentordesk.domain.wording import counted
from mentordesk.exchange.reports.lists.parts import columns, table
from mentordesk.exchange.workbook import Cells, Column, Sheet, TableSheet, Tint, Total

_STATES = (Tint("good", word="Both agreed"),)


def sheets(rows: ReportRows) -> tuple[Sheet, ...]:
    """The stories with how far they are, and the words of those that may appear."""
    own: StoryBook = rows.own
    return (_stories(own), _words(own))


def _stories(own: StoryBook) -> TableSheet:
    heads = (
        Column("Pair", total=Total("count"), noun=("story", "stories")),
        Column("Cohort"),
        Column("State", tints=_STATES, total=Total("count_of", word="Both agreed"), noun=("agreed", "agreed")),
        *columns("Title, Quote", "note"),
        *columns("Interview, Mentor agreed on, Mentee agreed on", "date"),
        Column("Answered", "integer"),
        Column("Questions", "of"),
    )
    return table("Stories", "Stories", heads, [_story(row) for row in own.stories], _remark(own))


def _remark(own: StoryBook) -> str:
    if not own.waiting:
        return ""
    verb, its = ("waits", "its") if own.waiting == 1 else ("wait", "their")
    stories = "1 story" if own.waiting == 1 else f"{own.waiting} stories"
    return f"{stories} {verb} for an answer or a consent; {its} words are not in this report."


def _story(row: StoryLine) -> Cells:
    return (
        *(row.pair, row.cohort, row.state, row.title, row.quote, row.interview_on),
        *(row.left_agreed_on, row.right_agreed_on, row.answered, row.questions),
    )


def _words(own: StoryBook) -> TableSheet:
    heads = (Column("Pair"), Column("Question", "note"), Column("Who"), Column("Answer", "note", width=60))
    rows = [(row.pair, row.question, row.who, row.answer) for row in own.words]
    remark = f"{counted(len(own.words), 'answer')} of stories that both have agreed to."
    return table("Answers", "Answers", heads, rows, remark)
