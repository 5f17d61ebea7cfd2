"""Agreements on paper: which, whether they are drafts, and the finished PDF."""

import errno
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import cache
from importlib.resources import as_file
from pathlib import Path
from tempfile import NamedTemporaryFile

from strategikort.application.file_names import safe_name, told_apart
from strategikort.application.paper.agreement import PaperMaker
from strategikort.application.reading import Reading
from strategikort.application.resources import resource
from strategikort.cascade.checking import check
from strategikort.cascade.findings import Finding, Gate
from strategikort.cascade.rules import RULES
from strategikort.cascade.stopping import by_agreement
from strategikort.domain.agreements import Agreement, IssuePurpose
from strategikort.domain.carried import carried_document
from strategikort.domain.document import Document
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.written import Report
from strategikort.exchange.paper_data import data_name, written_data
from strategikort.reports.model import AgreementPaper, Attachment, Paper
from strategikort.reports.preview import page_count, render_page
from strategikort.reports.printing import render_agreement
from strategikort.reports.report import render_report
from strategikort.reports.typefaces import Typefaces

__all__ = [
    "Press",
    "moment",
    "named",
    "page_count",
    "printed_report",
    "put",
    "put_all",
    "render_page",
    "spoken_name",
]


class Press:
    """Prints agreements of one document as it stood when it was read. ``made_at`` is the moment printed in the file."""

    def __init__(self, reading: Reading, *, made_at: datetime, findings: Iterable[Finding] | None = None) -> None:
        """``findings`` are those of the document as it was read, if they are known already."""
        self._reading = reading
        self._made_at = moment(made_at)
        self._typefaces = read_typefaces()
        found = findings
        if found is None:
            found = check(reading.document, reading.profile, reading.rulebook, today=made_at.date(), year=None)
        stops = (finding for finding in found if finding.stops(Gate.PRINT) and not RULES[finding.rule].of_findings)
        self._stopping = by_agreement(reading.document, stops)

    def printed(
        self, agreement: Agreement, *, draft: bool = False, purpose: IssuePurpose = IssuePurpose.PAPER
    ) -> Paper:
        """The agreement as PDF, marked as a draft if it is one or ``draft`` says so.

        A final paper carries the data that it was made of. Only for certificates it has fields to sign in: a signing
        service puts its own, and an empty one would be left over.
        """
        return self.rendered(self.laid_out(agreement, draft=draft, purpose=purpose))

    def rendered(self, paper: AgreementPaper) -> Paper:
        """What `laid_out` gives, or a part of it, as PDF."""
        return render_agreement(paper, typefaces=self._typefaces, made_at=self._made_at)

    def laid_out(self, agreement: Agreement, *, draft: bool, purpose: IssuePurpose) -> AgreementPaper:
        """What stands on the paper that `printed` gives."""
        why = self.why_draft(agreement)
        draft = draft or bool(why)
        maker = PaperMaker(self._reading, agreement)
        data = () if draft else (self._data(agreement),)
        return maker.paper(draft=draft, why=why, fields=purpose is IssuePurpose.CERTIFICATE, attachments=data)

    def _data(self, agreement: Agreement) -> Attachment:
        return Attachment(
            name=data_name(agreement.id),
            media_type="application/json",
            content=written_data(carried_document(self._reading.document, agreement, public=agreement.public)),
            description=self._reading.words.text("paper.data"),
        )

    @property
    def made_at(self) -> datetime:
        """The moment that the papers bear."""
        return self._made_at

    @property
    def reading(self) -> Reading:
        """What is printed from."""
        return self._reading

    def is_draft(self, agreement: Agreement) -> bool:
        """Whether the paper is a draft: not declared ready yet, or something about its own goals stops the print.

        A loose goal elsewhere marks nobody else's paper (section 4.1 of the domain description).
        """
        return not agreement.state.may_be_signed or bool(self.stopping(agreement))

    def why_draft(self, agreement: Agreement) -> str:
        """Why the paper is a draft, as a sentence for its first page; nothing if it is none of itself."""
        words, stopping = self._reading.words, self.stopping(agreement)
        if not stopping:
            return "" if agreement.state.may_be_signed else words.text("paper.draft_not_ready")
        first = words.say(stopping[0].message)
        if len(stopping) == 1:
            return words.text("paper.draft_stopped_one", first=first)
        return words.text("paper.draft_stopped", n=len(stopping), first=first)

    def stopping(self, agreement: Agreement) -> tuple[Finding, ...]:
        """The findings about the agreement and the chains of its goals that stand in the way of a final print."""
        return self._stopping.get(agreement.id, ())


def printed_report(report: Report, *, made_at: datetime) -> Paper:
    """A report as PDF; ``made_at`` is the moment printed in the file."""
    return render_report(report, typefaces=read_typefaces(), made_at=moment(made_at))


def moment(made_at: datetime) -> datetime:
    """The moment that a paper bears, with a time zone: the same on every machine where none is said."""
    return made_at.replace(tzinfo=UTC) if made_at.tzinfo is None else made_at


@cache
def read_typefaces() -> Typefaces:
    """The typefaces that ship with the program. Reading them takes about a second and 30 MB, so it is done once."""
    with as_file(resource("fonts")) as folder:
        return Typefaces.read(folder)


def file_name(document: Document, agreement: Agreement) -> str:
    """The name of the agreement's PDF: its code, or the unit's, with what no file system takes left out."""
    org = document.get(OrgUnit, agreement.org)
    name = agreement.code or (f"{org.code or org.name}-{agreement.valid_from.year}" if org else agreement.id)
    return f"{safe_name(name)}.pdf"


def spoken_name(document: Document, agreement: Agreement) -> str:
    """The name that is offered for one PDF: the unit and what the agreement is called, as people say it."""
    org = document.get(OrgUnit, agreement.org)
    title = f"{agreement.title[:1].lower()}{agreement.title[1:]}"
    return f"{safe_name(' – '.join(filter(None, (org.name if org else '', title))))}.pdf"


def put(path: Path, content: bytes) -> None:
    """Write a whole file, or leave what was there. Raises OSError that names ``path``."""
    put_all([(path, content)])


def put_all(files: Iterable[tuple[Path, bytes]]) -> None:
    """Write whole files, all of them or none: their bytes stand beside them before the first takes its name.

    Raises:
        OSError: a place cannot be written; ``filename`` is that of the file that was to be there.
    """
    beside: list[tuple[Path, Path]] = []
    made: list[Path] = []
    try:
        for path, content in files:
            with _named(path):
                if path.exists() and not path.is_file():
                    raise OSError(errno.EISDIR if path.is_dir() else errno.ENODEV, "no file can be put there")
                made += _folders(path.parent)
                with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".tmp", delete=False) as fresh:
                    beside.append((Path(fresh.name), path))
                    fresh.write(content)
                Path(fresh.name).chmod(0o644)
        for there, path in beside:
            with _named(path):
                there.replace(path)
    except BaseException:
        for there, _ in beside:
            there.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


def _folders(folder: Path) -> Iterator[Path]:
    """Make ``folder``; gives those that were not there, from the outermost."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(exist_ok=True)
        yield one


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Have what fails name the file that was meant, and not the one beside it."""
    try:
        yield
    except OSError as failure:
        failure.filename, failure.filename2 = str(path), None
        raise


def named(
    document: Document, agreements: Iterable[Agreement], ending: str = ".pdf"
) -> tuple[tuple[str, Agreement], ...]:
    """Agreements with the names of their files in one folder; equal names are told apart by a number."""
    known = tuple(agreements)
    names = told_apart(file_name(document, one).removesuffix(".pdf") for one in known)
    return tuple((f"{name}{ending}", one) for name, one in zip(names, known, strict=True))
