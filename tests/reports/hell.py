"""Agreements with texts from hell in every place that holds a text, as hypothesis likes them."""

from dataclasses import replace
from datetime import date
from typing import Final

from hypothesis import strategies as st

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
    Mark,
    Signatory,
    Signatures,
    Step,
)
from tests.reports.papers import school_agreement

MARKUP: Final = [
    "<b>fed</b> & <img src='http://x/'> &amp; ]]> <!-- ",
    "\\( ) <</MCID 0>> BDC EMC ET Q endstream endobj",
    "{n} {m} {who} %s %(x)s ${x} {{0}}",
    "- første\n- anden\n\n• tredje\n\tfjerde\r\nfemte",
    "<script>alert(1)</script><para/><br/><font color='red'>",
]
FOREIGN: Final = [
    "עברית מימין לשמאל 123 abc",
    "العربية من اليمين ١٢٣",
    "\u202eomvendt\u202c \u2066isoleret\u2069",
    "Ελληνικά, русский, ≥ ≤ → ✓ ☐",
    "漢字かな交じり文",
    "e\u0301\u0327\u0323 Å\u030a a" + "\u0300" * 40,
    "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇩🇰",
    "a\x00b\x07c\x1bd\x7fe\x85f\u2028g\u2029h\x0bi",
    "\ud800 \ue000 \ufffe \ufeff \ufffd \ufffc \U0010ffff",
    "soft\u00adhyphen no\u00a0break zero\u200bwidth\u200d join\u2060er",
    "ǅ ﬁ ½ ² ß ſ Ǿ ĳ",
]
LONG: Final = [
    "x" * 6000,
    "Speciallægepraksisplanlægningsstabiliseringsperiode" * 9,
    "\U0001f600" * 300,
    "Målet " * 900,
    "a\u0301" * 1500,
    "-" * 400,
]
PROSE: Final = [
    "Skolen og hjemmet taler sammen om det, som barnet skal lære.",
    "Virksomhedsoverenskomstforhandlingskoordinator i kommunen",
    "82 % i 2015",
]


def texts(longest: list[str]) -> st.SearchStrategy[str]:
    """Any text, more often one that has hurt somebody."""
    odd = st.sampled_from([*MARKUP, *FOREIGN, *PROSE])
    mixed = st.lists(odd, min_size=1, max_size=3).map(" ".join)
    every = st.text(st.characters(), max_size=40)
    return st.one_of(st.just(""), odd, mixed, every, st.sampled_from([*longest, *PROSE]))


ANY: Final = texts(LONG)
SHORT: Final = texts([])
SOME: Final = SHORT.filter(lambda text: bool(text.strip(" \t\r\n\v\f\x85\u00a0\u00ad\u2028\u2029")))

steps = st.builds(Step, mark=st.sampled_from(Mark), kind=SHORT, title=SHORT, note=SHORT, text=SHORT)
strips = st.builds(Step, mark=st.sampled_from(Mark), kind=SHORT, title=SHORT, note=SHORT)
indicators = st.builds(IndicatorRow, name=SOME, baseline=SHORT, result=SHORT, target=SHORT, source=SHORT, note=ANY)
efforts = st.builds(EffortRow, title=SOME, owner=SHORT, deadline=SHORT, note=ANY)
goals = st.builds(
    GoalBlock,
    number=st.sampled_from(["4.1", "", "IV"]),
    title=SOME,
    code=SHORT,
    note=SHORT,
    threads=st.lists(st.lists(strips, min_size=1, max_size=3).map(tuple), max_size=2).map(tuple),
    thread_note=SHORT,
    why=ANY,
    affects=ANY,
    success=ANY,
    indicators=st.lists(indicators, max_size=2).map(tuple),
    efforts=st.lists(efforts, max_size=2).map(tuple),
    follow_up=ANY,
)
tables = st.builds(
    lambda heads, rows, label: Table(columns=tuple(Column(head=head) for head in heads), rows=tuple(rows), label=label),
    st.tuples(SOME, SOME),
    st.lists(st.tuples(SOME, SOME), max_size=3),
    SHORT,
)
parts = st.one_of(
    st.builds(Facts, rows=st.lists(st.tuples(SHORT, SHORT), max_size=3).map(tuple)),
    st.builds(Frame, steps=st.lists(steps, max_size=2).map(tuple), intro=ANY),
    st.builds(Goals, goals=st.lists(goals, max_size=1).map(tuple), label=SHORT),
    tables,
    st.builds(Notes, label=SHORT, lines=st.lists(ANY, max_size=2).map(tuple), boxed=st.booleans()),
)
chapters = st.builds(
    Chapter,
    heading=SOME,
    number=st.sampled_from(["1", "", "§ 2"]),
    text=ANY,
    parts=st.lists(parts, max_size=3).map(tuple),
    new_page=st.booleans(),
)
people = st.builds(Signatory, role=SHORT, name=SHORT, org=SHORT)
files = st.builds(
    Attachment, name=SOME, media_type=st.just("text/plain"), content=st.binary(max_size=99), description=SHORT
)


@st.composite
def agreements(draw: st.DrawFn) -> AgreementPaper:
    """A whole agreement, final or a draft, with or without fields, codes and files."""
    signing = [
        replace(one, field=f"underskrift_{place}" if draw(st.booleans()) else "")
        for place, one in enumerate(draw(st.lists(people, min_size=1, max_size=3)))
    ]
    last = Chapter(heading=draw(SOME), number="9", text=draw(SHORT), parts=(Signatures(signatories=tuple(signing)),))
    return replace(
        school_agreement(draft=draw(st.booleans())),
        municipality=draw(SHORT),
        centre=draw(SHORT),
        unit=draw(SHORT),
        title=draw(SOME),
        address=draw(SHORT),
        facts=tuple(draw(st.lists(st.tuples(SHORT, SHORT), max_size=2))),
        chapters=(*draw(st.lists(chapters, max_size=3)), last),
        code=draw(SHORT),
        identity=draw(st.sampled_from(["", "7f3c2a10-1111-4222-8333-abcdefabcdef"])),
        number=date(2015, 1, 1).day,
        language=draw(st.sampled_from(["da", "en"])),
        attachments=tuple(draw(st.lists(files, max_size=2, unique_by=lambda one: one.name))),
    )
