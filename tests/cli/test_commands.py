"""Every command as the contract says it: what it gives, its exit code, and one line when it cannot be done."""

import json
import re
from pathlib import Path

import pytest

from strategikort.application.wordings import wording
from strategikort.cli.language import LANGUAGES
from strategikort.domain.kinds import KIND_NAMED
from strategikort.domain.links import LinkKind
from tests.cli.conftest import Command, Ran


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A small cascade as a CSV bundle: one thread that holds, one goal that hangs loose."""
    folder = tmp_path / "bundle"
    folder.mkdir()
    (folder / "goals.csv").write_text(
        "id,kind,title,org_unit,year\n"
        "P1,political_goal,Flere familier flytter til,,\n"
        "C1,centre_goal,Flere vælger skolen,DS,2015\n"
        "U1,unit_goal,Flere starter hos os,S1,2015\n"
        "U2,unit_goal,Ny legeplads,S1,2015\n"
        "E1,effort,Åbent hus,S1,2015\n",
        encoding="utf-8",
    )
    (folder / "links.csv").write_text("from,to\nC1,P1\nU1,C1\nE1,U1\n", encoding="utf-8")
    return folder


@pytest.fixture
def file(command: Command, bundle: Path, tmp_path: Path) -> Path:
    made = tmp_path / "by.strategikort"
    assert command("import", bundle, made).code == 0
    return made


def refused(ran: Ran) -> str:
    """The one line that a command that could not be done said."""
    assert ran.code == 2, ran
    assert ran.out == ""
    assert ran.err.endswith("\n") and ran.err.count("\n") == 1, ran.err
    assert "Traceback" not in ran.err
    return ran.err.strip()


def test_without_a_command_the_window_is_opened_with_the_file(command: Command, screen: dict[str, str]) -> None:
    assert command(environment=screen).out == "window []\n"
    assert command("by.strategikort", environment=screen).out == "window ['by.strategikort']\n"


def test_new_makes_an_empty_document_and_never_in_the_place_of_another(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "ny.strategikort"
    assert command("new", file, "--name", "Øresø Kommune").code == 0
    before = file.read_bytes()
    assert str(file) in refused(command("new", file))
    assert file.read_bytes() == before
    assert "atlantis" in refused(command("new", tmp_path / "b.strategikort", "--profile", "atlantis"))
    assert not (tmp_path / "b.strategikort").exists()


def test_check_tells_the_loose_goal_as_text_and_as_json(command: Command, file: Path) -> None:
    text = command("check", file)
    assert text.code == 1
    assert "Fejl" in text.out and "TRA-001" in text.out and "»Ny legeplads«" in text.out
    told = json.loads(command("check", file, "--format", "json").out)
    assert list(told) == ["file", "profile", "year", "counts", "findings"]
    (loose,) = [one for one in told["findings"] if one["rule"] == "TRA-001"]
    assert loose["codes"][0] == "U2" and loose["gates"] == ["sign", "print"]
    assert told["counts"]["error"] == sum(one["severity"] == "error" for one in told["findings"])


def test_check_with_a_gate_tells_only_what_stops_it(command: Command, file: Path) -> None:
    stopping = json.loads(command("check", file, "--gate", "print", "--format", "json").out)["findings"]
    assert stopping and all("print" in one["gates"] for one in stopping)
    assert command("check", file, "--gate", "archive").code == 0


def test_trace_gives_every_way_up_and_says_why_there_is_none(command: Command, file: Path) -> None:
    told = json.loads(command("trace", file, "E1", "--format", "json").out)
    assert told["traced"] and [step["code"] for step in told["paths"][0]] == ["E1", "U1", "C1", "P1"]
    assert told["goal"]["kind"] == "effort"
    loose = json.loads(command("trace", file, "u2", "--format", "json").out)
    assert not loose["traced"] and loose["paths"] == [] and loose["reason"]
    down = json.loads(command("trace", file, "P1", "--down", "--format", "json").out)
    assert [step["code"] for step in down["paths"][0]] == ["P1", "C1", "U1", "E1"]
    assert "»Z9«" in refused(command("trace", file, "Z9"))


def test_stats_counts_every_kind_of_record_and_link(command: Command, file: Path) -> None:
    told = json.loads(command("stats", file, "--format", "json").out)
    assert told["records"]["unit_goal"] == 2 and told["records"]["follow_up"] >= 0
    assert told["links"]["REALISES"] == 3 and told["links"]["CAUSES"] == 0


def test_import_reports_as_json_and_a_dry_run_writes_nothing(command: Command, bundle: Path, tmp_path: Path) -> None:
    target = tmp_path / "prøve.strategikort"
    told = json.loads(command("import", bundle, target, "--dry-run", "--format-report", "json").out)
    assert told["added"]["unit_goal"] == 2 and told["unresolved"] == []
    assert not target.exists()


def test_import_into_a_document_that_is_there_adds_to_it(command: Command, file: Path, tmp_path: Path) -> None:
    more = tmp_path / "mere"
    more.mkdir()
    (more / "goals.csv").write_text("id,kind,title\nP2,political_goal,Byen vokser grønt\n", encoding="utf-8")
    (more / "links.csv").write_text("from,to\n", encoding="utf-8")
    assert command("import", more, file).code == 0
    assert json.loads(command("stats", file, "--format", "json").out)["records"]["political_goal"] == 2


def test_print_writes_one_agreement_or_all_of_a_year(command: Command, file: Path, tmp_path: Path) -> None:
    one = tmp_path / "S1.pdf"
    assert command("print", file, "--unit", "S1", "-o", one).code == 0
    assert one.read_bytes().startswith(b"%PDF-1.7")
    assert command("print", file, "--all", "-o", tmp_path / "alle").code == 0
    assert [path.suffix for path in (tmp_path / "alle").iterdir()] == [".pdf"]
    assert "»X9«" in refused(command("print", file, "--unit", "X9", "-o", tmp_path / "x.pdf"))
    assert "--all" in refused(command("print", file, "-o", tmp_path / "x.pdf"))
    assert "1999" in refused(command("print", file, "--unit", "S1", "--year", "1999", "-o", tmp_path / "x.pdf"))
    assert not (tmp_path / "x.pdf").exists()


def test_print_names_the_letters_that_no_typeface_has(command: Command, bundle: Path, tmp_path: Path) -> None:
    goals = bundle / "goals.csv"
    goals.write_text(goals.read_text(encoding="utf-8").replace("Ny legeplads", "Ny 漢 legeplads"), encoding="utf-8")
    file = tmp_path / "by.strategikort"
    assert command("import", bundle, file).code == 0
    for chosen in (("--unit", "S1", "-o", tmp_path / "S1.pdf"), ("--all", "-o", tmp_path / "alle")):
        assert command("print", file, *chosen).out.endswith("står med deres nummer: U+6F22.\n")


def test_a_year_without_agreements_is_not_printed(command: Command, file: Path, tmp_path: Path) -> None:
    said = refused(command("print", file, "--all", "--year", "1999", "-o", tmp_path / "alle"))
    assert said == "Ingen aftaler gælder for 1999. Vælg et andet år, eller opret aftalerne først."
    assert not (tmp_path / "alle").exists()


def test_print_puts_nothing_in_the_place_of_a_folder_or_below_a_file(
    command: Command, file: Path, tmp_path: Path
) -> None:
    (tmp_path / "mappe.pdf").mkdir()
    before = sorted(tmp_path.rglob("*"))
    said = refused(command("print", file, "--unit", "S1", "-o", tmp_path / "mappe.pdf"))
    assert said == f"{tmp_path / 'mappe.pdf'} er en mappe. Skriv navnet på en fil."
    said = refused(command("print", file, "--all", "-o", file))
    assert "kan ikke være en mappe, fordi der ligger en fil på stedet." in said
    said = refused(command("print", file, "--unit", "S1", "-o", tmp_path / ("x" * 300)))
    assert said.endswith("er for langt. Vælg et kortere.")
    assert sorted(tmp_path.rglob("*")) == before


def test_the_same_agreement_printed_twice_is_the_same_file(command: Command, file: Path, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        command("print", file, "--unit", "S1", "-o", tmp_path / name, "--date", "2015-02-15")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "FILE", "--format", "xml"),
        ("check", "FILE", "--date", "15-02-2015"),
        ("check", "FILE", "--nonsense"),
        ("check", "FILE", "--year", "to"),
        ("sample", "NEW", "--size", "enormous"),
        ("import", "MISSING", "NEW"),
        ("check", "MISSING"),
        ("check", "FOLDER"),
        ("check", "EMPTY"),
        ("check", "RANDOM"),
        ("--nonsense",),
    ],
)
def test_what_cannot_be_used_is_told_in_one_line_and_nothing_is_written(
    arguments: tuple[str, ...], command: Command, file: Path, tmp_path: Path
) -> None:
    (tmp_path / "tom").write_bytes(b"")
    (tmp_path / "støj").write_bytes(bytes(range(256)) * 40)
    places = {
        "FILE": file,
        "NEW": tmp_path / "findes-ikke-endnu.strategikort",
        "MISSING": tmp_path / "mangler.strategikort",
        "FOLDER": tmp_path,
        "EMPTY": tmp_path / "tom",
        "RANDOM": tmp_path / "støj",
    }
    before = file.read_bytes()
    assert refused(command(*[places.get(one, one) for one in arguments]))
    assert file.read_bytes() == before
    assert not places["NEW"].exists()


@pytest.mark.parametrize("year", ["0", "-1", "99", "1899", "2200", "9999", "99999999", "2015.5", "to", "²⁰¹⁵"])
@pytest.mark.parametrize("name", ["check", "print", "import"])
def test_a_year_that_no_plan_is_for_is_refused(
    name: str, year: str, command: Command, file: Path, bundle: Path, tmp_path: Path
) -> None:
    target = tmp_path / "ud"
    arguments = {
        "check": ("check", file),
        "print": ("print", file, "--all", "-o", target),
        "import": ("import", bundle, target),
    }
    assert refused(command(*arguments[name], f"--year={year}")) == (
        f"»{year}« kan ikke bruges som aftaleår. Skriv et årstal fra 1900 til 2199."
    )
    assert not target.exists()


@pytest.mark.parametrize(
    "day", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31", "2015-02-29", "20150215", "2015-W07-7"]
)
def test_a_day_that_is_none_or_lies_outside_the_years_of_plans_is_refused(
    day: str, command: Command, file: Path, tmp_path: Path
) -> None:
    said = f"»{day}« kan ikke bruges som dato. Skriv den som 2015-02-15, med et årstal fra 1900 til 2199."
    assert refused(command("check", file, "--date", day)) == said
    assert refused(command("print", file, "--all", "-o", tmp_path / "ud", "--date", day)) == said
    assert not (tmp_path / "ud").exists()


def test_the_first_and_the_last_year_of_plans_can_be_checked(command: Command, file: Path) -> None:
    for year in ("1900", "2199"):
        assert f"Tjek for {year}:" in command("check", file, "--year", year).out
        assert json.loads(command("check", file, "--date", f"{year}-12-31", "--format", "json").out)["year"] == int(
            year
        )


def test_a_check_without_a_year_names_none(command: Command, tmp_path: Path) -> None:
    empty = tmp_path / "tom.strategikort"
    command("new", empty)
    assert command("check", empty).out == "Tjek: fejl 0, advarsler 0, gode råd 0.\n"
    assert json.loads(command("check", empty, "--format", "json").out)["year"] is None


def test_the_language_is_danish_unless_english_is_asked_for_or_the_locale_says_so(command: Command, file: Path) -> None:
    assert "Fejl" in command("check", file).out
    assert "Error" in command("check", file, "--lang", "en").out
    assert "Error" in command("check", file, environment={"LANG": "en_GB.UTF-8"}).out
    assert "Fejl" in command("check", file, environment={"LANG": "C.UTF-8"}).out


def test_help_speaks_the_language_and_names_every_command(command: Command) -> None:
    danish = command("--help").out
    assert all(name in danish for name in ("demo", "new", "sample", "check", "trace", "print", "import", "stats"))
    assert "Målets kode" in command("trace", "--help").out
    assert "The goal's code" in command("--lang", "en", "trace", "--help").out


def test_counts_are_told_in_the_words_of_the_model(command: Command, file: Path, bundle: Path, tmp_path: Path) -> None:
    told = command("stats", file).out
    assert "enhedsmål" in told and "heraf understøtter" in told
    assert not re.search("[a-z]_[a-z]", told)
    assert "enhedsmål" in command("import", bundle, tmp_path / "ny.strategikort").out


def test_every_kind_of_record_and_link_has_words_to_be_counted_by() -> None:
    for language in LANGUAGES:
        words = wording(language)
        assert [one for one in (*KIND_NAMED, *LinkKind.__members__) if not words.has(f"cli.kind.{one}")] == []


def test_a_language_that_is_not_spoken_is_refused(command: Command, file: Path) -> None:
    assert "»xx«" in refused(command("--lang", "xx", "stats", file))


def test_reading_leaves_the_file_as_it_was(command: Command, file: Path) -> None:
    before = file.read_bytes()
    for name in ("check", "stats"):
        command(name, file)
    command("trace", file, "U1")
    assert file.read_bytes() == before


def test_the_program_runs_as_a_process_of_its_own_without_loading_qt(process: Command, tmp_path: Path) -> None:
    made = process("new", tmp_path / "p.strategikort", "--name", "Prøveby")
    assert (made.code, made.err) == (0, "")
    assert process("--version").out.startswith("Strategikort ")


@pytest.fixture
def sample(command: Command, tmp_path: Path) -> Path:
    made = tmp_path / "eksempel.strategikort"
    assert command("sample", made).code == 0
    return made


def test_map_saves_a_centres_map_as_pdf_svg_and_png(command: Command, sample: Path, tmp_path: Path) -> None:
    for suffix, head in ((".pdf", b"%PDF-1.7"), (".svg", b"<?xml"), (".png", b"\x89PNG")):
        made = tmp_path / f"kort{suffix}"
        again = tmp_path / f"igen{suffix}"
        ran = command("map", sample, "--centre", "ds", "-o", made)
        assert (ran.code, str(made) in ran.out) == (0, True)
        assert made.read_bytes().startswith(head)
        assert command("map", sample, "--centre", "DS", "-o", again).code == 0
        assert made.read_bytes() == again.read_bytes()
    svg = (tmp_path / "kort.svg").read_text(encoding="utf-8")
    assert "Strandskolen" in svg and "POLITISKE MÅL" in svg


def test_map_says_when_text_is_too_small_and_the_sheets_it_names_mend_that(
    command: Command, sample: Path, tmp_path: Path
) -> None:
    made = tmp_path / "kort.pdf"
    small = command("map", sample, "--centre", "DS", "--paper", "A4", "-o", made)
    assert small.code == 0 and small.err.count("\n") == 1
    found = re.search(r"--sheets (\d+x\d+) ", small.err)
    assert found
    ran = command("map", sample, "--centre", "DS", "--paper", "A4", "--sheets", found[1], "-o", made)
    assert (ran.code, ran.err) == (0, "")


def test_map_says_what_it_cannot_do_and_writes_nothing(command: Command, file: Path, tmp_path: Path) -> None:
    for arguments, word in (
        (("--centre", "XX", "-o", tmp_path / "kort.pdf"), "XX"),
        (("--centre", "DS", "-o", tmp_path / "kort.gif"), "kort.gif"),
        (("-o", tmp_path / "kort.svg", "--sheets", "2x2"), "PDF"),
        (("-o", tmp_path / "kort.pdf", "--sheets", "99x2"), "99x2"),
        (("-o", tmp_path / "kort.png", "--dpi", "1"), "DPI"),
    ):
        assert word in refused(command("map", file, *arguments))
    assert not list(tmp_path.glob("kort.*"))


def test_map_without_a_centre_draws_all_goals(command: Command, file: Path, tmp_path: Path) -> None:
    assert command("map", file, "-o", tmp_path / "alle.svg").code == 0
    svg = (tmp_path / "alle.svg").read_text(encoding="utf-8")
    assert [svg.count(f">{code}</text>") for code in ("P1", "C1", "U1", "U2", "E1")] == [1] * 5
    assert "Understøtter »Flere familier flytter til«." in svg
