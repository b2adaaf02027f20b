"""Whatever was told as kept is there after a reload: through full, silent and lost storage, clocks, tabs and files."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from starterspad.content.limits import JOURNAL_LIMITS

from tests.support.device import Device
from tests.support.trials import trials

# Forty runs of fifty steps each time, 800 with every random trial, 2,000 in the whole night.
RUNS = min(max(40, trials(800)), 2000)
HOUR = 3_600_000
NOW = 1_795_400_000_000

ids = st.sampled_from(["a", "b", "c"])
paths = st.builds("tasks/{}/{}".format, ids, st.sampled_from(["state", "notes"])) | st.just("answers/stage")
values: st.SearchStrategy[Any] = st.sampled_from(["done", "waiting", "x" * 50, None, True, 7, ["idea"]])
pages = st.sampled_from(["one", "two"])
devices = st.sampled_from(["tablet", "laptop"])
fields = st.dictionaries(paths, values, min_size=1, max_size=3)
clocks = st.sampled_from([0, -HOUR, -400 * 24 * HOUR, 40 * HOUR, 48 * HOUR, 60 * HOUR, 24 * 365 * 3 * HOUR])
stamps = st.tuples(
    st.sampled_from([0, 1, NOW, NOW + 40 * HOUR, NOW + 10**12, 9 * 10**15, 2**53 - 1]),
    st.sampled_from([0, 1, 2**53 - 1]),
    st.sampled_from(["", "a", "zzz"]),
)
hostile = st.dictionaries(
    paths | st.sampled_from(["later/thing", "a/b/c", "tasks/a/times/x"]),
    st.fixed_dictionaries({"value": values, "at": stamps}),
    max_size=5,
)


class Keeping(RuleBasedStateMachine):
    """A person with two pages of the portal open, two more devices, and much that goes wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.device = Device()
        # What was told as kept; and what a page told as not kept, which may go along with its next edit.
        self.kept: dict[str, Any] = {}
        self.perhaps: dict[str, list[tuple[str, Any]]] = {"one": [], "two": [], "left": []}
        self.silent = self.full_database = self.full_local = False
        self.names = {"a": "a", "b": "b", "c": "c"}

    def teardown(self) -> None:
        self.device.close()

    def today(self, written: dict[str, Any]) -> dict[str, Any]:
        """Return fields under the names that steps have today."""
        found = {}
        for path, value in written.items():
            kind, name, *rest = path.split("/")
            found["/".join([kind, self.names.get(name, name) if kind == "tasks" else name, *rest])] = value
        return found

    def may_be(self, path: str) -> list[Any]:
        """List what may stand under a path."""
        perhaps = [value for told in self.perhaps.values() for name, value in told if name == path]
        return [self.kept.get(path), *perhaps]

    def take(self, page: str, written: dict[str, Any], answer: dict[str, Any], beside: Collection[str] = ()) -> None:
        """Remember what a page told of an edit; `beside` was written at the same moment."""
        if not answer["kept"]:
            assert (self.full_database or self.silent) and self.full_local, answer
            self.perhaps[page] += written.items()
            return
        went_along = {path: answer["now"].get(path) for path, _ in self.perhaps[page] if path not in beside}
        assert all(value in self.may_be(path) for path, value in went_along.items() if path not in written)
        self.kept |= went_along | written
        # Of two at the same moment either may be the last.
        self.perhaps["left"] += [pair for pair in self.perhaps[page] if pair[0] in beside]
        self.perhaps[page] = []

    @rule(page=pages, written=fields)
    def she_edits(self, page: str, written: dict[str, Any]) -> None:
        written = self.today(written)
        self.take(page, written, self.device.do("edit", page=page, fields=written))

    @rule(one=fields, two=fields)
    def both_pages_write_at_once(self, one: dict[str, Any], two: dict[str, Any]) -> None:
        one = self.today(one)
        two = {path: value for path, value in self.today(two).items() if path not in one}
        edits = [("one", one), ("two", two)]
        answers = self.device.do("both", edits=[{"page": page, "fields": written} for page, written in edits])
        for (page, written), answer in zip(edits, answers, strict=True):
            self.take(page, written, answer, beside=one | two)

    @rule(page=pages)
    def she_opens_a_page_anew(self, page: str) -> None:
        self.device.do("open", page=page)
        # The page of before lives on behind it, and may still bring its two copies together.
        self.perhaps["left"] += self.perhaps[page]
        self.perhaps[page] = []

    @rule(page=pages)
    def a_page_reads(self, page: str) -> None:
        answer = self.device.do("read", page=page)
        if not answer["late"]:
            self.holds(answer["now"])

    @rule(page=pages, incoming=hostile, back=st.booleans())
    def she_merges_a_file(self, page: str, incoming: dict[str, Any], back: bool) -> None:
        text = json.dumps({"kind": "starterspad-plan", "journal_schema": 3, "fields": incoming})
        self.merge(page, text, {path: field["value"] for path, field in incoming.items()}, back)

    def merge(self, page: str, text: str, incoming: dict[str, Any], back: bool) -> None:
        answer = self.device.do("merge", page=page, text=text)
        if not answer["kept"]:
            assert self.silent or self.full_database, answer
            return
        # Two names that a step had are one today.
        brought = [pair for path, value in incoming.items() for pair in self.today({path: value}).items()]
        names = {path for path, _ in brought}
        for path in self.kept.keys() | answer["now"].keys():
            value = answer["now"].get(path)
            assert value in [*self.may_be(path), *(other for name, other in brought if name == path)], path
        before = self.kept | {path: value for path, value in answer["now"].items() if path not in names}
        self.kept, self.perhaps[page] = dict(answer["now"]), []
        if not back:
            return
        undone = self.device.do("undo", page=page)
        if undone["kept"]:
            self.kept = undone["now"]
            assert all(self.kept.get(path) == value for path, value in before.items() if path not in names)

    @rule(ahead=clocks)
    def the_clock_jumps(self, ahead: int) -> None:
        self.device.do("clock", ahead=ahead)

    @rule(local=st.booleans(), database=st.booleans())
    def storage_is_full_or_has_room(self, local: bool, database: bool) -> None:
        self.full_local, self.full_database = local, database
        self.device.do("full", local=local, database=database)

    @precondition(lambda self: not self.silent)
    @rule()
    def the_database_falls_silent(self) -> None:
        self.silent = True
        self.device.do("silent")

    @precondition(lambda self: self.silent)
    @rule()
    def the_database_answers_again(self) -> None:
        self.silent = False
        self.device.do("answering")

    @precondition(lambda self: not self.silent)
    @rule(copy=st.sampled_from(["local", "database"]))
    def the_browser_loses_one_of_two_whole_copies(self, copy: str) -> None:
        self.device.do("lose", copy=copy)

    @rule(old=ids, new=st.sampled_from(["d", "e", "f"]))
    def a_step_gets_another_name(self, old: str, new: str) -> None:
        if self.names[old] != old or new in self.names.values():
            return
        self.names[old] = new
        self.device.do("rename", **{"from": old, "to": new})
        self.kept = self.today(self.kept)
        for page, told in self.perhaps.items():
            self.perhaps[page] = [pair for path, value in told for pair in self.today({path: value}).items()]

    @precondition(lambda self: not self.silent)
    @rule(page=pages)
    def she_erases_everything(self, page: str) -> None:
        assert self.device.do("erase", page=page)["kept"]
        # What the other page could not keep may still go along with its next edit.
        self.kept = {}

    @rule(name=devices, written=fields, ahead=clocks)
    def another_device_writes(self, name: str, written: dict[str, Any], ahead: int) -> None:
        self.device.do("other", name=name, fields=self.today(written), ahead=ahead)

    @rule(name=devices, page=pages)
    def another_device_takes_her_file(self, name: str, page: str) -> None:
        self.device.do("otherTakes", name=name, text=self.device.do("file", page=page))

    @rule()
    def a_third_device_takes_the_file_of_another(self) -> None:
        self.device.do("otherTakes", name="laptop", text=self.device.do("otherFile", name="tablet"))

    @rule(name=devices, page=pages)
    def she_takes_the_file_of_another_device(self, name: str, page: str) -> None:
        text = self.device.do("otherFile", name=name)
        held = {path: field["value"] for path, field in json.loads(text)["fields"].items()}
        self.merge(page, text, held, back=False)

    def holds(self, found: dict[str, Any]) -> None:
        """Check that everything that was told as kept is there, and nothing that nobody wrote."""
        for path in self.kept.keys() | found.keys():
            assert found.get(path) in self.may_be(path), path

    @invariant()
    def what_was_told_as_kept_is_there_after_a_reload(self) -> None:
        answer = self.device.do("reload")
        assert self.silent or not answer["late"]
        if not self.silent:
            self.holds(answer["now"])


@pytest.mark.random
def test_whatever_happens_what_was_told_as_kept_is_there() -> None:
    # Without looking for fewer steps: that takes longer than all runs, and those that led to it are printed.
    phases = [Phase.explicit, Phase.generate]
    tried = settings(max_examples=RUNS, stateful_step_count=50, derandomize=True, deadline=None, phases=phases)
    run_state_machine_as_test(Keeping, settings=tried)


@pytest.fixture
def device() -> Iterator[Device]:
    device = Device()
    yield device
    device.close()


def plan_of(**fields: Any) -> str:
    """Write a plan as somebody's file, its fields by path with their values and stamps."""
    return json.dumps({"kind": "starterspad-plan", "journal_schema": 3, "fields": fields})


def test_an_edit_after_a_merge_from_a_clock_forty_hours_ahead_stays(device: Device) -> None:
    ahead = plan_of(**{"tasks/a/state": {"value": "done", "at": [NOW + 40 * HOUR, 2**53 - 1, "zzz"]}})
    assert device.do("merge", page="one", text=ahead)["kept"]
    assert device.do("edit", page="one", fields={"tasks/a/state": "waiting"})["kept"]
    assert device.do("reload")["now"] == {"tasks/a/state": "waiting"}


def test_no_edit_is_lost_once_a_clock_that_ran_ahead_is_right_again(device: Device) -> None:
    device.do("clock", ahead=49 * HOUR)
    for name in ("a", "b", "c"):
        assert device.do("edit", page="one", fields={f"tasks/{name}/state": "done"})["kept"]
    device.do("clock", ahead=0)
    device.do("open", page="one")
    device.do("read", page="one")
    for name in ("a", "b", "c"):
        assert device.do("edit", page="one", fields={f"tasks/{name}/state": "waiting"})["kept"]
        assert device.do("reload")["now"][f"tasks/{name}/state"] == "waiting"


def test_nothing_is_made_that_cannot_be_opened(device: Device) -> None:
    assert device.do("edit", page="one", fields={"answers/stage": ["idea"]})["kept"]
    stamp = [NOW, 0, "x"]
    full = plan_of(**{f"later/x{number}": {"value": 1, "at": stamp} for number in range(JOURNAL_LIMITS["fields"])})
    answer = device.do("merge", page="one", text=full)
    assert (answer["kept"], answer["why"]) == (False, "TooMuch")
    less = plan_of(**{f"later/x{number}": {"value": 1, "at": stamp} for number in range(JOURNAL_LIMITS["fields"] - 1)})
    assert device.do("merge", page="one", text=less)["kept"]
    answer = device.do("edit", page="one", fields={"tasks/a/state": "done"})
    assert (answer["kept"], answer["why"]) == (False, "TooMuch")
    # What she has may still change.
    assert device.do("edit", page="one", fields={"answers/stage": ["plan"]})["kept"]
    found = device.do("reload")["now"]
    assert found["answers/stage"] == ["plan"]
    assert len(found) == JOURNAL_LIMITS["fields"]
    assert device.do("merge", page="two", text=device.do("file", page="one"))["kept"]


def test_notes_beyond_what_can_be_kept_are_refused_and_the_rest_stays(device: Device) -> None:
    long = "n" * JOURNAL_LIMITS["text"]
    count = 0
    while device.do("edit", page="one", fields={f"tasks/s{count + one}/notes": long for one in range(100)})["kept"]:
        count += 100
    assert count == JOURNAL_LIMITS["size"] // (JOURNAL_LIMITS["text"] + 100) // 100 * 100
    assert len(device.do("reload")["now"]) == count
