"""A score for each pair, given as a table of mentor, mentee (e-mail addresses) and score. Knows no file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from mentordesk.domain.errors import UserError
from mentordesk.domain.text import fold
from mentordesk.domain.wording import counted, listed

_MOST_DECIMALS = 6
_LARGEST = 1_000_000_000
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """Scores by (mentee id, mentor id), in whole numbers: `per_point` of them are one point, 100 or a higher power
    of ten, as exact as the table was written."""

    scores: Mapping[tuple[int, int], int] = field(default_factory=dict)
    per_point: int = 100

    def of_hundred(self, score: int) -> int:
        """A score as a share in percent, where the table is one criterion among others: scores are then 0 to 100."""
        return max(0, min(100, (2 * score + self.per_point) // (2 * self.per_point)))


def score_table(
    rows: Iterable[tuple[str, str, object]], mentors: Mapping[str, int], mentees: Mapping[str, int]
) -> ScoreTable:
    """The table of `rows` (mentor, mentee, score) for people known by e-mail address, whatever its case.

    Raises UserError, naming up to a few of them, for unknown people, pairs given twice and scores that are no number.
    An empty score stands for no row.
    """
    mentor_ids = {fold(mail.strip()): person for mail, person in mentors.items()}
    mentee_ids = {fold(mail.strip()): person for mail, person in mentees.items()}
    scores: dict[tuple[int, int], Decimal] = {}
    unknown: dict[str, None] = {}
    twice, wrong = [], []
    for mentor, mentee, score in rows:
        ids = (mentee_ids.get(fold(str(mentee).strip())), mentor_ids.get(fold(str(mentor).strip())))
        if ids[0] is None or ids[1] is None:
            missing = [(role, mail) for role, mail, person in _sides(mentor, mentee, ids) if person is None]
            unknown |= {f"{role} {_shown(mail) or '(empty)'}": None for role, mail in missing}
        elif (number := _number(score)) is None:
            said = _shown(str(score or ""))
            wrong += [f"{_shown(mentor)} with {_shown(mentee)} (“{said}”)"] if said else []
        elif (cell := (ids[0], ids[1])) in scores:
            twice.append(f"{_shown(mentor)} with {_shown(mentee)}")
        else:
            scores[cell] = number
    _refuse(list(unknown), twice, wrong, bool(scores))
    return _whole(scores)


def _sides(mentor: str, mentee: str, ids: tuple[int | None, int | None]) -> list[tuple[str, str, int | None]]:
    return [("mentor", mentor, ids[1]), ("mentee", mentee, ids[0])]


def _shown(text: str) -> str:
    """On one line and short, whatever stands in the cell."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _number(score: object) -> Decimal | None:
    try:
        number = Decimal(str(score).strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number) <= _LARGEST else None


def _refuse(unknown: list[str], twice: list[str], wrong: list[str], any_left: bool) -> None:
    faults = []
    if unknown:
        faults.append(f"{counted(len(unknown), 'address')[:-1]}es" if len(unknown) > 1 else "1 address")
        faults[-1] += f" of the table {'are' if len(unknown) > 1 else 'is'} not in this cohort: {listed(unknown)}."
    if twice:
        faults.append(
            f"{counted(len(twice), 'pair')} {'are' if len(twice) > 1 else 'is'} given twice: {listed(twice)}."
        )
    if wrong:
        faults.append(f"{counted(len(wrong), 'score')} {'are' if len(wrong) > 1 else 'is'} no number: {listed(wrong)}.")
    if faults:
        names = any("@" not in each for each in unknown)
        first = "Write e-mail addresses in place of names" if names else "Mend the table"
        raise UserError(
            " ".join(faults), advice=f"{first}, then choose the table again.", safe="Nothing has been matched."
        )
    if not any_left:
        raise UserError("The table has no scores.", advice="It has the columns mentor, mentee and score.")


def _whole(scores: Mapping[tuple[int, int], Decimal]) -> ScoreTable:
    """In whole numbers without loss up to six decimals; more are rounded half up."""
    decimals = max(-int(number.normalize().as_tuple().exponent) for number in scores.values())
    per_point = 10 ** min(_MOST_DECIMALS, max(2, decimals))
    return ScoreTable(
        {cell: int((number * per_point + Decimal("0.5")).__floor__()) for cell, number in scores.items()}, per_point
    )
