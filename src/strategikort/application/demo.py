"""The main job in one go: the sample municipality's file, its check, its agreements on paper."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from strategikort.application.agreements import agreements_of
from strategikort.application.printing import Press, named, put_all
from strategikort.application.profiles import load_profile
from strategikort.application.reading import reading_of
from strategikort.application.reviewing import counted, reviewed
from strategikort.application.sample.content import sample_content
from strategikort.application.sample.filing import file_sample
from strategikort.application.sample.oeresoe import sample_municipality
from strategikort.application.session import Desk
from strategikort.domain.agreements import Agreement
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal
from strategikort.domain.links import Link
from strategikort.domain.phrases import Wording

SAMPLE_DAY: Final = date(2015, 2, 15)
"""The day on which the sample stands still."""

FILE_NAME: Final = "oeresoe.strategikort"

Named = tuple[str, Agreement]
Steps = Callable[[Sequence[Named], str], Iterator[Named]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """What was made, where, and what was found. ``rules`` counts the findings by rule."""

    file: Path
    folder: Path
    goals: int
    links: int
    counts: Mapping[str, int]
    rules: Mapping[str, int]
    papers: int
    drafts: int
    words: Wording


def make_demo(folder: Path, *, desk: Desk, language: str, steps: Steps) -> Demo:
    """Make the sample's file and its agreements in ``folder``; what an earlier demo left there is replaced.

    Raises:
        OSError: the folder cannot be written; all that was there is as it was.
    """
    file = folder / FILE_NAME
    document = sample_municipality(sample_content(), load_profile("helsingoer"))
    found = reading_of(document, language=language)
    review = reviewed(found, today=SAMPLE_DAY, year=SAMPLE_DAY.year)
    press = Press(found, made_at=datetime.combine(SAMPLE_DAY, time()))
    papers = named(document, agreements_of(document, SAMPLE_DAY.year))
    pdfs = (
        (folder / "aftaler" / name, press.printed(agreement).pdf) for name, agreement in steps(papers, "cli.printing")
    )
    put_all(chain([(file, _filed(document, desk))], pdfs))
    return Demo(
        file=file,
        folder=folder / "aftaler",
        goals=len(document.all(Goal)),
        links=len(document.all(Link)),
        counts=counted(review.findings),
        rules=dict(sorted(Counter(finding.rule for finding in review.findings).items())),
        papers=len(papers),
        drafts=sum(press.is_draft(agreement) for _, agreement in papers),
        words=found.words,
    )


def _filed(document: Document, desk: Desk) -> bytes:
    """The content of the sample's file."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / FILE_NAME
        file_sample(file, document, desk=desk)
        return file.read_bytes()
