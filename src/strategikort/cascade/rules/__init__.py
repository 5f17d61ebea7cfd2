"""All rules that the program knows, by id: the conditions of what the rulebook says in words."""

from collections.abc import Mapping
from typing import Final

from strategikort.cascade.rules import (
    agreements,
    data_asked,
    effect_goals,
    figures,
    follow_ups,
    maps,
    measures,
    organisation,
    paper,
    periods,
    services,
    signing,
    thread_down,
    thread_up,
    ties,
    titles,
)
from strategikort.cascade.rules.registry import Rule

_ROOMS = (
    thread_up,
    thread_down,
    ties,
    titles,
    agreements,
    signing,
    periods,
    organisation,
    measures,
    figures,
    data_asked,
    services,
    maps,
    follow_ups,
    effect_goals,
    paper,
)

RULES: Final[Mapping[str, Rule]] = {
    one.id: one for room in _ROOMS for one in vars(room).values() if isinstance(one, Rule)
}
"""Every rule that is declared in one of the rooms above."""
