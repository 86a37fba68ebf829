"""Tables and charts on paper: a table that nearly fills the page fills it, an axis ends where its scale ends."""

from itertools import pairwise

from mentordesk.exchange.workbook import Chart, Column, Report, Series, SummarySheet, Table, Tile
from mentordesk.ui.reports.paper import compose, marks, tables
from mentordesk.ui.reports.paper.charts import row_of, scale_of
from mentordesk.ui.reports.paper.marks import SMALL, UNIT, height_of


def test_a_table_that_nearly_fills_the_page_ends_at_its_margin() -> None:
    table = Table("Cohorts", (Column("Cohort"), *(Column(f"Figure {at}", "integer") for at in range(8))), ())
    widths = {0: 120.0, **dict.fromkeys(range(1, 9), 60.0)}
    (strip,) = tables._strips(range(9), widths, table, 800.0)
    assert round(sum(strip.widths), 3) == 800.0


def test_a_narrow_table_is_not_torn_apart() -> None:
    table = Table("Two", (Column("Name"), Column("Figure", "integer")), ())
    (strip,) = tables._strips(range(2), {0: 120.0, 1: 60.0}, table, 2000.0)
    assert strip.widths[1] == 60.0


def test_the_axis_of_a_scale_ends_with_it() -> None:
    answers = Series("Mentees", "right", (4.6, 4.3))
    plain = Chart("clustered_columns", "Satisfaction", ("Trust", "Value"), (answers,))
    of_five = Chart("clustered_columns", "Satisfaction", ("Trust", "Value"), (answers,), most=5)
    assert scale_of(plain)[1] > 5
    assert scale_of(of_five) == (0, 5, 1)


def test_long_names_below_a_chart_do_not_lie_over_each_other(qapp) -> None:
    names = tuple(f"Crossroads of the year {year}" for year in range(2018, 2026))
    chart = Chart("clustered_columns", "Would recommend", names, (Series("Score", "left", (50.0,) * 8),))
    boxes = [mark.box for mark in row_of([chart], 300.0).marks() if mark.text in names]
    assert len(boxes) == 8
    assert all(one.right() <= other.left() + 1e-6 for one, other in pairwise(boxes))


def test_the_names_of_narrow_tiles_are_written_whole(qapp) -> None:
    tiles = [Tile(name, ("22",)) for name in ("Active pairs", "Milestones on time", "Given in the period")]
    report = Report("Open Door", "Open Door.xlsx", (SummarySheet("Summary", "Open Door", "", tuple(tiles)),))
    wide, narrow = (compose._tiles(report, tiles, width) for width in (900 * UNIT, 220 * UNIT))
    assert narrow.height > wide.height
    named = {mark.text: mark for mark in narrow.marks() if mark.text in {tile.label for tile in tiles}}
    assert len(named) == len(tiles)
    for name, mark in named.items():
        assert mark.wrapped
        assert mark.box.height() >= height_of(name, mark.box.width(), SMALL)


def test_no_word_below_a_chart_is_torn(qapp) -> None:
    names = tuple(f"Crossroads {year}" for year in range(2018, 2026))
    chart = Chart("clustered_columns", "Would recommend", names, (Series("Score", "left", (50.0,) * 8),))
    drawn = [mark for mark in row_of([chart], 8 * 44.0 * marks.UNIT + 300).marks() if mark.text in names]
    assert len(drawn) == 8
    assert all(marks.width_of("Crossroads", mark.type) < mark.box.width() for mark in drawn)


def test_names_are_whole_while_a_column_of_notes_has_room(qapp) -> None:
    pair = "Hana-Lei Tuimavave & Kavita Subramaniam Iyer"
    columns = (Column("Cohort"), Column("Pair"), *(Column(name) for name in ("Who", "State")), Column("Why", "note"))
    table = Table("Milestones", columns, ((("Crossroads 2018", pair, "Both", "Done", "")),))
    room = 700.0 * marks.UNIT
    widths, looks = tables._fitted(table, range(5), list(table.rows), room)
    (strip,) = tables._strips(range(5), widths, table, room)
    assert looks.type.size == 9
    assert strip.widths[1] >= marks.width_of(pair, looks.type) + 2 * tables._PAD
    tight, _ = tables._fitted(table, range(5), list(table.rows), 420.0 * marks.UNIT)
    assert tight[1] >= marks.width_of(pair, looks.type) + 2 * tables._PAD


def test_every_number_stands_at_the_right_of_its_column_and_clear_of_its_bar(qapp) -> None:
    columns = (Column("Contacts", "integer"), Column("Mentor gave", "integer", bar="left"))
    table = Table("Pairs", columns, ((141, 74),))
    strip, looks = tables._Strip((0, 1), (200.0, 200.0)), tables._Looks(marks.BODY, 74)
    drawn = tables._row(table, strip, looks, (141, 74), False, dark=False).marks()
    numbers = {mark.text: mark for mark in drawn if mark.text}
    assert {mark.align for mark in numbers.values()} == {"right"}
    bar = next(mark for mark in drawn if mark.color == marks.BARS["left"])
    assert bar.box.right() <= numbers["74"].box.right() - marks.width_of("74", looks.type)


def test_the_strong_names_of_the_first_column_are_whole_before_a_note_has_more(qapp) -> None:
    columns = (Column("Cohort"), *(Column(f"Day {at}", "date") for at in range(6)), Column("Reason", "note"))
    row = ("Crossroads 2018–19", *(None,) * 6, "On leave in these weeks, agreed by both " * 4)
    table = Table("Milestones", columns, (row,))
    widths, looks = tables._fitted(table, range(8), [row], 700 * UNIT)
    assert widths[0] >= marks.width_of(row[0], looks.strong) + 2 * tables._PAD


def test_a_heading_of_many_short_words_takes_three_lines_at_most(qapp) -> None:
    looks = tables._Looks(marks.BODY, 0)
    wide = tables._heading_width(Column("Share given by mentor", "percent"), looks)
    three = 3 * marks.metrics(looks.strong).lineSpacing() + UNIT
    assert height_of("Share given by mentor", wide - 2 * tables._PAD, looks.strong) <= three
