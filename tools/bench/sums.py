"""Calculators on a slow phone: what each weighs once it is filled in, and how long a key takes to its result."""

from __future__ import annotations

from tools.bench.figures import kilobytes, say, spread
from tools.bench.phone import Phones

# Fills in what is asked, as far as it is empty, and types into one field after the other.
_TYPE = """async () => {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 60));
  const fields = [...document.querySelectorAll("main input[data-input]:not([data-month]):not([type=radio])")]
    .filter((field) => field.checkVisibility());
  const enter = (field, figure) => {
    field.value = figure;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  for (const field of fields.filter(({ value }) => !value)) enter(field, "20");
  await pause();
  const took = [];
  for (const field of fields.slice(0, 4)) {
    for (const figure of ["31", "32", "33"]) {
      await pause();
      const key = performance.now();
      enter(field, figure);
      took.push(performance.now() - key);
    }
  }
  return took;
}"""


def say_calculators(phones: Phones, language: str) -> None:
    """Print what the heaviest calculator loads, and what a key takes to its result: in all and in the slowest."""
    by_name: dict[str, list[float]] = {}
    weights: dict[str, int] = {}
    for page in sorted((phones.site / language / "calculators").glob("*/index.html")):
        with phones.new() as phone:
            phone.open(f"{language}/calculators/{page.parent.name}/")
            phone.page.locator("html.ready").wait_for()
            phone.slow_down()
            by_name[page.parent.name] = phone.page.evaluate(_TYPE)
            phone.page.wait_for_load_state("networkidle")
            weights[page.parent.name] = sum(phone.weights().values())
    every = [took for times in by_name.values() for took in times]
    if every:
        heaviest = max(weights, key=weights.__getitem__)
        least = kilobytes(min(weights.values()))
        say(f"calculators filled in, brotli; most: {heaviest}", f"{least} to {kilobytes(weights[heaviest])}", "40 kB")
        slowest = max(by_name, key=lambda name: max(by_name[name]))
        say(f"key to result, {len(by_name)} calculators, 6x", spread(every, "ms"), "50 ms")
        say(f"  the slowest, {slowest}", spread(by_name[slowest], "ms"))
