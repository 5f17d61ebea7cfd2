"""What can be compared in an open document, and both sides of it as the document stands."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from typing_extensions import override

from strategikort.application.comparing import compare_versions, compare_years
from strategikort.application.drawing.compared import Sides
from strategikort.application.workspace import Workspace
from strategikort.domain.document import Document


@dataclass(frozen=True)
class Pair(ABC):
    """Two states that are compared, under a name; `compared` works it out for the document as it stands."""

    name: str

    @abstractmethod
    def compared(self, space: Workspace) -> Sides:
        """Both sides. Raises FileProblem if an earlier version is damaged or gone."""


@dataclass(frozen=True)
class YearPair(Pair):
    """Two years of the document."""

    before: int
    after: int

    @override
    def compared(self, space: Workspace) -> Sides:
        document, profile = space.document, space.profile
        found = compare_years(document, profile, self.before, self.after)
        return Sides(before=document, comparison=found, earlier=profile.period(self.before))


@dataclass(frozen=True)
class VersionPair(Pair):
    """An earlier version, and the document as it stands."""

    read: Callable[[], Document]
    """Gives the earlier version; asked once."""

    @cached_property
    def before(self) -> Document:
        """The earlier version."""
        return self.read()

    @override
    def compared(self, space: Workspace) -> Sides:
        return Sides(before=self.before, comparison=compare_versions(self.before, space.document))
