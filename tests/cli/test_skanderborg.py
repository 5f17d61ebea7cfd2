"""A municipality whose model has tracks and no centre level does the whole main job: new, goals, check, papers."""

from pathlib import Path

from strategikort.application.profiles import load_profile
from strategikort.application.session import Session
from strategikort.domain.edits import agreements, goals, organisation
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import DecisionStatus, GoalKind, PoliticalGoal, UnitGoal
from strategikort.domain.organisation import OrgKind
from strategikort.domain.shape import Id
from tests.cli.conftest import Command
from tests.storage.desks import desk_of

PROFILE = load_profile("skanderborg")


def filled(file: Path, state: Path) -> None:
    """Write a contract with one goal in each track, each supporting a guiding mark."""
    desk = desk_of(state)
    session = Session.open(file, desk=desk)

    def add(kind: GoalKind, title: str, under: Id | None = None, agreement: Id | None = None) -> Id:
        made = goals.add_goal(
            session.document,
            profile=PROFILE,
            new_id=desk.new_id,
            kind=kind,
            title=title,
            under=under,
            agreement=agreement,
        )
        session.edit(made)
        return made.changes[0].record.id

    def org(kind: OrgKind, name: str, code: str, parent: Id | None = None) -> Id:
        made = organisation.add_org(
            session.document, new_id=desk.new_id, kind=kind, name=name, code=code, parent=parent
        )
        session.edit(made)
        return made.changes[0].record.id

    area = org(OrgKind.CENTRE, "Børn og Unge", "BU")
    school = org(OrgKind.UNIT, "Søbyskolen", "BU-S1", area)
    made = agreements.add_agreement(session.document, profile=PROFILE, new_id=desk.new_id, unit=school, year=2015)
    session.edit(made)
    contract = made.changes[0].record.id
    vision = add(GoalKind.VISION_ELEMENT, "Mennesker møder hinanden")
    mark = add(GoalKind.POLITICAL_GOAL, "Alle børn er en del af et fællesskab", vision)
    for name, value in (("type", "guiding_mark"), ("decision_status", DecisionStatus.ADOPTED)):
        session.edit(set_field(session.document, PoliticalGoal, mark, name, value))
    for column in PROFILE.columns:
        goal = add(GoalKind.UNIT_GOAL, f"Mål om {column.name.lower()}", mark, contract)
        session.edit(set_field(session.document, UnitGoal, goal, "theme", column.key))
        add(GoalKind.EFFORT, f"Indsats for {column.name.lower()}", goal)
    session.close()


def test_goals_in_three_tracks_are_checked_and_printed_in_the_words_of_the_model(
    command: Command, tmp_path: Path
) -> None:
    file, folder = tmp_path / "by.strategikort", tmp_path / "kontrakter"
    assert command("new", file, "--profile", "skanderborg", "--name", "Søby Kommune").code == 0
    filled(file, tmp_path / "state")
    checked = command("check", file)
    assert checked.code in (0, 1)
    assert "centermål" not in checked.out.lower()
    assert "decentral" not in checked.out.lower()
    traced = command("trace", file, "BU-S1-01")
    assert traced.code == 0
    assert "Alle børn er en del af et fællesskab" in traced.out
    printed = command("print", file, "--all", "-o", folder)
    assert printed.code == 0, printed.err
    (paper,) = folder.rglob("*.pdf")
    assert paper.read_bytes().startswith(b"%PDF")
