"""What two parties agree on when they sign: the records that signing makes final, and a mark of them."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Final

from strategikort.domain.agreements import Agreement, Commitment, Section
from strategikort.domain.document import Document
from strategikort.domain.goals import Effort, Goal, UnitGoal
from strategikort.domain.kinds import kind_name
from strategikort.domain.links import Link
from strategikort.domain.measures import Indicator, YearlyTarget
from strategikort.domain.plain import plain
from strategikort.domain.shape import Id, Record, fields_of

_GOES_ON: Final[Mapping[type[Record], frozenset[str]]] = {
    Agreement: frozenset(
        {"state", "version", "content_hash", "case_number", "kle_number", "filed_on", "public"}
        | {"approved_on", "approved_by", "cancelled_why"}
    ),
    Section: frozenset({"fixed"}),
    UnitGoal: frozenset({"state"}),
    Effort: frozenset({"state", "progress"}),
    Link: frozenset({"seen_title", "seen_words", "seen_from", "seen_to", "created_by", "created_at"}),
}
"""Fields that live on after signing: where things stand, and where the paper is filed."""


def agreed_records(document: Document, agreement: Agreement) -> Iterator[Record]:
    """The records that make up what is agreed.

    The agreement, its texts and promises, its goals with their links up, the efforts directly under these, indicators
    and targets. Follow-ups, results and signatures come after.
    """
    yield agreement
    for kind in (Section, Commitment):
        yield from document.grouped(kind, "agreement").get(agreement.id, ())
    for goal in document.grouped(UnitGoal, "agreement").get(agreement.id, ()):
        yield goal
        yield from document.links_up(goal.id)
        for one in document.grouped(Indicator, "goal").get(goal.id, ()):
            yield one
            yield from document.grouped(YearlyTarget, "indicator").get(one.id, ())
        for link in document.links_down(goal.id):
            effort = document.get(Goal, link.lower)
            if isinstance(effort, Effort):
                yield effort


def agreements_with(document: Document, record: Record) -> frozenset[Id]:
    """The agreements that ``record`` is agreed on in, as `agreed_records` tells; itself if it is one.

    Cost: the links up of an effort; otherwise a look or two.
    """
    found: Record | None = record
    if isinstance(found, YearlyTarget):
        found = document.get(Indicator, found.indicator)
    if isinstance(found, Indicator):
        found = document.get(Goal, found.goal)
    if isinstance(found, Link):
        ends = (document.get(Goal, found.lower), document.get(Goal, found.upper))
        return frozenset(one.agreement for one in ends if isinstance(one, UnitGoal) and one.agreement)
    if isinstance(found, Effort):
        goals = (document.get(UnitGoal, above.upper) for above in document.links_up(found.id))
        return frozenset(goal.agreement for goal in goals if goal and goal.agreement)
    if isinstance(found, Agreement):
        return frozenset([found.id])
    if isinstance(found, UnitGoal | Section | Commitment) and found.agreement:
        return frozenset([found.agreement])
    return frozenset()


def content_hash(document: Document, agreement: Agreement) -> str:
    """The SHA-256 of what is agreed, 64 digits, whatever the order of the records.

    It is over records and not over the paper, whose check code (`application/paper/contents.py`) also changes with the
    language, the model's words and what is followed up: what two parties agree on stays the same then.
    """
    records = agreed_records(document, agreement)
    rows = sorted(json.dumps(_said(one), ensure_ascii=False, sort_keys=True) for one in records)
    return hashlib.sha256("\n".join(rows).encode("utf-8", "surrogatepass")).hexdigest()


def _said(record: Record) -> Mapping[str, object]:
    goes_on = _GOES_ON.get(type(record), frozenset())
    names = (field.name for field in fields_of(type(record)) if field.name not in goes_on)
    return {"kind": kind_name(record), **{name: plain(getattr(record, name)) for name in names}}
