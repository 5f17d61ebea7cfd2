"""Registers that some models keep beside the goals: the catalogue of services, the quality reports of schools."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from strategikort.domain.shape import Id, Length, Record, Refers

Description = Annotated[str, Length(1500)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Record):
    """A service of the catalogue (*ydelse*), described by the seven fields of Vordingborg's model."""

    name: Annotated[str, Length(120)] = ""
    purpose: Description = ""
    legal_basis: Description = ""
    content: Description = ""
    design: Description = ""
    target_group: Description = ""
    evidence: Description = ""
    evaluation: Description = ""
    version: int = 1
    valid_from: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityReport(Record):
    """A school's quality report (*kvalitetsrapport*) for ``year``; ``link`` is where it lies."""

    org: Annotated[Id, Refers("org_unit")]
    year: int
    adopted_on: date | None = None
    link: Annotated[str, Length(300)] = ""
