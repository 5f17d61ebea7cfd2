"""The faults of the sample that are planted on top of its words, each under the rule that has to find it."""

from strategikort.application.sample.content import SampleContent
from strategikort.application.sample.records import Made


def plant(made: Made, content: SampleContent) -> None:
    """Plant every fault; docs/sample.md lists them."""
