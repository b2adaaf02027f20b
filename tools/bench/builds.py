"""Builds of several sizes, ours and Hugo's by turns: processor seconds, memory, bytes, and how they grow."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median

from starterspad.output.host_limits import SiteSize, site_size

from tools.bench.costs import Cost, run
from tools.bench.figures import exponent, heading, megabytes, say, table
from tools.bench.workshop import REPOSITORY, Workshop

OURS, PAGES, HUGO = "ours", "pages", "hugo"
# The most that the largest process may have, by the number of partners.
_MEMORY_BARS = {1000: "250 MB", 10_000: "600 MB"}
_CPU_BARS = {1000: "4 x Hugo, aim 1.5", 10_000: "in wall time 0.4 x Hugo is the aim"}


_SIZE = "partners more"
_PAGES = (_SIZE, "CPU s", "Hugo", "ratio", "wall s", "Hugo", "ratio", "largest process", "Hugo", "files", "Hugo")
_WHOLE = (
    *(_SIZE, "CPU s", "Hugo", "ratio", "wall s", "Hugo"),
    *("largest process", "Hugo", "ratio", "all at once", "site", "files"),
)
_EACH = (_SIZE, "CPU ms", "Hugo", "ratio", "memory kB", "Hugo", "site kB", "Hugo", "files", "Hugo")


@dataclass
class Builds:
    """The runs of one maker at one size, and the site that the last one wrote."""

    costs: list[Cost] = field(default_factory=list)
    site: SiteSize = field(default_factory=lambda: SiteSize(0, 0, 0))

    @property
    def cpu(self) -> float:
        return median(cost.cpu for cost in self.costs)

    @property
    def wall(self) -> float:
        return median(cost.wall for cost in self.costs)

    @property
    def largest(self) -> float:
        return median(cost.largest for cost in self.costs)

    @property
    def together(self) -> float:
        return median(cost.together for cost in self.costs)


Measured = dict[tuple[str, int], Builds]


def measure_builds(shop: Workshop, sizes: Sequence[int], rounds: int) -> Measured:
    """Build everything so many times, each time from nothing; makers take turns, so that both meet the same hours."""
    measured: Measured = {(maker, size): Builds() for size in (0, *sizes) for maker in (OURS, PAGES, HUGO)}
    for number in range(rounds):
        for size in (0, *sizes):
            # Hugo's frame comes from our site, so ours is there first.
            for maker in (OURS, PAGES, HUGO):
                commands = {OURS: shop.build_command, PAGES: shop.pages_command, HUGO: shop.hugo_command}
                command = commands[maker](size)
                site = shop.site(maker, size)
                shutil.rmtree(site, ignore_errors=True)
                builds = measured[maker, size]
                builds.costs.append(run(command, REPOSITORY, shop.empty_caches()))
                builds.site = site_size(site)
                cost = builds.costs[-1]
                run_of = f"  round {number + 1}, {size:,} partners more, {maker}"
                say(run_of, f"{cost.cpu:.1f} CPU s, {cost.wall:.1f} s")
    return measured


def say_builds(measured: Measured, sizes: Sequence[int], grown: int) -> None:
    """Print whole builds, what each partner adds, and how that grows: to the size `grown`, and to the largest."""
    heading("Cold builds: ours of a whole portal, Hugo's of its pages of partners alone")
    rows = []
    for size in (0, *sizes):
        ours, hugo = measured[OURS, size], measured[HUGO, size]
        rows.append(
            [
                f"{size:,}",
                f"{ours.cpu:.1f}",
                f"{hugo.cpu:.1f}",
                f"{ours.cpu / hugo.cpu:.2f}",
                f"{ours.wall:.1f}",
                f"{hugo.wall:.1f}",
                megabytes(ours.largest),
                megabytes(hugo.largest),
                f"{ours.largest / hugo.largest:.2f}",
                megabytes(ours.together),
                f"{ours.site.total_bytes / 1e6:.1f} MB",
                f"{ours.site.files:,}",
            ]
        )
    table(_WHOLE, rows)
    for size in sizes:
        if size in _MEMORY_BARS:
            say(f"largest process at {size:,}", megabytes(measured[OURS, size].largest), _MEMORY_BARS[size])
    _say_pages(measured, sizes)
    _say_each_partner(measured, sizes)
    for large in dict.fromkeys((grown, max(sizes))):
        if min(sizes) < large:
            _say_growth(measured, min(sizes), large)


def _say_pages(measured: Measured, sizes: Sequence[int]) -> None:
    heading("Pages of partners alone, in an equal frame: read, judged, rendered, written")
    rows = []
    for size in (0, *sizes):
        ours, hugo = measured[PAGES, size], measured[HUGO, size]
        rows.append(
            [
                f"{size:,}",
                *(f"{ours.cpu:.1f}", f"{hugo.cpu:.1f}", f"{ours.cpu / hugo.cpu:.2f}"),
                *(f"{ours.wall:.1f}", f"{hugo.wall:.1f}", f"{ours.wall / hugo.wall:.2f}"),
                *(megabytes(ours.largest), megabytes(hugo.largest)),
                *(f"{ours.site.files:,}", f"{hugo.site.files:,}"),
            ]
        )
    table(_PAGES, rows)
    for size in sizes:
        if size in _CPU_BARS:
            ratio = measured[PAGES, size].cpu / measured[HUGO, size].cpu
            say(f"CPU of the pages of {size:,} partners more, to Hugo's", f"{ratio:.2f}", _CPU_BARS[size])


def _say_each_partner(measured: Measured, sizes: Sequence[int]) -> None:
    heading("What each partner more costs: the same, less what the portal costs without them")
    rows = []
    for size in sizes:
        ours, hugo = (_added(measured, maker, size) for maker in (OURS, HUGO))
        rows.append(
            [
                f"{size:,}",
                f"{ours.cpu * 1000:.1f}",
                f"{hugo.cpu * 1000:.1f}",
                f"{ours.cpu / hugo.cpu:.2f}" if hugo.cpu > 0 else "-",
                f"{ours.memory / 1000:.0f}",
                f"{hugo.memory / 1000:.0f}",
                f"{ours.bytes / 1000:.1f}",
                f"{hugo.bytes / 1000:.1f}",
                f"{ours.files:.1f}",
                f"{hugo.files:.1f}",
            ]
        )
    table(_EACH, rows)
    print("Ours are more than pages: cards to embed, data, an index of words, lists. Hugo's hold the same texts.")


@dataclass(frozen=True)
class _Added:
    cpu: float
    memory: float
    bytes: float
    files: float


def _added(measured: Measured, maker: str, size: int) -> _Added:
    more, without = measured[maker, size], measured[maker, 0]
    return _Added(
        (more.cpu - without.cpu) / size,
        (more.largest - without.largest) / size,
        (more.site.total_bytes - without.site.total_bytes) / size,
        (more.site.files - without.site.files) / size,
    )


_GROWING: dict[str, tuple[Callable[[Builds], float], str]] = {
    "CPU seconds": (lambda builds: builds.cpu, "1.05, of the whole"),
    "bytes of the site": (lambda builds: builds.site.total_bytes, "1.05, of the whole"),
    "memory of the largest process": (lambda builds: builds.largest, "0.6, of the whole"),
}


def _say_growth(measured: Measured, small: int, large: int) -> None:
    """Print exponents between two sizes, and those of what came on top of the portal alone."""
    heading(f"How that grows from {small:,} to {large:,} partners more: exponents, 1 is linear")
    for what, (amount, bar) in _GROWING.items():
        say(what, _growth(measured, OURS, (small, large), amount), bar)
        say(f"{what}, Hugo", _growth(measured, HUGO, (small, large), amount))


def _growth(measured: Measured, maker: str, sizes: tuple[int, int], amount: Callable[[Builds], float]) -> str:
    alone, low, high = (amount(measured[maker, size]) for size in (0, *sizes))
    whole = f"{exponent(sizes, (low, high)):.2f}"
    if not alone < low < high:
        return whole
    return f"{whole}; of what partners add {exponent(sizes, (low - alone, high - alone)):.2f}"
