"""Levels from 1 (entry) to 7 (top) out of grades, bands and words for seniority. Knows no column but its grades.

A grade over 7 shows that the company counts further: then its scale is laid over the seven levels.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from mentordesk.domain.text import fold
from mentordesk.exchange.reading.cells import CellValue, as_text
from mentordesk.exchange.roster.numbers import LEVELS, whole_number

# Where scales end in practice. Steps, so that the top grade of one export being vacant changes nobody's level.
_ENDS = (7, 10, 12, 15, 20, 25, 30)
MOST_GRADES = _ENDS[-1]
_FEWEST = 3
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_PREFIX = (
    r"(?:l|lvl|lv|level|n|niveau|nivel|livello|nivo|poziom|stufe|ebene|grade|gr|g|band|bd|"
    r"salary band|pay grade|pay band|job grade|job level|grado|grau|schaal|tier|step|rank|class|category|"
    r"cat|klasse|e|ic|p|t|c|s|m|eg|tv|ag)"
)
_GRADE = re.compile(rf"({_PREFIX})?[ .:#-]*(\d{{1,2}})(?:[a-d]|[+-])?(?:$|\s*[-–:,(/].*$)")
_GRADE_WORDS = re.compile(rf"({_PREFIX})[ .:#-]*(\d{{1,2}})\s+[^\d]*$")
_GRADE_ROMAN = re.compile(
    rf"(?:{_PREFIX}|engineer|analyst|specialist|consultant)[ .:#-]+(i|ii|iii|iv|v|vi|vii|viii|ix|x)$"
)
# Tracks of managers begin where those of specialists are half way.
_MANAGER_TRACK, _MANAGER_START = "m", 3

# Higher ones first: a "senior manager" is a manager too.
_WORDS: tuple[tuple[int, str], ...] = (
    (
        7,
        "c level|c suite|chief|ceo|cfo|coo|cto|cio|chro|cmo|executive board|board member|board|president|"
        "managing director|general manager|executive director|evp|executive vice president|partner|"
        "geschaftsfuhrer|geschaftsfuhrerin|"
        "geschaftsfuhrung|geschaftsleitung|vorstand|directeur general|directrice generale|pdg|director general|"
        "directora general|amministratore delegato|diretor geral|top management",
    ),
    (
        6,
        "vp|svp|avp|vice president|senior vice president|senior director|sr director|bereichsleiter|"
        "bereichsleiterin|"
        "bereichsleitung|senior executive|vice presidente|vicepresidente|vicepresidenta",
    ),
    (
        5,
        "director|head|head of|senior manager|sr manager|principal|distinguished|abteilungsleiter|"
        "abteilungsleiterin|"
        "abteilungsleitung|direktor|direktorin|directeur|directrice|directora|dirigente|diretor|diretora|fellow|"
        "upper management|department head|executive",
    ),
    (
        4,
        "senior|sr|snr|lead|team lead|team leader|manager|staff|supervisor|teamleiter|teamleiterin|teamleitung|"
        "gruppenleiter|gruppenleiterin|responsable|chef d equipe|jefe|jefa|jefe de equipo|gerente|coordinador|"
        "coordinadora|senior specialist|middle management|expert|experte|expertin|experienced|advanced|cadre",
    ),
    (
        3,
        "mid|mid level|middle|intermediate|professional|regular|specialist|fachkraft|sachbearbeiter|"
        "sachbearbeiterin|"
        "confirme|confirmee|semi senior|ssr|medior|qualified|individual contributor",
    ),
    (2, "junior|jr|jnr|associate|assistant|berufsanfanger|assistent|assistentin|asistente|entry professional"),
    (
        1,
        "intern|trainee|apprentice|graduate|entry|entry level|student|working student|praktikant|"
        "praktikantin|azubi|"
        "auszubildende|auszubildender|werkstudent|werkstudentin|berufseinsteiger|berufseinsteigerin|"
        "stagiaire|alternant|"
        "debutant|debutante|becario|becaria|practicante|aprendiz|stagista|tirocinante|estagiario|stagiair",
    ),
)
_BY_WORD = {word: level for level, line in _WORDS for word in line.split("|")}
_LONGEST = max(len(word.split()) for word in _BY_WORD)


@dataclass(frozen=True, slots=True)
class LevelScale:
    """The highest grade of the company's own scale, which begins at 1. 7 is the desk's own."""

    highest: int = LEVELS[-1]

    def level(self, grade: int) -> int | None:
        """The level of a grade; None for one that the scale does not have."""
        if self.highest == LEVELS[-1]:
            return grade if grade in LEVELS else None
        if not 0 <= grade <= self.highest:
            return None
        return max(1, -(-grade * len(LEVELS) // self.highest))

    @property
    def own(self) -> bool:
        """Whether the scale is another one than the desk's."""
        return self.highest != LEVELS[-1]

    def table(self) -> str:
        """Which grades are which level, for the coordinator to agree to: "1 to 2 are 1, 3 to 4 are 2"."""
        return _table(self)


@cache
def _table(scale: LevelScale) -> str:
    parts = []
    for level, group in groupby(range(1, scale.highest + 1), key=scale.level):
        grades = list(group)
        what = f"{grades[0]} is" if len(grades) == 1 else f"{grades[0]} to {grades[-1]} are"
        parts.append(f"{what} {level}")
    return ", ".join(parts)


PLAIN = LevelScale()


def scale_of(cells: Iterable[CellValue], known: int = LEVELS[-1]) -> LevelScale:
    """The scale that a whole column is written in.

    `known` is the highest grade of an earlier file like this one: a part of the company may have none of the higher
    grades, and its scale is the same all the same.

    A single 9 among numbers from 1 to 7 is an error of typing; "Grade 9", or several numbers over 7, are not.
    """
    graded = [
        (grade, isinstance(cell, str) and cell.strip()[:1].isalpha()) for cell in cells if (grade := grade_of(cell))
    ]
    over = {grade for grade, _named in graded if grade > LEVELS[-1]}
    sure = len(over) > 1 or any(named and grade in over for grade, named in graded)
    if not over or not sure or len(graded) < _FEWEST or max(over) > _ENDS[-1]:
        return LevelScale(known)
    return LevelScale(max(known, next(end for end in _ENDS if end >= max(over))))


def grade_of(cell: CellValue) -> int | None:
    """The number of a grade: 5, "5", "L5", "Grade 12", "Level 5 - Lead", "Band IV", "IC3". None for anything else."""
    whole = whole_number(cell)
    if whole is not None or not isinstance(cell, str):
        return whole
    text = " ".join(fold(as_text(cell)).split())
    if match := _GRADE.match(text) or _GRADE_WORDS.match(text):
        start = _MANAGER_START if match[1] == _MANAGER_TRACK else 0
        return int(match[2]) + start
    match = _GRADE_ROMAN.match(text)
    return _ROMAN[match[1]] if match else None


def level_in_words(text: str) -> int | None:
    """The level that a word for seniority means: "VP" is 6, "Senior Manager" 5, "Head of Finance" 5. None if none."""
    words = re.sub(r"[\W_]+", " ", fold(text)).split()
    if not words or len(words) > 6:
        return None
    found = [level for phrase in _phrases(words) if (level := _BY_WORD.get(phrase))]
    return found[0] if found else None


def _phrases(words: Sequence[str]) -> Iterable[str]:
    """Whole text first, then ever shorter parts: "senior manager" is met before "senior" and "manager"."""
    for length in range(min(len(words), _LONGEST), 0, -1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])


def level_of(cell: CellValue, scale: LevelScale = PLAIN) -> int | None:
    """A level from 1 to 7, by its grade or else by its words. None for anything else."""
    grade = grade_of(cell)
    if grade is not None:
        return scale.level(grade)
    return level_in_words(cell) if isinstance(cell, str) else None
