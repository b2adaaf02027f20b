"""How much of what free hosts take a site of each size needs."""

from __future__ import annotations

from collections.abc import Sequence

from starterspad.output.host_limits import HOSTS, HostLimits, SiteSize, limits_neared

from tools.bench.builds import OURS, Measured
from tools.bench.figures import heading, table


def say_hosts(measured: Measured, sizes: Sequence[int]) -> None:
    """Print the sites of all sizes against the limits of every host."""
    heading("Free hosts: the fullest of their limits, and what a build says")
    rows = []
    for size in (0, *sizes):
        site = measured[OURS, size].site
        largest = f"{site.largest_bytes / 1e6:.1f} MB"
        amounts = [f"{site.total_bytes / 1e6:.1f} MB", f"{site.files:,}", f"{site.folders:,}", largest]
        rows.append([f"{size:,}", *amounts, *(fullest(site, host) for host in HOSTS)])
    head = ["partners more", "site", "files", "folders", "largest file", *(host.host for host in HOSTS)]
    table(head, rows)
    for size in (0, *sizes):
        for sentence in limits_neared(measured[OURS, size].site, HOSTS):
            print(f"{size:,}: {sentence}")


def fullest(site: SiteSize, host: HostLimits) -> str:
    """Return how full the limit of a host is that a site comes nearest to, in per cent, and which one that is."""
    entries = site.files + (site.folders if host.folders else 0)
    pairs = {
        "bytes": (site.total_bytes, host.total_bytes),
        "files": (entries, host.files),
        "largest file": (site.largest_bytes, host.file_bytes),
    }
    share, what = max((amount / limit, what) for what, (amount, limit) in pairs.items() if limit)
    return f"{share:.0%} of {what}"
