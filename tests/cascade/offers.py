"""Small municipalities in which something is wrong, and the ways out that are offered for it, by name."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from strategikort.domain.agreements import Agreement, AgreementState, FollowUp, Section, Signatory
from strategikort.domain.goals import CentreGoal, DecisionStatus, Effort, PoliticalGoal, UnitGoal
from strategikort.domain.links import LinkKind
from strategikort.domain.maps import Paper
from strategikort.domain.measures import Collection, IndicatorKind
from strategikort.domain.organisation import Person, RoleHolding
from strategikort.domain.shape import Id
from tests.cascade.complete import complete
from tests.cascade.rules.fault import Model, as_it_is
from tests.cascade.rules.faults_of_data import unused
from tests.cascade.rules.faults_of_effect_goals import area, as_in_viborg
from tests.cascade.rules.faults_of_maps import wide
from tests.cascade.rules.faults_of_measures import carried
from tests.cascade.rules.faults_of_threads import same_title_in_three_units
from tests.cascade.town import Town, healthy

SKOLE = Id("skole2015")
ADOPTED = {"decision_status": DecisionStatus.ADOPTED}


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What a rule offers in a town, in Danish, for the finding on ``about``."""

    rule: str
    town: Callable[[], Town]
    about: str
    names: tuple[str, ...]
    model: Model = as_it_is


def lapsed(*, replaced: bool) -> Town:
    """The council has let the goal go that the schools' goal stands under."""
    town = complete().change("pa", decision_status=DecisionStatus.REPLACED)
    town.goal(PoliticalGoal, "ny", **ADOPTED).goal(PoliticalGoal, "anden", responsible_centres=(Id("skolecenter"),))
    town.change("anden", **ADOPTED)
    return town.link("ny>pa", kind=LinkKind.SUPERSEDES) if replaced else town


def left_over() -> Town:
    """A goal of the centre that stands under what the council replaced by a goal of the years after."""
    town = complete().change("pa", valid_to=date(2014, 12, 31)).change("ca", valid_from=date(2015, 1, 1))
    town.goal(PoliticalGoal, "ny", valid_from=date(2015, 1, 1), **ADOPTED)
    return town.link("ny>pa", kind=LinkKind.SUPERSEDES)


def reading() -> Town:
    """A centre whose only goal is loose and shares a word with one of the council's."""
    town = healthy().without("cb>pb", "ub>cb", "eb>ub", "cb", "ub", "eb").change("pa", title="Mere læsning")
    return town.goal(CentreGoal, "cx", owner=Id("kulturcenter")).change("cx", title="Vi giver læsning plads")


def many_titles() -> Town:
    """A loose goal, and five goals of its centre, of which one shares its words and one its theme."""
    town = healthy().goal(CentreGoal, "c1", "c2", "c3", "c4", owner=Id("skolecenter")).link("c1>pa", "c2>pa", "c3>pa")
    town.link("c4>pa").change("c3", title="Flere læser hver dag").change("c4", theme="Sundhed")
    return town.goal(UnitGoal, "x", owner=Id("skole"), agreement=SKOLE).change("x", title="Alle læser", theme="sundhed")


def straight() -> Town:
    return healthy().without("ua>ca").link("ua>pa")


def skipping() -> Town:
    return healthy().without("ea>ua").link("ea>pa")


def signing(**holders: str) -> Town:
    """An agreement under way, which nobody has signed; the roles are held by those that are named."""
    town = complete().change(SKOLE, state=AgreementState.READY)
    for one in town.document.all(Signatory).values():
        if one.agreement == SKOLE:
            town.change(one.id, signed_on=None, method=None)
    for role, name in holders.items():
        held = next(
            one
            for one in town.document.all(RoleHolding).values()
            if one.role == role and one.org in ("skole", "skolecenter")
        )
        town.add(Person(id=Id(name), name=name)).change(held.id, person=Id(name))
    return town


def after_last_year() -> Town:
    """An agreement without its core task, which stood in the one before."""
    days = {"valid_from": date(2014, 1, 1), "valid_to": date(2014, 12, 31)}
    town = complete().without(f"kerneopgave {SKOLE}")
    town.add(Agreement(id=Id("før"), org=Id("skole"), state=AgreementState.ARCHIVED, **days))
    return town.add(Section(id=Id("tekst"), agreement=Id("før"), key="core_task", text="Børn lærer at læse."))


def unplanned(*, left: int = 0) -> Town:
    town = complete()
    planned = [one.id for one in town.document.all(FollowUp).values() if one.agreement == SKOLE]
    return town.without(*planned[left:])


def last_years_indicator(**values: object) -> Town:
    """The goal's indicator, which lacks something that it had in the year before."""
    town = carried(**values).change("old", unit="dage", source=Id("kilde"), justification="Vi skal vide det.")
    return town.change("i ua", baseline_on=date(2014, 12, 1)) if "baseline_on" not in values else town


def percentage() -> Town:
    return complete().change("i ua", unit=" ", kind=IndicatorKind.PERCENT)


OFFERS = (
    Offer(
        rule="TRA-001",
        town=many_titles,
        about="x",
        names=("Forbind til »Flere læser hver dag«", "Forbind til »Mål c4«", "Forbind til »Mål ca«"),
    ),
    Offer(
        rule="TRA-002",
        town=lambda: lapsed(replaced=True),
        about="ca",
        names=("Forbind til »Mål ny«", "Forbind til »Mål anden«"),
    ),
    Offer(rule="TRA-002", town=lambda: lapsed(replaced=False), about="ca", names=("Forbind til »Mål anden«",)),
    Offer(
        rule="TRA-002",
        town=reading,
        about="cx",
        names=("Forbind til »Mere læsning«",),
    ),
    Offer(
        rule="TRA-003",
        town=lambda: healthy().goal(Effort, "ex", owner=Id("skole")),
        about="ex",
        names=("Forbind til »Mål ua«",),
    ),
    Offer(
        rule="TRA-005",
        town=lambda: healthy().without("ua>ca").link("ua>cb").link("ea>ca"),
        about="ua",
        names=("Forbind til »Mål ca«",),
    ),
    Offer(
        rule="STR-003",
        town=skipping,
        about="ea",
        names=("Forbind i stedet til »Mål ua«", "Fjern forbindelsen fra »Mål ea« til »Mål pa«"),
    ),
    Offer(rule="STR-004", town=straight, about="ua", names=("Forbind i stedet til »Mål ca«",)),
    Offer(rule="STR-009", town=same_title_in_three_units, about="uthree", names=("Gør de 3 mål til fælles mål",)),
    Offer(
        rule="STR-014",
        town=lambda: complete().goal(CentreGoal, "cx", owner=Id("skolecenter")),
        about="cx",
        names=("Forbind til »Mål pa«",),
    ),
    Offer(rule="PER-001", town=left_over, about="ca", names=("Forbind i stedet til »Mål ny«",)),
    Offer(
        rule="PER-001",
        town=lambda: left_over().link("ca>pb"),
        about="ca",
        names=("Forbind i stedet til »Mål ny«", "Fjern forbindelsen fra »Mål ca« til »Mål pa«"),
    ),
    Offer(
        rule="AFT-003",
        town=lambda: signing(unit_leader="Bo").change(f"unit_leader {SKOLE}", person=None),
        about=SKOLE,
        names=("Sæt Bo som underskriver",),
    ),
    Offer(
        rule="AFT-004",
        town=lambda: signing(centre_chief="Ida").change(f"centre_chief {SKOLE}", person=Id("leder af skole")),
        about=SKOLE,
        names=("Sæt Ida som underskriver",),
    ),
    Offer(
        rule="AFT-011",
        town=lambda: signing(unit_leader="Bo"),
        about=SKOLE,
        names=("Sæt Bo som underskriver",),
    ),
    Offer(rule="AFT-012", town=after_last_year, about=SKOLE, names=("Brug »Kerneopgave« fra den forrige aftale",)),
    Offer(rule="OPF-001", town=unplanned, about="ua", names=("Planlæg opfølgning efter årshjulet",)),
    Offer(rule="OPF-008", town=lambda: unplanned(left=1), about=SKOLE, names=("Planlæg opfølgning efter årshjulet",)),
    Offer(
        rule="VIB-002",
        town=lambda: area().without("effekt0 2015"),
        about="effekt0",
        names=("Kopiér måltallet 70 fra sidste år",),
        model=as_in_viborg,
    ),
    Offer(
        rule="VIB-005",
        town=lambda: area().without("effekt0>målsætning"),
        about="effekt0",
        names=("Forbind til »Mål målsætning«",),
        model=as_in_viborg,
    ),
    Offer(rule="MAL-004", town=lambda: complete().change("i ua", goal=None), about="i ua", names=("Fjern »Andel ua«",)),
    Offer(
        rule="MAL-010",
        town=lambda: last_years_indicator(baseline=None),
        about="i ua",
        names=("Brug det endelige tal 70",),
    ),
    Offer(
        rule="MAL-012",
        town=lambda: last_years_indicator(source=None),
        about="i ua",
        names=("Brug datakilden »Egen optælling« fra sidste år",),
    ),
    Offer(
        rule="MAL-013", town=lambda: last_years_indicator(unit=""), about="i ua", names=("Sæt måleenheden til dage",)
    ),
    Offer(rule="MAL-013", town=percentage, about="i ua", names=("Sæt måleenheden til %",)),
    Offer(rule="MAL-013", town=lambda: percentage().change("t ua", value=Decimal(140)), about="i ua", names=()),
    Offer(
        rule="MAL-016",
        town=lambda: last_years_indicator(baseline_on=date(2011, 1, 1)),
        about="i ua",
        names=("Brug det endelige tal 70",),
    ),
    Offer(
        rule="DAT-003",
        town=lambda: last_years_indicator(collection=Collection.MANUAL),
        about="i ua",
        names=("Brug begrundelsen fra sidste år",),
    ),
    Offer(rule="DAT-004", town=lambda: unused(2), about="i ua", names=("Fjern »Andel ua«",)),
    Offer(
        rule="DAT-005",
        town=lambda: complete().change("ua", title="Se 010100-0000 og 999999-0000"),
        about="ua",
        names=("Fjern nummeret fra teksten",),
    ),
    Offer(
        rule="ORG-003",
        town=lambda: complete().without("kort kulturcenter", "cb@kort kulturcenter"),
        about="kulturcenter",
        names=("Opret et strategikort for Kulturcenter",),
    ),
    Offer(rule="PRT-002", town=lambda: wide(1_600, Paper.A4), about="kort skolecenter", names=("Brug A3-papir",)),
    Offer(rule="PRT-002", town=lambda: wide(2_600, Paper.A4), about="kort skolecenter", names=()),
)
