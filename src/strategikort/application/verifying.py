"""What a PDF is: which version of which agreement, whole or changed, signed by whom; alone or beside a document."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from strategikort.application.agreements import agreements_of
from strategikort.application.opening import read_attached
from strategikort.application.printing import Press, moment
from strategikort.application.reading import Reading, read
from strategikort.application.session import Desk
from strategikort.domain.agreements import Agreement, Attachment, IssuedPaper, IssuePurpose
from strategikort.domain.edits.signing import attachments_of, issued_of
from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import phrase
from strategikort.exchange.sources import source_bytes
from strategikort.reports.certificates import MOST_BYTES, Trusted, trusted
from strategikort.reports.comparing import Comparison, Sameness, compared
from strategikort.reports.identity import Identity, identity_of
from strategikort.reports.verifying import Verdict, verify

_CERTIFICATES: Final = (".pem", ".crt", ".cer", ".der")


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """What a document knows of a PDF: the agreement and the paper that went out, and whether it keeps this very file.

    ``later`` is a file that it keeps and that this one is an earlier state of; ``text`` is how what the PDF says
    compares with what went out, or, where nothing did, with the agreement as it stands.
    """

    file: str
    agreement: Agreement | None = None
    issued: IssuedPaper | None = None
    kept: bool = False
    later: str = ""
    text: Comparison | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """All there is to be said of a PDF. ``register`` is None where no document was asked."""

    name: str
    verdict: Verdict
    identity: Identity | None
    register: Register | None = None

    @property
    def valid(self) -> bool:
        """Whether the PDF can be relied on.

        A signed one: each signature is whole, the last covers the entire file, no field is empty, and every name is
        vouched for or the document keeps this very file. One that is not signed: a document knows it and its text.
        With a document, the text must be the one that went out.
        """
        known = self.register
        if known is not None and (known.agreement is None or known.later or not (known.kept or _is_same(known.text))):
            return False
        if not self.verdict.signatures:
            return known is not None
        vouched = self.verdict.vouched or (known is not None and known.kept)
        return self.verdict.sound and not self.verdict.empty and vouched


def verified(
    source: Path, file: Path | None, *, trust: Path | None, desk: Desk, language: str, at: datetime
) -> tuple[Verified, Reading | None]:
    """What the PDF at ``source`` is, by itself or by the document in ``file``, and that document.

    ``trust`` is a folder with the certificates of those who are trusted to vouch for names.

    Raises:
        KnownFailure: the PDF, the document or the folder cannot be used.
    """
    pdf = source_bytes(source)
    found = looked_through(pdf, name=source.name, trust=trusted_in(trust), at=at)
    if file is None:
        return found, None
    reading = read(file, desk=desk, language=language)
    kept = partial(read_attached, file, desk=desk)
    return registered(found, pdf, reading, kept, file=file.name, at=at), reading


def looked_through(pdf: bytes, *, name: str, trust: Trusted, at: datetime) -> Verified:
    """What a PDF is by itself.

    Raises:
        NoPdf: it cannot be read.
    """
    verdict = verify(pdf, trusted=trust, at=moment(at))
    return Verified(name=name, verdict=verdict, identity=identity_of(pdf))


def registered(
    found: Verified, pdf: bytes, reading: Reading, kept: Callable[[str], bytes], *, file: str, at: datetime
) -> Verified:
    """What is known of a PDF by itself, with what a document says of it; ``kept`` reads a file that it keeps.

    Raises:
        NoPdf: its text cannot be read.
    """
    document, mark = reading.document, found.verdict.sha256
    issued, agreement = _known(reading, found.identity, mark, at)
    if agreement is None:
        return replace(found, register=Register(file=file))
    attached = attachments_of(document, agreement.id)
    return replace(
        found,
        register=Register(
            file=file,
            agreement=agreement,
            issued=issued,
            kept=mark in {*(one.file for one in attached), *(one.file for one in issued_of(document, agreement.id))},
            later=next((one.name for one in attached if _is_earlier(pdf, one, kept)), ""),
            text=_text(pdf, found.identity, issued, agreement, reading, kept, at),
        ),
    )


def trusted_in(folder: Path | None) -> Trusted:
    """Those who are trusted to vouch for names, whose certificates lie in a folder; nobody without one.

    Raises:
        KnownFailure: there is no such folder, none lies in it, or what lies in it is none.
    """
    if folder is None:
        return Trusted()
    if not folder.is_dir():
        raise KnownFailure(phrase("verify.no_folder", folder=str(folder)))
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in _CERTIFICATES)
    if not files:
        raise KnownFailure(phrase("verify.no_certificates", folder=str(folder)))
    return trusted(source_bytes(path, most=MOST_BYTES) for path in files)


def _known(
    reading: Reading, identity: Identity | None, mark: str, at: datetime
) -> tuple[IssuedPaper | None, Agreement | None]:
    """The paper that went out and the agreement that a PDF is: by its very bytes, or else by what it says it is."""
    document = reading.document
    papers = sorted(document.all(IssuedPaper).values(), key=lambda one: str(one.issued_at), reverse=True)
    by_bytes = next((one for one in papers if one.file == mark), None)
    if by_bytes is not None:
        return by_bytes, document.get(Agreement, by_bytes.agreement)
    attached = next((one for one in document.all(Attachment).values() if one.file == mark), None)
    said = identity or Identity()
    agreement = document.get(Agreement, attached.agreement if attached else said.agreement)
    own = [one for one in papers if agreement is None or one.agreement == agreement.id]
    issued = next((one for one in own if said.check and one.check_code == said.check), None)
    if issued is None and agreement is not None:
        issued = next((one for one in own if one.version == said.version), None)
    if agreement is None and issued is not None:
        agreement = document.get(Agreement, issued.agreement)
    if agreement is None and said.check and not said.agreement:
        agreement = next(_with_code(reading, said.check, at), None)
    return issued, agreement


def _with_code(reading: Reading, check: str, at: datetime) -> Iterator[Agreement]:
    """The agreements whose paper has that check code, as they stand."""
    press = Press(reading, made_at=at)
    for agreement in agreements_of(reading.document, None):
        if press.laid_out(agreement, draft=False, purpose=IssuePurpose.PAPER).fingerprint == check:
            yield agreement


def _is_earlier(pdf: bytes, attached: Attachment, kept: Callable[[str], bytes]) -> bool:
    """Whether a PDF is what an attached file was, before more was added to it."""
    if attached.size <= len(pdf):
        return False
    content = _kept(kept, attached.file)
    return content is not None and content.startswith(pdf)


def _text(
    pdf: bytes,
    identity: Identity | None,
    issued: IssuedPaper | None,
    agreement: Agreement,
    reading: Reading,
    kept: Callable[[str], bytes],
    at: datetime,
) -> Comparison | None:
    """How the text compares with the paper that went out; if none did, with the same version as it is printed now."""
    sent = _kept(kept, issued.file) if issued else None
    if sent is None and identity is not None and identity.version in (0, agreement.version):
        sent = Press(reading, made_at=at).printed(agreement).pdf
    return compared(sent, pdf) if sent is not None else None


def _kept(kept: Callable[[str], bytes], file: str) -> bytes | None:
    try:
        return kept(file)
    except KnownFailure:
        return None


def _is_same(text: Comparison | None) -> bool:
    return text is not None and text.sameness is Sameness.SAME
