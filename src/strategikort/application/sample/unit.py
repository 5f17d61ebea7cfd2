"""One unit of the sample: its people, its agreement, its goals and efforts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from strategikort.application.sample.content import IndicatorWords, TownWords, UnitGoalWords, UnitWords
from strategikort.application.sample.efforts import make_effort
from strategikort.application.sample.records import FIRST, LAST, YEAR, Made, identity, last_day
from strategikort.application.sample.variation import Variation
from strategikort.domain.agreements import (
    Agreement,
    AgreementState,
    Commitment,
    FollowUp,
    FollowUpKind,
    Involvement,
    InvolvementKind,
    Section,
    Signatory,
    SigningMethod,
)
from strategikort.domain.goals import Goal, UnitGoal
from strategikort.domain.measures import Frequency, Indicator, Measurement, YearlyTarget
from strategikort.domain.organisation import OrgKind, OrgUnit, Person, Placement, RoleHolding
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id

SCHOOL_YEAR = date(YEAR - 1, 8, 1), date(YEAR, 7, 31)
LEADERS_SINCE = date(2011, 8, 1)
OWNERS = 3


class UnitMaker:
    """Makes the records of one unit."""

    def __init__(
        self,
        made: Made,
        town: TownWords,
        profile: Profile,
        words: UnitWords,
        variation: Variation,
        *,
        centre: tuple[Id, str],
        chief: Id | None,
    ) -> None:
        self._made, self._town, self._profile, self._words, self._vary = made, town, profile, words, variation
        (self._centre, self._centre_name), self._chief = centre, chief
        self._code = variation.code(words.code)
        self._id = variation.identity("unit", words.code)
        self._agreement = variation.identity("agreement", words.code)
        self._period = SCHOOL_YEAR if "school_year" in words.planted else (FIRST, LAST)
        self._efforts = 0

    def make(self) -> None:
        """Make everything of the unit."""
        words = self._words
        self._made.add(
            OrgUnit(
                id=self._id,
                kind=OrgKind.UNIT,
                name=self._vary.name(words.name),
                code=self._code,
                type=words.type,
                ownership=words.ownership,
                sites=words.sites,
            ),
            Placement(id=self._own("placement"), unit=self._id, parent=self._centre),
        )
        people = self._make_people()
        self._make_agreement(people[0])
        for number, goal in enumerate(words.goal, start=1):
            self._make_goal(goal, number, people)

    def _own(self, *path: object) -> Id:
        return self._vary.identity("unit", self._words.code, *path)

    def _make_people(self) -> list[Id]:
        """The leader and those who carry efforts."""
        titles = next((one for one in self._town.leader_titles if self._words.type in one.types), None)
        leader = titles.leader if titles else "Leder"
        others = titles.owners[:OWNERS] if titles else ()
        people = []
        for number, title in enumerate((leader, *others)):
            person = Person(id=self._own("person", number), name=self._made.next_name(), job_title=title)
            people.append(person.id)
            self._made.add(person)
        changed = "leader_changed" in self._words.planted and not self._vary.is_varied
        until = date(YEAR, 1, 31) if changed else None
        self._made.add(self._holding("leader", people[0], LEADERS_SINCE, until))
        if changed:
            successor = Person(id=self._own("successor"), name=self._made.next_name(), job_title=leader)
            self._made.add(successor, self._holding("successor", successor.id, date(YEAR, 2, 1), None))
        return people

    def _holding(self, name: str, person: Id, since: date, until: date | None) -> RoleHolding:
        return RoleHolding(
            id=self._own("role", name),
            person=person,
            org=self._id,
            role="unit_leader",
            valid_from=since,
            valid_to=until,
        )

    @property
    def _signed_on(self) -> date | None:
        if "unsigned" in self._words.planted and not self._vary.is_varied:
            return None
        first = self._period[0]
        return first + timedelta(days=11 + sum(map(ord, self._code)) % 17)

    def _make_agreement(self, leader: Id) -> None:
        words = self._words
        self._made.add(
            Agreement(
                id=self._agreement,
                org=self._id,
                valid_from=self._period[0],
                valid_to=self._period[1],
                code=f"{self._code}-{YEAR}",
                title=f"{self._profile.words['unit_agreement']:One} {YEAR}",
                state=AgreementState.IN_FORCE if self._signed_on else AgreementState.IN_DIALOGUE,
                budget_amount=words.budget_amount,
                budget_year=YEAR,
                price_level=f"{YEAR}-priser",
            )
        )
        self._made.add(*self._sections(), *self._signatories(leader), *self._involvements())
        for number, promise in enumerate(words.commitment):
            self._made.add(
                Commitment(
                    id=self._own("commitment", number),
                    agreement=self._agreement,
                    title=promise.title,
                    description=promise.description,
                    responsible=self._chief,
                    deadline=last_day(promise.deadline),
                    position=number,
                )
            )
        for kind, key in ((FollowUpKind.MIDYEAR, "midyear_due"), (FollowUpKind.YEAREND, "yearend_due")):
            self._made.add(
                FollowUp(
                    id=self._own("follow up", kind.value),
                    agreement=self._agreement,
                    kind=kind,
                    planned_on=self._profile.wheel_date(key, YEAR),
                )
            )

    def _sections(self) -> Iterator[Section]:
        words, common = self._words, self._town.sections
        texts = {
            "parties": common.parties.format(unit=self._vary.name(words.name), centre=self._centre_name),
            "core_task": words.core_task,
            "budget": words.budget_text,
            "cooperation": words.cooperation,
            "follow_up": common.follow_up,
        }
        for place, section in enumerate(self._profile.sections):
            yield Section(
                id=self._own("section", section.key),
                agreement=self._agreement,
                key=section.key,
                heading=section.heading,
                text=texts.get(section.key, ""),
                position=place,
            )

    def _signatories(self, leader: Id) -> Iterator[Signatory]:
        homes = {"unit": leader, "centre": self._chief}
        for place, party in enumerate(self._profile.signatories):
            yield Signatory(
                id=self._own("signatory", party.role),
                agreement=self._agreement,
                role=party.role,
                person=homes.get(party.of),
                position=place,
                required=party.required,
                signed_on=self._signed_on,
                method=SigningMethod.PAPER if self._signed_on else None,
                evidence="Original hos centret" if self._signed_on else "",
            )

    def _involvements(self) -> Iterator[Involvement]:
        board = self._town.boards.get(self._words.type)
        start = self._period[0] - timedelta(days=52)
        steps = [(InvolvementKind.HEARING, board)] if board else []
        for place, (kind, body) in enumerate([*steps, (InvolvementKind.DISCUSSION, "MED-udvalget")]):
            yield Involvement(
                id=self._own("involvement", place),
                agreement=self._agreement,
                kind=kind,
                body=body,
                sent_on=start,
                due_on=start + timedelta(days=28),
                answered_on=start + timedelta(days=20 + 3 * place + sum(map(ord, self._code)) % 7),
                position=place,
            )

    def _make_goal(self, words: UnitGoalWords, number: int, people: list[Id]) -> None:
        made = self._made
        goal = made.goal(
            UnitGoal(
                id=self._own("goal", number),
                code=f"{self._code}-{number:02d}",
                title=self._vary.title(words.title),
                short_title=words.short_title,
                why=words.why,
                success_criterion=words.success_criterion,
                valid_from=self._period[0],
                valid_to=self._period[1],
                owner=self._id,
                responsible=people[0],
                nature=words.nature,
                origin=words.origin,
                decided_at=words.decided_at,
                affects=tuple(identity("group", group) for group in words.affects),
                agreement=self._agreement,
            )
        )
        made.links(goal, (made.by_key[self._vary.key(key)] for key in words.upper))
        for place, indicator in enumerate(words.indicator):
            self._make_indicator(indicator, goal, number, place)
        for place, effort in enumerate(words.effort, start=1):
            self._efforts += 1
            own = make_effort(effort, self._own("goal", number, "effort", place), self._vary)
            carrier = people[1 + (self._efforts - 1) % (len(people) - 1)] if len(people) > 1 else people[0]
            code = f"{self._code}-I{self._efforts:02d}"
            made.links(made.goal(replace(own, code=code, owner=self._id, responsible=carrier)), [goal])

    def _make_indicator(self, words: IndicatorWords, goal: Goal, number: int, place: int) -> None:
        own = self._own("goal", number, "indicator", place)
        measured = {YEAR - 2: words.baseline, YEAR - 1: words.last}
        self._made.add(
            Indicator(
                id=own,
                goal=goal.id,
                name=words.name,
                definition=words.definition,
                kind=words.kind,
                chain=words.chain,
                unit=words.unit,
                direction=words.direction,
                decimals=words.decimals,
                baseline=words.baseline,
                baseline_on=date(YEAR - 2, 12, 31),
                source=identity("source", words.source),
                collection=words.collection,
                justification=words.justification,
                frequency=Frequency.HALF_YEAR,
                use_for=words.use_for,
                position=place,
            ),
            YearlyTarget(id=identity(own, YEAR), indicator=own, year=YEAR, value=words.target),
            *(
                Measurement(
                    id=identity(own, "measured", year), indicator=own, measured_on=date(year, 12, 31), value=value
                )
                for year, value in measured.items()
            ),
        )
