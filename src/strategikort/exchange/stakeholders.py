"""Those whom a plan names beside its goals: who answers for them, who notices the difference, who does the work."""

from dataclasses import dataclass, field

from strategikort.domain.organisation import Person, TargetGroup
from strategikort.domain.shape import Id, room
from strategikort.domain.texts import folded, one_line
from strategikort.exchange.gathering import Gathering
from strategikort.exchange.markup import Node

_NAME = room(Person, "name")
_JOB = room(Person, "job_title")
_GROUP = room(TargetGroup, "description")


@dataclass(slots=True)
class Named:
    """What the stakeholders of one element come to; ``paragraphs`` is what no other field holds."""

    responsible: Id | None = None
    affects: list[Id] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Part:
    """One role that a stakeholder plays."""

    name: str
    description: str
    types: tuple[str, ...]

    def written(self) -> str:
        text = ": ".join(part for part in (self.name, self.description) if part)
        types = ", ".join(self.types)
        return f"{text} ({types})" if text and types else text or types


class Stakeholders:
    """The people and target groups of one import: each name is one record, those of the document included."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        document = gathering.document
        self._people = {folded(one.name): one for one in document.all(Person).values()}
        self._groups = {folded(one.name): one.id for one in document.all(TargetGroup).values()}

    def named_in(self, node: Node, *, leads: bool) -> Named:
        """Read the stakeholders of an element. With ``leads`` the first person of it answers for the goal."""
        named = Named()
        for one in node.all("Stakeholder"):
            name = one_line(one.take("Name"))
            description = one.take("Description")
            roles = [_role(child) for child in one.all("Role")]
            roles = [role for role in roles if role.written()]
            if not name and not description and not roles:
                continue
            if not name:
                named.paragraphs.append(_line("", description, roles))
            elif one.attributes.get("StakeholderTypeType") == "Person":
                self._person(named, name, description, roles, leads=leads)
            else:
                self._others(named, name, description, roles)
        return named

    def person(self, name: str, *, job_title: str = "", email: str = "") -> Person:
        """The person of this name; a new one gets the job title and the address."""
        key = folded(name)
        if key not in self._people:
            made = Person(id=self._gathering.new_id(), name=name, job_title=job_title, email=email)
            self._people[key] = self._gathering.add(made)
        return self._people[key]

    def _person(self, named: Named, name: str, description: str, roles: list[_Part], *, leads: bool) -> None:
        if len(name) > _NAME:
            named.paragraphs.append(_line(name, description, roles))
            return
        person = self.person(name, job_title=description if len(description) <= _JOB else "")
        told = person.job_title == description and not roles
        if leads and named.responsible is None:
            named.responsible = person.id
        else:
            told = False
        if not told:
            named.paragraphs.append(_line(name, description, roles))

    def _others(self, named: Named, name: str, description: str, roles: list[_Part]) -> None:
        types = {kind for role in roles for kind in role.types}
        if types == {"Performer"} or len(name) > _NAME:
            named.paragraphs.append(_line(name, description, roles))
            return
        fits = len(description) <= _GROUP
        key = folded(name)
        if key not in self._groups:
            made = TargetGroup(id=self._gathering.new_id(), name=name, description=description if fits else "")
            self._groups[key] = self._gathering.add(made).id
            told = fits
        else:
            told = not description
        if self._groups[key] not in named.affects:
            named.affects.append(self._groups[key])
        if roles or not told:
            named.paragraphs.append(_line(name, description, roles))


def _role(node: Node) -> _Part:
    name, description = one_line(node.take("Name")), node.take("Description")
    return _Part(name, description, tuple(node.take_all("RoleType")))


def _line(name: str, description: str, roles: list[_Part]) -> str:
    said = "; ".join(part for part in (description, *(role.written() for role in roles)) if part)
    return " – ".join(part for part in (name, said) if part)
