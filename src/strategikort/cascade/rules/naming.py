"""*Sæt ... som underskriver*: who holds the role in which nobody, or somebody else, is to sign."""

from datetime import date
from functools import partial

from strategikort.cascade.findings import Mend
from strategikort.cascade.rules.asking import Check
from strategikort.domain.agreements import Agreement, Signatory
from strategikort.domain.changes import ChangeSet, added, changed
from strategikort.domain.document import Document
from strategikort.domain.edits.agreements import holder_of, party_home
from strategikort.domain.edits.records import derived_id
from strategikort.domain.edits.refusal import existing
from strategikort.domain.organisation import Person
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id, with_values


def holders(check: Check, agreement: Agreement, role: str, day: date) -> tuple[Mend, ...]:
    """Let the person who holds ``role`` on the day, or when the agreement begins, sign in it.

    Nobody is offered who signs in another role already, and nothing once the agreement has been signed.
    """
    party = next((one for one in check.profile.signatories if one.role == role), None)
    if party is None or agreement.state.signed:
        return ()
    document, on = check.document, max(day, agreement.valid_from)
    home = party_home(document, agreement.org, party.of, on)
    person = document.get(Person, holder_of(document, role, home, on))
    others = {one.person for one in check.of(Signatory, "agreement", agreement.id) if one.role != role}
    if person is None or person.id in others or (party.of != "municipality" and home is None):
        return ()
    make = partial(_named, agreement=agreement.id, role=role, person=person.id, position=_place(check, role))
    return (Mend(phrase("mend.signatory", person=person.name), make, after_signing=True),)


def _place(check: Check, role: str) -> int:
    return [one.role for one in check.profile.signatories].index(role)


def _named(document: Document, *, agreement: Id, role: str, person: Id, position: int) -> ChangeSet:
    existing(document, Agreement, agreement)
    name = existing(document, Person, person).name
    label = phrase("edit.signatory", person=name)
    for one in sorted(document.grouped(Signatory, "agreement").get(agreement, ()), key=lambda one: one.id):
        if one.role == role and one.signed_on is None:
            return ChangeSet(label, changed(one, with_values(one, {"person": person})))
    made = Signatory(
        id=derived_id("signatory", agreement, role), agreement=agreement, role=role, person=person, position=position
    )
    return ChangeSet(label, added([made]))
