"""Checking a document: every rule of the rulebook asked, the answers in one order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Final

from strategikort.cascade.findings import Finding, Severity
from strategikort.cascade.rulebook import Rulebook, RuleEntry, When
from strategikort.cascade.rules import RULES
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.registry import Hit
from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.document import Document
from strategikort.domain.organisation import Scope
from strategikort.domain.phrases import Phrase
from strategikort.domain.profile import Feature, Profile
from strategikort.domain.reviews import Exemption
from strategikort.domain.shape import Id
from strategikort.domain.texts import sort_key


def _whole_municipality(check: Check) -> bool:
    municipality = check.document.municipality
    return municipality is None or municipality.scope is Scope.MUNICIPALITY


CONDITIONS: Final[Mapping[When, Callable[[Check], bool]]] = {
    When.CENTRE_LEVEL: lambda check: check.profile.has_centre_level,
    When.OWN_GOALS: lambda check: check.profile.own_goals,
    When.LAYERS: lambda check: bool(check.profile.layers),
    When.BALANCE: lambda check: bool(check.profile.balance_pairs),
    When.INVOLVEMENTS: lambda check: bool(check.profile.involvements),
    When.WHOLE_MUNICIPALITY: _whole_municipality,
    When.EFFECT_GOALS: lambda check: Feature.EFFECT_GOALS in check.profile.features,
    When.SERVICES: lambda check: Feature.SERVICES in check.profile.features,
    When.QUALITY_REPORTS: lambda check: Feature.QUALITY_REPORTS in check.profile.features,
    When.COMMON_GOALS: lambda check: Feature.COMMON_GOALS in check.profile.features,
    When.RECORDS: lambda check: Feature.RECORDS in check.profile.features,
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check gave: ``findings`` that stand, and those ``excepted`` for a reason that somebody gave.

    The worst come first, then by rule, code and title.
    """

    findings: tuple[Finding, ...]
    excepted: tuple[tuple[Finding, Exemption], ...]


def check(
    document: Document, profile: Profile, rulebook: Rulebook, *, today: date, year: int | None = None
) -> tuple[Finding, ...]:
    """The findings that stand: see `checked`."""
    return checked(document, profile, rulebook, today=today, year=year).findings


def checked(
    document: Document, profile: Profile, rulebook: Rulebook, *, today: date, year: int | None = None
) -> Checked:
    """All findings. ``year`` is by default `plan_year`.

    Cost: linear; about 100 ms for 10,000 goals.
    """
    asked = asking(document, profile, today=today, year=year)
    on = entries_on(rulebook, asked)
    return assembled(asked, on, chain.from_iterable(findings_of(entry, asked) for entry in on))


def asking(document: Document, profile: Profile, *, today: date, year: int | None = None) -> Check:
    """A document as the rules ask it. ``year`` is by default `plan_year`."""
    return Check(document, profile, today=today, year=plan_year(document, profile, today) if year is None else year)


def entries_on(rulebook: Rulebook, check: Check) -> list[RuleEntry]:
    """The rules that are on for this document and model."""
    return [entry for entry in rulebook.entries.values() if all(CONDITIONS[one](check) for one in entry.when)]


def findings_of(entry: RuleEntry, check: Check) -> Iterator[Finding]:
    """What one rule finds in the whole document."""
    rule = RULES[entry.id]
    if rule.of_findings:
        return iter(())
    return (finding_of(entry, hit) for hit in rule.hits(check, rule.subjects(check)))


def finding_of(entry: RuleEntry, hit: Hit) -> Finding:
    """What a rule's hit is to people."""
    return Finding(
        rule=entry.id,
        severity=Severity.INFO if hit.mild else entry.severity,
        gates=entry.gates,
        records=hit.records,
        message=Phrase(entry.id, hit.gaps),
        offer=hit.offer,
    )


def assembled(check: Check, on: Iterable[RuleEntry], findings: Iterable[Finding]) -> Checked:
    """What the rules have found, with what follows from it, in order."""
    found = list(findings)
    of_findings = [(entry, RULES[entry.id]) for entry in on if RULES[entry.id].of_findings]
    found += [finding_of(entry, hit) for entry, rule in of_findings for hit in rule.hits(check, tuple(found))]
    return parted(check.document, found)


def parted(document: Document, findings: Iterable[Finding]) -> Checked:
    """Findings in order, those apart that somebody has excepted. An error cannot be excepted."""
    exemptions = {(one.rule, one.record): one for one in document.all(Exemption).values()}
    ordered = sorted(findings, key=lambda one: (one.severity.rank, one.rule, *_order(document, one.records)))
    stand, excepted = [], []
    for one in ordered:
        exemption = exemptions.get((one.rule, one.about)) if one.severity is not Severity.ERROR else None
        if exemption:
            excepted.append((one, exemption))
        else:
            stand.append(one)
    return Checked(tuple(stand), tuple(excepted))


def _order(document: Document, records: tuple[Id, ...]) -> tuple[str, tuple[str, str], tuple[Id, ...]]:
    about = document.find(records[0])
    title = getattr(about, "title", "") or getattr(about, "name", "")
    return getattr(about, "code", ""), sort_key(title), records


def plan_year(document: Document, profile: Profile, today: date) -> int | None:
    """The year in question: that of ``today`` if it has agreements, or else the latest that has; None if none has."""
    years = years_with_agreements(document, profile)
    now = profile.year_of(today)
    return now if now in years else max(years, default=None)


def years_with_agreements(document: Document, profile: Profile) -> list[int]:
    """The years for which there are agreements that are not cancelled, the first first."""
    standing = (one for one in document.all(Agreement).values() if one.state is not AgreementState.CANCELLED)
    return sorted({profile.year_of(one.valid_from) for one in standing})
