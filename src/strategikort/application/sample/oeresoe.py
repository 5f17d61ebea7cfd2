"""Øresø Kommune on 15 February 2015, as written or as large as asked for; the same records on every run."""

from typing import Final

from strategikort.application.sample.centre import CentreMaker
from strategikort.application.sample.content import SampleContent
from strategikort.application.sample.faults import plant
from strategikort.application.sample.records import Made
from strategikort.application.sample.town import make_town
from strategikort.application.sample.variation import Variation
from strategikort.domain.document import Document
from strategikort.domain.profile import Profile

SIZES: Final = {"aalborg": 4_700, "koebenhavn": 10_000}
"""Numbers of goals and efforts in one plan year, from section 5 of the domain description."""


def sample_municipality(content: SampleContent, profile: Profile, *, size: str | int = "helsingoer") -> Document:
    """The sample municipality; in its own size ("helsingoer") with the planted faults of docs/sample.md.

    A number, or a name of `SIZES`, is that many goals and efforts, up to 100,000; the last unit is made whole, so
    there may be a few more. Linear in the size.
    """
    made = Made(content.town.people.names)
    make_town(made, content.town, profile)
    if size == "helsingoer":
        _make_centres(made, content, profile, Variation(), most=None)
        plant(made, content)
        return Document(made.records)
    most = size if isinstance(size, int) else SIZES[size]
    number = 0
    while made.goals < most:
        _make_centres(made, content, profile, Variation(number), most=most)
        number += 1
    return Document(made.records)


def _make_centres(made: Made, content: SampleContent, profile: Profile, variation: Variation, most: int | None) -> None:
    for place, centre in enumerate(content.centres):
        if most is not None and made.goals >= most:
            return
        CentreMaker(made, content.town, profile, centre, variation, place).make(most=most)
