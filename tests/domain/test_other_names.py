"""Other people's names are taken out of text about one person; the person's own stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.other_names import ADDRESS, OtherNames

RELATED = ["Amara Okonkwo", "Jean-Luc Ng", "Hélène O’Dowd"]
STRANGERS = ["May Chen", "Ingrid Tveit", "An Li"]


@pytest.fixture
def names() -> OtherNames:
    return OtherNames("Jonas Weidmann", "jonas@solvane.example", RELATED, STRANGERS)


@pytest.mark.parametrize(
    ("said", "hidden"),
    [
        ("Amara Okonkwo asked Jonas", "A. O. asked Jonas"),
        ("Amara's plan and AMARA’s idea", "A.'s plan and A.’s idea"),
        ("met jean-luc ng twice", "met J. N. twice"),
        ("Jean-Luc and Luc, Ng too", "J. and L., N. too"),
        ("Hélène O’Dowd, then O’Dowd", "H. O., then O."),
        ("Ingrid speaks in May about Chen", "I. speaks in May about C."),
        ("May Chen and An Li came", "M. C. and A. L. came"),
        ("An hour with Weidmann", "An hour with Weidmann"),
        ("write to amara@solvane.example or jonas@solvane.example", f"write to {ADDRESS} or jonas@solvane.example"),
        ("", ""),
    ],
)
def test_names_are_hidden(names: OtherNames, said: str, hidden: str) -> None:
    assert names.hidden(said) == hidden


@given(
    before=st.text(alphabet="abc xyz,.", max_size=20),
    who=st.sampled_from([*RELATED, *STRANGERS]),
    after=st.text(alphabet=" ,.;:!?\n", min_size=1, max_size=4),
)
def test_no_whole_name_is_left_whatever_stands_around_it(before: str, who: str, after: str) -> None:
    names = OtherNames("Jonas Weidmann", "", RELATED, STRANGERS)
    assert who not in names.hidden(f"{before} {who}{after}")


def test_a_name_the_person_has_too_stays() -> None:
    names = OtherNames("Jonas Ek", "", ["Ada Ek"], [])
    assert names.hidden("Ek met Ada; Ada Ek laughed") == "Ek met A.; A. E. laughed"
