"""People as the paper names them, and short lists of who is concerned."""

from collections.abc import Iterable

from strategikort.application.reading import Reading
from strategikort.domain.organisation import Person, TargetGroup
from strategikort.domain.shape import Id


def named_person(reading: Reading, identity: Id | None) -> str:
    """A person with job title: *Lone Berg, skoleleder*. Empty when there is none."""
    person = reading.document.get(Person, identity)
    if person is None or not person.job_title:
        return person.name if person else ""
    return reading.words.text("paper.person", name=person.name, title=_in_a_sentence(person.job_title))


def target_groups(reading: Reading, identities: Iterable[Id]) -> str:
    """Those who will notice the difference; a line for each when what they are is described."""
    found = [reading.document.get(TargetGroup, identity) for identity in identities]
    groups = [group for group in found if group and group.name]
    if not any(group.description for group in groups):
        return " · ".join(group.name for group in groups)
    return "\n".join(": ".join(filter(None, (group.name, group.description))) for group in groups)


def _in_a_sentence(title: str) -> str:
    """A job title after a name: in small letters, unless it begins with an abbreviation such as *IT-chef*."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
