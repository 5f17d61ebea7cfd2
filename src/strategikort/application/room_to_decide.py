"""*Råderum*: what of an agreement is decided centrally, and what its leader decides, gathered from its goals."""

from collections.abc import Iterator

from strategikort.application.agreements import goals_of
from strategikort.domain.agreements import Agreement, Section
from strategikort.domain.document import Document
from strategikort.domain.goals import DecidedAt
from strategikort.domain.phrases import Phrase, phrase


def room_to_decide(document: Document, agreement: Agreement) -> Iterator[Phrase]:
    """What is fixed and what is free, as sentences; none for an agreement without goals."""
    goals = goals_of(document, agreement)
    if not goals:
        return
    fixed = tuple(goal.title or goal.code for goal in goals if goal.decided_at is DecidedAt.CENTRAL)
    free = len(goals) - len(fixed)
    if fixed:
        yield phrase("room.fixed", list=fixed)
    if free:
        yield phrase("room.free_one" if free == 1 else "room.free", n=free)
    texts = document.grouped(Section, "agreement").get(agreement.id, ())
    sections = tuple(one.heading for one in sorted(texts, key=lambda one: one.position) if one.fixed and one.heading)
    if sections:
        yield phrase("room.texts", list=sections)
