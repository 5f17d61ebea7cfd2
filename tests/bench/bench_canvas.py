"""The map beside a bare Qt scene of as many boxes and lines, in one run."""

import gc
import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from itertools import count
from pathlib import Path
from time import process_time
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF, Qt  # noqa: E402
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QWidget  # noqa: E402

from strategikort.application.profiles import load_profile  # noqa: E402
from strategikort.application.session import Desk, Session  # noqa: E402
from strategikort.application.workspace import Workspace, workspace  # noqa: E402
from strategikort.desktop.bridge import Bridge  # noqa: E402
from strategikort.desktop.canvas.gestures.drag import CardDrag  # noqa: E402
from strategikort.desktop.canvas.view import MapView  # noqa: E402
from strategikort.desktop.look import theme  # noqa: E402
from strategikort.desktop.outline.panel import OutlinePanel  # noqa: E402
from strategikort.domain.document import Document  # noqa: E402
from strategikort.domain.edits.goals import add_goal  # noqa: E402
from strategikort.domain.edits.records import set_field  # noqa: E402
from strategikort.domain.goals import CentreGoal, Effort, PoliticalGoal, UnitGoal, VisionElement  # noqa: E402
from strategikort.domain.links import Link  # noqa: E402
from strategikort.domain.organisation import Municipality, OrgKind, OrgUnit  # noqa: E402
from strategikort.domain.shape import Id, Record  # noqa: E402

View = TypeVar("View", bound=QWidget)

SIZES = (500, 2_000, 10_000)
ROUNDS = 5
UNITS = 30


def rows() -> list[tuple[str, str, str]]:
    """What was measured, the ratio to a bare scene, and the aim."""
    app = QApplication.instance() or QApplication([])
    found = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            space = _workspace(plain_document(size), Path(folder))
            found += _measured(space, size)
            app.processEvents()
            space.session.close(save=False)
        found.append((f"open all units, {size:,} goals", f"{1000 * _in_boxes(size):.0f} ms", "-"))
    return found


def _measured(space: Workspace, size: int) -> list[tuple[str, str, str]]:
    bare = _best(lambda: _painted(_bare(size)))
    opened = _best(lambda: _painted(_map(space)).bridge.close())
    view, bare_view = _painted(_map(space)), _painted(_bare(size))
    gc.freeze()  # as the program does when its first window has settled
    frame, bare_frame = _best(lambda: _frame(view)), _best(lambda: _frame(bare_view))
    added = _best(lambda: _added(space, view))
    written = _best(lambda: _written(view))
    searched = _searched(view)
    view.actual_size()
    near = _best(lambda: _frame(view))
    dragged = _dragged(view)
    added_near = _best(lambda: _added(space, view))
    view.hide()
    bare_view.hide()
    gc.unfreeze()
    aim = f"<= {8 if size <= 2_000 else 16} ms"
    return [
        (f"open to painted, {size:,} goals", f"{opened / bare:.2f} x bare", "<= 1.5 x"),
        (f"frame while panning over all, {size:,} goals", f"{frame / bare_frame:.2f} x bare", "-"),
        (f"the same in ms of CPU, {size:,} goals", f"{1000 * frame:.1f} ms", aim),
        (f"the same at 100 %, {size:,} goals", f"{1000 * near:.1f} ms", aim),
        (f"frame while dragging at 100 %, {size:,} goals", f"{1000 * dragged:.1f} ms", aim),
        (f"add a goal with its link, {size:,} goals", f"{1000 * added:.0f} ms", "<= 100 ms"),
        (f"the same at 100 %, {size:,} goals", f"{1000 * added_near:.0f} ms", "<= 100 ms"),
        (f"a keystroke of the search, list and map painted, {size:,} goals", f"{1000 * searched:.0f} ms", "<= 100 ms"),
        (f"write a title, {size:,} goals", f"{1000 * written:.0f} ms", "<= 100 ms"),
    ]


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        work()
        times.append(process_time() - start)
    return sorted(times)[ROUNDS // 2]


def _workspace(document: Document, folder: Path) -> Workspace:
    numbers = count()
    desk = Desk(
        state_folder=folder, who="", clock=lambda: datetime(2015, 2, 15), new_id=lambda: Id(f"n{next(numbers)}")
    )
    session = Session.create(None, document, desk=desk)
    return workspace(session, language="da", today=lambda: date(2015, 2, 15), new_id=desk.new_id)


def plain_document(size: int) -> Document:
    """A cascade in the usual shape, without units, so that each goal is a card."""
    kinds = ((VisionElement, 0.004), (PoliticalGoal, 0.01), (CentreGoal, 0.04), (UnitGoal, 0.3), (Effort, 0.646))
    records: list[Record] = [Municipality(id=Id("town"), name="Prøveby", profile=load_profile("helsingoer").key)]
    above: list[Id] = []
    for kind, share in kinds:
        level = [Id(f"{kind.kind.value}-{n}") for n in range(max(1, round(size * share)))]
        records += [kind(id=one, code=one[-8:], title=f"Et mål, der handler om {one}") for one in level]
        if above:
            ends = ((one, above[n * len(above) // len(level)]) for n, one in enumerate(level))
            records += [Link(id=Id(f"link-{lower}"), lower=lower, upper=upper) for lower, upper in ends]
        above = level
    return Document(records)


def _map(space: Workspace) -> MapView:
    bridge = Bridge(space)
    view = MapView(bridge, theme.light())
    view.resize(1200, 800)
    view.show_map(None)
    return view


def _bare(size: int) -> QGraphicsView:
    view = QGraphicsView()
    scene = QGraphicsScene(view)
    for number in range(size):
        x, y = (number % 60) * 208, (number // 60) * 120
        scene.addRect(QRectF(x, y, 188, 92))
        scene.addLine(x, y, x + 100, y - 28)
    view.setScene(scene)
    view.resize(1200, 800)
    view.scale(0.1, 0.1)
    return view


def _painted(view: View) -> View:
    view.show()
    QApplication.processEvents()
    return view


def _frame(view: QGraphicsView) -> None:
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().value() + 7)
    view.viewport().update()
    QApplication.processEvents()


def _dragged(view: MapView) -> float:
    centre_goal = next(iter(view.bridge.document.all(CentreGoal)))
    view.center_on(centre_goal)
    card = view.map_scene.item(centre_goal)
    assert card is not None
    drag = CardDrag(view.map_scene, [card], card.place)
    steps = count(5, 4)

    def frame() -> None:
        drag.move(card.place + QPointF(next(steps) % 40, 8), Qt.KeyboardModifier.NoModifier)
        view.viewport().update()
        QApplication.processEvents()

    frame()
    spent = _best(frame)
    drag.cancel()
    return spent


def _added(space: Workspace, view: MapView) -> None:
    upper = next(iter(space.document.all(UnitGoal)))
    view.bridge.edit(
        lambda document: add_goal(
            document, profile=space.profile, new_id=space.new_id, kind=Effort.kind, title="Ny indsats", under=upper
        )
    )
    QApplication.processEvents()


def _written(view: MapView) -> None:
    goal = next(iter(view.bridge.document.all(UnitGoal).values()))
    view.bridge.edit(lambda document: set_field(document, UnitGoal, goal.id, "title", f"{goal.title}."))
    QApplication.processEvents()


def _searched(view: MapView) -> float:
    """The slowest of the letters of a word, each painted in the list of goals and on the map; then all goals again."""
    panel = OutlinePanel(view.bridge, view.theme)
    panel.found.connect(view.map_scene.seek)
    panel.resize(280, 800)
    _painted(panel)
    spent = []
    for text in ("h", "ha", "han", "hand", "handler", "handler om unit_goal-1", ""):
        start = process_time()
        panel.search(text)
        QApplication.processEvents()
        spent.append(process_time() - start)
    panel.hide()
    return max(spent)


def _in_units(document: Document) -> Document:
    units = [OrgUnit(id=Id(f"unit-{number}"), kind=OrgKind.UNIT, name=f"Skole {number}") for number in range(UNITS)]
    owned = (
        replace(one, owner=units[place % UNITS].id) if isinstance(one, UnitGoal | Effort) else one
        for place, one in enumerate(document.records())
    )
    return Document([*units, *owned])


def _in_boxes(size: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        space = _workspace(_in_units(plain_document(size)), Path(folder))
        view = _map(space)

        def opened() -> None:
            view.show_map(None)
            view.map_scene.opened = frozenset(space.document.all(OrgUnit))
            view.map_scene.refresh()

        spent = _best(opened)
        space.session.close(save=False)
    return spent


if __name__ == "__main__":
    for row in rows():
        print(" | ".join(row))
