"""The wheel holds the package whole, the browser's program as scripts, and nothing that an earlier build left."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest
from starterspad.output import script_bundler
from starterspad.output.scripts import site_scripts

from tests.conftest import REPOSITORY
from tools.build_wheel import build_wheel

PACKAGE = "generator/starterspad"
WEB = "starterspad/web/"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    return zipfile.ZipFile(build_wheel(tmp_path_factory.mktemp("wheel")))


def package_files() -> set[str]:
    """Return every file of the package that git holds, or would hold with the next commit."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard", PACKAGE]
    run = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    names = [Path(name) for name in run.stdout.split("\0") if name]
    return {name.relative_to("generator").as_posix() for name in names if (REPOSITORY / name).is_file()}


def test_every_file_of_the_package_is_in_the_wheel_and_no_other(wheel: zipfile.ZipFile) -> None:
    held = {name for name in wheel.namelist() if ".dist-info/" not in name}
    sources = {name for name in package_files() if name.startswith(WEB)}
    shown = {name for name in sources if name.endswith((".css", ".svg"))}
    bundled = {f"{WEB}bundle/{name}" for name in site_scripts()}
    assert held == package_files() - sources | shown | bundled


def test_the_scripts_in_the_wheel_are_those_of_the_clone_and_need_no_node(
    wheel: zipfile.ZipFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_the_clone = site_scripts()
    monkeypatch.setattr(script_bundler, "node_program", lambda: None)
    wheel.extractall(tmp_path)
    assert site_scripts(tmp_path / "starterspad" / "web") == of_the_clone


def test_an_installed_wheel_asks_for_no_node(wheel: zipfile.ZipFile) -> None:
    (metadata,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    asked = [line for line in wheel.read(metadata).decode().splitlines() if line.startswith("Requires-Dist: nodejs")]
    assert asked
    assert all(line.endswith('; extra == "build"') for line in asked)


def test_the_licence_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    (licence,) = [name for name in wheel.namelist() if name.endswith(".dist-info/licenses/LICENSE")]
    assert wheel.read(licence).decode() == (REPOSITORY / "LICENSE").read_text("utf-8")
    metadata = wheel.read(f"{licence.partition('/')[0]}/METADATA").decode()
    assert "\nLicense-Expression: MIT\n" in metadata


def test_a_build_leaves_nothing_in_the_repository(tmp_path: Path) -> None:
    stale = [REPOSITORY / "build" / "lib", REPOSITORY / "generator" / "build"]
    before = [path.exists() for path in stale]
    build_wheel(tmp_path)
    assert [path.exists() for path in stale] == before
