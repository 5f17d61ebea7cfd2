"""Other people's files into a document: one change set, one step that can be undone, all or nothing."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from strategikort.application.delivery import Delivered, delivery_of, missing_from
from strategikort.application.profiles import load_profile
from strategikort.application.reading import reading_of
from strategikort.application.session import Desk, Session, read_document
from strategikort.domain.document import Document
from strategikort.domain.edits.refusal import NewId
from strategikort.domain.goals import PoliticalGoal
from strategikort.domain.phrases import Wording
from strategikort.domain.profile import Profile
from strategikort.exchange.bundle import read_bundle
from strategikort.exchange.detect import detect
from strategikort.exchange.paper_data import agreement_named, read_data
from strategikort.exchange.results import Imported, refused
from strategikort.exchange.snapshot import read_snapshot
from strategikort.exchange.sources import source_bytes
from strategikort.exchange.stratml import read_stratml
from strategikort.reports.embedded import embedded_files


class Told(NamedTuple):
    """What an import is told in and by: words, report, what becomes of the council's goals, which it does not name."""

    words: Wording
    imported: Imported
    delivery: tuple[Delivered, ...]
    missing: tuple[PoliticalGoal, ...]


def _read_paper(source: Path, document: Document, *, profile: Profile, new_id: NewId, year: int) -> Imported:
    """The agreement that the PDF at ``source`` carries; the rest is not asked, as its data are complete."""
    for name, content in embedded_files(source_bytes(source)).items():
        if agreement := agreement_named(name):
            return read_data(content, agreement, document, file=source.name)
    raise refused("no_data_in_paper", file=source.name)


_READERS = {"bundle": read_bundle, "stratml": read_stratml, "snapshot": read_snapshot, "paper": _read_paper}


def plan_import(
    source: Path, document: Document, *, profile: Profile, new_id: NewId, year: int, form: str | None = None
) -> Imported:
    """What ``source`` would bring into ``document``; nothing is changed yet. ``form`` None: found out from the file.

    Raises:
        KnownFailure: the source cannot be used.
    """
    return _READERS[form or detect(source)](source, document, profile=profile, new_id=new_id, year=year)


def import_into(
    source: Path,
    file: Path,
    *,
    desk: Desk,
    language: str,
    profile: str,
    form: str | None,
    year: int,
    dry_run: bool = False,
) -> Told:
    """Bring ``source`` into ``file``, made if it is missing, and save; gives what is told.

    Work on ``file`` that a crash left behind, and what opening merged back, is part of the document it comes into. A
    dry run looks at the file alone.

    Raises:
        KnownFailure: source or file cannot be used; then nothing is written, and nothing is left on this machine but
            the work that was there before.
    """

    def planned(before: Document) -> Told:
        municipality = before.municipality
        model = load_profile(municipality.profile if municipality else profile, language)
        imported = plan_import(source, before, profile=model, new_id=desk.new_id, year=year, form=form)
        words = reading_of(before.with_changes(imported.change_set), language=language).words
        return Told(
            words, imported, delivery_of(before, imported.change_set), missing_from(before, imported, date(year, 1, 1))
        )

    if dry_run:
        return planned(read_document(file, desk) if file.exists() else Document())
    if file.exists():
        return _brought_in(Session.open(file, desk=desk), planned)
    told = planned(Document())
    Session.create(file, Document().with_changes(told.imported.change_set), desk=desk).close()
    return told


def _brought_in(session: Session, planned: Callable[[Document], Told]) -> Told:
    """Plan on what ``session`` opened, do it and save; after a failure the machine is as it was before."""
    unsaved = session.save_state.unsaved
    try:
        told = planned(session.document)
        session.edit(told.imported.change_set)
        session.save()
    except BaseException:
        if unsaved:
            session.undo()
            session.leave()
        else:
            session.close(save=False)
        raise
    session.close()
    return told


def import_as_json(imported: Imported, words: Wording) -> Mapping[str, object]:
    """The report for programs."""
    return {
        "added": dict(imported.added),
        "repaired": [words.say(one) for one in imported.repaired],
        "unresolved": [words.say(one) for one in imported.unresolved],
        "skipped": [words.say(one) for one in imported.skipped],
    }
