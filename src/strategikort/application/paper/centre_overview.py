"""What a centre's units have agreed in a year, on one paper: how far each agreement is, and its goals."""

from collections.abc import Iterator
from datetime import date

from strategikort.application.agreements import agreements_of, goals_of
from strategikort.application.framed import framed
from strategikort.application.paper.goal_block import GoalBlocks
from strategikort.application.paper.made_of import columns
from strategikort.application.paper.short_form import reached, supports
from strategikort.application.reading import Reading
from strategikort.cascade.verdicts import verdicts_of
from strategikort.domain.agreements import Agreement, Signatory
from strategikort.domain.document import Document
from strategikort.domain.edits.agreements import centre_of
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.written import Column, Passage, Report, Table


def agreements_of_centre(document: Document, centre: OrgUnit, year: int) -> tuple[Agreement, ...]:
    """The agreements of a centre's units that run in a year, in the order of the units."""

    def belongs(agreement: Agreement) -> bool:
        found = centre_of(document, agreement.org, agreement.valid_from)
        return found is not None and found.id == centre.id

    return tuple(one for one in agreements_of(document, year) if belongs(one))


def centre_overview(reading: Reading, centre: OrgUnit, *, year: int, day: date) -> Report:
    """The overview: the agreements in a table, then the goals of each."""
    words = reading.words
    agreements = agreements_of_centre(reading.document, centre, year)
    title = words.text("centre_overview.title", centre=centre.name, year=str(year))
    many = f"{words.word('unit_agreement'):Many}"
    if not agreements:
        return framed(reading, title, (Passage(heading=many, text=words.text("centre_overview.none")),), day=day)
    first = Passage(heading=many, parts=(_agreements(reading, agreements),))
    return framed(reading, title, (first, *_units(reading, agreements)), day=day)


def _agreements(reading: Reading, agreements: tuple[Agreement, ...]) -> Table:
    words, document = reading.words, reading.document
    verdicts = verdicts_of(document)
    told = columns(
        words,
        ("centre_overview.leader_state", 2.0),
        ("centre_overview.goals", 0.9),
        ("centre_overview.loose", 1.5),
        ("centre_overview.signed", 1.5),
        figures=("centre_overview.goals", "centre_overview.loose"),
    )
    rows = []
    for one in agreements:
        goals = goals_of(document, one)
        parties = document.grouped(Signatory, "agreement").get(one.id, ())
        signed = sum(party.signed_on is not None for party in parties)
        rows.append(
            (
                _unit(document, one),
                words.text(f"state.{one.state.value}"),
                str(len(goals)),
                str(sum(verdicts.of(goal.id).broken for goal in goals)),
                words.text("centre_overview.of", n=signed, m=len(parties)),
            )
        )
    return Table(columns=(Column(head=f"{words.word('unit'):One}", share=3.2), *told), rows=tuple(rows))


def _unit(document: Document, agreement: Agreement) -> str:
    org = document.get(OrgUnit, agreement.org)
    return org.name if org else agreement.title


def _units(reading: Reading, agreements: tuple[Agreement, ...]) -> Iterator[Passage]:
    words = reading.words
    heads = columns(words, ("paper_form.goal", 3.2), ("paper_form.supports", 2.8), ("paper_form.reached", 3.2))
    for one in agreements:
        blocks = GoalBlocks(reading, one)
        goals = [blocks.block(goal, "") for goal in goals_of(reading.document, one)]
        rows = tuple((f"{goal.code} {goal.title}".strip(), supports(goal), reached(goal)) for goal in goals)
        heading = _unit(reading.document, one)
        if rows:
            yield Passage(heading=heading, note=one.code, parts=(Table(columns=heads, rows=rows),))
        else:
            yield Passage(heading=heading, note=one.code, text=words.text("centre_overview.no_goals"))
