"""The outline for Qt: a goal with several goals above it stands under each. It follows change sets row by row."""

from collections import deque
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from strategikort.application.drawing.hearing import goal_heard
from strategikort.application.drawing.tree import GoalTree
from strategikort.desktop.bridge import Bridge, Changed
from strategikort.domain.document import goal_titled
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal
from strategikort.domain.shape import Id

Index = QModelIndex | QPersistentModelIndex
_NONE: Final = QModelIndex()

GOAL_ROLE: Final = Qt.ItemDataRole.UserRole + 1
COUNT_ROLE: Final = Qt.ItemDataRole.UserRole + 2
ABOVE_ROLE: Final = Qt.ItemDataRole.UserRole + 3


class Node:
    """One line of the outline: a goal at one place, or the group of loose goals (``goal`` None)."""

    __slots__ = ("above", "children", "goal")

    def __init__(self, goal: Id | None, above: "Node | None") -> None:
        self.goal = goal
        self.above = above
        self.children: list[Node] | None = None

    def passes(self, goal: Id) -> bool:
        """Whether ``goal`` is this line or one above it: a ring ends there."""
        node: Node | None = self
        while node is not None:
            if node.goal == goal:
                return True
            node = node.above
        return False


class OutlineLines(QAbstractItemModel):
    """Lines are made when they are first asked for, so that a large document opens fast."""

    followed = Signal()
    """The lines are in step again; while `following` the view's own selection says nothing."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.tree = GoalTree(bridge.document)
        self._shown: set[Id] | None = None
        self.following = False
        self._root = Node(None, None)
        self._loose = Node(None, self._root)
        self._nodes: dict[Id, list[Node]] = {}
        self._root.children = []
        self._loose.children = []
        self._keep: dict[int, Node] = {id(self._root): self._root, id(self._loose): self._loose}
        self._follow_tree()
        bridge.changed.connect(self._follow)

    @override
    def index(self, row: int, column: int, parent: Index = _NONE) -> QModelIndex:
        children = self._children(self._node(parent))
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    @override
    def parent(self, index: Index = _NONE) -> QModelIndex:  # type: ignore[override]
        node = self._node(index)
        return self._index(node.above) if index.isValid() and node.above else QModelIndex()

    @override
    def rowCount(self, parent: Index = _NONE) -> int:
        return len(self._children(self._node(parent)))

    @override
    def hasChildren(self, parent: Index = _NONE) -> bool:
        node = self._node(parent)
        return bool(self._wanted(node)) if node.children is None else bool(node.children)

    @override
    def columnCount(self, parent: Index = _NONE) -> int:
        return 1

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled
        if self.goal_at(index):
            usual |= Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
            usual |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return usual

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        node = self._node(index)
        goal = self._bridge.document.get(Goal, node.goal)
        if role == GOAL_ROLE:
            return goal
        if role == COUNT_ROLE:
            return len(self.tree.loose) if node is self._loose else len(self.tree.below.get(node.goal or Id(""), ()))
        if role == ABOVE_ROLE:
            return len(self.tree.above.get(node.goal or Id(""), ()))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if node is self._loose:
                return self.tr("Without a goal above")
            title = (goal.title or goal.code) if goal else ""
            return title if role == Qt.ItemDataRole.DisplayRole else self._told(title, node)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and goal:
            space = self._bridge.workspace
            return goal_heard(
                space.document,
                space.profile,
                space.words,
                goal,
                self._bridge.findings_of(goal.id),
                self._bridge.doubts.of(goal.id),
            )
        if role == Qt.ItemDataRole.EditRole:
            return goal.title if goal else ""
        if role == Qt.ItemDataRole.ToolTipRole and goal:
            return self._told(f"{goal.code} {goal.title}".strip(), node)
        return None

    def _told(self, title: str, node: Node) -> str:
        """A title, and under which goals it stands if they are several."""
        above = self.tree.above.get(node.goal or Id(""), ())
        if len(above) < 2:
            return title
        names = " · ".join(goal_titled(self._bridge.document, one) for one in above)
        return self.tr("%1. Stands under several goals: %2").replace("%1", title).replace("%2", names)

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        goal = self.goal_at(index)
        if role != Qt.ItemDataRole.EditRole or goal is None:
            return False
        made = self._bridge.edit(lambda document: set_field(document, Goal, goal, "title", str(value)))
        self._bridge.workspace.session.step_ends()
        return made is not None

    def goal_at(self, index: Index) -> Id | None:
        """The goal of a line."""
        return self._node(index).goal if index.isValid() else None

    def places_of(self, goal: Id) -> list[QModelIndex]:
        """The lines on which a goal stands, as far as they have been made."""
        return [self._index(node) for node in self._nodes.get(goal, ())]

    def place_of(self, goal: Id) -> QModelIndex:
        """A line on which a goal stands; the lines on the way to it are made if need be."""
        known = self._nodes.get(goal)
        if known:
            return self._index(known[0])
        way, seen = [goal], {goal}
        while way[-1] not in self._nodes:
            upper = next((one for one in self.tree.above.get(way[-1], ()) if one not in seen), None)
            if upper is None:
                return QModelIndex()
            way.append(upper)
            seen.add(upper)
        for step in reversed(way[:-1]):
            node = self._nodes[way[way.index(step) + 1]][0]
            if not any(child.goal == step for child in self._children(node)):
                return QModelIndex()
        return self._index(self._nodes[goal][0])

    def filter(self, goals: Iterable[Id] | None) -> None:
        """Show only these goals and the way to them; all again with None."""
        self._shown = None if goals is None else self.tree.on_the_way_to(iter(goals))
        self._follow_tree()

    def _follow(self, changed: Changed) -> None:
        """Bring the lines that the change touched in step; with a filter, all."""
        moved = self.tree.follow(changed.change_set.changes, changed.document)
        if self._shown is not None and not moved.nothing:
            self._follow_tree()
        elif not moved.nothing:
            below = [node for goal in moved.under for node in self._nodes.get(goal, ())]
            self._follow_lines([*([self._root, self._loose] if moved.heads else ()), *below])
        goals = {change.record.id for change in changed.change_set.changes if isinstance(change.after, Goal)}
        for goal in goals | moved.under:
            for place in self.places_of(goal):
                self.dataChanged.emit(place, place)

    def _follow_tree(self) -> None:
        """Bring every line that has been made in step with the tree."""
        self._follow_lines([self._root], all_below=True)

    def _follow_lines(self, nodes: list[Node], *, all_below: bool = False) -> None:
        """Bring what stands directly under these lines in step, the highest first."""
        self.following = True
        waiting = deque(nodes)
        while waiting:
            node = waiting.popleft()
            if id(node) not in self._keep or (all_below and node.children is None):
                continue
            node.children = node.children or []
            self._sync(node)
            waiting += node.children if all_below else ()
        self.following = False
        self.followed.emit()

    def _wanted(self, node: Node) -> list[Id | None]:
        tree = self.tree
        found: list[Id | None]
        if node is self._root:
            found = list(self._visible(tree.tops))
            return [*found, None] if self._visible(tree.loose) else found
        if node is self._loose:
            return list(self._visible(tree.loose))
        below = tree.below.get(node.goal, ()) if node.goal else ()
        return [goal for goal in self._visible(below) if not node.passes(goal)]

    def _visible(self, goals: tuple[Id, ...]) -> list[Id]:
        return [goal for goal in goals if self._shown is None or goal in self._shown]

    def _sync(self, node: Node) -> None:
        children = node.children
        assert children is not None, "only lines that have been made are followed"
        wanted = self._wanted(node)
        kept = set(wanted)
        here = self._index(node)
        for row in range(len(children) - 1, -1, -1):
            if children[row].goal not in kept:
                self.beginRemoveRows(here, row, row)
                self._drop(children.pop(row))
                self.endRemoveRows()
        if wanted and not children:
            self.beginInsertRows(here, 0, len(wanted) - 1)
            children += [self._made(goal, node) for goal in wanted]
            self.endInsertRows()
        for row, goal in enumerate(wanted):
            if row < len(children) and children[row].goal == goal:
                continue
            if row + 1 < len(children) and children[row + 1].goal == goal:
                self._move(node, row, wanted.index(children[row].goal, row))  # it goes down, the others stay
                if children[row].goal == goal:
                    continue
            old = next((place for place in range(row + 1, len(children)) if children[place].goal == goal), None)
            if old is not None:
                self._move(node, old, row)
            else:
                self.beginInsertRows(here, row, row)
                children.insert(row, self._made(goal, node))
                self.endInsertRows()

    def _move(self, node: Node, row: int, to: int) -> None:
        children = node.children or []
        to = min(to, len(children) - 1)
        here = self._index(node)
        if row != to and self.beginMoveRows(here, row, row, here, to + 1 if to > row else to):
            children.insert(to, children.pop(row))
            self.endMoveRows()

    def _made(self, goal: Id | None, above: Node) -> Node:
        if goal is None:
            return self._loose
        node = Node(goal, above)
        self._nodes.setdefault(goal, []).append(node)
        self._keep[id(node)] = node
        return node

    def _drop(self, node: Node) -> None:
        for child in node.children or ():
            self._drop(child)
        if node is self._loose:
            node.children = []
            return
        if node.goal is not None:
            self._nodes[node.goal].remove(node)
            if not self._nodes[node.goal]:
                del self._nodes[node.goal]
        self._keep.pop(id(node), None)

    def _children(self, node: Node) -> list[Node]:
        if node.children is None:
            node.children = [self._made(goal, node) for goal in self._wanted(node)]
        return node.children

    def _node(self, index: Index) -> Node:
        if not index.isValid():
            return self._root
        node = index.internalPointer()
        assert isinstance(node, Node)
        return node

    def _index(self, node: Node) -> QModelIndex:
        if node.above is None:
            return QModelIndex()
        siblings = node.above.children or []
        return self.createIndex(siblings.index(node), 0, node) if node in siblings else QModelIndex()
