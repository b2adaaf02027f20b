"""WebKit, the engine of every iPhone, as Debian builds it: `make engines` runs these."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from selenium.webdriver import WebKitGTK
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service


class Window:
    """A window without anything kept, at a page of the built site."""

    def __init__(self, driver: WebKitGTK, address: str) -> None:
        self.driver = driver
        self.address = address

    def goto(self, path: str) -> None:
        """Open a page of the site, and wait until its scripts are at work."""
        # A page with the same address but for what follows `#` is not opened anew.
        self.driver.get("about:blank")
        self.driver.get(self.address + path)
        self.until("document.documentElement.classList.contains('ready')")

    def ask(self, script: str) -> object:
        return self.driver.execute_script(f"return {script}")

    def until(self, script: str) -> None:
        """Wait until a script's answer is true."""
        WebDriverWait(self.driver, 10, poll_frequency=0.05).until(lambda _: self.ask(f"Boolean({script})"), script)

    def sees(self, selector: str) -> None:
        self.until(f"[...document.querySelectorAll({selector!r})].some((found) => found.checkVisibility())")

    def click(self, selector: str) -> None:
        self.sees(selector)
        found = self.driver.find_elements("css selector", selector)
        next(one for one in found if one.is_displayed()).click()

    def write(self, selector: str, text: str) -> None:
        self.driver.find_element("css selector", selector).send_keys(text)

    def text(self, selector: str) -> str:
        return self.driver.find_element("css selector", selector).text


@pytest.fixture
def driver() -> Iterator[WebKitGTK]:
    path = os.environ.get("PORTAL_WEBKIT")
    assert path, "no WebKit: run these with make engines, or set PORTAL_WEBKIT to a WebKitWebDriver"
    driver = WebKitGTK(options=Options(), service=Service(path))
    driver.set_window_size(400, 800)
    yield driver
    driver.quit()


@pytest.fixture
def window(driver: WebKitGTK, address: str) -> Window:
    return Window(driver, address)
