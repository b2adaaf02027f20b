"""The starter's document: merging loses nothing and obeys three laws; what is no journal changes nothing."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starterspad.content.limits import JOURNAL_LIMITS

from tests.conftest import REPOSITORY
from tests.support.js_engine import Engine, JavaScriptError
from tests.support.trials import trials

JOURNALS = REPOSITORY / "tests" / "fixtures" / "journals"
NOW = 1_795_400_000_000
MERGES = trials(10_000)
PATHS = [
    "answers/stage",
    "answers/place",
    "tasks/kbo/state",
    "tasks/kbo/notes",
    "tasks/kbo/chosen/acerta/registration",
    "appointments/a1/day",
    "later/thing",
]
VALUES: list[Any] = [None, True, "done", "é", ["idea"], ["a", "b"], 7, ""]


def random_journal(chance: random.Random) -> dict[str, Any]:
    """Make a journal with few moments and writers, so that stamps meet."""
    fields = {
        path: {
            "value": chance.choice(VALUES),
            "at": [NOW + chance.randrange(3), chance.randrange(2), chance.choice("ab")],
        }
        for path in chance.sample(PATHS, chance.randrange(len(PATHS)))
    }
    return {"journal_schema": 2, "fields": fields}


def test_ten_thousand_random_merges_obey_the_three_laws(engine: Engine) -> None:
    chance = random.Random(4)
    batch = [[random_journal(chance) for _ in range(3)] for _ in range(MERGES)]
    broken = engine.call(
        "batch.filter(([a, b, c]) => { const same = (x, y) => { const sort = (j) => JSON.stringify("
        "Object.entries(j.fields).sort(([p], [q]) => (p < q ? -1 : 1))); return sort(x) === sort(y); };"
        " return !(same(merge(a, b), merge(b, a)) && same(merge(merge(a, b), c), merge(a, merge(b, c)))"
        " && same(merge(a, a), a) && same(merge(merge(a, b), b), merge(a, b))); })",
        batch=batch,
    )
    assert broken == []


def test_of_two_edits_of_a_field_the_later_wins_and_other_fields_stay(engine: Engine) -> None:
    one = {"journal_schema": 2, "fields": {"a/b": {"value": "old", "at": [1, 0, "x"]}}}
    other = {
        "journal_schema": 3,
        "fields": {"a/b": {"value": "new", "at": [2, 0, "y"]}, "a/c": {"value": True, "at": [1, 0, "y"]}},
    }
    merged = engine.call("merge(one, other)", one=one, other=other)
    assert {path: field["value"] for path, field in merged["fields"].items()} == {"a/b": "new", "a/c": True}
    assert merged["journal_schema"] == engine.call("merge(other, one)", one=one, other=other)["journal_schema"] == 3


@pytest.mark.parametrize("moments", [[1000, 10, 5], [1000, 1000, 1000]], ids=["backwards", "at one moment"])
def test_whatever_the_clock_says_no_edit_is_lost(moments: list[int], engine: Engine) -> None:
    script = (
        "(() => { const journal = emptyJournal(); const [first, second, third] = moments;"
        " write(journal, 'tasks/kbo/state', 'done', {now: first, by: 'a'});"
        " write(journal, 'tasks/kbo/state', null, {now: second, by: 'a'});"
        " const copy = JSON.parse(JSON.stringify(journal));"
        " write(journal, 'tasks/kbo/state', 'elsewhere', {now: third, by: 'a'}); return merge(journal, copy); })()"
    )
    found = engine.call(script, moments=moments)
    assert found["fields"]["tasks/kbo/state"] == {"value": "elsewhere", "at": [1000, 2, "a"]}


@pytest.mark.parametrize("path", sorted(JOURNALS.glob("*.json")), ids=lambda path: f"schema {path.stem}")
def test_a_journal_of_every_schema_so_far_opens_as_todays(path: Path, engine: Engine) -> None:
    opened = engine.call("open(found, now)", found=json.loads(path.read_text("utf-8")), now=NOW)
    today = json.loads((JOURNALS / "3.json").read_text("utf-8"))
    if path.stem in ("1", "2"):
        # The mirror, the gates and the worksheets came with the third.
        came = ("mirror/", "pop/", "gates/", "sheets/")
        today["fields"] = {name: field for name, field in today["fields"].items() if not name.startswith(came)}
    assert opened == {"journal": today, "newer": False}


def test_what_a_later_version_writes_is_kept_and_its_schema_opens_to_be_read_only(engine: Engine) -> None:
    found = {"journal_schema": 4, "fields": {"later/planning": {"value": "4", "at": [1, 0, "x"]}}}
    assert engine.call("open(found, now)", found=found, now=NOW) == {"journal": found, "newer": True}
    known = {"journal_schema": 3, "fields": found["fields"]}
    opened = engine.call("open(found, now)", found=known, now=NOW)
    assert opened == {"journal": known, "newer": False}


def test_a_stamp_from_the_far_future_does_not_win_for_ever(engine: Engine) -> None:
    two_days = NOW + 2 * 24 * 3600 * 1000
    stamps = {"a/far": [9_000_000_000_000, 5, "z"], "a/beyond": [two_days + 1, 5, "z"], "a/within": [two_days, 5, "z"]}
    found = {"journal_schema": 2, "fields": {path: {"value": "x", "at": at} for path, at in stamps.items()}}
    fields = engine.call("open(found, now)", found=found, now=NOW)["journal"]["fields"]
    # They keep their order, also among the stamps that stay.
    within = stamps["a/within"]
    assert [fields[path]["at"] for path in stamps] == [[two_days, 7, "z"], [two_days, 6, "z"], within]
    # On the device itself it stays: whatever is written there later is later by its stamp too.
    kept = engine.call("openKept(found)", found=found)["journal"]["fields"]
    assert {path: field["at"] for path, field in kept.items()} == stamps


@pytest.mark.parametrize(
    "at",
    [[NOW + 40 * 3_600_000, 2**53 - 1, "z"], [NOW, 2**53 - 1, "zz"], [2**53 - 1, 2**53 - 1, "z"], [9 * 10**15, 0, "z"]],
    ids=["a count without room", "the same now", "the last of all numbers", "no moment of any clock"],
)
def test_whatever_stamp_stands_in_a_journal_the_next_edit_is_later_and_can_be_opened(at: Any, engine: Engine) -> None:
    found = {"journal_schema": 3, "fields": {"tasks/kbo/state": {"value": "done", "at": at}}}
    script = (
        "(() => { const { journal } = openKept(found); const before = JSON.parse(JSON.stringify(journal));"
        " write(journal, 'tasks/kbo/state', 'elsewhere', {now, by: 'a'});"
        " const merged = openKept(merge(JSON.parse(JSON.stringify(journal)), before));"
        " return merged.journal.fields['tasks/kbo/state'].value; })()"
    )
    assert engine.call(script, found=found, now=NOW) == "elsewhere"


# A path, a value and a writer as long as they may be; one more letter, item or step is too many.
LONG_FIELDS: dict[str, Callable[[int], tuple[str, Any, str]]] = {
    "path": lambda more: ("a/" + "b" * (JOURNAL_LIMITS["path"] - 2 + more), "x", "w"),
    "steps of a path": lambda more: ("a/b/c/d/e/f" + "/g" * more, "x", "w"),
    "text": lambda more: ("a/b", "x" * (JOURNAL_LIMITS["text"] + more), "w"),
    "list": lambda more: ("a/b", ["x"] * (JOURNAL_LIMITS["list"] + more), "w"),
    "item": lambda more: ("a/b", ["x" * (JOURNAL_LIMITS["path"] + more)], "w"),
    "writer": lambda more: ("a/b", "x", "w" * (JOURNAL_LIMITS["writer"] + more)),
}


@pytest.mark.parametrize("long", LONG_FIELDS.values(), ids=LONG_FIELDS)
def test_what_is_longer_than_a_field_may_be_is_none(
    long: Callable[[int], tuple[str, Any, str]], engine: Engine
) -> None:
    for more, count in ((0, 1), (1, 0)):
        path, value, by = long(more)
        found = {"journal_schema": 3, "fields": {path: {"value": value, "at": [1, 0, by]}}}
        assert len(engine.call("open(found, now)", found=found, now=NOW)["journal"]["fields"]) == count


def test_what_holds_more_than_both_copies_of_a_device_may_is_no_plan_from_elsewhere(engine: Engine) -> None:
    most = 2 * JOURNAL_LIMITS["fields"]
    fields = {f"a/b{number}": {"value": "x", "at": [1, 0, "w"]} for number in range(most)}
    more = fields | {"a/more": {"value": "x", "at": [1, 0, "w"]}}
    call = "open({journal_schema: 3, fields}, now) !== null"
    assert [engine.call(call, fields=found, now=NOW) for found in (fields, more)] == [True, False]
    long = {f"a/b{number}": {"value": "x" * 4000, "at": [1, 0, "w"]} for number in range(1900)}
    longer = long | {f"a/c{number}": {"value": "x" * 4000, "at": [1, 0, "w"]} for number in range(200)}
    assert [engine.call(call, fields=found, now=NOW) for found in (long, longer)] == [True, False]
    # What this device keeps is never refused for its size.
    assert engine.call("openKept({journal_schema: 3, fields}) !== null", fields=more)


@pytest.mark.parametrize(
    ("path", "value"), [("tasks", "x"), ("a/B", "x"), ("a/b", {"x": 1}), ("a/b", "x" * (JOURNAL_LIMITS["text"] + 1))]
)
def test_what_may_be_no_field_is_not_written(path: str, value: Any, engine: Engine) -> None:
    with pytest.raises(JavaScriptError, match="not a field"):
        engine.call("write(emptyJournal(), path, value, {now: 1, by: 'a'})", path=path, value=value)


def hostile() -> list[Any]:
    """Make many things that are no journal, or hold what is no field."""
    good = json.loads((JOURNALS / "2.json").read_text("utf-8"))
    found: list[Any] = [None, True, 0, 1e308, "", "x", [], [[]], {}, {"journal_schema": 2}]
    odd: list[Any] = ["2", 0, -1, 1.5, None, [], {}, True, 2**60]
    found += [{"journal_schema": schema, "fields": {}} for schema in odd]
    found += [{"journal_schema": 2, "fields": fields} for fields in odd]
    found += [{"journal_schema": 1, "answers": answers, "ticks": {}} for answers in odd]
    paths = ["__proto__", "constructor", "a", "/", "a/", "/a", "a//b", "A/b", "a/b/c/d/e/f/g", "a/" + "b" * 300]
    paths += ["a/__proto__", "a/b c", "a/é", "a/../b", "a/b\\u0000", "a/b#c", "a/b?c", "prototype", "toString", "a/-b"]
    values: list[Any] = [{}, {"x": 1}, [1], [None], [["x"]], "x" * 5000, ["x" * 300], ["x"] * 100]
    values += [{"toString": "x"}, {"__proto__": {"polluted": True}}, [{}], [True]]
    stamps: list[Any] = [None, 1, "1", [], [1], [1, 0], [1, 0, 0], [-1, 0, "a"], [1, -1, "a"], [1.5, 0, "a"]]
    stamps += [[1, 0, "a" * 90], [1e20, 0, "a"], ["1", 0, "a"], [1, 0, "a", 1], {}, [None, None, None]]
    field = {"value": "x", "at": [1, 0, "a"]}
    for path in paths:
        found.append({"journal_schema": 2, "fields": {path: field}})
        found.append({"journal_schema": 1, "answers": {path: {"value": ["x"], "at": 1}}, "ticks": {}})
        found.append({"journal_schema": 1, "answers": {}, "ticks": {path: {"value": True, "at": 1}}})
    for value in values:
        found.append({"journal_schema": 2, "fields": {"a/b": {"value": value, "at": [1, 0, "a"]}}})
        found.append({"journal_schema": 1, "answers": {"stage": {"value": value, "at": 1}}, "ticks": {}})
    for stamp in stamps:
        found.append({"journal_schema": 2, "fields": {"a/b": {"value": "x", "at": stamp}}})
        found.append({"journal_schema": 1, "answers": {"stage": {"value": ["x"], "at": stamp}}, "ticks": {}})
    for wrong in (None, [], "x", 7, {}, {"value": "x"}, {"at": [1, 0, "a"]}, [field]):
        found.append({"journal_schema": 2, "fields": {"a/b": wrong}})
        found.append({"journal_schema": 1, "answers": {"stage": wrong}, "ticks": {}})
    many = {f"a/b{number}": field for number in range(6000)}
    found.append({"journal_schema": 2, "fields": many})
    chance = random.Random(200)
    for _ in range(60):
        text = json.dumps(good)
        place = chance.randrange(len(text))
        try:
            found.append(json.loads(text[:place] + chance.choice('{}[]",:0x') + text[place + 1 :]))
        except ValueError:
            found.append(text[:place])
    return found


def test_nothing_hostile_becomes_a_field_or_pollutes_the_page(engine: Engine) -> None:
    batch = hostile()
    assert len(batch) >= 200
    script = (
        "(() => { const found = JSON.parse(text).map((one) => open(one, now)); return {found,"
        " polluted: ({}).polluted === undefined && ({}).value === undefined && Object.keys({}).length === 0}; })()"
    )
    result = engine.call(script, text=json.dumps(batch), now=NOW)
    assert result["polluted"] is True
    for opened in result["found"]:
        for path, field in opened["journal"]["fields"].items() if opened else ():
            assert path.count("/") >= 1
            assert "__" not in path
            assert isinstance(field["value"], str | int | float | bool | list | None)
            assert [type(part) for part in field["at"]] == [int, int, str]


def test_what_stands_under_a_prefix_is_listed_by_its_path_whenever_it_was_written(engine: Engine) -> None:
    fields = {f"tasks/kbo/chosen/{id}": {"value": True, "at": [at, 0, "x"]} for id, at in {"b": 1, "a": 2}.items()}
    listed = engine.call("chosenOf({journal_schema: 3, fields}, 'kbo')", fields=fields)
    assert listed == ["a", "b"]


def test_merging_changes_neither_of_the_two(engine: Engine) -> None:
    chance = random.Random(7)
    one, other = random_journal(chance), random_journal(chance)
    before = copy.deepcopy([one, other])
    assert engine.call("[merge(one, other), one, other].slice(1)", one=one, other=other) == before


def test_a_task_tells_its_story(engine: Engine) -> None:
    fields = {
        "tasks/kbo/chosen/acerta/registration": True,
        "tasks/btw/chosen/acerta/vat": True,
        "appointments/a1/task": "btw",
        "appointments/a1/service": "acerta/vat",
        "appointments/a1/day": "2026-12-01",
        "appointments/a2/task": "pand",
        "appointments/a2/day": "soon",
        "appointments/a3/constructor": "x",
        "appointments/a4/task": "kbo",
        "appointments/a4/day": "2026-11-01",
        "appointments/a4/outcome": "helped",
        "tasks/zelfinzicht/state": "elsewhere",
        "tasks/vangnet/state": "not-for-me",
        "tasks/pand/state": "shut",
        "answers/stage": ["idea"],
        "answers/place": "gent",
    }
    journal = {
        "journal_schema": 2,
        "fields": {path: {"value": value, "at": [1, 0, ""]} for path, value in fields.items()},
    }
    ids = ["kbo", "btw", "pand", "zelfinzicht", "vangnet", "boekhouding"]
    states = engine.call("ids.map((id) => stateOf(journal, id))", journal=journal, ids=ids)
    assert states == ["chosen", "appointment", "open", "elsewhere", "not-for-me", "open"]
    assert engine.call("answersOf(journal)", journal=journal) == {"stage": ["idea"]}
    assert engine.call("[...doneOf(journal)]", journal=journal) == ["zelfinzicht"]
    assert [found["id"] for found in engine.call("appointmentsOf(journal)", journal=journal)] == ["a4", "a1"]
