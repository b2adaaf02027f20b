"""Build the package as a wheel into build/wheel/. Run it with `make wheel`.

It is built from a copy of what belongs into it. In the repository setuptools would take up what an earlier build left
in `build/` and in `*.egg-info`: modules that were renamed since would still be in the wheel. The browser's program goes
in as the scripts that are made of it, with the licences of what others wrote in them, so that whoever installs the
wheel needs no Node.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from starterspad.output.script_bundler import BUNDLE, NODE_MODULES
from starterspad.output.scripts import site_scripts

REPOSITORY = Path(__file__).parent.parent
OUT = REPOSITORY / "build" / "wheel"
WEB = "generator/starterspad/web"
FILES = ("pyproject.toml", "README.md", "LICENSE")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.egg-info", NODE_MODULES)


def build_wheel(out: Path) -> Path:
    """Build the wheel into a folder and return its path; needs no network.

    Raises `ScriptsNotMade` where Node or a package of the browser's program is missing.
    """
    with tempfile.TemporaryDirectory() as work:
        for name in FILES:
            shutil.copy(REPOSITORY / name, work)
        shutil.copytree(REPOSITORY / "generator", Path(work) / "generator", ignore=LEFT_OUT)
        for name, content in site_scripts(REPOSITORY / WEB).items():
            path = Path(work) / WEB / BUNDLE / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
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
