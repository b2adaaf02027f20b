"""Bundles the modules of the browser's program with esbuild, in the Node that a clone's environment holds."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sysconfig
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from starterspad.output.script_licences import licences

# Folders of `web/`: what npm fetched, and the scripts that a wheel holds ready.
NODE_MODULES, BUNDLE = "node_modules", "bundle"
# The newest syntax that a script may use when it is sent. The type checker reads the modules by the same year.
TARGET = "es2023"


class ScriptsNotMade(RuntimeError):
    """The browser's scripts cannot be made; the text says why, and what to do."""


@dataclass(frozen=True)
class Bundling:
    """Which files are made of which modules, all by their paths below `web/`.

    `at_once` are files of their own that HTML names; `late` says for each file that is loaded when it is needed which
    modules are in it; the modules of a group of `together` are never sent apart.
    """

    at_once: tuple[str, ...]
    late: Mapping[str, tuple[str, ...]]
    together: tuple[tuple[str, ...], ...]


def bundle(web: Path, table: Bundling) -> dict[str, bytes]:
    """Return path -> content of the scripts made of the modules below `web`, and of the licences of packages in them.

    The same modules give the same bytes wherever they lie. Raises `ScriptsNotMade` where Node or a package is missing,
    where a module cannot be read, where a package has no licence, and where what is loaded late is not in `table`.
    """
    node = node_program()
    if node is None:
        raise ScriptsNotMade(_fetch_first("Node.js is not there"))
    if lacking := _lacking_packages(web):
        raise ScriptsNotMade(_fetch_first(f"{web / NODE_MODULES} lacks {', '.join(lacking)}"))
    request = asdict(table) | {"web": str(web.resolve()), "out": BUNDLE, "target": TARGET}
    run = subprocess.run(
        [node, str(web / "bundle.mjs")], input=json.dumps(request), capture_output=True, encoding="utf-8", check=False
    )
    if run.returncode:
        raise ScriptsNotMade(f"The browser's scripts cannot be made.\n{run.stderr.strip()}")
    answer = json.loads(run.stdout)
    made = {path: text.encode() for path, text in answer["files"].items()}
    try:
        made |= licences(web, answer["inputs"])
    except ValueError as error:
        raise ScriptsNotMade(f"The browser's scripts cannot be made: {error}.") from error
    return dict(sorted(made.items()))


def node_program() -> str | None:
    """Return the path of Node: that of this environment, else the first on the path, else nothing."""
    return shutil.which("node", path=os.pathsep.join((sysconfig.get_path("scripts"), os.environ.get("PATH", ""))))


def _fetch_first(what: str) -> str:
    return (
        f"The browser's scripts cannot be made: {what}. In a clone, make fetches what is needed: run `make site`"
        " (or `make serve`) once. An installed wheel needs neither."
    )


def _lacking_packages(web: Path) -> list[str]:
    """Return the packages that the lock file pins and npm did not fetch, or fetched at another version."""
    pinned = json.loads((web / "package-lock.json").read_text("utf-8"))["packages"]
    fetched_list = web / NODE_MODULES / ".package-lock.json"
    fetched = json.loads(fetched_list.read_text("utf-8"))["packages"] if fetched_list.is_file() else {}
    return [
        f"{name.removeprefix(f'{NODE_MODULES}/')} {package['version']}"
        for name, package in pinned.items()
        # Of the packages for single platforms, which are optional, npm fetches the one that fits.
        if name and not package.get("optional") and fetched.get(name, {}).get("integrity") != package["integrity"]
    ]
