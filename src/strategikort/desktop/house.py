"""What all windows of the running program share."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from strategikort.application.session import Desk
from strategikort.desktop.look.settings import Settings
from strategikort.desktop.look.theme import Theme


@dataclass(slots=True, kw_only=True)
class House:
    """What all windows share: who works where, in which language, how it looks, what is remembered, what day it is.

    What the user prefers, `Preferences` puts in here.
    """

    desk: Desk
    language: str
    theme: Theme
    settings: Settings
    today: Callable[[], date]
