"""From lines that were pasted to goals: which kind each becomes, what it supports, and where it stands on a map."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from strategikort.application.drawing.ground import ROW, STEP, Spot, even_rows
from strategikort.application.listing import Line, levelled
from strategikort.domain.edits.drafts import Draft
from strategikort.domain.goals import GoalKind
from strategikort.domain.links import LinkKind
from strategikort.domain.profile import Profile


def kind_of(line: Line, top: GoalKind, profile: Profile) -> GoalKind:
    """The kind of goal that a line becomes when the lines at the top become ``top``: one lower for each level."""
    levels = profile.levels
    return levels[min(levels.index(top) + line.level, len(levels) - 1)]


def drafts_of(lines: Sequence[Line], top: GoalKind, profile: Profile, *, codes: bool = True) -> list[Draft]:
    """The goals that lines become; each supports the nearest line above it that the model lets it support."""
    drafts: list[Draft] = []
    for place, line in enumerate(lines):
        kind = kind_of(line, top, profile)
        drafts.append(
            Draft(
                kind=kind,
                title=line.title,
                code=line.code if codes else "",
                day=line.day,
                note=line.note,
                upper=_upper(lines, drafts, place, kind, profile),
            )
        )
    return drafts


def _upper(lines: Sequence[Line], drafts: Sequence[Draft], place: int, kind: GoalKind, profile: Profile) -> int | None:
    level = lines[place].level
    for before in range(place - 1, -1, -1):
        if lines[before].level < level:
            level = lines[before].level
            if profile.allows(LinkKind.REALISES, kind, drafts[before].kind) and drafts[before].kind is not kind:
                return before
    return None


def spots_of(drafts: Sequence[Draft], middle: int) -> list[Spot]:
    """Where the goals are wanted: each level in a row around ``middle``, or rows, what belongs together together."""
    sizes = Counter(draft.kind for draft in drafts)
    seen = Counter[GoalKind]()
    spots = []
    for draft in drafts:
        size, place = sizes[draft.kind], seen[draft.kind]
        _, across = even_rows(size)
        spots.append((round(middle + (place % across - across / 2) * STEP), place // across * ROW))
        seen[draft.kind] += 1
    return spots


def moved(lines: Sequence[Line], chosen: Iterable[int], by: int) -> list[Line]:
    """The lines with some of them, and what is below these, further in or out; what cannot be is left."""
    moving = set(chosen)
    levels = [line.level for line in lines]
    shifted, under = [], None
    for place, level in enumerate(levels):
        if under is not None and level <= under:
            under = None
        if place in moving and under is None:
            under = level
        shifted.append(level + by if under is not None else level)
    return [replace(line, level=level) for line, level in zip(lines, levelled(shifted), strict=True)]


def without(lines: Sequence[Line], chosen: Iterable[int]) -> list[Line]:
    """The lines without some of them."""
    gone = set(chosen)
    kept = [line for place, line in enumerate(lines) if place not in gone]
    return [replace(line, level=level) for line, level in zip(kept, levelled([one.level for one in kept]), strict=True)]
