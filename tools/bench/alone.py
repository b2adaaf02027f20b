"""The instance alone, without synthetic partners: builds of it, and what MkDocs takes for the same pages."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from tools.bench.builds import OURS, Measured
from tools.bench.costs import run
from tools.bench.figures import heading, say
from tools.bench.workshop import Workshop

_MKDOCS = [sys.executable, "-m", "mkdocs", "build", "-q"]
_SETTINGS = "site_name: Bench\ntheme: {name: material, font: false}\nplugins: []\n"


def say_alone(shop: Workshop, measured: Measured) -> None:
    """Print what builds of the instance alone take, and what MkDocs with Material takes for the same pages."""
    heading("The instance alone")
    clean, site = measured[OURS, 0], shop.site(OURS, 0)
    caches = shop.empty_caches()
    run(shop.build_command(0), shop.folder, caches)
    again = run(shop.build_command(0), shop.folder, caches)
    sources = shop.folder / "mkdocs"
    pages = write_sources(site, sources)
    alone = run(_MKDOCS, sources, {"NO_MKDOCS_2_WARNING": "1"})
    say(f"clean build, {pages} pages", f"{clean.wall:.2f} s, {clean.cpu:.2f} CPU s", "10 s")
    say("build when nothing changed", f"{again.wall:.2f} s, {again.cpu:.2f} CPU s")
    say("MkDocs alone, same pages", f"{alone.wall:.2f} s, {alone.cpu:.2f} CPU s")
    say("ratio of CPU, ours to MkDocs alone", f"{clean.cpu / alone.cpu:.2f}")


def write_sources(site: Path, folder: Path) -> int:
    """Write what the pages of a site say as plain files for MkDocs; returns how many there are."""
    (folder / "docs").mkdir(parents=True)
    pages = sorted(site.rglob("index.html"))
    for number, page in enumerate(pages):
        article = re.search("<article[^>]*>(.*?)</article>", page.read_text("utf-8"), re.DOTALL)
        text = f"# Page {number}\n\n{article[1] if article else ''}\n"
        (folder / "docs" / f"page{number}.md").write_text(text, "utf-8")
    (folder / "mkdocs.yml").write_text(_SETTINGS, "utf-8")
    return len(pages)
