"""The faults of the sample: which findings a check must give, and the links that were drawn wrongly.

Faults that are a matter of words (a goal without anything above it, a title twice) stand in the words themselves,
marked as ``planted``. docs/sample.md has the whole table.
"""

from collections.abc import Callable, Mapping
from typing import Final

from strategikort.application.sample.records import Made
from strategikort.domain.links import LinkKind

PLANTED: Final[Mapping[str, tuple[str, ...]]] = {
    "TRA-001": ("DS-D17-05", "DS-D2-05", "SO-V1-01"),
    "TRA-002": ("SO-08",),
    "TRA-003": ("KI-B1-I16",),
    "TRA-004": ("SO-09",),
    "TRA-005": ("KI-S1-05",),
    "TRA-006": ("DS-D3-05",),
    "TRA-010": ("POL-14",),
    "TRA-011": ("POL-14", "POL-17"),
    "TRA-012": ("TMK-07",),
    "TRA-013": ("POL-03",),
    "TRA-014": ("V-9",),
    "STR-001": ("JU-J1-I04",),
    "STR-002": ("EPO-03",),
    "STR-003": ("ØE-E1-I01",),
    "STR-004": ("KI-I1-02",),
    "STR-005": ("DS-D2-05", "SO-05"),
    "STR-006": ("BUF-01", "DS-D2-05"),
    "STR-007": ("JU-03",),
    "STR-008": ("SSI-B3-04",),
    "STR-009": ("SO-P2-05",),
    "AFT-002": ("SO-H2-2015",),
    "AFT-007": (
        *("DS-D17-2015", "DS-D6-2015", "DS-K1-2015", "JU-S1-2015", "KI-K1-2015", "SO-P3-2015", "SO-P6-2015"),
        "SSI-B4-2015",
    ),
    "AFT-014": ("SO-H3-2015",),
    "PER-001": ("SO-08",),
    "PER-003": ("DS-T1-2014",),
    "PER-007": ("DS-D17-02",),
    "MAL-002": ("SO-P1-01",),
    "MAL-014": ("DS-S5-05",),
    "DAT-001": ("DS-S5-04",),
    "DAT-005": ("BID-B1-I09",),
    "STR-014": ("KI-B1-I16", "V-9"),
    "PRT-001": ("BID-B1-2015", "DS-D2-2015", "JU-J1-2015", "SO-V1-2015", "ØE-E1-2015"),
}
"""By rule the code of the goal or agreement that each finding is about, in the order in which a check gives them.

For an indicator it is the code of its goal.
"""


def plant(made: Made) -> None:
    """Draw every wrong link."""
    for fault in FAULTS:
        fault(made)


def _goal_tied_by_an_arrow_only(made: Made) -> None:
    """The forest kindergarten's goal has an arrow of cause and effect to the centre's goal, but supports nothing.

    It looks linked on the drawing and yet has no red thread (TRA-001). The arrow is of a kind that a unit goal cannot
    have (STR-005), and it leaves the map (STR-006).
    """
    _draw(made, "DS-D2-05", "DS-06", LinkKind.CAUSES)


def _efforts_in_a_ring(made: Made) -> None:
    """The job fair is said to be part of the kitchen course, and the kitchen course part of the job fair (STR-001)."""
    _draw(made, "JU-J1-I04", "JU-J1-I05")
    _draw(made, "JU-J1-I05", "JU-J1-I04")


def _link_drawn_downward(made: Made) -> None:
    """The line to the museums' open evenings was dragged from the map down instead of from the goal up (STR-002)."""
    _draw(made, "EPO-03", "KI-M1-04")


def _effort_straight_to_a_political_goal(made: Made) -> None:
    """Less heat at night is tied to the council's climate goal too, past the unit's and the centre's (STR-003)."""
    _draw(made, "ØE-E1-I01", "POL-09")


def _unit_goal_past_the_map(made: Made) -> None:
    """The pool's goal supports the centre's, and on its own account the council's too (STR-004)."""
    _draw(made, "KI-I1-02", "POL-07")


def _centre_goal_under_another(made: Made) -> None:
    """Quick training is drawn as a support of fewer admissions: both are centre goals, an arrow was meant (STR-005)."""
    _draw(made, "SO-05", "SO-02")


def _arrow_to_another_map(made: Made) -> None:
    """Early help to families works on the well-being of children, which stands on another centre's map (STR-006)."""
    _draw(made, "BUF-01", "DS-03", LinkKind.CAUSES)


def _causes_in_a_ring(made: Made) -> None:
    """Danish leads to jobs, and jobs lead to Danish: true, but it does not say where to begin (STR-007)."""
    _draw(made, "JU-03", "JU-06", LinkKind.CAUSES)


def _draw(made: Made, lower: str, upper: str, kind: LinkKind = LinkKind.REALISES) -> None:
    made.link(made.by_code[lower], made.by_code[upper], kind)


FAULTS: Final[tuple[Callable[[Made], None], ...]] = (
    _goal_tied_by_an_arrow_only,
    _efforts_in_a_ring,
    _link_drawn_downward,
    _effort_straight_to_a_political_goal,
    _unit_goal_past_the_map,
    _centre_goal_under_another,
    _arrow_to_another_map,
    _causes_in_a_ring,
)
"""What `plant` draws, one by one."""
