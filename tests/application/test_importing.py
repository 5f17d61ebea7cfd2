"""Other people's files into a document that somebody else works on, or that cannot be saved."""

from hashlib import sha256
from pathlib import Path

import pytest

from strategikort.application.importing import import_into
from strategikort.application.problems import FileProblem
from strategikort.application.session import Desk, Session, read_document
from strategikort.domain.document import Document
from strategikort.domain.failures import KnownFailure
from strategikort.domain.goals import Goal, UnitGoal
from strategikort.domain.organisation import Municipality
from strategikort.domain.shape import Id, with_values
from strategikort.exchange.snapshot import written_snapshot
from tests.storage.desks import StepIn, desk_of, goals_of, grown, retitled, town

NEW = UnitGoal(id=Id("new"), title="Fra en anden fil")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "by.strategikort"
    Session.create(file, town(), desk=desk_of(tmp_path, "Maker")).close()
    return file


def snapshot(folder: Path, document: Document | None = None) -> Path:
    source = folder / "anden.json"
    source.write_bytes(written_snapshot(document or town().with_changes(grown(NEW))))
    return source


def bring(source: Path, file: Path, desk: Desk) -> None:
    import_into(source, file, desk=desk, language="da", profile="helsingoer", form=None, year=2015)


def left(file: Path, desk: Desk) -> None:
    """Somebody edited and lost the power."""
    session = Session.open(file, desk=desk)
    session.edit(retitled(session.document, goals_of(session.document)[0], "Efterladt"))
    session.leave()


def works(desk: Desk) -> list[Path]:
    return list(desk.state.works())


def failing(desk: Desk) -> None:
    def refuse(step: str) -> None:
        if step == "replace":
            raise FileProblem("file.no_place")

    assert isinstance(desk.step, StepIn)
    desk.step.then = refuse


def test_an_import_is_planned_on_the_work_that_a_crash_left_behind(file: Path, tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    left(file, desk)
    bring(snapshot(tmp_path), file, desk)
    saved = read_document(file, desk)
    assert saved.get(Goal, NEW.id) == NEW
    assert saved == town().with_changes(grown(NEW))
    assert not works(desk)


def test_an_import_that_cannot_be_saved_leaves_nothing_behind(file: Path, tmp_path: Path) -> None:
    desk, before = desk_of(tmp_path), sha256(file.read_bytes()).digest()
    failing(desk)
    with pytest.raises(FileProblem):
        bring(snapshot(tmp_path), file, desk)
    assert sha256(file.read_bytes()).digest() == before
    assert not works(desk)


def test_an_import_that_cannot_be_saved_leaves_the_work_of_a_crash_as_it_was(file: Path, tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    left(file, desk)
    failing(desk)
    with pytest.raises(FileProblem):
        bring(snapshot(tmp_path), file, desk)
    (leftover,) = Session.recovered(desk)
    session = Session.take_up(leftover, desk=desk)
    assert goals_of(session.document)[0].title == "Efterladt"
    assert session.document.get(Goal, NEW.id) is None
    session.close(save=False)


def test_a_new_file_that_cannot_be_saved_is_not_made(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    failing(desk)
    with pytest.raises(FileProblem):
        bring(snapshot(tmp_path), tmp_path / "ny.strategikort", desk)
    assert not works(desk)
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["anden.json"]


@pytest.mark.parametrize("name", ["by.strategikort", "ny.strategikort"])
def test_a_document_of_an_unknown_model_is_refused_before_anything_is_written(
    name: str, file: Path, tmp_path: Path
) -> None:
    desk, before = desk_of(tmp_path), sha256(file.read_bytes()).digest()
    records = (
        with_values(one, {"profile": "ukendt"}) if isinstance(one, Municipality) else one for one in town().records()
    )
    with pytest.raises(KnownFailure):
        bring(snapshot(tmp_path, Document(records)), tmp_path / name, desk)
    assert sha256(file.read_bytes()).digest() == before
    assert not works(desk)
    assert not (tmp_path / "ny.strategikort").exists()
