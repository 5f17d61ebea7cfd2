"""The cascade as a graph of networkx, which takes long to load: for those who ask."""

import networkx as nx

from strategikort.domain.document import Document
from strategikort.domain.goals import Goal
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.shape import Id


def to_networkx(document: Document) -> "nx.MultiDiGraph[Id]":
    """The cascade for other tools and rare questions: goals with their kind, REALISES links upward."""
    graph: nx.MultiDiGraph[Id] = nx.MultiDiGraph()
    for goal in document.all(Goal).values():
        graph.add_node(goal.id, kind=goal.kind.value, title=goal.title, code=goal.code)
    for link in document.all(Link).values():
        if link.kind is LinkKind.REALISES and link.lower in graph and link.upper in graph:
            graph.add_edge(link.lower, link.upper, key=link.id, strength=link.strength.value)
    return graph
