"""A small town that many tests begin with."""

from strategikort.domain.edits import agreements
from strategikort.domain.goals import GoalKind
from strategikort.domain.organisation import OrgKind
from tests.domain.test_edits import PROFILE, Town


def small_town() -> Town:
    """A centre with a school and its agreement, a thread from the vision to an effort, and one loose goal."""
    town = Town()
    centre = town.org(OrgKind.CENTRE, "Center for Skoler", "DS")
    school = town.org(OrgKind.UNIT, "Strandskolen", "DS-S1", centre)
    made = agreements.add_agreement(town.document, profile=PROFILE, new_id=town.new_id, unit=school, year=2015)
    paper = town.do(made).changes[0].record.id
    vision = town.goal(GoalKind.VISION_ELEMENT, "Sammen om løsninger", layer="vision")
    one = town.goal(GoalKind.POLITICAL_GOAL, "Flere familier flytter til", under=vision)
    other = town.goal(GoalKind.POLITICAL_GOAL, "Alle unge får en uddannelse", under=vision)
    upper = town.goal(GoalKind.CENTRE_GOAL, "Flere vælger skolen", under=one, owner=centre)
    town.link(upper, other)
    goal = town.goal(GoalKind.UNIT_GOAL, "Flere starter hos os", under=upper, agreement=paper)
    town.goal(GoalKind.EFFORT, "Åbent hus med dagtilbuddene", under=goal)
    town.goal(GoalKind.UNIT_GOAL, "Ny legeplads", agreement=paper)
    return town
