"""What openpyxl cannot say, put into the XML of single parts. Knows neither rows nor the file as a whole.

Sheets get their true extent, the direction of data bars and the texts that may look like numbers; drawings what
their charts show; the properties the company; the list of contents the shared texts.
"""

import uuid

from lxml import etree

from mentordesk.exchange.excel import text as excel_text
from mentordesk.exchange.excel.book import Bar, SheetPart

SHARED_TEXTS = "xl/sharedStrings.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
_XM = "http://schemas.microsoft.com/office/excel/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
# The names Microsoft gave to these extensions of a rule and of a sheet.
_RULE_EXTENSION = "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"
_SHEET_EXTENSION = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}"
# What may stand after the ignored errors of a sheet.
_AFTER_ERRORS = ("smartTags", "drawing", "legacyDrawing", "picture", "oleObjects", "controls", "tableParts", "extLst")
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TEXTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_TEXTS_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"


def around_rows(frame: bytes, part: SheetPart) -> tuple[bytes, bytes]:
    """What stands before and after the rows of a sheet."""
    sheet = etree.fromstring(frame)
    for dimension in sheet.iter(f"{{{_MAIN}}}dimension"):
        dimension.set("ref", f"A1:{part.last_cell}")
    rows = sheet.find(f"{{{_MAIN}}}sheetData")
    if rows is not None:
        rows.clear()
    _add_bars(sheet, part.bars)
    _add_ignored_errors(sheet, part.texts)
    xml = _xml(sheet)
    head, tail = xml.split(b"<sheetData/>")
    return head, tail


def _add_ignored_errors(sheet: etree._Element, texts: list[str]) -> None:
    """An employee number kept as text is no mistake: no green corner."""
    if not texts:
        return
    errors = etree.Element(f"{{{_MAIN}}}ignoredErrors")
    etree.SubElement(errors, f"{{{_MAIN}}}ignoredError", sqref=" ".join(texts), numberStoredAsText="1")
    later = [child for child in sheet if etree.QName(child).localname in _AFTER_ERRORS]
    if later:
        later[0].addprevious(errors)
    else:
        sheet.append(errors)


def _add_bars(sheet: etree._Element, bars: list[Bar]) -> None:
    if not bars:
        return
    extensions = etree.SubElement(sheet, f"{{{_MAIN}}}extLst")
    extension = etree.SubElement(extensions, f"{{{_MAIN}}}ext", uri=_SHEET_EXTENSION, nsmap={"x14": _X14, "xm": _XM})
    group = etree.SubElement(extension, f"{{{_X14}}}conditionalFormattings")
    for place, bar in enumerate(bars):
        identity = "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, f"{place} {bar.cells}")).upper() + "}"
        _add_plain_bar(sheet, bar, identity, priority=1_000 + place)
        _add_directed_bar(group, bar, identity)


def _add_plain_bar(sheet: etree._Element, bar: Bar, identity: str, priority: int) -> None:
    """The bar as every program knows it, with a reference to its extension."""
    formatting = next(
        each for each in sheet.iter(f"{{{_MAIN}}}conditionalFormatting") if each.get("sqref") == bar.cells
    )
    rule = etree.SubElement(formatting, f"{{{_MAIN}}}cfRule", type="dataBar", priority=str(priority))
    plain = etree.SubElement(rule, f"{{{_MAIN}}}dataBar", minLength="0", maxLength="100")
    for limit in (0, bar.maximum):
        etree.SubElement(plain, f"{{{_MAIN}}}cfvo", type="num", val=f"{limit:g}")
    etree.SubElement(plain, f"{{{_MAIN}}}color", rgb=f"FF{bar.color}")
    extensions = etree.SubElement(rule, f"{{{_MAIN}}}extLst")
    extension = etree.SubElement(extensions, f"{{{_MAIN}}}ext", uri=_RULE_EXTENSION, nsmap={"x14": _X14})
    etree.SubElement(extension, f"{{{_X14}}}id").text = identity


def _add_directed_bar(group: etree._Element, bar: Bar, identity: str) -> None:
    """The bar with its direction, one color and no frame."""
    formatting = etree.SubElement(group, f"{{{_X14}}}conditionalFormatting")
    rule = etree.SubElement(formatting, f"{{{_X14}}}cfRule", type="dataBar", id=identity)
    directed = etree.SubElement(
        rule,
        f"{{{_X14}}}dataBar",
        minLength="0",
        maxLength="100",
        gradient="0",
        direction="rightToLeft" if bar.grows == "left" else "leftToRight",
    )
    for limit in (0, bar.maximum):
        value = etree.SubElement(directed, f"{{{_X14}}}cfvo", type="num")
        etree.SubElement(value, f"{{{_XM}}}f").text = f"{limit:g}"
    for color in ("negativeFillColor", "axisColor"):
        etree.SubElement(directed, f"{{{_X14}}}{color}", rgb=f"FF{bar.color}")
    etree.SubElement(formatting, f"{{{_XM}}}sqref").text = bar.cells


def described(drawing: bytes, texts: list[str]) -> bytes:
    """The charts with what they show, for those who listen to the sheet."""
    root = etree.fromstring(drawing)
    for place, (shape, text) in enumerate(zip(root.iter(f"{{{_DRAWING}}}cNvPr"), texts, strict=True), start=1):
        shape.set("descr", excel_text.clean(text))
        shape.set("name", f"Chart {place}")
    return _xml(root)


def with_company(properties: bytes, company: str) -> bytes:
    root = etree.fromstring(properties)
    for old in root.findall(f"{{{_PROPERTIES}}}Company"):
        root.remove(old)
    if company:
        etree.SubElement(root, f"{{{_PROPERTIES}}}Company").text = excel_text.clean(company)
    return _xml(root)


def with_texts_listed(types: bytes) -> bytes:
    """The list of contents with the shared texts, of which openpyxl writes none."""
    root = etree.fromstring(types)
    etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{SHARED_TEXTS}", ContentType=_TEXTS_TYPE)
    return _xml(root)


def with_texts_related(relations: bytes) -> bytes:
    """The workbook's relations with the shared texts."""
    root = etree.fromstring(relations)
    relation = f"{{{_RELATIONS}}}Relationship"
    etree.SubElement(root, relation, Id="rIdTexts", Type=_TEXTS_RELATION, Target=f"/{SHARED_TEXTS}")
    return _xml(root)


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
