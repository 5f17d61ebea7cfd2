"""Signed papers that come back, or are signed here: looked through, kept with their agreement, and noted by whom."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from strategikort.application.attaching import attaching
from strategikort.application.issuing import issued
from strategikort.application.signing import Certificate, signed
from strategikort.application.verifying import Verified, looked_through, registered
from strategikort.application.workspace import Workspace
from strategikort.domain.agreements import (
    Agreement,
    AttachmentKind,
    IssuePurpose,
    Signatory,
    SigningMethod,
)
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.refusal import EditRefused, existing
from strategikort.domain.edits.signing import attachments_of, detach, sign, signatories_of
from strategikort.domain.organisation import Person
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id
from strategikort.domain.texts import folded
from strategikort.reports.certificates import Trusted
from strategikort.reports.comparing import Sameness
from strategikort.reports.signing import signature_fields

FIELD = "underskrift_{place}"
"""What the field of the party at a place of the signature block is called, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A PDF that came back: what it is, whose agreement's, and who of its parties has signed in it by name."""

    pdf: bytes
    name: str
    verified: Verified
    agreement: Id | None = None
    signed: tuple[Id, ...] = ()
    on: date | None = None

    @property
    def fits(self) -> bool:
        """Whether it says what went out with no broken signature, so that it can be kept as the signed agreement."""
        known = self.verified.register
        if known is None or known.agreement is None or known.later:
            return False
        if any(one.faults for one in self.verified.verdict.signatures):
            return False
        return known.kept or (known.text is not None and known.text.sameness is Sameness.SAME)


def looked_at(workspace: Workspace, pdf: bytes, name: str, trust: Trusted) -> Returned:
    """What a PDF is, beside the document as it stands.

    Raises:
        NoPdf: it cannot be read.
    """
    session, now = workspace.session, workspace.session.now()
    found = looked_through(pdf, name=name, trust=trust, at=now)
    kept = session.store.read
    municipality = workspace.document.municipality
    file = session.path.name if session.path else municipality.name if municipality else "–"
    verified = registered(found, pdf, workspace.reading, kept, file=file, at=now)
    agreement = verified.register.agreement if verified.register else None
    names = {folded(one.who): one.says_at for one in verified.verdict.signatures}
    parties = signatories_of(workspace.document, agreement.id) if agreement else ()
    mine = [one for one in parties if one.signed_on is None and folded(_name(workspace.document, one)) in names]
    days = [at.date() for at in names.values() if at]
    return Returned(
        pdf=pdf,
        name=name,
        verified=verified,
        agreement=agreement.id if agreement else None,
        signed=tuple(one.id for one in mine),
        on=max(days, default=None),
    )


def _name(document: Document, signatory: Signatory) -> str:
    person = document.get(Person, signatory.person)
    return person.name if person else ""


def keeping(
    workspace: Workspace, returned: Returned, signatories: Iterable[Id], *, on: date
) -> Callable[[Document], ChangeSet]:
    """Keep a signed PDF with its agreement and note who has signed, as one step.

    Raises:
        EditRefused: ``agreement.other_text`` if it does not say what went out.
        KnownFailure: it is too large, or this computer's disk refuses.
    """
    if returned.agreement is None or not returned.fits:
        raise EditRefused("agreement.other_text", file=returned.name)
    agreement, parties = returned.agreement, tuple(signatories)
    keep = attaching(workspace, agreement, returned.name, returned.pdf, AttachmentKind.SIGNED_PDF)

    def make(document: Document) -> ChangeSet:
        step = keep(document)
        for one in parties:
            step = _and_signed(document, step, workspace, one, on, returned.name)
        return ChangeSet(phrase("edit.keep_signed", name=returned.name), step.changes)

    return make


def _and_signed(
    document: Document, step: ChangeSet, workspace: Workspace, signatory: Id, on: date, evidence: str
) -> ChangeSet:
    after = document.with_changes(step)
    noted = sign(
        after, signatory, on=on, method=SigningMethod.DIGITAL, profile=workspace.profile, evidence=evidence[:120]
    )
    return step.followed_by(noted)


def certified(workspace: Workspace, signatory: Id, certificate: Certificate) -> Callable[[Document], ChangeSet]:
    """Sign an agreement for one of its parties by a certificate; gives the edit that keeps the paper and notes it.

    The paper is the one that the parties before have signed, or else the one that goes out now.

    Raises:
        KnownFailure: the agreement is not ready, the paper cannot be signed, or the disk refuses.
    """
    document, session = workspace.document, workspace.session
    party = existing(document, Signatory, signatory)
    agreement = existing(document, Agreement, party.agreement)
    place = 1 + [one.id for one in signatories_of(document, agreement.id)].index(signatory)
    field = FIELD.format(place=place)
    before = [one for one in attachments_of(document, agreement.id) if one.kind is AttachmentKind.SIGNED_PDF]
    usable = [one for one in before if _has_free(session.store.read(one.file), field)]
    latest = usable[-1] if usable else None
    paper = session.store.read(latest.file) if latest else issued(workspace, agreement, IssuePurpose.CERTIFICATE).pdf
    made = signed(paper, field=field, certificate=certificate, at=session.now(), words=workspace.words)
    name = f"{agreement.code or agreement.title}-underskrevet.pdf"
    keep = attaching(workspace, agreement.id, name, made, AttachmentKind.SIGNED_PDF)

    def make(document: Document) -> ChangeSet:
        step = detach(document, latest.id) if latest else ChangeSet(phrase("edit.attach", name=name), ())
        step = step.followed_by(keep(document.with_changes(step)))
        step = _and_signed(document, step, workspace, signatory, workspace.today(), certificate.name)
        return ChangeSet(phrase("edit.sign", agreement=agreement.title), step.changes)

    return make


def _has_free(pdf: bytes, field: str) -> bool:
    return any(one.name == field and not one.signed for one in signature_fields(pdf))
