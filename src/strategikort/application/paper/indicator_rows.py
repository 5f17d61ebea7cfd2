"""One indicator of a goal as it is printed: its figures in a row, and below them what one must know to read them."""

from decimal import Decimal
from typing import Final

from strategikort.application.reading import Reading
from strategikort.domain.agreements import Agreement
from strategikort.domain.edits.measures import measurements_of, targets_of
from strategikort.domain.measures import DataSource, Indicator, IndicatorKind, Measurement, YearlyTarget
from strategikort.reports.model import IndicatorRow

LONG: Final = 24
"""A target or result in more letters than this stands below the row."""


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
        if len(last.text) > LONG:
            return figure or self._words.text("paper.below")
        return f"{last.text}\n{figure or f'({year})'}"

    def _targets(self, indicator: Indicator) -> str:
        """The targets of the agreement's years, a line for each; those of later years are marked by their year."""
        return "\n".join(self._target(indicator, one) for one in self._of_the_years(indicator))

    def _of_the_years(self, indicator: Indicator) -> list[YearlyTarget]:
        found = [one for one in targets_of(self._document, indicator.id) if self._first <= one.year <= self._last]
        return sorted(found, key=lambda one: one.year)

    def _target(self, indicator: Indicator, target: YearlyTarget) -> str:
        year = str(target.year) if target.year != self._first else ""
        figure = self._figure(indicator, target.value, year)
        if target.value is not None and target.tolerance:
            allowed = self._words.figure(target.tolerance, indicator.decimals)
            figure = self._words.text("paper.tolerance", figure=figure, allowed=allowed)
        mark = f"({year})" if year and not figure else ""
        told = target.text if len(target.text) <= LONG else "" if figure else self._words.text("paper.below")
        return " ".join(filter(None, (told, figure, mark)))

    def _figure(self, indicator: Indicator, value: Decimal | None, year: str) -> str:
        if value is None:
            return ""
        figure = self._words.figure(value, indicator.decimals)
        return " ".join(filter(None, (figure, indicator.unit, f"({year})" if year else "")))

    def _in_words(self, indicator: Indicator, last: Measurement | None) -> list[str]:
        """The result and the targets in more words than a narrow column takes."""
        text = self._words.text
        told: list[str] = []
        if last and len(last.text) > LONG:
            told.append(text("paper.result_in_words", day=last.measured_on, text=last.text))
        long = [one for one in self._of_the_years(indicator) if len(one.text) > LONG]
        return told + [text("paper.target_in_words", year=str(one.year), text=one.text) for one in long]

    def _notes(self, indicator: Indicator, last: Measurement | None, effort: str) -> tuple[str, ...]:
        text = self._words.text
        low, high = indicator.minimum, indicator.maximum
        scale = ""
        if indicator.kind is IndicatorKind.SCALE and low is not None and high is not None:
            scale = text("paper.scale", low=low, high=high)
        return (
            text("paper.of_effort", effort=effort) if effort else "",
            indicator.definition,
            scale,
            *self._in_words(indicator, last),
            text("paper.use", text=indicator.use_for) if indicator.use_for else "",
            text("paper.comparability", text=indicator.comparability_note) if indicator.comparability_note else "",
            text("paper.measured_note", day=last.measured_on, text=last.note) if last and last.note else "",
        )
