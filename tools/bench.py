"""Measure a clean build, a changed partner under serve, the weight of pages, and MkDocs alone beside them.

Prints figures and a ratio; it judges nothing. Run it with `make bench`.
"""

from __future__ import annotations

import datetime
import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

REPOSITORY = Path(__file__).parent.parent
PORTAL = [sys.executable, "-m", "generator"]
PORT = 8765


@contextmanager
def copied_instance() -> Iterator[Path]:
    """Yield a folder with a copy of the instance, whose caches are empty."""
    with tempfile.TemporaryDirectory() as work:
        root = Path(work) / "instance"
        for name in ("content", "partners"):
            shutil.copytree(REPOSITORY / name, root / name)
        shutil.copy(REPOSITORY / "site_config.yml", root)
        os.environ["XDG_CACHE_HOME"] = str(Path(work) / "cache")
        yield root


def timed(command: list[str], folder: Path) -> float:
    """Run a command and return its wall time in seconds."""
    started = time.monotonic()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.monotonic() - started


def rebuild_under_serve(root: Path) -> float:
    """Return the seconds from saving a partner file to the new page being served."""
    path = min((root / "partners").iterdir())
    page = f"http://127.0.0.1:{PORT}/{next(iter(languages(root)))}/partners/{path.stem}/"
    command = [*PORTAL, "serve", "--root", str(root), "--port", str(PORT)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout
        for line in server.stdout:
            if line.startswith("Serving"):
                break
        time.sleep(1)  # the watcher begins right after it has said so
        mark = f"Measured {datetime.datetime.now(datetime.UTC):%H:%M:%S}"
        started = time.monotonic()
        path.write_text(re.sub("^name: .*$", f'name: "{mark}"', path.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
        while mark not in read(page):
            time.sleep(0.02)
        return time.monotonic() - started
    finally:
        server.terminate()
        server.wait()


def read(address: str) -> str:
    with urlopen(address) as response:
        return str(response.read(), "utf-8")


def languages(root: Path) -> list[str]:
    found = re.search(r"^languages: \[(.*?)\]", (root / "site_config.yml").read_text("utf-8"), re.MULTILINE)
    assert found
    return [language.strip() for language in found[1].split(",")]


def mkdocs_alone(site: Path, work: Path) -> float:
    """Return the seconds that MkDocs with Material takes for the same pages as plain files."""
    bodies = [path.read_text("utf-8") for path in sorted(site.rglob("index.html"))]
    (work / "docs").mkdir(parents=True)
    for number, html in enumerate(bodies):
        article = re.search("<article[^>]*>(.*?)</article>", html, re.DOTALL)
        (work / "docs" / f"page{number}.md").write_text(
            f"# Page {number}\n\n{article[1] if article else ''}\n", "utf-8"
        )
    (work / "mkdocs.yml").write_text("site_name: Bench\ntheme: {name: material, font: false}\nplugins: []\n")
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    return timed([sys.executable, "-m", "mkdocs", "build", "-q"], work)


def weight(site: Path, page: str) -> int:
    """Return the bytes, gzipped, of a page and of the styles and scripts that it names."""
    html = (site / page / "index.html").read_text("utf-8")
    names = re.findall(r'<(?:link rel="stylesheet" href|script[^>]* src)="([^"]+)"', html)
    files = [site / page / "index.html", *((site / page / name).resolve() for name in names)]
    return sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in files)


def main() -> None:
    with copied_instance() as root:
        site = root / "site"
        clean = timed([*PORTAL, "build", "--root", str(root)], root)
        pages = len(list(site.rglob("index.html")))
        again = timed([*PORTAL, "build", "--root", str(root)], root)
        first = languages(root)[0]
        task = max((site / first / "tasks").glob("*/index.html"), key=lambda path: path.stat().st_size).parent
        partner = max((site / first / "partners").glob("*/index.html"), key=lambda path: path.stat().st_size).parent
        alone = mkdocs_alone(site, root.parent / "alone")
        print(f"clean build, {pages} pages:      {clean:6.2f} s  (bar: 10 s)")
        print(f"build when nothing changed:   {again:6.2f} s")
        print(f"changed partner under serve:  {rebuild_under_serve(root):6.2f} s  (bar: 2 s)")
        print(f"MkDocs alone, same pages:     {alone:6.2f} s")
        print(f"ratio, ours to MkDocs alone:  {clean / alone:6.2f}")
        for path in (task, partner):
            name = path.relative_to(site).as_posix()
            print(f"{name}: {weight(site, name) / 1000:.1f} kB gzipped, modules not counted  (bar: 40 kB with them)")


if __name__ == "__main__":
    main()
