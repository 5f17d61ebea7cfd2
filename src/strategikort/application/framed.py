"""The frame of a report: under the municipality's name, in the model's colours, as things stood on a day."""

from datetime import date

from strategikort.application.reading import Reading
from strategikort.domain.written import Passage, Report


def framed(
    reading: Reading,
    title: str,
    passages: tuple[Passage, ...],
    *,
    day: date,
    facts: tuple[tuple[str, str], ...] = (),
) -> Report:
    """A report of a reading. The day stands below the title after the other ``facts``."""
    municipality, look, words = reading.document.municipality, reading.profile.look, reading.words
    return Report(
        title=title,
        over=municipality.name if municipality else "",
        passages=passages,
        page=words.text("paper.page"),
        facts=(*facts, (words.text("report.day"), words.date(day))),
        language=words.language,
        accent=look.accent,
        ink=look.ink,
    )
