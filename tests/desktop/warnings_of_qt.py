"""Warnings of Qt's where pytest-qt does not look: while a test is taken down, and in processes that it started."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

WARNINGS = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg)
heard: list[str] = []
"""What was said since the last test was over and nobody else listened."""


def _listen(kind: QtMsgType, _context: QMessageLogContext, said: str) -> None:
    if kind in WARNINGS:
        heard.append(said)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Listen before and after pytest-qt, which listens from the setting up of a test to the end of its call."""
    before = qInstallMessageHandler(_listen)
    try:
        return (yield)
    finally:
        qInstallMessageHandler(before)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """A test after which Qt warns has failed too."""
    heard.clear()
    yield
    found = unexpected(heard, item.config)
    assert not found, f"Qt warned while the test was taken down: {found}"


def unexpected(said: list[str], config: pytest.Config) -> list[str]:
    """The lines that are not on the short list of warnings in pyproject.toml."""
    known = config.getini("qt_log_ignore")
    return [line for line in said if line.strip() and not any(re.search(one, line) for one in known)]
