"""A document that is only read, with the words and rules that go with it."""

from dataclasses import dataclass
from pathlib import Path

from strategikort.application.profiles import load_profile
from strategikort.application.rulebook import load_rulebook
from strategikort.application.session import Desk, read_document
from strategikort.application.wordings import wording
from strategikort.cascade.rulebook import Rulebook
from strategikort.domain.document import Document
from strategikort.domain.phrases import Wording
from strategikort.domain.profile import Profile

DEFAULT_PROFILE = "helsingoer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document as it stood when it was read, the model it follows, its words and rules."""

    document: Document
    profile: Profile
    words: Wording
    rulebook: Rulebook


def read(file: Path, *, desk: Desk, language: str) -> Reading:
    """The document in ``file``, which is only read.

    Raises:
        KnownFailure: the file or its model cannot be used.
    """
    return reading_of(read_document(file, desk), language=language)


def reading_of(document: Document, *, language: str) -> Reading:
    """``document`` with what goes with it.

    Raises:
        ProfileProblem: its model is not known here.
    """
    municipality = document.municipality
    profile = load_profile((municipality and municipality.profile) or DEFAULT_PROFILE, language)
    rulebook = load_rulebook()
    words = wording(language, profile, rulebook)
    return Reading(document=document, profile=profile, words=words, rulebook=rulebook)
