"""Text as it is searched for, and counts and lists as they are said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.text import fold
from mentordesk.domain.wording import counted, listed


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Yıldız", "yildiz"),
        ("YILDIZ", "yildiz"),
        ("İzmir", "izmir"),
        ("Hélène", "helene"),
        ("Kamińska", "kaminska"),
        ("Łukasz", "lukasz"),
        ("Nguyễn", "nguyen"),
        ("Straße", "strasse"),
        ("Søren Ærø", "soren aero"),
        ("plain ASCII", "plain ascii"),
    ],
)
def test_accents_and_case_do_not_hide_a_name(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_folded_text_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_counts_agree_with_their_noun() -> None:
    assert [counted(number, "day") for number in (0, 1, 2, 1200)] == ["0 days", "1 day", "2 days", "1,200 days"]


@pytest.mark.parametrize(
    ("names", "said"),
    [("", ""), ("A", "A"), ("ABC", "A, B, C"), ("ABCD", "A, B, C, D"), ("ABCDE", "A, B, C and 2 more")],
)
def test_long_lists_are_named_in_part(names: str, said: str) -> None:
    assert listed(list(names)) == said
