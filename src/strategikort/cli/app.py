"""The table of commands, made ready in the language of the help, and the running of one."""

from collections.abc import Callable, Sequence
from typing import Final

import typer
from typer.core import TyperArgument, TyperOption
from typer.exceptions import TyperException

from strategikort.cli.commands.checking import check, stats, trace
from strategikort.cli.commands.drawing import map_
from strategikort.cli.commands.importing import import_
from strategikort.cli.commands.leading import coverage, overview, status
from strategikort.cli.commands.making import demo, new, sample
from strategikort.cli.commands.printing import print_, template
from strategikort.cli.commands.verifying import verify
from strategikort.cli.console import Console
from strategikort.cli.setting import DONE, UNUSABLE, Setting
from strategikort.domain.phrases import Wording

COMMANDS: Final[dict[str, Callable[..., int]]] = {
    "demo": demo,
    "new": new,
    "sample": sample,
    "check": check,
    "trace": trace,
    "coverage": coverage,
    "overview": overview,
    "status": status,
    "print": print_,
    "template": template,
    "map": map_,
    "import": import_,
    "verify": verify,
    "stats": stats,
}


def run_command(arguments: Sequence[str], setting: Setting) -> int:
    """Run the command that the arguments name; gives the exit code."""
    app = command_line(setting.console.words)
    try:
        code = app(args=list(arguments), prog_name="strategikort", standalone_mode=False, obj=setting)
    except typer.Exit as end:
        return int(end.exit_code)
    except TyperException as failure:
        setting.console.complain(_usage(failure, setting.console))
        return UNUSABLE
    except SystemExit:  # typer's answer to a pipe whose reader has gone
        return DONE
    return int(code or DONE)


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


def _usage(failure: TyperException, console: Console) -> str:
    """What was wrong with the words of the command, in one line of our own."""
    words = console.words
    option = getattr(failure, "option_name", None)
    param = getattr(failure, "param", None)
    context = getattr(failure, "ctx", None)
    command = f"{context.command_path} --help" if context else "strategikort --help"
    name = str(getattr(param, "name", "") or option or "").upper().strip("-")
    kind = type(failure).__name__
    if kind == "MissingParameter":
        return words.text("cli.missing", name=name, command=command)
    if kind == "NoSuchOption":
        return words.text("cli.no_option", name=str(option), command=command)
    if kind == "BadParameter":
        return words.text("cli.bad", name=name, command=command)
    return words.text("cli.usage", command=command)
