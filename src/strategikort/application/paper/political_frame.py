"""What an agreement stands on: the council's vision, and the goals from above that it supports."""

from strategikort.application.agreements import goals_of
from strategikort.application.drawing.dress import OF_KIND
from strategikort.application.paper.contents import above
from strategikort.application.paper.goal_block import GoalBlocks
from strategikort.application.reading import Reading
from strategikort.cascade.graph import overlap
from strategikort.domain.agreements import Agreement
from strategikort.domain.goals import Goal, GoalKind, VisionElement
from strategikort.domain.organisation import Vision
from strategikort.domain.texts import code_key, folded
from strategikort.reports.model import Frame, Mark, Step


def political_frame(reading: Reading, agreement: Agreement, blocks: GoalBlocks) -> tuple[Frame, ...]:
    """The visions of the agreement's period, then every part of them and every political goal that it supports.

    Where no part of a vision is tied to the agreement, as in a plan from elsewhere, all parts are told with the vision.
    """
    words, document = reading.words, reading.document
    upper = above(document, [goal.id for goal in goals_of(document, agreement)])
    supported = [goal for goal in upper if goal.kind.level <= GoalKind.POLITICAL_GOAL.level]
    intro = words.text("paper.frame" if supported else "paper.no_frame")
    reached = Frame(steps=tuple(blocks.step(goal) for goal in supported), intro=intro)
    apart = not any(goal.kind is GoalKind.VISION_ELEMENT for goal in supported)
    steps: list[Step] = []
    for vision in _visions(reading, agreement):
        steps.append(_step(reading, vision))
        steps += (blocks.step(part) for part in (_parts(reading, vision) if apart else ()))
    return (Frame(steps=tuple(steps), intro=words.text("paper.vision_frame")), reached) if steps else (reached,)


def _visions(reading: Reading, agreement: Agreement) -> list[Vision]:
    found = [
        vision
        for vision in reading.document.all(Vision).values()
        if overlap((vision.valid_from, vision.valid_to), (agreement.valid_from, agreement.valid_to))
    ]
    return sorted(found, key=lambda vision: (str(vision.valid_from or ""), vision.name, vision.id))


def _step(reading: Reading, vision: Vision) -> Step:
    kind = reading.profile.words.get("vision")
    return Step(
        mark=Mark.SQUARE,
        kind=kind.one if kind else "",
        title=vision.name,
        note=reading.words.text("paper.adopted", day=vision.decided_on) if vision.decided_on else "",
        text=vision.text,
        colour=OF_KIND[GoalKind.VISION_ELEMENT],
    )


def _parts(reading: Reading, vision: Vision) -> list[Goal]:
    """The parts of a vision by layer, without one that only says again what the vision says."""
    layers = {layer.key: place for place, layer in enumerate(reading.profile.layers)}
    found = reading.document.grouped(VisionElement, "vision").get(vision.id, ())
    said = folded(vision.text)
    return sorted(
        (part for part in found if part.description or folded(part.title) != said),
        key=lambda part: (layers.get(part.layer, len(layers)), code_key(part.code), part.title, part.id),
    )
