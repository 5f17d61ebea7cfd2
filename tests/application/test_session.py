"""A person at work on one document."""

from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from threading import Event

import pytest

from strategikort.application.problems import FileProblem
from strategikort.application.saver import Outcome
from strategikort.application.session import Session, read_document
from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.document import Document, OutOfStep
from strategikort.domain.goals import Goal, UnitGoal
from strategikort.domain.links import Link
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id
from tests.storage.desks import desk_of, goals_of, grown, retitled, shrunk, ticking, town


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "by.strategikort"
    Session.create(file, town(), desk=desk_of(tmp_path, "Maker")).close()
    return file


def test_what_was_saved_is_what_is_opened(file: Path, tmp_path: Path) -> None:
    session = Session.open(file, desk=desk_of(tmp_path))
    session.edit(retitled(session.document, goals_of(session.document)[0], "Nyt navn"))
    session.save()
    assert read_document(file, desk_of(tmp_path)) == session.document
    session.close()


def test_opening_and_closing_leaves_the_file_as_it_was(file: Path, tmp_path: Path) -> None:
    before = sha256(file.read_bytes()).digest()
    Session.open(file, desk=desk_of(tmp_path)).close()
    read_document(file, desk_of(tmp_path))
    assert sha256(file.read_bytes()).digest() == before
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_looking_at_a_document_leaves_no_copy_behind(file: Path, tmp_path: Path) -> None:
    read_document(file, desk_of(tmp_path, "Reader"))
    assert list((tmp_path / "state-Reader").rglob("*.sqlite")) == []


def test_a_new_document_is_nowhere_until_it_is_given_a_place(tmp_path: Path) -> None:
    session = Session.create(None, town(), desk=desk_of(tmp_path))
    assert session.path is None
    assert session.save_state.unsaved
    with pytest.raises(FileProblem) as problem:
        session.save()
    assert problem.value.code == "file.no_place"
    session.save_as(tmp_path / "ny.strategikort")
    assert not session.save_state.unsaved
    assert read_document(tmp_path / "ny.strategikort", desk_of(tmp_path)) == town()
    session.close()


def test_a_new_document_overwrites_nothing(file: Path, tmp_path: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(FileProblem) as problem:
        Session.create(file, Document(), desk=desk_of(tmp_path))
    assert problem.value.code == "file.exists"
    assert file.read_bytes() == before


def test_undo_gives_the_earlier_document_and_redo_the_later(file: Path, tmp_path: Path) -> None:
    session = Session.open(file, desk=desk_of(tmp_path))
    before = session.document
    session.edit(shrunk(before, goals_of(before)[1]))
    after = session.document
    assert session.undo_label == phrase("edit.remove")
    session.undo()
    assert session.document == before
    assert session.redo_label == phrase("edit.remove")
    session.redo()
    assert session.document == after
    assert session.redo() is None
    session.close()


def test_typing_in_one_field_is_one_step_until_the_field_is_left(file: Path, tmp_path: Path) -> None:
    session = Session.open(file, desk=desk_of(tmp_path))
    goal = goals_of(session.document)[0]

    def typed(text: str) -> None:
        step = retitled(session.document, goal, text)
        session.edit(ChangeSet(step.label, step.changes, merges="title"))

    typed("F")
    typed("Fl")
    session.step_ends()
    typed("Fler")
    typed("Flere")
    session.undo()
    assert session.document.all(Goal)[goal.id].title == "Fl"
    session.undo()
    assert session.document == town()
    session.close()


def test_a_change_set_for_another_document_changes_nothing(file: Path, tmp_path: Path) -> None:
    session = Session.open(file, desk=desk_of(tmp_path))
    stale = retitled(session.document, goals_of(session.document)[0], "Et")
    session.edit(retitled(session.document, goals_of(session.document)[0], "To"))
    before = session.document
    with pytest.raises(OutOfStep):
        session.edit(stale)
    assert session.document is before
    assert session.undo_label == phrase("edit.title")
    session.close()


def test_a_link_to_nothing_is_refused_by_the_disk_and_changes_nothing(file: Path, tmp_path: Path) -> None:
    session = Session.open(file, desk=desk_of(tmp_path))
    before = session.document
    loose = Link(id=Id("loose"), lower=Id("nowhere"), upper=goals_of(before)[0].id)
    with pytest.raises(OutOfStep):
        session.edit(grown(loose))
    assert session.document is before
    session.close()


def test_listeners_are_told_of_edit_undo_and_redo_alike_until_they_leave(file: Path, tmp_path: Path) -> None:
    session = Session.open(file, desk=desk_of(tmp_path))
    heard: list[tuple[ChangeSet, Document]] = []
    leave = session.subscribe(lambda change_set, document: heard.append((change_set, document)))
    step = retitled(session.document, goals_of(session.document)[0], "Hørt")
    session.edit(step)
    session.undo()
    session.redo()
    leave()
    session.undo()
    assert [one for one, _ in heard] == [step, step.inverted(), step]
    assert [document == town() for _, document in heard] == [False, True, False]
    session.close(save=False)


def test_one_failing_listener_keeps_nobody_else_from_hearing(file: Path, tmp_path: Path) -> None:
    session = Session.open(file, desk=desk_of(tmp_path))
    heard: list[ChangeSet] = []

    def failing(change_set: ChangeSet, document: Document) -> None:
        raise ValueError(change_set.label.code)

    session.subscribe(failing)
    session.subscribe(lambda change_set, _: heard.append(change_set))
    with pytest.raises(ExceptionGroup):
        session.edit(retitled(session.document, goals_of(session.document)[0], "Hørt"))
    assert len(heard) == 1
    session.close()


def test_closing_saves_and_closing_without_saving_forgets(file: Path, tmp_path: Path) -> None:
    for save, title in ((True, "Gemt"), (False, "Glemt")):
        session = Session.open(file, desk=desk_of(tmp_path, title))
        session.edit(retitled(session.document, goals_of(session.document)[0], title))
        session.close(save=save)
    assert goals_of(read_document(file, desk_of(tmp_path)))[0].title == "Gemt"
    assert Session.recovered(desk_of(tmp_path, "Glemt")) == []


def test_edits_go_on_while_a_save_runs(file: Path, tmp_path: Path) -> None:
    session = Session.open(file, desk=desk_of(tmp_path))
    goal = goals_of(session.document)[0]
    session.edit(retitled(session.document, goal, "Før"))
    came: list[Outcome] = []
    done = Event()

    def take(outcome: Outcome) -> None:
        came.append(outcome)
        done.set()

    session.start_save(take)
    session.edit(retitled(session.document, goal, "Imens"))
    assert done.wait(30)
    session.apply_saved(came[0])
    if read_document(file, desk_of(tmp_path)).all(Goal)[goal.id].title == "Før":
        assert session.save_state.unsaved
    session.save()
    assert not session.save_state.unsaved
    assert read_document(file, desk_of(tmp_path)) == session.document
    session.close()


def test_a_failed_save_says_why_and_saves_when_the_way_is_free_again(file: Path, tmp_path: Path) -> None:
    drive = tmp_path / "drev"
    drive.mkdir()
    session = Session.open(file, desk=desk_of(tmp_path))
    session.save_as(drive / "by.strategikort")
    session.edit(retitled(session.document, goals_of(session.document)[0], "Uden drev"))
    drive.rename(tmp_path / "væk")
    with pytest.raises(FileProblem) as problem:
        session.save()
    assert problem.value.code == "file.unreachable"
    assert session.save_state.problem == problem.value.phrase
    assert session.save_state.unsaved
    (tmp_path / "væk").rename(drive)
    session.save()
    assert session.save_state.problem is None
    assert goals_of(read_document(drive / "by.strategikort", desk_of(tmp_path)))[0].title == "Uden drev"
    session.close()


def test_saving_is_due_half_a_minute_after_the_last_edit(file: Path, tmp_path: Path) -> None:
    clock = ticking(step=timedelta(0))
    session = Session.open(file, desk=desk_of(tmp_path, clock=clock))
    assert not session.save_is_due(clock() + timedelta(hours=1))
    session.edit(retitled(session.document, goals_of(session.document)[0], "Snart"))
    assert not session.save_is_due(clock() + timedelta(seconds=29))
    assert session.save_is_due(clock() + timedelta(seconds=30))
    session.close()


def test_the_same_file_twice_on_one_machine_is_noticed(file: Path, tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    assert not Session.is_open_elsewhere(file, desk=desk)
    session = Session.open(file, desk=desk)
    assert Session.is_open_elsewhere(file, desk=desk)
    assert not Session.is_open_elsewhere(tmp_path / "anden.strategikort", desk=desk)
    session.close()
    assert not Session.is_open_elsewhere(file, desk=desk)


def test_an_earlier_version_can_be_seen_and_brought_back_and_that_undone(file: Path, tmp_path: Path) -> None:
    session = Session.open(file, desk=desk_of(tmp_path, clock=ticking(step=timedelta(minutes=6))))
    for title in ("Et", "To", "Tre"):
        session.edit(retitled(session.document, goals_of(session.document)[0], title))
        session.save()
    versions = session.versions()
    titles = [goals_of(session.version_document(one))[0].title for one in versions]
    assert titles == ["Tre", "To", "Et", goals_of(town())[0].title]
    session.edit(session.bring_back(versions[-1]))
    assert session.document == town()
    session.undo()
    assert goals_of(session.document)[0].title == "Tre"
    session.close()


def test_a_saved_copy_keeps_identity_and_versions_and_the_first_file_its_content(file: Path, tmp_path: Path) -> None:
    session = Session.open(file, desk=desk_of(tmp_path, clock=ticking(step=timedelta(minutes=6))))
    session.save_as(tmp_path / "kopi.strategikort")
    session.edit(retitled(session.document, goals_of(session.document)[0], "Kun i kopien"))
    session.save()
    assert session.path == tmp_path / "kopi.strategikort"
    assert len(session.versions()) == 3
    session.close()
    again = Session.open(file, desk=desk_of(tmp_path))
    assert again.document == town()
    assert again.notices == ()
    again.close()


def test_a_goal_may_change_its_kind(file: Path, tmp_path: Path) -> None:
    session = Session.open(file, desk=desk_of(tmp_path))
    goal = UnitGoal(id=Id("skift"), title="Skifter art")
    session.edit(grown(goal))
    session.save()
    assert read_document(file, desk_of(tmp_path)).all(Goal)[goal.id] == goal
    session.close()


def test_a_link_that_was_cut_does_not_come_back_to_a_goal_that_others_removed(file: Path, tmp_path: Path) -> None:
    mine, theirs = (Session.open(file, desk=desk_of(tmp_path, who)) for who in ("Anna", "Ole"))
    link = next(one for one in mine.document.all(Link).values() if one.lower != one.upper)
    mine.edit(ChangeSet(phrase("edit.unlink"), (Change(link, None),)))
    goal = theirs.document.all(Goal)[link.upper]
    theirs.edit(shrunk(theirs.document, goal))
    theirs.save()
    mine.save()
    assert mine.document.get(Goal, goal.id) is None
    assert mine.undo() is None
    mine.close()
    theirs.close()
