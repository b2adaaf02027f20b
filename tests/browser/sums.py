"""A calculator as somebody fills it in: each figure typed into its field, and what the page says to all of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from playwright.sync_api import Page

Typed = Mapping[str, "str | Sequence[str] | None"]
"""What is typed, by input: a figure, one for each month, or nothing at all."""

READY = 'portal-calculator [data-part="form"]:visible'
# Each field by its input, and by its month where it is asked for one.
OPENED = """() => {
  for (const folded of document.querySelectorAll("portal-calculator form details")) folded.open = true;
}"""
READ = """() => {
  const lines = [...document.querySelectorAll("[data-output]")].map((line) => [line.dataset.output, {
    exact: line.dataset.exact || null,
    text: line.textContent,
    hidden: line.parentElement.hidden,
  }]);
  const missing = document.querySelector('[data-part="missing"]');
  const wrong = [...document.querySelectorAll('[aria-invalid="true"]')].map((field) => [
    field.dataset.input,
    document.getElementById(`${field.id}-wrong`).textContent,
  ]);
  const labels = [...document.querySelectorAll("[data-field]")].map((box) => [
    box.dataset.field,
    box.querySelector("label").textContent,
  ]);
  return {
    lines: Object.fromEntries(lines),
    missing: missing.hidden ? "" : missing.textContent,
    wrong: Object.fromEntries(wrong),
    labels: Object.fromEntries(labels),
  };
}"""


class Line(TypedDict):
    """A result on the page."""

    exact: str | None
    text: str
    hidden: bool


class Said(TypedDict):
    """What the page says: results by output, what is missing, what is wrong beside an input, and the labels."""

    lines: dict[str, Line]
    missing: str
    wrong: dict[str, str]
    labels: dict[str, str]


def type_in(page: Page, typed: Typed) -> Said:
    """Fill a calculator in anew, field by field, and read what comes out; it says the same once it is kept."""
    clear = page.locator('[data-part="clear"]')
    if clear.is_visible():
        clear.click()
        page.locator('[data-part="undo"]:visible').wait_for()
    page.evaluate(OPENED)
    changed = {id for id, figures in typed.items() if type_over(page, id, figures)}
    said = read(page)
    page.evaluate("document.activeElement.blur()")
    if changed - set(said["wrong"]):
        clear.wait_for()
    assert read(page) == said
    return said


def type_over(page: Page, id: str, figures: str | Sequence[str] | None) -> bool:
    """Type an input, for each month where there are several figures; what else is filled in stays.

    Returns whether anything stands there now that did not.
    """
    if figures is None or isinstance(figures, str):
        return _type_one(page, f'[data-input="{id}"]:not([data-month])', figures or "")
    places = [f'[data-input="{id}"][data-month="{month}"]' for month in range(1, len(figures) + 1)]
    changed = [_type_one(page, place, figure) for place, figure in zip(places, figures, strict=True)]
    return any(changed)


def read(page: Page) -> Said:
    """Read what a calculator says."""
    said: Said = page.evaluate(READ)
    return said


def _type_one(page: Page, selector: str, figure: str) -> bool:
    field = page.locator(selector)
    if field.input_value() == figure:
        return False
    if field.evaluate("(field) => field.tagName") == "SELECT":
        field.select_option(figure)
    else:
        field.fill(figure)
    return True
