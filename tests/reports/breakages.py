"""Ways of breaking a good paper, each by its name."""

from collections.abc import Callable
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from tests.reports import reading

Breakage = Callable[[Pdf], object]


def first(document: Pdf, kind: str, place: int = 0) -> Object:
    found = [node for node in reading.elements(document.Root.StructTreeRoot.K) if Name(kind) == node.S]
    return found[place]


def rewritten(document: Pdf, old: bytes, new: bytes, page: int = 0) -> None:
    code = document.pages[page].Contents.read_bytes()
    assert old in code
    document.pages[page].obj.Contents = Stream(document, code.replace(old, new, 1))


def metadata(document: Pdf, old: bytes, new: bytes) -> None:
    code = document.Root.Metadata.read_bytes()
    assert old in code
    document.Root.Metadata = Stream(document, code.replace(old, new))


def taken(holder: Object, *names: str) -> None:
    for name in names:
        del holder[name]


def put(holder: Object, name: str, value: object) -> None:
    holder[name] = value


def face(document: Pdf) -> Object:
    return next(iter(document.pages[0].resources.Font.values()))


def changed(stream: Object, old: bytes, new: bytes) -> None:
    """Change what a stream holds once it is unpacked."""
    data = stream.read_bytes()
    assert old in data
    stream.write(data.replace(old, new, 1))


def cell_fewer(document: Pdf) -> None:
    row = first(document, "/TR", 1)
    row.K = Array(list(row.K)[:-1])


def swap_parents(document: Pdf) -> None:
    row = document.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[1] = row[1], row[0]


def shadow(document: Pdf) -> None:
    state = document.make_indirect(Dictionary(Type=Name.ExtGState, ca=0.5))
    document.pages[0].resources.ExtGState = Dictionary(G0=state)


def another_width(document: Pdf) -> None:
    widths = face(document).DescendantFonts[0].W
    place = ord("e") - int(widths[0])
    widths[1][place] = float(widths[1][place]) + 40


def no_letter(document: Pdf) -> None:
    unicode = face(document).ToUnicode
    changed(unicode, b"<0020> <007E> <0020>", b"<0020> <0061> <0020>")


def no_glyph(document: Pdf) -> None:
    stream = face(document).DescendantFonts[0].CIDToGIDMap
    data = bytearray(stream.read_bytes())
    data[2 * ord("e") : 2 * ord("e") + 2] = b"\0\0"
    stream.write(bytes(data))


def last_bookmark_lost(document: Pdf) -> None:
    document.Root.Outlines.Last = document.Root.Outlines.First


def program(document: Pdf) -> None:
    code = document.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))
    document.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), code])))


TAGS: Final[dict[str, Breakage]] = {
    "not tagged": lambda d: taken(d.Root, "/MarkInfo"),
    "marked false": lambda d: put(d.Root.MarkInfo, "/Marked", False),
    "tags said to be guessed": lambda d: put(d.Root.MarkInfo, "/Suspects", True),
    "no tree": lambda d: taken(d.Root, "/StructTreeRoot"),
    "kinds renamed": lambda d: put(d.Root.StructTreeRoot, "/RoleMap", Dictionary(P=Name.Artifact)),
    "no language": lambda d: taken(d.Root, "/Lang"),
    "empty language": lambda d: put(d.Root, "/Lang", String("")),
    "title not shown": lambda d: taken(d.Root, "/ViewerPreferences"),
    "unknown kind": lambda d: put(first(d, "/P"), "/S", Name.Q),
    "a cell outside its row": lambda d: put(first(d, "/TR"), "/S", Name.P),
    "an item outside its list": lambda d: put(first(d, "/L"), "/S", Name.P),
    "a heading in a list": lambda d: put(first(d, "/LI"), "/S", Name.H3),
    "a list that does not say how it is numbered": lambda d: [
        taken(node, "/A") for node in reading.elements(d.Root.StructTreeRoot.K) if node.S == Name.L and "/A" in node
    ],
    "a picture without words": lambda d: taken(first(d, "/Figure"), "/Alt"),
    "a picture with a blank for words": lambda d: put(first(d, "/Figure"), "/Alt", String(" ")),
    "a picture without its place": lambda d: taken(first(d, "/Figure"), "/A"),
    "a picture of no size": lambda d: put(first(d, "/Figure").A, "/BBox", Array([9, 9, 9, 9])),
    "a head without scope": lambda d: taken(first(d, "/TH"), "/A"),
    "a head of a wrong scope": lambda d: put(first(d, "/TH").A, "/Scope", Name.Up),
    "a table without heads": lambda d: [
        put(node, "/S", Name.TD) for node in list(reading.elements(d.Root.StructTreeRoot.K)) if node.S == Name.TH
    ],
    "a row that is shorter": cell_fewer,
    "a level left out": lambda d: put(first(d, "/H3"), "/S", Name.H4),
    "two titles": lambda d: put(first(d, "/H2"), "/S", Name.H1),
    "no heading": lambda d: put(first(d, "/H1"), "/S", Name.P),
    "an empty element": lambda d: put(first(d, "/H2"), "/K", Array()),
    "an element that does not know its parent": lambda d: put(first(d, "/H2"), "/P", first(d, "/H1")),
    "a mark that is in the tree twice": lambda d: first(d, "/H2").K.append(int(first(d, "/H2").K[0])),
    "an element that is in the tree twice": lambda d: d.Root.StructTreeRoot.K.K.append(d.Root.StructTreeRoot.K.K[0]),
    "text outside a mark": lambda d: rewritten(d, b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC", b""),
    "a mark left open": lambda d: rewritten(d, b"EMC", b""),
    "a mark in a mark": lambda d: rewritten(d, b"EMC", b"/Artifact BMC EMC EMC", page=1),
    "a box outside a mark": lambda d: rewritten(d, b"EMC", b"EMC 0 0 9 9 re f"),
    "a mark renumbered": lambda d: rewritten(d, b"/MCID 1>>", b"/MCID 77>>"),
    "a mark used twice": lambda d: rewritten(d, b"/MCID 1>>", b"/MCID 0>>"),
    "content made an artifact": lambda d: rewritten(d, b"/P <</MCID 1>> BDC", b"/Artifact BMC"),
    "parents swapped": swap_parents,
    "no parents": lambda d: put(d.Root.StructTreeRoot, "/ParentTree", Dictionary(Nums=Array())),
    "parents out of order": lambda d: put(d.Root.StructTreeRoot, "/ParentTreeNextKey", 1),
    "a page without parents": lambda d: taken(d.pages[0].obj, "/StructParents"),
    "no order of tabs": lambda d: taken(d.pages[1].obj, "/Tabs"),
}

ARCHIVE: Final[dict[str, Breakage]] = {
    "no standard of access": lambda d: metadata(d, b"pdfuaid:part>1", b"pdfuaid:part>2"),
    "no standard of archives": lambda d: metadata(d, b"<pdfaid:part>3</pdfaid:part>", b""),
    "a lower standard": lambda d: metadata(d, b"conformance>A", b"conformance>B"),
    "a property not explained": lambda d: metadata(d, b"pdfaProperty:name>part<", b"pdfaProperty:name>other<"),
    "no title": lambda d: metadata(d, b"dc:title", b"dc:other"),
    "another title": lambda d: metadata(d, b"Decentral aftale", b"Central aftale"),
    "another author": lambda d: put(d.docinfo, "/Author", String("En anden")),
    "another day": lambda d: put(d.docinfo, "/ModDate", String("D:20150216093000+00'00'")),
    "no metadata": lambda d: taken(d.Root, "/Metadata"),
    "colours not explained": lambda d: taken(d.Root, "/OutputIntents"),
    "no colour profile": lambda d: taken(d.Root.OutputIntents[0], "/DestOutputProfile"),
    "a damaged colour profile": lambda d: changed(d.Root.OutputIntents[0].DestOutputProfile, b"acsp", b"acsq"),
    "a colour profile cut off": lambda d: (lambda one: one.write(one.read_bytes()[:300]))(
        d.Root.OutputIntents[0].DestOutputProfile
    ),
    "colours of ink": lambda d: rewritten(d, b"BT ", b"0 0 0 1 k BT "),
    "see-through ink": shadow,
    "a see-through page": lambda d: put(d.pages[0].obj, "/Group", Dictionary(S=Name.Transparency)),
    "a see-through picture": lambda d: put(
        next(iter(d.pages[0].resources.XObject.values())), "/SMask", next(iter(d.pages[0].resources.XObject.values()))
    ),
    "a program inside": program,
    "an action on opening": lambda d: put(d.Root, "/OpenAction", Dictionary(S=Name.JavaScript, JS=String("1"))),
    "a face not embedded": lambda d: taken(face(d).DescendantFonts[0].FontDescriptor, "/FontFile2"),
    "a face without letters": lambda d: taken(face(d), "/ToUnicode"),
    "a letter that cannot be read back": no_letter,
    "a code without a glyph": no_glyph,
    "a letter of another width": another_width,
    "a face of two names": lambda d: put(face(d), "/BaseFont", Name("/ABCDEF+Other")),
    "a face with a list of glyphs": lambda d: put(
        face(d).DescendantFonts[0].FontDescriptor, "/CIDSet", Stream(d, b"\x80")
    ),
}

SIGNED: Final[dict[str, Breakage]] = {
    "a field in a list of its own": lambda d: put(first(d, "/Form"), "/K", Array([first(d, "/Form").K])),
    "a field without words": lambda d: taken(d.Root.AcroForm.Fields[0], "/TU"),
    "a field whose element has no words": lambda d: taken(first(d, "/Form"), "/Alt"),
    "two fields of one name": lambda d: put(d.Root.AcroForm.Fields[0], "/T", d.Root.AcroForm.Fields[1].T),
    "a field without appearance": lambda d: taken(d.Root.AcroForm.Fields[0], "/AP"),
    "a field that is not printed": lambda d: put(d.Root.AcroForm.Fields[0], "/F", 2),
    "a field on no page": lambda d: put(d.pages[-1].obj, "/Annots", Array(list(d.pages[-1].Annots)[1:])),
    "a field outside the form": lambda d: put(d.Root.AcroForm, "/Fields", Array([d.Root.AcroForm.Fields[0]])),
    "a field outside the tree": lambda d: put(d.Root.AcroForm.Fields[0], "/StructParent", 0),
    "a form that readers draw": lambda d: put(d.Root.AcroForm, "/NeedAppearances", True),
    "a file that was swapped": lambda d: changed(d.Root.AF[0].EF.F, b"{}", b"[]"),
    "a file not linked to the text": lambda d: taken(d.Root, "/AF"),
    "a file that does not say what it is": lambda d: taken(d.Root.AF[0], "/AFRelationship"),
    "a file without type": lambda d: taken(d.Root.AF[0].EF.F, "/Subtype"),
    "a file without name": lambda d: taken(d.Root.AF[0], "/UF"),
    "a bookmark without words": lambda d: put(d.Root.Outlines.First, "/Title", String("")),
    "a bookmark that leads to no page": lambda d: put(d.Root.Outlines.First, "/Dest", Array([d.Root, Name.Fit])),
    "bookmarks that end too early": last_bookmark_lost,
    "a bookmark lost on the way back": lambda d: taken(d.Root.Outlines.Last, "/Prev"),
}

LINKS: Final[dict[str, Breakage]] = {
    "a link without words": lambda d: taken(d.pages[0].Annots[0], "/Contents"),
    "a link that leads to no page": lambda d: put(d.pages[0].Annots[0], "/Dest", Array([d.Root, Name.Fit])),
    "a link that is not printed": lambda d: put(d.pages[0].Annots[0], "/F", 0),
    "a link outside the tree": lambda d: taken(d.pages[0].Annots[0], "/StructParent"),
    "a link of another element": lambda d: put(
        d.pages[0].Annots[0], "/StructParent", int(d.pages[0].Annots[1].StructParent)
    ),
    "a link to somewhere else": lambda d: put(
        d.pages[0].Annots[0], "/A", Dictionary(S=Name.URI, URI=String("http://x"))
    ),
    "a note beside the links": lambda d: put(d.pages[0].Annots[0], "/Subtype", Name.Text),
}
