"""New files: an empty document from a model, and the sample municipality."""

from pathlib import Path

from strategikort.application.profiles import load_profile
from strategikort.application.sample.content import sample_content
from strategikort.application.sample.filing import file_sample
from strategikort.application.sample.oeresoe import sample_municipality
from strategikort.application.session import Desk, Session
from strategikort.domain.document import Document
from strategikort.domain.edits.organisation import found_municipality
from strategikort.domain.goals import Goal


def new_file(file: Path, *, desk: Desk, profile: str, name: str, language: str) -> None:
    """An empty document of the model ``profile``, saved as ``file``.

    Raises:
        KnownFailure: the model is not known, or something lies there already.
    """
    model = load_profile(profile, language)
    document = found_municipality(profile=model, new_id=desk.new_id, name=name)
    Session.create(file, document, desk=desk).close()


def sample_document(size: str | int = "helsingoer") -> Document:
    """The sample municipality, in no file yet."""
    return sample_municipality(sample_content(), load_profile("helsingoer"), size=size)


def sample_file(file: Path, *, desk: Desk, size: str | int) -> int:
    """The sample municipality saved as ``file``; gives the number of its goals and efforts.

    Raises:
        KnownFailure: something lies there already, or it cannot be written.
    """
    document = sample_document(size)
    file_sample(file, document, desk=desk)
    return len(document.all(Goal))
