"""What was found out about a PDF in plain words, the verdict first, and the same for programs."""

from collections.abc import Iterator, Mapping
from typing import Any

from strategikort.application.verifying import Register, Verified
from strategikort.domain.document import Document
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.phrases import Phrase, Wording, phrase
from strategikort.reports.changes import Changed
from strategikort.reports.comparing import Comparison, Difference, Sameness
from strategikort.reports.verifying import Fault, Signature, Vouched


def told(found: Verified, document: Document | None) -> tuple[Phrase, ...]:
    """The verdict in one sentence, and what it rests on."""
    return (verdict(found), *_which(found, document), *_signatures(found), *_registered(found.register))


def verdict(found: Verified) -> Phrase:
    """The verdict in one sentence: that the PDF can be relied on, or the weightiest reason why not."""
    known, faults = found.register, {fault for one in found.verdict.signatures for fault in one.faults}
    if found.valid:
        signed = bool(found.verdict.signatures)
        return phrase("verify.valid") if signed or not known else phrase("verify.valid_paper", file=known.file)
    if faults:
        return phrase("verify.after" if faults == {Fault.AFTER} else "verify.broken")
    if known and known.agreement is None:
        return phrase("verify.unknown", file=known.file)
    if known and known.later:
        return phrase("verify.earlier", later=known.later)
    if known and not known.kept and known.text is None:
        return phrase("verify.not_kept", file=known.file)
    if known and not known.kept and known.text and known.text.sameness is not Sameness.SAME:
        return phrase(f"verify.text_{known.text.sameness}", file=known.file)
    if not found.verdict.signatures:
        return phrase("verify.unsigned")
    return phrase("verify.unfinished" if found.verdict.empty else "verify.not_vouched")


def _which(found: Verified, document: Document | None) -> Iterator[Phrase]:
    """Which version of which agreement it is: by the document, or by what the PDF itself says."""
    said, known = found.identity, found.register
    if known and known.agreement and document:
        unit = document.get(OrgUnit, known.agreement.org)
        version = known.issued.version if known.issued else (said and said.version) or known.agreement.version
        yield phrase(
            "verify.which",
            version=version,
            agreement=known.agreement.title,
            code=known.agreement.code or known.agreement.id,
            unit=unit.name if unit else "–",
        )
    elif said and said.agreement:
        yield phrase("verify.says", version=said.version, id=said.agreement, check=said.check or "–")
    elif said:
        yield phrase("verify.says_check", check=said.check)
    else:
        yield phrase("verify.says_nothing")


def _signatures(found: Verified) -> Iterator[Phrase]:
    for one in found.verdict.signatures:
        yield from signature_told(one)
    if found.verdict.empty and found.verdict.signatures:
        yield phrase("verify.empty", fields=found.verdict.empty)


def signature_told(one: Signature) -> Iterator[Phrase]:
    """A signature in sentences: whose and when, whether the name is vouched for, what is wrong."""
    if not one.who:
        yield phrase("verify.signature.unreadable", field=one.field)
        return
    if one.says_at:
        clock = f"{one.says_at.hour}.{one.says_at.minute:02}"
        yield phrase("verify.signature.by", who=one.who, day=one.says_at.date(), clock=clock)
    else:
        yield phrase("verify.signature.by_sometime", who=one.who)
    yield phrase(f"verify.vouched.{one.vouched}", who=one.who, issuer=one.issuer)
    yield from (phrase(f"verify.fault.{fault}") for fault in one.faults)
    yield from (change_told(change) for change in one.changes)


def change_told(one: Changed) -> Phrase:
    """What was changed, in a sentence."""
    return phrase(f"verify.change.{one.change}", about=one.about)


def _registered(known: Register | None) -> Iterator[Phrase]:
    if known is None or known.agreement is None:
        return
    if known.kept:
        yield phrase("verify.kept", file=known.file)
    if known.text is not None:
        yield from text_told(known.text, known.file)


def text_told(text: Comparison, file: str) -> Iterator[Phrase]:
    """How the text compares with that of the agreement in ``file``, in sentences."""
    yield phrase(f"verify.text.{text.sameness}", file=file)
    for one in text.differences:
        yield _difference(one)
    if text.stamp:
        yield phrase("verify.text.stamp", text=text.stamp)
    if text.added:
        yield phrase("verify.text.added", pages=", ".join(str(page) for page in text.added))


def _difference(one: Difference) -> Phrase:
    if not one.came:
        return phrase("verify.text.gone", page=one.page, sent=one.sent)
    return phrase("verify.text.other", page=one.page, sent=one.sent or "–", came=one.came)


def as_json(found: Verified, words: Wording, document: Document | None) -> Mapping[str, Any]:
    """What was found out, for programs."""
    said, known = found.identity, found.register
    return {
        "file": found.name,
        "valid": found.valid,
        "sha256": found.verdict.sha256,
        "says": {"agreement": said.agreement, "version": said.version, "check": said.check} if said else None,
        "signatures": [_signature(one) for one in found.verdict.signatures],
        "empty": list(found.verdict.empty),
        "register": _register(known) if known else None,
        "text": _compared(known.text) if known and known.text else None,
        "messages": [words.say(one) for one in told(found, document)],
    }


def _signature(one: Signature) -> Mapping[str, Any]:
    return {
        "field": one.field,
        "who": one.who,
        "issuer": one.issuer,
        "says_at": one.says_at.isoformat() if one.says_at else None,
        "whole": not one.faults,
        "entire_file": one.entire,
        "vouched": one.vouched is Vouched.TRUSTED,
        "vouched_how": str(one.vouched),
        "faults": [str(fault) for fault in one.faults],
        "changes": [{"change": str(change.change), "about": change.about} for change in one.changes],
    }


def _register(known: Register) -> Mapping[str, Any]:
    agreement = known.agreement
    return {
        "file": known.file,
        "agreement": agreement.id if agreement else None,
        "title": agreement.title if agreement else "",
        "code": agreement.code if agreement else "",
        "issued_version": known.issued.version if known.issued else None,
        "kept": known.kept,
        "earlier_than": known.later or None,
    }


def _compared(text: Comparison) -> Mapping[str, Any]:
    return {
        "sameness": str(text.sameness),
        "differences": [{"page": one.page, "sent": one.sent, "came": one.came} for one in text.differences],
        "added_pages": list(text.added),
        "stamp": text.stamp,
    }
