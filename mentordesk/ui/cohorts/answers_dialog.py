"""The latest answers of each pair to one question, the lowest first: what stands behind a mean."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from mentordesk.domain.check_ins import PairAnswers
from mentordesk.ui import theme
from mentordesk.ui.widgets.column import Column
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.row_table import RowTable
from mentordesk.ui.workplace import Workplace

_NOT_ASKED = 6


class AnswersDialog(Dialog):
    """A list to look at; double click or Enter goes to the pair."""

    def __init__(
        self,
        workplace: Workplace,
        parent: QWidget,
        title: str,
        question: str,
        pairs: Sequence[PairAnswers],
        sides: tuple[str, str],
    ) -> None:
        super().__init__(title, parent, primary="Show the pair", cancel="Close", width=480)
        self._workplace = workplace
        self.table = RowTable(_columns(question, sides), name=title, several=False)
        self.table.set_rows(sorted(pairs, key=lambda pair: _rank(pair, question)))
        self.table.setMinimumHeight(theme.current().row("line") * 10)
        self.table.opened.connect(self._show_pair)
        self.body.addWidget(self.table, 1)
        first = self.table.rows_model.shown_rows()
        self.primary.setEnabled(bool(first))
        if first:
            self.table.select([first[0].id])

    def commit(self) -> bool:
        """Goes to the selected pair."""
        self._show_pair(self.table.current_id())
        return True

    def _show_pair(self, pair_id: int | None) -> None:
        if pair_id is not None:
            self.accept()
            self._workplace.go("pairs", pair_id)


def _rank(pair: PairAnswers, question: str) -> tuple[int, int]:
    """Pairs with the lowest single answer first, then those with the lowest sum."""
    given = [answer or _NOT_ASKED for answer in pair.answer(question)]
    return min(given), sum(given)


def _columns(question: str, sides: tuple[str, str]) -> tuple[Column, ...]:
    def column(side: int) -> Column:
        def answer(pair: PairAnswers) -> int | None:
            return pair.answer(question)[side]

        def words(pair: PairAnswers) -> str:
            return "–" if answer(pair) is None else str(answer(pair))

        return Column(("left", "right")[side], sides[side], words, answer, "right", 96)

    name: Column[PairAnswers] = Column(
        "pair", "Pair", lambda pair: pair.pair, width=180, stretch=True, kind="strong", fixed=True
    )
    return name, column(0), column(1)
