"""The goals of a plan: Goal is the upper of two levels, Objective the lower, and nesting is their link."""

from dataclasses import dataclass
from datetime import date

from strategikort.domain.goals import DecisionStatus, Goal, PoliticalGoal, UnitGoal
from strategikort.domain.links import Link, LinkKind, Strength
from strategikort.domain.shape import Id, room
from strategikort.domain.texts import one_line
from strategikort.exchange.gathering import UNTITLED, headed, poured
from strategikort.exchange.indicators import add_indicator, take_ties, taken_measures, time_of
from strategikort.exchange.markup import Node
from strategikort.exchange.plans import Plan, Tie
from strategikort.exchange.stakeholders import Stakeholders

_TITLE = room(Goal, "title")
_DESCRIPTION = room(Goal, "description")
_CODE = room(Goal, "code")
_NOTE = room(Link, "note")


@dataclass(frozen=True, slots=True)
class _Upper:
    """The goal that another stands in: none for the goals of the first level."""

    id: Id | None = None
    code: str = ""


def take_goals(plan: Plan, core: Node, stakeholders: Stakeholders, published: date | None) -> None:
    """Read all goals and objectives below ``core``, and then the links between them."""
    for number, node in enumerate(core.all("Goal", "Objective"), start=1):
        _take(plan, node, _Upper(), number, stakeholders, published)
    for tie in plan.ties:
        _tie(plan, tie)


def _take(
    plan: Plan, node: Node, upper: _Upper, number: int, stakeholders: Stakeholders, published: date | None
) -> None:
    gathering = plan.gathering
    identity = gathering.new_id()
    said: list[str] = []
    code = _code(plan, node, upper, number, said)
    title = _title(plan, node, code, said)
    plan.identify(node, identity)
    for name in ("Description", "OtherInformation"):
        said += node.take_all(name)
    take_ties(plan, node, identity, title)
    measures = taken_measures(plan, node, identity, title)
    days = time_of(measures, plan)
    named = stakeholders.named_in(node, leads=True)
    said += named.paragraphs
    for place, measure in enumerate(measures):
        rest = add_indicator(plan, measure, identity, days, place)
        said += [rest] if rest else []
    description, rest = poured("\n\n".join(said), _DESCRIPTION)
    goal = Goal(
        id=identity,
        code=code,
        title=title,
        description=description,
        valid_from=days.first,
        valid_to=days.last,
        responsible=named.responsible,
        affects=tuple(named.affects),
    )
    gathering.add(_of_its_kind(plan, goal, node, upper, published))
    if rest:
        plan.section(f"{code} {title}", rest)
    if upper.id:
        link = Link(id=gathering.new_id(), lower=identity, upper=upper.id, strength=Strength.PRIMARY)
        gathering.add(link)
        plan.nested.add((identity, upper.id))
    for place, child in enumerate(node.all("Goal", "Objective"), start=1):
        _take(plan, child, _Upper(identity, code), place, stakeholders, published)


def _of_its_kind(plan: Plan, goal: Goal, node: Node, upper: _Upper, published: date | None) -> Goal:
    shared = {name: getattr(goal, name) for name in _SHARED}
    if node.name == "Goal":
        made: Goal = PoliticalGoal(**shared, decision_status=DecisionStatus.ADOPTED, decided_on=published)
    else:
        made = UnitGoal(**shared, owner=plan.unit.id, agreement=plan.agreement.id)
    return made


_SHARED = ("id", "code", "title", "description", "valid_from", "valid_to", "responsible", "affects")


def _code(plan: Plan, node: Node, upper: _Upper, number: int, said: list[str]) -> str:
    wanted = one_line(node.take("SequenceIndicator"))
    if len(wanted) > _CODE:
        said.append(wanted)
    own = f"{upper.code}.{number}" if upper.code else f"M{number}"
    code = plan.free_code(wanted if 0 < len(wanted) <= _CODE else own, upper.code)
    if wanted and code != wanted:
        plan.gathering.repaired("code", wanted=wanted, code=code, line=str(node.line))
    return code


def _title(plan: Plan, node: Node, code: str, said: list[str]) -> str:
    title, whole = headed(one_line(node.take("Name")), _TITLE)
    if whole:
        said.append(whole)
    if not title:
        plan.gathering.repaired("untitled", element=node.name, line=str(node.line), code=code)
    return title or UNTITLED


_KINDS = {
    "Narrower_Than": (LinkKind.REALISES, False),
    "Broader_Than": (LinkKind.REALISES, True),
    "Peer_To": (LinkKind.COORDINATES, False),
}


def _tie(plan: Plan, tie: Tie) -> None:
    gathering = plan.gathering
    if not tie.referents:
        gathering.unresolved("name_only", goal=tie.title, text=tie.text, line=str(tie.line))
        return
    for referent in tie.referents:
        found = list(dict.fromkeys(plan.bearers.get(referent, ())))
        if len(found) != 1 or tie.kind not in _KINDS:
            code = "unknown_referent" if not found else "doubled_referent" if len(found) > 1 else "no_kind"
            about = "; ".join(part for part in (referent, tie.text) if part)
            gathering.unresolved(code, goal=tie.title, text=about, line=str(tie.line))
            continue
        kind, turned = _KINDS[tie.kind]
        lower, upper = (found[0], tie.goal) if turned else (tie.goal, found[0])
        note, rest = poured(tie.text, _NOTE)
        if rest:
            gathering.skipped("link_text", goal=tie.title, text=rest, line=str(tie.line))
        if kind is LinkKind.REALISES and (lower, upper) in plan.nested:
            continue
        gathering.add(Link(id=gathering.new_id(), kind=kind, lower=lower, upper=upper, note=note))
