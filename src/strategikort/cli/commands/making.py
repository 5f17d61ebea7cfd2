"""demo, new and sample: documents that were not there before."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from strategikort.application.demo import SAMPLE_DAY, Demo, make_demo
from strategikort.application.starting import new_file, sample_file
from strategikort.cli.options import setting
from strategikort.cli.setting import DONE, Setting, WrongArgument

New = Annotated[Path, typer.Argument(help="cli.arg.new", metavar="FILE")]
DAY: date = SAMPLE_DAY


def new(
    context: typer.Context,
    file: New,
    profile: Annotated[str, typer.Option("--profile", help="cli.arg.profile")] = "helsingoer",
    name: Annotated[str, typer.Option("--name", help="cli.arg.name")] = "",
) -> int:
    """An empty document; never in the place of another."""
    here = setting(context)
    new_file(file, desk=here.desk, profile=profile, name=name, language=here.language)
    here.console.say("cli.made", path=str(file))
    return DONE


def sample(
    context: typer.Context,
    file: New,
    size: Annotated[str, typer.Option("--size", help="cli.arg.size")] = "helsingoer",
) -> int:
    """The sample municipality, in one of its sizes."""
    here = setting(context)
    goals = sample_file(file, desk=here.desk, size=_size(size))
    here.console.say("cli.sample", path=str(file), n=goals)
    return DONE


def _size(text: str) -> str | int:
    if text in ("helsingoer", "aalborg", "koebenhavn"):
        return text
    if text.isascii() and text.isdigit() and 0 < int(text) <= 100_000:
        return int(text)
    raise WrongArgument("cli.size", text=text)


def demo(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", help="cli.arg.out")] = Path("strategikort-demo"),
    no_window: Annotated[bool, typer.Option("--no-window", help="cli.arg.no_window")] = False,
) -> int:
    """The main job: the sample municipality's file, checked, its agreements printed, the window opened."""
    here = setting(context)
    made = make_demo(out, desk=here.desk, language=here.language, steps=here.console.steps)
    _tell(here, made)
    if no_window or not here.screen():
        return DONE
    return here.open_window([made.file], desk=here.desk, language=here.language, today=SAMPLE_DAY)


def _tell(here: Setting, made: Demo) -> None:
    words = made.words
    here.console.print(words.text("demo.file", path=str(made.file), goals=made.goals, links=made.links))
    here.console.print(
        words.text("check.sum", errors=made.counts["error"], warnings=made.counts["warning"], hints=made.counts["info"])
    )
    for rule, number in made.rules.items():
        here.console.print(f"{number:>8}  {rule}  {words.text(f'{rule}.title')}")
    here.console.print(words.text("demo.printed", n=made.papers, drafts=made.drafts, path=str(made.folder)))
