"""The sample municipality as a document: the same records, to the last byte, on every run and machine."""

from strategikort.application.sample.agreements import make_agreement, make_midyear, term_of
from strategikort.application.sample.centres import chief_of, make_centre
from strategikort.application.sample.content import CentreWords, SampleContent, TownWords
from strategikort.application.sample.earlier import make_earlier_years
from strategikort.application.sample.faults import plant
from strategikort.application.sample.followed import followed_words
from strategikort.application.sample.records import Made
from strategikort.application.sample.sizes import SIZES, further_centres, goals_in, part_of
from strategikort.application.sample.ten_years import make_ten_years
from strategikort.application.sample.town import make_town
from strategikort.application.sample.units import make_goals, make_unit
from strategikort.domain.document import Document
from strategikort.domain.profile import Profile
from strategikort.domain.remembered import with_memories


def sample_municipality(content: SampleContent, profile: Profile, *, size: str | int | None = "helsingoer") -> Document:
    """Øresø Kommune on 15 February 2015.

    ``size`` is a name of `SIZES` or a number of goals and efforts up to 100,000. The words as they are written, with
    all planted faults, make ``helsingoer``. Less is a part of it, more has further districts without faults.
    Linear in the size.

    Raises:
        KeyError: there is no size of that name.
    """
    number = SIZES[size] if isinstance(size, str) else size
    made = Made(content.town.people.names)
    if number is not None and number < goals_in(content):
        _make(made, part_of(content, number), profile)
        return Document(with_memories(made.records, {}))
    _make(made, content, profile)
    make_earlier_years(made, content, profile)
    make_ten_years(made, followed_words(), profile)
    plant(made)
    if number is not None:
        for place, centre in enumerate(further_centres(content, number - made.goals), start=len(content.centres)):
            _make_centre(made, content.town, centre, profile, place)
    return Document(with_memories(made.records, {}))


def _make(made: Made, content: SampleContent, profile: Profile) -> None:
    make_town(made, content.town, profile)
    for place, centre in enumerate(content.centres):
        _make_centre(made, content.town, centre, profile, place)


def _make_centre(made: Made, town: TownWords, words: CentreWords, profile: Profile, place: int) -> None:
    make_centre(made, town, words, place)
    chief = chief_of(town, words.centre.code)
    for unit in words.unit:
        position = made.next_position()
        term = term_of(unit, profile)
        staff = make_unit(made, town, unit, words.centre.code, position)
        make_agreement(made, town, profile, words.centre, unit, staff=staff, chief=chief, term=term, position=position)
        make_goals(made, unit, staff, term)
        make_midyear(made, town.status_text, unit, term)
