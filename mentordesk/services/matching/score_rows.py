"""The score table a cohort keeps, read: quickly, as the page does so after each change of a draft. Changes nothing."""

import json
import zlib
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Text, select, type_coerce
from sqlalchemy.orm import Session

from mentordesk.data.records import MatchScores
from mentordesk.domain.matching.score_table import ScoreTable

_LEAST_DECIMALS, _MOST_DECIMALS = 2, 6
_MOST_DIGITS = 12


@dataclass(frozen=True, slots=True)
class StoredScores:
    """A score table as it was kept: everybody in it by person id, taking part or not. `mark` tells tables apart."""

    name: str
    table: ScoreTable
    mentors: frozenset[int]
    mentees: frozenset[int]
    mark: str = ""

    def of(self, mentors: frozenset[int], mentees: frozenset[int]) -> ScoreTable:
        """The scores of those who take part."""
        if self.mentors <= mentors and self.mentees <= mentees:
            return self.table
        scores = self.table.scores.items()
        kept = {cell: score for cell, score in scores if cell[0] in mentees and cell[1] in mentors}
        return ScoreTable(kept, self.table.per_point)


def stored(session: Session, cohort_id: int) -> StoredScores | None:
    """The table of a cohort; None where it has none. Rows that cannot be read are passed over."""
    query = select(MatchScores.name, type_coerce(MatchScores.rows, Text)).where(MatchScores.cohort_id == cohort_id)
    found = session.execute(query).one_or_none()
    return None if found is None else _parsed(found[0], found[1])


@lru_cache(maxsize=2)
def _parsed(name: str, text: str) -> StoredScores:
    """A large table has a hundred thousand rows: reading them takes longer than all the rest of the page."""
    found = json.loads(text)
    rows = [row for row in found if _is_row(row)] if isinstance(found, list) else []
    decimals = max((len(row[2].partition(".")[2]) for row in rows), default=0)
    decimals = max(decimals, _LEAST_DECIMALS)
    scores = {(mentee, mentor): _whole(score, decimals) for mentor, mentee, score in rows}
    mentors, mentees = frozenset(row[0] for row in rows), frozenset(row[1] for row in rows)
    mark = f"{zlib.crc32(text.encode()):08x}"
    return StoredScores(name, ScoreTable(scores, 10**decimals), mentors, mentees, mark)


def _is_row(row: object) -> bool:
    if not isinstance(row, list) or len(row) != 3 or type(row[0]) is not int or type(row[1]) is not int:
        return False
    whole, _, digits = str(row[2]).removeprefix("-").partition(".")
    short = 0 < len(whole) <= _MOST_DIGITS and len(digits) <= _MOST_DECIMALS
    return isinstance(row[2], str) and short and (whole + digits).isdecimal() and (whole + digits).isascii()


def _whole(score: str, decimals: int) -> int:
    whole, _, digits = score.partition(".")
    return int(whole + digits.ljust(decimals, "0"))
