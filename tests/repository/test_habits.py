"""The files that say how work is done here say what is so."""

from __future__ import annotations

import importlib
import re
import subprocess
import tomllib

import pytest
import yaml

from tests.conftest import REPOSITORY

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
CHANGELOG = (REPOSITORY / "CHANGELOG.md").read_text("utf-8")
VERSIONS = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})$", CHANGELOG, re.MULTILINE)
REVISIONS = (REPOSITORY / ".git-blame-ignore-revs").read_text("utf-8").splitlines()


def git(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-c", "safe.directory=*", *arguments]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)


def recipes() -> set[str]:
    """Return every command that the Makefile runs, with the folders of the usual environment."""
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    (pytest,) = re.findall(r"^PYTEST := (.*)$", makefile, re.MULTILINE)
    makefile = makefile.replace("$(PYTEST)", pytest).replace("$(BIN)", ".venv/bin")
    return {line.strip().removeprefix("@") for line in makefile.splitlines() if line.startswith("\t")}


def test_the_newest_version_is_that_of_the_package() -> None:
    assert VERSIONS[0][0] == PROJECT["version"]


def test_versions_and_days_go_down_in_the_changelog() -> None:
    numbers = [tuple(map(int, version.split("."))) for version, _ in VERSIONS]
    assert numbers == sorted(set(numbers), reverse=True)
    days = [day for _, day in VERSIONS]
    assert days == sorted(days, reverse=True)
    headings = re.findall(r"^## .*$", CHANGELOG, re.MULTILINE)
    assert headings == ["## [Unreleased]", *(f"## [{version}] - {day}" for version, day in VERSIONS)]


def test_a_fork_is_told_names_that_exist() -> None:
    table = dict(re.findall(r"^\| `(generator\.[\w.]+)` \| `(starterspad\.[\w.]+)` \|$", CHANGELOG, re.MULTILINE))
    assert len(table) >= 8
    for now in table.values():
        module, _, name = now.rpartition(".")
        assert hasattr(importlib.import_module(module), name), now
    paths = re.findall(r"^\| `(?:generator|tests)/[^|]+\| `([\w/.]+)` \|$", CHANGELOG, re.MULTILINE)
    assert len(paths) == 3
    assert all((REPOSITORY / path).exists() for path in paths)


def test_each_hook_before_a_commit_is_a_command_of_the_makefile() -> None:
    (repository,) = yaml.safe_load((REPOSITORY / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert repository["repo"] == "local"
    for hook in repository["hooks"]:
        assert (hook["language"], hook["pass_filenames"]) == ("system", False)
        assert hook["entry"] in recipes()
    programs = [hook["entry"].partition("tests/")[0].split()[0].rpartition("/")[2] for hook in repository["hooks"]]
    assert programs == ["ruff", "ruff", "mypy", "node", "node", "portal", "python"]


def test_blame_looks_through_commits_that_moved_and_each_says_why() -> None:
    lines = [line for line in REVISIONS if line]
    revisions = [line for line in lines if not line.startswith("#")]
    assert len(revisions) >= 3
    for line, above in zip(lines[1:], lines, strict=False):
        assert line.startswith("#") or (re.fullmatch("[0-9a-f]{40}", line) and re.match(r"# \S", above)), line
    if git("rev-parse", "--is-shallow-repository").stdout.strip() == "false":
        for revision in revisions:
            assert git("cat-file", "-t", revision).stdout.strip() == "commit", revision
            assert git("merge-base", "--is-ancestor", revision, "HEAD").returncode == 0, revision


def test_clean_removes_everything_that_is_made_and_ignored() -> None:
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    makefile = makefile.replace("$(VENV)", ".venv")
    recipe = re.split(r"\n(?!\t)", makefile.partition("\nclean:")[2])[0]
    removed = {word.rstrip("/").rpartition("/")[2] for word in recipe.split()}
    ignored = {line.strip("/") for line in (REPOSITORY / ".gitignore").read_text("utf-8").splitlines()}
    assert ignored - removed == set()


def test_contributors_are_told_how_to_switch_it_on() -> None:
    command = "git config blame.ignoreRevsFile .git-blame-ignore-revs"
    assert command in (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
    assert any(command in line for line in REVISIONS)


@pytest.mark.parametrize("name", ["CHANGELOG.md", "SECURITY.md", "CONTRIBUTING.md", "README.md"])
def test_what_a_page_names_in_the_repository_is_there(name: str) -> None:
    text = (REPOSITORY / name).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (REPOSITORY / target).exists(), target
    made = set(re.findall(r"`make ([a-z-]+)`", text))
    targets = set(re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert made <= targets


def test_any_stands_only_where_the_project_says_why() -> None:
    text = (REPOSITORY / "pyproject.toml").read_text("utf-8")
    mypy = tomllib.loads(text)["tool"]["mypy"]
    assert mypy["strict"] is mypy["disallow_any_explicit"] is True
    lax = [override["module"] for override in mypy["overrides"] if override.get("disallow_any_explicit") is False]
    assert sum(module.startswith("starterspad") for modules in lax for module in modules) <= 10
    argued = re.findall(r"^\[\[tool\.mypy\.overrides\]\]\n(?:# .+\n)+module = (.*)\ndisallow_any", text, re.MULTILINE)
    assert len(argued) == len(lax)
