"""The map beside a bare Qt scene of as many boxes and lines, in one run."""

import os
import tempfile
from collections.abc import Callable
from datetime import date, datetime
from itertools import count
from pathlib import Path
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF  # noqa: E402
from PySide6.QtGui import QImage, QPainter  # noqa: E402
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView  # noqa: E402

from strategikort.application.profiles import load_profile  # noqa: E402
from strategikort.application.session import Desk, Session  # noqa: E402
from strategikort.application.workspace import Workspace, workspace  # noqa: E402
from strategikort.desktop import theme  # noqa: E402
from strategikort.desktop.bridge import Bridge  # noqa: E402
from strategikort.desktop.canvas.view import MapView  # noqa: E402
from strategikort.domain.document import Document  # noqa: E402
from strategikort.domain.edits.goals import add_goal  # noqa: E402
from strategikort.domain.goals import CentreGoal, Effort, PoliticalGoal, UnitGoal, VisionElement  # noqa: E402
from strategikort.domain.links import Link  # noqa: E402
from strategikort.domain.organisation import Municipality  # noqa: E402
from strategikort.domain.shape import Id, Record  # noqa: E402

SIZES = (500, 2_000)
ROUNDS = 5


def rows() -> list[tuple[str, str, str]]:
    """What was measured, the ratio to a bare scene, and the aim."""
    app = QApplication.instance() or QApplication([])
    found = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            space = _workspace(size, Path(folder))
            found += _measured(space, size)
            app.processEvents()
            space.session.close(save=False)
    return found


def _measured(space: Workspace, size: int) -> list[tuple[str, str, str]]:
    opened = _best(lambda: _map(space).grab()) / _best(lambda: _bare(size).grab())
    view, bare = _map(space), _bare(size)
    frame = _best(lambda: _frame(view))
    return [
        (f"open to painted, {size:,} goals", f"{opened:.2f} x bare", "<= 1.5 x"),
        (f"frame while panning, {size:,} goals", f"{frame / _best(lambda: _frame(bare)):.2f} x bare", "-"),
        (f"the same in ms of CPU, {size:,} goals", f"{1000 * frame:.1f} ms", "<= 8 ms at 2,000"),
        (f"add a goal with its link, {size:,} goals", f"{1000 * _added(space, view):.0f} ms", "<= 100 ms"),
    ]


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        work()
        times.append(process_time() - start)
    return sorted(times)[ROUNDS // 2]


def _workspace(size: int, folder: Path) -> Workspace:
    numbers = count()
    desk = Desk(
        state_folder=folder, who="", clock=lambda: datetime(2015, 2, 15), new_id=lambda: Id(f"n{next(numbers)}")
    )
    session = Session.create(None, _document(size), desk=desk)
    return workspace(session, language="da", today=lambda: date(2015, 2, 15), new_id=desk.new_id)


def _document(size: int) -> Document:
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


def _frame(view: QGraphicsView) -> None:
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().value() + 7)
    image = QImage(1200, 800, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    view.render(painter, QRectF(image.rect()), view.viewport().rect())
    painter.end()


def _added(space: Workspace, view: MapView) -> float:
    upper = next(iter(space.document.all(UnitGoal)))
    start = process_time()
    view.bridge.edit(
        lambda document: add_goal(
            document, profile=space.profile, new_id=space.new_id, kind=Effort.kind, title="Ny indsats", under=upper
        )
    )
    view.grab()
    view.centerOn(QPointF(0, 0))
    return process_time() - start


if __name__ == "__main__":
    for row in rows():
        print(" | ".join(row))
