"""A fork: another city takes the repository, changes YAML and nothing else, and publishes its own site."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from starterspad.cli.main import main
from starterspad.content.loader import load_catalog

from tests.conftest import REPOSITORY

pytestmark = pytest.mark.night

ADDRESS = "https://city.example/start/"
REPO = "https://gitlab.city.example/groups/start"
CITY = REPOSITORY / "tests/fixtures/instances/groningen"
# What a city writes; all else of the repository stays as it is.
OWN = ("site_config.yml", "content", "partners")
# What it takes over for its host.
TAKEN = (".github", ".gitlab-ci.yml", "netlify.toml", ".gitignore")


def git(root: Path, *arguments: str) -> str:
    own = ("-c", "user.name=City", "-c", "user.email=city@city.example", "-c", "init.defaultBranch=live")
    run = subprocess.run(["git", *own, *arguments], cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of its own in which a city's YAML took the place of Ghent's, with its own address and host."""
    root = tmp_path_factory.mktemp("city") / "fork"
    root.mkdir()
    for source in (*(CITY / name for name in OWN), *(REPOSITORY / name for name in TAKEN)):
        name = source.name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, root / name)
    config = (root / "site_config.yml").read_text("utf-8")
    config = re.sub(r"(?m)^base_url: .*$", f"base_url: {ADDRESS}", config)
    config = re.sub(r"(?m)^owners:\n(?:  .*\n)*", "", config)
    config += f"repository: {REPO}\nforge: gitlab\nbranch: live\ncontact: start@city.example\n"
    config += 'owners: {content: ["@city/start"], code: ["@city/makers"]}\n'
    (root / "site_config.yml").write_text(config, "utf-8")
    for command in (["register", "--anew"], ["generate"], ["check", "--prove"], ["build", "--today", "2026-11-22"]):
        result = CliRunner().invoke(main, [*command, "--root", str(root)])
        assert result.exit_code == 0, result.output
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "Begin")):
        git(root, *arguments)
    return root


def test_the_city_s_own_tests_pass_there(fork: Path) -> None:
    """What the workflows of a fork run, but for the browser, which `tests/browser/journeys/test_instances.py` opens."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/city"]
    run = subprocess.run(
        command,
        cwd=REPOSITORY,
        env=os.environ | {"PORTAL_ROOT": str(fork)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
    assert re.search(r"\d+ passed", run.stdout)


def test_every_address_of_the_site_is_the_fork_s_own(fork: Path) -> None:
    pages = list((fork / "site").rglob("*.html"))
    assert len(pages) > 50
    own = yaml.safe_load((REPOSITORY / "site_config.yml").read_text("utf-8"))["base_url"]
    for path in (*pages, fork / "site/sitemap.xml", fork / "site/robots.txt"):
        text = path.read_text("utf-8")
        assert own not in text, path
        canonical = re.findall(r'<link rel="canonical" href="([^"]*)"', text)
        assert all(address.startswith(ADDRESS) for address in canonical), path
    locations = re.findall(r"<loc>(.*?)</loc>", (fork / "site/sitemap.xml").read_text("utf-8"))
    for location in locations:
        assert (fork / "site" / location.removeprefix(ADDRESS) / "index.html").is_file(), location


def test_links_inside_the_site_stay_below_any_path(fork: Path) -> None:
    """A project page lives below a path that no page names: only the page for wrong addresses does."""
    for path in (fork / "site").rglob("*.html"):
        if path.name != "404.html":
            assert not re.search(r'(?:href|src)="/(?!/)', path.read_text("utf-8")), path
    assert 'href="/start/' in (fork / "site/404.html").read_text("utf-8")


def test_the_form_leads_to_the_fork_s_own_repository_and_mailbox(fork: Path) -> None:
    for path in (fork / "site").glob("*/partner-form.json"):
        text = path.read_text("utf-8")
        assert f'"repository":{{"url":"{REPO}","forge":"gitlab","branch":"live"}}' in text
        assert '"contact":"start@city.example"' in text


def test_the_files_for_editors_and_for_the_host_are_the_fork_s_own(fork: Path) -> None:
    assert "* @city/makers" in (fork / ".gitlab/CODEOWNERS").read_text("utf-8")
    assert not (fork / ".github/CODEOWNERS").exists()
    assert f"]({ADDRESS}" in (fork / ".gitlab/issue_templates/add-partner.md").read_text("utf-8")
    assert not (fork / ".github/ISSUE_TEMPLATE").exists() or not list((fork / ".github/ISSUE_TEMPLATE").iterdir())
    assert (fork / "schemas/partner.json").is_file()


@pytest.mark.parametrize(
    "command",
    [
        ["generate", "--check"],
        ["register"],
        ["links", "--list"],
        ["digest", "--mail", "{beside}/mail"],
        ["review", "{fork}", "{fork}", "--format", "markdown"],
        ["report", "--format", "json"],
    ],
    ids=" ".join,
)
def test_what_its_workflows_and_maintainers_run_passes(command: list[str], fork: Path, tmp_path: Path) -> None:
    arguments = [part.format(fork=fork, beside=tmp_path) for part in command]
    result = CliRunner().invoke(main, [*arguments, "--root", str(fork)])
    assert result.exit_code == 0, result.output


def test_what_its_workflows_run_leaves_its_repository_as_it_was(fork: Path) -> None:
    for command in (["register"], ["generate"], ["generate", "--check"]):
        assert CliRunner().invoke(main, [*command, "--root", str(fork)]).exit_code == 0
    assert git(fork, "status", "--porcelain") == ""


def test_a_merge_request_is_reviewed_beside_the_commit_that_it_began_from(fork: Path, tmp_path: Path) -> None:
    base = git(fork, "rev-parse", "HEAD").strip()
    for name in ("base", "change"):
        git(fork, "worktree", "add", "-q", "--detach", str(tmp_path / name), base)
    path = next(path for path in sorted((tmp_path / "change/partners").glob("*.yml")) if "website:" in path.read_text())
    text = re.sub(r"(?m)^website: .*$", "website: https://another.example", path.read_text("utf-8"))
    path.write_text(text, "utf-8")
    command = ["review", str(tmp_path / "base"), str(tmp_path / "change"), "--format", "markdown"]
    result = CliRunner().invoke(main, [*command, "--summary", str(tmp_path / "review.md")])
    assert result.exit_code == 0, result.output
    assert "another.example" in (tmp_path / "review.md").read_text("utf-8")


def test_nothing_of_the_first_city_is_left_in_its_pages_and_files(fork: Path) -> None:
    first, city = load_catalog(REPOSITORY), load_catalog(fork)
    site, owners = first.site, first.site.owners
    words = [*site.name.values(), site.base_url.removeprefix("https://").rstrip("/")]
    words += [str(address) for address in (site.repository, site.contact) if address]
    words += [*owners.content, *owners.code] if owners else []
    words += [title for area in site.areas.walk() for title in area.title.values() if area is not site.areas]
    # Short names are words too.
    ours = {partner.name for partner in city.partners.values()}
    words += [partner.name for partner in first.partners.values() if len(partner.name) > 8 and partner.name not in ours]
    assert len(words) > 40
    named = re.compile("|".join(rf"(?<![\w-]){re.escape(word)}(?![\w-])" for word in words))
    left = {
        (path.relative_to(fork).as_posix(), match[0])
        for path in fork.rglob("*")
        if path.is_file() and path.suffix in TEXTS and ".git" not in path.parts
        for match in [named.search(path.read_text("utf-8"))]
        if match
    }
    assert left == set()


TEXTS = frozenset((".html", ".json", ".xml", ".txt", ".ics", ".svg", ".yml", ".toml", ".md", ".css", ""))


def test_nothing_but_yaml_names_the_city_or_its_address() -> None:
    """What a fork does not change knows neither: the workflows, the hosts' files, the code."""
    own = yaml.safe_load((REPOSITORY / "site_config.yml").read_text("utf-8"))
    words = [own["base_url"].removeprefix("https://").rstrip("/"), *own["name"].values()]
    files = [*(REPOSITORY / ".github/workflows").iterdir(), *(REPOSITORY / "generator").rglob("*.*")]
    files += [REPOSITORY / name for name in ("Makefile", ".gitlab-ci.yml", "netlify.toml", ".github/dependabot.yml")]
    for path in files:
        if path.suffix in (".yml", ".py", ".js", ".html", ".css", ".toml", "") and path.is_file():
            text = path.read_text("utf-8")
            assert not [word for word in words if word in text], path
