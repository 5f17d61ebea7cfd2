"""StratML, Part 1 and Part 2: strategic plans and performance reports (ISO 17469), read as they are found in the world.

The organisation becomes a unit, and the plan its agreement: goals are political goals, objectives the unit's goals
under them, vision, mission and values elements of the vision. Every text gets a place or is told.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from strategikort.domain.agreements import Agreement, Section
from strategikort.domain.document import Document
from strategikort.domain.edits.refusal import NewId
from strategikort.domain.goals import Goal, VisionElement
from strategikort.domain.measures import DataSource
from strategikort.domain.organisation import Municipality, OrgUnit, Vision
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id, Record, room
from strategikort.domain.texts import folded, one_line
from strategikort.exchange.gathering import UNTITLED, Gathering, headed, poured
from strategikort.exchange.markup import Node, read_markup
from strategikort.exchange.periods import taken_day, taken_span
from strategikort.exchange.plans import Plan
from strategikort.exchange.results import Imported, refused
from strategikort.exchange.stakeholders import Stakeholders
from strategikort.exchange.stratml_goals import take_goals
from strategikort.exchange.vocabulary import IDENTIFIERS, is_stratml

MOST_LOST: Final = 0.1
"""Which part of a document's texts may be without a place; above it the document is refused."""

_NAME = room(Municipality, "name")
_CODE = room(OrgUnit, "code")
_FRAME_KEYS = ("core_task", "parties"), ("political_frame",)


def read_stratml(source: Path, document: Document, *, profile: Profile, new_id: NewId, year: int) -> Imported:
    """What the StratML document at ``source`` brings into ``document``. ``year`` stands in where it names no days.

    Raises:
        ImportProblem: not well-formed, with a document type, Part 3.5, a foreign vocabulary, or over a tenth of its
            texts without a place.
    """
    root = read_markup(source)
    gathering = Gathering(document, profile=profile, new_id=new_id, file=source.name)
    is_stratml(root, gathering)
    _clean(root, gathering)
    total = _texts(root)
    core = root.first("StrategicPlanCore") or root
    plan, about = _frame(gathering, root, core, year)
    stakeholders = Stakeholders(gathering)
    _organisations(plan, core, stakeholders, about)
    administration = root.first("AdministrativeInformation")
    published = taken_day(administration, "PublicationDate", gathering) if administration else None
    _vision(plan, core, about.title)
    _origin(plan, root, about)
    take_goals(plan, core, stakeholders, published)
    about.close(plan)
    if plan.replaced:
        gathering.repaired("identifiers", n=plan.replaced)
    _tell_of_what_is_left(gathering, root, total)
    return gathering.imported()


class _About:
    """What the document says about itself and its organisation, until the agreement's sections are known."""

    def __init__(self, title: str, parts: list[Record]) -> None:
        self.title = title
        self.organisation: list[str] = []
        self.plan: list[str] = []
        self.name = title
        self._parts = parts

    def close(self, plan: Plan) -> None:
        """Put the texts into the profile's sections that ask for them, and what is over into sections of its own."""
        told = ((self.organisation, _FRAME_KEYS[0], self.name), (self.plan, _FRAME_KEYS[1], self.title))
        for paragraphs, keys, heading in told:
            text = "\n\n".join(paragraphs)
            keyed = {one.key: place for place, one in enumerate(self._parts) if isinstance(one, Section)}
            place = next((keyed[key] for key in keys if key in keyed), -1)
            section = self._parts[place] if place >= 0 else None
            if text and isinstance(section, Section):
                part, text = poured(text, room(Section, "text"))
                self._parts[place] = replace(section, text=part)
            if text:
                plan.section(heading, text)
        for record in self._parts:
            plan.gathering.add(record)


def _clean(root: Node, gathering: Gathering) -> None:
    for node in root.walk():
        node.text = gathering.clean(node.text)


def _texts(root: Node) -> list[str]:
    return [node.text for node in root.walk() if node.text and node.name not in IDENTIFIERS]


def _frame(gathering: Gathering, root: Node, core: Node, year: int) -> tuple[Plan, _About]:
    organisation = core.first("Organization")
    name = one_line(organisation.take("Name")) if organisation else ""
    title = one_line(root.take("Name"))
    if not name:
        gathering.repaired("unnamed_organisation", name=title or UNTITLED)
    short, whole = headed(name or title or UNTITLED, _NAME)
    gathering.municipality(short)
    span = taken_span(root.first("AdministrativeInformation"), gathering).in_order()
    start = span.first or span.last
    year = start.year if start else year
    acronym = one_line(organisation.take("Acronym")) if organisation else ""
    unit = _unit(gathering, short, acronym)
    agreement, parts = gathering.agreement(unit, year)
    about = _About(title or UNTITLED, parts)
    about.name = short
    heading, long_title = headed(title, room(Agreement, "title"))
    about.plan += [long_title] if long_title else []
    about.organisation += [whole] if whole else []
    about.organisation += [acronym] if acronym not in ("", unit.code) else []
    if gathering.document.get(Agreement, agreement.id) is None:
        first, last = gathering.profile.period(year)
        start = span.first or min(first, span.last or first)
        end = span.last or max(last, start)
        title = heading or agreement.title
        agreement = gathering.add(replace(agreement, title=title, valid_from=start, valid_to=end))
    elif title:
        about.plan.insert(0, title)
    position = sum(isinstance(one, Section) for one in (*parts, *gathering.document.all(Section).values()))
    plan = Plan(gathering=gathering, unit=unit, agreement=agreement, span=span, position=position)
    plan.codes.update(goal.code for goal in gathering.document.all(Goal).values())
    return plan, about


def _unit(gathering: Gathering, name: str, acronym: str) -> OrgUnit:
    units = gathering.document.all(OrgUnit).values()
    for unit in units:
        if folded(unit.name) == folded(name):
            return unit
    codes = {unit.code for unit in units}
    initials = "".join(word[0] for word in name.split() if word[0].isalnum()).upper()
    wanted = acronym if 0 < len(acronym) <= _CODE else initials[:8] or "ENHED"
    code, number = wanted, 1
    while code in codes:
        number += 1
        code = f"{wanted[: _CODE - 3]}-{number}"
    return gathering.add(OrgUnit(id=gathering.new_id(), name=name, code=code))


def _organisations(plan: Plan, core: Node, stakeholders: Stakeholders, about: _About) -> None:
    for number, node in enumerate(core.all("Organization")):
        plan.identify(node)
        if number:
            named = (one_line(node.take("Name")), one_line(node.take("Acronym")))
            about.organisation += [" – ".join(part for part in named if part)]
        about.organisation += node.take_all("Description")
        about.organisation += stakeholders.named_in(node, leads=False).paragraphs
    about.organisation = [text for text in about.organisation if text]


def _vision(plan: Plan, core: Node, title: str) -> None:
    gathering = plan.gathering
    found = list(_statements(plan, core))
    if not found:
        return
    layers = {layer.key for layer in gathering.profile.layers}
    text = "\n\n".join(said for layer, name, said in found if layer == "vision")
    vision = gathering.add(
        Vision(
            id=gathering.new_id(),
            name=headed(title, room(Vision, "name"))[0],
            text=poured(text, room(Vision, "text"))[0],
            valid_from=plan.span.first,
            valid_to=plan.span.last,
        )
    )
    for number, (layer, name, said) in enumerate(found, start=1):
        _element(plan, vision.id, layer if layer in layers else "", name, said, f"V{number}")


def _statements(plan: Plan, core: Node) -> Iterator[tuple[str, str, str]]:
    for element, layer in (("Mission", "mission"), ("Vision", "vision"), ("Value", "characteristic")):
        for node in core.all(element):
            plan.identify(node)
            name = one_line(node.take("Name"))
            said = "\n\n".join(node.take_all("Description"))
            if name or said:
                yield layer, name, said


def _element(plan: Plan, vision: Id, layer: str, name: str, said: str, code: str) -> None:
    title, whole = headed(name or one_line(said), room(Goal, "title"))
    description = "\n\n".join(part for part in (whole if name else "", said if name or whole else "") if part)
    description, rest = poured(description, room(Goal, "description"))
    plan.gathering.add(
        VisionElement(
            id=plan.gathering.new_id(),
            code=plan.free_code(code, ""),
            title=title,
            description=description,
            vision=vision,
            layer=layer,
            valid_from=plan.span.first,
            valid_to=plan.span.last,
        )
    )
    if rest:
        plan.section(title, rest)


def _origin(plan: Plan, root: Node, about: _About) -> None:
    """Keep where the document comes from, who entered it, and what it says about itself."""
    for name in ("Description", "OtherInformation"):
        about.plan += root.take_all(name)
    plan.identify(root)
    homes = [one for one in (root.first("AdministrativeInformation"), root) if one]
    owner: list[str] = []
    link = key = ""
    for home in homes:
        for submitter in home.all("Submitter"):
            plan.identify(submitter)
            owner += _contact(submitter)
    if homes[0] is not root:
        link = one_line(homes[0].take("Source"))
        key = next((one.text for one in homes[0].all("Identifier") if one.text), "")
        plan.identify(homes[0])
    if not (owner or link):
        return
    if len(link) > room(DataSource, "link"):
        about.plan.append(link)
        link = ""
    named, rest = poured(", ".join(owner), room(DataSource, "owner"))
    about.plan += [rest] if rest else []
    plan.gathering.add(
        DataSource(
            id=plan.gathering.new_id(),
            name=headed(about.title, room(DataSource, "name"))[0],
            owner=named,
            link=link,
            measure_key=key if len(key) <= room(DataSource, "measure_key") else "",
        )
    )


def _contact(node: Node) -> list[str]:
    name = [one_line(node.take("GivenName", "FirstName")), one_line(node.take("Surname", "LastName"))]
    parts = [" ".join(part for part in name if part), node.take("PhoneNumber"), node.take("EmailAddress")]
    return [part for part in parts if part]


def _tell_of_what_is_left(gathering: Gathering, root: Node, total: list[str]) -> None:
    left = [node for node in root.walk() if node.text and not node.taken]
    lost = [node.text for node in left if node.name not in IDENTIFIERS]
    for node in left:
        gathering.skipped("text", element=node.name, line=str(node.line), text=node.text)
    characters = sum(map(len, lost)) / max(1, sum(map(len, total)))
    if len(lost) > MOST_LOST * len(total) or characters > MOST_LOST:
        share = max(characters, len(lost) / max(1, len(total)))
        first = next(node for node in left if node.name not in IDENTIFIERS)
        raise refused(
            "too_much_lost",
            file=gathering.file,
            percent=round(100 * share),
            element=first.name,
            line=str(first.line),
        )
