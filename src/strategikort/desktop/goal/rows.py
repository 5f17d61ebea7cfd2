"""Which fields of a goal stand where in its panel: those that matter first, the others under *Mere om målet*."""

from collections.abc import Mapping
from typing import Final

from strategikort.desktop.fields.record_form import Row
from strategikort.domain.goals import GoalKind
from strategikort.domain.profile import Feature, Profile

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
        ("quality_report",),
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
        ("services",),
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

_OF_FEATURES: Final = {"services": Feature.SERVICES, "quality_report": Feature.QUALITY_REPORTS}


def rows_of(kind: GoalKind, profile: Profile, *, more: bool) -> tuple[Row, ...]:
    """The rows for a kind of goal: what belongs to a feature that the model lacks is left out."""
    rows = (MORE if more else FIRST)[kind]
    return tuple(row for row in rows if all(_has(profile, name) for name in row))


def _has(profile: Profile, name: str) -> bool:
    feature = _OF_FEATURES.get(name)
    return feature is None or feature in profile.features
