"""Somebody is looked for among thousands on a slow phone: a first search, and typing in the directory."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median

from tools.bench.figures import kilobytes, say, spread
from tools.bench.phone import Phones, in_brotli
from tools.synthetic import synthetic_id

# Searches, and returns the milliseconds until what is told to come stands there and is drawn.
_SEARCH = """(words) => new Promise((resolve, reject) => {
  const results = document.querySelector("portal-search [data-part=results]");
  const form = document.querySelector("portal-search form");
  setTimeout(() => reject(new Error(`nothing for ${words}`)), 30_000);
  const key = performance.now();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - key)));
  }).observe(results, { childList: true });
  form.querySelector("input").value = words;
  form.requestSubmit();
})"""

# Types, key by key. A list may be drawn in pieces: its first change counts as the list, the last
# on the page as all drawn.
_TYPE = """async (words) => {
  const directory = document.querySelector("portal-directory");
  const box = directory.querySelector("input[type=search]");
  const took = [];
  for (const word of words) {
    let list = 0, drawn = 0, key = 0, last = 0;
    const observer = new MutationObserver((records) => {
      if (!list && records.some(({ target }) => target.closest?.("ul.cards"))) list = performance.now() - key;
      last = performance.now();
      requestAnimationFrame(() => setTimeout(() => { drawn = performance.now() - key; }));
    });
    observer.observe(directory, { childList: true, subtree: true, attributes: true, characterData: true });
    await new Promise((resolve) => setTimeout(resolve, 200));
    box.value = word;
    key = performance.now();
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const returned = performance.now() - key;
    do await new Promise((resolve) => setTimeout(resolve, 500));
    while (performance.now() - last < 400);
    observer.disconnect();
    took.push([list || returned, drawn || returned]);
  }
  return took;
}"""


def say_search(phones: Phones, instance: Path, language: str, size: int) -> None:
    """Print what first searches load, and how long the same search takes when all of it is there."""
    weights: list[float] = []
    first: list[float] = []
    again: list[float] = []
    for words in _queries(instance):
        with phones.new() as phone:
            phone.open(f"{language}/search/")
            phone.asked.clear()
            phone.slow_down()
            first.append(phone.page.evaluate(_SEARCH, words))
            weights.append(sum(phone.weights().values()))
            phone.page.evaluate(_SEARCH, "")
            again.append(phone.page.evaluate(_SEARCH, words))
    loads = f"{kilobytes(median(weights))} in the middle, {kilobytes(max(weights))} at most"
    say(f"first search loads, {size:,} partners more, brotli", loads, "60 kB")
    say("  first search with loading, 6x", spread(first, "ms"))
    say("  the same search when it is loaded, 6x", spread(again, "ms"), "100 ms")


def say_directory(phones: Phones, instance: Path, language: str, size: int) -> None:
    """Print what the directory weighs, and how long each key takes to the list."""
    page = phones.site / language / "partners" / "index.html"
    html = page.stat().st_size
    say(
        f"directory's HTML, {size:,} partners more",
        f"{kilobytes(html)}, {kilobytes(in_brotli([page])[page])} in brotli",
    )
    name = _name(instance, 0).lower()
    words = [name[:end] for end in range(1, min(len(name), 10))]
    words += [word[:end] for word in ("starter", "advi") for end in range(len(word) + 1)]
    with phones.new() as phone:
        phone.open(f"{language}/partners/")
        phone.page.locator("[role=status]:not(:empty)").wait_for()
        say("  everything that the directory loads at once, brotli", kilobytes(sum(phone.weights().values())))
        phone.asked.clear()
        phone.slow_down()
        # The first key may have to wait for what it needs, and is told apart.
        loading, *keys = phone.page.evaluate(_TYPE, ["a", *words])
        later = sum(phone.weights().values())
    if later:
        say("  what the first key loads, brotli", kilobytes(later))
    say("  first key to list, 6x", f"{loading[0]:.0f} ms")
    say("  key to list, 6x", spread([pair[0] for pair in keys], "ms"), "50 ms")
    say("  key to all drawn, 6x", spread([pair[1] for pair in keys], "ms"))


def _queries(instance: Path) -> list[str]:
    """Return names, which find few, and pieces of them that many share."""
    names = [_name(instance, number) for number in range(3)]
    return [*names, names[0].partition(" ")[0], "starter", "advies"]


def _name(instance: Path, number: int) -> str:
    """Return the name of a synthetic partner."""
    text = (instance / "partners" / f"{synthetic_id(number)}.yml").read_text("utf-8")
    line = next(line for line in text.splitlines() if line.startswith("name: "))
    name = json.loads(line.removeprefix("name: "))
    assert isinstance(name, str)
    return name
