"""The engine that `PORTAL_BROWSER` names, at the width of a phone and of a desk; nothing may go wrong in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import WebKitGTK
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.engines.browsers import engine_of
from tests.browser.engines.served import Served
from tests.browser.engines.windows import PlaywrightWindow, WebKitWindow, Window

# Without this its window is as wide as its own buttons are: wider than a phone.
SMALL_BUTTONS = "* { min-width: 0; margin: 0; padding: 0; }"
WIDTHS = {"phone": (360, 780), "desk": (1280, 900)}

# What a test measured, for people to read.
TABLE = "table"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what was measured, also where a worker measured it and nothing failed."""
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, text in getattr(report, "user_properties", ()):
                if name == TABLE and report.when == "call":
                    terminalreporter.write_line(str(text))


@pytest.fixture(scope="session")
def served(host: Path) -> Iterator[Served]:
    served = Served(host, "faults.js")
    yield served
    served.end()


@pytest.fixture(params=WIDTHS)
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return WIDTHS[request.param]


@pytest.fixture
def webkit(size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WebKitGTK]:
    style = tmp_path / "config/gtk-3.0/gtk.css"
    style.parent.mkdir(parents=True)
    style.write_text(SMALL_BUTTONS, "utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    driver = WebKitGTK(options=Options(), service=Service(os.environ["PORTAL_BROWSER"]))
    driver.set_window_size(*size)
    yield driver
    driver.quit()


@pytest.fixture
def window(size: tuple[int, int], served: Served, request: pytest.FixtureRequest) -> Iterator[Window]:
    window: Window
    if engine_of(os.environ["PORTAL_BROWSER"]) == "webkit":
        window = WebKitWindow(request.getfixturevalue("webkit"), served.address)
    else:
        new_context = request.getfixturevalue("new_context")
        context = new_context(viewport={"width": size[0], "height": size[1]})
        window = PlaywrightWindow(context.new_page(), served.address)
    yield window
    assert window.faults() == []
