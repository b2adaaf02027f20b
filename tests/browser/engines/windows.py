"""A window of an engine, alike for every engine: through Playwright, or for WebKit through its own driver."""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Page
from selenium.common.exceptions import ElementNotInteractableException
from selenium.webdriver import WebKitGTK

# WebKit may take ten seconds to give its database to the next page.
PATIENCE_S = 30


class Window(ABC):
    """A window without anything kept, at a page of the built site."""

    def __init__(self, address: str) -> None:
        self.address = address

    def goto(self, path: str) -> None:
        """Open a page of the site, or an address, and wait until its scripts are at work."""
        # A page with the same address but for what follows `#` is not opened anew.
        self._open("about:blank")
        self._open(self.address + path.removeprefix(self.address))
        self.until("document.documentElement.classList.contains('ready') && !document.querySelector('[aria-busy]')")

    def until(self, script: str) -> None:
        """Wait until a script's answer is true."""
        end = time.monotonic() + PATIENCE_S
        # Between two pages there is none to ask.
        while self.run(f"Boolean(document.body && ({script}))") is not True:
            assert time.monotonic() < end, script
            time.sleep(0.05)

    def sees(self, selector: str, words: str = "") -> None:
        """Wait until something is in sight, with these words in it."""
        self.until(
            f"[...document.querySelectorAll({json.dumps(selector)})]"
            f".some((found) => found.checkVisibility() && found.textContent.includes({json.dumps(words)}))"
        )

    def has(self, selector: str, value: str) -> None:
        """Wait until a field has this value."""
        self.until(f"document.querySelector({json.dumps(selector)})?.value === {json.dumps(value)}")

    def unfold(self, selector: str) -> None:
        """Open everything that something is folded away in, and itself."""
        self.until(f"document.querySelector({json.dumps(selector)})")
        self.run(
            f"(() => {{ for (let box = document.querySelector({json.dumps(selector)}); box; box = box.parentElement) "
            "if (box.localName === 'details') box.open = true; })()"
        )

    def choose(self, selector: str) -> None:
        """Choose what a label stands for: its own box may lie under what is drawn for it."""
        self.until(f"document.querySelector({json.dumps(selector)})")
        self.run(f"document.querySelector({json.dumps(selector)}).click()")

    def fill(self, selector: str, words: str) -> None:
        """Write into a field, and leave it."""
        self.sees(selector)
        kind = self.run(f"document.querySelector({json.dumps(selector)}).type")
        if kind in ("date", "time"):
            self.run(
                f"(() => {{ const field = document.querySelector({json.dumps(selector)}); field.value = '{words}'; "
                "for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true })); })()"
            )
        else:
            self._type(selector, words)
            self.run("document.activeElement.blur()")

    def faults(self) -> list[str]:
        """Return what went wrong on any page that this window showed."""
        kept: list[str] = json.loads(str(self.run("sessionStorage.getItem('faults') ?? '[]'")))
        return kept

    @abstractmethod
    def _open(self, url: str) -> None: ...

    @abstractmethod
    def _type(self, selector: str, words: str) -> None: ...

    @abstractmethod
    def run(self, script: str) -> object:
        """Return the answer of a script, or what it promises; nothing while the page is another."""

    @abstractmethod
    def click(self, selector: str) -> None:
        """Press the first of these that is in sight."""

    @abstractmethod
    def upload(self, selector: str, path: Path) -> None: ...


class PlaywrightWindow(Window):
    """Of Chromium, or of a released Firefox."""

    def __init__(self, page: Page, address: str) -> None:
        super().__init__(address)
        self._page = page
        self._said: list[str] = []
        page.on("pageerror", lambda error: self._said.append(f"error: {error}"))
        page.on("console", self._read)

    def _read(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._said.append(f"console: {message.text}")

    def faults(self) -> list[str]:
        return self._said + super().faults()

    def _open(self, url: str) -> None:
        self._page.goto(url)

    def _type(self, selector: str, words: str) -> None:
        self._page.locator(selector).first.fill(words)

    def run(self, script: str) -> object:
        return self._page.evaluate(f"() => ({script})")

    def click(self, selector: str) -> None:
        self._page.locator(selector).locator("visible=true").first.click()

    def upload(self, selector: str, path: Path) -> None:
        self._page.locator(selector).set_input_files(path)


class WebKitWindow(Window):
    """Of WebKit as Debian builds it."""

    def __init__(self, driver: WebKitGTK, address: str) -> None:
        super().__init__(address)
        self._driver = driver

    def _open(self, url: str) -> None:
        self._driver.get(url)

    def _found(self, selector: str) -> Any:
        self.sees(selector)
        return next(found for found in self._driver.find_elements("css selector", selector) if found.is_displayed())

    def _type(self, selector: str, words: str) -> None:
        field = self._found(selector)
        field.clear()
        field.send_keys(words)

    def run(self, script: str) -> object:
        return self._driver.execute_async_script(
            f"const tell = arguments[arguments.length - 1]; Promise.resolve(({script})).then(tell);"
        )

    def click(self, selector: str) -> None:
        end = time.monotonic() + PATIENCE_S
        while True:
            found = self._found(selector)
            # Its driver rolls too little to come below what sticks to the edge, and does not wait for what moves.
            self._driver.execute_script("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", found)
            try:
                found.click()
                return
            except ElementNotInteractableException:
                assert time.monotonic() < end, selector

    def upload(self, selector: str, path: Path) -> None:
        self._driver.find_element("css selector", selector).send_keys(str(path))
