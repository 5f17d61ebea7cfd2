"""Danish is whole: every text of the window is there, finished, with the same gaps, and none is left over."""

import re
import subprocess
import xml.etree.ElementTree as ElementTree
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.house.sources import ROOT, written

DANISH = ROOT / "resources" / "i18n" / "strategikort_da.ts"
Texts = dict[tuple[str, str], list[str]]


def texts(file: Path) -> Texts:
    """Of each context and source its translations, one or one for each number; an unfinished one counts as none."""
    found: Texts = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            given = message.find("translation")
            finished = given is not None and given.get("type") is None
            forms = [form.text or "" for form in message.iter("numerusform")] or [message.findtext("translation", "")]
            found[context.findtext("name", ""), message.findtext("source", "")] = forms if finished else [""]
    return found


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    """What the sources ask for, as Qt's own tool finds it."""
    spec = find_spec("PySide6")
    assert spec is not None and spec.submodule_search_locations
    file = tmp_path_factory.mktemp("texts") / "asked.ts"
    sources = [str(path) for path in (*written("src/strategikort/desktop"), *sorted(ROOT.glob("ui/*.ui")))]
    tool = Path(spec.submodule_search_locations[0]) / "lupdate"
    subprocess.run([str(tool), "-silent", *sources, "-ts", str(file)], check=True, capture_output=True)
    return texts(file)


def test_every_text_of_the_window_is_known_and_none_is_left_over(asked: Texts) -> None:
    danish = texts(DANISH)
    assert len(asked) > 100
    assert sorted(set(asked) - set(danish)) == []
    assert sorted(set(danish) - set(asked)) == []


def test_every_text_has_its_danish() -> None:
    assert [source for source, forms in texts(DANISH).items() if not all(form.strip() for form in forms)] == []


def test_a_translation_has_the_gaps_of_its_text() -> None:
    def gaps(text: str) -> set[str]:
        return set(re.findall(r"%(?:\d|n|L\d)|\{\w+\}", text))

    assert [source for source, forms in texts(DANISH).items() if any(gaps(source[1]) != gaps(f) for f in forms)] == []
