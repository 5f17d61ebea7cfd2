"""*Læg bunken i scanneren*: the sheets of one scan placed with their agreements, by their codes or by hand."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from strategikort.application.attaching import attaching
from strategikort.application.file_names import safe_name
from strategikort.application.workspace import Workspace
from strategikort.domain.agreements import Agreement, AgreementState, AttachmentKind, SigningMethod
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.edits.signing import sign, signatories_of
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id
from strategikort.reports.preview import page_count
from strategikort.reports.scanned import codes_of, cut_out
from strategikort.reports.sheet_code import SheetCode

__all__ = ["Noted", "Placed", "Sheets", "codes_of", "filing", "page_count", "placed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """The sheets of one version of an agreement in the pile: pages of the scan (from 0), in the order of the paper.

    ``missing`` are pages of the paper that are not there, ``twice`` those that are there more than once. An
    ``outdated`` version is not the one that goes out now.
    """

    agreement: Agreement
    version: int
    pages: tuple[int, ...]
    missing: tuple[int, ...] = ()
    twice: tuple[int, ...] = ()
    outdated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A whole pile: the sheets that found their agreements, those of agreements not in this document, and the rest."""

    sheets: tuple[Sheets, ...] = ()
    elsewhere: tuple[int, ...] = ()
    loose: tuple[int, ...] = ()
    by_hand: Mapping[int, Id] = field(default_factory=dict)


def placed(document: Document, codes: Sequence[SheetCode | None], by_hand: Mapping[int, Id] | None = None) -> Placed:
    """Where each page of a scan belongs; ``by_hand`` says it of pages without a code."""
    hands = dict(by_hand or {})
    known: dict[tuple[Id, int], list[tuple[int, int, int]]] = {}
    elsewhere, loose = [], []
    for page, code in enumerate(codes):
        if code is not None and document.get(Agreement, code.agreement):
            known.setdefault((code.agreement, code.version), []).append((code.page, page, code.pages))
        elif code is None and page in hands and (agreement := document.get(Agreement, hands[page])):
            known.setdefault((agreement.id, agreement.version), []).append((10_000 + page, page, 0))
        elif code is not None:
            elsewhere.append(page)
        else:
            loose.append(page)
    sheets = [_sheets(document, key, rows) for key, rows in known.items()]
    sheets.sort(key=lambda one: (one.agreement.code, one.agreement.id, one.version))
    return Placed(sheets=tuple(sheets), elsewhere=tuple(elsewhere), loose=tuple(loose), by_hand=hands)


def _sheets(document: Document, key: tuple[Id, int], rows: list[tuple[int, int, int]]) -> Sheets:
    agreement, version = document.all(Agreement)[key[0]], key[1]
    ordered = sorted(rows)
    numbers = [number for number, _, pages in ordered if pages]
    total = max((pages for *_, pages in ordered), default=0)
    return Sheets(
        agreement=agreement,
        version=version,
        pages=tuple(page for _, page, _ in ordered),
        missing=tuple(one for one in range(1, total + 1) if one not in numbers),
        twice=tuple(sorted({one for one in numbers if numbers.count(one) > 1})),
        outdated=version != agreement.version,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """When and where all parties signed, if that is to be noted with their sheets."""

    on: date
    place: str = ""


def filing(
    workspace: Workspace, pdf: bytes, sheets: Iterable[Sheets], noted: Noted | None
) -> Callable[[Document], ChangeSet]:
    """Keep the sheets with their agreements, each as a PDF of its own, as one step.

    With ``noted`` the parties of an agreement that is ready and of this version count as having signed.

    Raises:
        KnownFailure: a part is too large, or this computer's disk refuses.
    """
    kept = []
    for one in sheets:
        name = f"{safe_name(one.agreement.code or one.agreement.title)}-v{one.version}-scannet.pdf"
        part = cut_out(pdf, one.pages)
        kept.append((one, attaching(workspace, one.agreement.id, name, part, AttachmentKind.SIGNED_SHEETS), name))

    def make(document: Document) -> ChangeSet:
        if not kept:
            raise EditRefused("scan.nothing")
        step = ChangeSet(phrase("edit.file_sheets", n=len(kept)), ())
        for one, keep, name in kept:
            step = step.followed_by(keep(document.with_changes(step)))
            if noted and one.agreement.state is AgreementState.READY and not one.outdated:
                step = _signed(document, step, workspace, one.agreement, noted, name)
        return step

    return make


def _signed(
    document: Document, step: ChangeSet, workspace: Workspace, agreement: Agreement, noted: Noted, evidence: str
) -> ChangeSet:
    for party in signatories_of(document, agreement.id):
        if party.signed_on is None:
            after = document.with_changes(step)
            made = sign(
                after,
                party.id,
                on=noted.on,
                method=SigningMethod.SCAN,
                profile=workspace.profile,
                place=noted.place,
                evidence=evidence[:120],
            )
            step = step.followed_by(made)
    return step
