"""The files that follow from the content: the forms for issues, and the owners."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.content.problems import InvalidContent
from starterspad.intake.message_reader import read_message
from starterspad.upkeep.generated_files import generated_files, left_over, stale_files

from tests.conftest import REPOSITORY
from tests.support.command_line import portal


def test_the_issue_forms_ask_under_labels_that_the_command_reads(town: Catalog) -> None:
    forms = {name: yaml.safe_load(text) for name, text in generated_files(town).items() if "-partner.yml" in name}
    assert len(forms) == 3
    for name, form in forms.items():
        asked = [element for element in form["body"] if element["type"] != "markdown"]
        labels = [element["attributes"]["label"] for element in asked]
        assert len(labels) == len(set(labels))
        ids = [element["id"] for element in asked]
        assert len(ids) == len(set(ids))
        # What GitHub makes of an issue in which the first choice, or some words, were filled in.
        lines = []
        for element in asked:
            chosen = element["attributes"].get("options", [_WORDS.get(element["id"], "Some words")])[0]
            lines += [f"### {element['attributes']['label']}", "", chosen, ""]
        message = read_message("\n".join(lines).encode(), "issue.md", town)
        action = Path(name).stem.partition("-")[0]
        assert message.action == {"add": "new"}.get(action, action)
        if message.action == "new":
            assert message.tree["name"] == "Some words"
            services: Any = message.tree["services"]
            assert [one["helps_with"] for one in services] == [[next(iter(town.tasks))]]


def gitlab(instance: Path) -> Catalog:
    config = instance / "site_config.yml"
    config.write_text(config.read_text("utf-8") + "forge: gitlab\nowners: {content: ['@a'], code: ['@b']}\n", "utf-8")
    return load_catalog(instance)


def test_gitlab_s_templates_ask_the_same_and_are_read_by_the_same_command(instance: Path) -> None:
    catalog = gitlab(instance)
    files = generated_files(catalog)
    assert not any(name.startswith(".github/") for name in files)
    assert "/.gitlab/issue_templates/ @a" in files[".gitlab/CODEOWNERS"]
    template = files[".gitlab/issue_templates/add-partner.md"]
    task = next(iter(catalog.tasks))
    words = {"name": "Some words", "website": "https://desk.example", "services.1.helps_with": task}
    lines = []
    for line in template.splitlines():
        path = line.partition("[")[2].partition("]")[0] if line.startswith("### [") else ""
        lines += [line, words[path]] if path in words else [line]
    filled = "\n".join(lines).replace("- [ ] ", "- [x] ", 1)
    first = template.partition("- [ ] ")[2].splitlines()[0]
    message = read_message(filled.encode(), "issue.md", catalog)
    # An explanation is no answer, and of boxes only the one that is ticked is.
    assert message.partial
    assert (message.tree["name"], message.tree["website"]) == ("Some words", "https://desk.example")
    assert message.tree["area"] == first.rpartition("(")[2].removesuffix(")")
    services: Any = message.tree["services"]
    assert services == [{"helps_with": [task]}]
    with pytest.raises(InvalidContent) as refused:
        read_message(template.replace("- [ ] ", "- [x] ").encode(), "issue.md", catalog)
    assert any("boxes are ticked below [area]" in problem.message for problem in refused.value.problems)
    change = read_message(
        files[".gitlab/issue_templates/change-partner.md"]
        .replace("\n### [services", "town-desk\n\n### [services", 1)
        .encode(),
        "issue.md",
        catalog,
    )
    assert (change.action, change.id, change.tree) == ("change", "town-desk", {})


def test_the_forms_of_another_host_are_left_over_and_what_somebody_wrote_stays(instance: Path) -> None:
    written = generated_files(load_catalog(instance))
    catalog = gitlab(instance)
    for name in (name for name in written if name.startswith(".github/ISSUE_TEMPLATE/")):
        (instance / name).parent.mkdir(parents=True, exist_ok=True)
        (instance / name).write_text(written[name], "utf-8")
    (instance / ".github/ISSUE_TEMPLATE/own.yml").write_text("name: own\n", "utf-8")
    names = ("add-partner", "change-partner", "config", "remove-partner")
    assert left_over(catalog) == [f".github/ISSUE_TEMPLATE/{name}.yml" for name in names]


_WORDS = {
    "services-1-helps_with": "Probeer je zaak uit in een activiteitencoöperatie",
    "change": "Acerta",
    "remove": "acerta",
    "website": "https://desk.example",
    "contact-email": "a@b.example",
    "contact-phone": "09 000 00 00",
}


def test_the_schemas_of_this_repository_are_those_of_its_models() -> None:
    """What follows from a city's own words is judged on its main branch: `portal generate --check`."""
    stale = {problem.location.path for problem in stale_files(load_catalog(REPOSITORY))}
    assert not {path for path in stale if path.startswith("schemas/")}, "run: portal generate"


def test_a_file_that_is_stale_missing_or_left_over_is_named_as_a_warning(instance: Path) -> None:
    catalog = load_catalog(instance)
    assert list(stale_files(catalog)) == [], "who keeps none has none that is stale"
    for name, text in generated_files(catalog).items():
        (instance / name).parent.mkdir(parents=True, exist_ok=True)
        (instance / name).write_text(text, "utf-8")
    (instance / "schemas/ids.json").write_text("{}", "utf-8")
    assert list(stale_files(catalog)) == []
    (instance / "schemas/task.json").write_bytes(b"\xff")
    (instance / "schemas/event.json").unlink()
    (instance / "schemas/toy.json").write_text("{}", "utf-8")
    stale = list(stale_files(catalog))
    assert {problem.location.path for problem in stale} == {f"schemas/{name}.json" for name in ("task", "event", "toy")}
    assert {problem.severity for problem in stale} == {"warning"}


def test_owners_stand_where_the_host_looks_and_those_of_another_are_left_over(instance: Path) -> None:
    catalog = gitlab(instance)
    assert "* @b\n" in generated_files(catalog)[".gitlab/CODEOWNERS"]
    assert ".github/CODEOWNERS" not in generated_files(catalog)
    theirs = instance / ".github/CODEOWNERS"
    theirs.parent.mkdir()
    theirs.write_text("* @somebody\n", "utf-8")
    assert left_over(catalog) == [], "what somebody wrote is theirs"
    theirs.write_text(generated_files(catalog)[".gitlab/CODEOWNERS"], "utf-8")
    assert left_over(catalog) == [".github/CODEOWNERS"]
    assert portal("generate", "--root", instance).exit_code == 0
    assert not theirs.exists()
    assert (instance / ".gitlab/CODEOWNERS").is_file()


def test_an_instance_that_names_no_owners_gets_no_owners_file(tiny: Catalog) -> None:
    assert ".github/CODEOWNERS" not in generated_files(tiny)


def test_another_city_has_its_own_forms() -> None:
    groningen = load_catalog(REPOSITORY / "tests/fixtures/instances/groningen")
    text = generated_files(groningen)[".github/ISSUE_TEMPLATE/config.yml"]
    assert groningen.site.base_url in text
