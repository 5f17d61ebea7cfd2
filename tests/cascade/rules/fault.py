"""How a test tells of a fault: the smallest wrong municipality, its mended twin, and what the rule must say."""

from collections.abc import Callable
from dataclasses import dataclass

from strategikort.domain.profile import Profile
from tests.cascade.complete import complete
from tests.cascade.town import Town

Model = Callable[[Profile], Profile]


def as_it_is(profile: Profile) -> Profile:
    return profile


@dataclass(frozen=True, kw_only=True)
class Fault:
    """A fault, the rule that must find it, and on what; in ``mended`` the rule finds nothing.

    ``beside`` are other rules of its family that the same fault breaks by their conditions.
    """

    rule: str
    town: Callable[[], Town]
    about: tuple[str, ...]
    mended: Callable[[], Town] = complete
    beside: frozenset[str] = frozenset()
    model: Model = as_it_is
    year: int | None = None
