"""Sheets as a scanner gives them: skewed, upside down, with noise, grey or black and white."""

import random
import re
from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageChops, ImageFilter
from pypdfium2 import PdfDocument

from strategikort.reports.drawings import Drawing


def page_of(pdf: bytes, page: int, dots: int) -> Image.Image:
    document = PdfDocument(pdf)
    picture = document[page].render(scale=dots / 72, grayscale=True).to_pil().convert("L")
    document.close()
    return picture


def scanned_page(picture: Image.Image, chance: random.Random) -> Image.Image:
    """A page as it lay on the glass."""
    picture = picture.rotate(chance.uniform(-3, 3), resample=Image.Resampling.BILINEAR, fillcolor=255)
    if chance.random() < 0.3:
        picture = picture.rotate(180)
    if chance.random() < 0.5:
        picture = picture.filter(ImageFilter.GaussianBlur(chance.uniform(0.2, 0.8)))
    noise = Image.effect_noise(picture.size, chance.uniform(5, 30))
    picture = ImageChops.add(picture, noise, scale=1.0, offset=-128)
    if chance.random() < 0.3:
        level = chance.randrange(110, 160)
        picture = picture.point(lambda dot: 255 if dot > level else 0)
    return picture


def pile(pages: Sequence[Image.Image], dots: int) -> bytes:
    """The pages as the PDF that a scanner writes."""
    out = BytesIO()
    first, *rest = pages
    first.save(out, "PDF", resolution=dots, save_all=True, append_images=rest, quality=70)
    return out.getvalue()


def picture_of(code: Drawing) -> Image.Image:
    """A sheet of paper with nothing on it but a code."""
    picture = Image.new("L", (600, 800), 255)
    side = 6
    for box in re.findall(r"(\d+) (\d+) (\d+) 1 re", code.code):
        x, y, wide = (side * int(one) for one in box)
        picture.paste(0, (x + 60, y + 60, x + 60 + wide, y + 60 + side))
    return picture
