"""Build the package as a wheel into build/wheel/. Run it with `make wheel`.

It is built from a copy of what belongs into it. In the repository setuptools would take up what an earlier build left
in `build/` and in `*.egg-info`: modules that were renamed since would still be in the wheel.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
OUT = REPOSITORY / "build" / "wheel"
FILES = ("pyproject.toml", "README.md", "LICENSE")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.egg-info")


def build_wheel(out: Path) -> Path:
    """Build the wheel into a folder and return its path; needs no network."""
    with tempfile.TemporaryDirectory() as work:
        for name in FILES:
            shutil.copy(REPOSITORY / name, work)
        shutil.copytree(REPOSITORY / "generator", Path(work) / "generator", ignore=LEFT_OUT)
        made = Path(work) / "wheel"
        command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-index"]
        subprocess.run([*command, "--no-deps", "--no-build-isolation", "-w", made, work], check=True)
        (wheel,) = made.glob("*.whl")
        out.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy(wheel, out / wheel.name))


def main() -> None:
    shutil.rmtree(OUT, ignore_errors=True)
    wheel = build_wheel(OUT)
    print(f"{wheel.relative_to(REPOSITORY)}: {wheel.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
