"""Where the cards of a map shall stand: found anew, or kept as a hand has left them, each time as one step."""

from collections.abc import Collection, Iterable, Mapping

from strategikort.application.drawing.arranging import arranged
from strategikort.application.drawing.columns import moved_to
from strategikort.application.drawing.ground import Spot
from strategikort.application.drawing.placing import Places
from strategikort.desktop.canvas.card import PlacedCard
from strategikort.desktop.canvas.scene import MapScene
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.maps import move_goals, with_themes
from strategikort.domain.shape import Id


def arrange(scene: MapScene, only: Collection[Id] | None = None) -> bool:
    """Find better places for all cards, or for those in ``only``; whether any has moved."""
    before = dict(scene.places.spots)
    if scene.map is None and only is None:
        scene.places = Places()
        scene.refresh()
    else:
        keep_spots(scene, arranged(scene.picture, before, only), "edit.arrange")
    return scene.places.spots != before


def keep_places(scene: MapScene, cards: Iterable[PlacedCard]) -> None:
    """Keep where cards stand now. On a map that keeps places, another column is another theme."""
    found = [strip for _, strip in scene.bands.columns]
    columns, cards = scene.bridge.workspace.profile.columns, list(cards)
    moved = {one.card.key: there for one in cards if (there := moved_to(found, one.card, one.x))}
    themes = {key: columns[column - 1].key for key, column in moved.items()}
    where = {one.card.key: scene.spot_at(one.place, one.card.kind) for one in cards}
    keep_spots(scene, where, "edit.move_goals", themes)


def keep_spots(scene: MapScene, where: Mapping[Id, Spot], step: str, themes: Mapping[Id, str] | None = None) -> None:
    """Let cards stand there: in the document, if the map is one that keeps places, as one step of that name."""
    map, new_id = scene.map, scene.bridge.workspace.new_id
    fresh = {key: spot for key, spot in where.items() if spot != scene.places.spots[key]}
    kept = {key: fresh.pop(key) for key in list(fresh) if map is not None and key in scene.picture.card_of}
    if map is not None and kept:

        def make(document: Document) -> ChangeSet:
            return with_themes(document, move_goals(document, map, kept, new_id=new_id, step=step), themes or {})

        if scene.bridge.edit(make) is None:
            fresh = {}
        elif not fresh:
            return
    for key, spot in fresh.items():
        scene.places.put(key, scene.picture.cards[key].kind, spot)
    scene.refresh()
