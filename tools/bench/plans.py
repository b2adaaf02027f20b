"""The plan on a slow phone: what opening it loads and takes, a tick, an answer."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from tools.bench.figures import kilobytes, say, spread
from tools.bench.phone import Phone, Phones

_ANSWERS = 5
# Notes when the first step stands on the screen, counted from when the page was asked for.
_NOTE_DRAWN = """new MutationObserver((_, observer) => {
  if (!document.querySelector("[data-part=phases] [data-task]")) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => { globalThis.planDrawn = performance.now(); }));
}).observe(document, { childList: true, subtree: true });"""

# Ticks steps one after the other, and then answers the questions that steps wait for, on the plan itself.
_USE = """async () => {
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const pause = () => new Promise((resolve) => setTimeout(resolve, 1000));
  const ticks = [], answers = [];
  for (const box of [...document.querySelectorAll("[data-part=phases] .tick input")].slice(0, 12)) {
    await pause();
    const key = performance.now();
    box.click();
    if (box.closest("[data-task]").dataset.state !== "done") throw new Error("not ticked");
    await painted();
    ticks.push(performance.now() - key);
  }
  for (let round = 0; round < 5; round++) {
    await pause();
    const card = document.querySelector("[data-part=cards] > *");
    if (!card?.querySelector("input")) break;
    card.querySelector("input").click();
    await pause();
    const key = performance.now();
    const fresh = new Promise((resolve) => {
      const cards = document.querySelector("[data-part=cards]");
      new MutationObserver((_, observer) => (observer.disconnect(), resolve())).observe(cards, { childList: true });
    });
    card.querySelector("button").click();
    await fresh;
    await painted();
    answers.push(performance.now() - key);
  }
  return [ticks, answers];
}"""


def say_plan(phones: Phones, language: str, size: int) -> None:
    """Print what opening a plan loads and takes."""
    times: list[float] = []
    for _ in range(3):
        with phones.new() as phone:
            _answer(phone, language)
            phone.asked.clear()
            phone.slow_down()
            phone.page.add_init_script(_NOTE_DRAWN)
            phone.page.goto(f"{phone.address}{language}/plan/")
            phone.page.wait_for_function("() => globalThis.planDrawn", timeout=300_000)
            times.append(phone.page.evaluate("() => globalThis.planDrawn"))
            phone.page.wait_for_load_state("networkidle")
            weights = phone.weights()
    say(f"plan opened until drawn, {size:,} partners more, 6x", spread(times, "ms"), "1500 ms at 1,000, 3000 at 10,000")
    data = Counter[str]()
    for path, weight in weights.items():
        if path.suffix == ".json":
            data[_without_hash(path)] += weight
    for name, weight in data.items():
        deciding = name.startswith("decision-model")
        say(f"  of that {name}, brotli", kilobytes(weight), "30 kB to decide at 1,000" if deciding else "")
    say("  everything that the plan loaded, brotli", kilobytes(sum(weights.values())))


def say_use_of_the_plan(phones: Phones, language: str) -> None:
    """Print how long a tick and an answer take until they are drawn."""
    with phones.new() as phone:
        _answer(phone, language)
        phone.open(f"{language}/plan/")
        phone.page.locator("[data-part=phases] [data-task]").first.wait_for(state="attached")
        phone.page.locator(".phase").evaluate_all("(phases) => { for (const phase of phases) phase.open = true; }")
        phone.slow_down()
        ticks, answers = phone.page.evaluate(_USE)
    say("tick to plan drawn, 6x", spread(ticks, "ms"), "50 ms")
    say("answer to plan drawn, 6x", spread(answers, "ms"), "200 ms")


def _answer(phone: Phone, language: str) -> None:
    phone.open(f"{language}/questions/")
    for _ in range(_ANSWERS):
        phone.page.locator("fieldset[data-question]:visible").locator("input").first.check()
        phone.page.locator('main button[type="submit"]:visible').click()


def _without_hash(path: Path) -> str:
    """Return the name of a file of data without the hash of what it holds; files called by their hash alone are one."""
    if re.fullmatch("[0-9a-f]{10}", path.stem):
        return f"{path.parent.name}/*.json"
    return re.sub(r"\.[0-9a-f]{10}(?=\.)", "", path.name)
