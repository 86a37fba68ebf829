"""A story as it will look on paper, as a text document on the screen: same order, sizes and colors as the file."""

from html import escape

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QTextDocument, QTextOption

from mentordesk.domain.story_document import Passage, Portrait, StoryDocument
from mentordesk.exchange.story import looks
from mentordesk.exchange.story.looks import Look
from mentordesk.exchange.story.text import clean, is_right_to_left, paragraphs, quoted

PAPER = "#FFFFFF"
"""Paper is white in every theme."""
WIDTH_POINTS = 166 / 25.4 * 72
"""The width of the text on A4, between the margins."""


def page(document: StoryDocument, dots_per_point: float = 1.0) -> QTextDocument:
    """The page at a scale: one point of paper is so many pixels."""
    made = QTextDocument()
    made.setDocumentMargin(0)
    font = QFont(looks.SANS)
    font.setPixelSize(round(looks.ANSWER.size * dots_per_point))
    made.setDefaultFont(font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made.setDefaultTextOption(option)
    made.setHtml(_Writer(dots_per_point).html(document))
    made.setPageSize(QSizeF(WIDTH_POINTS * dots_per_point, -1))
    return made


class _Writer:
    """Writes the parts in the looks of the page; a text document knows tables and no columns."""

    def __init__(self, scale: float) -> None:
        self._scale = scale

    def html(self, it: StoryDocument) -> str:
        parts = [
            _bar(looks.ACCENT, self._px(3)),
            self._gap(10),
            self._words(looks.KICKER, it.kicker),
            self._words(looks.heading(it.heading), it.heading),
            self._gap(looks.heading(it.heading).below),
            self._beside(self._portrait(it.left), self._portrait(it.right), looks.COLUMN_GAP_MM),
            self._words(looks.FACTS, it.facts) if it.facts else "",
            self._quote(it.quote) if it.quote else "",
            self._passages(it),
            self._gap(24),
            _bar(looks.LINE, 1),
            self._gap(5),
            self._words(looks.FOOTER, it.footer),
        ]
        return f"<html><body>{''.join(parts)}</body></html>"

    def _px(self, points: float) -> int:
        return max(1, round(points * self._scale))

    def _gap(self, points: float) -> str:
        """Empty room: beside a table a text document leaves out the space above a paragraph."""
        return _bar(PAPER.removeprefix("#"), self._px(points))

    def _style(self, look: Look) -> str:
        weight = "bold" if look.bold else "normal"
        return (
            f"font-family:'{look.font}'; font-size:{self._px(look.size)}px; font-weight:{weight}; "
            f"color:#{look.color}; margin:{round(look.above * self._scale)}px 0 {round(look.below * self._scale)}px 0; "
            f"line-height:{round(look.line * 100)}%;"
        )

    def _words(self, look: Look, text: str, lead: str = "") -> str:
        words = escape(clean(text)).replace("\n", "<br>")
        direction = ' dir="rtl"' if is_right_to_left(text) else ""
        return f'<p{direction} style="{self._style(look)}">{lead}{words}</p>'

    def _portrait(self, person: Portrait) -> str:
        name = looks.Look(looks.NAME.size, looks.SIDE_INK[person.side], bold=True, above=looks.NAME.above)
        line = _bar(looks.SIDE_LINE[person.side], self._px(2.25))
        return line + self._gap(name.above) + self._words(name, person.name) + self._words(looks.ROLE, person.words)

    def _beside(self, left: str, right: str, gap_mm: float) -> str:
        gap = self._px(gap_mm / 25.4 * 72)
        cell = '<td width="50%" valign="top">'
        return (
            '<table width="100%" cellspacing="0" cellpadding="0" border="0"><tr>'
            f'{cell}{left}</td><td width="{gap}">&nbsp;</td>{cell}{right}</td></tr></table>'
        )

    def _quote(self, text: str) -> str:
        look = looks.quote(text)
        line, gap = _bar(looks.ACCENT, 1), self._gap(8)
        return self._gap(look.above) + line + gap + self._words(look, quoted(text)) + gap + line + self._gap(8)

    def _passages(self, it: StoryDocument) -> str:
        question, answer = looks.of_length(it.letters)
        written = [(passage, self._passage(passage, question, answer)) for passage in it.passages]
        middle, so_far, left = it.letters / 2, 0, 0
        for passage, _ in written:
            so_far += len(passage.question) + sum(len(said.text) for said in passage.said)
            left += 1
            if so_far >= middle:
                break
        columns = "".join(html for _, html in written[:left]), "".join(html for _, html in written[left:])
        return self._beside(*columns, looks.COLUMN_GAP_MM)

    def _passage(self, passage: Passage, question: Look, answer: Look) -> str:
        parts = [self._gap(question.above), self._words(question, passage.question)]
        for said in passage.said:
            ink = looks.SIDE_INK[said.side]
            lead = f'<span style="color:#{ink}; font-weight:bold">{escape(clean(said.name))}</span>&nbsp; '
            for number, words in enumerate(paragraphs(said.text)):
                parts.append(self._words(answer, words, lead if number == 0 else ""))
        return "".join(parts)


def _bar(color: str, height: int) -> str:
    """A line over the whole width."""
    return (
        '<table width="100%" cellspacing="0" cellpadding="0" border="0"><tr>'
        f'<td bgcolor="#{color}" style="font-size:1px; line-height:{height}px" height="{height}"></td></tr></table>'
    )
