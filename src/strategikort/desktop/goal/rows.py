"""Which fields of a goal stand where in its panel: those that matter first, the others under *Mere om målet*."""

from collections.abc import Mapping
from typing import Final

from strategikort.desktop.fields.record_form import Row
from strategikort.domain.goals import GoalKind

FIRST: Final[Mapping[GoalKind, tuple[Row, ...]]] = {
    GoalKind.VISION_ELEMENT: (("layer",), ("description",), ("valid_from", "valid_to")),
    GoalKind.POLITICAL_GOAL: (
        ("committee",),
        ("decision_status", "decided_on"),
        ("description",),
        ("valid_from", "valid_to"),
    ),
    GoalKind.CENTRE_GOAL: (("owner",), ("responsible",), ("success_criterion",), ("why",), ("valid_from", "valid_to")),
    GoalKind.UNIT_GOAL: (
        ("owner",),
        ("agreement",),
        ("responsible",),
        ("success_criterion",),
        ("why",),
        ("valid_from", "valid_to"),
    ),
    GoalKind.EFFORT: (("responsible",), ("start", "deadline"), ("progress", "state"), ("method",), ("milestones",)),
}

_CLASSIFIED: Final[tuple[Row, ...]] = (
    ("nature", "origin"),
    ("decided_at", "state"),
    ("theme", "priority"),
    ("affects",),
    ("balance",),
    ("layer",),
)

MORE: Final[Mapping[GoalKind, tuple[Row, ...]]] = {
    GoalKind.VISION_ELEMENT: (
        ("code", "short_title"),
        ("vision",),
        ("why",),
        ("success_criterion",),
        ("owner",),
        ("responsible",),
        *_CLASSIFIED[:-1],
    ),
    GoalKind.POLITICAL_GOAL: (
        ("code", "short_title"),
        ("type", "policy_area"),
        ("decided_by",),
        ("decision_case", "decision_link"),
        ("why",),
        ("success_criterion",),
        ("applies_to",),
        ("responsible_centres",),
        ("cross_cutting",),
        ("owner",),
        ("responsible",),
        *_CLASSIFIED,
    ),
    GoalKind.CENTRE_GOAL: (("code", "short_title"), ("description",), *_CLASSIFIED),
    GoalKind.UNIT_GOAL: (
        ("code", "short_title"),
        ("description",),
        ("common_goal",),
        ("weight",),
        *_CLASSIFIED,
    ),
    GoalKind.EFFORT: (
        ("code", "short_title"),
        ("description",),
        ("owner",),
        ("method_reason",),
        ("evidence",),
        ("current_practice",),
        ("new_practice",),
        ("why",),
        ("success_criterion",),
        ("valid_from", "valid_to"),
        ("nature", "origin"),
        ("decided_at",),
        ("theme", "priority"),
        ("affects",),
        ("balance",),
        ("layer",),
    ),
}
