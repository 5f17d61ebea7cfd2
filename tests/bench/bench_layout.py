"""The order of cards beside Graphviz dot with clusters: crossings and processor time on the same graphs, in one run."""

import resource
import shutil
import subprocess
from collections import defaultdict
from statistics import median
from time import process_time

import numpy as np

from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH
from strategikort.cascade.crossings import inversions
from strategikort.cascade.layout import Card, arrange
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal
from strategikort.domain.links import Link
from strategikort.domain.shape import Id
from tests.bench.bench_cascade import municipality

BESIDE_DOT = (500, 2_000)
ALONE = 10_000
WIDE, NARROW = 330, 70
SEEDS = (*range(1, 9), 2015)
LIMIT_S = 100
Links = list[tuple[int, int]]


def rows() -> list[tuple[str, str, str]]:
    """The work, what it measured, and the aim; beside dot one row for each graph, and the medians."""
    _arranged(*_graph(municipality(BESIDE_DOT[0])))
    found = []
    for size in BESIDE_DOT:
        found += _beside_dot(size)
    _, spent = _arranged(*_graph(municipality(ALONE)))
    _, uneven = _arranged(*_uneven())
    return [
        *found,
        (f"layout, {ALONE:,} goals", f"{spent:.2f} s", "<= 0.5 s"),
        (f"layout, one group of {WIDE} among {NARROW} of two", f"{uneven:.2f} s", "<= 0.1 s"),
    ]


def _uneven() -> tuple[list[Card], Links]:
    """A band in which one group is as wide as all others together: what swaps of whole groups cost most for."""
    groups = ["wide"] * WIDE + [f"narrow {number // 2}" for number in range(2 * NARROW)]
    owned = [(1, (group,)) for group in groups] + [(0, ())] * 20
    cards = [
        Card(goal=Id(f"g{place}"), band=band, group=group, width=CARD_WIDTH, height=CARD_HEIGHT)
        for place, (band, group) in enumerate(owned)
    ]
    above = len(groups)
    return cards, [(card, above + (7 * card) % 20) for card in range(WIDE + 30)]


def _beside_dot(size: int) -> list[tuple[str, str, str]]:
    if shutil.which("dot") is None:
        return [(f"layout beside dot, {size:,} goals", "no dot here", "-")]
    found, crossing, time = [], [], []
    for seed in SEEDS:
        cards, links = _graph(municipality(size, seed))
        own, spent = _arranged(cards, links)
        rival, taken = _dot(cards, links)
        crossing.append(own / max(rival, 1))
        time.append(spent / taken)
        measured = f"{own:,} crossings beside {rival:,}, {1000 * spent:.0f} ms beside {1000 * taken:.0f} ms"
        found.append((f"layout, {size:,} goals, seed {seed}", measured, "-"))
    found.append((f"crossings beside dot with clusters, {size:,} goals, median", f"{median(crossing):.3f}", "<= 1"))
    found.append((f"time beside dot with clusters, {size:,} goals, median", f"{median(time):.2f}", "<= 0.2"))
    return found


def _graph(document: Document) -> tuple[list[Card], Links]:
    goals = list(document.all(Goal).values())
    at = {goal.id: place for place, goal in enumerate(goals)}
    cards = [
        Card(
            goal=goal.id,
            band=goal.kind.level,
            group=(str(goal.owner),) if goal.owner else (),
            width=CARD_WIDTH,
            height=CARD_HEIGHT,
        )
        for goal in goals
    ]
    return cards, [(at[link.lower], at[link.upper]) for link in document.all(Link).values()]


def _arranged(cards: list[Card], links: Links) -> tuple[int, float]:
    start = process_time()
    places = arrange(cards, links)
    spent = process_time() - start
    return _crossings(cards, links, [x for x, _ in places]), spent


def _crossings(cards: list[Card], links: Links, across: list[float]) -> int:
    """How many links cross, counted between each pair of bands by the order of the cards in them."""
    pairs: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for one, other in links:
        upper, lower = sorted((one, other), key=lambda place: cards[place].band)
        pairs[cards[upper].band, cards[lower].band].append((across[upper], across[lower]))
    return sum(inversions(*(_ranks(list(ends)) for ends in zip(*among, strict=True))) for among in pairs.values())


def _ranks(across: list[float]) -> np.ndarray:
    return np.unique(np.array(across), return_inverse=True)[1]


def _dot(cards: list[Card], links: Links) -> tuple[int, float]:
    before = _children()
    run = subprocess.run(
        ["dot", "-Tplain"], input=_written(cards, links), capture_output=True, text=True, check=True, timeout=LIMIT_S
    )
    spent = _children() - before
    words = (line.split() for line in run.stdout.splitlines() if line.startswith("node n"))
    across = {int(word[1][1:]): float(word[2]) for word in words}
    return _crossings(cards, links, [across[place] for place in range(len(cards))]), spent


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _written(cards: list[Card], links: Links) -> str:
    """The graph in dot's language: each band one rank, each group of a band a cluster, no lines to draw."""
    lines = ['digraph { newrank=true; splines=false; node [shape=box label="" width=2.6 height=1.3];']
    clusters: dict[tuple[int, tuple[str, ...]], list[int]] = defaultdict(list)
    bands: dict[int, list[int]] = defaultdict(list)
    for place, card in enumerate(cards):
        bands[card.band].append(place)
        if card.group:
            clusters[card.band, card.group].append(place)
    for number, members in enumerate(clusters.values()):
        lines.append(f"subgraph cluster{number} {{ {' '.join(f'n{one};' for one in members)} }}")
    for band, members in sorted(bands.items()):
        lines.append(f"{{ rank=same; band{band}; {' '.join(f'n{one};' for one in members)} }}")
    lines.append(" -> ".join(f"band{band}" for band in sorted(bands)) + " [style=invis];")
    lines += [f"n{upper} -> n{lower};" for lower, upper in links]
    return "\n".join([*lines, "}"])


if __name__ == "__main__":
    for row in rows():
        print(" | ".join(row))
