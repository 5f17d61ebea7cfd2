"""What a crash leaves behind is taken up, said, and never stands in the way."""

from datetime import timedelta
from pathlib import Path

import pytest

from strategikort.application.problems import FileProblem
from strategikort.application.session import Session, read_document
from strategikort.application.wordings import wording
from tests.storage.desks import MORNING, desk_of, goals_of, retitled, ticking, town


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "by.strategikort"
    Session.create(file, town(), desk=desk_of(tmp_path, "Maker")).close()
    return file


def left(file: Path, home: Path, title: str) -> None:
    """Somebody edited and lost the power."""
    session = Session.open(file, desk=desk_of(home))
    session.edit(retitled(session.document, goals_of(session.document)[0], title))
    session.leave()


def test_work_left_behind_is_listed_and_taken_up_once(file: Path, tmp_path: Path) -> None:
    left(file, tmp_path, "Efterladt")
    desk = desk_of(tmp_path)
    (leftover,) = Session.recovered(desk)
    assert leftover.path == file
    session = Session.take_up(leftover, desk=desk)
    assert goals_of(session.document)[0].title == "Efterladt"
    assert session.save_state.unsaved
    assert str(file) in wording("da").say(session.notices[0])
    assert Session.recovered(desk) == []
    with pytest.raises(FileProblem) as problem:
        Session.take_up(leftover, desk=desk)
    assert problem.value.code == "work.taken"
    session.close()
    assert goals_of(read_document(file, desk))[0].title == "Efterladt"
    assert Session.recovered(desk) == []


def test_a_new_document_that_was_never_saved_is_taken_up_too(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    Session.create(None, town(), desk=desk).leave()
    (leftover,) = Session.recovered(desk)
    assert leftover.path is None
    session = Session.take_up(leftover, desk=desk)
    assert session.document == town()
    assert [one.code for one in session.notices] == ["notice.recovered_new"]
    session.close(save=False)


def test_work_left_behind_is_merged_with_what_others_saved_meanwhile(file: Path, tmp_path: Path) -> None:
    left(file, tmp_path, "Annas")
    other = Session.open(file, desk=desk_of(tmp_path, "Bo"))
    other.edit(retitled(other.document, goals_of(other.document)[1], "Bos"))
    other.close()
    session = Session.open(file, desk=desk_of(tmp_path))
    session.close()
    assert [goal.title for goal in goals_of(read_document(file, desk_of(tmp_path)))[:2]] == ["Annas", "Bos"]


def test_nothing_is_left_of_a_session_that_had_saved_everything(file: Path, tmp_path: Path) -> None:
    session = Session.open(file, desk=desk_of(tmp_path))
    session.edit(retitled(session.document, goals_of(session.document)[0], "Gemt"))
    session.save()
    session.leave()
    assert Session.recovered(desk_of(tmp_path)) == []
    assert list((tmp_path / "state-Anna" / "open").iterdir()) == []


@pytest.mark.parametrize("spoilt", [b"", b"\xff" * 500, None])
def test_damaged_work_is_set_aside_and_the_file_opened(file: Path, tmp_path: Path, spoilt: bytes | None) -> None:
    left(file, tmp_path, "Tabt")
    (work,) = (tmp_path / "state-Anna" / "open").rglob("work.sqlite")
    whole = work.read_bytes()
    work.write_bytes(whole.replace(b"Tabt", b"Tapt") if spoilt is None else spoilt)
    session = Session.open(file, desk=desk_of(tmp_path))
    assert session.document == town()
    assert [one.code for one in session.notices] == ["work.damaged"]
    assert len(list((tmp_path / "state-Anna" / "damaged").iterdir())) == 1
    session.close()
    assert Session.recovered(desk_of(tmp_path)) == []


def test_versions_of_a_document_closed_thirty_days_ago_are_forgotten(file: Path, tmp_path: Path) -> None:
    Session.open(file, desk=desk_of(tmp_path)).close()
    kept = tmp_path / "state-Anna" / "documents"
    assert len(list(kept.rglob("*.strategikort"))) == 1
    other = tmp_path / "anden.strategikort"
    later = ticking(MORNING + timedelta(days=29))
    Session.create(other, town(3), desk=desk_of(tmp_path, "Anna", clock=later)).close()
    assert len(list(kept.rglob("*.strategikort"))) == 2
    latest = ticking(MORNING + timedelta(days=31))
    Session.open(other, desk=desk_of(tmp_path, "Anna", clock=latest)).close()
    assert len(list(kept.rglob("*.strategikort"))) == 1
