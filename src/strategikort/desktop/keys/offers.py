"""All that the palette offers: every action of the table, every map, every goal, each with what happens then."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu

from strategikort.application.matching import fitting, plain
from strategikort.desktop.actions import ACTIONS, Entry, key_text, said
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.look.marks import mark_icon
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.maps.area import Maps
from strategikort.domain.goals import Goal
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.shape import Id
from strategikort.domain.texts import sort_key

MOST: Final = 60
"""How many are shown at once; whoever wants another types on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One line of the palette. ``note`` is the key, where it stands, or why it cannot be done now."""

    text: str
    note: str
    wanted: str
    do: Callable[[], object]
    icon: QIcon
    possible: bool = True


def offers(
    bridge: Bridge,
    theme: Theme,
    actions: Mapping[str, QAction],
    maps: Maps,
    show_map: Callable[[Id | None], object],
    show_goal: Callable[[Id], object],
) -> list[Offer]:
    """Everything, in the order in which it is shown while nothing is typed. Cost: linear in the goals."""
    own = [entry for entry in ACTIONS if entry.id in actions and entry.id != "palette"]
    found = [offer for entry in own for offer in _action(entry, actions[entry.id])]
    return [*found, *_maps(bridge, maps, show_map), *_goals(bridge, theme, show_goal)]


def fitting_offers(found: list[Offer], typed: str) -> list[Offer]:
    """The offers that fit what is typed, the best first; all of them, as far as there is room, if nothing is."""
    if not typed.strip():
        return found[:MOST]
    fit = fitting(typed)
    ranked = [(rank, place) for place, offer in enumerate(found) if (rank := fit(offer.wanted)) is not None]
    return [found[place] for _, place in sorted(ranked)[:MOST]]


def _action(entry: Entry, action: QAction) -> Iterator[Offer]:
    """An action, or each line of the menu that it opens."""
    text = _plain_text(action)
    menu = action.menu()
    if isinstance(menu, QMenu):
        for one in menu.actions():
            yield _offer(f"{text}: {_plain_text(one)}", said(entry.needs) if entry.needs else "", one)
    else:
        key = key_text(entry.keys[0]) if entry.keys else ""
        note = key if action.isEnabled() else said(entry.needs) if entry.needs else ""
        yield _offer(text, note, action, said(entry.tip) if entry.tip else "")


def _offer(text: str, note: str, action: QAction, tip: str = "") -> Offer:
    possible = action.isEnabled()
    return Offer(
        text=text,
        note="" if possible and action.shortcuts() == [] else note,
        wanted=plain(f"{text} {tip}"),
        do=action.trigger,
        icon=action.icon(),
        possible=possible,
    )


def _plain_text(action: QAction) -> str:
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix(" ...")


def _maps(bridge: Bridge, maps: Maps, show_map: Callable[[Id | None], object]) -> Iterator[Offer]:
    word = f"{bridge.workspace.words.word('strategy_map'):One}"
    for map, title in maps:
        yield Offer(text=title, note=word, wanted=plain(f"{title} {word}"), do=partial(show_map, map), icon=QIcon())


def _goals(bridge: Bridge, theme: Theme, show_goal: Callable[[Id], object]) -> Iterator[Offer]:
    document, words = bridge.document, bridge.workspace.words
    levels = bridge.workspace.profile.levels
    marks = {kind: mark_icon(kind, theme) for kind in levels}
    names = {kind: f"{words.word(kind.value):One}" for kind in levels}
    goals = sorted(document.all(Goal).values(), key=lambda one: (one.kind.level, sort_key(one.code), one.id))
    for goal in goals:
        owner = document.get(OrgUnit, goal.owner)
        text = f"{goal.code}  {goal.title}".strip()
        yield Offer(
            text=text,
            note=f"{names[goal.kind]} · {owner.name}" if owner else names[goal.kind],
            wanted=plain(text),
            do=partial(show_goal, goal.id),
            icon=marks[goal.kind],
        )
