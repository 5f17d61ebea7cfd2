"""One open document with all that a screen needs beside it: model, words, rules, today."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from strategikort.application.reading import Reading, reading_of
from strategikort.application.session import Session
from strategikort.cascade.checking import Checked, asking, checked
from strategikort.cascade.rulebook import Rulebook
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.watch import Watch
from strategikort.domain.document import Document
from strategikort.domain.phrases import Wording
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """What belongs to one document while it is open. ``today`` is asked anew each time, and may be any day."""

    session: Session
    profile: Profile
    words: Wording
    rulebook: Rulebook
    today: Callable[[], date]
    new_id: Callable[[], Id]

    @property
    def document(self) -> Document:
        """The document as it stands now."""
        return self.session.document

    @property
    def reading(self) -> Reading:
        """The document as it stands now with its model, words and rules, for what only reads."""
        return Reading(document=self.document, profile=self.profile, words=self.words, rulebook=self.rulebook)

    def checked(self) -> Checked:
        """What a full check of the document as it stands now gives."""
        return checked(self.document, self.profile, self.rulebook, today=self.today(), year=None)

    def asking(self) -> Check:
        """The document as it stands now as the rules ask it."""
        return asking(self.document, self.profile, today=self.today())

    def watch(self) -> Watch:
        """A check that follows the edits from now on, for this day."""
        return Watch(self.document, self.profile, self.rulebook, today=self.today())


def workspace(session: Session, *, language: str, today: Callable[[], date], new_id: Callable[[], Id]) -> Workspace:
    """The workspace of an open session, with the model that its document names.

    Raises:
        ProfileProblem: the model is not known here.
    """
    found = reading_of(session.document, language=language)
    return Workspace(
        session=session,
        profile=found.profile,
        words=found.words,
        rulebook=found.rulebook,
        today=today,
        new_id=new_id,
    )
