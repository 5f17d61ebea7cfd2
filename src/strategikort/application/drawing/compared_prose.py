"""What a comparison adds to a map in words: what became of each goal, below what is said of it, and what is gone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from strategikort.application.comparing import Change, Compared
from strategikort.application.comparing_words import differing
from strategikort.application.drawing.compared import Sides, compared_on
from strategikort.application.drawing.hearing import home_of
from strategikort.application.drawing.picture import Picture
from strategikort.application.drawing.placing import Places
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.phrases import Word, Wording
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id


@dataclass(frozen=True, slots=True)
class Beside:
    """What a map is compared with: the name of the comparison, and both its sides."""

    name: str
    sides: Sides


class ComparedProse:
    """The comparison on one map, all units of which are opened.

    ``names`` are given by those who say the map: for its goals, and for those that are ``gone`` from it.
    """

    def __init__(
        self, document: Document, profile: Profile, words: Wording, map: Id | None, picture: Picture, beside: Beside
    ) -> None:
        self._profile, self._words, self._beside = profile, words, beside
        self._before = beside.sides.before
        units = frozenset(document.all(OrgUnit))
        self._found = compared_on(document, profile, map, units, picture, Places(), beside.sides)
        self._rows: dict[Id, Compared] = {}
        self._became: dict[Id, Id] = {}
        for row in beside.sides.comparison.rows:
            self._rows[row.goal.id] = row
            if row.before:
                self._became[row.before.id] = row.goal.id
        self.gone = tuple(goal for goal, card in self._found.left if card not in picture.cards)
        """The goals that the map no longer shows, in list order."""

    def heading(self) -> str:
        """What is compared, and how much has changed on the map."""
        counts = {change: self._found.counts.get(change, 0) for change in Change if change is not Change.SAME}
        named = {change.value: n for change, n in counts.items()}
        said = (
            self._words.text("compared.on_map", **named) if any(named.values()) else self._words.text("compared.none")
        )
        return self._words.text("prose.compared.heading", name=self._beside.name, said=said)

    def of(self, goal: Id, names: Mapping[Id, str]) -> str:
        """What became of a goal on the map, empty where nothing has."""
        row, text = self._rows.get(goal), self._words.text
        if row is None or row.change is Change.SAME:
            return ""
        if row.change is not Change.CHANGED:
            return text(f"compared.{row.change.value}")
        what = ", ".join(differing(row, text, self._words))
        parts = [text("prose.compared.changed", what=what) if what else text("compared.changed")]
        for key, above in (("gained", row.gained), ("lost", row.lost)):
            goals = _named(above, names)
            if goals:
                parts.append(text(f"prose.compared.{key}", goals=goals))
        return " ".join(parts)

    def gone_lines(self, names: Mapping[Id, str]) -> Iterator[str]:
        """A heading and a line for each goal that is gone; nothing where none is."""
        if self.gone:
            yield self._words.text("prose.compared.gone", n=len(self.gone))
        for goal in self.gone:
            yield self._gone(goal, names)

    def _gone(self, goal: Goal, names: Mapping[Id, str]) -> str:
        text = self._words.text
        home = home_of(self._before, self._profile, goal)
        said = text(f"prose.home.{goal.kind.value}", home=home) if home else ""
        line = text("prose.compared.goal_gone", goal=(names[goal.id],), kind=Word(goal.kind.value), home=said)
        uppers = (self._became.get(link.upper, link.upper) for link in self._before.links_up(goal.id))
        goals = _named(uppers, names)
        return f"{line} {text('prose.compared.led', goals=goals)}" if goals else line


def _named(goals: Iterable[Id], names: Mapping[Id, str]) -> tuple[str, ...]:
    return tuple(names[goal] for goal in dict.fromkeys(goals) if goal in names)
