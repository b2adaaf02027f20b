"""A file saved while a portal is served: how long until the page that is served shows it, and what that costs."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.request import urlopen

from tools.bench.costs import cpu_seconds
from tools.bench.figures import heading, say
from tools.bench.workshop import PORTAL, REPOSITORY, Workshop, first_language

_PACKAGE = REPOSITORY / "generator" / "starterspad"
_MOST_SECONDS = 120
# What a build does after the page is there belongs to the cost of the change too.
_QUIET = 0.5
# Nothing is made any more where a process took nothing for so long: the rest begins a second after the last save.
_STILL = 2.5
_NOTHING = 0.02


@dataclass(frozen=True)
class Change:
    """A file to save: `edit` puts a mark into its text, and the page at `page` shows it."""

    what: str
    path: Path
    page: str
    edit: Callable[[str, str], str]
    bar: str


@dataclass(frozen=True)
class Saved:
    """How long a change took to the page that is served, and the processor seconds until it was quiet again."""

    seconds: float
    cpu: float


def say_serving(shop: Workshop, size: int, times: int = 5) -> None:
    """Print what a change costs with the instance alone, and a partner that is saved where there are many."""
    for number in dict.fromkeys((0, size)):
        root = shop.folder / f"served-{number}"
        shutil.copytree(shop.instance(number), root)
        package = _own_package(shop.folder / f"package-{number}")
        changes = changes_of(root, package / "starterspad")
        of_many = [change for change in changes if change.what == "partner"] if number else changes
        heading(f"Saved under serve, {number:,} partners more: seconds until the served page shows it")
        with _served(root, package, shop.empty_caches()) as (address, pid):
            for change in of_many:
                _say(change, [_saved(change, f"{address}{change.page}", pid) for _ in range(times)], bool(number))
                say("  the rest, once nobody saves", f"{_rest(pid):.2f} CPU s")


def _say(change: Change, saves: Sequence[Saved], many: bool) -> None:
    bar = "1.0 s at 3,000" if many else change.bar
    seconds = [saved.seconds for saved in saves]
    cpu = median(saved.cpu for saved in saves)
    first = f"{median(seconds):.2f} s in the middle, {seconds[0]:.2f} s the first, {max(seconds):.2f} s at most"
    say(change.what, f"{first}; {cpu:.2f} CPU s", bar)


def changes_of(root: Path, package: Path) -> list[Change]:
    """Return a change of each kind, for an instance and a package that may be written."""
    language = first_language(root)
    partner = min((root / "partners").glob("*.yml"))
    task = min((root / "content" / "tasks").glob("*.yml"))
    page = min((root / "content" / "pages" / language).glob("*.md"))
    of_partner = f"{language}/partners/{partner.stem}/"
    # The first line of this language is that of the title, or stands where it does.
    title = re.compile(rf"(?<=^title:)(.*?\b{language}: *)[^\n]*", re.MULTILINE | re.DOTALL)
    return [
        Change("partner", partner, of_partner, lambda text, mark: _NAME.sub(f'name: "{mark}"', text, count=1), "0.5 s"),
        Change(
            "task",
            task,
            f"{language}/tasks/{task.stem}/",
            lambda text, mark: title.sub(rf'\g<1>"{mark}"', text, count=1),
            "1.5 s",
        ),
        Change(
            "template",
            package / "pages" / "partner.html",
            of_partner,
            lambda text, mark: f"{text.partition(_AT_END)[0]}{_AT_END}{mark}</p>\n",
            "1.5 s",
        ),
        Change(
            "page",
            page,
            f"{language}/{page.stem}/",
            lambda text, mark: f"{text.partition(_LAST_WORDS)[0].rstrip()}\n\n{_LAST_WORDS} {mark}\n",
            "1.5 s",
        ),
    ]


_NAME = re.compile("^name: .*$", re.MULTILINE)
_AT_END = "<p>Saved: "
_LAST_WORDS = "Saved:"


def _own_package(folder: Path) -> Path:
    """Return a folder with a copy of the package: a template of the repository itself must not change."""
    shutil.copytree(
        _PACKAGE, folder / "starterspad", ignore=shutil.ignore_patterns("node_modules", "__pycache__"), symlinks=True
    )
    (folder / "starterspad" / "web" / "node_modules").symlink_to(_PACKAGE / "web" / "node_modules")
    return folder


@contextmanager
def _served(root: Path, package: Path, settings: dict[str, str]) -> Iterator[tuple[str, int]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [*PORTAL, "serve", "--root", str(root), "--port", port]
    environment = {**os.environ, **settings, "PYTHONPATH": str(package)}
    server = subprocess.Popen(
        command, cwd=root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert server.stdout
        if not any(line.startswith("Serving") for line in server.stdout):
            raise RuntimeError(f"{' '.join(command)} served nothing")
        time.sleep(1)  # the watcher begins right after it has said so
        yield f"http://127.0.0.1:{port}/", server.pid
    finally:
        server.terminate()
        server.wait()


def _saved(change: Change, address: str, pid: int) -> Saved:
    mark = f"Measured {time.time_ns()}"
    before = cpu_seconds(pid)
    text = change.edit(change.path.read_text("utf-8"), mark)
    assert mark in text
    started = time.monotonic()
    change.path.write_text(text, "utf-8")
    while mark not in _read(address):
        if time.monotonic() - started > _MOST_SECONDS:
            raise RuntimeError(f"{change.path.name} was saved, and {address} never showed it")
        time.sleep(0.02)
    seconds = time.monotonic() - started
    time.sleep(_QUIET)
    return Saved(seconds, cpu_seconds(pid) - before)


def _rest(pid: int) -> float:
    """Return the processor seconds that a process takes until it takes nothing for a while."""
    before = spent = cpu_seconds(pid)
    still = time.monotonic()
    while time.monotonic() - still < _STILL:
        time.sleep(0.1)
        if cpu_seconds(pid) - spent > _NOTHING:
            spent, still = cpu_seconds(pid), time.monotonic()
    return spent - before


def _read(address: str) -> str:
    with urlopen(address) as response:
        return str(response.read(), "utf-8")
