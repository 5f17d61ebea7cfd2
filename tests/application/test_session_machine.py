"""Somebody edits, regrets, saves, closes, crashes and returns: disk equals memory, undo gives the earlier document."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from strategikort.application.session import Session, read_document
from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.goals import CentreGoal, Effort, Goal, PoliticalGoal, UnitGoal
from strategikort.domain.links import Link
from strategikort.domain.organisation import Municipality
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id
from tests.storage.desks import desk_of, goals_of, grown, identities, retitled, shrunk

KINDS: tuple[type[Goal], ...] = (PoliticalGoal, CentreGoal, UnitGoal, Effort)


class SomebodyAtWork(RuleBasedStateMachine):
    """One file, one person, one machine that may lose its power at any time."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.home = Path(self.folder.name)
        self.file = self.home / "by.strategikort"
        self.desk = desk_of(self.home)
        self.new_id = identities(7)
        self.session = Session.create(self.file, Document([Municipality(id=self.new_id())]), desk=self.desk)
        self.saved = self.session.document
        self.past: list[Document] = []
        self.future: list[Document] = []

    def do(self, change_set: ChangeSet) -> None:
        if change_set:
            self.past.append(self.session.document)
            self.future.clear()
            self.session.edit(change_set)

    def some_goal(self, data: st.DataObject) -> Goal:
        return data.draw(st.sampled_from(goals_of(self.session.document)))

    @rule(kind=st.sampled_from(KINDS), title=st.text(max_size=12))
    def add_goal(self, kind: type[Goal], title: str) -> None:
        self.do(grown(kind(id=self.new_id(), title=title)))

    @precondition(lambda self: self.session.document.all(Goal))
    @rule(data=st.data())
    def link(self, data: st.DataObject) -> None:
        self.do(grown(Link(id=self.new_id(), lower=self.some_goal(data).id, upper=self.some_goal(data).id)))

    @precondition(lambda self: self.session.document.all(Goal))
    @rule(data=st.data())
    def link_again(self, data: st.DataObject) -> None:
        self.link(data)

    @precondition(lambda self: self.session.document.all(Link))
    @rule(data=st.data())
    def turn_link(self, data: st.DataObject) -> None:
        links = self.session.document.all(Link)
        link = links[Id(data.draw(st.sampled_from(sorted(links))))]
        turned = Link(id=link.id, lower=link.upper, upper=link.lower)
        if turned != link:
            self.do(ChangeSet(phrase("edit.turn"), (Change(link, turned),)))

    @precondition(lambda self: self.session.document.all(Link))
    @rule(data=st.data())
    def cut_link(self, data: st.DataObject) -> None:
        links = self.session.document.all(Link)
        link = links[Id(data.draw(st.sampled_from(sorted(links))))]
        self.do(ChangeSet(phrase("edit.unlink"), (Change(link, None),)))

    @precondition(lambda self: self.session.document.all(Goal))
    @rule(data=st.data(), title=st.text(max_size=12))
    def rename(self, data: st.DataObject, title: str) -> None:
        goal = self.some_goal(data)
        if goal.title != title:
            self.do(retitled(self.session.document, goal, title))

    @precondition(lambda self: self.session.document.all(Goal))
    @rule(data=st.data())
    def remove_goal(self, data: st.DataObject) -> None:
        self.do(shrunk(self.session.document, self.some_goal(data)))

    @rule()
    def undo(self) -> None:
        before = self.session.document
        done = self.session.undo()
        assert (done is not None) == bool(self.past)
        if done is not None:
            self.future.append(before)
            assert self.session.document == self.past.pop()

    @rule()
    def redo(self) -> None:
        before = self.session.document
        done = self.session.redo()
        assert (done is not None) == bool(self.future)
        if done is not None:
            self.past.append(before)
            assert self.session.document == self.future.pop()

    @rule()
    def save(self) -> None:
        assert not self.session.save().conflicts
        self.saved = self.session.document
        assert not self.session.save_state.unsaved

    @rule(save=st.booleans())
    def close_and_open(self, save: bool) -> None:
        self.session.close(save=save)
        self.saved = self.session.document if save else self.saved
        self.reopen(self.saved)
        assert self.session.notices == ()

    @rule()
    def crash_and_open(self) -> None:
        unsaved, document = self.session.save_state.unsaved, self.session.document
        self.session.leave()
        self.reopen(document)
        assert [one.code for one in self.session.notices] == (["notice.recovered"] if unsaved else [])

    def reopen(self, expected: Document) -> None:
        self.session = Session.open(self.file, desk=self.desk)
        assert self.session.document == expected
        self.past.clear()
        self.future.clear()

    @invariant()
    def disk_equals_memory(self) -> None:
        assert self.session.document_on_disk() == self.session.document
        assert read_document(self.file, self.desk) == self.saved

    @invariant()
    def no_link_hangs_loose(self) -> None:
        there = self.session.document.all(Goal)
        assert all(one.lower in there and one.upper in there for one in self.session.document.all(Link).values())

    def teardown(self) -> None:
        if hasattr(self, "session"):
            self.session.close(save=False)
            self.folder.cleanup()


SomebodyAtWork.TestCase.settings = settings(max_examples=5, stateful_step_count=30, deadline=None)
TestSomebodyAtWork = SomebodyAtWork.TestCase
