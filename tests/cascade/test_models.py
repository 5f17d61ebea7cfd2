"""Every message can be said in the words of every municipality that the domain description knows."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from strategikort.application.profiles import load_profile, profile_keys
from strategikort.application.rulebook import load_rulebook
from strategikort.application.wordings import sentences
from strategikort.cascade.checking import asking, check
from strategikort.cascade.findings import Finding, Mend
from strategikort.cascade.mending import mends_of
from strategikort.domain.phrases import Phrase, Wording
from strategikort.domain.profile import KindWords
from tests.cascade.offers import OFFERS
from tests.cascade.rules.fault import Fault
from tests.cascade.rules.test_every_rule import FAULTS
from tests.cascade.town import TODAY

MODELS = Path(__file__).parents[3] / "shared" / "domain" / "profiles.json"
WORD_OF = {"unit_agreement": "unit_agreement", "unit_goal": "unit_goal", "unit_leader": "unit_leader", "unit": "unit"}
WORD_OF |= {"centre_agreement": "centre_agreement", "map": "strategy_map", "upper": "centre_chief"}
RULEBOOK = load_rulebook()


@pytest.fixture(scope="module")
def said() -> list[Phrase]:
    """What is said of one finding of every rule, and of every mend that is offered for one."""
    by_rule: dict[str, Finding] = {}
    for fault in FAULTS:
        if fault.rule not in by_rule:
            profile = fault.model(load_profile("helsingoer"))
            told = check(fault.town().document, profile, RULEBOOK, today=TODAY, year=fault.year)
            by_rule[fault.rule] = next(one for one in told if one.rule == fault.rule)
    titles = [Phrase(f"{key}.{part}") for key in by_rule for part in ("title", "help")]
    return [*(one.message for one in by_rule.values()), *titles, *(mend.label for mend in every_mend())]


def every_mend() -> list[Mend]:
    """What is offered for every fault, and where a fault needs more around it to be mended."""
    found = []
    for one in (*FAULTS, *OFFERS):
        document, profile = one.town().document, one.model(load_profile("helsingoer"))
        year = one.year if isinstance(one, Fault) else None
        asked = asking(document, profile, today=TODAY, year=year)
        told = check(document, profile, RULEBOOK, today=TODAY, year=year)
        found += [mend for finding in told for mend in mends_of(asked, finding)]
    return found


def said_well(said: list[Phrase], words: dict[str, KindWords], language: str) -> None:
    wording = Wording({**sentences(language), **RULEBOOK.sentences(language)}, words, language=language)
    short = [Phrase(code) for code in RULEBOOK.sentences(language) if code.startswith("mend_short.")]
    for phrase in (*said, *short):
        text = wording.say(phrase)
        assert text and "{" not in text and "  " not in text, (phrase.code, text)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("key", profile_keys())
def test_every_rule_can_be_said_in_every_model_that_ships(said: list[Phrase], key: str, language: str) -> None:
    said_well(said, dict(load_profile(key, language).words), language)


def test_every_rule_can_be_said_in_the_words_of_every_known_municipality(said: list[Phrase]) -> None:
    if not MODELS.is_file():
        pytest.skip("the models of the domain description are not here")
    models = json.loads(MODELS.read_text(encoding="utf-8"))
    assert len(models) == 14
    for model in models.values():
        words = dict(load_profile("helsingoer").words)
        for term, word in model.get("terms", {}).items():
            if term in WORD_OF:
                low = word.lower()
                words[WORD_OF[term]] = replace(
                    words[WORD_OF[term]], one=low, the=f"{low}en", many=f"{low}er", the_many=f"{low}erne", article="en"
                )
        said_well(said, words, "da")
