"""What everything in one imported plan belongs to, and where texts go on that are too long for their field."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from strategikort.domain.agreements import Agreement, Section
from strategikort.domain.goals import Goal
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.shape import Id, room
from strategikort.exchange.gathering import Gathering, headed, poured
from strategikort.exchange.markup import Node
from strategikort.exchange.periods import Span

_SECTION = room(Section, "text")
_HEADING = room(Section, "heading")


@dataclass(slots=True, kw_only=True)
class Tie:
    """A link as the document writes it, kept until all goals are known: ``goal`` is where it stands."""

    goal: Id
    title: str
    kind: str
    names: tuple[str, ...]
    referents: tuple[str, ...]
    text: str
    line: int


@dataclass(slots=True, kw_only=True)
class Plan:
    """The plan that is being read: its unit, its agreement, its days, and what waits for the end.

    ``bearers`` gives the goals by the document's identifiers: a doubled one has several, an indicator's is its goal.
    ``replaced`` counts those identifiers, as each gives way to one of the program's own. ``nested`` are the links
    (lower, upper) that nesting has given already.
    """

    gathering: Gathering
    unit: OrgUnit
    agreement: Agreement
    span: Span
    position: int
    bearers: dict[str, list[Id]] = field(default_factory=lambda: defaultdict(list))
    codes: set[str] = field(default_factory=set)
    ties: list[Tie] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    replaced: int = 0
    nested: set[tuple[Id, Id]] = field(default_factory=set)

    @property
    def last_day(self) -> date:
        """The day that counts for a result without one: the last of the plan, or of the agreement."""
        return self.span.last or self.agreement.valid_to

    def identify(self, node: Node, goal: Id | None = None) -> None:
        """Take the identifier of an element; one that was seen before is told, and never joins two elements."""
        for child in node.all("Identifier", "id"):
            if not child.text or child.taken:
                continue
            child.taken = True
            if child.text in self.seen:
                self.gathering.repaired("id_twice", id=child.text, element=node.name, line=str(child.line))
            self.seen.add(child.text)
            self.replaced += 1
            if goal is not None:
                self.bearers[child.text].append(goal)

    def free_code(self, wanted: str, upper: str) -> str:
        """A code that the plan has not used: ``wanted``, or else with the code of the goal above before it."""
        most = room(Goal, "code")
        for code in (wanted, f"{upper}.{wanted}" if upper else "", f"{self.unit.code}-{wanted}"):
            if code and len(code) <= most and code not in self.codes:
                self.codes.add(code)
                return code
        number = 1
        while (code := f"{upper or self.unit.code[:6]}.{number}"[-most:]) in self.codes:
            number += 1
        self.codes.add(code)
        return code

    def section(self, heading: str, text: str) -> None:
        """Put a text that has no other room into the agreement, under a heading of its own."""
        title, whole = headed(heading, _HEADING)
        text = "\n\n".join(part for part in (whole, text) if part)
        while text:
            part, text = poured(text, _SECTION)
            self.gathering.add(
                Section(
                    id=self.gathering.new_id(),
                    agreement=self.agreement.id,
                    heading=title,
                    text=part,
                    position=self.position,
                )
            )
            self.position += 1
