"""One indicator of a goal as it is printed: its figures in a row, and below them what one must know to read them."""

from decimal import Decimal

from strategikort.application.reading import Reading
from strategikort.domain.agreements import Agreement
from strategikort.domain.edits.measures import measurements_of, targets_of
from strategikort.domain.measures import DataSource, Indicator, IndicatorKind, Measurement, YearlyTarget
from strategikort.reports.model import IndicatorRow


class IndicatorRows:
    """Makes the printed rows of the indicators of one agreement."""

    def __init__(self, reading: Reading, agreement: Agreement) -> None:
        self._document, self._words = reading.document, reading.words
        self._first, self._last = agreement.valid_from.year, agreement.valid_to.year

    def row(self, indicator: Indicator, *, effort: str = "") -> IndicatorRow:
        """The row of one indicator; ``effort`` is the title of the effort it belongs to, if not the goal's own."""
        results = measurements_of(self._document, indicator.id)
        last = results[-1] if results else None
        source = self._document.get(DataSource, indicator.source)
        return IndicatorRow(
            name=indicator.name,
            baseline=self._baseline(indicator),
            result=self._result(indicator, last) if last else "",
            target=self._targets(indicator),
            source=source.name if source else "",
            note="\n".join(filter(None, self._notes(indicator, last, effort))),
        )

    def _baseline(self, indicator: Indicator) -> str:
        year = str(indicator.baseline_on.year) if indicator.baseline_on else ""
        figure = self._figure(indicator, indicator.baseline, year)
        if figure or indicator.baseline_pending is None:
            return figure
        return self._words.text("paper.pending", day=indicator.baseline_pending)

    def _result(self, indicator: Indicator, last: Measurement) -> str:
        year = str(last.measured_on.year)
        figure = self._figure(indicator, last.value, year)
        if not last.text:
            return figure
        return f"{last.text}\n{figure or f'({year})'}"

    def _targets(self, indicator: Indicator) -> str:
        """The targets of the agreement's years, a line for each; those of later years are marked by their year."""
        found = [one for one in targets_of(self._document, indicator.id) if self._first <= one.year <= self._last]
        return "\n".join(self._target(indicator, one) for one in sorted(found, key=lambda one: one.year))

    def _target(self, indicator: Indicator, target: YearlyTarget) -> str:
        year = str(target.year) if target.year != self._first else ""
        figure = self._figure(indicator, target.value, year)
        if target.value is not None and target.tolerance:
            allowed = self._words.figure(target.tolerance, indicator.decimals)
            figure = self._words.text("paper.tolerance", figure=figure, allowed=allowed)
        mark = f"({year})" if year and not figure else ""
        return " ".join(filter(None, (target.text, figure, mark)))

    def _figure(self, indicator: Indicator, value: Decimal | None, year: str) -> str:
        if value is None:
            return ""
        figure = self._words.figure(value, indicator.decimals)
        return " ".join(filter(None, (figure, indicator.unit, f"({year})" if year else "")))

    def _notes(self, indicator: Indicator, last: Measurement | None, effort: str) -> tuple[str, ...]:
        text = self._words.text
        low, high = indicator.minimum, indicator.maximum
        scale = indicator.kind is IndicatorKind.SCALE and low is not None and high is not None
        return (
            text("paper.of_effort", effort=effort) if effort else "",
            indicator.definition,
            text("paper.scale", low=low, high=high) if scale and low is not None and high is not None else "",
            text("paper.use", text=indicator.use_for) if indicator.use_for else "",
            text("paper.comparability", text=indicator.comparability_note) if indicator.comparability_note else "",
            text("paper.measured_note", day=last.measured_on, text=last.note) if last and last.note else "",
        )
