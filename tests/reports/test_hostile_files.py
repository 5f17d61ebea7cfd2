"""A file that is damaged, or made to be hard to read, is answered for, and never called whole."""

import random
import zlib

import pytest

from strategikort.domain.failures import KnownFailure
from strategikort.reports.embedded import Patience
from tests.reports import attacks, reading
from tests.reports.signed import signed_once, signed_twice, unsigned
from tests.reports.test_verifying import MANY, outcome


@pytest.mark.parametrize(
    "pdf",
    [
        b"",
        b"nej",
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + b"[" * 200_000,
        b"%PDF-1.7\n" + b"startxref\n0\n%%EOF\n" * 100,
        b"%PDF-1.7\n" + b"1 0 obj null endobj\n" * 250_000,
    ],
)
def test_what_is_no_pdf_is_told(pdf: bytes) -> None:
    assert outcome(pdf) == "pdf.unreadable"


def test_a_damaged_file_is_answered_for() -> None:
    chance, pdf = random.Random(33), signed_once()
    for _ in range(MANY):
        start = chance.randrange(len(pdf))
        hurt = [
            pdf[:start],
            pdf[:start] + bytes(2000) + pdf[start + 2000 :],
            pdf[:start] + pdf[start + 1000 :],
        ]
        for one in hurt:
            assert outcome(one) != "sound"


def made_of(*objects: bytes) -> bytes:
    """A file of these objects, the first its catalog."""
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table)
    return out + head + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))


def packed(kind: bytes, content: bytes) -> bytes:
    data = zlib.compress(content, 9)
    return b"<< %b /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (kind, len(data), data)


CATALOG = b"<< /Type /Catalog /Pages 2 0 R %b >> %% /ByteRange"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] %b >>"


@pytest.mark.parametrize(
    "pdf",
    [
        made_of(CATALOG % b"/Metadata 4 0 R", PAGES, PAGE % b"", packed(b"/Type /Metadata", bytes(100 << 20))),
        made_of(CATALOG % b"", PAGES, PAGE % b"/Contents 4 0 R", packed(b"", b"BT (x) Tj ET " * (2 << 20))),
        made_of(CATALOG % b"/AcroForm << /Fields [4 0 R] >>", PAGES, PAGE % b"", b"<< /T (a) /Kids [4 0 R] >>"),
        made_of(
            CATALOG % (b"/AcroForm << /Fields [" + b"4 0 R " * 90_000 + b"] >>"), PAGES, PAGE % b"", b"<</FT /Sig>>"
        ),
        made_of(CATALOG % b"", b"<< /Type /Pages /Kids [2 0 R 2 0 R 2 0 R] /Count 3 >>", PAGE % b""),
        made_of(CATALOG % (b"/X " + b"[" * 40_000 + b"]" * 40_000), PAGES, PAGE % b""),
        made_of(CATALOG % b"/Metadata 4 0 R", PAGES, PAGE % b"", packed(b"/Type /Metadata", b"<a>" * 600_000)),
    ],
    ids=["metadata", "contents", "ring of fields", "many fields", "ring of pages", "depth", "depth of metadata"],
)
def test_a_file_made_to_be_hard_to_read_is_answered_for(pdf: bytes) -> None:
    assert outcome(pdf) in ("", "pdf.unreadable")


def test_a_file_that_was_added_to_many_times_is_answered_for() -> None:
    pdf = signed_twice()
    for _ in range(30):
        pdf = attacks.note_added(pdf)
    assert outcome(pdf) == "after"
    assert outcome(pdf + b" " * (26 << 20)) == "pdf.unreadable"


def test_pages_in_a_ring_are_answered_for() -> None:
    document = reading.opened(unsigned())
    document.Root.Pages.Kids[0] = document.Root.Pages
    ring = (
        b"%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj\nxref\n0 0\ntrailer << /Root 1 0 R /Prev 9 >>\n"
        b"startxref\n9\n%%EOF"
    )
    for pdf in (reading.written(document), ring):
        assert outcome(pdf) in ("", "pdf.unreadable")


def test_pages_that_take_too_long_are_given_up() -> None:
    Patience().ask()
    with pytest.raises(KnownFailure) as failure:
        Patience(-1.0).ask()
    assert failure.value.phrase.code == "pdf.unreadable"
