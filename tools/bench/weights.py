"""What pages weigh with everything that they load."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from pathlib import Path

from tools.bench.figures import kilobytes, say
from tools.bench.phone import Phones


def say_weights(phones: Phones, language: str) -> None:
    """Print what the heaviest page of a step and of a partner weigh, and the pages of lists."""
    site = phones.site
    for kind in ("tasks", "partners"):
        page = max((site / language / kind).glob("*/index.html"), key=lambda path: path.stat().st_size).parent
        name = page.relative_to(site).as_posix()
        with phones.new() as phone:
            phone.open(f"{name}/")
            of_kinds = Counter[str]()
            for path, weight in phone.weights().items():
                of_kinds[path.suffix.removeprefix(".")] += weight
        parts = ", ".join(f"{kind} {weight / 1000:.1f}" for kind, weight in of_kinds.most_common())
        say(f"{name} with everything, brotli", f"{kilobytes(of_kinds.total())}: {parts}", "30 kB")
        say("  gzipped, modules not counted", kilobytes(_named_by(site, name)), "40 kB with them")


def _named_by(site: Path, page: str) -> int:
    """Return the bytes, gzipped, of a page and of the styles and scripts that it names."""
    html = (site / page / "index.html").read_text("utf-8")
    names = re.findall(r'<(?:link rel="stylesheet" href|script[^>]* src)="([^"]+)"', html)
    files = [site / page / "index.html", *((site / page / name).resolve() for name in names)]
    return sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in files)
