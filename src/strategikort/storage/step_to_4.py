"""The step from version 3 of the schema to version 4: what was issued, signed and attached; remarks on agreements.

Its words never change: later tables do not reach here.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from strategikort.storage.widening import execute, widen

if TYPE_CHECKING:
    from alembic.operations import Operations

_NEW: Final = (
    """
    CREATE TABLE "issued_paper" ("id" TEXT NOT NULL, "agreement" TEXT NOT NULL, "version" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL, "check_code" TEXT NOT NULL, "content_hash" TEXT NOT NULL, "file" TEXT NOT NULL,
    "issued_at" TEXT, "issued_by" TEXT NOT NULL, CONSTRAINT "pk_issued_paper" PRIMARY KEY ("id"), CONSTRAINT
    "fk_issued_paper_agreement" FOREIGN KEY ("agreement") REFERENCES "agreement" ("id") DEFERRABLE INITIALLY
    DEFERRED) WITHOUT ROWID""",
    """
    CREATE TABLE "attachment" ("id" TEXT NOT NULL, "agreement" TEXT NOT NULL, "kind" TEXT NOT NULL, "name" TEXT NOT
    NULL, "media_type" TEXT NOT NULL, "file" TEXT NOT NULL, "size" INTEGER NOT NULL, "added_on" TEXT, "added_by"
    TEXT NOT NULL, "position" INTEGER NOT NULL, CONSTRAINT "pk_attachment" PRIMARY KEY ("id"), CONSTRAINT
    "fk_attachment_agreement" FOREIGN KEY ("agreement") REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED)
    WITHOUT ROWID""",
    """
    CREATE TABLE "content" ("hash" TEXT NOT NULL, "bytes" BLOB NOT NULL, CONSTRAINT "pk_content" PRIMARY KEY
    ("hash")) WITHOUT ROWID""",
)

_WIDER: Final[Mapping[str, str]] = {
    "agreement": """
    CREATE TABLE "agreement of 4" ("id" TEXT NOT NULL, "kind" TEXT NOT NULL, "org" TEXT NOT NULL, "valid_from" TEXT
    NOT NULL, "valid_to" TEXT NOT NULL, "code" TEXT NOT NULL, "title" TEXT NOT NULL, "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL, "content_hash" TEXT NOT NULL, "amends" TEXT, "budget_amount" TEXT NOT NULL,
    "budget_year" INTEGER, "price_level" TEXT NOT NULL, "public" INTEGER NOT NULL, "case_number" TEXT NOT NULL,
    "kle_number" TEXT NOT NULL, "filed_on" TEXT, "approved_on" TEXT, "approved_by" TEXT NOT NULL, "cancelled_why"
    TEXT NOT NULL, CONSTRAINT "pk_agreement" PRIMARY KEY ("id"), CONSTRAINT "fk_agreement_amends" FOREIGN KEY
    ("amends") REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "fk_agreement_org" FOREIGN
    KEY ("org") REFERENCES "org_unit" ("id") DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID""",
    "section": """
    CREATE TABLE "section of 4" ("id" TEXT NOT NULL, "agreement" TEXT NOT NULL, "key" TEXT NOT NULL, "heading" TEXT
    NOT NULL, "text" TEXT NOT NULL, "position" INTEGER NOT NULL, "fixed" INTEGER NOT NULL, CONSTRAINT "pk_section"
    PRIMARY KEY ("id"), CONSTRAINT "fk_section_agreement" FOREIGN KEY ("agreement") REFERENCES "agreement" ("id")
    DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID""",
    "signatory": """
    CREATE TABLE "signatory of 4" ("id" TEXT NOT NULL, "agreement" TEXT NOT NULL, "role" TEXT NOT NULL, "person"
    TEXT, "position" INTEGER NOT NULL, "required" INTEGER NOT NULL, "signed_on" TEXT, "place" TEXT NOT NULL,
    "method" TEXT, "evidence" TEXT NOT NULL, CONSTRAINT "pk_signatory" PRIMARY KEY ("id"), CONSTRAINT
    "fk_signatory_agreement" FOREIGN KEY ("agreement") REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT "fk_signatory_person" FOREIGN KEY ("person") REFERENCES "person" ("id") DEFERRABLE INITIALLY
    DEFERRED) WITHOUT ROWID""",
    "comment": """
    CREATE TABLE "comment of 4" ("id" TEXT NOT NULL, "map" TEXT, "agreement" TEXT, "section" TEXT, "goal" TEXT,
    "answers" TEXT, "text" TEXT NOT NULL, "who" TEXT NOT NULL, "said_at" TEXT, "closed_on" TEXT, "closed_by" TEXT
    NOT NULL, CONSTRAINT "pk_comment" PRIMARY KEY ("id"), CONSTRAINT "fk_comment_agreement" FOREIGN KEY
    ("agreement") REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "fk_comment_answers"
    FOREIGN KEY ("answers") REFERENCES "comment" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "fk_comment_goal"
    FOREIGN KEY ("goal") REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "fk_comment_map" FOREIGN
    KEY ("map") REFERENCES "strategy_map" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "fk_comment_section"
    FOREIGN KEY ("section") REFERENCES "section" ("id") DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID""",
}

_FILLED: Final[Mapping[str, Mapping[str, str]]] = {
    "agreement": {"approved_by": "''", "cancelled_why": "''"},
    "section": {"fixed": "0"},
    "signatory": {"place": "''"},
}

_INDEX: Final = """CREATE INDEX "ix_comment_goal" ON "comment" ("goal") WHERE "goal" IS NOT NULL"""


def agreements_are_issued_and_signed(operations: "Operations") -> None:
    """What there was stays as it is; nothing of it was issued, attached or approved yet."""
    for statement in _NEW:
        execute(operations, statement)
    for name, made in _WIDER.items():
        widen(operations, name, made, f"{name} of 4", _FILLED.get(name, {}))
    execute(operations, _INDEX)
