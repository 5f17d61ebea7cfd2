"""An agreement to print in tests: one school of an invented municipality."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

from strategikort.domain.written import Column, Facts, Notes, Table
from strategikort.reports.model import (
    AgreementPaper,
    Attachment,
    Chapter,
    EffortRow,
    Frame,
    GoalBlock,
    Goals,
    IndicatorRow,
    Logo,
    Mark,
    PaperWords,
    Signatory,
    Signatures,
    Step,
)
from strategikort.reports.typefaces import Typefaces

MADE_AT: Final = datetime(2015, 2, 15, 9, 30, tzinfo=UTC)
TYPEFACES: Final = Typefaces.read(Path(__file__).parents[2] / "resources" / "fonts")

WORDS: Final = PaperWords(
    page="Side {n} af {m}",
    draft="UDKAST",
    draft_note="Udkast. Aftalen kan ikke underskrives endnu.",
    thread="Rød tråd",
    why="Hvorfor",
    affects="Hvem mærker forskellen?",
    success="Hvordan kan vi se, at målet er nået?",
    indicator="Indikator",
    baseline="Udgangspunkt",
    result="Målt 2014",
    target="Mål 2015",
    source="Kilde",
    efforts="Indsatser",
    effort="Indsats",
    owner="Ansvarlig",
    deadline="Frist",
    follow_up="Opfølgning",
    signature="Underskrift",
    place_and_date="Sted og dato",
    sign_here="Underskrift med certifikat: {who}",
    scan_code="QR-kode",
    scan_note="Koden fortæller, hvilken aftale arket hører til, når underskrevne ark scannes.",
    contents="Indhold",
)


def _vision(title: str) -> Step:
    return Step(mark=Mark.SQUARE, kind="Visionselement", title=title, colour="#0F5C6E")


def _political(title: str, note: str = "", text: str = "") -> Step:
    return Step(mark=Mark.SQUARE, kind="Politisk mål", title=title, note=note, text=text, colour="#1F5FA8")


def _centre(title: str) -> Step:
    return Step(mark=Mark.CIRCLE, kind="Centermål", title=title, colour="#5B4BB0")


_THREAD = "Målet kan føres tilbage til byrådets vision (vedtaget 24.9.2012)"

SCHOOL_START: Final = GoalBlock(
    number="4.1",
    title="Flere af distriktets børn starter i 0. klasse hos os",
    code="DS-S1-01",
    note="fælles mål",
    threads=(
        (
            _vision("Sammen om løsninger"),
            _political("Flere familier flytter til", "vedtaget 24.9.2012"),
            _centre("Forældre vælger de lokale tilbud til"),
        ),
        (_vision("Børn og unge i særligt fokus"), _political("Alle børn trives"), _centre("Trygge overgange")),
    ),
    thread_note=_THREAD,
    why="Hver fjerde familie i distriktet vælger i dag et andet tilbud. Når børn og forældre kender skolen, før den "
    "første dag, bliver valget lettere, og flere klassekammerater følges ad fra børnehaven.",
    success="82 % af distriktets børn vælger Øresø Skole ved indskrivningen i december 2015.",
    indicators=(
        IndicatorRow(
            name="Andel i 0. klasse af distriktets børn",
            baseline="78 % (2013)",
            result="80,4 %",
            target="≥ 82 %",
            source="Kommunens register",
            note="Børn med bopæl i distriktet pr. 5. september.\nTallene fra før 2013 kan ikke sammenlignes.",
        ),
        IndicatorRow(
            name="Forældre, der har besøgt skolen", baseline="41 % (2014)", target="60 %", source="Egen optælling"
        ),
    ),
    efforts=(
        EffortRow(
            title="Åbent hus sammen med dagtilbuddene",
            owner="Lone Berg, skoleleder",
            deadline="1. oktober 2015",
            note="Milepæle: plan 1. maj, indbydelser 15. august",
        ),
        EffortRow(
            title="Fælles overgangsplan for alle femårige", owner="Per Holm, pædagogisk leder", deadline="15. maj 2015"
        ),
    ),
    follow_up="Midtvejs 10. juni 2015 · årsopfølgning 5. november 2015 · besluttes lokalt",
)

ABSENCE: Final = GoalBlock(
    number="4.2",
    title="Færre end 4 % ugyldigt fravær i udskolingen",
    code="DS-S1-02",
    threads=(
        (
            _vision("Sundt liv hele livet"),
            _political("Alle unge gennemfører en uddannelse"),
            _centre("Fravær opdages straks"),
        ),
    ),
    thread_note=_THREAD,
    why="Fravær i 7.-9. klasse er det tidligste tegn på, at en ung falder fra. Skolen ringer samme dag.",
    affects="Unge i 7.-9. klasse og deres forældre",
    success="Ugyldigt fravær under 4 % i 7.-9. klasse i skoleåret 2015/16.",
    indicators=(
        IndicatorRow(
            name="Ugyldigt fravær, 7.-9. klasse",
            baseline="6,1 % (2013)",
            result="5,2 %",
            target="< 4 %",
            source="Elevsystemet",
        ),
    ),
    efforts=(
        EffortRow(title="Opkald til hjemmet inden kl. 10 ved fravær", owner="Sekretariatet", deadline="1. marts 2015"),
        EffortRow(title="Samtale ved fem dages fravær på en måned", owner="Klasselærerne", deadline="hele året"),
        EffortRow(
            title="Fraværet drøftes på hvert teammøde", owner="Per Holm, pædagogisk leder", deadline="1. juni 2015"
        ),
    ),
    follow_up="Midtvejs 10. juni 2015 · årsopfølgning 5. november 2015",
)

READING: Final = GoalBlock(
    number="4.3",
    title="Alle elever læser alderssvarende ved udgangen af 2. klasse, og ingen får hjælp for sent",
    code="DS-S1-03",
    note="eget mål",
    thread_note="Målet er skolens eget og bygger ikke på et overordnet mål.",
    why="Læsning er vejen ind i alle fag. Skolen vil:\n- opdage vanskeligheder i de første tre måneder\n"
    "- give hjælp i klassen, før den gives uden for\n"
    "- tage forældrene med som læsemakkere, også dem, der selv har haft svært ved at lære at læse",
    success="90 % læser alderssvarende i maj 2015.",
    efforts=(
        EffortRow(title="Læsevejleder i alle 1. klasser", owner="Mette Lund, læsevejleder", deadline="1. august 2015"),
    ),
)


def logo() -> Logo:
    """A small picture with a transparent ground."""
    image = Image.new("RGBA", (240, 120), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((10, 10, 110, 110), 18, fill=(31, 95, 168, 255))
    draw.ellipse((35, 35, 85, 85), fill=(255, 255, 255, 255))
    draw.rectangle((130, 50, 230, 70), fill=(15, 92, 110, 255))
    out = BytesIO()
    image.save(out, "PNG")
    return Logo(picture=out.getvalue(), alt="Øresø Kommunes våben")


def school_agreement(*, draft: bool = False, goal_count: int = 3) -> AgreementPaper:
    """The agreement of Øresø Skole for 2015 with as many goals as asked for."""
    own = (SCHOOL_START, ABSENCE, READING)
    goals = tuple(replace(own[place % 3], number=f"4.{place + 1}") for place in range(goal_count))
    return AgreementPaper(
        municipality="Øresø Kommune",
        centre="Center for Dagtilbud og Skoler",
        unit="Øresø Skole",
        title="Decentral aftale 2015",
        words=WORDS,
        facts=(
            ("Løbetid", "1. januar – 31. december 2015"),
            ("Centerchef", "Anne Krogh, Center for Dagtilbud og Skoler"),
            ("Leder", "Lone Berg, Øresø Skole"),
            ("Vedtaget vision", "Vision 2020, vedtaget af byrådet 24. september 2012"),
        ),
        chapters=_chapters(goals),
        code="OE-SK-2015",
        version="version 3",
        fingerprint="4f9c 21ab 77e0",
        draft=draft,
        draft_why="Aftalen er endnu ikke erklæret klar til underskrift." if draft else "",
        address="Øresø Kommune · Rådhustorvet 1 · 3999 Øresø",
        logo=logo(),
    )


def signable(paper: AgreementPaper, *, parties: int = 2) -> AgreementPaper:
    """A final paper with fields for certificates, codes for scanners and its data inside."""
    *before, last = paper.chapters
    given = next(part.signatories for part in last.parts if isinstance(part, Signatures))
    named = (replace(given[place % len(given)], field=f"underskrift_{place + 1}") for place in range(parties))
    block = Signatures(signatories=tuple(named))
    parts = tuple(block if isinstance(part, Signatures) else part for part in last.parts)
    data = Attachment(name="aftale.json", media_type="application/json", content=b"{}", description="Aftalens data")
    return replace(
        paper,
        chapters=(*before, replace(last, parts=parts)),
        identity="7f3c2a10-1111-4222-8333-abcdefabcdef",
        number=3,
        attachments=(data, replace(data, name="bilag æøå.txt", media_type="text/plain", content=b"")),
    )


def _chapters(goals: tuple[GoalBlock, ...]) -> tuple[Chapter, ...]:
    signatories = (
        Signatory(role="Centerchef", name="Anne Krogh", org="Center for Dagtilbud og Skoler"),
        Signatory(role="Leder", name="Lone Berg", org="Øresø Skole"),
    )
    return (
        Chapter(
            number="1",
            heading="Parter og løbetid",
            text="Aftalen er indgået mellem Center for Dagtilbud og Skoler og Øresø Skole.",
            parts=(
                Facts(
                    rows=(
                        ("Centerchef", "Anne Krogh"),
                        ("Leder", "Lone Berg"),
                        ("Løbetid", "1. januar – 31. december 2015"),
                    )
                ),
            ),
        ),
        Chapter(
            number="2",
            heading="Kerneopgave",
            text="Øresø Skole giver 640 børn fra 0. til 9. klasse kundskaber, færdigheder og lyst til at lære mere.\n\n"
            "Skolen arbejder tæt sammen med distriktets to børnehuse og med ungdomsskolen.",
        ),
        Chapter(
            number="3",
            heading="Politisk ramme",
            parts=(
                Frame(
                    intro="Aftalen støtter byrådets vision og disse politiske mål:",
                    steps=(
                        _vision("Sammen om løsninger"),
                        _political(
                            "Flere familier flytter til",
                            "Børne- og Uddannelsesudvalget, vedtaget 24.9.2012",
                            "Nettotilflytningen skal op på 800 familier om året.\n\nByrådet ser på den hvert forår.",
                        ),
                        _political(
                            "Alle unge gennemfører en uddannelse", "Beskæftigelsesudvalget, vedtaget 17.12.2013"
                        ),
                    ),
                ),
            ),
        ),
        Chapter(number="4", heading="Mål for 2015", parts=(Goals(goals=goals),), new_page=True),
        Chapter(
            number="5",
            heading="Økonomisk ramme",
            parts=(Facts(rows=(("Ramme 2015", "38.450.000 kr."), ("Prisniveau", "2015-priser"))),),
        ),
        Chapter(
            number="6",
            heading="Samarbejde og centrets tilsagn",
            parts=(
                Table(
                    columns=(Column(head="Tilsagn", share=3), Column(head="Ansvarlig", share=2), Column(head="Frist")),
                    rows=(("To kursusdage for alle indskolingslærere", "Anne Krogh", "1. april 2015"),),
                    label="Centrets tilsagn",
                ),
                Notes(
                    label="Inddragelse",
                    lines=(
                        "Høring: skolebestyrelsen, svar 3. december 2014",
                        "Drøftet i MED-udvalget 5. december 2014",
                    ),
                ),
            ),
        ),
        Chapter(
            number="7",
            heading="Underskrifter",
            text="Aftalen gælder fra 1. januar til 31. december 2015. Parterne følger op i juni og november og kan "
            "ændre aftalen ved et tillæg, som begge skriver under på.",
            parts=(
                Signatures(signatories=signatories),
                Notes(
                    label="Er aftalen uændret siden underskriften?",
                    lines=("Aftale OE-SK-2015, version 3. Kontrolkode 4f9c 21ab 77e0 står nederst på hver side.",),
                    boxed=True,
                ),
            ),
        ),
    )
