"""What somebody may do to a signed paper, each as a function from the paper to what becomes of it."""

from collections.abc import Callable
from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from tests.reports import reading

Attack = Callable[[bytes], bytes]
NAME = generic.pdf_name


def added(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """The file with a change added to its end, as the format allows."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    writer._update_meta = lambda: None  # or what the file says of itself would be changed too
    change(writer)
    made = BytesIO()
    writer.write(made)
    assert made.getvalue().startswith(pdf)
    return made.getvalue()


def page(writer: IncrementalPdfFileWriter, place: int) -> generic.DictionaryObject:
    return writer.root["/Pages"]["/Kids"][place]


def painted_over(pdf: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        paint = generic.StreamObject(stream_data=b"1 1 1 rg 50 50 400 700 re f")
        writer.add_stream_to_page(1, writer.add_object(paint))

    return added(pdf, change)


def page_replaced(pdf: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        one = page(writer, 2)
        one[NAME("/Contents")] = page(writer, 1).raw_get("/Contents")
        writer.update_container(one)

    return added(pdf, change)


def page_taken_out(pdf: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        pages = writer.root["/Pages"]
        del pages["/Kids"][3]
        pages[NAME("/Count")] = generic.NumberObject(len(pages["/Kids"]))
        writer.update_container(pages["/Kids"])
        writer.update_container(pages)

    return added(pdf, change)


def field_renamed(pdf: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        field = writer.root["/AcroForm"]["/Fields"][0]
        field[NAME("/T")] = generic.pdf_string("en_anden")
        writer.update_container(field)

    return added(pdf, change)


def file_swapped(pdf: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        carried = writer.root["/Names"]["/EmbeddedFiles"]["/Names"][1]["/EF"]
        data = generic.StreamObject(
            {NAME("/Type"): NAME("/EmbeddedFile"), NAME("/Subtype"): NAME("/application#2Fjson")}, stream_data=b"{}"
        )
        carried[NAME("/F")] = carried[NAME("/UF")] = writer.add_object(data)
        writer.update_container(carried)

    return added(pdf, change)


def note_added(pdf: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        note = generic.DictionaryObject(
            {
                NAME("/Type"): NAME("/Annot"),
                NAME("/Subtype"): NAME("/FreeText"),
                NAME("/Rect"): generic.ArrayObject([generic.NumberObject(one) for one in (50, 50, 300, 90)]),
                NAME("/Contents"): generic.pdf_string("og det modsatte"),
            }
        )
        one = page(writer, 1)
        one[NAME("/Annots")] = generic.ArrayObject([*one.get("/Annots", ()), writer.add_object(note)])
        writer.update_container(one)

    return added(pdf, change)


def title_changed(pdf: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        info = writer.trailer["/Info"]
        info[NAME("/Title")] = generic.pdf_string("En anden aftale")
        writer.update_container(info)

    return added(pdf, change)


def signature_taken_out(pdf: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        field = writer.root["/AcroForm"]["/Fields"][1]
        del field["/V"]
        writer.update_container(field)

    return added(pdf, change)


def signature_moved(pdf: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        fields = writer.root["/AcroForm"]["/Fields"]
        first, second = fields[0], fields[1]
        second[NAME("/V")] = first.raw_get("/V")
        writer.update_container(second)

    return added(pdf, change)


def words_appended(pdf: bytes) -> bytes:
    return pdf + b"\n% mere\n"


def ending_appended(pdf: bytes) -> bytes:
    return pdf + pdf[pdf.rindex(b"startxref") :]


def page_rewritten(pdf: bytes) -> bytes:
    """The whole file written anew with another page in place of one."""
    document = reading.opened(pdf)
    document.pages[2].Contents = document.pages[1].Contents
    return reading.written(document)


def letter_rewritten(pdf: bytes) -> bytes:
    """One letter of the title changed where it stands."""
    at = pdf.index(b"/Title <feff") + 15
    return pdf[:at] + (b"1" if pdf[at : at + 1] != b"1" else b"2") + pdf[at + 1 :]
