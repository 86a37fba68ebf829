"""Italian "mentore" is a mentor, French "mentoré" a mentee, often typed without its accent: the file decides."""

import pytest

from mentordesk.domain.cohorts import Role
from mentordesk.exchange.reading.tables import SheetTable
from mentordesk.exchange.roster import roster

MENTOR, MENTEE = (Role.MENTOR,), (Role.MENTEE,)


def roles(headings: tuple[str, str, str], *texts: str) -> list[object]:
    rows = [(f"Person {number}", f"p{number}@b.example", text) for number, text in enumerate(texts)]
    body = tuple(enumerate(rows, 2))
    table = SheetTable("", [list(headings), *map(list, rows)], 0, headings, body, {})
    return [row.values.get("role") for row in roster.read(table, roster.guess_columns(headings, rows)).rows]


@pytest.mark.parametrize(
    ("headings", "texts", "meant"),
    [
        (("Name", "E-mail", "Role"), ("mentore", "mentee"), [MENTOR, MENTEE]),
        (("Nome", "E-mail", "Ruolo"), ("Mentore", "Allievo"), [MENTOR, MENTEE]),
        (("Nome", "E-mail", "Ruolo"), ("Mentore", "Mentore"), [MENTOR, MENTOR]),
        (("Name", "E-mail", "Role"), ("mentore", "mentore, allieva"), [MENTOR, (*MENTOR, *MENTEE)]),
        (("Nom", "E-mail", "Rôle"), ("mentor", "mentore"), [MENTOR, MENTEE]),
        (("Nom", "E-mail", "Rôle"), ("mentoré", "mentore"), [MENTEE, MENTEE]),
        (("Nom", "E-mail", "Rôle"), ("mentore", "mentore"), [MENTEE, MENTEE]),
        (("Nome", "E-mail", "Ruolo"), ("mentor", "mentore"), [MENTOR, MENTEE]),
    ],
)
def test_the_other_words_and_headings_say_who_a_mentore_is(
    headings: tuple[str, str, str], texts: tuple[str, ...], meant: list[tuple[Role, ...]]
) -> None:
    assert roles(headings, *texts) == meant
