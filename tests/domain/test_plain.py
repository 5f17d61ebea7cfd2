"""A record and its plain form say the same."""

import json
from decimal import Decimal

import pytest
from hypothesis import given

from strategikort.domain.goals import Effort
from strategikort.domain.measures import YearlyTarget
from strategikort.domain.plain import from_plain, plain
from strategikort.domain.shape import Record
from tests.domain.records import any_record


@given(any_record)
def test_every_record_comes_back_from_its_plain_form_even_through_json(record: Record) -> None:
    values = plain(record)
    assert isinstance(values, dict)
    assert from_plain(type(record), json.loads(json.dumps(values))) == record


def test_a_figure_that_is_no_number_is_not_taken() -> None:
    with pytest.raises(ValueError, match="value"):
        from_plain(YearlyTarget, {"id": "a", "indicator": "b", "year": 2015, "value": "NaN"})


def test_a_figure_keeps_the_decimals_it_was_written_with() -> None:
    target = from_plain(YearlyTarget, {"id": "a", "indicator": "b", "year": 2015, "value": "4.00"})
    assert plain(target)["value"] == "4.00"
    assert target.value == Decimal(4)


def test_a_milestone_without_its_date_is_not_taken() -> None:
    with pytest.raises(ValueError, match="on"):
        from_plain(Effort, {"id": "a", "milestones": [{"on": None, "text": "Første møde"}]})
