"""The light dress of a drawing: its colours on paper and in pictures, the same as those of the bright window."""

from typing import Final

from strategikort.domain.goals import GoalKind

PAPER: Final = "#FFFFFF"
SHADE: Final = "#F1F4F6"
TEXT: Final = "#17212B"
MUTED: Final = "#55636F"
BORDER: Final = "#C9D1DA"
LINK: Final = "#6B7885"
ERROR: Final = "#B3261E"
WARNING: Final = "#8A5A00"

OF_KIND: Final = {
    GoalKind.VISION_ELEMENT: "#0F5C6E",
    GoalKind.POLITICAL_GOAL: "#1F5FA8",
    GoalKind.CENTRE_GOAL: "#5B4BB0",
    GoalKind.UNIT_GOAL: "#1E7A4C",
    GoalKind.EFFORT: "#8A5A00",
}
