"""A map as plain prose, for the ear, the minutes and the mail: each goal and each link of it is said exactly once.

The text alone tells the whole graph: no two goals have the same name in it, and quotation marks hold nothing but names.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from strategikort.application.drawing.compared_prose import Beside, ComparedProse
from strategikort.application.drawing.hearing import doubt_heard, home_of, name_heard
from strategikort.application.drawing.picture import Card, Picture, picture_of, reading_order
from strategikort.cascade.changed_above import doubts_of
from strategikort.domain.document import Document, map_titled
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.links import LinkKind
from strategikort.domain.maps import StrategyMap
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.phrases import Word, Wording
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id
from strategikort.domain.texts import folded, one_line


def prose_of(document: Document, profile: Profile, words: Wording, map: Id | None, beside: Beside | None = None) -> str:
    """What the map ``map`` shows (None: everything), in the language of ``words``; ends with a new line.

    ``beside`` is what the map is compared with: it adds lines and leaves all others as they are. Units are opened to
    their goals, however many there are. Cost: that of `picture_of`, and linear in what is said.
    """
    picture = picture_of(document, profile, map, frozenset(document.all(OrgUnit)))
    compared = ComparedProse(document, profile, words, map, picture, beside) if beside else None
    return "\n".join(_Prose(document, profile, words, picture, compared).lines(document.get(StrategyMap, map))) + "\n"


class _Prose:
    def __init__(
        self, document: Document, profile: Profile, words: Wording, picture: Picture, compared: ComparedProse | None
    ) -> None:
        self._document, self._profile, self._words, self._picture = document, profile, words, picture
        self._compared = compared
        self._doubts = doubts_of(document)
        self._cards = reading_order(picture.cards.values())
        self._names = self._name_all()
        self._links: dict[tuple[Id, LinkKind], list[str]] = defaultdict(list)
        place = {card.key: number for number, card in enumerate(self._cards)}
        for kind, lower, upper in sorted(picture.arrows, key=lambda arrow: place[arrow[2]]):
            self._links[lower, kind].append(self._names[upper])

    def lines(self, map: StrategyMap | None) -> Iterator[str]:
        """The text line by line: what it is, how much there is, then level by level a line for each goal."""
        words = self._words
        yield self._title(map) if map else words.text("prose.everything")
        if self._compared:
            yield self._compared.heading()
        if self._cards:
            yield words.text("prose.counts", goals=len(self._cards), links=len(self._picture.arrows))
            yield from self._levels()
        else:
            yield words.text("prose.empty")
        if self._compared and self._compared.gone:
            yield ""
            yield from self._compared.gone_lines(self._names)

    def _levels(self) -> Iterator[str]:
        by_kind: Mapping[GoalKind, list[Card]] = {kind: [] for kind in GoalKind}
        for card in self._cards:
            by_kind[card.kind].append(card)
        for kind, cards in by_kind.items():
            if cards:
                yield ""
                yield self._words.text("prose.level", kind=Word(kind.value), n=len(cards))
                for card in cards:
                    yield self._goal(card)
                    became = self._compared.of(card.key, self._names) if self._compared else ""
                    if became:
                        yield became

    def _title(self, map: StrategyMap) -> str:
        title = self._plain(map_titled(self._document, map)) or self._words.text("prose.nameless_map")
        named = folded(self._words.word("strategy_map").one) in folded(title)
        return title if named else self._words.text("prose.title", title=title)

    def _goal(self, card: Card) -> str:
        words = self._words
        it = words.text(f"prose.it.{_gender(words.word(card.kind.value).article)}")
        home = self._plain(self._home(card))
        said = words.text(f"prose.home.{card.kind.value}", home=home) if home else ""
        parts = [words.text("prose.goal", goal=(self._names[card.key],), kind=Word(card.kind.value), home=said)]
        if card.kind is GoalKind.CENTRE_GOAL and card.foot:
            parts.append(words.text("prose.balance", poles=self._plain(card.foot.replace(" · ", ", "))))
        if card.cancelled:
            parts.append(words.text("prose.cancelled", it=it))
        for kind in LinkKind:
            uppers = self._links.get((card.key, kind))
            if uppers:
                parts.append(words.text(f"prose.link.{kind.value}", it=it, goals=tuple(uppers)))
        if card.broken:
            parts.append(words.text("prose.broken"))
        parts += doubt_heard(words, self._doubts.of(card.key))
        if card.locked:
            parts.append(words.text("prose.locked", it=it))
        return " ".join(parts)

    def _home(self, card: Card) -> str:
        goal = self._document.get(Goal, card.key)
        return home_of(self._document, self._profile, goal) if goal else ""

    def _name_all(self) -> dict[Id, str]:
        """A name for each goal: code and title, with a number behind it where an earlier goal has the same name."""
        names: dict[Id, str] = {}
        taken: set[str] = set()
        latest: dict[str, int] = defaultdict(lambda: 1)
        shown = [(card.key, self._document.get(Goal, card.key)) for card in self._cards]
        gone = self._compared.gone if self._compared else ()
        for key, goal in (*shown, *((goal.id, goal) for goal in gone)):
            name = own = self._plain(name_heard(goal, self._words)) if goal else self._words.text("prose.untitled")
            while name in taken:
                latest[own] += 1
                name = f"{own} ({latest[own]})"
            taken.add(name)
            names[key] = name
        return names

    def _plain(self, text: str) -> str:
        """A text on one line, without the marks that this language puts around names."""
        marks = self._words.list(("",))
        return one_line(text.translate({ord(mark): "'" for mark in marks}))


def _gender(article: str) -> str:
    return "et" if article == "et" else "en"
