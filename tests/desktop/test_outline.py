"""The outline beside the document: what it shows is what a fresh one would show."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from strategikort.application.session import Desk, Session
from strategikort.application.workspace import workspace
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.outline.model import COUNT_ROLE, OutlineModel
from strategikort.domain.changes import ChangeSet, added
from strategikort.domain.edits.goals import add_goal, remove_goals
from strategikort.domain.edits.links import link_goals, unlink
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.links import Link
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id
from tests.desktop.conftest import TODAY, Shown, town_with_a_map
from tests.domain.test_edits import PROFILE

Lines = list[tuple[str, "Lines"]]


def lines(model: OutlineModel, parent: QModelIndex | None = None) -> Lines:
    """All lines of the outline as they are seen."""
    here = parent or QModelIndex()
    places = [model.index(row, 0, here) for row in range(model.rowCount(here))]
    return [(str(place.data()), lines(model, place)) for place in places]


def test_a_goal_with_two_goals_above_it_stands_under_each(shown: Shown) -> None:
    places = shown.window.outline.model
    lines(places)
    assert len(places.places_of(shown.goal("Flere vælger skolen"))) == 2


def test_a_loose_goal_stands_in_a_group_of_its_own(shown: Shown) -> None:
    assert lines(shown.window.outline.model)[-1] == ("Uden overordnet mål", [("Ny legeplads", [])])


def test_a_goal_that_is_linked_leaves_the_loose_group(shown: Shown) -> None:
    space = shown.bridge.workspace
    lower, upper = shown.goal("Ny legeplads"), shown.goal("Flere vælger skolen")
    lines(shown.window.outline.model)
    shown.bridge.edit(lambda one: link_goals(one, profile=space.profile, new_id=space.new_id, lower=lower, upper=upper))
    assert "Uden overordnet mål" not in [text for text, _ in lines(shown.window.outline.model)]
    shown.bridge.undo()
    assert lines(shown.window.outline.model)[-1] == ("Uden overordnet mål", [("Ny legeplads", [])])


def test_renaming_in_the_outline_renames_the_goal(shown: Shown) -> None:
    model = shown.window.outline.model
    goal = shown.goal("Ny legeplads")
    assert model.setData(model.place_of(goal), "Ny legeplads ved indskolingen", Qt.ItemDataRole.EditRole)
    assert shown.document.get(Goal, goal).title == "Ny legeplads ved indskolingen"


def test_selecting_elsewhere_selects_in_the_outline_and_back(shown: Shown) -> None:
    outline = shown.window.outline
    effort = shown.select("Åbent hus med dagtilbuddene")
    assert outline.model.goal_at(outline.tree.currentIndex()) == effort
    loose = outline.model.place_of(shown.goal("Ny legeplads"))
    outline.tree.setCurrentIndex(loose)
    assert shown.bridge.selection == (shown.goal("Ny legeplads"),)


def test_the_selection_survives_an_edit_of_what_is_selected(shown: Shown) -> None:
    goal = shown.select("Flere starter hos os")
    shown.bridge.edit(lambda one: set_field(one, Goal, goal, "title", "Flere børn starter hos os"))
    assert shown.bridge.selection == (goal,)
    assert shown.window.outline.model.goal_at(shown.window.outline.tree.currentIndex()) == goal


def test_the_selection_survives_a_link_and_unfolded_lines_stay_unfolded(shown: Shown) -> None:
    space, outline = shown.bridge.workspace, shown.window.outline
    upper = shown.goal("Flere vælger skolen")
    goal = shown.goal("Flere starter hos os")
    link = next(iter(shown.document.links_up(goal)))
    shown.bridge.edit(lambda one: unlink(one, link.id))
    shown.bridge.select([goal])
    outline.tree.expand(outline.model.place_of(goal))
    told: list[object] = []
    shown.bridge.selected.connect(told.append)
    shown.bridge.edit(lambda one: link_goals(one, profile=space.profile, new_id=space.new_id, lower=goal, upper=upper))
    assert told == []
    assert shown.bridge.selection == (goal,)
    assert outline.model.goal_at(outline.tree.currentIndex()) == goal
    assert outline.tree.isExpanded(outline.tree.currentIndex())
    assert outline.tree.isExpanded(outline.tree.currentIndex().parent())


def test_a_search_leaves_the_selection_alone(shown: Shown) -> None:
    goal = shown.select("Ny legeplads")
    shown.window.outline.search("ÅBENT")
    assert shown.bridge.selection == (goal,)
    shown.window.outline.search("")
    assert shown.window.outline.model.goal_at(shown.window.outline.tree.currentIndex()) == goal


def test_a_search_shows_the_hits_and_the_way_to_them(shown: Shown) -> None:
    hits = shown.window.outline.search("ÅBENT")
    assert hits == [shown.goal("Åbent hus med dagtilbuddene")]
    assert lines(shown.window.outline.model) == [
        (
            "Sammen om løsninger",
            [
                (top, [("Flere vælger skolen", [("Flere starter hos os", [("Åbent hus med dagtilbuddene", [])])])])
                for top in ("Flere familier flytter til", "Alle unge får en uddannelse")
            ],
        )
    ]
    shown.window.outline.search("")
    assert len(lines(shown.window.outline.model)) == 2


def test_a_goal_says_how_many_stand_under_it(shown: Shown) -> None:
    model = shown.window.outline.model
    assert model.place_of(shown.goal("Flere vælger skolen")).data(COUNT_ROLE) == 1


class AnyoneEdits(RuleBasedStateMachine):
    """Whatever is done to the goals and links, foreign rings included, the outline shows what a fresh one would."""

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.town = town_with_a_map()
        desk = Desk(state_folder=Path(self.folder.name), who="", clock=datetime.now, new_id=self.town.new_id)
        self.session = Session.create(None, self.town.document, desk=desk)
        self.bridge = Bridge(workspace(self.session, language="da", today=lambda: TODAY, new_id=self.town.new_id))
        self.model = OutlineModel(self.bridge)
        self.tester = QAbstractItemModelTester(self.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        lines(self.model)

    def _goal(self, number: int) -> Id | None:
        goals = sorted(self.session.document.all(Goal))
        return goals[number % len(goals)] if goals else None

    @rule(kind=st.sampled_from(GoalKind), under=st.integers(0, 50))
    def add(self, kind: GoalKind, under: int) -> None:
        upper = self._goal(under)
        self.bridge.edit(
            lambda one: add_goal(
                one, profile=PROFILE, new_id=self.town.new_id, kind=kind, title="Nyt mål her", under=upper
            )
        )

    @rule(lower=st.integers(0, 50), upper=st.integers(0, 50))
    def tie(self, lower: int, upper: int) -> None:
        ends = self._goal(lower), self._goal(upper)
        if None not in ends:
            link = Link(id=self.town.new_id(), lower=ends[0], upper=ends[1])
            self.session.edit(ChangeSet(phrase("edit.link", lower="", upper=""), added([link])))

    @rule(number=st.integers(0, 50))
    def cut(self, number: int) -> None:
        links = sorted(self.session.document.all(Link))
        if links:
            self.bridge.edit(lambda one: unlink(one, links[number % len(links)]))

    @rule(number=st.integers(0, 50))
    def remove(self, number: int) -> None:
        goal = self._goal(number)
        if goal:
            self.bridge.edit(lambda one: remove_goals(one, [goal]))

    @rule(number=st.integers(0, 50), title=st.sampled_from(["Alt nyt her", "Ørsted", "Zebra", "Åben dør"]))
    def rename(self, number: int, title: str) -> None:
        goal = self._goal(number)
        if goal:
            self.bridge.edit(lambda one: set_field(one, Goal, goal, "title", title))

    @rule()
    def undo(self) -> None:
        self.bridge.undo()

    @rule()
    def redo(self) -> None:
        self.bridge.redo()

    @invariant()
    def it_shows_what_a_fresh_one_would(self) -> None:
        fresh = OutlineModel(self.bridge)
        assert lines(self.model) == lines(fresh)
        fresh.deleteLater()

    def teardown(self) -> None:
        if hasattr(self, "model"):
            self.bridge.close()
            for one in (self.tester, self.model, self.bridge):
                one.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.session.close(save=False)
            self.folder.cleanup()


@pytest.fixture(scope="module", autouse=True)
def _app(qapp: object) -> object:
    return qapp


AnyoneEdits.TestCase.settings = settings(max_examples=20, stateful_step_count=12)
TestAnyoneEdits = AnyoneEdits.TestCase
