"""The page of a story as a Word document: a magazine page on A4 or Letter. The only one who knows python-docx."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentordesk.domain.standing import Side
from mentordesk.domain.story_document import Passage, Portrait, StoryDocument
from mentordesk.exchange import paper
from mentordesk.exchange.excel.target import replacing
from mentordesk.exchange.story import looks as story_looks
from mentordesk.exchange.story import text as story_text
from mentordesk.exchange.story.looks import Look
from mentordesk.exchange.story.text import clean, paragraphs, quoted

if TYPE_CHECKING:
    from docx.document import Document

WORD, TEXT = ".docx", ".txt"
_A4, _LETTER = (210.0, 297.0), (215.9, 279.4)


def save(document: StoryDocument, path: Path, letter: bool | None = None) -> None:
    """Write the story as the file's ending says: .txt as plain text, else as a Word document.

    `letter` prints on Letter or A4; None as this computer's country does. Raises FileError where the file cannot be
    written; then nothing of it is.
    """
    if path.suffix.lower() == TEXT:
        story_text.write(document, path)
        return
    made = page(document, paper.is_letter() if letter is None else letter)
    with replacing(path, story_text.WHAT) as file:
        made.save(file)


def page(document: StoryDocument, letter: bool = False) -> "Document":
    """The page: kicker, title, the two, the quote over the whole width; questions and answers in two columns."""
    import docx
    from docx.enum.section import WD_SECTION

    from mentordesk.exchange.story import parts

    made = docx.Document()
    parts.describe(made, clean(document.heading))
    parts.set_up(made.sections[0], *(_LETTER if letter else _A4))
    looks = _styles(made, document)
    head = parts.paragraph(made, looks["kicker"], document.kicker)
    parts.rule(head, "top", story_looks.ACCENT, 3)
    parts.paragraph(made, looks["heading"], document.heading)
    _people(made, looks, document)
    if document.facts:
        parts.paragraph(made, looks["facts"], document.facts)
    if document.quote:
        quote = parts.paragraph(made, looks["quote"], quoted(document.quote))
        for edge in ("top", "bottom"):
            parts.rule(quote, edge, story_looks.ACCENT, 1)
    parts.columns(made.sections[-1], 1)
    parts.columns(made.add_section(WD_SECTION.CONTINUOUS), 2, story_looks.COLUMN_GAP_MM)
    for passage in document.passages:
        _passage(made, looks, passage)
    parts.columns(made.add_section(WD_SECTION.CONTINUOUS), 1)
    parts.footer(made.sections[0], looks["footer"], document.footer)
    return made


def _styles(made: "Document", document: StoryDocument) -> dict[str, Any]:
    """The looks as styles of the document, under the names that Word's own list has for them."""
    from mentordesk.exchange.story import parts

    question, answer = story_looks.of_length(document.letters)
    looks: dict[str, tuple[str, Look]] = {
        "answer": ("Normal", answer),
        "kicker": ("Story kicker", story_looks.KICKER),
        "heading": ("Title", story_looks.heading(document.heading)),
        "name": ("Story name", story_looks.NAME),
        "role": ("Story role", story_looks.ROLE),
        "facts": ("Story facts", story_looks.FACTS),
        "quote": ("Quote", story_looks.quote(document.quote)),
        "question": ("Heading 2", question),
        "footer": ("Footer", story_looks.FOOTER),
    }
    return {key: parts.style(made, name, look) for key, (name, look) in looks.items()}


def _people(made: "Document", looks: dict[str, Any], document: StoryDocument) -> None:
    """The two beside each other, each below a line in the color of the side."""
    from mentordesk.exchange.story import parts

    table = parts.two_cells(made)
    for cell, person in zip(table.rows[0].cells[::2], (document.left, document.right), strict=True):
        _portrait(cell, looks, person)


def _portrait(cell: Any, looks: dict[str, Any], person: Portrait) -> None:
    from mentordesk.exchange.story import parts

    parts.cell_rule(cell, story_looks.SIDE_LINE[person.side])
    name = parts.paragraph(cell, looks["name"], "", first=True)
    parts.run(name, clean(person.name), story_looks.SIDE_INK[person.side])
    parts.direct(name, person.name)
    parts.paragraph(cell, looks["role"], person.words)


def _passage(made: "Document", looks: dict[str, Any], passage: Passage) -> None:
    from mentordesk.exchange.story import parts

    parts.paragraph(made, looks["question"], passage.question)
    for said in passage.said:
        for number, words in enumerate(paragraphs(said.text)):
            line = parts.paragraph(made, looks["answer"], "")
            if number == 0:
                _speaker(line, said.name, said.side)
            parts.run(line, words)
            parts.direct(line, words)


def _speaker(line: Any, name: str, side: Side | None) -> None:
    from mentordesk.exchange.story import parts

    parts.run(line, f"{clean(name)}  ", story_looks.SIDE_INK[side], bold=True)
