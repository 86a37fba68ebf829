"""What a title on Today says of the people it begins with, which is never cut."""

import pytest

from mentordesk.ui.today import item_words

NAMES = ["Amara Okonkwo", "Jonas Weidmann"]


@pytest.mark.parametrize(
    ("title", "fact"),
    [
        ("Amara Okonkwo & Jonas Weidmann: no contact for 47 days", ": no contact for 47 days"),
        ("Amara Okonkwo was promoted on 2 June", " was promoted on 2 June"),
        ("10 years: Amara & Jonas", ""),
    ],
)
def test_the_fact_is_what_follows_the_names(title: str, fact: str) -> None:
    assert item_words.fact(title, NAMES) == fact
