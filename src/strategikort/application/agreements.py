"""Which agreements there are, in which order, and which goals are in them."""

from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.document import Document
from strategikort.domain.failures import KnownFailure
from strategikort.domain.goals import GoalState, Origin, UnitGoal
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.phrases import phrase
from strategikort.domain.texts import code_key, folded


def year_to_print(document: Document, year: int | None) -> int:
    """``year``, or the latest that has agreements.

    Raises:
        KnownFailure: the document has no agreements.
    """
    years = {one.valid_from.year for one in agreements_of(document, None)}
    if not years:
        raise KnownFailure(phrase("print.none"))
    return year if year is not None else max(years)


def agreements_of(document: Document, year: int | None) -> tuple[Agreement, ...]:
    """The agreements that run in ``year`` (None: all) and have not been cancelled, by the unit's code and name."""
    found = (
        one
        for one in document.all(Agreement).values()
        if (year is None or one.valid_from.year <= year <= one.valid_to.year)
        and one.state is not AgreementState.CANCELLED
    )
    return tuple(sorted(found, key=lambda one: _order(document, one)))


def agreements_to_print(document: Document, year: int) -> tuple[Agreement, ...]:
    """All agreements that run in ``year``, in order.

    Raises:
        KnownFailure: there is none.
    """
    found = agreements_of(document, year)
    if not found:
        raise KnownFailure(phrase("print.none_in_year", year=str(year)))
    return found


def _order(document: Document, agreement: Agreement) -> tuple[object, ...]:
    org = document.get(OrgUnit, agreement.org)
    return code_key(org.code if org else ""), org.name if org else "", agreement.valid_from, agreement.id


def agreement_of_unit(document: Document, code: str, year: int) -> Agreement:
    """The agreement of the unit with ``code`` that runs in ``year``, the latest if there are two.

    Raises:
        KnownFailure: there is no such unit, or it has no agreement for the year.
    """
    units = [one for one in document.all(OrgUnit).values() if folded(one.code) == folded(code)]
    if not units:
        raise KnownFailure(phrase("print.no_unit", unit=code))
    found = [one for one in agreements_of(document, year) if one.org == units[0].id]
    if not found:
        raise KnownFailure(phrase("print.no_agreement", unit=units[0].name, year=str(year)))
    return found[-1]


def centre_named(document: Document, code: str) -> OrgUnit:
    """The centre with ``code``.

    Raises:
        KnownFailure: there is none.
    """
    for one in document.all(OrgUnit).values():
        if folded(one.code) == folded(code):
            return one
    raise KnownFailure(phrase("map.no_centre", centre=code))


def goals_of(document: Document, agreement: Agreement) -> tuple[UnitGoal, ...]:
    """The goals of an agreement that have not been cancelled: the common ones first, each group by code."""
    found = document.grouped(UnitGoal, "agreement").get(agreement.id, ())
    kept = [goal for goal in found if goal.state is not GoalState.CANCELLED]
    return tuple(
        sorted(kept, key=lambda goal: (goal.origin is not Origin.COMMON, code_key(goal.code), goal.title, goal.id))
    )
