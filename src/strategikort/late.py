"""What is loaded only when somebody asks for it: dialogs, papers, formats of others, and the libraries behind them.

These modules are imported like all others, but as modules (``from strategikort.reports import pictures``): the first
name that is asked of one loads it. The standard library's ``LazyLoader`` would not do: Qt's hook looks at the name and
the source of every module that is imported, and that loads it.
"""

import importlib.machinery
import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from threading import RLock
from types import ModuleType
from typing import Final

from typing_extensions import override

_HERE: Final = __name__.rpartition(".")[0]

LATE: Final = frozenset(
    f"{_HERE}.{name}"
    for name in (
        "application.demo",
        "application.signing",
        "application.starting",
        "application.verified_words",
        "application.verifying",
        "application.word_paper",
        "cli.app",
        "cli.bar",
        "desktop.agreement.scanned_dialog",
        "desktop.agreement.verify_dialog",
        "desktop.agreement.view",
        "desktop.drafting.make_dialog",
        "desktop.drafting.many_dialog",
        "desktop.help.sheet_dialog",
        "desktop.help.window",
        "desktop.keys.palette",
        "desktop.leading.view",
        "desktop.keys.sheet",
        "desktop.maps.in_words_dialog",
        "desktop.maps.presenting",
        "desktop.paper.as_text",
        "desktop.paper.leading_print_dialog",
        "desktop.paper.map_print_dialog",
        "desktop.paper.print_dialog",
        "desktop.sharing.clipboard",
        "desktop.sharing.delivery_dialog",
        "desktop.sharing.import_dialog",
        "desktop.sharing.paste_dialog",
        "desktop.start.new_dialog",
        "desktop.start.start_window",
        "desktop.window.organisation_dialog",
        "desktop.window.preferences_dialog",
        "exchange.spelling",
        "exchange.word",
        "exchange.word_template",
        "reports.pictures",
        "reports.spoken",
    )
)
"""The modules that wait; `tests/house/test_start.py` holds that they, and what they need, are not there too soon."""


class _Waiting(ModuleType):
    """A module that has not been run yet."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        self._run()
        if name not in self.__dict__:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}", name=name, obj=self)
        return self.__dict__[name]

    @override
    def __dir__(self) -> list[str]:
        self._run()
        return [*self.__dict__]

    def _run(self) -> None:
        spec = self.__spec__
        assert spec is not None and isinstance(spec.loader, _Later)
        spec.loader.run(self)


class _Later(Loader):
    """Runs a module when it is asked for something, once; another thread that asks meanwhile waits."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader
        self._one_at_a_time = RLock()
        self._begun = False

    @override
    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Waiting(spec.name)

    @override
    def exec_module(self, module: ModuleType) -> None:
        """Nothing yet."""

    def run(self, module: ModuleType) -> None:
        """Run the module; what it asks of itself meanwhile is answered with what is there so far."""
        with self._one_at_a_time:
            if self._begun:
                return
            self._begun = True
            try:
                self._loader.exec_module(module)
            except BaseException:
                self._begun = False
                raise
            module.__class__ = ModuleType


class _Finder(MetaPathFinder):
    """Finds the modules that wait, where others are found too."""

    @override
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = importlib.machinery.PathFinder.find_spec(fullname, path) if fullname in LATE else None
        if spec is not None and spec.loader is not None:
            spec.loader = _Later(spec.loader)
        return spec


def wait() -> None:
    """Let the modules of `LATE` wait from now on."""
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


def is_waiting(module: ModuleType) -> bool:
    """Whether a module is one that nobody has asked for anything yet."""
    return isinstance(module, _Waiting)
