"""What a slow phone loads and draws, with the instance alone and among thousands of partners."""

from __future__ import annotations

from collections.abc import Sequence

from tools.bench.figures import heading
from tools.bench.finding import say_directory, say_search
from tools.bench.judging import say_judging
from tools.bench.phone import phones
from tools.bench.plans import say_plan, say_use_of_the_plan
from tools.bench.sums import say_calculators
from tools.bench.weights import say_weights
from tools.bench.workshop import Workshop, first_language


def say_browser(shop: Workshop, sizes: Sequence[int]) -> None:
    """Print every figure of the browser: pages and the plan of the instance alone, and the rest at each size."""
    language = first_language(shop.instance(0))
    heading("In a browser, the instance alone")
    with phones(shop.built(0)) as alone:
        say_weights(alone, language)
        say_use_of_the_plan(alone, language)
        say_calculators(alone, language)
    for size in sizes:
        heading(f"In a browser, {size:,} partners more")
        with phones(shop.built(size)) as many:
            say_weights(many, language)
            say_plan(many, language, size)
            say_search(many, shop.instance(size), language, size)
            say_directory(many, shop.instance(size), language, size)
        say_judging(shop.built(size), language)
