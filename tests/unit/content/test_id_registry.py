"""What was published stays findable: under its id, under a new one, or as retired."""

from __future__ import annotations

import re
from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.id_registry import aliases, existing, file_of
from starterspad.content.loader import load_catalog
from starterspad.quality.checks import check
from starterspad.rules.model_compiler import compile_decision_model

from tests.conftest import Write
from tests.support.command_line import portal
from tests.support.js_engine import Engine


def test_registering_adds_what_is_new_and_keeps_what_is_gone(instance: Path, write: Write) -> None:
    write(file_of("task", "gone"), "")
    write(file_of("service", "old-desk/tea"), "")
    write(
        "content/retired.yml",
        "- {kind: task, id: gone, title: {en: Gone}}\n- {kind: service, id: old-desk/tea, title: {en: Tea}}\n",
    )
    result = portal("register", "--root", instance)
    assert re.fullmatch(r"Wrote \d+ files below content/registry/. Commit them.\n", result.output)
    catalog = load_catalog(instance)
    assert check(catalog) == []
    published = catalog.published or {}
    assert {id for kind, id in published if kind == "task"} == {"gone", "register", "study", "talk-first"}
    services = {id for kind, id in published if kind == "service"}
    assert services == {"old-desk/tea", "town-desk/desk", "town-desk/number"}


def renamed_instance(instance: Path, write: Write) -> Catalog:
    """The tiny instance after everything in it got another name."""

    def change(name: str, *pairs: tuple[str, str]) -> None:
        text = (instance / name).read_text("utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        write(name, text)

    assert portal("register", "--root", instance).exit_code == 0
    change(
        "content/questions.yml",
        ("- id: groups\n", "- id: crowd\n  aliases: [groups]\n"),
        ("{id: student, title", "{id: pupil, aliases: [student], title"),
    )
    (instance / "content/tasks/study.yml").rename(instance / "content/tasks/school.yml")
    change(
        "content/tasks/school.yml",
        ("when: {groups: student}", "when: {crowd: pupil}"),
        ("checked:", "aliases: [study]\nchecked:"),
    )
    change("content/guides/papers.yml", ("study", "school"))
    change("content/guides/students.yml", ("[study", "[school"), ("{groups: student}", "{crowd: pupil}"))
    (instance / "partners/town-desk.yml").rename(instance / "partners/city-desk.yml")
    change(
        "partners/city-desk.yml",
        ("name: Town desk", "name: City desk\naliases: [town-desk]"),
        ("  - id: number\n", "  - id: registration\n    aliases: [number]\n"),
    )
    return load_catalog(instance)


def test_a_renamed_record_is_known_by_every_name_it_had(instance: Path, write: Write) -> None:
    catalog = renamed_instance(instance, write)
    assert [problem for problem in check(catalog) if problem.severity == "error"] == []
    names = aliases(catalog)
    assert names["task", "study"] == "school"
    assert names["question", "groups"] == "crowd"
    assert names["option", "groups/student"] == "crowd/pupil"
    assert names["option", "groups/maker"] == "crowd/maker"
    assert names["service", "town-desk/number"] == "city-desk/registration"
    assert names["service", "town-desk/desk"] == "city-desk/desk"
    assert not set(names) & set(existing(catalog))


def test_a_journal_from_before_the_renaming_keeps_its_answers_ticks_and_choices(
    instance: Path, write: Write, engine: Engine
) -> None:
    model = compile_decision_model(renamed_instance(instance, write), "en")
    old = {
        "answers/groups": ["student", "maker"],
        "answers/later": ["x"],
        "tasks/study/state": "done",
        "tasks/register/chosen/town-desk/number": True,
        "appointments/a1/task": "study",
        "appointments/a1/service": "town-desk/desk",
        "appointments/a1/day": "2026-12-01",
        "other/thing": "kept",
    }
    fields = {path: {"value": value, "at": [1, 0, ""]} for path, value in old.items()}
    journal = {"journal_schema": 2, "fields": fields}
    found = engine.call("renamed(journal, aliases)", journal=journal, aliases=model["aliases"])
    assert {path: field["value"] for path, field in found["fields"].items()} == {
        "answers/crowd": ["pupil", "maker"],
        "answers/later": ["x"],
        "tasks/school/state": "done",
        "tasks/register/chosen/city-desk/registration": True,
        "appointments/a1/task": "school",
        "appointments/a1/service": "city-desk/desk",
        "appointments/a1/day": "2026-12-01",
        "other/thing": "kept",
    }


def test_what_stands_under_both_names_is_as_it_was_written_last(instance: Path, write: Write, engine: Engine) -> None:
    model = compile_decision_model(renamed_instance(instance, write), "en")
    fields = {
        "tasks/study/state": {"value": "done", "at": [2, 0, ""]},
        "tasks/school/state": {"value": None, "at": [1, 0, ""]},
    }
    journal = {"journal_schema": 2, "fields": fields}
    found = engine.call("renamed(journal, aliases)", journal=journal, aliases=model["aliases"])
    assert found["fields"] == {"tasks/school/state": {"value": "done", "at": [2, 0, ""]}}
