"""The balance of maps: which goals of each stand on which pole of the model's pairs, such as result and effort."""

from collections.abc import Mapping
from dataclasses import dataclass

from strategikort.cascade.rules.asking import Check
from strategikort.cascade.shown import goals_shown
from strategikort.domain.edits.map_set import ordered_maps
from strategikort.domain.goals import Goal, GoalKind, list_order
from strategikort.domain.maps import MapSubject
from strategikort.domain.shape import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceRow:
    """One map: its goals by pole, in list order, and those that stand on none."""

    map: Id
    poles: Mapping[str, tuple[Id, ...]]
    nowhere: tuple[Id, ...]


def balance_rows(check: Check) -> tuple[BalanceRow, ...]:
    """A row for each map of goals that has any of the level that is balanced, in the order of the maps.

    That is the centre goals, or the unit goals in a model without them. Cost: what stands on each map.
    """
    level = GoalKind.CENTRE_GOAL if check.profile.has_centre_level else GoalKind.UNIT_GOAL
    poles = [pole for pair in check.profile.balance_pairs for pole in pair.poles]
    rows = []
    for map in ordered_maps(check.document):
        if map.subject is MapSubject.VISION or not poles:
            continue
        shown = (goal for goal in goals_shown(check.document, map.id) if goal.kind is level and check.asks(goal))
        goals: list[Goal] = sorted(shown, key=list_order)
        if goals:
            on = {pole: tuple(goal.id for goal in goals if pole in goal.balance) for pole in poles}
            nowhere = tuple(goal.id for goal in goals if not set(poles).intersection(goal.balance))
            rows.append(BalanceRow(map=map.id, poles=on, nowhere=nowhere))
    return tuple(rows)
