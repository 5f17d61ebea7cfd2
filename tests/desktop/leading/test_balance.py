"""The balance of maps over the model's pairs: counted by map and pole, each number a door, a hole where none stands."""

from strategikort.cascade.shown import goals_shown
from strategikort.desktop.leading.model import HOLE
from strategikort.desktop.leading.view import LeadingView
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import CentreGoal, Goal
from strategikort.domain.maps import StrategyMap
from tests.desktop.conftest import Shown


def balance_of(shown: Shown) -> LeadingView:
    shown.window.actions_by_id["view_leading"].trigger()
    leading = shown.window.views.leading
    leading.tabs.setCurrentWidget(leading.balance)
    return leading


def test_each_map_counts_its_centre_goals_by_pole_and_a_number_opens_them(sample_shown: Shown) -> None:
    leading = balance_of(sample_shown)
    model, document = leading.balance.model, sample_shown.document
    pairs = sample_shown.bridge.workspace.profile.balance_pairs
    assert model.sheet.columns[1:-1] == tuple(name for pair in pairs for name in pair.names)
    poles = [pole for pair in pairs for pole in pair.poles]
    assert len(model.sheet.rows) == 10
    for row, cells in enumerate(model.sheet.rows):
        (map,) = model.behind(model.index(row, 0))
        on_map = [one for one in goals_shown(document, map) if isinstance(one, CentreGoal)]
        for column, pole in enumerate(poles, start=1):
            wanted = {one.id for one in on_map if pole in one.balance}
            assert set(model.behind(model.index(row, column))) == wanted and (cells[column] or 0) == len(wanted)
        assert cells[-1] == sum(not set(poles) & set(one.balance) for one in on_map)


def test_a_pole_that_nobody_stands_on_is_a_hole_and_the_page_follows(sample_shown: Shown) -> None:
    leading = balance_of(sample_shown)
    model = leading.balance.model
    column = model.sheet.columns.index("Finansiel")
    goals = model.behind(model.index(1, column))
    for goal in goals:
        record = sample_shown.document.all(Goal)[goal]
        rest = tuple(pole for pole in record.balance if pole != "financial")
        sample_shown.bridge.edit(lambda one, goal=goal, rest=rest: set_field(one, Goal, goal, "balance", rest))
    sample_shown.bridge.settled()
    assert goals and model.index(1, column).data() == HOLE


def test_the_name_of_a_map_opens_it(sample_shown: Shown) -> None:
    leading = balance_of(sample_shown)
    page = leading.balance
    page.open_cell(page.model.index(2, 0))
    page.list.activated.emit(page.list.model().index(0, 0))
    shown = sample_shown.document.all(StrategyMap)[sample_shown.window.map_area.map]
    assert page.model.behind(page.model.index(2, 0)) == (shown.id,)
