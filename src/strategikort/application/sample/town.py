"""The municipality as a whole: vision, council, political goals, who runs what."""

from dataclasses import replace
from datetime import date

from strategikort.application.sample.content import PoliticalIndicatorWords, PoliticalWords, TownWords
from strategikort.application.sample.records import CARD_STEP, ROW_STEP, SETTLED, Made, identity, place_on
from strategikort.domain.goals import DecidedAt, Origin, PoliticalGoal, VisionElement
from strategikort.domain.maps import MapState, MapSubject, StrategyMap
from strategikort.domain.measures import DataSource, Indicator, Measurement, YearlyTarget
from strategikort.domain.organisation import (
    Committee,
    Municipality,
    Person,
    PolicyArea,
    RoleHolding,
    TargetGroup,
    Vision,
)
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id

A_ROW = 8


def make_town(made: Made, words: TownWords, profile: Profile) -> None:
    """The records that belong to no single centre, centres themselves apart."""
    town = words.municipality
    made.add(
        Municipality(id=identity("municipality"), name=town.name, profile=profile.key, note=town.note),
        Vision(
            id=identity("vision"),
            name=town.vision_name,
            text=town.vision_text,
            valid_from=town.valid_from,
            valid_to=town.valid_to,
            decided_on=town.decided_on,
        ),
    )
    for committee in words.committee:
        made.add(Committee(id=identity("committee", committee.key), name=committee.name, code=committee.code))
    for area in words.policy_area:
        made.add(
            PolicyArea(id=identity("area", area.key), name=area.name, committee=identity("committee", area.committee))
        )
    for group in words.target_group:
        made.add(TargetGroup(id=identity("group", group.key), name=group.name, description=group.description))
    for source in words.data_source:
        made.add(DataSource(id=identity("source", source.key), **source.model_dump(exclude={"key"})))
    _make_officers(made, words)
    _make_elements(made, words)
    for number, goal in enumerate(words.political_goal, start=1):
        _make_political_goal(made, words, goal, number)
    _make_map(made, words)


def _make_officers(made: Made, words: TownWords) -> None:
    for officer in words.officer:
        person = Person(id=identity("officer", officer.name), name=officer.name, job_title=officer.job)
        made.add(person)
        for centre in officer.centres or ("",):
            made.add(
                RoleHolding(
                    id=identity("officer", officer.name, centre),
                    person=person.id,
                    org=identity("centre", centre) if centre else None,
                    role=officer.role,
                    valid_from=SETTLED,
                )
            )


def _make_elements(made: Made, words: TownWords) -> None:
    for number, element in enumerate(words.vision_element, start=1):
        made.goal(
            VisionElement(
                id=identity("element", element.key),
                code=f"V-{number}",
                title=element.title,
                description=element.description,
                layer=element.layer,
                vision=identity("vision"),
                valid_from=words.municipality.valid_from,
                valid_to=words.municipality.valid_to,
                origin=Origin.COMMON,
                decided_at=DecidedAt.CENTRAL,
            ),
            element.key,
        )


def political_goal(words: PoliticalWords, code: str) -> PoliticalGoal:
    """A political goal as its words have it, from its decision until it lapsed."""
    return PoliticalGoal(
        id=identity("political", words.key),
        code=code,
        title=words.title,
        short_title=words.short_title,
        description=words.description,
        why=words.why,
        success_criterion=words.success_criterion,
        type=words.type,
        policy_area=identity("area", words.policy_area),
        committee=identity("committee", words.committee),
        decided_on=words.decided_on,
        decided_by=words.decided_by,
        decision_case=words.case,
        decision_status=words.status,
        responsible_centres=tuple(identity("centre", centre) for centre in words.responsible),
        cross_cutting=words.cross_cutting,
        valid_from=words.decided_on,
        valid_to=words.lapsed_on,
        origin=Origin.COMMON,
        decided_at=DecidedAt.CENTRAL,
    )


def _make_political_goal(made: Made, words: TownWords, goal: PoliticalWords, number: int) -> None:
    told = political_goal(goal, f"POL-{number:02d}")
    first, last = told.valid_from or words.municipality.valid_from, told.valid_to or words.municipality.valid_to
    political = made.goal(replace(told, valid_from=first, valid_to=last), goal.key)
    made.links(political, (made.by_key[key] for key in goal.upper))
    for place, indicator in enumerate(goal.indicator):
        _make_indicator(made, indicator, political.id, goal.key, place)


def _make_indicator(made: Made, words: PoliticalIndicatorWords, goal: Id, key: str, place: int) -> None:
    own = identity("political", key, "indicator", place)
    made.add(
        Indicator(
            id=own,
            goal=goal,
            baseline_on=date(words.baseline_year, 12, 31) if words.baseline_year else None,
            source=identity("source", words.source),
            position=place,
            **words.model_dump(exclude={"baseline_year", "last", "targets", "source"}),
        )
    )
    for target in words.targets:
        made.add(YearlyTarget(id=identity(own, target.year), indicator=own, year=target.year, value=target.value))
    for result in words.last:
        made.add(
            Measurement(
                id=identity(own, "measured", result.year),
                indicator=own,
                measured_on=date(result.year, 12, 31),
                value=result.value,
            )
        )


def _make_map(made: Made, words: TownWords) -> None:
    town = words.municipality
    own = identity("map", "vision")
    made.add(
        StrategyMap(
            id=own,
            title=town.vision_name,
            subject=MapSubject.VISION,
            valid_from=town.valid_from,
            valid_to=town.valid_to,
            state=MapState.IN_FORCE,
        )
    )
    place_vision(made, words, own)
    for number, goal in enumerate(words.political_goal):
        spot = number % A_ROW * CARD_STEP, number // A_ROW * ROW_STEP
        made.add(place_on(own, made.by_key[goal.key].id, *spot))


def place_vision(made: Made, words: TownWords, on: Id) -> None:
    """Put the vision elements on a map, each layer in a row of its own."""
    layers = list(dict.fromkeys(element.layer for element in words.vision_element))
    for layer in layers:
        elements = [element for element in words.vision_element if element.layer == layer]
        for across, element in enumerate(elements):
            goal = made.by_key[element.key].id
            made.add(place_on(on, goal, across * CARD_STEP, layers.index(layer) * ROW_STEP))
