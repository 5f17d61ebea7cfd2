"""*Brug afsnittet fra ...*: a section of the unit's agreement before this one, taken over by a click."""

from collections.abc import Iterator
from functools import partial

from strategikort.cascade.findings import Mend
from strategikort.cascade.rules.asking import Check
from strategikort.domain.agreements import Agreement, AgreementState, Section
from strategikort.domain.changes import ChangeSet, added
from strategikort.domain.document import Document
from strategikort.domain.edits.records import derived_id, set_field
from strategikort.domain.edits.refusal import existing
from strategikort.domain.phrases import phrase
from strategikort.domain.profile import SectionTemplate
from strategikort.domain.shape import Id


def section_copied(check: Check, agreement: Agreement, template: SectionTemplate) -> tuple[Mend, ...]:
    """What stood in a section of the unit's last agreement before this one, if it stands nowhere in this one yet."""
    texts = (_text_of(check, one, template.key) for one in _before(check, agreement))
    text = next((one for one in texts if one), "")
    if not text:
        return ()
    place = check.profile.sections.index(template)
    make = partial(_copy_section, agreement=agreement.id, template=template, place=place, text=text)
    return (Mend(phrase("mend.copy_section", section=template.heading), make),)


def _before(check: Check, agreement: Agreement) -> Iterator[Agreement]:
    """The agreements of the unit that began before this one, the latest first."""
    ours = check.of(Agreement, "org", agreement.org)
    older = [one for one in ours if one.valid_from < agreement.valid_from and one.state is not AgreementState.CANCELLED]
    yield from sorted(older, key=lambda one: (one.valid_from, one.id), reverse=True)


def _text_of(check: Check, agreement: Agreement, key: str) -> str:
    found = [one for one in check.of(Section, "agreement", agreement.id) if one.key == key and one.text.strip()]
    return min(found, key=lambda one: (one.position, one.id)).text if found else ""


def _copy_section(document: Document, *, agreement: Id, template: SectionTemplate, place: int, text: str) -> ChangeSet:
    existing(document, Agreement, agreement)
    label = phrase("edit.copy_section", section=template.heading)
    for one in sorted(document.grouped(Section, "agreement").get(agreement, ()), key=lambda one: one.id):
        if one.key == template.key:
            return ChangeSet(label, set_field(document, Section, one.id, "text", text).changes)
    made = Section(
        id=derived_id("section", agreement, template.key),
        agreement=agreement,
        key=template.key,
        heading=template.heading,
        text=text,
        position=place,
    )
    return ChangeSet(label, added([made]))
