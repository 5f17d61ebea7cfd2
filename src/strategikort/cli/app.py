"""The table of commands, made ready in the language of the help."""

from collections.abc import Callable
from typing import Final

import typer
from typer.core import TyperArgument, TyperOption

from strategikort.cli.commands.checking import check, stats, trace
from strategikort.cli.commands.drawing import map_
from strategikort.cli.commands.importing import import_
from strategikort.cli.commands.making import demo, new, sample
from strategikort.cli.commands.printing import print_
from strategikort.domain.phrases import Wording

COMMANDS: Final[dict[str, Callable[..., int]]] = {
    "demo": demo,
    "new": new,
    "sample": sample,
    "check": check,
    "trace": trace,
    "print": print_,
    "map": map_,
    "import": import_,
    "stats": stats,
}


def command_line(words: Wording) -> Callable[..., int | None]:
    """The command line with its help in the language of ``words``. A parameter's help names a sentence."""
    app = typer.Typer(
        add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, help=words.text("cli.help.program")
    )
    app.callback()(_program)
    for name, command in COMMANDS.items():
        app.command(name, help=words.text(f"cli.help.{name}"))(command)
    group = typer.main.get_command(app)
    for command in getattr(group, "commands", {}).values():
        for parameter in command.params:
            if isinstance(parameter, (TyperArgument, TyperOption)) and parameter.help and words.has(parameter.help):
                parameter.help = words.text(parameter.help)
    return group


def _program() -> None:
    """The program as a whole; its help is set where it is made."""
