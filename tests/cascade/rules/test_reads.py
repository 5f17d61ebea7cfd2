"""What a rule declares that it reads is what its answer hangs on: whatever is done around its fault, it follows."""

from dataclasses import replace

import pytest

from strategikort.cascade.checking import check
from strategikort.cascade.rulebook import Rulebook
from strategikort.cascade.rules import RULES
from strategikort.cascade.watch import Watch
from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.links import Link
from strategikort.domain.phrases import Phrase
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Record
from tests.cascade.rules.fault import Fault
from tests.cascade.rules.test_every_rule import FAULTS
from tests.cascade.test_watch import User
from tests.cascade.town import TODAY


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.rule)
def test_a_rule_follows_its_fault_as_it_is_mended_and_made_again(
    fault: Fault, profile: Profile, rulebook: Rulebook
) -> None:
    wrong, mended = fault.town().document, fault.mended().document
    follows(fault, profile, rulebook, [*between(wrong, mended), *between(mended, wrong)])


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.rule)
def test_a_rule_follows_what_is_done_to_a_record_beside_its_fault(
    fault: Fault, profile: Profile, rulebook: Rulebook
) -> None:
    follows(fault, profile, rulebook, around(fault, 150))


@pytest.mark.long
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.rule)
def test_a_rule_follows_all_that_is_done_beside_its_fault(fault: Fault, profile: Profile, rulebook: Rulebook) -> None:
    follows(fault, profile, rulebook, around(fault, 3_000))


def follows(fault: Fault, profile: Profile, rulebook: Rulebook, changes: list[Change]) -> None:
    """Tell a check by that rule alone of one change after the other: it says what a full check of each moment says."""
    alone = replace(rulebook, entries={fault.rule: rulebook.entries[fault.rule]})
    document, model = fault.town().document, fault.model(profile)
    watch = Watch(document, model, alone, today=TODAY, year=fault.year)
    for change in changes:
        step = ChangeSet(Phrase("step"), (change,))
        document = document.with_changes(step)
        watch.follow(step, document)
        watch.settle()
        assert watch.checked.findings == check(document, model, alone, today=TODAY, year=fault.year), change


def between(one: Document, other: Document) -> list[Change]:
    """What it takes to make one document of the other, record by record: what goes comes last, its links first."""
    before, after = ({record.id: record for record in document.records()} for document in (one, other))
    gone = sorted((record for name, record in before.items() if name not in after), key=_not_a_link)
    names = [*after, *(record.id for record in gone)]
    return [Change(before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)]


def _not_a_link(record: Record) -> bool:
    return not isinstance(record, Link)


def around(fault: Fault, count: int) -> list[Change]:
    """Something done to one field of one record of a wrong municipality and taken back, so many times."""
    user, found = User(FAULTS.index(fault)), list[Change]()
    document, likely = fault.town().document, RULES[fault.rule].reads
    while len(found) < 2 * count:
        change = user.touch(document, likely)
        if change:
            found += [change, change.inverted()]
    return found
