"""Measure a clean build, a changed partner under serve, the weight of pages, the plan, the directory, MkDocs alone.

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
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

REPOSITORY = Path(__file__).parent.parent
PORTAL = [sys.executable, "-m", "starterspad"]
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
    match = re.search(r"^languages: \[(.*?)\]", (root / "site_config.yml").read_text("utf-8"), re.MULTILINE)
    assert match
    return [language.strip() for language in match[1].split(",")]


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


TYPE = """async (words) => {
  const box = document.querySelector("portal-directory input[type=search]");
  const took = [];
  for (const word of words) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    box.value = word;
    const key = performance.now();
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const list = performance.now() - key;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    took.push([list, performance.now() - key]);
  }
  return took;
}"""


def keys_in_a_large_directory(root: Path) -> tuple[list[float], list[float]]:
    """Type in a directory of 1,000 synthetic partners at a sixth of the speed.

    Returns for each key the milliseconds until the list has changed, and until it is drawn, both sorted.
    """
    files = sorted((root / "partners").iterdir())
    for number in range(1000 - len(files)):
        text = files[number % len(files)].read_text("utf-8")
        name = f"name: Synthetic partner {number}"
        (root / "partners" / f"synthetic-{number}.yml").write_text(
            re.sub("^name: .*$", name, text, count=1, flags=re.MULTILINE), "utf-8"
        )
    subprocess.run([*PORTAL, "build", "--root", str(root)], check=True, capture_output=True)
    words = [word[:end] for word in ("synthetic", "starter", "gent") for end in range(len(word) + 1)]
    with served(root / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["PORTAL_BROWSER"], args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 360, "height": 780})
        page.goto(f"{address}{languages(root)[0]}/partners/")
        page.locator("[role=status]:not(:empty)").wait_for()
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 6})
        took = page.evaluate(TYPE, words)
        browser.close()
    return sorted(pair[0] for pair in took), sorted(pair[1] for pair in took)


# Ticks steps one after the other, and then answers the questions that steps wait for, on the plan itself.
USE = """async () => {
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


def use_of_the_plan(root: Path) -> tuple[list[float], list[float]]:
    """Use a plan at a sixth of the speed; returns for each tick and each answer the milliseconds until it is drawn."""
    subprocess.run([*PORTAL, "build", "--root", str(root)], check=True, capture_output=True)
    with served(root / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["PORTAL_BROWSER"], args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 360, "height": 780})
        page.goto(f"{address}{languages(root)[0]}/questions/")
        for _ in range(5):
            fieldset = page.locator("fieldset[data-question]:visible")
            fieldset.locator("input").first.check()
            page.locator('main button[type="submit"]:visible').click()
        page.goto(f"{address}{languages(root)[0]}/plan/")
        page.locator("[data-part=phases] [data-task]").first.wait_for(state="attached")
        page.locator(".phase").evaluate_all("(phases) => { for (const phase of phases) phase.open = true; }")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 6})
        ticks, answers = page.evaluate(USE)
        browser.close()
    return sorted(ticks), sorted(answers)


@contextmanager
def served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


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
        for what, bar, took in zip(("tick", "answer"), (50, 200), use_of_the_plan(root), strict=True):
            middle, most = took[len(took) // 2], took[-1]
            print(f"{what} to plan drawn, 6x: {middle:.0f} ms in the middle, {most:.0f} ms at most  (bar: {bar} ms)")
        for what, took in zip(("list", "drawn"), keys_in_a_large_directory(root), strict=True):
            middle, most = took[len(took) // 2], took[-1]
            print(
                f"key to {what}, 1,000 partners, 6x: {middle:.0f} ms in the middle, {most:.0f} ms at most  (bar: 50 ms)"
            )


if __name__ == "__main__":
    main()
