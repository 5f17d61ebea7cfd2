"""What a file says of itself: title, author, when it was made, which standards it follows, which agreement it is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from xml.sax.saxutils import escape

from strategikort.domain.texts import in_xml
from strategikort.reports.model import Attachment

PRODUCER: Final = "Strategikort"

SCHEMA: Final = "urn:strategikort:agreement:1"
"""The name of the properties that say which agreement a file is: agreement, version, check."""

_OURS: Final = (
    ("agreement", "Text", "The identity of the agreement"),
    ("version", "Integer", "The number of its version"),
    ("check", "Text", "The check code on its pages"),
)
_UA: Final = (("part", "Integer", "The part of the PDF/UA standard that the file follows"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a file says of itself. ``made_at`` must know its time zone.

    With an ``identity`` it also says which version of which agreement it is, and its check code. ``attachments`` are
    the files that it carries.
    """

    title: str
    author: str
    language: str
    made_at: datetime
    identity: str = ""
    version: int = 1
    check: str = ""
    attachments: tuple[Attachment, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a time that means another instant on another machine."""
        if self.made_at.tzinfo is None:
            raise ValueError("made_at needs a time zone")


def described(details: Details) -> bytes:
    """The file's metadata as XMP: the same as in its information dictionary, and which standards it follows.

    PDF/A knows neither the properties of PDF/UA nor our own, so they are described in the file itself.
    """
    title, author, language = (escape(said(text)) for text in (details.title, details.author, details.language))
    made = details.made_at.isoformat(timespec="seconds")
    ours = _agreement(details) if details.identity else ""
    schemas = _schema("PDF/UA Universal Accessibility", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", _UA)
    schemas += _schema("Strategikort", SCHEMA, "strategikort", _OURS) if details.identity else ""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" '
        'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">\n'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>\n'
        f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n"
        f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\n"
        f"<xmp:CreateDate>{made}</xmp:CreateDate>\n<xmp:ModifyDate>{made}</xmp:ModifyDate>\n"
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>\n"
        "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
        "<pdfuaid:part>1</pdfuaid:part>\n"
        f"</rdf:Description>\n{ours}"
        '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
        'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" '
        'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\n'
        f"<pdfaExtension:schemas><rdf:Bag>\n{schemas}</rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n"
        '</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode("utf-8", "replace")


def _agreement(details: Details) -> str:
    said_so = (("agreement", details.identity), ("version", str(details.version)), ("check", details.check))
    values = "".join(f"<strategikort:{name}>{escape(said(text))}</strategikort:{name}>\n" for name, text in said_so)
    return f'<rdf:Description rdf:about="" xmlns:strategikort="{SCHEMA}">\n{values}</rdf:Description>\n'


def _schema(name: str, uri: str, prefix: str, properties: tuple[tuple[str, str, str], ...]) -> str:
    """The description of a set of properties, as PDF/A wants it."""
    listed = "".join(
        f'<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{key}</pdfaProperty:name>'
        f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType><pdfaProperty:category>internal"
        f"</pdfaProperty:category><pdfaProperty:description>{meaning}</pdfaProperty:description></rdf:li>\n"
        for key, kind, meaning in properties
    )
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{name}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{uri}</pdfaSchema:namespaceURI><pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>\n{listed}</rdf:Seq></pdfaSchema:property></rdf:li>\n"
    )


def said(text: str) -> str:
    """Text on one line, with what XML cannot hold replaced, so that all places say the same."""
    return in_xml(" ".join(text.split()))
