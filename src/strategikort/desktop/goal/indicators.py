"""The indicators of a goal in its panel: name, picture and figures; all fields when unfolded."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.buttons import cross, flat
from strategikort.desktop.fields.editors import Editor, TextEditor, commit_all
from strategikort.desktop.fields.record_form import RecordForm, Row
from strategikort.desktop.goal.chart import IndicatorChart
from strategikort.desktop.goal.figures import RESULTS, TARGETS, FiguresTable
from strategikort.desktop.look.theme import Theme
from strategikort.domain.edits.measures import add_indicator, indicators_of, measurements_of, targets_of
from strategikort.domain.edits.records import remove_record
from strategikort.domain.measures import DataSource, Indicator
from strategikort.domain.shape import Id

FIRST = (("name",),)
ROWS = (
    ("definition",),
    ("kind", "unit"),
    ("direction", "chain"),
    ("baseline", "baseline_on"),
    ("baseline_pending", "decimals"),
    ("minimum", "maximum"),
    ("source",),
    ("collection", "frequency"),
    ("justification",),
    ("population_size",),
    ("use_for",),
    ("comparability_note",),
)


class IndicatorCard(QFrame):
    """One indicator."""

    def __init__(self, bridge: Bridge, theme: Theme, indicator: Indicator, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._bridge = bridge
        self.indicator = indicator.id
        self._form: QWidget | None = None
        self._tables: list[FiguresTable] = []
        self._record_forms: list[RecordForm] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 8, 10, 8)
        box.setSpacing(4)
        head = QHBoxLayout()
        self._name, self._source = QLabel(self), QLabel(self)
        self._name.setProperty("strong", True)
        self._source.setProperty("caption", True)
        for label in (self._name, self._source):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._remove = cross(self.tr("Remove %1").replace("%1", bridge.workspace.words.word("indicator").one), self)
        self._remove.clicked.connect(self._take_away)
        head.addWidget(self._name, 1)
        head.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(head)
        box.addWidget(self._source)
        self._chart = IndicatorChart(theme, self)
        box.addWidget(self._chart)
        self._figures = QLabel(self)
        self._figures.setTextFormat(Qt.TextFormat.PlainText)
        self._figures.setWordWrap(True)
        self._figures.setProperty("muted", True)
        box.addWidget(self._figures)
        self._toggle = flat(self.tr("Figures and details"), self)
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(self._unfold)
        box.addWidget(self._toggle)
        self.refresh()

    def refresh(self) -> None:
        """Show the indicator as it stands now."""
        document = self._bridge.document
        indicator = document.get(Indicator, self.indicator)
        if indicator is None:
            return
        self._name.setText(indicator.name or self.tr("Without a name"))
        source = document.get(DataSource, indicator.source)
        self._source.setText(source.name if source else "")
        self._source.setVisible(source is not None)
        self._show_figures(indicator)
        for table in self._tables:
            table.figures.show_indicator(indicator.id)
        for form in self._record_forms:
            form.show_record(indicator)

    def _show_figures(self, indicator: Indicator) -> None:
        document = self._bridge.document
        results = measurements_of(document, indicator.id)
        targets = targets_of(document, indicator.id)
        year = self._bridge.workspace.today().year
        target = next((one for one in targets if one.year >= year), targets[-1] if targets else None)
        series = [one.value for one in results if one.value is not None]
        if indicator.baseline is not None and len(series) < 2:
            series.insert(0, indicator.baseline)
        aim = self.tr("target %1").replace("%1", self._written(target.value, indicator)) if target else ""
        last = self._written(series[-1], indicator) if series else ""
        numeric = indicator.kind.numeric
        shown = tuple(series) if numeric else ()
        self._chart.show_figures(shown, target.value if target else None, last=last, aim=aim)
        parts = []
        if indicator.baseline is not None:
            parts.append(self.tr("Baseline %1").replace("%1", self._written(indicator.baseline, indicator)))
        if target and (target.value is not None or target.text):
            words = self.tr("Target %1: %2").replace("%1", str(target.year))
            parts.append(words.replace("%2", target.text or self._written(target.value, indicator)))
        if results and results[-1].text:
            parts.append(results[-1].text)
        self._figures.setText(" · ".join(parts) or self.tr("No figures yet"))

    def _written(self, value: Decimal | None, indicator: Indicator) -> str:
        if value is None:
            return "–"
        return f"{self._bridge.workspace.words.figure(value, indicator.decimals)} {indicator.unit}".strip()

    def _unfold(self, unfolded: bool) -> None:
        if unfolded and self._form is None:
            self._form = self._made_form()
        if self._form is not None:
            self._form.setVisible(unfolded)

    def _made_form(self) -> QWidget:
        form = QWidget(self)
        box = QVBoxLayout(form)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(8)
        self._add_fields(FIRST, box)
        for kind, text in ((TARGETS, self.tr("Yearly targets")), (RESULTS, self.tr("Results"))):
            label = QLabel(text, form)
            label.setProperty("caption", True)
            table = FiguresTable(self._bridge, kind, form)
            table.setAccessibleName(text)
            remove = flat(self.tr("Remove the line"), form)
            remove.clicked.connect(table.remove_current)
            head = QHBoxLayout()
            head.addWidget(label)
            head.addStretch(1)
            head.addWidget(remove)
            box.addLayout(head)
            box.addWidget(table)
            self._tables.append(table)
        self._add_fields(ROWS, box)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(form)
        self.refresh()
        return form

    def _add_fields(self, rows: Sequence[Row], box: QVBoxLayout) -> None:
        form = RecordForm(self._bridge, Indicator, rows, self)
        box.addWidget(form)
        self._record_forms.append(form)

    @property
    def editors(self) -> Mapping[str, Editor]:
        """The entry fields by name; none until they are unfolded."""
        return {name: editor for form in self._record_forms for name, editor in form.editors.items()}

    def unfold(self) -> None:
        """Show all fields, the name ready to be written."""
        self._toggle.setChecked(True)
        name = self.editors["name"]
        if isinstance(name, TextEditor):
            name.widget.setFocus(Qt.FocusReason.OtherFocusReason)
            name.widget.selectAll()

    def _take_away(self) -> None:
        commit_all(self)
        indicator = self.indicator
        self._bridge.edit(lambda document: remove_record(document, Indicator, indicator, code="edit.remove_indicator"))


class IndicatorsSection(QWidget):
    """The indicators of the goal that is shown, and a way to add one."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._theme = theme
        self._goal: Id | None = None
        self.cards: list[IndicatorCard] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        caption = QLabel(f"{bridge.workspace.words.word('indicator'):Many}", self)
        caption.setProperty("caption", True)
        self._box.addWidget(caption)
        self.add = flat(self.tr("Add %1").replace("%1", bridge.workspace.words.word("indicator").one), self)
        self.add.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.add.clicked.connect(self._add)
        self._box.addWidget(self.add)

    def show_goal(self, goal: Id) -> None:
        """Show the indicators of ``goal`` as they stand now."""
        found = indicators_of(self._bridge.document, goal)
        self._goal = goal
        if [one.id for one in found] == [card.indicator for card in self.cards]:
            for card in self.cards:
                card.refresh()
            return
        kept = {card.indicator: card for card in self.cards}
        self.cards = [
            kept.pop(one.id) if one.id in kept else IndicatorCard(self._bridge, self._theme, one, self) for one in found
        ]
        for gone in kept.values():
            self._box.removeWidget(gone)
            gone.deleteLater()
        for place, card in enumerate(self.cards, start=1):
            self._box.insertWidget(place, card)
            card.refresh()

    def _add(self) -> None:
        goal, new_id = self._goal, self._bridge.workspace.new_id
        if goal is None:
            return
        name = f"{self._bridge.workspace.words.word('indicator'):One}"
        self._bridge.edit(lambda document: add_indicator(document, new_id=new_id, goal=goal, name=name))
        if self.cards:
            self.cards[-1].unfold()
