"""`import` tells what a newer delivery makes of the council's goals, for people and programs, before and after."""

import json
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from strategikort.application.session import Desk, read_document
from strategikort.domain.shape import Id
from strategikort.exchange.snapshot import written_snapshot
from tests.cli.conftest import Command

OLD, NEW = "Borgerne får to sunde leveår mere inden 2020", "Borgerne får tre sunde leveår mere inden 2020"


def test_what_the_council_words_anew_is_listed_with_the_unit_goals_that_hang_on_it(
    command: Command, tmp_path: Path
) -> None:
    file, source = tmp_path / "oeresoe.strategikort", tmp_path / "byraadet.json"
    assert command("sample", file).code == 0
    desk = Desk(state_folder=tmp_path / "s", who="", clock=datetime.now, new_id=lambda: Id(str(uuid4())))
    content = written_snapshot(read_document(file, desk)).decode()
    assert OLD in content
    source.write_text(content.replace(f'"title": "{OLD}"', f'"title": "{NEW}"'), encoding="utf-8")
    said = command("import", source, file, "--dry-run").out
    assert "- Ændret: " in said and NEW in said
    assert "Nyt: »tre«" in said and "Væk: »to«" in said
    [told] = json.loads(command("import", source, file, "--format-report", "json").out)["delivery"]
    assert (told["became"], told["title_before"], told["title"]) == ("changed", OLD, NEW)
    assert len(told["unit_goals"]) > 10
