"""Pictures for the paper: PNG or JPEG made into plain colour samples on white, SVG into a drawing."""

import zlib
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Final

from PIL import Image

from strategikort.reports.drawings import Drawing, NoDrawing, drawing

LARGEST: Final = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of ``width`` by ``height`` dots; ``samples`` are deflated bytes of red, green and blue."""

    width: int
    height: int
    samples: bytes


class NoPicture(ValueError):
    """The bytes are no picture that can be printed; says why."""


@lru_cache(maxsize=8)
def picture(data: bytes) -> Picture | Drawing:
    """The picture in ``data``; dots have white behind what is transparent.

    Raises:
        NoPicture: for another format, damaged data, sides of more than 4000 dots, or a drawing that is not plain.
    """
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<":
        try:
            return drawing(data)
        except NoDrawing as error:
            raise NoPicture(str(error)) from error
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
            if max(opened.size) > LARGEST:
                raise NoPicture(f"the picture is larger than {LARGEST} x {LARGEST} dots")
            coloured = opened.convert("RGBA")
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise NoPicture("the picture is damaged, or neither PNG nor JPEG") from error
    ground = Image.new("RGBA", coloured.size, "white")
    flat = Image.alpha_composite(ground, coloured).convert("RGB")
    return Picture(width=flat.width, height=flat.height, samples=zlib.compress(flat.tobytes()))
