"""Names of months and weekdays in some twenty languages, as they stand in dates. Knows no date."""

from collections.abc import Mapping

from mentordesk.domain.text import fold

# The first letters of each month: what comes after them differs by case and by being cut short.
_MONTHS = (
    "jan ene gen oca sty led tammi ian sijec sau σαν ιαν янв січ",
    "feb fev fév shub sub şub lut uno únor helmi veebr φεβ фев лют",
    "mar mär mrz maerz maa mrt brez břez maalis márc μαρ мар бер",
    "apr avr abr nis kwi dub huhti ápr απρ апр квіт",
    "may mai mag maj mei kvet květ touko máj μαι май мая трав",
    "jun juin giu haz czerw červ kesä iun jún ιουν июн черв",
    "jul juil lug tem lip červene červenc heinä iul júl ιουλ июл лип",
    "aug aou aoû ago ağu sie srp elo αυγ авг серп",
    "sep set eyl wrz zář syys szep σεπ сен верес",
    "oct okt ott out eki paź paz říj loka οκτ окт жовт",
    "nov kas lis listop marras noi νοε ноя листоп",
    "dec dez dic dic. déc ara gru pros joulu δεκ дек груд",
)
_WEEKDAYS = (
    "mon tue wed thu fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr",
    "sa so lun mar mer jeu ven sam dim lun mie jue vie sab dom seg ter qua qui sex ma wo vr za zo man "
    "tir ons tor lor son",
    "pon wt sr czw pt sob niedz пн вт ср чт пт сб вс нд",
)


def _starts() -> list[tuple[str, int]]:
    """Longest first: "červenec" is July, every other "červ" is June."""
    pairs = {(fold(start), month) for month, line in enumerate(_MONTHS, 1) for start in line.split()}
    return sorted(pairs, key=lambda pair: (-len(pair[0]), pair))


_STARTS = _starts()
_DAYS: Mapping[int, frozenset[str]] = {
    length: frozenset(fold(word)[:length] for line in _WEEKDAYS for word in line.split() if len(word) >= length)
    for length in (2, 3)
}


def month_of(word: str) -> int:
    """The number of a month by its first letters, folded; 0 if it is none."""
    return next((month for start, month in _STARTS if word.startswith(start)), 0)


def is_weekday(word: str) -> bool:
    """Whether a folded word begins like a weekday: "fri", "freitag", "ven."."""
    word = word.rstrip(".")
    return word in _DAYS[2] if len(word) == 2 else word[:3] in _DAYS[3]
