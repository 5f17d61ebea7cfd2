"""Three people with one file between them, who save in each other's way."""

import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from strategikort.application.problems import FileProblem
from strategikort.application.session import Desk, Session, read_document
from strategikort.domain.links import Link
from tests.storage.desks import STEPS, desk_of, goals_of, grown, retitled, saved_with, shrunk, titles, town


@dataclass
class Clerk:
    """One of three people with a file between them, and everything that she wrote and nobody knowingly replaced."""

    desk: Desk
    session: Session
    wrote: set[str] = field(default_factory=set)


class Office:
    """Three people with one file. Half their saves ignore the marker and go in between another's steps.

    ``heedless`` is the control: everybody puts her file over the others', as a copying tool does.
    """

    def __init__(self, home: Path, seed: int, *, heedless: bool = False) -> None:
        home.mkdir()
        self.home, self.file, self.heedless = home, home / "by.strategikort", heedless
        self.chance = random.Random(seed)
        Session.create(self.file, town(4), desk=desk_of(home, "Maker")).close()
        desks = [desk_of(home, who, patience=0) for who in ("Anna", "Bo", "Carl")]
        self.clerks = [Clerk(desk, Session.open(self.file, desk=desk)) for desk in desks]
        self.listed: set[str] = set()

    def lost(self, rounds: int = 15) -> set[str]:
        """What somebody wrote and nobody can find in the end: neither in the document nor listed."""
        for n in range(rounds):
            clerk = self.chance.choice(self.clerks)
            self.write(clerk, f"{clerk.desk.who} {n}")
            if self.chance.random() < 0.5:
                self.store(clerk, self.chance.choice([one for one in self.clerks if one is not clerk]))
        for clerk in self.clerks:
            self.store(clerk, None)
            clerk.session.close(save=False)
        for clerk in () if self.heedless else (*self.clerks, *self.clerks):
            last = Session.open(self.file, desk=clerk.desk)
            last.close()
            self.listed.update(str(one.theirs) for one in last.conflicts)
        links = read_document(self.file, desk_of(self.home, "Reader")).all(Link).values()
        there = titles(self.file, self.home) | {arrow(link) for link in links}
        return set().union(*(clerk.wrote for clerk in self.clerks)) - there - self.listed

    def write(self, clerk: Clerk, text: str) -> None:
        """Rename a goal, or link two, or remove one with its links: what she sees go is not lost, she meant it."""
        document = clerk.session.document
        goals = goals_of(document)
        goal, doing = self.chance.choice(goals), self.chance.random()
        if doing < 0.2 and len(goals) > 2:
            clerk.session.edit(shrunk(document, goal))
            self.meant({goal.title, *(arrow(link) for link in document.links_of(goal.id))})
        elif doing < 0.5:
            link = Link(id=clerk.desk.new_id(), lower=goal.id, upper=self.chance.choice(goals).id)
            clerk.session.edit(grown(link))
            clerk.wrote.add(arrow(link))
        else:
            clerk.session.edit(retitled(document, goal, text))
            clerk.wrote.add(text)
            self.meant({goal.title})

    def meant(self, gone: set[str]) -> None:
        for one in self.clerks:
            one.wrote -= gone

    def store(self, clerk: Clerk, rival: Clerk | None) -> None:
        moment = self.chance.choice(STEPS)
        rival = rival if self.chance.random() < 0.5 else None

        def between(step: str) -> None:
            if rival is not None and step == moment:
                (self.home / f".{self.file.name}.saving").unlink(missing_ok=True)
                self.store(rival, None)

        if self.heedless:
            own = self.home / f"{clerk.desk.who}.strategikort"
            clerk.session.save_as(own)
            shutil.copyfile(own, self.file)
            return
        try:
            result = saved_with(clerk.session, clerk.desk, between)
        except FileProblem as problem:
            assert problem.code == "file.busy"
        else:
            self.listed.update(str(one.theirs) for one in result.conflicts)


def arrow(link: Link) -> str:
    """What somebody drew: the same arrow drawn by two is one."""
    return f"{link.lower} > {link.upper}"


def test_three_people_with_one_file_lose_nothing_unreported(tmp_path: Path) -> None:
    assert [seed for seed in range(3) if Office(tmp_path / str(seed), seed).lost()] == []


def test_the_search_for_losses_finds_them_when_everybody_saves_over_the_others(tmp_path: Path) -> None:
    assert [seed for seed in range(2) if Office(tmp_path / str(seed), seed, heedless=True).lost()] == [0, 1]


@pytest.mark.long
def test_three_people_with_one_file_lose_nothing_in_many_runs(tmp_path: Path) -> None:
    assert [seed for seed in range(1000, 1300) if Office(tmp_path / str(seed), seed).lost()] == []
