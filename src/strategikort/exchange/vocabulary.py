"""The words of StratML, Part 1 and Part 2, old and new; and the refusal of what is another language."""

from typing import Final

from strategikort.exchange.gathering import Gathering
from strategikort.exchange.markup import Node
from strategikort.exchange.results import refused

ROOTS: Final = frozenset({"StrategicPlan", "PerformancePlanOrReport"})

NAMESPACES: Final = frozenset(
    {
        "",
        "urn:ISO:std:iso:17469:tech:xsd:stratml_core",
        "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport",
        "http://www.stratml.net",
        "http://www.stratml.net/PerformancePlanOrReport",
    }
)
"""Those of the standard, those of its drafts, and none at all."""

WORDS: Final = ROOTS | frozenset(
    {
        "id",
        "Name",
        "Description",
        "OtherInformation",
        "StrategicPlanCore",
        "Organization",
        "Acronym",
        "Identifier",
        "Stakeholder",
        "Role",
        "RoleType",
        "Vision",
        "Mission",
        "Value",
        "Goal",
        "Objective",
        "SequenceIndicator",
        "PerformanceIndicator",
        "MeasurementDimension",
        "UnitOfMeasurement",
        "Relationship",
        "ReferentIdentifier",
        "MeasurementInstance",
        "TargetResult",
        "ActualResult",
        "Descriptor",
        "DescriptorName",
        "DescriptorValue",
        "NumberOfUnits",
        "StartDate",
        "EndDate",
        "PublicationDate",
        "Source",
        "AdministrativeInformation",
        "Submitter",
        "GivenName",
        "Surname",
        "FirstName",
        "LastName",
        "PhoneNumber",
        "EmailAddress",
    }
)
"""Every element name that the standard or one of its drafts knows."""

IDENTIFIERS: Final = frozenset({"Identifier", "id"})
"""Elements whose text is no text for people."""


def is_stratml(root: Node, gathering: Gathering) -> None:
    """Look whether the document is StratML, Part 1 or 2, old or new; a foreign namespace around it is told.

    Raises:
        ImportProblem: Part 3.5, or a foreign vocabulary, named by its namespace and its first unknown element.
    """
    file = gathering.file
    if root.namespace.rstrip("/").endswith("/3.5") or root.name == "OrganizationalStrategyDocument":
        raise refused("part_35", file=file, namespace=root.namespace or "-")
    strange = next((node for node in root.walk() if node.name not in WORDS), None)
    if root.name not in ROOTS:
        strange = root
    known = root.namespace in NAMESPACES
    if strange is not None and (not known or strange is root):
        raise refused(
            "foreign_words",
            file=file,
            namespace=root.namespace or "-",
            element=strange.name,
            line=str(strange.line),
        )
    if not known:
        gathering.repaired("namespace", namespace=root.namespace)
    if not any(node.name == "Goal" for node in root.walk()):
        raise refused("no_goals", file=file)
