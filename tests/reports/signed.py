"""Agreements of tests signed by the two who have to."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from strategikort.reports.certificates import from_file
from strategikort.reports.model import AgreementPaper, Attachment, Part, Signatures
from strategikort.reports.printing import render_agreement
from strategikort.reports.signing import sign
from tests.reports.authority import PASSWORD, Owner, chief, leader, root
from tests.reports.papers import MADE_AT, TYPEFACES, school_agreement

FIELDS = ("underskrift_1", "underskrift_2")
IDENTITY = "5f1c5b3c-1c92-4d4e-9f57-3f4b0c9f1a11"
SIGNED_AT = datetime(2015, 2, 20, 8, 30, tzinfo=UTC)


def with_fields(paper: AgreementPaper) -> AgreementPaper:
    """The agreement with a field for each who signs, and a file that it carries."""

    def fielded(part: Part) -> Part:
        if not isinstance(part, Signatures):
            return part
        named = zip(part.signatories, FIELDS, strict=True)
        return replace(part, signatories=tuple(replace(one, field=name) for one, name in named))

    chapters = tuple(
        replace(chapter, parts=tuple(fielded(part) for part in chapter.parts)) for chapter in paper.chapters
    )
    carried = Attachment(name="aftale.json", media_type="application/json", content=b'{"a": 1}', description="Data")
    return replace(paper, chapters=chapters, identity=IDENTITY, number=3, attachments=(carried,))


@cache
def unsigned() -> bytes:
    """The agreement of Øresø Skole with fields to sign in."""
    return render_agreement(with_fields(school_agreement()), typefaces=TYPEFACES, made_at=MADE_AT).pdf


def signed_by(who: Owner, pdf: bytes, field: str, *, at: datetime = SIGNED_AT, beside: tuple[Owner, ...] = ()) -> bytes:
    """The file with one more signature; ``beside`` are others whose certificates lie in the signer's file."""
    certificate = from_file(who.file(root(), *beside), password=PASSWORD, at=at)
    lines = (certificate.name, "Underskrevet digitalt 20. februar 2015 kl. 9.30")
    return sign(
        pdf,
        field=field,
        certificate=certificate,
        at=at,
        identity=field.encode().ljust(16)[:16],
        lines=lines,
        typefaces=TYPEFACES,
    )


@cache
def signed_once() -> bytes:
    """Signed by the centre chief."""
    return signed_by(chief(), unsigned(), FIELDS[0])


@cache
def signed_twice() -> bytes:
    """Signed by the centre chief, then by the leader."""
    return signed_by(leader(), signed_once(), FIELDS[1])
