"""Names are found by starts of words, by what is inside them and by initials, whatever the case and the accents."""

import pytest

from mentordesk.domain.finding import Fit, findable, fit, spans, words


@pytest.mark.parametrize(
    ("name", "typed", "expected"),
    [
        ("Amara Okonkwo", "am", Fit.START),
        ("Amara Okonkwo", "OKON", Fit.START),
        ("Amara Okonkwo", "ok am", Fit.START),
        ("Amara Okonkwo", "mara", Fit.INSIDE),
        ("Amara Okonkwo", "am kwo", Fit.INSIDE),
        ("Amara Okonkwo", "ao", Fit.INITIALS),
        ("Amara Okonkwo", "xq", None),
        ("Amara Okonkwo", "am xq", None),
        ("Elif Yıldız", "yildiz", Fit.START),
        ("Elif Yildiz", "Yıldız", Fit.START),
        ("Hélène Garnier", "helene", Fit.START),
        ("Anna Weiß-Müller", "mull", Fit.START),
        ("Anna Weiß-Müller", "weiss", Fit.START),
        ("Crossroads 2025–26", "2025-26", Fit.START),
        ("Juan Pablo Ticona", "jpt", Fit.INITIALS),
        ("Juan Pablo Ticona", "jt", Fit.INITIALS),
        ("Amara Okonkwo", "o", Fit.START),
        ("Björn Lee", "zb", None),
    ],
)
def test_how_letters_fit_a_name(name: str, typed: str, expected: Fit | None) -> None:
    assert fit(findable(name), words(typed)) is expected


@pytest.mark.parametrize("typed", ["", "  ", "&", "–"])
def test_nothing_typed_finds_nothing(typed: str) -> None:
    assert fit(findable("Amara Okonkwo"), words(typed)) is None


def test_a_pair_is_found_by_the_initials_of_either_side() -> None:
    pair = findable("Arjun Mehta & Sofie Brandt", "Arjun Mehta", "Sofie Brandt")

    assert fit(pair, words("am")) is Fit.INITIALS
    assert fit(pair, words("sb")) is Fit.INITIALS
    assert fit(pair, words("ms")) is None
    assert fit(pair, words("arjun sofie")) is Fit.START


def test_better_fits_come_first() -> None:
    names = ["Upstream 2026", "Arjun Mehta", "Amara Okonkwo"]
    found = sorted(names, key=lambda name: fit(findable(name), words("am")) or Fit.START)

    assert found == ["Amara Okonkwo", "Upstream 2026", "Arjun Mehta"]


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("Amara Okonkwo", "am", ["Am"]),
        ("Amara Okonkwo", "ok am", ["Am", "Ok"]),
        ("Upstream 2026", "am", ["am"]),
        ("Dana Ana", "ana", ["Ana"]),
        ("Elif Yıldız", "yildiz", ["Yıldız"]),
        ("Anna Weiß", "weiss", ["Weiß"]),
        ("Anna Weiß", "weis", ["Weiß"]),
        ("Zoe\u0301 Lund", "zoe l", ["Zoe\u0301", "L"]),
        ("Amara", "am amara", ["Amara"]),
        ("Amara Okonkwo", "xq", []),
        ("Crossroads 2025–26", "2025-26", ["2025", "26"]),
    ],
)
def test_what_is_marked(text: str, typed: str, marked: list[str]) -> None:
    assert [text[first:behind] for first, behind in spans(text, words(typed))] == marked
