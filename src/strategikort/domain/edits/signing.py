"""What a person can do to have an agreement signed: issue it, note signatures, attach what came back, add to it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from strategikort.domain.agreed import content_hash
from strategikort.domain.agreements import (
    Agreement,
    AgreementState,
    Attachment,
    AttachmentKind,
    IssuedPaper,
    IssuePurpose,
    Section,
    Signatory,
    SigningMethod,
)
from strategikort.domain.changes import Change, ChangeSet, added, changed
from strategikort.domain.document import Document
from strategikort.domain.edits.records import checked, refilled, removal
from strategikort.domain.edits.refusal import EditRefused, NewId, existing
from strategikort.domain.phrases import phrase
from strategikort.domain.profile import Feature, Profile
from strategikort.domain.shape import Id


def signatories_of(document: Document, agreement: Id) -> tuple[Signatory, ...]:
    """Who signs an agreement, in the order of the block."""
    found = document.grouped(Signatory, "agreement").get(agreement, ())
    return tuple(sorted(found, key=lambda one: (one.position, one.id)))


def issued_of(document: Document, agreement: Id) -> tuple[IssuedPaper, ...]:
    """The papers of an agreement that went out, the latest first."""
    found = document.grouped(IssuedPaper, "agreement").get(agreement, ())
    return tuple(sorted(found, key=lambda one: (one.version, str(one.issued_at), one.id), reverse=True))


def attachments_of(document: Document, agreement: Id) -> tuple[Attachment, ...]:
    """The files that are kept with an agreement, in their order."""
    found = document.grouped(Attachment, "agreement").get(agreement, ())
    return tuple(sorted(found, key=lambda one: (one.position, one.name, one.id)))


def issue(
    document: Document,
    agreement: Id,
    *,
    purpose: IssuePurpose,
    check_code: str,
    file: str,
    now: datetime,
    who: str,
    new_id: NewId,
) -> ChangeSet:
    """Note that a finished paper goes out to be signed. The same paper issued again for the same purpose is one.

    Raises:
        EditRefused: ``gone``, or ``agreement.not_ready`` before the text is declared ready.
    """
    found = existing(document, Agreement, agreement)
    if not found.state.may_be_signed:
        raise EditRefused("agreement.not_ready", agreement=found.title)
    label = phrase("edit.issue", agreement=found.title)
    if any((one.file, one.purpose) == (file, purpose) for one in issued_of(document, agreement)):
        return ChangeSet(label, ())
    made = IssuedPaper(
        id=new_id(),
        agreement=agreement,
        version=found.version,
        purpose=purpose,
        check_code=check_code,
        content_hash=content_hash(document, found),
        file=file,
        issued_at=now,
        issued_by=who,
    )
    return ChangeSet(label, added([checked(made)]))


def sign(
    document: Document,
    signatory: Id,
    *,
    on: date,
    method: SigningMethod,
    profile: Profile,
    place: str = "",
    evidence: str = "",
) -> ChangeSet:
    """Note that somebody has signed.

    With the last signature that is required the agreement is signed and its text final; an agreement that it amends is
    then in force with an addendum.

    Raises:
        EditRefused: ``gone``, ``text.long``; ``agreement.not_ready``, ``agreement.not_approved`` where the model has a
            committee approve it first.
    """
    before = existing(document, Signatory, signatory)
    agreement = existing(document, Agreement, before.agreement)
    if not agreement.state.may_be_signed:
        raise EditRefused("agreement.not_ready", agreement=agreement.title)
    if Feature.APPROVAL in profile.features and agreement.approved_on is None:
        raise EditRefused("agreement.not_approved", agreement=agreement.title)
    after = refilled(before, {"signed_on": on, "method": method, "place": place, "evidence": evidence})
    label = phrase("edit.sign", agreement=agreement.title)
    changes = changed(before, after)
    if agreement.state is AgreementState.READY and _complete(document, after):
        changes += tuple(concluded(document, agreement))
    return ChangeSet(label, changes)


def _complete(document: Document, last: Signatory) -> bool:
    """Whether nobody who must sign is missing once ``last`` has signed."""
    others = (one for one in signatories_of(document, last.agreement) if one.id != last.id)
    return all(one.signed_on for one in others if one.required)


def concluded(document: Document, agreement: Agreement) -> Iterator[Change]:
    """What happens with the last signature: the agreement is signed and its text final, what it amends is amended."""
    mark = content_hash(document, agreement)
    yield Change(agreement, replace(agreement, state=AgreementState.SIGNED, content_hash=mark))
    amended = document.get(Agreement, agreement.amends)
    if amended and amended.state in (AgreementState.SIGNED, AgreementState.IN_FORCE):
        yield Change(amended, replace(amended, state=AgreementState.AMENDED))


def unsign(document: Document, signatory: Id) -> ChangeSet:
    """Take back what was noted of a signature, while the agreement is not signed by all.

    Raises:
        EditRefused: ``gone``, ``agreement.is_signed``.
    """
    before = existing(document, Signatory, signatory)
    agreement = existing(document, Agreement, before.agreement)
    if agreement.state.signed:
        raise EditRefused("agreement.is_signed", agreement=agreement.title)
    return ChangeSet(phrase("edit.unsign", agreement=agreement.title), changed(before, unsigned(before)))


def unsigned(signatory: Signatory) -> Signatory:
    """``signatory`` with nothing noted of a signature."""
    return replace(signatory, signed_on=None, method=None, place="", evidence="")


def approve(document: Document, agreement: Id, *, on: date | None, by: str) -> ChangeSet:
    """Note that a committee has approved an agreement that is ready, or with ``on`` None that it has not.

    Raises:
        EditRefused: ``gone``, ``text.long``, ``agreement.not_ready``.
    """
    before = existing(document, Agreement, agreement)
    if before.state is not AgreementState.READY:
        raise EditRefused("agreement.not_ready", agreement=before.title)
    after = refilled(before, {"approved_on": on, "approved_by": by if on else ""})
    return ChangeSet(phrase("edit.approve_agreement", agreement=before.title), changed(before, after))


def attach(
    document: Document,
    agreement: Id,
    *,
    kind: AttachmentKind,
    name: str,
    media_type: str,
    file: str,
    size: int,
    today: date,
    who: str,
    new_id: NewId,
) -> ChangeSet:
    """Keep a file with an agreement; ``file`` is the name under which its bytes are stored. Kept once however often.

    Raises:
        EditRefused: ``gone``, ``text.long``.
    """
    found = existing(document, Agreement, agreement)
    known = attachments_of(document, agreement)
    label = phrase("edit.attach", name=name)
    if any((one.file, one.kind) == (file, kind) for one in known):
        return ChangeSet(label, ())
    made = Attachment(
        id=new_id(),
        agreement=found.id,
        kind=kind,
        name=name,
        media_type=media_type,
        file=file,
        size=size,
        added_on=today,
        added_by=who,
        position=max((one.position for one in known), default=-1) + 1,
    )
    return ChangeSet(label, added([checked(made)]))


def detach(document: Document, attachment: Id) -> ChangeSet:
    """Keep a file no longer. Raises EditRefused ``gone``."""
    found = existing(document, Attachment, attachment)
    return ChangeSet(phrase("edit.detach", name=found.name), removal(document, [found]))


def add_addendum(document: Document, agreement: Id, *, today: date, profile: Profile, new_id: NewId) -> ChangeSet:
    """Make the draft of an addendum to a signed agreement: its parties, and the days that are left of it.

    Its text and goals are written anew: they say what is different.

    Raises:
        EditRefused: ``gone``, ``agreement.not_signed``.
    """
    amended = existing(document, Agreement, agreement)
    if not amended.state.signed or amended.state is AgreementState.ARCHIVED:
        raise EditRefused("agreement.not_signed", agreement=amended.title)
    number = sum(one.amends == agreement for one in document.all(Agreement).values()) + 1
    made = replace(
        amended,
        id=new_id(),
        title=f"{amended.title} – {profile.words['addendum']:one} {number}",
        code=f"{amended.code}-T{number}"[:20] if amended.code else "",
        valid_from=max(amended.valid_from, min(today, amended.valid_to)),
        state=AgreementState.DRAFT,
        version=1,
        content_hash="",
        amends=agreement,
        case_number="",
        filed_on=None,
        approved_on=None,
        approved_by="",
    )
    parts = [replace(unsigned(one), id=new_id(), agreement=made.id) for one in signatories_of(document, agreement)]
    sections = [
        Section(id=new_id(), agreement=made.id, key=one.key, heading=one.heading, position=place)
        for place, one in enumerate(profile.sections)
    ]
    return ChangeSet(phrase("edit.add_addendum", agreement=amended.title), added([checked(made), *sections, *parts]))
