"""The page of a story: read back as Word reads it, with the hardest words people type, and what happens on disk."""

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from mentordesk.domain.errors import FileError
from mentordesk.domain.standing import Side
from mentordesk.domain.story_document import Passage, Portrait, Said, StoryDocument
from mentordesk.exchange import paper
from mentordesk.exchange.story import looks, story
from mentordesk.exchange.story import text as story_text

PAGE = StoryDocument(
    kicker="Traditional mentoring · Crossroads",
    title="The night shift",
    left=Portrait(Side.LEFT, "Amara Okonkwo", "Mentor", "VP Operations", "Rotterdam"),
    right=Portrait(Side.RIGHT, "Jonas Weidmann", "Mentee", "Team lead", "Leipzig"),
    facts="Together since 6 October 2025. Introduced by Ruth Adelmann.",
    quote="Write down what you give and get.",
    passages=(
        Passage("How did you meet?", (Said(Side.LEFT, "Amara", "At lunch."), Said(Side.RIGHT, "Jonas", "=1+1"))),
        Passage("And now?", (Said(None, "Both", "We go on.\nAs before.\n\nEvery month."),)),
    ),
    footer="Amara Okonkwo agreed on 1 June 2026. Jonas Weidmann agreed on 2 June 2026.",
)


def saved(page: StoryDocument, folder: Path, letter: bool = False) -> Any:
    path = folder / "story.docx"
    story.save(page, path, letter)
    return docx.Document(str(path))


def colors(paragraph: Any) -> list[tuple[str, str]]:
    return [(run.text.strip(), str(run.font.color.rgb)) for run in paragraph.runs if run.font.color.rgb is not None]


def test_the_page_has_everything_in_its_order(tmp_path: Path) -> None:
    read = saved(PAGE, tmp_path)
    assert [line.text for line in read.paragraphs if line.text] == [
        "Traditional mentoring · Crossroads",
        "The night shift",
        "Together since 6 October 2025. Introduced by Ruth Adelmann.",
        "“Write down what you give and get.”",
        "How did you meet?",
        "Amara  At lunch.",
        "Jonas  =1+1",
        "And now?",
        "Both  We go on.\nAs before.",
        "Every month.",
    ]
    left, _, right = read.tables[0].rows[0].cells
    assert left.text == "Amara Okonkwo\nMentor. VP Operations, Rotterdam"
    assert right.text == "Jonas Weidmann\nMentee. Team lead, Leipzig"
    assert read.sections[0].footer.paragraphs[0].text.startswith(PAGE.footer)


def test_sides_have_their_colors_and_the_quote_stands_large_between_lines(tmp_path: Path) -> None:
    read = saved(PAGE, tmp_path)
    lines = {line.text: line for line in read.paragraphs}
    assert colors(lines["Amara  At lunch."]) == [("Amara", "1C4F8F")]
    assert colors(lines["Jonas  =1+1"]) == [("Jonas", "944008")]
    left, _, right = read.tables[0].rows[0].cells
    assert colors(left.paragraphs[0]) == [("Amara Okonkwo", "1C4F8F")]
    assert colors(right.paragraphs[0]) == [("Jonas Weidmann", "944008")]
    quote = lines["“Write down what you give and get.”"]
    assert quote.style.font.size.pt >= 20
    assert str(quote.style.font.color.rgb) == looks.ACCENT
    rules = quote._p.pPr.find(qn("w:pBdr"))
    assert [edge.tag for edge in rules] == [qn("w:top"), qn("w:bottom")]
    assert read.styles["Title"].font.size.pt > quote.style.font.size.pt > read.styles["Heading 2"].font.size.pt


def test_questions_are_headings_in_two_columns(tmp_path: Path) -> None:
    read = saved(PAGE, tmp_path)
    assert [it.text for it in read.paragraphs if it.style.name == "Heading 2"] == ["How did you meet?", "And now?"]
    columns = [section._sectPr.find(qn("w:cols")).get(qn("w:num")) for section in read.sections]
    assert columns == ["1", "2", "1"]


@pytest.mark.parametrize(("letter", "size"), [(False, (210.0, 297.0)), (True, (215.9, 279.4))])
def test_the_paper_is_a4_or_letter(tmp_path: Path, letter: bool, size: tuple[float, float]) -> None:
    section = saved(PAGE, tmp_path, letter).sections[0]
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx(size, abs=0.1)


def test_the_paper_of_a_country() -> None:
    assert [paper.is_letter(place) for place in ("en_US", "fr_CA", "Spanish_Mexico", "de_DE", "")] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_the_file_names_nobody_as_its_author(tmp_path: Path) -> None:
    about = saved(PAGE, tmp_path).core_properties
    assert (about.title, about.author, about.last_modified_by, about.comments) == ("The night shift", "", "", "")


HARD = {
    "control": ("a\x00b\x07c\x1bd", "abcd"),
    "surrogate": ("a\ud83db", "ab"),
    "ends": ("a\r\nb\x0bc\u2028d", "a\nb\nc\nd"),
    "emoji": ("😀 👩‍👩‍👧 🇫🇷", "😀 👩‍👩‍👧 🇫🇷"),
    "formula": ("=HYPERLINK(1)", "=HYPERLINK(1)"),
    "markup": ("<b>&amp;</b> ]]>", "<b>&amp;</b> ]]>"),
    "right to left": ("كان اللقاء الأول", "كان اللقاء الأول"),
    "word": ("x" * 5_000, "x" * 5_000),
}


@pytest.mark.parametrize(("typed", "shown"), HARD.values(), ids=HARD)
def test_hard_words_come_through_everywhere(tmp_path: Path, typed: str, shown: str) -> None:
    page = replace(
        PAGE,
        title=typed,
        quote=typed,
        left=replace(PAGE.left, name=typed, title=typed),
        passages=(Passage(typed, (Said(Side.LEFT, typed, typed),)),),
    )
    read = saved(page, tmp_path)
    texts = [line.text for line in read.paragraphs]
    assert texts.count(shown) == 2
    assert f"“{shown}”" in texts
    assert f"{shown}  {shown}" in texts
    assert read.tables[0].rows[0].cells[0].paragraphs[0].text == shown
    assert f"{shown}: {shown}" in story_text.plain(page)


def test_a_name_read_from_the_right_stays_on_its_side_and_begins_at_the_right(tmp_path: Path) -> None:
    read = saved(replace(PAGE, left=replace(PAGE.left, name="ليلى الحداد")), tmp_path)
    name = read.tables[0].rows[0].cells[0].paragraphs[0]
    assert name._p.pPr.find(qn("w:bidi")) is not None
    assert name.runs[0].font.rtl
    assert read.tables[0]._tbl.tblPr.find(qn("w:bidiVisual")).get(qn("w:val")) == "0"
    assert not story_text.is_right_to_left("123 – Amara ليلى")


def test_long_titles_and_quotes_are_set_smaller_and_short_stories_larger() -> None:
    assert looks.heading("x" * 200).size < looks.heading("x" * 30).size
    assert looks.quote("x" * 300).size < looks.quote("x" * 50).size
    assert looks.of_length(100)[1].size > looks.of_length(5_000)[1].size == looks.ANSWER.size


def test_a_bare_story_is_a_page_too(tmp_path: Path) -> None:
    bare = replace(PAGE, title="", quote="", facts="", kicker="")
    texts = [line.text for line in saved(bare, tmp_path).paragraphs]
    assert "Amara Okonkwo & Jonas Weidmann" in texts
    assert not any("“" in text for text in texts)


def test_the_text_file_reads_like_the_page(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    story.save(PAGE, path)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("The night shift\n\nAmara Okonkwo, mentor, VP Operations, Rotterdam\n")
    assert "\n\nHow did you meet?\nAmara: At lunch.\nJonas: =1+1\n\nAnd now?\n" in text
    assert text.endswith(f"\n\n{PAGE.footer}\n")


def test_a_quote_in_marks_gets_no_second_ones() -> None:
    assert [story_text.quoted(it) for it in ("Go.", "“Go.”", "„Los.“")] == ["“Go.”", "“Go.”", "„Los.“"]


@pytest.mark.parametrize("name", ["story.docx", "story.txt"])
def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileError, match=r"The story was not saved\."):
        story.save(PAGE, tmp_path / "nowhere" / name)
    (tmp_path / name).mkdir()
    with pytest.raises(FileError, match="is a folder"):
        story.save(PAGE, tmp_path / name)
    assert [it.name for it in tmp_path.iterdir()] == [name]


def test_a_page_that_fails_half_way_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "story.txt"
    path.write_text("before", encoding="utf-8")

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError, match="no room left"):
        story.save(PAGE, path)
    assert path.read_text(encoding="utf-8") == "before"
    assert [it.name for it in tmp_path.iterdir()] == ["story.txt"]


def test_word_finds_every_part_in_the_order_its_format_asks_for(tmp_path: Path) -> None:
    read = saved(replace(PAGE, left=replace(PAGE.left, name="ليلى")), tmp_path)
    order = ["bidiVisual", "tblW", "tblInd", "tblLayout", "tblCellMar", "tblLook"]
    tags = [re.sub("{.*}", "", part.tag) for part in read.tables[0]._tbl.tblPr]
    assert [tag for tag in tags if tag in order] == order
    for style in ("Title", "Heading 2"):
        names = [re.sub("{.*}", "", part.tag) for part in read.styles[style].element.rPr]
        assert names == ["rFonts", "b", "bCs", "color", "sz", "szCs"]
