"""The parts of a Word page that python-docx has no words for: rules, columns, cell lines, direction. Knows no story."""

from datetime import UTC, datetime
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from mentordesk.exchange.story.looks import GRAY, LINE, MARGIN_MM, Look
from mentordesk.exchange.story.text import clean, is_right_to_left

_EIGHTHS = 8
"""Word measures lines in eighths of a point."""
_TWIPS_PER_MM = 1440 / 25.4
_GAP_MM = 8
_KEEPS = frozenset({qn("w:outlineLvl")})


def describe(document: Document, title: str) -> None:
    """The properties of the file: its title and when it was made, nobody's name."""
    about = document.core_properties
    about.title, about.subject, about.author, about.last_modified_by, about.comments = title[:250], "", "", "", ""
    about.created = about.modified = datetime.now(UTC)


def set_up(section: Section, width: float, height: float) -> None:
    """Paper in millimeters, with the margins of the page."""
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(MARGIN_MM)
    section.top_margin, section.bottom_margin = Mm(20), Mm(22)
    section.footer_distance = Mm(11)


def style(document: Document, name: str, look: Look) -> ParagraphStyle:
    """A style of the document in this look; one of Word's own is emptied first, so that nothing else shows."""
    styles: Any = document.styles
    found: ParagraphStyle = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for properties in (found.element.get_or_add_pPr(), found.element.get_or_add_rPr()):
        for child in list(properties):
            if child.tag not in _KEEPS:
                properties.remove(child)
    _font(found, look)
    spacing = found.paragraph_format
    spacing.space_before, spacing.space_after = Pt(look.above), Pt(look.below)
    spacing.line_spacing, spacing.widow_control = look.line, True
    spacing.keep_with_next = spacing.keep_together = name.startswith("Heading") or name == "Title"
    return found


def _font(found: ParagraphStyle, look: Look) -> None:
    font: Any = found.font
    font.name, font.size, font.bold = look.font, Pt(look.size), look.bold
    font.color.rgb = RGBColor.from_string(look.color)
    properties: Any = found.element.get_or_add_rPr()
    for script in ("w:cs", "w:eastAsia"):
        properties.rFonts.set(qn(script), look.font)
    if look.bold:
        properties.insert_element_before(OxmlElement("w:bCs"), "w:i", "w:iCs", "w:color", "w:sz")
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(round(look.size * 2)))
    properties.append(size)


def paragraph(where: Any, style: ParagraphStyle, text: str, first: bool = False) -> Paragraph:
    """A paragraph in a style; `first` takes the one that a cell begins with."""
    made: Paragraph = where.paragraphs[0] if first else where.add_paragraph()
    made.style = style
    if text:
        run(made, clean(text))
        direct(made, text)
    return made


def run(where: Paragraph, text: str, color: str = "", bold: bool | None = None) -> Run:
    """Words in a paragraph; letters read from the right get the mark Word wants for them."""
    made = where.add_run(text)
    made.bold = bold
    if color:
        made.font.color.rgb = RGBColor.from_string(color)
    if is_right_to_left(text):
        made.font.rtl = True
    return made


def direct(where: Paragraph, text: str) -> None:
    """A paragraph that begins with letters read from the right begins at the right."""
    if is_right_to_left(text):
        properties: Any = where._p.get_or_add_pPr()
        properties.insert_element_before(OxmlElement("w:bidi"), "w:adjustRightInd", *_AFTER_BIDI)


_AFTER_BIDI = ("w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr", "w:sectPr", "w:pPrChange")
_AFTER_INDENT = ("w:tblLayout", "w:tblCellMar", "w:tblLook")
_AFTER_BORDERS = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:bidi", *_AFTER_BIDI)


def rule(where: Paragraph, edge: str, color: str, points: float, space: int = 10) -> None:
    """A line above ("top") or below ("bottom") a paragraph, `space` points from its words."""
    properties: Any = where._p.get_or_add_pPr()
    borders: Any = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = OxmlElement("w:pBdr")
        properties.insert_element_before(borders, *_AFTER_BORDERS)
    borders.append(_line(edge, color, points, space))


def _line(edge: str, color: str, points: float, space: int = 0) -> Any:
    made = OxmlElement(f"w:{edge}")
    for name, value in (("val", "single"), ("sz", round(points * _EIGHTHS)), ("space", space), ("color", color)):
        made.set(qn(f"w:{name}"), str(value))
    return made


def columns(section: Section, number: int, gap_mm: float = 0) -> None:
    """How many columns a section of the page has."""
    element: Any = section._sectPr
    for old in element.findall(qn("w:cols")):
        element.remove(old)
    made: Any = OxmlElement("w:cols")
    made.set(qn("w:num"), str(number))
    if number > 1:
        made.set(qn("w:space"), str(round(gap_mm * _TWIPS_PER_MM)))
    after = ("w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:textDirection", "w:bidi", "w:rtlGutter")
    element.insert_element_before(made, *after, "w:docGrid", "w:printerSettings", "w:sectPrChange")


def two_cells(document: Document) -> Table:
    """A row of two cells with a gap between them, over the whole width, without lines."""
    table: Table = document.add_table(rows=1, cols=3)
    table.autofit = False
    section = document.sections[0]
    assert section.page_width is not None
    whole = section.page_width.mm - 2 * MARGIN_MM
    widths = ((whole - _GAP_MM) / 2, _GAP_MM, (whole - _GAP_MM) / 2)
    for column, cell, width in zip(table.columns, table.rows[0].cells, widths, strict=True):
        column.width = cell.width = Mm(width)
    _no_margins(table)
    return table


def _no_margins(table: Table) -> None:
    """The cells begin where the text above them does, and the left one stays left whatever its letters."""
    properties: Any = table._tbl.tblPr
    order = OxmlElement("w:bidiVisual")
    order.set(qn("w:val"), "0")
    properties.insert_element_before(order, "w:tblStyleRowBandSize", "w:tblStyleColBandSize", "w:tblW")
    properties.insert_element_before(_width("tblInd"), *("w:tblBorders", "w:shd"), *_AFTER_INDENT)
    margins = OxmlElement("w:tblCellMar")
    for edge in ("left", "right"):
        margins.append(_width(edge))
    properties.insert_element_before(margins, "w:tblLook")


def _width(name: str) -> Any:
    made = OxmlElement(f"w:{name}")
    made.set(qn("w:w"), "0")
    made.set(qn("w:type"), "dxa")
    return made


def cell_rule(cell: Any, color: str) -> None:
    """A line above a cell."""
    borders = OxmlElement("w:tcBorders")
    borders.append(_line("top", color, 2.25))
    cell._tc.get_or_add_tcPr().append(borders)


def footer(section: Section, style: ParagraphStyle, text: str) -> None:
    """The foot of every page: the words at the left, the page's number at the right, a thin line above."""
    made = section.footer.paragraphs[0]
    made.style = style
    assert section.page_width is not None
    made.paragraph_format.tab_stops.add_tab_stop(Mm(section.page_width.mm - 2 * MARGIN_MM), WD_TAB_ALIGNMENT.RIGHT)
    rule(made, "top", LINE, 0.5, 6)
    run(made, f"{clean(text)}\t")
    number = run(made, "", GRAY)
    for kind, code in (("begin", ""), ("", "PAGE"), ("end", "")):
        number._r.append(_field(kind, code))


def _field(kind: str, code: str) -> Any:
    if code:
        made = OxmlElement("w:instrText")
        made.text = code
        return made
    made = OxmlElement("w:fldChar")
    made.set(qn("w:fldCharType"), kind)
    return made
