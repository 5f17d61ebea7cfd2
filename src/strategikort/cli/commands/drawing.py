"""map: a strategy map on paper, as a picture or as a drawing."""

import re
from pathlib import Path
from typing import Annotated, Final, Literal

import typer

from strategikort.application.map_printing import MOST_SHEETS, MapPress, PaperSize, Sheets, Shown, map_of_centre, png_of
from strategikort.application.printing import put
from strategikort.application.reading import read
from strategikort.application.reviewing import reviewed
from strategikort.cli.options import Day, setting
from strategikort.cli.setting import DONE, Setting, WrongArgument
from strategikort.domain.maps import StrategyMap

_SHEETS: Final = re.compile(r"([1-9][0-9]?)x([1-9][0-9]?)")
_SUFFIXES: Final = (".pdf", ".svg", ".png")


def sheets(text: str) -> tuple[int, int]:
    """How many sheets across and down, written as 3x2.

    Raises:
        WrongArgument: it is written otherwise, or there would be too many.
    """
    found = _SHEETS.fullmatch(text.strip().lower())
    if not found or max(int(found[1]), int(found[2])) > MOST_SHEETS:
        raise WrongArgument("cli.sheets", text=text)
    return int(found[1]), int(found[2])


def map_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="cli.arg.file", metavar="FILE")],
    out: Annotated[Path, typer.Option("-o", "--out", help="cli.arg.out_map")],
    centre: Annotated[str | None, typer.Option("--centre", help="cli.arg.centre")] = None,
    paper: Annotated[
        Literal["A3", "A4"] | None, typer.Option("--paper", case_sensitive=False, help="cli.arg.paper")
    ] = None,
    count: Annotated[str | None, typer.Option("--sheets", metavar="NxM", help="cli.arg.sheets")] = None,
    dpi: Annotated[int, typer.Option("--dpi", min=24, max=2400, help="cli.arg.dpi")] = 150,
    date: Day = None,
) -> int:
    """A centre's strategy map, or without a centre the map of all goals, as OUT."""
    here = setting(context)
    kind = out.suffix.lower()
    if kind not in _SUFFIXES:
        raise WrongArgument("cli.map_format", text=out.name)
    if count and kind != ".pdf":
        raise WrongArgument("cli.sheets_pdf")
    wanted = sheets(count) if count else (1, 1)
    reading = read(file, desk=here.desk, language=here.language)
    chosen = map_of_centre(reading.document, centre, date or here.today) if centre is not None else None
    found = reviewed(reading, today=date or here.today, year=None).findings
    press = MapPress(reading, made_at=here.made_at(date), findings=found)
    shown = Shown(map=chosen.id if chosen else None)
    asked = press.best_way_up(shown, PaperSize[paper or _made_for(chosen)], wanted) if paper or kind == ".pdf" else None
    if kind == ".svg":
        put(out, press.svg(shown, asked))
    elif kind == ".png":
        put(out, png_of(press.printed(shown, asked).pdf, dpi) if asked else press.png(shown, dpi))
    elif asked:
        return _printed(here, press, shown, asked, out)
    here.console.say("cli.map_saved", path=str(out))
    return DONE


def _made_for(map: StrategyMap | None) -> str:
    return map.paper.value.upper() if map else "A3"


def _printed(here: Setting, press: MapPress, shown: Shown, asked: Sheets, out: Path) -> int:
    """Write the PDF, and say beside it when its text is too small to be read."""
    done = press.printed(shown, asked)
    put(out, done.pdf)
    here.console.say("cli.printed", path=str(out), n=done.pages)
    small = press.small(shown, asked)
    if small:
        points = here.console.words.figure(small.points_written)
        if small.sheets:
            fitting = "x".join(map(str, small.sheets))
            here.console.note("cli.small", points=points, sheets=fitting)
        else:
            here.console.note("cli.too_small", points=points)
    return DONE
