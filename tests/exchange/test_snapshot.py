"""The JSON snapshot: everything out and in again, and nothing odd in."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, UnitGoal
from strategikort.domain.kinds import KIND_NAMED, TABLE_OF
from strategikort.domain.organisation import Municipality, OrgUnit
from strategikort.domain.shape import Id, Record, fields_of, with_values
from strategikort.exchange.results import ImportProblem
from strategikort.exchange.snapshot import snapshot_records, snapshot_schema, written_snapshot
from tests.domain.records import any_record
from tests.exchange.readers import FILES, made, snapshot, stratml, told

MINE = Municipality(id=Id("11111111-0000-4000-8000-000000000000"), name="Øresø Kommune", profile="helsingoer")


def saved(tmp_path: Path, content: bytes | Document) -> Path:
    file = tmp_path / "kommune.json"
    file.write_bytes(written_snapshot(content) if isinstance(content, Document) else content)
    return file


def refusal(file: Path, into: Document | None = None) -> str:
    with pytest.raises(ImportProblem) as caught:
        snapshot(file, into)
    (sentence,) = told((caught.value.phrase,))
    assert "\n" not in sentence
    return sentence


@settings(deadline=None)
@given(st.lists(any_record, max_size=6))
def test_every_record_is_read_as_it_was_written(records: list[Record]) -> None:
    once = {(TABLE_OF[type(one)].name, one.id): one for one in records}
    document = Document(once.values())
    assert Document(snapshot_records(written_snapshot(document), "x.json")) == document


def test_a_whole_document_goes_out_and_comes_in_again(tmp_path: Path) -> None:
    document = made(stratml(FILES / "plan.xml"))
    imported = snapshot(saved(tmp_path, document))
    assert made(imported) == document
    assert sum(number for kind, number in imported.added.items() if kind in KIND_NAMED) == len(list(document.records()))
    assert written_snapshot(made(imported)) == written_snapshot(document)


def test_the_same_records_give_the_same_bytes_in_whatever_order_they_came() -> None:
    units = [OrgUnit(id=Id(f"{number}"), name=f"Enhed {number}") for number in range(5)]
    assert written_snapshot(Document([MINE, *units])) == written_snapshot(Document([*reversed(units), MINE]))


def test_a_snapshot_of_the_same_document_brings_only_what_differs(tmp_path: Path) -> None:
    document = made(stratml(FILES / "plan.xml"))
    goal = next(iter(document.all(UnitGoal).values()))
    file = saved(tmp_path, document)
    assert not snapshot(file, document).change_set
    other = Document([with_values(one, {"title": "Andet"}) if one == goal else one for one in document.records()])
    (change,) = snapshot(file, other).change_set.changes
    assert change.after == goal


def test_invisible_characters_are_taken_out_of_a_snapshot_and_told(tmp_path: Path) -> None:
    file = saved(tmp_path, Document([MINE, OrgUnit(id=Id("u"), name="Sko\u202elen")]))
    imported = snapshot(file)
    assert made(imported).all(OrgUnit)[Id("u")].name == "Skolen"
    assert len(imported.repaired) == 1


def content(records: Mapping[str, object] | None = None, **head: object) -> bytes:
    whole = {"format": "strategikort", "version": 1, "records": records or {}}
    return json.dumps({**whole, **head}).encode()


OWNER = {"id": "m", "name": "Øresø", "profile": "helsingoer"}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (b"", "er tom"),
        (b"{", "linje 1, kolonne 2"),
        (b'{"a": NaN}', "ikke gyldig JSON"),
        (b'{"format": "strategikort", "format": "strategikort"}', "»format« står to gange"),
        (b'{"a": ' * 100_000, "for mange niveauer"),
        (b'{"a": "\xe6"}', "ikke UTF-8"),
        (b"[]", "ikke en kopi fra Strategikort"),
        (b"{}", "ikke en kopi fra Strategikort"),
        (content(version=2), "version 2"),
        (content(extra=1), "extra"),
        (content({"municipality": [{**OWNER, "colour": "red"}]}), "records.municipality.0.colour"),
        (content({"municipality": [{**OWNER, "name": 7}]}), "records.municipality.0.name"),
        (content({"unknown": []}), "records.unknown"),
        (content({"municipality": [{**OWNER, "scope": "moon"}]}), "records.municipality.0.scope"),
        (
            content({"municipality": [OWNER], "org_unit": [{"id": "u", "active_from": "i går"}]}),
            "org_unit.0.active_from",
        ),
        (content({"municipality": [OWNER], "org_unit": [{"id": "u"}, {"id": "u"}]}), "»u« er brugt to gange"),
        (content({"municipality": [OWNER], "org_unit": [{"id": ""}]}), "kan ikke bruges som id"),
        (
            content({"municipality": [OWNER], "link": [{"id": "l", "lower": "a", "upper": "b"}]}),
            "link.lower i l henviser til noget, der ikke er i filen",
        ),
        (content({"org_unit": [{"id": "u"}]}), "ikke fra den samme kommune"),
    ],
)
def test_a_snapshot_that_cannot_be_used_is_refused_in_one_line(tmp_path: Path, wrong: bytes, said: str) -> None:
    assert said in refusal(saved(tmp_path, wrong))


def test_the_snapshot_of_another_municipality_is_refused(tmp_path: Path) -> None:
    other = with_values(MINE, {"id": Id("anden"), "name": "Anden Kommune"})
    assert "Anden Kommune" in refusal(saved(tmp_path, Document([other])), Document([MINE]))


def test_the_schema_names_every_kind_and_every_field() -> None:
    schema = json.loads(json.dumps(snapshot_schema()))
    kinds = schema["$defs"]["Records"]["properties"]
    assert set(kinds) == set(KIND_NAMED)
    for name, kind in KIND_NAMED.items():
        shape = schema["$defs"][kinds[name]["items"]["$ref"].rsplit("/", 1)[-1]]
        assert set(shape["properties"]) == {item.name for item in fields_of(kind)}
    assert issubclass(KIND_NAMED["unit_goal"], Goal)
