"""One centre of the sample: its goals, its map, its units."""

from dataclasses import replace
from datetime import date

from strategikort.application.sample.content import CentreGoalWords, CentreWords, TownWords
from strategikort.application.sample.efforts import make_effort
from strategikort.application.sample.records import FIRST, YEAR, Made, identity
from strategikort.application.sample.town import STEP
from strategikort.application.sample.unit import UnitMaker
from strategikort.application.sample.variation import Variation
from strategikort.domain.goals import CentreGoal, DecidedAt, Nature, Origin
from strategikort.domain.links import LinkKind
from strategikort.domain.maps import MapPlace, MapState, StrategyMap
from strategikort.domain.organisation import OrgKind, OrgUnit, Person, RoleHolding
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id

MAP_LAST = date(YEAR + 1, 12, 31)
_POLES = {
    "finansiel": "financial",
    "ikke-finansiel": "non_financial",
    "resultat": "result",
    "indsats": "effort",
    "borger": "citizen",
    "medarbejder": "employee",
    "nutid": "present",
    "fremtid": "future",
}


class CentreMaker:
    """Makes the records of one centre, in its own shape or in a varied one for larger municipalities."""

    def __init__(
        self, made: Made, town: TownWords, profile: Profile, words: CentreWords, variation: Variation, place: int
    ) -> None:
        self._made, self._town, self._profile, self._words = made, town, profile, words
        self._vary, self._place = variation, place
        self.code = variation.code(words.centre.code)
        self.id = variation.identity("centre", words.centre.code)
        self.chief: Id | None = None
        self._efforts = 0

    def make(self, *, most: int | None = None) -> None:
        """Make the centre with its goals and units; no further unit is begun once there are ``most`` goals."""
        made, words = self._made, self._words
        name = self._vary.name(words.centre.name)
        made.add(
            OrgUnit(
                id=self.id,
                kind=OrgKind.CENTRE,
                name=name,
                code=self.code,
                type="center",
                has_agreement=False,
                position=self._place,
            )
        )
        self._make_chief()
        for number, goal in enumerate(words.centre_goal, start=1):
            self._make_goal(goal, number)
        self._make_map()
        for unit in words.unit:
            if most is not None and made.goals >= most:
                return
            UnitMaker(
                made, self._town, self._profile, unit, self._vary, centre=(self.id, name), chief=self.chief
            ).make()

    def _make_chief(self) -> None:
        if not self._vary.is_varied:
            officers = [one for one in self._town.officer if one.role == "centre_chief"]
            officer = next(one for one in officers if self._words.centre.code in one.centres)
            self.chief = identity("officer", officer.name)
            return
        self.chief = self._vary.identity("chief", self._words.centre.code)
        self._made.add(
            Person(id=self.chief, name=self._made.next_name(), job_title="Centerchef"),
            RoleHolding(
                id=self._vary.identity("chief", self._words.centre.code, "role"),
                person=self.chief,
                org=self.id,
                role="centre_chief",
                valid_from=date(2012, 1, 1),
            ),
        )

    def _make_goal(self, words: CentreGoalWords, number: int) -> None:
        made = self._made
        goal = made.goal(
            CentreGoal(
                id=self._vary.identity("centre goal", words.key),
                code=f"{self.code}-{number:02d}",
                title=self._vary.title(words.title),
                short_title=words.short_title,
                why=words.why,
                success_criterion=words.success_criterion,
                valid_from=FIRST,
                valid_to=MAP_LAST,
                owner=self.id,
                responsible=self.chief,
                nature=Nature.DEVELOPMENT,
                origin=Origin.COMMON,
                decided_at=DecidedAt.CENTRAL,
                balance=tuple(_POLES[pole] for pole in words.balance),
                affects=tuple(identity("group", group) for group in words.affects),
            ),
            self._vary.key(words.key),
        )
        made.links(goal, (made.by_key[key] for key in words.upper))
        for place, effort in enumerate(words.effort, start=1):
            self._efforts += 1
            own = make_effort(effort, self._vary.identity("centre goal", words.key, "effort", place), self._vary)
            code = f"{self.code}-I{self._efforts:02d}"
            made.links(made.goal(replace(own, code=code, owner=self.id, responsible=self.chief)), [goal])

    def _make_map(self) -> None:
        words, own = self._words, self._vary.identity("map", self._words.centre.code)
        self._made.add(
            StrategyMap(
                id=own,
                title=self._vary.name(words.centre.map_title),
                centre=self.id,
                valid_from=FIRST,
                valid_to=MAP_LAST,
                state=MapState.IN_FORCE,
            )
        )
        for place, goal in enumerate(words.centre_goal):
            stands = self._made.by_key[self._vary.key(goal.key)]
            self._made.add(MapPlace(id=identity(own, stands.id), map=own, goal=stands.id, x=place * STEP, y=0))
        for cause in words.causes:
            lower, upper = (self._made.by_key[self._vary.key(key)] for key in (cause.lower, cause.upper))
            self._made.link(lower, upper, LinkKind.CAUSES)
