"""Rooms are small, open about their imports, and swallow no error."""

import ast

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.house.sources import ROOT, functions, named, parsed, written

LONGEST_FILE = 350
LONGEST_FUNCTION = 50


def test_a_layer_knows_only_what_lies_below_it() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


def test_no_file_grows_out_of_its_room() -> None:
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in written("src", "packaging")}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_needs_scrolling() -> None:
    long = {
        f"{named(path)}:{one.lineno} {one.name}": one.end_lineno - one.lineno + 1
        for path in written("src", "packaging")
        for one in functions(parsed(path))
        if one.end_lineno and one.end_lineno - one.lineno + 1 > LONGEST_FUNCTION
    }
    assert long == {}


def test_no_import_hides_in_a_function() -> None:
    hidden = [
        f"{named(path)}:{inner.lineno}"
        for path in written("src", "packaging")
        for one in functions(parsed(path))
        for inner in ast.walk(one)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert hidden == []


def test_no_error_is_swallowed_without_a_word() -> None:
    swallowed = [
        f"{named(path)}:{node.lineno}"
        for path in written("src", "packaging")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ExceptHandler) and all(isinstance(line, ast.Pass) for line in node.body)
    ]
    assert swallowed == []


def test_every_folder_of_code_is_a_package() -> None:
    folders = {path.parent for path in written("src/strategikort", "tests")} - {ROOT / "tests"}
    assert [named(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_what_is_translated_is_never_put_together_first() -> None:
    """A text with values already in it is found in no translation."""
    made = [
        f"{named(path)}:{node.lineno}"
        for path in written("src")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) in ("tr", "translate")
        and any(isinstance(given, ast.JoinedStr | ast.BinOp) for given in node.args)
    ]
    assert made == []
