"""What other findings mean for the paper (PRT-001)."""

from collections.abc import Iterable, Iterator

from strategikort.cascade.findings import Finding, Gate
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.periods import agreement_name
from strategikort.cascade.rules.registry import Hit, hit, rule_of_findings
from strategikort.cascade.stopping import by_agreement
from strategikort.domain.agreements import Agreement


@rule_of_findings("PRT-001")
def prints_as_a_draft(check: Check, findings: Iterable[Finding]) -> Iterator[Hit]:
    """Agreements that are ready or signed, and print as drafts because something has to be mended first."""
    stopping = by_agreement(check.document, (one for one in findings if one.stops(Gate.PRINT)))
    for identity in sorted(stopping):
        agreement = check.document.get(Agreement, identity)
        if agreement and agreement.state.may_be_signed and check.stands(identity):
            yield hit(identity, document=agreement_name(check, agreement), n=len(stopping[identity]))
