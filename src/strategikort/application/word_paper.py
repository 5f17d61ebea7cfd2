"""An agreement in the municipality's own Word template: what stands on the paper, as the template's fields."""

from collections.abc import Iterator, Mapping
from dataclasses import fields as fields_of
from pathlib import Path
from typing import Final

from strategikort.application.printing import Press
from strategikort.domain.agreements import Agreement, IssuePurpose
from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import Wording, phrase
from strategikort.domain.written import Facts, Notes, Table
from strategikort.exchange.word_start import starting_template
from strategikort.exchange.word_template import MOST_BYTES, Field, Filled, filled
from strategikort.reports.model import AgreementPaper, Chapter, Frame, GoalBlock, Goals, Part, Signatures, Step

_OF_GOAL: Final = {
    "nummer": "number",
    "titel": "title",
    "kode": "code",
    "bemaerkning": "note",
    "traad_note": "thread_note",
    "hvorfor": "why",
    "beroerer": "affects",
    "succeskriterium": "success",
    "opfoelgning": "follow_up",
}
_OF_INDICATOR: Final = {
    "navn": "name",
    "udgangspunkt": "baseline",
    "resultat": "result",
    "maaltal": "target",
    "kilde": "source",
    "bemaerkning": "note",
}
_OF_EFFORT: Final = {"titel": "title", "ansvarlig": "owner", "frist": "deadline", "bemaerkning": "note"}
_OF_SIGNATORY: Final = {"rolle": "role", "navn": "name", "sted": "org"}


def word_paper(press: Press, agreement: Agreement, template: Path | None, *, draft: bool) -> Filled:
    """The agreement as ``.docx`` in a template, or in the one to begin with; marked as a draft where the PDF is.

    The Word file is for those who write on in it; what is signed is the PDF.

    Raises:
        KnownFailure: the template cannot be read or used.
    """
    paper = press.laid_out(agreement, draft=draft, purpose=IssuePurpose.PAPER)
    content = starting_word(press.reading.words) if template is None else _read(template)
    return filled(content, word_fields(paper), file=template.name if template else "aftale.docx")


def starting_word(words: Wording) -> bytes:
    """A template with every field in it, to be changed in Word."""
    heads = ("indicator", "baseline", "result", "target", "source", "effort", "owner", "deadline")
    labels = ("thread", "why", "affects", "success", "follow_up", "signature", "place_and_date")
    return starting_template({code: words.text(f"paper.{code}", year="").strip() for code in (*heads, *labels)})


def _read(template: Path) -> bytes:
    try:
        with template.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as fault:
        raise KnownFailure(phrase("word_template.unreadable", file=str(template))) from fault


def word_fields(paper: AgreementPaper) -> dict[str, Field]:
    """Everything that stands on the paper, each thing under one name; goals and signatures apart from the chapters."""
    goals = [goal for part in paper.parts(Goals) for goal in part.goals]
    parties = [one for part in paper.parts(Signatures) for one in part.signatories]
    return {
        "kommune": paper.municipality,
        "center": paper.centre,
        "enhed": paper.unit,
        "titel": paper.title,
        "kode": paper.code,
        "version": paper.version,
        "kontrolkode": paper.fingerprint,
        "kladde": (paper.draft_why or paper.words.draft_note) if paper.draft else "",
        "adresse": paper.address,
        "oplysninger": [{"navn": name, "vaerdi": value} for name, value in paper.facts],
        "afsnit": [_chapter(one) for one in paper.chapters],
        "maal": [_goal(one) for one in goals],
        "underskrivere": [_texts(one, _OF_SIGNATORY) for one in parties],
    }


def _chapter(chapter: Chapter) -> dict[str, Field]:
    """A chapter; ``er_maal`` and ``er_underskrift`` say where the goals and the signatures stand in the paper."""
    return {
        "nummer": chapter.number,
        "overskrift": chapter.heading,
        "tekst": chapter.text,
        "linjer": [line for part in chapter.parts for line in _lines(part)],
        "er_maal": "x" if _has(chapter, Goals) else "",
        "er_underskrift": "x" if _has(chapter, Signatures) else "",
    }


def _has(chapter: Chapter, kind: type[Goals] | type[Signatures]) -> bool:
    return any(isinstance(part, kind) for part in chapter.parts)


def _lines(part: Part) -> Iterator[str]:
    """What stands in a part of a chapter, a line for each thing that is said; nothing that has fields of its own."""
    if isinstance(part, Facts):
        yield from (f"{name}: {_flat(value)}" for name, value in part.rows)
    elif isinstance(part, Frame):
        yield from filter(None, (part.intro,))
        yield from (_step(one) for one in part.steps)
    elif isinstance(part, Notes):
        yield from filter(None, (part.label,))
        yield from part.lines
    elif isinstance(part, Table):
        heads = [column.head for column in part.columns]
        for place, row in enumerate(part.rows):
            yield " · ".join(f"{head}: {_flat(cell)}" for head, cell in zip(heads, row, strict=True) if cell)
            yield from part.notes[place : place + 1]


def _flat(text: str) -> str:
    return "; ".join(text.splitlines())


def _step(step: Step) -> str:
    said = f"{step.kind.capitalize()}: {step.title}" + (f" ({step.note})" if step.note else "")
    return f"{said}. {step.text}" if step.text else said


def _goal(goal: GoalBlock) -> dict[str, Field]:
    return {
        **_texts(goal, _OF_GOAL),
        "traade": [" › ".join(_step(step) for step in thread) for thread in goal.threads],
        "indikatorer": [_texts(one, _OF_INDICATOR) for one in goal.indicators],
        "indsatser": [_texts(one, _OF_EFFORT) for one in goal.efforts],
    }


def _texts(thing: object, names: Mapping[str, str]) -> dict[str, Field]:
    """The texts of a thing under the names of the template."""
    known = {field.name for field in fields_of(thing)}  # type: ignore[arg-type]
    assert known.issuperset(names.values())
    return {name: getattr(thing, field) for name, field in names.items()}
