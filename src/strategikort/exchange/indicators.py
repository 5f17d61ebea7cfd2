"""The performance indicators of a plan: what is measured, what was aimed at, and what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Final

from strategikort.domain.measures import Chain, Indicator, IndicatorKind, Measurement, YearlyTarget
from strategikort.domain.shape import Id, room
from strategikort.domain.texts import folded, one_line
from strategikort.exchange.gathering import UNTITLED, headed, poured
from strategikort.exchange.markup import Node
from strategikort.exchange.periods import Span, taken_span
from strategikort.exchange.plans import Plan, Tie

CARRIER: Final = "Sporing"
"""The dimension of an indicator that is there only to carry the links of a goal without one."""

_STAGES: Final = {
    "Input": Chain.RESOURCE,
    "Input_Processing": Chain.ACTIVITY,
    "Output": Chain.OUTPUT,
    "Output_Processing": Chain.RESULT,
    "Outcome": Chain.EFFECT,
}
_PERCENT: Final = ("%", "percent", "percentage", "per cent", "procent", "pct", "pct.")
_NOT_YET: Final = ("to be determined", "tbd", "to be decided", "not yet determined", "endnu ikke opgjort")
_FIGURE: Final = Decimal(10) ** 15
_NAME: Final = room(Indicator, "name")
_UNIT: Final = room(Indicator, "unit")
_DEFINITION: Final = room(Indicator, "definition")
_TARGET: Final = room(YearlyTarget, "text")
_RESULT: Final = room(Measurement, "text")


@dataclass(slots=True, kw_only=True)
class Outcome:
    """One target or result as the document gives it; ``pending`` if it says that it is not known yet."""

    span: Span
    figure: Decimal | None
    text: str
    pending: bool

    @property
    def empty(self) -> bool:
        """Whether it says nothing but perhaps its days."""
        return self.figure is None and not self.text


@dataclass(slots=True, kw_only=True)
class Measure:
    """One indicator as the document gives it."""

    node: Node
    sequence: str
    name: str
    unit: str
    qualitative: bool
    said: list[str] = field(default_factory=list)
    targets: list[Outcome] = field(default_factory=list)
    results: list[Outcome] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether nothing at all is said: the empty form of an indicator."""
        outcomes = [one for one in (*self.targets, *self.results) if not one.empty]
        return not (self.sequence or self.name or self.unit or self.said or outcomes)


def taken_measures(plan: Plan, node: Node, goal: Id, title: str) -> list[Measure]:
    """The indicators of a goal, read but not yet made; their links and identifiers are kept in the plan."""
    found = [_measure(plan, one) for one in node.all("PerformanceIndicator")]
    for measure in found:
        plan.identify(measure.node, goal)
        take_ties(plan, measure.node, goal, title)
    return [one for one in found if not one.empty and not _only_carries(one)]


def take_ties(plan: Plan, node: Node, goal: Id, title: str) -> None:
    """Keep the relationships of an element for the end, when all goals are known."""
    for one in node.all("Relationship"):
        plan.identify(one)
        referents = tuple(one.take_all("ReferentIdentifier"))
        name, description = one_line(one.take("Name")), one.take("Description")
        if referents or name or description:
            plan.ties.append(
                Tie(
                    goal=goal,
                    title=title,
                    kind=one.attributes.get("RelationshipType", ""),
                    names=(name,) if name else (),
                    referents=referents,
                    text=": ".join(part for part in (name, description) if part),
                    line=one.line,
                )
            )


def time_of(measures: list[Measure], plan: Plan) -> Span:
    """The days in which a goal is to be reached: those of its targets where all are whole, else the plan's."""
    spans = [target.span for measure in measures for target in measure.targets if target.span.written()]
    if not spans or not all(span.whole and span.meets(plan.span) for span in spans):
        return plan.span
    return Span(
        min(span.first for span in spans if span.first),
        max(span.last for span in spans if span.last),
    )


def add_indicator(plan: Plan, measure: Measure, goal: Id, days: Span, position: int) -> str:
    """Make the indicator with its targets and results; gives the text that it has no room for."""
    said = list(measure.said)
    unit = measure.unit
    if len(unit) > _UNIT:
        said.insert(0, unit)
        unit = ""
    name, whole = headed(_name(plan, measure), _NAME)
    if whole:
        said.insert(0, whole)
    identity = plan.gathering.new_id()
    records = [
        *_targets(plan, measure, identity, days, said),
        *_results(plan, measure, identity, days, said),
    ]
    definition, rest = poured("\n\n".join(said), _DEFINITION)
    plan.gathering.add(
        Indicator(
            id=identity,
            goal=goal,
            name=name,
            definition=definition,
            kind=_kind(measure),
            chain=_STAGES.get(measure.node.attributes.get("ValueChainStage", "")),
            unit=unit,
            decimals=_decimals(measure),
            position=position,
        )
    )
    for record in records:
        plan.gathering.add(record)
    return rest


def _measure(plan: Plan, node: Node) -> Measure:
    kind = node.attributes.get("PerformanceIndicatorType") or node.attributes.get("IndicatorType", "")
    measure = Measure(
        node=node,
        sequence=one_line(node.take("SequenceIndicator")),
        name=one_line(node.take("MeasurementDimension")),
        unit=one_line(node.take("UnitOfMeasurement")),
        qualitative=kind == "Qualitative",
    )
    measure.said += node.take_all("OtherInformation")
    for instance in node.all("MeasurementInstance"):
        measure.targets += [_outcome(plan, one) for one in instance.all("TargetResult")]
        measure.results += [_outcome(plan, one) for one in instance.all("ActualResult")]
    return measure


def _outcome(plan: Plan, node: Node) -> Outcome:
    description = node.take("Description")
    texts = [description]
    for one in node.all("Descriptor"):
        texts.append(": ".join(part for part in (one.take("DescriptorName"), one.take("DescriptorValue")) if part))
    figure = _figure(number := node.take("NumberOfUnits"))
    if number and figure is None:
        texts.append(number)
    return Outcome(
        span=taken_span(node, plan.gathering),
        figure=figure,
        text="; ".join(filter(None, texts)),
        pending=folded(description).strip("[]() .") in _NOT_YET,
    )


def _figure(text: str) -> Decimal | None:
    try:
        figure = Decimal(text)
    except InvalidOperation:
        return None
    return figure if figure.is_finite() and abs(figure) < _FIGURE else None


def _only_carries(measure: Measure) -> bool:
    outcomes = [one for one in (*measure.targets, *measure.results) if not one.empty]
    return measure.name == CARRIER and bool(measure.node.all("Relationship")) and not outcomes and not measure.said


def _name(plan: Plan, measure: Measure) -> str:
    if not measure.name:
        plan.gathering.repaired("untitled_indicator", line=str(measure.node.line), sequence=measure.sequence or "-")
    return " ".join(part for part in (measure.sequence, measure.name or UNTITLED) if part)


def _kind(measure: Measure) -> IndicatorKind:
    figures = [one.figure for one in (*measure.targets, *measure.results) if one.figure is not None]
    kind = measure.node.attributes.get("PerformanceIndicatorType") or measure.node.attributes.get("IndicatorType", "")
    if measure.qualitative or (kind != "Quantitative" and not figures):
        return IndicatorKind.SIGN
    return IndicatorKind.PERCENT if folded(measure.unit) in _PERCENT else IndicatorKind.NUMBER


def _decimals(measure: Measure) -> int:
    figures = [one.figure for one in (*measure.targets, *measure.results) if one.figure is not None]
    exponents = [figure.as_tuple().exponent for figure in figures]
    return min(3, max((-one for one in exponents if isinstance(one, int)), default=0)) if figures else 0


def _targets(plan: Plan, measure: Measure, identity: Id, days: Span, said: list[str]) -> Iterator[YearlyTarget]:
    years: set[int] = set()
    for one in measure.targets:
        own = one.span.written() if one.span != days else ""
        if one.empty and not own:
            continue
        year = one.span.year() or plan.last_day.year
        text = "; ".join(part for part in (one.text, own) if part)
        if year in years:
            said.append("; ".join(part for part in (str(year), _shown(one.figure), text) if part))
            continue
        years.add(year)
        text, whole = headed(text, _TARGET)
        said += [whole] if whole else []
        yield YearlyTarget(id=plan.gathering.new_id(), indicator=identity, year=year, value=one.figure, text=text)


def _results(plan: Plan, measure: Measure, identity: Id, days: Span, said: list[str]) -> Iterator[Measurement]:
    for one in measure.results:
        if one.empty:
            said += [one.span.written()] if one.span.written() and one.span != days else []
            continue
        figure = one.figure
        notes = []
        if figure is not None and one.pending:
            notes.append(f"NumberOfUnits: {_shown(figure)}")
            figure = None
        day = one.span.last or one.span.first or plan.last_day
        if one.span.first and one.span.first not in (days.first, day):
            notes.append(one.span.written())
        text, whole = headed(one.text, _RESULT)
        said += [whole] if whole else []
        yield Measurement(
            id=plan.gathering.new_id(),
            indicator=identity,
            measured_on=day,
            value=figure,
            text=text,
            note="; ".join(notes),
        )


def _shown(figure: Decimal | None) -> str:
    return "" if figure is None else f"{figure:f}"
