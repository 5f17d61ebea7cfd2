"""Who holds which role when: at any time one person, whatever the order in which it is told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.domain.edits import organisation
from strategikort.domain.edits.agreements import within
from strategikort.domain.organisation import OrgKind, Person, RoleHolding
from strategikort.domain.shape import Id
from tests.domain.town import Town

SPRING, SUMMER, AUTUMN = date(2015, 3, 1), date(2015, 6, 1), date(2015, 9, 1)

Told = tuple[str, date]
Span = tuple[str, date | None, date | None]


def led(town: Town, school: Id, *told: Told) -> list[Span]:
    """Who led the school from when to when, the earliest first, after it has been told who began when."""
    for name, since in told:
        town.do(
            organisation.appoint(
                town.document, new_id=town.new_id, name=name, role="unit_leader", org=school, since=since
            )
        )
    people = town.document.all(Person)
    holdings = town.document.all(RoleHolding).values()
    return sorted((people[one.person].name, one.valid_from, one.valid_to) for one in holdings)


@pytest.mark.parametrize(
    ("told", "spans"),
    [
        (
            [("Anne", SPRING), ("Bo", SUMMER)],
            [("Anne", SPRING, date(2015, 5, 31)), ("Bo", SUMMER, None)],
        ),
        (
            [("Bo", SUMMER), ("Anne", SPRING)],
            [("Anne", SPRING, date(2015, 5, 31)), ("Bo", SUMMER, None)],
        ),
        ([("Anne", SPRING), ("Bo", SPRING)], [("Bo", SPRING, None)]),
        (
            [("Anne", SPRING), ("Bo", AUTUMN), ("Carl", SUMMER)],
            [("Anne", SPRING, date(2015, 5, 31)), ("Bo", AUTUMN, None), ("Carl", SUMMER, date(2015, 8, 31))],
        ),
        ([("Anne", SPRING), ("Anne", SUMMER)], [("Anne", SPRING, None)]),
        ([("Anne", SPRING), ("Bo", date.max), ("Carl", date.min)], None),
    ],
)
def test_who_holds_a_role_does_so_until_the_day_before_the_next(
    town: Town, told: list[Told], spans: list[Span] | None
) -> None:
    school = town.org(OrgKind.UNIT, "Strandskolen", "DS-S1")
    found = led(town, school, *told)
    assert spans is None or found == spans


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.dates(date(2015, 1, 1), date(2015, 1, 9))), max_size=6))
def test_no_two_people_hold_a_role_at_a_time_and_nobody_ends_before_the_beginning(told: list[Told]) -> None:
    town = Town()
    school = town.org(OrgKind.UNIT, "Strandskolen", "DS-S1")
    spans = led(town, school, *told)
    assert all(first and (last is None or first <= last) for _, first, last in spans)
    days = [date(2015, 1, day) for day in range(1, 12)]
    assert all(sum(within(day, first, last) for _, first, last in spans) <= 1 for day in days)
    for name, since in told[-1:]:
        assert [one for one, first, last in spans if within(since, first, last)] == [name]
