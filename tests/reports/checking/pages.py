"""Pages, links, fields and bookmarks: what leads somewhere leads there, is printed, and is told in words."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf

from tests.reports import reading

SUBTYPES = {"/Header", "/Footer", "/Watermark"}


def page_faults(document: Pdf) -> Iterator[str]:
    """Faults of the file's outer order and of each page."""
    root = document.Root
    if not bool(root.get("/MarkInfo", Dictionary()).get("/Marked", False)):
        yield "not said to be tagged"
    if bool(root.get("/MarkInfo", Dictionary()).get("/Suspects", False)):
        yield "its tags are said to be guessed"
    if not str(root.get("/Lang", "")):
        yield "no language"
    if not bool(root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False)):
        yield "the title is not displayed"
    yield from _form_faults(document)
    yield from _bookmark_faults(document)
    places = {page.obj.objgen for page in document.pages}
    for number, page in enumerate(document.pages, 1):
        yield from (f"page {number}: {fault}" for fault in reading.page_text(page).faults)
        if page.get("/Tabs") != Name.S:
            yield f"page {number}: order of tabs"
        for one in page.get("/Annots", Array()):
            yield from (f"page {number}: {fault}" for fault in _annotation_faults(one, page.obj, places))


def _annotation_faults(one: Object, page: Object, places: set[tuple[int, int]]) -> Iterator[str]:
    if one.get("/Subtype") not in (Name.Link, Name.Widget):
        yield f"something else than a link or field: {one.get('/Subtype')}"
    flags = int(one.get("/F", 0))
    if not flags & 4 or flags & (1 | 2 | 32):
        yield "a link or field that is not printed"
    words = "/TU" if one.get("/Subtype") == Name.Widget else "/Contents"
    if not str(one.get(words, "")).strip():
        yield "a link or field without words"
    if one.get("/P", page).objgen != page.objgen:
        yield "a link or field of another page"
    left, bottom, right, top = (float(edge) for edge in one.Rect)
    if left >= right or bottom >= top:
        yield "a link or field without room"
    if one.get("/Subtype") == Name.Link:
        target = one.get("/Dest", one.get("/A", Dictionary()).get("/D", Array()))
        if "/A" in one or len(target) == 0 or target[0].objgen not in places:
            yield "a link that leads to no page"
    elif set(one.get("/AP", Dictionary()).keys()) != {"/N"}:
        yield "a field without an appearance, or with several"


def _form_faults(document: Pdf) -> Iterator[str]:
    form = document.Root.get("/AcroForm", Dictionary())
    if "/XFA" in form or bool(form.get("/NeedAppearances", False)):
        yield "a form that readers draw as they like"
    fields = list(form.get("/Fields", Array()))
    names = [str(field.get("/T", "")) for field in fields]
    if len(set(names)) < len(names) or "" in names or any("." in name for name in names):
        yield "fields that cannot be told apart"
    shown = [one.objgen for page in document.pages for one in page.get("/Annots", Array()) if "/FT" in one]
    if sorted(shown) != sorted(field.objgen for field in fields):
        yield "a field that is on no page, or no field of the form"
    if any(field.get("/FT") != Name.Sig for field in fields):
        yield "a field that is not to be signed"


def _bookmark_faults(document: Pdf) -> Iterator[str]:
    outlines = document.Root.get("/Outlines")
    if outlines is not None:
        places = {page.obj.objgen for page in document.pages}
        yield from _row_faults(outlines, places)


def _row_faults(above: Object, places: set[tuple[int, int]]) -> Iterator[str]:
    """Faults of the bookmarks under one, each led to and from its neighbours."""
    before, at, count = None, above.get("/First"), 0
    while at is not None and count <= 10_000:
        count += 1
        if at.get("/Parent", Dictionary()).objgen != above.objgen:
            yield "a bookmark that does not know what it is under"
        if (before is None) != ("/Prev" not in at) or (before is not None and at.Prev.objgen != before.objgen):
            yield "a bookmark that does not know the one before"
        if not str(at.get("/Title", "")).strip():
            yield "a bookmark without words"
        target = at.get("/Dest", Array())
        if len(target) == 0 or target[0].objgen not in places:
            yield "a bookmark that leads to no page"
        if "/First" in at:
            yield from _row_faults(at, places)
        before, at = at, at.get("/Next")
    if before is None or above.get("/Last", Dictionary()).objgen != before.objgen:
        yield "bookmarks that do not end where they say"
    if abs(int(above.get("/Count", 0))) < count:
        yield "bookmarks that are miscounted"
