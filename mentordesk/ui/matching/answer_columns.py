"""The columns of the list of proposed pairs: the two, what each side said, since when one waits. Knows no desk."""

from collections.abc import Callable
from datetime import date

from mentordesk.domain import pair_answers
from mentordesk.domain.dates import long
from mentordesk.domain.pair_answers import AnswerRow
from mentordesk.domain.standing import Side
from mentordesk.ui.widgets.column import ChipCell, Column, PairCell

Today = Callable[[], date]


def columns(today: Today) -> tuple[Column, ...]:
    """Pair, the answers of the left and the right side, waiting since, and the fit."""
    left, right = (_answer_column(side, today) for side in Side)
    return (
        Column("pair", "Pair", lambda row: row.name, width=176, stretch=True, kind="pair", value=_names),
        left,
        right,
        Column(
            "waiting",
            "Waiting",
            pair_answers.waiting_words,
            sort=_urgency,
            width=112,
            kind="secondary",
            tip=_since,
            accessible=_since,
            header_tip="How long an answer is waited for",
        ),
        Column("fit", "Fit", _fit, sort=lambda row: row.fit, width=48, align="right", tip=_fit_tip),
    )


def _answer_column(side: Side, today: Today) -> Column:
    def words(row: AnswerRow) -> str:
        answer = row.answer(side)
        return pair_answers.answer_words(answer, today()) if answer or row.proposed else "No answer"

    def chip(row: AnswerRow) -> ChipCell:
        answer = row.answer(side)
        if answer is None:
            return ChipCell(words(row), "outline")
        return ChipCell(words(row), *(("good", "check") if answer.accepted else ("neutral", "close")))

    def tip(row: AnswerRow) -> str:
        answer = row.answer(side)
        note = f": {answer.note}" if answer and answer.note else ""
        return f"{row.person(side)}: {words(row)[:1].lower()}{words(row)[1:]}{note}"

    title = "Mentor’s answer" if side is Side.LEFT else "Mentee’s answer"
    return Column(side.value, title, words, width=172, kind="chip", value=chip, tip=tip, accessible=tip)


def _names(row: AnswerRow) -> PairCell:
    titles = " & ".join(title for title in (row.left_title, row.right_title) if title)
    return PairCell(row.left, row.right, ", ".join(part for part in (row.circle, titles) if part))


def _urgency(row: AnswerRow) -> tuple[int, int]:
    """Longest waited first, then those who may start, then declined ones."""
    return (2 if row.declined else 1 if row.ready else 0, -(row.days or 0))


def _since(row: AnswerRow) -> str:
    words = pair_answers.waiting_words(row)
    return f"{words}, proposed on {long(row.proposed_on)}" if row.proposed_on else words


def _fit(row: AnswerRow) -> str:
    return "–" if row.fit is None else pair_answers.points(row.fit)


def _fit_tip(row: AnswerRow) -> str:
    if row.fit is None:
        return "No draft has this pair: it was made by hand"
    return f"Fit {pair_answers.points(row.fit)} of 100 in the newest draft with this pair"
