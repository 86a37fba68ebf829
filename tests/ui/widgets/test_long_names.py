"""Where there is little room: no words over others, points and numbers whole, names cut first."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.balance_trend import BalanceTrend, Trend
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.give_take_bar import BarBalance, GiveTakeBar
from mentordesk.ui.widgets.heat_map import HeatMap
from mentordesk.ui.widgets.heat_map_model import HeatColumn, HeatRow
from mentordesk.ui.widgets.search_field import SearchField


def columns_of(image: QImage, token: str, height: int) -> list[int]:
    """The columns, of the first lines of an image, in which a color is."""
    color = theme.current().color(token)
    return [x for x in range(image.width()) if any(_near(image.pixelColor(x, y), color) for y in range(height))]


def _near(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) < 24 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize("width", [200, 280, 372, 600])
def test_both_sides_of_the_large_bar_stand_apart(on_screen, both_themes, width) -> None:
    names = ("Wilhelmina-Alexandrina", "Maximilian-Bartholomäus")
    bar = GiveTakeBar(BarBalance(13, 16, *names, words="last 6 months: in balance"), large=True)
    image = picture(on_screen(bar, width, 60))
    line = theme.current().line()
    left, right = columns_of(image, "left_text", line), columns_of(image, "right_text", line)
    assert left
    assert right
    assert max(left) < min(right)


def test_without_room_for_the_window_the_band_stays() -> None:
    balance = BarBalance(13, 16, "Amara", "Jonas", "last 6 months: in balance")
    assert balance.band() == "in balance"


def test_a_label_shows_its_short_form_before_it_is_cut(on_screen) -> None:
    long = ElidedLabel("Amara Okonkwo & Jonas Weidmann of the night shift")
    long.set_short("Amara & Jonas")
    short = ElidedLabel("Amara & Jonas")
    shown, wanted = on_screen(long, 150, 24), on_screen(short, 150, 24)
    assert picture(shown) == picture(wanted)
    assert long.toolTip() == "Amara Okonkwo & Jonas Weidmann of the night shift"


@pytest.mark.parametrize("first", [6, -6, 14])
def test_the_first_value_of_a_trend_stands_beside_its_axis(on_screen, first) -> None:
    months = tuple(f"M{number}" for number in range(12))
    chart = BalanceTrend()
    chart.set_trend(Trend(months, (first,) * 12, (1,) * 12, (1,) * 12, "Amara", "Jonas"))
    on_screen(chart, 220, 180)
    axis = chart._line_room().left()
    place = chart._place_of_end(0, chart.place_of(0), f"+{abs(first)}")
    assert place.left() >= axis


def test_a_label_keeps_the_fact_and_cuts_the_names(on_screen) -> None:
    fact = ": no contact for 47 days"
    long = ElidedLabel(f"Wilhelmina-Alexandrina Okonkwo & Maximilian-Bartholomäus Weidmann{fact}", "strong")
    long.set_kept(fact)
    names = long.text().removesuffix(fact)
    room = 300 - painting.text_width(fact, "strong")
    wanted = ElidedLabel(painting.shortened(names, room, "strong") + fact, "strong")
    assert picture(on_screen(long, 300, 24)) == picture(on_screen(wanted, 300, 24))
    assert long.toolTip() == long.text()


def test_a_search_field_is_wide_enough_for_the_hint_of_its_key(on_screen) -> None:
    search = SearchField("Search these people of a cohort")
    on_screen(search, search.sizeHint().width(), 32)
    assert [each.text() for each in search.findChildren(QLabel) if each.isVisible() and each.text()] == ["Ctrl F"]


def test_titles_of_one_line_leave_no_empty_line_above_the_map(on_screen) -> None:
    long, short = HeatMap(), HeatMap()
    rows = [HeatRow(1, "Amara & Jonas", "on_track", {})]
    long.set_plan([HeatColumn(1, "Rules of the two agreed", "24 Oct")], rows)
    short.set_plan([HeatColumn(1, "Kick-off", "10 Oct")], rows)
    heights = [on_screen(each, 300, 200).horizontalHeader().height() for each in (long, short)]
    assert heights[0] - heights[1] == theme.current().line("strong_caption")


def test_without_entries_the_words_stand_at_the_left(on_screen) -> None:
    image = picture(on_screen(GiveTakeBar(), 300, 20))
    assert min(columns_of(image, "text3", 20)) < 6
