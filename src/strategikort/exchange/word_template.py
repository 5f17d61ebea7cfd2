"""A municipality's own Word template, filled in: where the template says ``{{ titel }}``, the title stands.

A template is a ``.docx`` with fields as the Jinja language writes them, loops among them (``{%p for m in maal %}``).
It is a file from outside: it can ask for texts and do nothing else.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final, TypeAlias
from zipfile import BadZipFile, ZipFile

from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from jinja2 import TemplateError, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml.etree import LxmlError

from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import About, phrase
from strategikort.domain.texts import in_xml
from strategikort.exchange.word import steady

Field: TypeAlias = "str | Sequence[Mapping[str, Field]] | Sequence[str]"
"""A text; a list of things that have fields of their own; a list of texts."""

MOST_BYTES: Final = 25_000_000
"""A template is no larger than this, and what is packed in it no larger than four times as much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The ``.docx``; which fields that hold a text the template has no place for, which of its own nobody knows."""

    content: bytes
    lacking: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def filled(template: bytes, fields: Mapping[str, Field], *, file: str) -> Filled:
    """The template, named ``file`` where something is wrong with it, with the fields in their places.

    A field of a list's things is called by both names: ``maal.titel``. Letters that Word cannot hold are shown as such.
    The same template and fields give the same bytes.

    Raises:
        KnownFailure: it is no Word document, too large, or its fields are not written as they must be.
    """
    _look_at(template, file)
    asked = _Asked(set(), set())
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=_Nothing)
    try:
        word = DocxTemplate(BytesIO(template))
        word.init_docx()
    except (OpcError, LxmlError, BadZipFile, KeyError, ValueError, AttributeError) as fault:
        raise _refused("not_word", file=file) from fault
    target = BytesIO()
    try:
        known = word.get_undeclared_template_variables(environment)
        word.render({name: _given(value, name, asked) for name, value in fields.items()}, environment, autoescape=True)
        word.save(target)
    except (TemplateError, ArithmeticError, TypeError, ValueError, LxmlError) as fault:
        raise _refused("fields_miswritten", file=file, what=str(fault).partition("\n")[0]) from fault
    there = asked.known | known
    return Filled(
        content=steady(target.getvalue()),
        lacking=tuple(name for name in _with_text(fields) if name not in there),
        unknown=tuple(sorted((known - fields.keys()) | asked.unknown)),
    )


def _refused(code: str, /, **about: About) -> KnownFailure:
    return KnownFailure(phrase(f"word_template.{code}", **about))


def _look_at(template: bytes, file: str) -> None:
    """Refuse what is no Word document, before anything is unpacked."""
    if len(template) > MOST_BYTES:
        raise _refused("too_large", file=file)
    try:
        with ZipFile(BytesIO(template)) as packed:
            size = sum(one.file_size for one in packed.infolist())
            if "word/document.xml" not in packed.namelist():
                raise _refused("not_word", file=file)
    except BadZipFile as fault:
        raise _refused("not_word", file=file) from fault
    if size > 4 * MOST_BYTES:
        raise _refused("too_large", file=file)


def _with_text(fields: Mapping[str, Field]) -> Iterator[str]:
    """The names of the fields that hold something, in their order; a list's own name stands before those in it."""
    for name, value in fields.items():
        if value:
            yield name
        if not isinstance(value, str):
            inner = dict.fromkeys(one for thing in value if isinstance(thing, Mapping) for one in _with_text(thing))
            yield from (f"{name}.{one}" for one in inner)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which fields of things a template has asked for, and which it asked for in vain."""

    known: set[str]
    unknown: set[str]


class _Nothing(Undefined):
    """Stands in the place of a field that is not there; a field of it is nothing too."""

    def __getattr__(self, name: str) -> "_Nothing":
        if name.startswith("_"):
            raise AttributeError(name)
        return self


class _Thing:
    """One thing of a list, with its fields as attributes; remembers which were asked for."""

    def __init__(self, fields: Mapping[str, Field], name: str, asked: _Asked) -> None:
        self._fields, self._name, self._asked = fields, name, asked

    def __getattr__(self, field: str) -> object:
        if field.startswith("_"):
            raise AttributeError(field)
        name = f"{self._name}.{field}"
        if field not in self._fields:
            self._asked.unknown.add(name)
            raise AttributeError(field)
        self._asked.known.add(name)
        return _given(self._fields[field], name, self._asked)


def _given(value: Field, name: str, asked: _Asked) -> object:
    """A field as the template sees it."""
    if isinstance(value, str):
        return in_xml(value)
    return [in_xml(one) if isinstance(one, str) else _Thing(one, name, asked) for one in value]
