"""What ships with the program: profiles, sentences, rules, fonts, sample. The one place that knows where it lies."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable


def resource(*parts: str) -> Traversable:
    """The file or folder of the program's resources at ``parts``."""
    return files("strategikort").joinpath("resources", *parts)


def resource_bytes(*parts: str) -> bytes:
    """The content of a resource."""
    return resource(*parts).read_bytes()


def resource_files(*parts: str, suffix: str) -> Iterator[Traversable]:
    """The files with ``suffix`` in a folder of the resources, by name."""
    found = (file for file in resource(*parts).iterdir() if file.name.endswith(suffix))
    yield from sorted(found, key=lambda file: file.name)
