"""A municipality's Word template is filled in, tells what it lacks, and can do nothing but ask for texts."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from strategikort.domain.failures import KnownFailure
from strategikort.domain.texts import in_xml
from strategikort.exchange.word_template import MOST_BYTES, Field, Filled, filled

TWO: dict[str, Field] = {
    "titel": "Decentral aftale 2015",
    "maal": [
        {"titel": "Trivsel", "kode": "DS-01", "indsatser": [{"titel": "Lektiecafé", "frist": ""}]},
        {"titel": "Fravær", "kode": "", "indsatser": []},
    ],
    "linjer": ["Parter", "Periode"],
    "kladde": "",
}


def template(*paragraphs: str, footer: str = "") -> bytes:
    word = Document()
    for one in paragraphs:
        word.add_paragraph(one)
    word.sections[0].footer.paragraphs[0].text = footer
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def lines(made: Filled) -> list[str]:
    return [one.text for one in Document(BytesIO(made.content)).paragraphs]


def test_fields_and_loops_stand_where_the_template_says() -> None:
    made = filled(
        template(
            "{{ titel }}", "{%p for m in maal %}", "{{ m.titel }}, {{ m.kode }}", "{%p endfor %}", footer="{{ titel }}"
        ),
        TWO,
        file="vores.docx",
    )
    assert lines(made) == ["Decentral aftale 2015", "Trivsel, DS-01", "Fravær, "]
    assert Document(BytesIO(made.content)).sections[0].footer.paragraphs[0].text == "Decentral aftale 2015"


def test_a_field_with_a_text_and_no_place_is_named_and_an_empty_one_is_not() -> None:
    made = filled(template("{%p for m in maal %}", "{{ m.titel }}", "{%p endfor %}"), TWO, file="vores.docx")
    assert made.lacking == ("titel", "maal.kode", "maal.indsatser", "maal.indsatser.titel", "linjer")
    assert made.unknown == ()


def test_a_field_that_nobody_knows_is_named_and_left_empty() -> None:
    made = filled(
        template("a{{ overskrift }}b{{ overskrift.kort }}", "{%p for m in maal %}", "c{{ m.navn }}d", "{%p endfor %}"),
        TWO,
        file="vores.docx",
    )
    assert made.unknown == ("maal.navn", "overskrift")
    assert lines(made) == ["ab", "cd", "cd"]


def test_a_template_with_every_field_lacks_none() -> None:
    made = filled(
        template(
            "{{ titel }} {{ kladde }}",
            "{%p for m in maal %}",
            "{{ m.titel }} {{ m.kode }} {% for i in m.indsatser %}{{ i.titel }}{% endfor %}",
            "{%p endfor %}",
            "{% for l in linjer %}{{ l }}{% endfor %}",
        ),
        TWO,
        file="vores.docx",
    )
    assert (made.lacking, made.unknown) == ((), ())


def test_the_same_template_and_fields_give_the_same_bytes() -> None:
    source = template("{{ titel }}")
    assert filled(source, TWO, file="a.docx").content == filled(source, TWO, file="b.docx").content


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_comes_out_as_it_is(text: str) -> None:
    """Markup, braces and signs too; a line stays a line, and what Word cannot hold is shown as a sign."""
    made = filled(template("<{{ titel }}>"), {"titel": text}, file="vores.docx")
    assert lines(made)[0] == f"<{in_xml(text)}>".replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    "fields",
    ["{{ titel", "{% for m in %}", "{%p endfor %}", "{{ titel | findes_ikke }}", "{{ titel + 1 }}", "{{ 1 / 0 }}"],
)
def test_fields_that_are_miswritten_are_refused_with_the_file_s_name(fields: str) -> None:
    with pytest.raises(KnownFailure) as refusal:
        filled(template(fields), TWO, file="vores.docx")
    assert refusal.value.phrase.code == "word_template.fields_miswritten"


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7", b"PK\x03\x04 half a file", template("{{ titel }}")[:-400]], ids=repr
)
def test_what_is_no_word_document_is_refused(content: bytes) -> None:
    with pytest.raises(KnownFailure) as refusal:
        filled(content, TWO, file="vores.docx")
    assert refusal.value.phrase.code == "word_template.not_word"


def test_a_damaged_document_in_the_right_wrapping_is_refused() -> None:
    target = BytesIO()
    with ZipFile(BytesIO(template("x"))) as whole, ZipFile(target, "w") as broken:
        for name in whole.namelist():
            broken.writestr(name, b"<w:document" if name == "word/document.xml" else whole.read(name))
    with pytest.raises(KnownFailure) as refusal:
        filled(target.getvalue(), TWO, file="vores.docx")
    assert refusal.value.phrase.code == "word_template.not_word"


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused_before_it_is_unpacked() -> None:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", bytes(4 * MOST_BYTES + 1))
    with pytest.raises(KnownFailure) as refusal:
        filled(target.getvalue(), TWO, file="vores.docx")
    assert refusal.value.phrase.code == "word_template.too_large"


@pytest.mark.parametrize(
    "attack",
    [
        "{{ maal.__class__.__mro__ }}",
        "{{ maal[0].__class__.__init__.__globals__ }}",
        "{{ maal[0]._fields }}",
        "{{ titel.__class__.__base__.__subclasses__() }}",
        "{{ maal.append(1) }}",
        "{% for i in range(10000000) %}x{% endfor %}",
    ],
)
def test_a_template_reaches_nothing_of_the_program(attack: str) -> None:
    """It is refused, or what it asks for is nothing."""
    try:
        made = filled(template(f"<{attack}>"), TWO, file="vores.docx")
    except KnownFailure as refusal:
        assert refusal.phrase.code == "word_template.fields_miswritten"
    else:
        assert lines(made) == ["<>"]
