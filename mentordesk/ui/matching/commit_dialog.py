"""Commit: the pairs that will be made, who stays without one, rules that are broken; then a backup and one step."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentordesk.domain.errors import CancelledError
from mentordesk.domain.matching.draft import Draft, MatchSheet
from mentordesk.domain.matching.result import Proposal
from mentordesk.domain.text import fold
from mentordesk.domain.wording import counted, listed
from mentordesk.ui.errors import show_error
from mentordesk.ui.matching.proposal_rows import ProposalRow, Way, rows_of
from mentordesk.ui.progress_dialog import run_job
from mentordesk.ui.widgets.column import Column, PairCell
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.label import icon_label, label, row
from mentordesk.ui.widgets.row_table import RowTable
from mentordesk.ui.widgets.segments import SegmentedControl
from mentordesk.ui.workplace import Workplace

NO_PAIR = "There is no pair to commit"
_MOST_ROWS = 8
_NAMED = 8


class CommitDialog(Dialog):
    """What is about to be made, to be looked at once more. `rounds` are of the draft, in order."""

    def __init__(self, parent: QWidget | None, sheet: MatchSheet, rounds: tuple[Proposal, ...], number: int) -> None:
        super().__init__("", parent, primary="Commit", width=560)
        self._sheet, self._rounds = sheet, rounds
        self.round = SegmentedControl([(at, f"Round {at}") for at in range(1, len(rounds) + 1)], "Round")
        self.round.setVisible(len(rounds) > 1)
        self.round.choose(number)
        self.round.chosen.connect(lambda _number: self._show_round())
        self.intro = label("", "body", "text2", wrap=True)
        self.table = RowTable(_columns(sheet.peers), name="Pairs to be proposed", several=False, row="line")
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.broken = label("", "body", "risk", wrap=True)
        self._broken_mark = icon_label("warning", "risk", 16)
        self.left = label("", "body", "text2", wrap=True)
        self.safe = label(
            "The desk is backed up before. Ctrl+Z takes all pairs back in one step.", "caption", "text2", wrap=True
        )
        for part in (self.round, self.intro, self.table):
            self.body.addWidget(part)
        broken = row(self._broken_mark, self.broken, gap=7)
        broken.setStretch(1, 1)
        broken.setAlignment(self._broken_mark, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(broken)
        self.body.addWidget(self.left)
        self.body.addWidget(self.safe)
        self._show_round()
        self.primary.setFocus()

    def number(self) -> int:
        """The round that is committed, from 1."""
        return int(self.round.choice())

    def _show_round(self) -> None:
        proposal = self._rounds[self.number() - 1]
        pairs = counted(len(proposal.pairs), "pair")
        words = f" of round {self.number()}" if len(self._rounds) > 1 else ""
        self.title.setText(f"Commit {pairs}{words}?" if proposal.pairs else f"No pair{words} to commit")
        self.primary.setEnabled(bool(proposal.pairs))
        self.primary.setToolTip("" if proposal.pairs else NO_PAIR)
        self.primary.setText(f"Commit {pairs}")
        self.intro.setText(
            f"They become proposed pairs of {self._sheet.cohort}. Nobody is written to: you tell them when you like."
        )
        settings = self._sheet.draft.settings if self._sheet.draft else None
        circles = settings is not None and any(pair.circle for pair in proposal.pairs)
        found = rows_of(proposal, self._sheet.people, {}, Way(self._sheet.peers, circles))
        self.table.set_rows(sorted(found, key=lambda pair: (pair.circle, fold(pair.mentee_name))))
        self.table.show_at_most(_MOST_ROWS)
        self._show_broken(found)
        self.left.setText(self._left_over(proposal))
        self.left.setVisible(bool(self.left.text()))

    def _show_broken(self, found: list[ProposalRow]) -> None:
        broken = [f"{pair.names}: {'; '.join(pair.broken)}" for pair in found if pair.broken]
        rules = "A rule is broken" if len(broken) == 1 else f"Rules are broken in {counted(len(broken), 'pair')}"
        self.broken.setText(f"{rules}, by your own choice.\n" + "\n".join(broken) if broken else "")
        for part in (self.broken, self._broken_mark):
            part.setVisible(bool(broken))

    def _left_over(self, proposal: Proposal) -> str:
        people = self._sheet.people
        names = [people[person].name for person in proposal.unmatched_mentees if person in people]
        if not names:
            return "Everybody has a pair." if self._sheet.peers else "Every mentee has a mentor."
        return f"Without a pair: {listed(names, _NAMED)}. They stay in the cohort and on Today."


def _columns(peers: bool) -> tuple[Column[ProposalRow], ...]:
    def sides(pair: ProposalRow) -> tuple[str, str]:
        names = (pair.mentor_name, pair.mentee_name)
        return names[::-1] if peers else names

    return (
        Column(
            "pair",
            "Pair",
            lambda pair: " & ".join(sides(pair)),
            lambda pair: fold(pair.mentee_name),
            width=300,
            stretch=True,
            kind="pair",
            value=lambda pair: PairCell(*sides(pair), f"Circle {pair.circle}" if pair.circle else ""),
            fixed=True,
        ),
        Column("note", "", _note, width=86, kind="secondary", fixed=True),
        Column("fit", "Fit", lambda pair: pair.fit_text, lambda pair: pair.fit, align="right", width=64, fixed=True),
    )


def _note(pair: ProposalRow) -> str:
    return "◆ rule" if pair.broken else "pinned" if pair.pinned else ""


def ask(
    parent: QWidget,
    workplace: Workplace,
    sheet: MatchSheet,
    rounds: tuple[Proposal, ...],
    number: int,
    then: Callable[[], None],
) -> None:
    """Show what would be committed, the round `number` first; `then` is called once the pairs are made."""
    if not any(each.pairs for each in rounds):
        workplace.say(f"{NO_PAIR}. Suggest pairs first.")
        return
    dialog = CommitDialog(parent, sheet, rounds, number)

    def accepted() -> None:
        if sheet.draft is not None:
            pairs = len(rounds[dialog.number() - 1].pairs)
            commit(parent, workplace, sheet.draft, dialog.number(), pairs, then)

    dialog.accepted.connect(accepted)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def commit(
    parent: QWidget, workplace: Workplace, draft: Draft, number: int, pairs: int, then: Callable[[], None]
) -> None:
    """Back the desk up and make the pairs in one step, behind a progress dialog; `then` is called afterwards."""
    desk, settings = workplace.desk, workplace.settings

    def work(_progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Any:
        from mentordesk.services.matching import drafts

        desk.back_up(settings.backups_of(desk.path), "before matching", settings.backups_kept)
        if cancelled():
            raise CancelledError
        return desk.do(drafts.commit, draft.id, number)

    def done(_ids: Any) -> None:
        workplace.say(f"{counted(pairs, 'pair')} proposed", undo=True)
        then()

    run_job(parent, f"Making {counted(pairs, 'pair')}", work, then=done, failed=lambda error: show_error(parent, error))
