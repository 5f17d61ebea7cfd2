"""A form for the fields of one kind of record, made from their declaration."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.captions import caption_of
from strategikort.desktop.fields.editors import ChoiceEditor, Editor, FlagEditor, TextEditor, members
from strategikort.desktop.fields.home_editor import HomeEditor
from strategikort.desktop.fields.list_editors import BalanceEditor, MilestonesEditor
from strategikort.desktop.fields.reference_editors import ManyEditor, ReferenceEditor
from strategikort.desktop.fields.written_editors import DayEditor, FigureEditor
from strategikort.domain.agreements import Status
from strategikort.domain.goals import PoliticalGoal, UnitGoal, VisionElement
from strategikort.domain.shape import Field, Record, field_of

_LONG_TEXT: Final = 200
_TALL: Final = {"description": 3, "why": 2, "success_criterion": 2}

Row = tuple[str, ...]
"""The names of the fields that stand beside each other."""


def make_editor(bridge: Bridge, kind: type[Record], field: Field, parent: QWidget) -> Editor:
    """The entry field that fits a field of a record kind."""
    profile = bridge.workspace.profile
    caption = caption_of(kind, field.name, bridge.workspace.words)
    if field.name == "milestones":
        return MilestonesEditor(bridge, kind, field, caption, parent)
    if field.name == "balance":
        return BalanceEditor(bridge, kind, field, caption, parent, pairs=profile.balance_pairs)
    if field.many:
        return ManyEditor(bridge, kind, field, caption, parent)
    if kind is UnitGoal and field.name == "owner":
        return HomeEditor(bridge, kind, field, caption, parent)
    if field.refers:
        return ReferenceEditor(bridge, kind, field, caption, parent)
    if kind is PoliticalGoal and field.name == "type":
        values = (("", "–"), *profile.political_types.items())
        return ChoiceEditor(bridge, kind, field, caption, parent, values=values)
    if kind is VisionElement and field.name == "layer":
        layers = tuple((layer.key, layer.name) for layer in profile.layers)
        return ChoiceEditor(bridge, kind, field, caption, parent, values=(("", "–"), *layers))
    if field.name == "theme" and profile.columns:
        columns = tuple((one.key, one.name) for one in profile.columns)
        return ChoiceEditor(bridge, kind, field, profile.columns_name, parent, values=(("", "–"), *columns))
    if field.type is Status:
        states = tuple((one, bridge.workspace.words.text(f"status.{one.value}")) for one in Status)
        return ChoiceEditor(bridge, kind, field, caption, parent, values=states)
    return _plain_editor(bridge, kind, field, caption, parent)


def _plain_editor(bridge: Bridge, kind: type[Record], field: Field, caption: str, parent: QWidget) -> Editor:
    if issubclass(field.type, StrEnum):
        values = members(field.type, none=field.optional)
        return ChoiceEditor(bridge, kind, field, caption, parent, values=values)
    if field.type is bool:
        return FlagEditor(bridge, kind, field, caption, parent)
    if field.type in (Decimal, int):
        return FigureEditor(bridge, kind, field, caption, parent)
    if field.type is date:
        return DayEditor(bridge, kind, field, caption, parent)
    long = field.length is not None and field.length.most >= _LONG_TEXT
    lines = _TALL.get(field.name, 2) if long and not field.name.endswith("_link") else 1
    return TextEditor(bridge, kind, field, caption, parent, lines=lines)


class RecordForm(QWidget):
    """Entry fields in rows of one or two. They follow the record that is shown."""

    def __init__(self, bridge: Bridge, kind: type[Record], rows: Sequence[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.editors: dict[str, Editor] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(10)
        for place, row in enumerate(rows):
            for column, name in enumerate(row):
                editor = make_editor(bridge, kind, field_of(kind, name), self)
                beside = len(row) > 1
                top = Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0)
                grid.addWidget(editor, place, column, 1, 1 if beside else 2, top)
                self.editors[name] = editor
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def show_record(self, record: Record | None) -> None:
        """Show ``record`` in all fields."""
        for editor in self.editors.values():
            editor.show_record(record)
