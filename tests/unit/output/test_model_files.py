"""The files of the decision model: one for a small city; what decides, and words in parts, where many help."""

from __future__ import annotations

import json
from typing import Any

import pytest
from starterspad.content.catalog import Catalog
from starterspad.output.model_files import model_files
from starterspad.rules.decision_model import ModelJson
from starterspad.rules.model_compiler import compile_decision_model

from tests.support.js_engine import Engine
from tests.support.many_partners import with_copies


def whole(town: Catalog, copies: int) -> ModelJson:
    return compile_decision_model(with_copies(town, copies), "nl")


def parts(model: ModelJson) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the model's file, and the names of the files of words with what each holds."""
    name, files = model_files(model)
    words = {path.removeprefix("words/").removesuffix(".json"): json.loads(files[path]) for path in files}
    return words.pop(name.removesuffix(".json")), words


def test_a_small_city_has_one_file_with_all_words_in_it(town: Catalog) -> None:
    model, words = parts(compile_decision_model(town, "nl"))
    assert words == {}
    assert model["words"]
    assert all("why" in task for task in model["tasks"])


def test_where_many_help_the_words_stand_apart_and_nothing_is_lost(town: Catalog) -> None:
    before = whole(town, 20)
    model, words = parts(before)
    assert model["words"] == []
    assert set(words) == {model["words_apart"]["tasks"], *model["words_apart"]["partners"]}
    held = [partner for file in words.values() for partner in file["partners"]]
    assert sorted(held, key=str) == sorted(before["words"], key=str)
    of_tasks = words[model["words_apart"]["tasks"]]["tasks"]
    assert [task | of_tasks[task["id"]] for task in model["tasks"]] == before["tasks"]


def test_the_browser_asks_for_the_file_that_holds_whom_it_shows_and_once(town: Catalog, engine: Engine) -> None:
    model, words = parts(whole(town, 20))
    for name, file in list(words.items())[1:]:
        ids = [f"{partner['partner']}/{partner['services'][0]['service']}" for partner in file["partners"]]
        script = """(() => { const asked = missingWords(model, ids);
          for (const name of asked) takeWords(model, name, words[name]);
          return [asked, missingWords(model, ids), ids.map((id) => Boolean(serviceOf(model, id)))]; })()"""
        asked, again, known = engine.call(script, model=model, ids=ids, words=words)
        assert set(asked) == {model["words_apart"]["tasks"], *([name] if ids else [])}
        assert again == []
        assert all(known)
    shown = engine.call(
        "(takeWords(model, model.words_apart.tasks, words[model.words_apart.tasks]), model.tasks[0].why)",
        model=model,
        words=words,
    )
    assert shown == whole(town, 20)["tasks"][0]["why"]


def test_whom_she_chose_waits_for_and_meets_is_named_in_a_journal(engine: Engine) -> None:
    values = {
        "tasks/kbo/chosen/desk/talk": True,
        "tasks/kbo/chosen/desk/gone": None,
        "tasks/kbo/waits-for": "fund/loan",
        "tasks/kbo/notes": "chosen/nobody/at-all",
        "appointments/a/service": "house/visit",
        "appointments/a/day": "2026-01-31",
    }
    fields = {path: {"value": value, "at": [1, 0, "a"]} for path, value in values.items()}
    assert engine.call("servicesNamed({fields})", fields=fields) == ["desk/talk", "fund/loan", "house/visit"]


def test_who_joins_changes_the_file_of_one_share(town: Catalog) -> None:
    before, more = whole(town, 20), whole(town, 21)
    [joined] = [partner for partner in more["words"] if partner not in before["words"]][:1]
    _, old = parts(before)
    _, new = parts({**before, "words": [*before["words"], joined]})
    assert len(set(new) - set(old)) == 1


@pytest.mark.parametrize("copies", [30])
def test_what_decides_grows_no_faster_than_the_partners(town: Catalog, copies: int) -> None:
    """Twice the partners at most twice the bytes, and each page asks for no larger file of words."""
    sizes, largest = [], []
    for count in (copies, 2 * copies):
        name, files = model_files(whole(town, count))
        sizes.append(len(files.pop(name)))
        largest.append(max(map(len, files.values())))
    assert sizes[1] / sizes[0] < 2.2
    assert largest[1] / largest[0] < 2.2
    # A service takes a few bytes: its id, and a character in each column.
    services = len(whole(town, copies)["services"]["ids"].split())
    assert (sizes[1] - sizes[0]) / services < 60
