"""verify: what a PDF is, and whether it can be relied on."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from strategikort.application import verified_words, verifying
from strategikort.cli.options import setting
from strategikort.cli.setting import DONE, FINDINGS


def verify(
    context: typer.Context,
    pdf: Annotated[Path, typer.Argument(help="cli.arg.pdf", metavar="PDF")],
    file: Annotated[Path | None, typer.Argument(help="cli.arg.verify_file", metavar="FILE")] = None,
    trust: Annotated[Path | None, typer.Option("--trust", help="cli.arg.trust")] = None,
    format: Annotated[Literal["text", "json"], typer.Option("--format", help="cli.arg.format")] = "text",
) -> int:
    """Signatures valid? Text unchanged since signing? Which version of which agreement is this?"""
    here = setting(context)
    found, reading = verifying.verified(
        pdf, file, trust=trust, desk=here.desk, language=here.language, at=here.desk.clock()
    )
    words, document = (reading.words, reading.document) if reading else (here.console.words, None)
    if format == "json":
        here.console.json(verified_words.as_json(found, words, document))
    else:
        for place, said in enumerate(verified_words.told(found, document)):
            here.console.print(f"{'- ' if place else ''}{words.say(said)}")
    return DONE if found.valid else FINDINGS
