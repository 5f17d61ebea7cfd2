"""The step from version 2 of the schema to version 3: what a link remembers, reviews, services and quality reports.

Its words never change: later tables do not reach here.
"""

import hashlib
from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from strategikort.storage.widening import execute, widen

if TYPE_CHECKING:
    from alembic.operations import Operations

_NEW: Final = (
    """
    CREATE TABLE "service" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "purpose" TEXT NOT NULL, "legal_basis" TEXT
    NOT NULL, "content" TEXT NOT NULL, "design" TEXT NOT NULL, "target_group" TEXT NOT NULL, "evidence" TEXT NOT
    NULL, "evaluation" TEXT NOT NULL, "version" INTEGER NOT NULL, "valid_from" TEXT, CONSTRAINT "pk_service" PRIMARY
    KEY ("id")) WITHOUT ROWID""",
    """
    CREATE TABLE "quality_report" ("id" TEXT NOT NULL, "org" TEXT NOT NULL, "year" INTEGER NOT NULL, "adopted_on"
    TEXT, "link" TEXT NOT NULL, CONSTRAINT "pk_quality_report" PRIMARY KEY ("id"), CONSTRAINT
    "fk_quality_report_org" FOREIGN KEY ("org") REFERENCES "org_unit" ("id") DEFERRABLE INITIALLY DEFERRED) WITHOUT
    ROWID""",
    """
    CREATE TABLE "comment" ("id" TEXT NOT NULL, "map" TEXT NOT NULL, "goal" TEXT, "answers" TEXT, "text" TEXT NOT
    NULL, "who" TEXT NOT NULL, "said_at" TEXT, "closed_on" TEXT, "closed_by" TEXT NOT NULL, CONSTRAINT "pk_comment"
    PRIMARY KEY ("id"), CONSTRAINT "fk_comment_answers" FOREIGN KEY ("answers") REFERENCES "comment" ("id")
    DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "fk_comment_goal" FOREIGN KEY ("goal") REFERENCES "goal" ("id")
    DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "fk_comment_map" FOREIGN KEY ("map") REFERENCES "strategy_map" ("id")
    DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID""",
    """
    CREATE INDEX "ix_comment_goal" ON "comment" ("goal") WHERE "goal" IS NOT NULL""",
    """
    CREATE TABLE "exemption" ("id" TEXT NOT NULL, "rule" TEXT NOT NULL, "record" TEXT NOT NULL, "why" TEXT NOT NULL,
    "who" TEXT NOT NULL, "given_on" TEXT, CONSTRAINT "pk_exemption" PRIMARY KEY ("id")) WITHOUT ROWID""",
)

_WIDER: Final = {
    "goal": """
    CREATE TABLE "goal of 3" ("id" TEXT NOT NULL, "kind" TEXT NOT NULL, "code" TEXT NOT NULL, "title" TEXT NOT NULL,
    "short_title" TEXT NOT NULL, "description" TEXT NOT NULL, "why" TEXT NOT NULL, "valid_from" TEXT, "valid_to"
    TEXT, "owner" TEXT, "responsible" TEXT, "success_criterion" TEXT NOT NULL, "nature" TEXT, "origin" TEXT NOT
    NULL, "decided_at" TEXT NOT NULL, "theme" TEXT NOT NULL, "layer" TEXT NOT NULL, "balance" TEXT NOT NULL,
    "priority" INTEGER, "state" TEXT NOT NULL, "affects" TEXT NOT NULL, "vision" TEXT, "type" TEXT, "policy_area"
    TEXT, "committee" TEXT, "decided_on" TEXT, "decided_by" TEXT, "decision_case" TEXT, "decision_link" TEXT,
    "decision_status" TEXT, "applies_to" TEXT, "responsible_centres" TEXT, "cross_cutting" INTEGER, "quality_report"
    TEXT, "agreement" TEXT, "common_goal" TEXT, "weight" INTEGER, "method" TEXT, "method_reason" TEXT, "evidence"
    TEXT, "start" TEXT, "deadline" TEXT, "milestones" TEXT, "current_practice" TEXT, "new_practice" TEXT, "progress"
    TEXT, "services" TEXT, CONSTRAINT "pk_goal" PRIMARY KEY ("id"), CONSTRAINT "ck_goal_kind" CHECK ("kind" IN
    ('vision_element', 'political_goal', 'centre_goal', 'unit_goal', 'effort')), CONSTRAINT "fk_goal_agreement"
    FOREIGN KEY ("agreement") REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT
    "fk_goal_committee" FOREIGN KEY ("committee") REFERENCES "committee" ("id") DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT "fk_goal_common_goal" FOREIGN KEY ("common_goal") REFERENCES "goal" ("id") DEFERRABLE INITIALLY
    DEFERRED, CONSTRAINT "fk_goal_owner" FOREIGN KEY ("owner") REFERENCES "org_unit" ("id") DEFERRABLE INITIALLY
    DEFERRED, CONSTRAINT "fk_goal_policy_area" FOREIGN KEY ("policy_area") REFERENCES "policy_area" ("id")
    DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "fk_goal_quality_report" FOREIGN KEY ("quality_report") REFERENCES
    "quality_report" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "fk_goal_responsible" FOREIGN KEY
    ("responsible") REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "fk_goal_vision" FOREIGN
    KEY ("vision") REFERENCES "vision" ("id") DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID""",
    "link": """
    CREATE TABLE "link of 3" ("id" TEXT NOT NULL, "kind" TEXT NOT NULL, "lower" TEXT NOT NULL, "upper" TEXT NOT
    NULL, "strength" TEXT NOT NULL, "note" TEXT NOT NULL, "created_by" TEXT NOT NULL, "created_at" TEXT,
    "seen_title" TEXT NOT NULL, "seen_words" TEXT NOT NULL, "seen_from" TEXT, "seen_to" TEXT, CONSTRAINT "pk_link"
    PRIMARY KEY ("id"), CONSTRAINT "fk_link_lower" FOREIGN KEY ("lower") REFERENCES "goal" ("id") DEFERRABLE
    INITIALLY DEFERRED, CONSTRAINT "fk_link_upper" FOREIGN KEY ("upper") REFERENCES "goal" ("id") DEFERRABLE
    INITIALLY DEFERRED) WITHOUT ROWID""",
    "indicator": """
    CREATE TABLE "indicator of 3" ("id" TEXT NOT NULL, "goal" TEXT, "name" TEXT NOT NULL, "definition" TEXT NOT
    NULL, "kind" TEXT NOT NULL, "chain" TEXT, "unit" TEXT NOT NULL, "direction" TEXT, "minimum" TEXT, "maximum"
    TEXT, "decimals" INTEGER NOT NULL, "baseline" TEXT, "baseline_on" TEXT, "baseline_pending" TEXT, "source" TEXT,
    "collection" TEXT NOT NULL, "justification" TEXT NOT NULL, "frequency" TEXT NOT NULL, "population_size" INTEGER,
    "use_for" TEXT NOT NULL, "comparability_note" TEXT NOT NULL, "supersedes" TEXT, "position" INTEGER NOT NULL,
    CONSTRAINT "pk_indicator" PRIMARY KEY ("id"), CONSTRAINT "fk_indicator_goal" FOREIGN KEY ("goal") REFERENCES
    "goal" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "fk_indicator_source" FOREIGN KEY ("source") REFERENCES
    "data_source" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "fk_indicator_supersedes" FOREIGN KEY
    ("supersedes") REFERENCES "indicator" ("id") DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID""",
    "strategy_map": """
    CREATE TABLE "strategy_map of 3" ("id" TEXT NOT NULL, "title" TEXT NOT NULL, "centre" TEXT, "subject" TEXT NOT
    NULL, "valid_from" TEXT, "valid_to" TEXT, "state" TEXT NOT NULL, "sent_on" TEXT, "decided_on" TEXT, "decided_by"
    TEXT NOT NULL, "locked" INTEGER NOT NULL, "paper" TEXT NOT NULL, "legend" INTEGER NOT NULL, "left_out" TEXT NOT
    NULL, "position" INTEGER NOT NULL, CONSTRAINT "pk_strategy_map" PRIMARY KEY ("id"), CONSTRAINT
    "fk_strategy_map_centre" FOREIGN KEY ("centre") REFERENCES "org_unit" ("id") DEFERRABLE INITIALLY DEFERRED)
    WITHOUT ROWID""",
}

_INDEXES: Final = (
    """
    CREATE INDEX "ix_goal_common_goal" ON "goal" ("common_goal") WHERE "common_goal" IS NOT NULL""",
    """
    CREATE INDEX "ix_link_lower" ON "link" ("lower")""",
    """
    CREATE INDEX "ix_link_upper" ON "link" ("upper")""",
    """
    CREATE INDEX "ix_indicator_goal" ON "indicator" ("goal") WHERE "goal" IS NOT NULL""",
)

_FILLED: Final = {
    "link": {"seen_title": "''", "seen_words": "''"},
    "strategy_map": {"decided_by": "''"},
    "goal": {"services": "CASE kind WHEN 'effort' THEN '[]' END"},
}
_SEEN: Final = """
    UPDATE link SET seen_title = goal.title, seen_from = goal.valid_from, seen_to = goal.valid_to
    FROM goal WHERE goal.id = link.upper"""


def links_remember_and_maps_are_reviewed(operations: "Operations") -> None:
    """A link of an earlier file is taken to know the goal above as it stands there."""
    for statement in _NEW:
        execute(operations, statement)
    bind = operations.get_bind()
    for name, made in _WIDER.items():
        widen(operations, name, made, f"{name} of 3", _FILLED.get(name, {}))
    for statement in _INDEXES:
        execute(operations, statement)
    execute(operations, _SEEN)
    told = "SELECT id, description, success_criterion FROM goal WHERE description <> '' OR success_criterion <> ''"
    for goal, description, criterion in bind.execute(text(told)).all():
        words = f"{description}\x1f{criterion}".encode("utf-8", "surrogatepass")
        mark = {"goal": goal, "mark": hashlib.sha256(words).hexdigest()[:16]}
        bind.execute(text("UPDATE link SET seen_words = :mark WHERE upper = :goal"), mark)
