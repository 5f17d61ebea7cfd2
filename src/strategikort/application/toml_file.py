"""A TOML file that a person wrote: read as what it should be; a slip is told with its line and what was meant."""

import difflib
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import UnionType
from typing import Final, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import About, Phrase, phrase

Shape = TypeVar("Shape", bound=BaseModel)
Path = tuple[str | int, ...]

_HEAD: Final = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY: Final = re.compile(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_STEP: Final = re.compile(r"[\w-]+|\"[^\"]*\"|'[^']*'")
_LONG_TEXT: Final = re.compile(r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'', re.DOTALL)
_NO_VALUE: Final = re.compile(r'"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#.*')
_PLACE: Final = re.compile(r"line (\d+), column")


class TomlFile:
    """The file ``name``. What is wrong with it is raised as ``problem`` makes it of a sentence."""

    def __init__(self, content: bytes, *, name: str, problem: Callable[[Phrase], KnownFailure]) -> None:
        self.name = name
        self._problem = problem
        try:
            self._text = content.decode("utf-8").replace("\r\n", "\n")
        except UnicodeDecodeError as failure:
            line = str(content[: failure.start].count(b"\n") + 1)
            raise problem(phrase("toml.encoding", file=name, line=line)) from failure

    def table(self) -> dict[str, object]:
        """What stands in the file, as it stands.

        Raises:
            KnownFailure: not TOML.
        """
        try:
            return tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as failure:
            place = _PLACE.search(str(failure))
            line = place[1] if place else str(self._text.rstrip().count("\n") + 1)
            raise self._problem(phrase("toml.broken", file=self.name, line=line)) from failure

    def read(self, shape: type[Shape], table: Mapping[str, object] | None = None) -> Shape:
        """The file as a ``shape``; ``table`` is read instead of what stands in it, if that was laid over another's.

        Raises:
            KnownFailure: not TOML, or an unknown, missing or wrong key.
        """
        try:
            return shape.model_validate(self.table() if table is None else table)
        except ValidationError as failure:
            raise self._explained(failure, shape) from failure

    def wrong(self, code: str, path: Path, /, **about: About) -> KnownFailure:
        """What is wrong at ``path``; the sentence ``code`` is given the file, the line and the key."""
        key = ".".join(str(step) for step in path if not isinstance(step, int))
        return self._problem(phrase(code, file=self.name, line=str(self.line(path)), key=key, **about))

    def line(self, path: Path) -> int:
        """The line where ``path`` stands, or else the innermost table around where it should."""
        found = dict(_places(self._text))
        return next((found[path[:n]] for n in range(len(path), 0, -1) if path[:n] in found), 1)

    def _explained(self, failure: ValidationError, shape: type[BaseModel]) -> KnownFailure:
        errors = failure.errors(include_url=False, include_input=False)
        error = next((one for one in errors if one["type"] == "extra_forbidden"), errors[0])
        path = tuple(step for step in error["loc"] if step != "[key]")
        if error["type"] == "extra_forbidden":
            near = difflib.get_close_matches(str(path[-1]), _fields(shape, path[:-1]), n=1)
            return self.wrong("toml.misspelt", path, meant=near[0]) if near else self.wrong("toml.extra", path)
        if error["type"] == "missing":
            return self.wrong("toml.missing", path)
        if error["type"] == "day":
            return self.wrong("toml.day", path)
        expected = re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))
        if expected:
            return self.wrong("toml.choice", path, known=tuple(expected))
        return self.wrong("toml.wrong", path)


def _places(text: str) -> Iterator[tuple[Path, int]]:
    """Every table and key with its line; the tables around one come with the first that stands in them."""
    seen: set[Path] = set()
    table: Path = ()
    counts: dict[Path, int] = {}
    depth = 0
    for number, line in enumerate(_LONG_TEXT.sub(_lines_only, text).split("\n"), start=1):
        bare = _NO_VALUE.sub("", line)
        head, key = _HEAD.match(line), _KEY.match(line)
        if depth == 0 and head:
            table = _numbered(_steps(head[2]), counts, one_more=head[1] == "[[")
            path = table
        elif depth == 0 and key:
            path = (*table, *_steps(key[1]))
        else:
            path = ()
        if not (depth == 0 and head):
            depth = max(0, depth + sum(map(bare.count, "[{")) - sum(map(bare.count, "]}")))
        for part in (path[:n] for n in range(1, len(path) + 1)):
            if part not in seen:
                seen.add(part)
                yield part, number


def _numbered(steps: Sequence[str], counts: dict[Path, int], *, one_more: bool) -> Path:
    """A table's path, with the number of the element wherever a table is one of several: ``[[layers]]``."""
    path: Path = ()
    for place, step in enumerate(steps, start=1):
        path = (*path, step)
        if one_more and place == len(steps):
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _steps(name: str) -> list[str]:
    return [step.strip("\"'") for step in _STEP.findall(name)]


def _lines_only(text: re.Match[str]) -> str:
    return '""' + "\n" * text[0].count("\n")


def _fields(shape: object, path: Path) -> list[str]:
    """The keys that are known at ``path`` below ``shape``."""
    for step in path:
        shape = _inside(shape, step)
    return list(shape.model_fields) if isinstance(shape, type) and issubclass(shape, BaseModel) else []


def _inside(shape: object, step: str | int) -> object:
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        field = shape.model_fields.get(str(step))
        return field.annotation if field else None
    parts = get_args(shape)
    if isinstance(shape, UnionType):
        return next((part for part in parts if part is not type(None)), None)
    if get_origin(shape) in (dict, Mapping):
        return parts[1]
    return parts[0] if parts else None
