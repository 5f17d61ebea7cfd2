"""The agreement between a centre chief and a leader: its text, parties, hearings, promises and follow-ups.

Limits follow section 3.3 and states section 3.4 of the domain description.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from strategikort.domain.shape import Id, Length, Record, Refers


class AgreementKind(StrEnum):
    """Whose agreement it is: a unit's with its centre, or a centre's with the executive board."""

    UNIT = "unit"
    CENTRE = "centre"


class AgreementState(StrEnum):
    """Where an agreement is in its life, in the order it is lived."""

    DRAFT = "draft"
    IN_DIALOGUE = "in_dialogue"
    IN_HEARING = "in_hearing"
    READY = "ready"
    SIGNED = "signed"
    IN_FORCE = "in_force"
    AMENDED = "amended"
    MIDYEAR_DONE = "midyear_done"
    EVALUATED = "evaluated"
    ARCHIVED = "archived"
    CANCELLED = "cancelled"

    @property
    def may_be_signed(self) -> bool:
        """Whether the text has been declared ready, or is past that."""
        return self not in (
            AgreementState.DRAFT,
            AgreementState.IN_DIALOGUE,
            AgreementState.IN_HEARING,
            AgreementState.CANCELLED,
        )

    @property
    def signed(self) -> bool:
        """Whether all parties have signed, whatever came after."""
        return self in _SIGNED


_SIGNED = (
    AgreementState.SIGNED,
    AgreementState.IN_FORCE,
    AgreementState.AMENDED,
    AgreementState.MIDYEAR_DONE,
    AgreementState.EVALUATED,
    AgreementState.ARCHIVED,
)


class SigningMethod(StrEnum):
    """How a signature was given."""

    PAPER = "paper"
    SCAN = "scan"
    DIGITAL = "digital"


class AttachmentKind(StrEnum):
    """What an attached file is to its agreement: signed sheets scanned in, the signed PDF, or anything else."""

    SIGNED_SHEETS = "signed_sheets"
    SIGNED_PDF = "signed_pdf"
    OTHER = "other"


class IssuePurpose(StrEnum):
    """What a paper was issued for: to be signed by hand, by a signing service, or by certificates."""

    PAPER = "paper"
    SERVICE = "service"
    CERTIFICATE = "certificate"


class InvolvementKind(StrEnum):
    """How a body takes part: boards are heard, a MED committee discusses, others are informed."""

    HEARING = "hearing"
    DISCUSSION = "discussion"
    INFORMATION = "information"


class FollowUpKind(StrEnum):
    """When in the year a follow-up is."""

    MIDYEAR = "midyear"
    YEAREND = "yearend"
    EXTRA = "extra"


class Status(StrEnum):
    """How a goal is going; always shown as word and symbol, never by colour alone."""

    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    FULFILLED = "fulfilled"
    PARTLY_FULFILLED = "partly_fulfilled"
    NOT_FULFILLED = "not_fulfilled"
    LAPSED = "lapsed"


class Consequence(StrEnum):
    """What follows from a result. Performance pay is left out of public prints."""

    NONE = "none"
    RECOGNITION = "recognition"
    COLLECTIVE_REWARD = "collective_reward"
    PERFORMANCE_PAY = "performance_pay"
    LEARNING_DIALOGUE = "learning_dialogue"
    CLOSER_FOLLOW_UP = "closer_follow_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Record):
    """One agreement of ``org`` for the days from ``valid_from`` to ``valid_to``. ``amends`` makes it an addendum.

    ``content_hash`` is the mark of what was agreed, from the first signature on. Where the model asks for it a
    committee approves the agreement before it is signed: ``approved_on`` and ``approved_by``.
    """

    kind: AgreementKind = AgreementKind.UNIT
    org: Annotated[Id, Refers("org_unit")]
    valid_from: date
    valid_to: date
    code: Annotated[str, Length(20)] = ""
    title: Annotated[str, Length(140)] = ""
    state: AgreementState = AgreementState.DRAFT
    version: int = 1
    content_hash: Annotated[str, Length(64)] = ""
    amends: Annotated[Id | None, Refers("agreement")] = None
    budget_amount: Annotated[str, Length(60)] = ""
    budget_year: int | None = None
    price_level: Annotated[str, Length(60)] = ""
    public: bool = True
    case_number: Annotated[str, Length(30)] = ""
    kle_number: Annotated[str, Length(20)] = ""
    filed_on: date | None = None
    approved_on: date | None = None
    approved_by: Annotated[str, Length(120)] = ""
    cancelled_why: Annotated[str, Length(300)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Record):
    """One piece of text in an agreement. ``key`` is that of the profile's template, which gives heading and order.

    A ``fixed`` text is decided for several units at once and is not rewritten in one of them.
    """

    agreement: Annotated[Id, Refers("agreement")]
    key: Annotated[str, Length(40)] = ""
    heading: Annotated[str, Length(140)] = ""
    text: Annotated[str, Length(6000)] = ""
    position: int = 0
    fixed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory(Record):
    """Who signs an agreement in which role; ``position`` is the place in the signature block."""

    agreement: Annotated[Id, Refers("agreement")]
    role: Annotated[str, Length(40)] = ""
    person: Annotated[Id | None, Refers("person")] = None
    position: int = 0
    required: bool = True
    signed_on: date | None = None
    place: Annotated[str, Length(60)] = ""
    method: SigningMethod | None = None
    evidence: Annotated[str, Length(120)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Involvement(Record):
    """A body that is heard on, discusses or is told of an agreement; ``waived`` needs ``waived_why``."""

    agreement: Annotated[Id, Refers("agreement")]
    kind: InvolvementKind = InvolvementKind.HEARING
    body: Annotated[str, Length(120)] = ""
    sent_on: date | None = None
    due_on: date | None = None
    answered_on: date | None = None
    text: Annotated[str, Length(6000)] = ""
    waived: bool = False
    waived_why: Annotated[str, Length(300)] = ""
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Record):
    """What the centre promises the unit (*Centrets tilsagn*)."""

    agreement: Annotated[Id, Refers("agreement")]
    title: Annotated[str, Length(140)] = ""
    description: Annotated[str, Length(600)] = ""
    responsible: Annotated[Id | None, Refers("person")] = None
    deadline: date | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Record):
    """A look at how a goal, or with ``goal`` None a whole agreement, is going."""

    agreement: Annotated[Id | None, Refers("agreement")] = None
    goal: Annotated[Id | None, Refers("goal")] = None
    kind: FollowUpKind = FollowUpKind.MIDYEAR
    planned_on: date | None = None
    done_on: date | None = None
    participants: Annotated[str, Length(300)] = ""
    status: Status = Status.NOT_STARTED
    explanation: Annotated[str, Length(1500)] = ""
    next_step: Annotated[str, Length(600)] = ""
    learning_point: Annotated[str, Length(600)] = ""
    consequence: Consequence = Consequence.NONE
    consequence_text: Annotated[str, Length(600)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPaper(Record):
    """A finished paper of an agreement that went out to be signed, so that it can be known again when it comes back.

    ``check_code`` stands on its pages, ``content_hash`` is the mark of what was agreed, ``file`` the SHA-256 of the
    PDF, under which its bytes are stored.
    """

    agreement: Annotated[Id, Refers("agreement")]
    version: int = 1
    purpose: IssuePurpose = IssuePurpose.PAPER
    check_code: Annotated[str, Length(20)] = ""
    content_hash: Annotated[str, Length(64)] = ""
    file: Annotated[str, Length(64)] = ""
    issued_at: datetime | None = None
    issued_by: Annotated[str, Length(120)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Record):
    """A file that is kept with an agreement. ``file`` is the SHA-256 of its bytes, under which they are stored once."""

    agreement: Annotated[Id, Refers("agreement")]
    kind: AttachmentKind = AttachmentKind.OTHER
    name: Annotated[str, Length(140)] = ""
    media_type: Annotated[str, Length(100)] = ""
    file: Annotated[str, Length(64)] = ""
    size: int = 0
    added_on: date | None = None
    added_by: Annotated[str, Length(120)] = ""
    position: int = 0
