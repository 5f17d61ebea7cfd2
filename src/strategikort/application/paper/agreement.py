"""A whole agreement as it is printed: the profile's chapters in order, each with its text and what is made for it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace

from strategikort.application.agreements import goals_of
from strategikort.application.paper.contents import check_code, follow_ups, involvements
from strategikort.application.paper.goal_block import GoalBlocks
from strategikort.application.paper.made_of import columns
from strategikort.application.paper.people import named_person
from strategikort.application.paper.political_frame import political_frame
from strategikort.application.reading import Reading
from strategikort.domain.agreements import Agreement, Commitment, Section, Signatory
from strategikort.domain.edits.agreements import centre_of
from strategikort.domain.goals import Origin
from strategikort.domain.organisation import OrgUnit, Person
from strategikort.domain.profile import SectionTemplate
from strategikort.domain.shape import Id
from strategikort.domain.written import Facts, Notes, Table
from strategikort.reports import model
from strategikort.reports.model import AgreementPaper, Attachment, Chapter, Goals, PaperWords, Part


class PaperMaker:
    """Makes the paper of one agreement from what a document says of it."""

    def __init__(self, reading: Reading, agreement: Agreement) -> None:
        self._reading, self._agreement = reading, agreement
        self._document, self._words, self._profile = reading.document, reading.words, reading.profile
        self._blocks = GoalBlocks(reading, agreement)
        self._unit = self._document.get(OrgUnit, agreement.org)
        self._centre = centre_of(self._document, agreement.org, agreement.valid_from)

    def paper(
        self, *, draft: bool, why: str = "", fields: bool = False, attachments: tuple[Attachment, ...] = ()
    ) -> AgreementPaper:
        """The paper, marked as a draft (and ``why``) or not, with the check code of what stands on it.

        With ``fields`` it can be signed by certificates; a draft cannot. The code is the same with and without.
        """
        uncoded = self._uncoded()
        code = check_code(uncoded)
        empty, filled, signed = self._check(""), self._check(code), fields and not draft
        chapters = tuple(
            replace(chapter, parts=tuple(_final(filled if part == empty else part, signed) for part in chapter.parts))
            for chapter in uncoded.chapters
        )
        return replace(
            uncoded, chapters=chapters, fingerprint=code, draft=draft, draft_why=why, attachments=attachments
        )

    def _uncoded(self) -> AgreementPaper:
        municipality, agreement = self._document.municipality, self._agreement
        look = self._profile.look
        return AgreementPaper(
            municipality=municipality.name if municipality else "",
            centre=self._centre.name if self._centre else "",
            unit=self._unit.name if self._unit else "",
            title=agreement.title,
            words=self._paper_words(),
            facts=self._facts(),
            chapters=self._chapters(),
            code=agreement.code,
            version=self._words.text("paper.version", n=agreement.version),
            identity=agreement.id,
            number=agreement.version,
            language=self._words.language,
            address=look.address,
            logo=model.Logo(picture=look.logo, alt=look.logo_alt) if look.logo else None,
            accent=look.accent,
            ink=look.ink,
        )

    def _paper_words(self) -> PaperWords:
        year = str(self._agreement.valid_from.year)
        texts = {
            field.name: self._words.text(f"paper.{field.name}", **({"year": year} if field.name == "target" else {}))
            for field in fields(PaperWords)
            if field.name != "nothing"
        }
        return PaperWords(**texts)

    def _facts(self) -> tuple[tuple[str, str], ...]:
        parties = "\n".join(self._party(one) for one in self._signatories())
        kind = self._unit.type if self._unit else ""
        amended = self._document.get(Agreement, self._agreement.amends)
        addendum = ((self._words.text("paper.amends"), f"{amended.title} ({amended.code})"),) if amended else ()
        rows = (
            (self._profile.words["unit"].one.capitalize(), self._unit.name if self._unit else ""),
            (self._words.text("paper.type"), kind),
            (self._profile.words["centre"].one.capitalize(), self._centre.name if self._centre else ""),
            (self._words.text("paper.period"), self._period()),
            (self._words.text("paper.parties"), parties),
            *addendum,
            *self._approval(),
        )
        return tuple(row for row in rows if row[1])

    def _approval(self) -> Iterator[tuple[str, str]]:
        agreement = self._agreement
        if agreement.approved_on:
            day = self._words.date(agreement.approved_on)
            yield self._words.text("paper.approved"), ", ".join(filter(None, (agreement.approved_by, day)))

    def _period(self) -> str:
        return self._words.text("paper.from_to", first=self._agreement.valid_from, last=self._agreement.valid_to)

    def _signatories(self) -> list[Signatory]:
        found = self._document.grouped(Signatory, "agreement").get(self._agreement.id, ())
        return sorted(found, key=lambda one: (one.position, one.id))

    def _role(self, role: str) -> str:
        words = self._profile.words.get(role)
        return words.one.capitalize() if words else role

    def _name(self, person: Id | None) -> str:
        found = self._document.get(Person, person)
        return found.name if found else ""

    def _party(self, signatory: Signatory) -> str:
        name = self._name(signatory.person)
        return ", ".join(part for part in (name, self._role(signatory.role).lower()) if part)

    def _org_of(self, role: str) -> str:
        of = next((party.of for party in self._profile.signatories if party.role == role), "")
        municipality = self._document.municipality
        names = {
            "unit": self._unit.name if self._unit else "",
            "centre": self._centre.name if self._centre else "",
            "municipality": municipality.name if municipality else "",
        }
        return names.get(of, "")

    def _chapters(self) -> tuple[Chapter, ...]:
        sections = self._document.grouped(Section, "agreement").get(self._agreement.id, ())
        written = {section.key: section for section in sections}
        templates = {template.key: template for template in self._profile.sections}
        ordered: list[tuple[SectionTemplate | None, Section | None]] = [
            (template, written.get(template.key)) for template in self._profile.sections
        ]
        extra = sorted((one for one in sections if one.key not in templates), key=lambda one: (one.position, one.id))
        place = len(ordered) - 1 if ordered and ordered[-1][0] and ordered[-1][0].part == "signatures" else len(ordered)
        ordered[place:place] = [(None, section) for section in extra]
        chapters: list[Chapter] = []
        for template, section in ordered:
            chapter = self._chapter(str(len(chapters) + 1), template, section)
            if chapter:
                chapters.append(chapter)
        return tuple(chapters)

    def _chapter(self, number: str, template: SectionTemplate | None, section: Section | None) -> Chapter | None:
        heading = (section.heading if section else "") or (template.heading if template else "")
        text = section.text if section else ""
        part = template.part if template else ""
        parts = _PARTS[part](self, number) if part else ()
        if not text and not parts:
            return None
        heading = heading.replace("{year}", str(self._agreement.valid_from.year))
        return Chapter(heading=heading, number=number, text=text, parts=parts, new_page=part == "goals")

    def _parties(self, number: str) -> tuple[Part, ...]:
        rows = [(self._role(one.role), self._named_party(one)) for one in self._signatories()]
        return (Facts(rows=(*rows, (self._words.text("paper.period"), self._period()))),)

    def _named_party(self, signatory: Signatory) -> str:
        return ", ".join(part for part in (self._name(signatory.person), self._org_of(signatory.role)) if part)

    def _political_frame(self, number: str) -> tuple[Part, ...]:
        return political_frame(self._reading, self._agreement, self._blocks)

    def _goals(self, number: str) -> tuple[Part, ...]:
        goals = goals_of(self._document, self._agreement)
        blocks = {goal.id: self._blocks.block(goal, f"{number}.{place}") for place, goal in enumerate(goals, start=1)}
        common = tuple(blocks[goal.id] for goal in goals if goal.origin is Origin.COMMON)
        local = tuple(blocks[goal.id] for goal in goals if goal.origin is not Origin.COMMON)
        both = bool(common and local)
        return tuple(
            Goals(goals=group, label=self._words.text(code) if both else "")
            for group, code in ((common, "paper.common"), (local, "paper.local"))
            if group
        )

    def _budget(self, number: str) -> tuple[Part, ...]:
        agreement = self._agreement
        rows = (
            (self._words.text("paper.amount"), agreement.budget_amount),
            (self._words.text("paper.budget_year"), str(agreement.budget_year or "")),
            (self._words.text("paper.price_level"), agreement.price_level),
        )
        return (Facts(rows=tuple(row for row in rows if row[1])),) if agreement.budget_amount else ()

    def _commitments(self, number: str) -> tuple[Part, ...]:
        found = self._document.grouped(Commitment, "agreement").get(self._agreement.id, ())
        if not found:
            return ()
        rows = tuple(
            (
                "\n".join(part for part in (one.title, one.description) if part),
                named_person(self._reading, one.responsible),
                self._words.date(one.deadline) if one.deadline else "",
            )
            for one in sorted(found, key=lambda one: (one.position, one.id))
        )
        heads = columns(self._words, ("paper.commitment", 2.2), ("paper.owner", 1.4), ("paper.deadline", 0.9))
        return (Table(columns=heads, rows=rows, label=self._words.text("paper.commitments")),)

    def _follow_up(self, number: str) -> tuple[Part, ...]:
        planned = follow_ups(self._document, self._agreement)
        rows = tuple(
            (self._words.text(f"paper.meeting_kind.{one.kind.value}"), self._words.date(one.planned_on))
            for one in planned
            if one.planned_on
        )
        return (Facts(rows=rows),) if rows else ()

    def _involvements(self, number: str) -> tuple[Part, ...]:
        lines = []
        for one in involvements(self._document, self._agreement):
            what = self._words.text(f"paper.{one.kind.value}", body=one.body)
            if one.waived:
                what = self._words.text("paper.waived", what=what, why=one.waived_why)
            elif one.answered_on:
                what = self._words.text("paper.answered", what=what, day=one.answered_on)
            lines.append(what)
        return (Notes(label=self._words.text("paper.involved"), lines=tuple(lines)),) if lines else ()

    def _signatures(self, number: str) -> tuple[Part, ...]:
        agreement = self._agreement
        block = model.Signatures(
            signatories=tuple(
                model.Signatory(role=self._role(one.role), name=self._name(one.person), org=self._org_of(one.role))
                for one in self._signatories()
            )
        )
        note = self._words.text("paper.unsigned_note", first=agreement.valid_from, last=agreement.valid_to)
        return Notes(label="", lines=(note,)), block, *self._involvements(number), self._check("")

    def _check(self, code: str) -> Notes:
        """The box that says how the check code is used; empty of the code while that is not known."""
        agreement = self._agreement
        said = self._words.text("paper.check_code", code=agreement.code, version=agreement.version, fingerprint=code)
        return Notes(
            label=self._words.text("paper.check"), lines=(said, self._words.text("paper.check_how")), boxed=True
        )


def _final(part: Part, fields: bool) -> Part:
    """A part of the paper; with ``fields`` each party has one to sign in."""
    if not fields or not isinstance(part, model.Signatures):
        return part
    named = (replace(one, field=f"underskrift_{place}") for place, one in enumerate(part.signatories, 1))
    return replace(part, signatories=tuple(named))


_PARTS: Mapping[str, Callable[[PaperMaker, str], tuple[Part, ...]]] = {
    "parties": PaperMaker._parties,
    "political_frame": PaperMaker._political_frame,
    "goals": PaperMaker._goals,
    "budget": PaperMaker._budget,
    "commitments": PaperMaker._commitments,
    "follow_up": PaperMaker._follow_up,
    "involvements": PaperMaker._involvements,
    "signatures": PaperMaker._signatures,
}
