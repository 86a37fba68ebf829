"""What stands in place of the pairs: before the first draft, where nothing can be matched, where all are matched."""

from collections.abc import Callable

from mentordesk.domain.matching.draft import MatchSheet
from mentordesk.domain.wording import counted
from mentordesk.ui.matching.reading import Stage, places
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.workplace import Workplace


class StageWords:
    """Fills the empty state of a stage with its words and the way on."""

    def __init__(
        self, workplace: Workplace, empty: EmptyState, suggest: Callable[[], None], answers: Callable[[], None]
    ) -> None:
        self._workplace, self._empty = workplace, empty
        self._suggest, self._answers = suggest, answers

    def show(self, stage: Stage, sheet: MatchSheet, remarks: tuple[str, ...] = ()) -> None:
        """`remarks` are what to know before the first suggestion."""
        if stage is Stage.NO_COHORT:
            self._no_cohort()
        elif stage is Stage.NO_RULES:
            self._no_rules(sheet)
        elif stage is Stage.PROBLEM:
            self._problem(sheet)
        elif stage is Stage.MATCHED:
            self._matched(sheet)
        else:
            self._first(sheet, remarks)

    def _say(
        self, title: str, words: str, action: str = "", act: Callable[[], object] | None = None, icon: str = "plus"
    ) -> None:
        if self._workplace.read_only and icon in ("plus", "matching"):
            action = ""
        self._empty.say("matching", title, words, action, act, action_icon=icon)

    def _no_cohort(self) -> None:
        where = " in this program" if self._workplace.scope.program_id is not None else ""
        self._say(
            f"No cohort to match{where}",
            "A cohort is one intake of a program. Make one and enroll people: their pairs are found here.",
            "New cohort",
            lambda: self._workplace.command("new_cohort", program_id=self._workplace.scope.program_id),
        )

    def _no_rules(self, sheet: MatchSheet) -> None:
        go = self._workplace.go
        title = f"The match rules of {sheet.program} cannot be read"
        self._say(title, sheet.problem, "Open the program", lambda: go("programs", sheet.program_id), "programs")

    def _problem(self, sheet: MatchSheet) -> None:
        self._say(
            "Nobody can be matched yet",
            sheet.problem,
            "Enroll people",
            lambda: self._workplace.command("enroll_people", cohort_id=sheet.cohort_id),
        )

    def _matched(self, sheet: MatchSheet) -> None:
        waiting = next((each.waiting for each in sheet.cohorts if each.id == sheet.cohort_id), 0)
        who = "peers" if sheet.peers else "mentees"
        if waiting:
            words = f"{counted(waiting, 'proposed pair')} {'waits' if waiting == 1 else 'wait'} for an answer."
            self._say(f"All {who} have a pair", words, "Show the answers", self._answers, "check")
            return
        words = "Whoever is enrolled later, or has no pair any more, can be matched here."
        pairs = "Open the pairs"
        go = self._workplace.go
        self._say(f"All {who} have a pair", words, pairs, lambda: go("pairs", cohort_id=sheet.cohort_id), "pairs")

    def _first(self, sheet: MatchSheet, remarks: tuple[str, ...]) -> None:
        words = [*remarks, "Set what counts, or begin with the rules of the program."]
        self._say(_who(sheet), " ".join(words), "Suggest pairs", self._suggest, "matching")


def _who(sheet: MatchSheet) -> str:
    """Who is there to be matched: "42 mentees, 30 mentors with 35 places"."""
    if sheet.task is None:
        return "Pairs have not been suggested yet"
    seeking, giving, free = places(sheet.task)
    if sheet.peers:
        return counted(seeking, "peer")
    return f"{counted(seeking, 'mentee')}, {counted(giving, 'mentor')} with {counted(free, 'place')}"
