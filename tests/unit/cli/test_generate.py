"""`portal schema`, and what `portal register` and `portal generate` write in every branch: git joins it."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.content.registry_writer import registry_files
from starterspad.quality.checks import check
from starterspad.upkeep.generated_files import generated_files
from starterspad.upkeep.record_changes import record_changes

from tests.support.command_line import portal
from tests.support.trials import trials

FACT = """\
- id: {id}
  value: {{en: {value}}}
  text: {{en: "It costs {{fact: {id}}}."}}
  valid_from: "{since}"
  document: {{en: A letter}}
  source_date: "2026"
  seen: told
  checked: {checked}
"""
FEE = FACT.format(id="fee", value="EUR 10", since="2025-01-01", checked="2026-01-01")
Change = Callable[["Repository"], None]


class Repository:
    """An instance in a git repository of its own, as a maintainer has it before her."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        command = ["git", "-c", "user.name=A", "-c", "user.email=a@desk.example", *arguments]
        own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        run = subprocess.run(command, cwd=self.root, env=os.environ | own, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout + run.stderr
        return run.stdout

    def commit(self, name: str) -> None:
        """Commit everything, as whoever does what the documentation says: register and generate first."""
        for command in ("register", "generate"):
            result = portal(command, "--root", self.root)
            assert result.exit_code == 0, f"{name}: {result.output}"
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", name)

    def write(self, name: str, text: str) -> None:
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text, "utf-8")

    def put(self, name: str, old: str, new: str) -> None:
        text = (self.root / name).read_text("utf-8")
        assert text.count(old) == 1, (name, old)
        self.write(name, text.replace(old, new))

    def copy(self, name: str, to: str, old: str, new: str) -> None:
        shutil.copy(self.root / name, self.root / to)
        self.put(to, old, new)


def _renamed(old: str, new: str) -> Change:
    def rename(repository: Repository) -> None:
        (repository.root / f"partners/{old}.yml").rename(repository.root / f"partners/{new}.yml")
        repository.put(f"partners/{new}.yml", "area: town\n", f"area: town\naliases: [{old}]\n")

    return rename


def _moved_step(repository: Repository) -> None:
    (repository.root / "content/tasks/study.yml").rename(repository.root / "content/tasks/school.yml")
    repository.put("content/tasks/school.yml", "kind: optional\n", "kind: optional\naliases: [study]\n")
    repository.put("content/guides/papers.yml", "study", "school")
    repository.put("content/guides/students.yml", "study", "school")


def _step_taken_away(repository: Repository) -> None:
    (repository.root / "content/tasks/extra.yml").unlink()
    repository.write("content/retired.yml", "- {kind: task, id: extra, title: {en: Something more}}\n")


def _fact_for_another(repository: Repository) -> None:
    (repository.root / "content/facts/old.yml").unlink()
    repository.put("content/tasks/talk-first.yml", "facts: [old]\n", "facts: [other]\n")
    repository.write("content/facts/other.yml", FEE.replace("fee", "other"))


def _new_fee(repository: Repository) -> None:
    repository.put("content/facts/fees.yml", "EUR 10", "EUR 12")
    repository.put("content/facts/fees.yml", "2025-01-01", "2026-01-01")


def _partner(id: str) -> Change:
    return lambda repository: repository.copy("partners/mill.yml", f"partners/{id}.yml", "Town mill", f"The {id}")


def _step(id: str) -> Change:
    return lambda repository: repository.copy("content/tasks/extra.yml", f"content/tasks/{id}.yml", "More", id.title())


def _changed(name: str, old: str, new: str) -> Change:
    return lambda repository: repository.put(name, old, new)


_QUESTIONS, _DESK, _FEES = "content/questions.yml", "partners/town-desk.yml", "content/facts/fees.yml"
_IDEA, _STARTED = (
    "    - {id: idea, title: {en: I have an idea}}\n",
    "    - {id: started, title: {en: I have started}}\n",
)
_QUARTER = "        - {id: quarter, title: {en: Quarter}}\n"
_SERVICE = (
    "  - id: {id}\n    title: {{en: A {id}}}\n    helps_with: [talk-first]\n    source: https://desk.example/{id}\n"
)
# What a dozen and more people do at the same time. No two of them touch the same lines of what they write themselves.
BRANCHES: dict[str, Change] = {
    "a partner": _partner("miller"),
    "another partner, beside it in every list": _partner("millet"),
    "a step": _step("extra-one"),
    "another step": _step("extra-two"),
    "a renamed step": _moved_step,
    "a step taken away": _step_taken_away,
    "an option at the head": _changed(_QUESTIONS, _IDEA, "    - {id: dream, title: {en: I dream}}\n" + _IDEA),
    "an option at the foot": _changed(_QUESTIONS, _STARTED, _STARTED + "    - {id: grown, title: {en: I grew}}\n"),
    "an offer at the head": _changed(_DESK, "  - id: desk\n", _SERVICE.format(id="coffee") + "  - id: desk\n"),
    "an offer at the foot": _changed(_DESK, "sources:\n", _SERVICE.format(id="cookie") + "sources:\n"),
    "a renamed partner": _renamed("inn", "old-inn"),
    "a value and its day": _new_fee,
    "the same fact looked at": _changed(_FEES, "checked: 2026-01-01", "checked: 2026-03-01"),
    "a fact that takes the place of another": _fact_for_another,
    "a place": _changed("site_config.yml", _QUARTER, "        - {id: hill, title: {en: Hill}}\n" + _QUARTER),
    "a place of another name": _changed("site_config.yml", "      title: {en: Town}", "      title: {en: The town}"),
    "a name of a partner": _changed("partners/mill.yml", "Town mill", "Old town mill"),
    "a fact": lambda repository: repository.write("content/facts/fee-a.yml", FEE.replace("fee", "fee-a")),
    "another fact": lambda repository: repository.write("content/facts/fee-b.yml", FEE.replace("fee", "fee-b")),
    "a step done otherwise": _changed("content/tasks/register.yml", "Go to the desk.", "Go to the desk early."),
}  # fmt: skip


@pytest.fixture
def repository(instance: Path) -> Repository:
    """The tiny instance with a few records more, registered and committed."""
    repository = Repository(instance)
    repository.copy("partners/town-desk.yml", "partners/mill.yml", "Town desk", "Town mill")
    repository.copy("partners/town-desk.yml", "partners/inn.yml", "Town desk", "Town inn")
    repository.copy("content/tasks/study.yml", "content/tasks/extra.yml", "Ask your school", "More")
    repository.write(_FEES, FEE)
    repository.write("content/facts/old.yml", FEE.replace("fee", "old"))
    for task, fact in (("register", "fee"), ("talk-first", "old")):
        path = repository.root / f"content/tasks/{task}.yml"
        path.write_text(path.read_text("utf-8") + f"facts: [{fact}]\n", "utf-8")
    repository.commit("the first")
    return repository


def branched(repository: Repository, branches: dict[str, Change]) -> list[str]:
    """Let everybody change something in a branch of her own; return the names of the branches."""
    for number, (name, change) in enumerate(branches.items()):
        repository.git("switch", "--quiet", "--create", f"branch-{number}", "main")
        change(repository)
        repository.commit(name)
    return [f"branch-{number}" for number in range(len(branches))]


def merged(repository: Repository, names: list[str]) -> Catalog:
    """Merge one branch after the other into what was there before all of them."""
    repository.git("switch", "--quiet", "--detach", "main")
    for name in names:
        repository.git("merge", "--quiet", "--no-edit", name)
    return load_catalog(repository.root)


def test_what_is_registered_and_generated_in_every_branch_never_conflicts(repository: Repository) -> None:
    before = load_catalog(repository.root)
    names = branched(repository, BRANCHES)
    assert len(names) == 20
    chance = random.Random(24)
    for _ in range(min(trials(10), 10)):
        chance.shuffle(names)
        catalog = merged(repository, names)
        # The guides of this instance list its own steps; nothing uses two of the facts.
        assert {problem.check for problem in check(catalog)} <= {"theme", "fact"}
        # It is what one who did all of it alone would have written.
        assert registry_files(catalog) == {}
        for path, text in generated_files(catalog).items():
            assert (repository.root / path).read_text("utf-8") == text
        assert catalog.values["fee"].value == "EUR 12"
        assert catalog.values["fee"].days == ("2026-01-01", "-", "2026", "2026-03-01")
        assert {("task", "extra"), ("task", "study"), ("service", "inn/number")} <= set(catalog.published or {})
        changed = {change.record for change in record_changes(before, catalog)}
        assert {"task/school", "partner/old-inn", "partner/millet", "fact/fee", "fact/fee-b"} <= changed


def test_what_only_two_branches_together_publish_is_told_and_registered_next(repository: Repository) -> None:
    """An offer that one adds, of a partner that another renames, has a name that neither could know."""
    offer = BRANCHES["an offer at the foot"]
    branches = {"an offer": offer, "a renamed partner": _renamed("town-desk", "city-desk")}
    catalog = merged(repository, branched(repository, branches))
    (warning,) = (problem for problem in check(catalog) if problem.check != "theme")
    assert warning.message == "not in the registry yet: service city-desk/cookie"
    assert list(registry_files(catalog)) == ["content/registry/services/city-desk.cookie"]


def test_the_list_of_ids_for_editors_stays_out_of_git(repository: Repository) -> None:
    assert (repository.root / "schemas/ids.json").is_file()
    assert "ids.json" not in repository.git("ls-files")


def test_registering_writes_what_is_new_and_nothing_else(repository: Repository) -> None:
    counts: list[int] = []
    for id in ("one-mill", "two-mill"):
        _partner(id)(repository)
        counts.append(len(registry_files(load_catalog(repository.root))))
        repository.commit(id)
    assert all(before == now for before, now in pairwise(counts))
    assert counts[0] == 2
    assert portal("register", "--root", repository.root).output == "Nothing is new to the registry.\n"


def test_what_a_branch_left_stale_is_named_and_nothing_is_written(instance: Path) -> None:
    assert portal("generate", "--root", instance).exit_code == 0
    assert portal("generate", "--check", "--root", instance).exit_code == 0
    form = instance / ".github/ISSUE_TEMPLATE/add-partner.yml"
    config = instance / "site_config.yml"
    before, text = form.read_text("utf-8"), config.read_text("utf-8")
    assert text.count("{en: Quarter}") == 1
    config.write_text(text.replace("{en: Quarter}", "{en: Other side}"), "utf-8")
    result = portal("generate", "--check", "--root", instance)
    assert result.exit_code == 1
    assert ".github/ISSUE_TEMPLATE/add-partner.yml:1: this generated file is not what follows" in result.output
    assert form.read_text("utf-8") == before
    assert portal("generate", "--check", "--editor", "--root", instance).exit_code == 2


def test_schema_prints_one_or_all(instance: Path) -> None:
    assert json.loads(portal("schema", "--root", instance, "partner").output)["title"] == "Partner"
    assert set(json.loads(portal("schema", "--root", instance).output)) >= {"partner", "task", "questions"}


def test_what_an_editor_needs_is_made_alone(instance: Path) -> None:
    result = portal("generate", "--editor", "--root", instance)
    assert result.output == "Wrote schemas/ids.json for your own editor.\n"
    assert [path.name for path in (instance / "schemas").iterdir()] == ["ids.json"]
    assert not (instance / ".github").exists()
