"""A tagged canvas made into a file: pages, faces, pictures, tree, bookmarks and what the file says of itself."""

import hashlib

from strategikort.reports.archive import write_attachments, write_fields, write_intent
from strategikort.reports.canvas import Link, TaggedCanvas
from strategikort.reports.details import PRODUCER, Details, described, said
from strategikort.reports.lines import shown
from strategikort.reports.model import Paper
from strategikort.reports.objects import Body, Objects, text_string
from strategikort.reports.pictures import Picture
from strategikort.reports.structure import write_tree
from strategikort.reports.typefaces import Face, Typefaces


def saved(canvas: TaggedCanvas, details: Details, typefaces: Typefaces) -> Paper:
    """The paper of a canvas whose last page has been shown.

    The same canvas and details always give the same bytes.
    """
    missing = tuple(shown(letter)[1:-1] for letter in sorted(canvas.missing))
    return Paper(pdf=_written(canvas, details, typefaces), pages=len(canvas.pages), missing=missing)


def _written(canvas: TaggedCanvas, details: Details, typefaces: Typefaces) -> bytes:
    objects = Objects()
    catalog = objects.reserve()
    links = [objects.reserve() for _ in canvas.links]
    fields = [objects.reserve() for _ in canvas.fields]
    on_pages = [(number, link.page) for number, link in zip(links, canvas.links, strict=True)]
    on_pages += [(number, field.page) for number, field in zip(fields, canvas.fields, strict=True)]
    parent, pages = _write_pages(objects, canvas, typefaces, on_pages)
    for place, link in enumerate(canvas.links):
        _write_link(objects, links[place], link, pages, len(pages) + place)
    form = write_fields(objects, canvas.fields, fields, pages, len(pages) + len(links))
    tree = write_tree(objects, canvas.root, pages, language=details.language, links=links, fields=fields)
    outline = write_bookmarks(objects, canvas.bookmarks, pages)
    metadata = described(details)
    meta = objects.stream("/Type /Metadata /Subtype /XML", metadata, plain=True)
    carried = write_attachments(objects, details.attachments, details.made_at)
    objects.put(
        catalog,
        f"<< /Type /Catalog /Pages {parent} 0 R /StructTreeRoot {tree} 0 R /Metadata {meta} 0 R{outline}{form}{carried}"
        f" /OutputIntents [{write_intent(objects)} 0 R]"
        f" /MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >>"
        f" /Lang {text_string(details.language)} >>",
    )
    digest = hashlib.sha256(metadata)
    for code in canvas.pages:
        digest.update(code.encode("ascii"))
    for one in (*details.attachments, *canvas.fields):
        digest.update(repr(one).encode())
    return objects.file(root=catalog, info=_write_info(objects, details), identity=digest.hexdigest()[:32])


def write_bookmarks(objects: Objects, marks: list[tuple[int, str, int, float]], pages: list[int]) -> str:
    """Write the bookmarks; gives the catalog's entry for them, or nothing when there are none.

    Each mark is a level from 0, a title, a page from 0 and a height on it; a level is at most one deeper than the last.
    """
    if not marks:
        return ""
    root = objects.reserve()
    numbers = [objects.reserve() for _ in marks]
    below: dict[int, list[int]] = {root: []}
    parents: list[int] = []
    trail = [root]
    for (level, *_), number in zip(marks, numbers, strict=True):
        del trail[level + 1 :]
        parents.append(trail[-1])
        below[trail[-1]].append(number)
        below[number] = []
        trail.append(number)
    for (_, title, page, y), number, parent in zip(marks, numbers, parents, strict=True):
        row = below[parent]
        place = row.index(number)
        links = f" /Prev {row[place - 1]} 0 R" if place else ""
        links += f" /Next {row[place + 1]} 0 R" if place + 1 < len(row) else ""
        kids = below[number]
        links += f" /First {kids[0]} 0 R /Last {kids[-1]} 0 R /Count -{len(kids)}" if kids else ""
        target = f"[{pages[page]} 0 R /XYZ 0 {y:.2f} null]"
        objects.put(number, f"<< /Title {text_string(title)} /Parent {parent} 0 R /Dest {target}{links} >>")
    top = below[root]
    objects.put(root, f"<< /Type /Outlines /First {top[0]} 0 R /Last {top[-1]} 0 R /Count {len(top)} >>")
    return f" /Outlines {root} 0 R"


def _write_link(objects: Objects, number: int, link: Link, pages: list[int], parent: int) -> None:
    """Write a link. It has a print flag, as the standard demands, but no frame that would be printed."""
    place, there = (" ".join(f"{edge:.2f}" for edge in box) for box in (link.place, link.to_place))
    objects.put(
        number,
        f"<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [{place}] /P {pages[link.page]} 0 R "
        f"/Dest [{pages[link.to_page]} 0 R /FitR {there}] /Contents {text_string(link.said)} "
        f"/StructParent {parent} >>",
    )


def _write_pages(
    objects: Objects, canvas: TaggedCanvas, typefaces: Typefaces, on_pages: list[tuple[int, int]]
) -> tuple[int, list[int]]:
    """Write the pages and what they share; gives the number of the node above them, and theirs.

    ``on_pages`` are the numbers of links and fields, each with its page.
    """
    parent = objects.reserve()
    faces = (
        f"/F{face} {write_face(objects, typefaces.faces[face], letters)} 0 R"
        for face, letters in sorted(canvas.faces.items())
    )
    pictures = (f"/X{place} {_write_picture(objects, shown)} 0 R" for place, shown in enumerate(canvas.pictures))
    resources = objects.add(f"<< /Font << {' '.join(faces)} >> /XObject << {' '.join(pictures)} >> >>")
    pages: list[int] = []
    wide, high = canvas.size
    for place, code in enumerate(canvas.pages):
        content = objects.stream("", code.encode("ascii"))
        own = [f"{number} 0 R" for number, page in on_pages if page == place]
        clickable = f" /Annots [{' '.join(own)}]" if own else ""
        pages.append(
            objects.add(
                f"<< /Type /Page /Parent {parent} 0 R /MediaBox [0 0 {wide:.3f} {high:.3f}] /Tabs /S "
                f"/Resources {resources} 0 R /Contents {content} 0 R /StructParents {place}{clickable} >>"
            )
        )
    kids = " ".join(f"{number} 0 R" for number in pages)
    objects.put(parent, f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>")
    return parent, pages


def _write_picture(objects: Objects, shown: Picture) -> int:
    return objects.stream(
        f"/Type /XObject /Subtype /Image /Width {shown.width} /Height {shown.height} "
        "/ColorSpace /DeviceRGB /BitsPerComponent 8",
        shown.samples,
        deflated=True,
    )


def _write_info(objects: Objects, details: Details) -> int:
    offset = details.made_at.strftime("%z")
    made = f"(D:{details.made_at:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}')"
    return objects.add(
        f"<< /Title {text_string(said(details.title))} /Author {text_string(said(details.author))} "
        f"/Producer ({PRODUCER}) /CreationDate {made} /ModDate {made} >>"
    )


def write_face(objects: Body, face: Face, letters: set[str]) -> int:
    """Write the part of a face that ``letters`` need; gives the number of its font."""
    part = face.part(letters)
    program = objects.stream(f"/Length1 {part.program_length}", part.program, deflated=True)
    glyphs = objects.stream("", part.glyphs, deflated=True)
    unicode = objects.stream("", part.unicode, deflated=True)
    descriptor = objects.add(
        f"<< /Type /FontDescriptor /FontName /{part.name} {face.metrics} /FontFile2 {program} 0 R >>"
    )
    inner = objects.add(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{part.name} "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        f"/FontDescriptor {descriptor} 0 R /DW 0 /W [{part.widths}] /CIDToGIDMap {glyphs} 0 R >>"
    )
    return objects.add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{part.name} /Encoding /Identity-H "
        f"/DescendantFonts [{inner} 0 R] /ToUnicode {unicode} 0 R >>"
    )
