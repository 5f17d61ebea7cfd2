"""The steps from each version of the schema to the next, in words that never change: later tables do not reach here."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from strategikort.storage.step_to_3 import links_remember_and_maps_are_reviewed
from strategikort.storage.step_to_4 import agreements_are_issued_and_signed

if TYPE_CHECKING:
    from alembic.operations import Operations

    Step = Callable[[Operations], None]

_MAPS_OF_2: Final = """
    CREATE TABLE "maps of 2" ("id" TEXT NOT NULL, "title" TEXT NOT NULL, "centre" TEXT, "subject" TEXT NOT NULL,
    "valid_from" TEXT, "valid_to" TEXT, "state" TEXT NOT NULL, "locked" INTEGER NOT NULL, "paper" TEXT NOT NULL,
    "legend" INTEGER NOT NULL, "left_out" TEXT NOT NULL, "position" INTEGER NOT NULL, CONSTRAINT "pk_strategy_map"
    PRIMARY KEY ("id"), CONSTRAINT "fk_strategy_map_centre" FOREIGN KEY ("centre") REFERENCES "org_unit" ("id")
    DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID"""
_IDEAS: Final = """
    CREATE TABLE "idea" ("id" TEXT NOT NULL, "text" TEXT NOT NULL, "map" TEXT, "position" INTEGER NOT NULL, CONSTRAINT
    "pk_idea" PRIMARY KEY ("id"), CONSTRAINT "fk_idea_map" FOREIGN KEY ("map") REFERENCES "strategy_map" ("id")
    DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID"""
_FILLED: Final = """
    INSERT INTO "maps of 2" SELECT id, title, centre, CASE WHEN centre IS NULL THEN 'vision' ELSE 'goals' END,
    valid_from, valid_to, state, locked, paper, legend, '[]', position FROM strategy_map"""


def _maps_have_a_subject_and_ideas_a_place(operations: "Operations") -> None:
    """What a map is about, and what has been left out of it; the scratch pad.

    A map of no centre showed the vision and the political goals that stood there, so that is what it is about.
    """
    for statement in (_MAPS_OF_2, _FILLED):
        operations.execute(" ".join(statement.split()))
    operations.drop_table("strategy_map")
    operations.rename_table("maps of 2", "strategy_map")
    operations.execute(" ".join(_IDEAS.split()))


STEPS: "Final[Mapping[int, Step]]" = {
    1: _maps_have_a_subject_and_ideas_a_place,
    2: links_remember_and_maps_are_reviewed,
    3: agreements_are_issued_and_signed,
}
"""The step from each version to the next."""
