"""Days and figures as they are written in fields."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.desktop.look.days import day_text, figure_text, read_day, read_figure


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_a_day_is_read_as_it_was_written(day: date) -> None:
    assert read_day(day_text(day)) == day
    assert read_day(day.isoformat()) == day
    assert read_day(f"{day.day}/{day.month}-{day.year}") == day


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=3, allow_nan=False))
def test_a_figure_is_read_as_it_was_written(figure: Decimal) -> None:
    assert read_figure(figure_text(figure)) == figure


@pytest.mark.parametrize(
    ("text", "figure"),
    [("1.234,5", "1234.5"), ("82.5", "82.5"), ("12.000", "12000"), ("−3", "-3"), ("1 000", "1000"), ("0,125", "0.125")],
)
def test_figures_are_read_in_danish(text: str, figure: str) -> None:
    assert read_figure(text) == Decimal(figure)


@pytest.mark.parametrize("text", ["31.2.2015", "i dag", "2015", "1.1", "0.1.2015"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_day(text)


@pytest.mark.parametrize("text", ["82 %", "NaN", "Infinity", "1,2,3", "ti"])
def test_what_is_no_figure_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_figure(text)


def test_nothing_is_nothing() -> None:
    assert read_day("  ") is None
    assert read_figure("") is None
