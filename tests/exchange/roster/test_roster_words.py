"""What people write for names, levels, places, roles, yes and no, and how somebody stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.people import PersonStatus
from mentordesk.exchange.excel import reader
from mentordesk.exchange.roster import roster
from mentordesk.exchange.roster.levels import LevelScale, level_of, scale_of
from mentordesk.exchange.roster.names import read_name
from mentordesk.exchange.roster.numbers import number, number_of_people, yes_or_no
from mentordesk.exchange.roster.roles import BOTH, nearest_role, roles_of_text
from mentordesk.exchange.roster.words import completion_of, status_of
from tests.exchange import shapes
from tests.exchange.shapes import SHAPES


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Moyo, Tendai", "Tendai Moyo"),
        ("von der Leyen, Ursula", "Ursula von der Leyen"),
        ("de la Cruz, María José", "María José de la Cruz"),
        ("Prof. Dr. Meier, Hans-Jörg", "Hans-Jörg Meier"),
        ("Meier, Hans-Jörg, Dr.", "Hans-Jörg Meier"),
        ("Weiss, Dr. Anna", "Anna Weiss"),
        ("Tveit, Ingrid, PhD", "Ingrid Tveit"),
        ("Dr. Okonkwo, Amara (she/her)", "Amara Okonkwo"),
        ("Ana Silva they/them", "Ana Silva"),
        ("Kim Lee (he/him/his)", "Kim Lee"),
        ("Frau Dr. med. Anna Groß", "Anna Groß"),
        ("Univ.-Prof. Mag. Dr. Eva Gruber", "Eva Gruber"),
        ("Dr Amara Okonkwo MBA", "Amara Okonkwo"),
        ("Mr. Smith", "Smith"),
        ("Smith, John, Jr.", "John Smith Jr."),
        ("Smith, John, M.D.", "John Smith"),
        ("OKAFOR Chidi", "Chidi Okafor"),
        ("DE JONG Piet", "Piet de Jong"),
        ("O'BRIEN Kate", "Kate O'Brien"),
        ("Doe, Jane (EXT)", "Jane Doe (EXT)"),
        ("الحسن، محمد", "محمد الحسن"),
        ("山田太郎様", "山田太郎"),
    ],
)
def test_names_are_turned_and_lose_their_titles(text: str, name: str) -> None:
    assert read_name(text).name == name


@pytest.mark.parametrize(
    "text",
    [
        *(
            "山田 太郎",
            "李 明",
            "محمد علي",
            "Łukasz Żak",
            "김민준",
            "Jack Ma",
            "Don Draper",
            "Phil Jones",
            "P.D. James",
        ),
        *("AJ Smith", "A, B, C", "Kim (Kimberly) Lee", "Jean-Luc Picard", "SMITH", "Dr.", "Herr", "Sam Roe III"),
        *("Mag Doyle", "Ing Chen", "Nat King", "Jean-Luc PICARD", "ANNA MEIER", "J. R. Okafor", "Sammy Roe, Jr."),
    ],
)
def test_names_that_stay_as_they_are(text: str) -> None:
    assert read_name(text).name == text


def test_a_family_name_that_could_be_a_degree() -> None:
    assert (read_name("Ma, Jack").name, read_name("Ba, Amadou").name) == ("Jack Ma", "Amadou Ba")
    assert read_name("Dr. Nat King").name == "Nat King"


@given(st.text(min_size=1, max_size=40).filter(lambda text: any(map(str.isalpha, text))))
def test_something_is_left_of_every_name(text: str) -> None:
    assert read_name(text).name.strip()


@pytest.mark.parametrize(
    ("cell", "level"),
    [
        *(
            (5, 5),
            ("L5", 5),
            ("Grade 7", 7),
            ("Stufe 3", 3),
            ("Band 4", 4),
            ("E4", 4),
            ("IC3", 3),
            ("M1", 4),
            ("M3", 6),
        ),
        *(("Level 5 - Lead", 5), ("Grade 6 (senior)", 6), ("Band IV", 4), ("Engineer II", 2), ("4a", 4), ("T-3", 3)),
        *(("VP", 6), ("Vice President, Sales", 6), ("Director", 5), ("Senior Director", 6), ("Senior Manager", 5)),
        *(
            ("Manager", 4),
            ("Senior", 4),
            ("Junior", 2),
            ("Associate", 2),
            ("Intern", 1),
            ("Entry level", 1),
            ("CFO", 7),
        ),
        *(
            ("C-Level", 7),
            ("Head of Finance", 5),
            ("Managing Director", 7),
            ("Geschäftsführerin", 7),
            ("Praktikant", 1),
        ),
        *(("Teamleiterin", 4), ("Abteilungsleiter", 5), ("stagiaire", 1), ("becario", 1), ("Directrice générale", 7)),
    ],
)
def test_levels(cell: reader.CellValue, level: int) -> None:
    assert level_of(cell) == level


@pytest.mark.parametrize("cell", ["Band B", "5 years", "Analyst", "high", "2019", "Grade 12", 9, 0, "", True, 4.5])
def test_no_levels(cell: reader.CellValue) -> None:
    assert level_of(cell) is None


def test_a_scale_of_the_company_is_laid_over_the_levels() -> None:
    scale = scale_of(["Grade 1", "Grade 8", "Grade 14", "Grade 12"])
    assert scale == LevelScale(15)
    assert [scale.level(grade) for grade in (1, 2, 3, 8, 14, 15)] == [1, 1, 2, 4, 7, 7]
    assert scale.table().startswith("1 to 2 are 1, 3 to 4 are 2, ")
    assert scale_of(["Grade 1", "Grade 8", "Grade 13", "Grade 12"]) == scale


def test_one_number_too_high_is_an_error_of_typing_and_no_scale() -> None:
    assert scale_of([1, 3, 2, 9, 5]) == scale_of(["5", "L6", 7]) == scale_of([9]) == LevelScale()
    assert scale_of([1, 99, 98, 4]) == LevelScale()


@given(st.sampled_from([10, 12, 15, 20, 25, 30]))
def test_every_scale_reaches_all_levels_and_never_falls(highest: int) -> None:
    levels = [LevelScale(highest).level(grade) for grade in range(1, highest + 1)]
    assert set(levels) == set(range(1, 8))
    assert levels == sorted(levels, key=lambda level: level or 0)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        *(("two", 2), ("zwei", 2), ("trois", 3), ("diez", 10), ("due", 2), ("twee", 2), ("dois", 2), ("två", 2)),
        *(("dwie", 2), ("iki", 2), ("два", 2), ("二", 2), ("up to 3", 3), ("3 mentees", 3), ("max. 2", 2), ("2+", 2)),
        *(("1-2", 2), ("3 to 5", 5), ("one or two", 2), ("1 (one)", 1), ("a couple", 2), ("no more than two", 2)),
        *(("keine", 0), ("none", 0), ("aucun", 0), ("2 Personen", 2), ("2,0", 2), (3, 3)),
    ],
)
def test_numbers_of_people(text: reader.CellValue, people: int) -> None:
    assert number_of_people(text) == people


@pytest.mark.parametrize(
    "text", ["2 hours a month", "1.5", 1.5, "as many as needed", "1, 2 or 3", "some", "", "3 Jahre"]
)
def test_no_numbers_of_people(text: reader.CellValue) -> None:
    assert number_of_people(text) is None


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        *(("12,5", 12.5), ("1.234,50", 1234.5), ("1,234.50", 1234.5), ("1 234", 1234), ("1.234.567", 1234567)),
        *(("80 %", 80), ("€ 1,200.00", 1200), ("-3", -3), ("many", None), ("nan", None), (True, None), ("1'200", 1200)),
    ],
)
def test_numbers(cell: reader.CellValue, value: float | None) -> None:
    assert number(cell) == value


YES = "yes ja oui sí sì sim ja tak ano ja kyllä evet igen da ναι да так はい 是 예 نعم כן X ✓ true 1 wahr vrai YES!"
NO = "no nein non não nee nie ne nej nei ei hayır nem nu όχι нет ні いいえ 否 아니요 لا לא - false 0 falsch faux No."


@pytest.mark.parametrize("text", [*YES.split(), "Yes, please", "Yes - by e-mail", "Ja, gerne", "Oui merci"])
def test_yes(text: str) -> None:
    assert yes_or_no(text) is True


@pytest.mark.parametrize("text", [*NO.split(), "No thanks", "Nej tack", "No, internal", "Nein danke"])
def test_no(text: str) -> None:
    assert yes_or_no(text) is False


@pytest.mark.parametrize("text", ["maybe", "No preference", "no idea", "yes and no", "unsure", "", "2", "sixty"])
def test_neither(text: str) -> None:
    assert yes_or_no(text) is None


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        *(("Either", BOTH), ("tous les deux", BOTH), ("los dos", BOTH), ("Entrambi", BOTH), ("Both roles", BOTH)),
        *(("Mentor (1st choice) or Mentee", BOTH), ("Mentor; Mentee;", BOTH), ("both: mentor and mentee", BOTH)),
        *(("I want to be a mentor", (Role.MENTOR,)), ("Ich möchte Mentorin sein", (Role.MENTOR,))),
        *(
            ("Je veux être mentor", (Role.MENTOR,)),
            ("Quiero ser mentora", (Role.MENTOR,)),
            ("As a mentor", (Role.MENTOR,)),
        ),
        *(("I am looking for a mentor", (Role.MENTEE,)), ("Ich suche einen Mentor", (Role.MENTEE,))),
        *(("Je cherche un mentor", (Role.MENTEE,)), ("I want a mentor", (Role.MENTEE,))),
        *(("I need a mentee", (Role.MENTOR,)), ("Mentee (seeking a mentor)", (Role.MENTEE,))),
    ],
)
def test_roles_in_sentences(text: str, roles: tuple[Role, ...]) -> None:
    assert roles_of_text(text) == roles


@pytest.mark.parametrize("text", ["not a mentor", "Former mentor", "kein Mentor", "Mentoring others", "Controller", ""])
def test_texts_that_name_no_role_for_sure(text: str) -> None:
    assert roles_of_text(text) == ()
    assert nearest_role(text) in ("", "mentor" if text == "Mentoring others" else "")


@pytest.mark.parametrize(
    ("texts", "status"),
    [
        ("Active|aktiv|Actif|activo|In forza|ativa|in dienst|A|активен|在職", PersonStatus.ACTIVE),
        (
            "On leave|LOA|Parental leave|Elternzeit|Congé maternité|excedencia|in aspettativa|licença|LEAVE",
            PersonStatus.LEAVE,
        ),
        ("Leave of absence (unpaid)|Verlof|urlop macierzyński|föräldraledig|休職", PersonStatus.LEAVE),
        (
            "Terminated|Left|T|Terminated - Voluntary|Inactive|ausgeschieden|sorti|baja definitiva|cessato",
            PersonStatus.LEFT,
        ),
        ("desligado|uit dienst|zwolniony|slutat|уволен|退職|Retired", PersonStatus.LEFT),
    ],
)
def test_statuses(texts: str, status: PersonStatus) -> None:
    assert {status_of(text) for text in texts.split("|")} == {status}


def test_a_status_that_is_none() -> None:
    assert status_of("purple") is None


@pytest.mark.parametrize(
    ("texts", "status"),
    [
        ("Yes|Completed|abgeschlossen|terminé|completado|Completed (with distinction)", EnrollmentStatus.COMPLETED),
        ("No|Withdrew|dropped out|abgebrochen|abandonné|retirada", EnrollmentStatus.WITHDRAWN),
        ("In progress|laufend|en cours|active", EnrollmentStatus.ACCEPTED),
    ],
)
def test_completions(texts: str, status: EnrollmentStatus) -> None:
    assert {completion_of(text) for text in texts.split("|")} == {status}


def test_a_whole_file_in_words_needs_no_hand_work(tmp_path) -> None:
    table = reader.read(shapes.xlsx(tmp_path / "Both.xlsx", SHAPES["both_roles"]))
    fields = ("name", "email", "role", "capacity", None, "external", "level")
    mapping = dict(zip(table.headings, fields, strict=True))
    rows = roster.read_rows(table.headings, table.body, mapping)
    assert [row.problem for row in rows] == [""] * 8
    assert [row.values["capacity"] for row in rows] == [2, 3, 2, 3, 2, 0, 3, 2]
    assert [row.values["level"] for row in rows] == [7, 5, 6, 4, 5, 4, 3, 3]
    assert [row.values["external"] for row in rows] == [True, False, False, True, True, True, False, False]
    assert [row.values["name"] for row in rows][:3] == ["Tendai Moyo", "Amara Okonkwo", "Ingrid Tveit"]
    assert roster.conversions(rows, mapping) == [
        "Role: “Both”, “Mentor and mentee”, “Either”, “Mentor” and 3 more were understood (7 cells)",
        "External: “sí”, “nein”, “non”, “はい” and 3 more were understood (7 cells)",
        "Capacity: “two” as 2, “up to 3” as 3, “one or two” as 2, “drei” as 3 and 4 more were understood (8 cells)",
        "Level: “Grade 7” as 7, “L5” as 5, “VP” as 6, “Band 4” as 4 and 4 more were understood (8 cells)",
        "Titles were taken off 3 names: “(she/her)”, “PhD” and “Frau Dr. med.”",
        "5 names were turned around: “Moyo, Tendai” as Tendai Moyo",
    ]


def test_a_scale_and_numbers_among_texts_are_told() -> None:
    mapping: dict[str, str | None] = {"Name": "name", "Mail": "email", "Grade": "level", "Places": "capacity"}
    cells = [(n, (f"P Q{n}", f"p{n}@b.example", f"Grade {n * 3}", "2" if n == 2 else 2)) for n in range(2, 5)]
    rows = roster.read_rows(tuple(mapping), cells, mapping)
    assert [row.values["level"] for row in rows] == [4, 6, 7]
    assert roster.conversions(rows, mapping) == [
        "Level: 3 grades were laid on 1 to 7: 1 is 1, 2 to 3 are 2, 4 to 5 are 3, 6 is 4, 7 to 8 are 5, "
        "9 to 10 are 6, 11 to 12 are 7",
        "Capacity: 1 number kept as text was read as numbers",
    ]
