"""What was published stays findable: under its id, under a new one, or as retired."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.id_registry import aliases, existing, file_of
from starterspad.content.loader import load_catalog
from starterspad.output.calculators_data import calculators_json
from starterspad.quality.checks import check
from starterspad.rules.model_compiler import compile_decision_model
from starterspad.rules.money.compiler import compiled

from tests.conftest import Write
from tests.support.calculators import write_calculators
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


@pytest.fixture
def sold(tmp_path: Path) -> Path:
    """An instance whose calculator of sales was published under another name, and one that is gone."""
    root = write_calculators(tmp_path / "money")
    assert portal("register", "--root", root).exit_code == 0
    (root / file_of("calculator", "old-sums")).touch()
    folder = root / "content/calculators"
    before = folder / "break-even.yml"
    before.rename(folder / "sales.yml")
    other = folder / "contributions.yml"
    other.write_text(other.read_text("utf-8").replace("calculator: break-even", "calculator: sales"), "utf-8")
    return root


def test_a_calculator_that_was_published_does_not_disappear(sold: Path) -> None:
    errors = [problem for problem in check(load_catalog(sold)) if problem.severity == "error"]
    assert [problem.message for problem in errors] == [
        'the calculator "break-even" was published and is gone',
        'the calculator "old-sums" was published and is gone',
    ]
    renamed_and_retired(sold)
    assert [problem for problem in check(load_catalog(sold)) if problem.severity == "error"] == []


def renamed_and_retired(root: Path) -> Catalog:
    sales = root / "content/calculators/sales.yml"
    sales.write_text(f"aliases: [break-even]\n{sales.read_text('utf-8')}", "utf-8")
    (root / "content/retired.yml").write_text("- {kind: calculator, id: old-sums, title: {en: Sums}}\n", "utf-8")
    return load_catalog(root)


def test_figures_follow_a_renamed_calculator_and_none_is_lost_with_a_retired_one(sold: Path, engine: Engine) -> None:
    sales = compiled(renamed_and_retired(sold), "sales").as_json()
    # One device still had the old site when she changed the price there, after she had filled in the new one.
    old = figures_at({"break-even/now/price": "7", "break-even/now/cost": "2", "break-even/if-1/price": "9"}, 5)
    new = figures_at({"sales/now/price": "6", "sales/now/fixed-costs": "100", "old-sums/now/one": "1"}, 4)
    now = {"price": "7", "cost": "2", "fixed_costs": "100"}
    for first, second in ((old, new), (new, old)):
        both = engine.call("merge(one, two)", one=first, two=second)
        # What she shares with her notes carries all of it, and a file brings all of it back.
        share = {"progress": True, "notes": True, "sensitive": False}
        shared = engine.call("partOf(journal, model, share)", journal=both, model={"questions": []}, share=share)
        opened = engine.call("open(journal, 1000000)", journal=both)["journal"]
        for journal in (both, shared, opened):
            assert texts_of(engine, journal, sales, "now") == now
            assert texts_of(engine, journal, sales, "if-1") == {"price": "9"}
            assert journal["fields"]["money/old-sums/now/one"]["value"] == "1"
        # A site that goes back to the old name finds all of it too.
        assert texts_of(engine, both, {**sales, "id": "break-even", "aliases": ["sales"]}, "now") == now


def test_what_was_cleared_after_a_calculator_was_renamed_stays_cleared(sold: Path, engine: Engine) -> None:
    sales = compiled(renamed_and_retired(sold), "sales").as_json()
    old, cleared = figures_at({"break-even/now/price": "7"}, 5), figures_at({"sales/now/price": None}, 6)
    assert texts_of(engine, engine.call("merge(one, two)", one=old, two=cleared), sales, "now") == {}


def test_what_figures_mean_follows_a_renamed_calculator(sold: Path, engine: Engine) -> None:
    told = calculators_json(renamed_and_retired(sold), "en")
    said: list[dict[str, list[str]]] = []
    for id in ("sales", "break-even", "unheard-of"):
        figures = {f"{id}/now/price": "12.50", f"{id}/now/cost": "5", f"{id}/now/fixed-costs": "1000"}
        journal = figures_at({**figures, "contributions/now/kind": "1"}, 5)
        said.append(engine.call("bucketAnswers(told, journal)", told=told, journal=journal))
    assert said == [{"money.share": said[0]["money.share"]}, said[0], {}]


def texts_of(engine: Engine, journal: object, calculator: object, place: str) -> dict[str, str]:
    texts: dict[str, str] = engine.call(
        "textsOf(journal, calculator, place)", journal=journal, calculator=calculator, place=place
    )
    return texts


def figures_at(figures: dict[str, str | None], moment: int) -> dict[str, object]:
    fields = {f"money/{path}": {"value": value, "at": [moment, 0, "x"]} for path, value in figures.items()}
    return {"kind": "starterspad-plan", "journal_schema": 3, "fields": fields}
