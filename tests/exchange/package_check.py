"""What Excel is strict about in a workbook, checked on the file itself: each fault is a sentence.

It reads XML alone and knows neither the writer nor openpyxl's way of reading.
"""

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
X14 = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
# The order of the elements of a sheet in the schema (ECMA-376, CT_Worksheet); another order is a repair.
ORDER = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection"),
    *("protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells"),
    *("phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins"),
    *("pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors"),
    *("smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls"),
    *("webPublishItems", "tableParts", "extLst"),
)
ERRORS = re.compile(r"#(REF|NAME|VALUE|DIV/0|N/A|NUM|NULL)[!?]?")
_SHEET_REF = re.compile(r"(?:'((?:[^']|'')+)'|([A-Za-z_][\w.]*))!")
_TABLE_REF = re.compile(r"([A-Za-z_]\w*)\[([^\[\]]+)\]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")
_QUOTED = re.compile(r'"(?:[^"]|"")*"')


@dataclass
class Box:
    """A rectangle of cells, from 1."""

    left: int
    top: int
    right: int
    bottom: int

    def meets(self, other: "Box") -> bool:
        across = self.left <= other.right and other.left <= self.right
        return across and self.top <= other.bottom and other.top <= self.bottom

    def holds(self, other: "Box") -> bool:
        inside = self.left <= other.left and other.right <= self.right
        return inside and self.top <= other.top and other.bottom <= self.bottom


@dataclass
class Sheet:
    name: str
    part: str
    root: etree._Element
    tables: list[etree._Element] = field(default_factory=list)
    cells: dict[tuple[int, int], etree._Element] = field(default_factory=dict)


def check_package(path: Path) -> list[str]:
    """Every fault of the file, in sentences."""
    with zipfile.ZipFile(path) as package:
        return [*_Checked(package).faults()]


def column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def box(text: str) -> Box:
    """ "B2:D9" or "B2". Raises ValueError for what is no range."""
    found = re.fullmatch(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?", text)
    if found is None:
        raise ValueError(text)
    left, top, right, bottom = found.groups()
    made = Box(column(left), int(top), column(right or left), int(bottom or top))
    if made.right > 16_384 or made.bottom > 1_048_576 or made.left > made.right or made.top > made.bottom:
        raise ValueError(text)
    return made


class _Checked:
    def __init__(self, package: zipfile.ZipFile) -> None:
        self.package = package
        self.names = package.namelist()
        self.xml = {
            name: etree.fromstring(package.read(name)) for name in self.names if name.endswith((".xml", ".rels"))
        }
        self.sheets = [self._sheet(each) for each in self.xml["xl/workbook.xml"].iter(f"{M}sheet")]
        texts = self.xml.get("xl/sharedStrings.xml")
        self.texts = ["".join(each.itertext(f"{M}t")) for each in texts.iter(f"{M}si")] if texts is not None else []
        self.tables = {table.get("displayName"): table for sheet in self.sheets for table in sheet.tables}

    def faults(self) -> Iterator[str]:
        yield from self._package()
        yield from self._sheet_names()
        yield from self._table_names()
        yield from self._defined_names()
        yield from self._texts()
        checks: tuple[Callable[[Sheet], Iterator[str]], ...] = (
            *(self._order, self._cells, self._merged, self._tables_of, self._rules, self._validations, self._filters),
        )
        for sheet in self.sheets:
            for check in checks:
                yield from (f"{sheet.name}: {fault}" for fault in check(sheet))
        yield from self._charts()

    # The package

    def _package(self) -> Iterator[str]:
        yield from (f"part {name} twice" for name, count in Counter(self.names).items() if count > 1)
        types = self.xml["[Content_Types].xml"]
        defaults = {each.get("Extension") for each in types.iter(f"{TYPES}Default")}
        overrides = Counter(each.get("PartName") for each in types.iter(f"{TYPES}Override"))
        yield from (f"content type of {name} twice" for name, count in overrides.items() if count > 1)
        yield from (f"content type of {name}, which is no part" for name in overrides if name[1:] not in self.names)
        for name in self.names:
            if (
                name != "[Content_Types].xml"
                and f"/{name}" not in overrides
                and name.rpartition(".")[2] not in defaults
            ):
                yield f"{name} has no content type"
        for name in self.names:
            if name.endswith(".rels"):
                yield from self._relations(name)

    def _relations(self, name: str) -> Iterator[str]:
        folder = posixpath.dirname(posixpath.dirname(name))
        ids = Counter(each.get("Id") for each in self.xml[name].iter(f"{PACKAGE}Relationship"))
        yield from (f"relation {id_} of {name} twice" for id_, count in ids.items() if count > 1)
        for each in self.xml[name].iter(f"{PACKAGE}Relationship"):
            if each.get("TargetMode") == "External":
                yield f"{name} leads out of the file: {each.get('Target')}"
            elif self._target(folder, each.get("Target")) not in self.names:
                yield f"{name} leads to {each.get('Target')}, which is no part"

    def _target(self, folder: str, target: str) -> str:
        return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))

    def _related(self, part: str) -> dict[str, str]:
        """The parts a part leads to, by the id of the relation."""
        folder, name = posixpath.split(part)
        relations = self.xml.get(f"{folder}/_rels/{name}.rels")
        if relations is None:
            return {}
        return {each.get("Id"): self._target(folder, each.get("Target")) for each in relations}

    def _sheet(self, element: etree._Element) -> Sheet:
        part = self._related("xl/workbook.xml")[element.get(f"{R}id")]
        made = Sheet(element.get("name"), part, self.xml[part])
        related = self._related(part)
        made.tables = [self.xml[related[each.get(f"{R}id")]] for each in made.root.iter(f"{M}tablePart")]
        for cell in made.root.iter(f"{M}c"):
            at = box(cell.get("r"))
            made.cells[at.top, at.left] = cell
        return made

    # Names

    def _sheet_names(self) -> Iterator[str]:
        names = Counter(sheet.name.casefold() for sheet in self.sheets)
        yield from (f"two sheets are called {name}" for name, count in names.items() if count > 1)
        for sheet in self.sheets:
            name = sheet.name
            if not 0 < len(name) <= 31 or re.search(r"[\\/*?:\[\]]", name) or name.strip("'") != name:
                yield f"no sheet can be called {name!r}"
            if name.casefold() == "history":
                yield "Excel keeps the name History for itself"
        if not any(each.get("state") in (None, "visible") for each in self.xml["xl/workbook.xml"].iter(f"{M}sheet")):
            yield "no sheet is visible"

    def _table_names(self) -> Iterator[str]:
        every = [table for sheet in self.sheets for table in sheet.tables]
        ids = Counter(table.get("id") for table in every)
        names = Counter(table.get("displayName").casefold() for table in every)
        yield from (f"table id {id_} twice" for id_, count in ids.items() if count > 1)
        yield from (f"table name {name} twice" for name, count in names.items() if count > 1)
        defined = {each.get("name").casefold() for each in self.xml["xl/workbook.xml"].iter(f"{M}definedName")}
        for name in names:
            if not re.fullmatch(r"[^\W\d][\w.]{0,254}", name) or re.fullmatch(r"[a-z]{1,3}\d+|r\d*c?\d*|c\d*", name):
                yield f"no table can be called {name}"
            if name in defined:
                yield f"{name} is a table and a name"

    def _defined_names(self) -> Iterator[str]:
        found = list(self.xml["xl/workbook.xml"].iter(f"{M}definedName"))
        twice = Counter((each.get("name").casefold(), each.get("localSheetId")) for each in found)
        yield from (f"name {name} twice" for (name, _), count in twice.items() if count > 1)
        for each in found:
            if each.get("localSheetId") and int(each.get("localSheetId")) >= len(self.sheets):
                yield f"{each.get('name')} belongs to no sheet"
            yield from self._formula(each.text or "", f"name {each.get('name')}")

    def _texts(self) -> Iterator[str]:
        for text in self.texts:
            if len(text.encode("utf-16-le")) // 2 > 32_767:
                yield f"a text of {len(text)} letters: {text[:20]}"

    # Cells

    def _order(self, sheet: Sheet) -> Iterator[str]:
        tags = [etree.QName(child).localname for child in sheet.root]
        places = [ORDER.index(tag) for tag in tags]
        if places != sorted(places):
            yield f"elements out of order: {tags}"
        yield from (
            f"{tag} twice" for tag, count in Counter(tags).items() if count > 1 and tag != "conditionalFormatting"
        )

    def _cells(self, sheet: Sheet) -> Iterator[str]:
        styles = self.xml["xl/styles.xml"]
        looks = len(styles.find(f"{M}cellXfs"))
        last_row = 0
        for row in sheet.root.iter(f"{M}row"):
            if int(row.get("r")) <= last_row:
                yield f"row {row.get('r')} after row {last_row}"
            last_row = int(row.get("r"))
            last = 0
            for cell in row:
                at = box(cell.get("r"))
                if at.top != last_row or at.left <= last:
                    yield f"cell {cell.get('r')} out of order"
                last = at.left
                if int(cell.get("s", "0")) >= looks:
                    yield f"cell {cell.get('r')} has a look that is not there"
                yield from self._cell(cell)
        extent = sheet.root.find(f"{M}dimension")
        if extent is not None and sheet.cells:
            whole = box(extent.get("ref"))
            if max(row for row, _ in sheet.cells) > whole.bottom or max(at for _, at in sheet.cells) > whole.right:
                yield f"cells outside of {extent.get('ref')}"

    def _cell(self, cell: etree._Element) -> Iterator[str]:
        value, formula, kind = cell.find(f"{M}v"), cell.find(f"{M}f"), cell.get("t")
        where = cell.get("r")
        if kind == "e":
            yield f"cell {where} is an error: {value.text if value is not None else ''}"
        if kind == "s" and (value is None or not 0 <= int(value.text) < len(self.texts)):
            yield f"cell {where} has a text that is not there"
        if kind in (None, "n") and value is not None and not _NUMBER.fullmatch(value.text or ""):
            yield f"cell {where} is no number: {value.text}"
        if formula is not None:
            if value is None or value.text is None:
                yield f"cell {where} has a formula and no value"
            elif ERRORS.match(value.text):
                yield f"cell {where} shows {value.text}"
            yield from self._formula(formula.text or "", f"cell {where}")

    def _formula(self, formula: str, where: str) -> Iterator[str]:
        plain = _QUOTED.sub('""', formula)
        if ERRORS.search(plain):
            yield f"{where} has an error in its formula: {formula}"
        names = {sheet.name for sheet in self.sheets}
        for quoted, bare in _SHEET_REF.findall(plain):
            name = quoted.replace("''", "'") or bare
            if name not in names:
                yield f"{where} refers to the sheet {name}, which is not there"
        for name, heading in _TABLE_REF.findall(plain):
            if name not in self.tables:
                yield f"{where} refers to the table {name}, which is not there"
            elif heading not in [each.get("name") for each in self.tables[name].iter(f"{M}tableColumn")]:
                yield f"{where} refers to {name}[{heading}], which is not there"
        if plain.count("(") != plain.count(")"):
            yield f"{where} has a formula with an open bracket"

    def text_of(self, cell: etree._Element | None) -> str:
        value = cell.find(f"{M}v") if cell is not None else None
        if cell is None or value is None:
            return "".join(cell.itertext(f"{M}t")) if cell is not None and cell.get("t") == "inlineStr" else ""
        if cell.get("t") != "s":
            return value.text or ""
        place = int(value.text)
        return self.texts[place] if place < len(self.texts) else ""

    # What lies over the cells

    def _boxes(self, refs: str) -> list[Box]:
        return [box(each) for each in refs.split()]

    def _merged(self, sheet: Sheet) -> Iterator[str]:
        merged = [box(each.get("ref")) for each in sheet.root.iter(f"{M}mergeCell")]
        tables = [box(table.get("ref")) for table in sheet.tables]
        for place, one in enumerate(merged):
            if any(one.meets(other) for other in (*merged[:place], *tables)):
                yield f"merged cells overlap: {one}"

    def _tables_of(self, sheet: Sheet) -> Iterator[str]:
        taken: list[Box] = []
        for table in sheet.tables:
            name, area = table.get("displayName"), box(table.get("ref"))
            if any(area.meets(other) for other in taken):
                yield f"tables overlap at {name}"
            taken.append(area)
            columns = list(table.iter(f"{M}tableColumn"))
            if len(columns) != area.right - area.left + 1:
                yield f"{name} has {len(columns)} columns in {table.get('ref')}"
            headings = [each.get("name") for each in columns]
            shown = [self.text_of(sheet.cells.get((area.top, at))) for at in range(area.left, area.right + 1)]
            # Excel writes a line end in a heading as _x000a_.
            if [each.replace("_x000a_", "\n") for each in headings] != shown:
                yield f"{name}: headings {headings} are not the cells {shown}"
            if len({each.casefold() for each in headings}) < len(headings) or not all(headings):
                yield f"{name}: two headings are alike, or one is empty"
            if [each.get("id") for each in columns] != [str(at + 1) for at in range(len(columns))]:
                yield f"{name}: column ids are not 1, 2, 3"
            totals = int(table.get("totalsRowCount", "0"))
            if area.bottom - area.top < 1 + totals:
                yield f"{name} has no row"
            filtered = table.find(f"{M}autoFilter")
            if filtered is not None:
                inner = box(filtered.get("ref"))
                if not area.holds(inner) or inner.bottom != area.bottom - totals:
                    yield f"{name}: the filter {filtered.get('ref')} does not end above the totals"
            for each in columns:
                formula = each.find(f"{M}totalsRowFormula")
                if formula is not None:
                    yield from self._formula(formula.text or "", f"{name}, total of {each.get('name')}")
                if each.get("totalsRowFunction") == "custom" and formula is None:
                    yield f"{name}: the total of {each.get('name')} has no formula"

    def _rules(self, sheet: Sheet) -> Iterator[str]:
        dxfs = self.xml["xl/styles.xml"].find(f"{M}dxfs")
        count = len(dxfs) if dxfs is not None else 0
        for each in sheet.root.iter(f"{M}conditionalFormatting"):
            self._boxes(each.get("sqref"))
            for rule in each.iter(f"{M}cfRule"):
                if rule.get("dxfId") is not None and int(rule.get("dxfId")) >= count:
                    yield f"a rule on {each.get('sqref')} has a look that is not there"
                for formula in rule.iter(f"{M}formula"):
                    yield from self._formula(formula.text or "", f"rule on {each.get('sqref')}")
        referred = {each.text for each in sheet.root.iter(f"{X14}id")}
        extended = {each.get("id") for each in sheet.root.iter(f"{X14}cfRule")}
        if referred != extended:
            yield f"data bars without their extension: {referred ^ extended}"

    def _validations(self, sheet: Sheet) -> Iterator[str]:
        found = list(sheet.root.iter(f"{M}dataValidation"))
        holder = sheet.root.find(f"{M}dataValidations")
        if holder is not None and int(holder.get("count", len(found))) != len(found):
            yield "the number of validations is not what it says"
        for each in found:
            where = f"validation of {each.get('sqref')}"
            self._boxes(each.get("sqref"))
            asks = each.get("type", "none") != "none"
            if asks and each.get("showErrorMessage") not in ("1", "true"):
                yield f"{where} is not enforced: showErrorMessage is off"
            for formula in (*each.iter(f"{M}formula1"), *each.iter(f"{M}formula2")):
                if len(formula.text or "") > 255:
                    yield f"{where} has a list of {len(formula.text)} letters"
                yield from self._formula(formula.text or "", where)
            limits = {"promptTitle": 32, "errorTitle": 32, "prompt": 255, "error": 225}
            for name, limit in limits.items():
                if len(each.get(name, "")) > limit:
                    yield f"{where}: {name} is longer than {limit}"

    def _filters(self, sheet: Sheet) -> Iterator[str]:
        """A filter of the sheet beside one of a table is a repair."""
        own = sheet.root.find(f"{M}autoFilter")
        if own is not None and any(box(own.get("ref")).meets(box(table.get("ref"))) for table in sheet.tables):
            yield f"filter {own.get('ref')} lies over a table"

    def _charts(self) -> Iterator[str]:
        for name, root in self.xml.items():
            if not name.startswith("xl/charts/chart"):
                continue
            for reference in root.iter(f"{C}f"):
                yield from self._formula(reference.text or "", name)
                cells = (reference.text or "").rpartition("!")[2]
                box(cells)
            for axis in (*root.iter(f"{C}catAx"), *root.iter(f"{C}valAx")):
                removed = axis.find(f"{C}delete")
                if removed is None or removed.get("val") not in ("0", "false"):
                    yield f"{name}: an axis is not drawn"
            axes = {
                each.get("val")
                for axis in (*root.iter(f"{C}catAx"), *root.iter(f"{C}valAx"))
                for each in axis.iter(f"{C}axId")
            }
            used = {
                each.get("val")
                for kind in ("barChart", "lineChart")
                for chart in root.iter(f"{C}{kind}")
                for each in chart.iter(f"{C}axId")
            }
            if used - axes:
                yield f"{name}: a chart has no axis {used - axes}"
            if not list(root.iter(f"{C}numCache")):
                yield f"{name} carries no values"
