"""Names and texts as Excel takes them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from mentordesk.exchange.excel import text as excel_text

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


def test_forbidden_characters_are_replaced_and_line_ends_are_plain():
    assert excel_text.clean("a\x00b\x1fc\ud800d\ufffee") == "a\ufffdb\ufffdc\ufffdd\ufffde"
    assert excel_text.clean("one\r\ntwo\rthree\ttab") == "one\ntwo\nthree\ttab"
    assert excel_text.clean("Zofia Kamińska 👋") == "Zofia Kamińska 👋"


def test_a_long_text_ends_with_a_mark_that_says_how_long_it_was():
    text = excel_text.shortened("x" * 40_000)
    assert len(text) == 32_767
    assert text.endswith("x… [shortened from 40,000 characters]")
    assert excel_text.shortened("x" * 32_767) == "x" * 32_767


def test_letters_beyond_the_basic_plane_count_twice():
    text = excel_text.shortened("👋" * 20_000)
    assert excel_text.units(text) <= 32_767
    assert text.endswith("[shortened from 40,000 characters]")
    assert excel_text.shortened("👋" * 16_383) == "👋" * 16_383


def test_headings_are_one_line_filled_and_different():
    titles = ["Name", "name", "", None, "Two\nlines", "Name 2", "x" * 300]
    assert excel_text.headings(titles) == (
        *("Name", "name 2", "Column 3", "Column 4", "Two lines", "Name 2 2"),
        "x" * 255,
    )


def test_sheet_names_follow_the_rules_of_excel():
    names = ["Give/take: [all]*?", "History", "'quoted'", "", "x" * 40, "X" * 31, "history"]
    assert excel_text.sheet_names(names) == (
        *("Give-take- -all---", "History 2", "quoted", "Sheet", "x" * 31, "X" * 29 + " 2", "history 3"),
    )


def test_table_names_never_look_like_cells():
    names = ["Pairs", "pairs", "A1", "R1C1", "c", "2026 pairs", "Give & take", "", "XFD1048576"]
    assert excel_text.table_names(names) == (
        *("Pairs", "pairs_2", "_A1", "_R1C1", "_c", "_2026_pairs", "Give_take", "Table", "_XFD1048576"),
    )


@given(st.lists(ANY_TEXT, max_size=8))
def test_any_names_become_valid_and_different(names):
    sheets, tables, titles = excel_text.sheet_names(names), excel_text.table_names(names), excel_text.headings(names)
    for made in (sheets, tables, titles):
        assert len({name.casefold() for name in made}) == len(names)
    for name in sheets:
        assert 1 <= excel_text.units(name) <= 31
        assert not re.search(r"[\\/*?:\[\]]|^'|'$", name)
        assert name.casefold() != "history"
    for name in tables:
        assert name[0].isalpha() or name[0] == "_"
        assert " " not in name
    for title in titles:
        assert title == " ".join(title.split()) != ""
        assert excel_text.units(title) <= 255


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text):
    once = excel_text.clean(text)
    assert excel_text.clean(once) == once
    once.encode("utf-8")
