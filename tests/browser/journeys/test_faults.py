"""What can go wrong on a device: no edit that was acknowledged is lost while one copy survives."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from starterspad.rules.columns import column

from tests.browser.conftest import FIVE, Open, answer
from tests.browser.journeys.test_task_details import story
from tests.browser.screens import opened

NAME = "starterspad:/some-project/"
# Opens the store as the elements do, and keeps it on the page.
STORE = """async () => {
  const { JournalStore } = await import("/some-project/assets/sources/store/journal-store.js");
  window.store = new JournalStore();
}"""
EDIT = """async ([path, value]) => {
  try {
    await store.edit((set) => set(path, value));
    return "kept";
  } catch (error) {
    return error.constructor.name;
  }
}"""
READ = """async () => Object.fromEntries(
  Object.entries((await store.read()).fields).map(([path, { value }]) => [path, value]))"""
SNAPSHOTS = "async () => (await store.snapshots()).map(({journal}) => Object.keys(journal.fields).length)"
PUT = """([key, value]) => new Promise((resolve) => {
  const request = indexedDB.open("starterspad:/some-project/", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("journal");
  request.onsuccess = () => {
    const transaction = request.result.transaction("journal", "readwrite");
    transaction.objectStore("journal").put(value, key);
    transaction.oncomplete = () => (request.result.close(), resolve(null));
  };
})"""
QUOTA = "() => { throw new DOMException('full', 'QuotaExceededError'); }"
FULL_DATABASE = f"IDBObjectStore.prototype.put = {QUOTA}; null"
FULL_LOCAL_COPY = f"Storage.prototype.setItem = {QUOTA}; null"


@pytest.fixture
def page(open_page: Open) -> Page:
    page = open_page("nl/about/")
    page.evaluate(STORE)
    return page


def edit(page: Page, path: str, value: Any) -> str:
    return str(page.evaluate(EDIT, [path, value]))


def again(page: Page) -> dict[str, Any]:
    """Open the page anew and read what the device kept."""
    page.reload()
    page.evaluate(STORE)
    found: dict[str, Any] = page.evaluate(READ)
    return found


def test_a_full_database_leaves_the_local_copy(page: Page) -> None:
    assert edit(page, "tasks/kbo/state", "done") == "kept"
    page.evaluate(FULL_DATABASE)
    assert edit(page, "tasks/btw/state", "done") == "kept"
    assert again(page) == {"tasks/btw/state": "done", "tasks/kbo/state": "done"}


def test_a_full_local_copy_leaves_the_database(page: Page) -> None:
    page.evaluate(FULL_LOCAL_COPY)
    assert edit(page, "tasks/kbo/state", "done") == "kept"
    # The second is made before any transaction: it lives in this page until one has ended.
    assert edit(page, "tasks/btw/state", "done") == "kept"
    assert again(page) == {"tasks/btw/state": "done", "tasks/kbo/state": "done"}


def test_when_all_is_full_the_edit_is_not_acknowledged_and_goes_along_with_the_next(page: Page) -> None:
    assert edit(page, "tasks/kbo/state", "done") == "kept"
    page.evaluate(f"window.put = IDBObjectStore.prototype.put; {FULL_DATABASE}; {FULL_LOCAL_COPY}")
    assert edit(page, "tasks/btw/state", "done") == "NotKept"
    assert page.evaluate(READ) == {"tasks/btw/state": "done", "tasks/kbo/state": "done"}
    page.evaluate("IDBObjectStore.prototype.put = put; null")
    assert edit(page, "tasks/pand/state", "done") == "kept"
    assert again(page).keys() == {"tasks/btw/state", "tasks/kbo/state", "tasks/pand/state"}


def test_storage_that_is_blocked_keeps_the_edits_of_this_page(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'indexedDB', {get() { throw new Error('blocked'); }});"
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked'); }});"
    )
    page.reload()
    page.evaluate(STORE)
    assert edit(page, "tasks/kbo/state", "done") == "NotKept"
    assert edit(page, "tasks/btw/state", "done") == "NotKept"
    assert page.evaluate(READ) == {"tasks/btw/state": "done", "tasks/kbo/state": "done"}


def test_a_wiped_database_comes_back_from_the_local_copy(page: Page) -> None:
    assert edit(page, "tasks/kbo/state", "done") == "kept"
    wipe = """(name) => new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      [request.onsuccess, request.onblocked] = [() => resolve(null), () => reject(new Error("it stays open"))];
    })"""
    page.evaluate(wipe, NAME)
    assert edit(page, "tasks/btw/state", "done") == "kept"
    assert again(page) == {"tasks/btw/state": "done", "tasks/kbo/state": "done"}


def test_a_wiped_local_copy_comes_back_from_the_database(page: Page) -> None:
    assert edit(page, "tasks/kbo/state", "done") == "kept"
    page.evaluate("localStorage.clear()")
    assert again(page) == {"tasks/kbo/state": "done"}


@pytest.mark.parametrize("damage", ["{", 7, {"journal_schema": 2}, {"answers": None, "ticks": {}}])
def test_a_damaged_journal_is_put_aside_whole_and_the_other_copy_goes_on(damage: Any, page: Page) -> None:
    assert edit(page, "tasks/kbo/state", "done") == "kept"
    page.evaluate(PUT, ["journal", damage])
    assert again(page) == {"tasks/kbo/state": "done"}
    assert edit(page, "tasks/btw/state", "done") == "kept"
    assert page.evaluate("async () => store.quarantined()") == [damage]
    assert again(page) == {"tasks/btw/state": "done", "tasks/kbo/state": "done"}


def test_a_truncated_local_copy_harms_nothing(page: Page) -> None:
    assert edit(page, "tasks/kbo/state", "done") == "kept"
    page.evaluate("(name) => localStorage.setItem(name, localStorage.getItem(name).slice(0, 40))", NAME)
    assert again(page) == {"tasks/kbo/state": "done"}
    assert len(page.evaluate("async () => store.quarantined()")) == 1


def test_a_newer_schema_is_shown_and_not_changed(page: Page) -> None:
    newer = {"journal_schema": 99, "fields": {"tasks/kbo/state": {"value": "done", "at": [1, 0, "x"]}}}
    # One copy of the two is enough.
    assert edit(page, "tasks/pand/state", "done") == "kept"
    page.evaluate(PUT, ["journal", newer])
    assert again(page) == {"tasks/kbo/state": "done", "tasks/pand/state": "done"}
    assert edit(page, "tasks/btw/state", "done") == "NotKept"
    assert page.evaluate("store.readOnly") is True
    assert again(page) == {"tasks/kbo/state": "done", "tasks/pand/state": "done"}


def test_what_a_newer_version_wrote_in_another_tab_meanwhile_is_not_written_over(page: Page) -> None:
    assert edit(page, "tasks/kbo/state", "done") == "kept"
    newer = json.dumps({"journal_schema": 99, "fields": {}})
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [NAME, newer])
    assert edit(page, "tasks/btw/state", "done") == "NotKept"
    assert page.evaluate("(name) => localStorage.getItem(name)", NAME) == newer


def test_a_page_looks_anew_when_it_comes_back_and_when_another_tab_wrote(page: Page, address: str) -> None:
    page.evaluate("""store.watch(() => {
      document.body.dataset.looks = window.looks = (window.looks ?? 0) + 1;
    }, new AbortController().signal)""")
    come = "(persisted) => dispatchEvent(new PageTransitionEvent('pageshow', { persisted })) && (window.looks ?? 0)"
    assert [page.evaluate(come, persisted) for persisted in (False, True)] == [0, 1]
    other = page.context.new_page()
    other.goto(f"{address}nl/about/")
    other.evaluate(STORE)
    assert edit(other, "tasks/kbo/state", "done") == "kept"
    expect(page.locator("body")).to_have_attribute("data-looks", re.compile(r"^([2-9]|\d\d+)$"))


def test_what_was_acknowledged_before_the_page_was_killed_is_there(page: Page, address: str) -> None:
    acknowledged: list[str] = []
    page.expose_function("acknowledge", lambda number: acknowledged.append(number))
    page.evaluate(
        "() => { (async () => { for (let n = 0; n < 500; n++) {"
        " await store.edit((set) => set(`tasks/own-${n}/state`, 'done')); acknowledge(String(n)); } })(); }"
    )
    while len(acknowledged) < 20:
        page.evaluate("new Promise((resolve) => setTimeout(resolve, 5))")
    context = page.context
    page.close()
    fresh = context.new_page()
    fresh.goto(f"{address}nl/about/")
    fresh.evaluate(STORE)
    kept = fresh.evaluate(READ)
    assert {f"tasks/own-{number}/state" for number in acknowledged} <= kept.keys()


def test_two_tabs_with_sixty_edits_each_keep_all_of_them(page: Page, address: str) -> None:
    other = page.context.new_page()
    other.goto(f"{address}nl/about/")
    other.evaluate(STORE)
    many = (
        "(tab) => { window.done = Promise.all(Array.from({length: 60}, (_, n) =>"
        " store.edit((set) => set(`tasks/own-${tab}-${n}/state`, 'done')))); }"
    )
    page.evaluate(many, "a")
    other.evaluate(many, "b")
    for tab in (page, other):
        tab.evaluate("() => done")
    assert len(again(page)) == 120


def test_a_clock_set_backwards_loses_nothing(page: Page) -> None:
    assert edit(page, "tasks/kbo/state", "done") == "kept"
    page.evaluate("Date.now = () => 1000")
    assert edit(page, "tasks/kbo/state", "elsewhere") == "kept"
    assert again(page) == {"tasks/kbo/state": "elsewhere"}


def test_what_is_erased_in_one_tab_does_not_come_back_from_another(page: Page, address: str) -> None:
    other = page.context.new_page()
    other.goto(f"{address}nl/about/")
    other.evaluate(STORE)
    assert edit(page, "tasks/kbo/state", "done") == "kept"
    other.evaluate(READ)
    page.evaluate("() => store.erase()")
    assert edit(other, "tasks/btw/state", "done") == "kept"
    assert again(page) == {"tasks/btw/state": "done"}


def test_five_earlier_states_stay_and_one_from_before_an_import(page: Page) -> None:
    for number in range(8):
        page.evaluate(f"Date.now = () => {1_900_000_000_000 + number * 700_000}")
        assert edit(page, f"tasks/own-{number}/state", "done") == "kept"
    snapshots = page.evaluate(SNAPSHOTS)
    assert snapshots == [7, 6, 5, 4, 3]
    # Ten minutes go by between two of them.
    page.evaluate(f"Date.now = () => {1_900_000_000_000 + 7 * 700_000 + 599_999}")
    assert edit(page, "tasks/own-8/state", "done") == "kept"
    assert page.evaluate(SNAPSHOTS) == snapshots
    page.evaluate("() => store.replace(() => ({journal_schema: 2, fields: {}}))")
    assert page.evaluate(READ) == {}
    page.evaluate("async () => { const [last] = await store.snapshots(); await store.replace(() => last.journal); }")
    # Two imports of one moment are two states.
    assert page.evaluate(SNAPSHOTS) == [0, 9, 7, 6, 5]
    assert len(again(page)) == 9
    page.evaluate("() => store.erase()")
    assert page.evaluate(SNAPSHOTS) == []


def test_what_was_replaced_does_not_come_back_from_a_local_copy_that_is_full(page: Page) -> None:
    assert edit(page, "tasks/kbo/state", "done") == "kept"
    page.evaluate(FULL_LOCAL_COPY)
    page.evaluate("() => store.replace(() => ({journal_schema: 2, fields: {}}))")
    assert again(page) == {}


def test_a_journal_of_the_first_schema_becomes_todays_with_a_snapshot_of_what_was(page: Page) -> None:
    first = {"journal_schema": 1, "answers": {"stage": {"value": ["idea"], "at": 1}}, "ticks": {}}
    page.evaluate("localStorage.clear()")
    page.evaluate(PUT, ["journal", first])
    assert again(page) == {"answers/stage": ["idea"]}
    assert edit(page, "tasks/kbo/state", "done") == "kept"
    assert again(page) == {"answers/stage": ["idea"], "tasks/kbo/state": "done"}
    assert len(page.evaluate("async () => store.snapshots()")) == 1


def test_a_private_window_sees_nothing_of_the_other(open_page: Open, new_context: Any, address: str) -> None:
    page = open_page("nl/questions/")
    answer(page, **FIVE)
    private: BrowserContext = new_context()
    other = private.new_page()
    other.goto(f"{address}nl/about/")
    other.evaluate(STORE)
    assert other.evaluate(READ) == {}
    assert edit(other, "tasks/kbo/state", "done") == "kept"
    assert json.loads(other.evaluate("(name) => localStorage.getItem(name)", NAME))["journal_schema"] == 3


def test_a_failed_edit_is_told_loudly_with_a_file_in_one_tap(open_page: Open) -> None:
    page = opened(open_page, "plan", "nl")
    page.evaluate(f"{FULL_DATABASE}; {FULL_LOCAL_COPY}")
    page.locator('[data-task="zelfinzicht"] input[type=checkbox]').first.check()
    expect(page.get_by_text("We konden dit niet bewaren op dit toestel.")).to_be_in_viewport()
    with page.expect_download() as download:
        page.locator('[data-part="not-saved"] [data-part="rescue"]').click()
    kept = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert kept["fields"]["tasks/zelfinzicht/state"]["value"] == "done"
    assert kept["fields"]["tasks/eerst-melden/state"]["value"] == "done"


def test_what_was_damaged_can_be_downloaded(open_page: Open) -> None:
    page = opened(open_page, "plan", "nl")
    page.evaluate(PUT, ["journal", "{half a plan"])
    page.reload()
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar het beschadigde deel").click()
    assert json.loads(Path(download.value.path()).read_text("utf-8")) == ["{half a plan"]
    expect(page.locator('[data-task="eerst-melden"] input[type=checkbox]')).to_be_checked()


def test_a_newer_journal_says_so_on_the_plan(open_page: Open) -> None:
    page = opened(open_page, "plan", "nl")
    fields = {"answers/stage": {"value": ["idea"], "at": [1, 0, "x"]}}
    page.evaluate(PUT, ["journal", {"journal_schema": 99, "fields": fields}])
    page.reload()
    expect(page.locator('[data-part="read-only"]')).to_be_visible()


def test_what_was_renamed_since_her_last_visit_follows_and_what_was_taken_away_stays(open_page: Open) -> None:
    page = opened(open_page, "plan", "nl")
    page.locator('[data-task="zelfinzicht"] .tick input').check()
    story(page, "eerst-melden").get_by_label("Mijn notities").fill("Gebeld.")
    expect(page.get_by_text("Bewaard op dit toestel.").first).to_be_visible()

    def later(route: Route) -> None:
        model = route.fetch().json()
        gone = next(place for place, task in enumerate(model["tasks"]) if task["id"] == "zelfinzicht")
        model["tasks"][gone] |= {"id": "know-yourself", "title": "Ken jezelf"}
        model["tasks"] = [task for task in model["tasks"] if task["id"] != "eerst-melden"]
        # Without its first task, every number that stands for a later one is one lower.
        for one in (*model["tasks"], *model["themes"]):
            key = "before" if "before" in one else "tasks"
            one[key] = [number - 1 for number in one[key] if number]
        # Whoever helped with it helps with the one after it.
        helped = [max(0, ord(number) - ord("#") - 1) for number in model["services"]["tasks"]]
        model["services"]["tasks"] = column(helped)
        model["aliases"]["task"]["zelfinzicht"] = "know-yourself"
        model["retired"]["task/eerst-melden"] = "Meld je plan (tot 2026)"
        route.fulfill(json=model)

    page.route("**/decision-model.*.json", later)
    page.reload()
    expect(page.locator('[data-task="know-yourself"] .tick input')).to_be_checked()
    gone = page.locator('[data-part="gone-tasks"] > li')
    expect(gone).to_have_count(1)
    expect(gone.locator('[data-part="title"]')).to_have_text("Meld je plan (tot 2026)")
    expect(gone.locator(".tick input")).to_be_checked()
    story(page, "eerst-melden")
    expect(gone.get_by_label("Mijn notities")).to_have_value("Gebeld.")
    page.unroute("**/decision-model.*.json")
    page.reload()
    expect(page.locator('[data-task="zelfinzicht"] .tick input')).to_be_checked()


def test_a_tick_is_there_although_she_leaves_at_once(open_page: Open) -> None:
    page = opened(open_page, "plan", "nl")
    page.evaluate("document.querySelector('[data-task=zelfinzicht] .tick input').click(); location.reload(); null")
    expect(page.locator('[data-task="zelfinzicht"] .tick input')).to_be_checked()
    page.evaluate("document.querySelector('[data-task=zelfinzicht] .tick input').click(); location.reload(); null")
    expect(page.locator('[data-task="zelfinzicht"] .tick input')).not_to_be_checked()
    expect(page.locator('[data-task="eerst-melden"] .tick input')).to_be_checked()


def test_edits_by_turns_in_two_tabs_without_a_database_keep_all_of_them(page: Page, address: str) -> None:
    blocked = "Object.defineProperty(window, 'indexedDB', {get() { throw new Error('blocked'); }});"
    other = page.context.new_page()
    for tab in (page, other):
        tab.add_init_script(blocked)
        tab.goto(f"{address}nl/about/")
        tab.evaluate(STORE)
        tab.evaluate(READ)
    for number in range(10):
        for writer, reader, task in ((page, other, f"a{number}"), (other, page, f"b{number}")):
            assert edit(writer, f"tasks/{task}/state", "done") == "kept"
            # A turn ends when the other tab sees it: a browser tells its processes a moment later.
            reader.wait_for_function(
                "(task) => Object.values(localStorage).some((text) => text.includes(task))", arg=f"tasks/{task}/"
            )
    assert len(again(page)) == 20


# A database that opens when the test says so, for each page anew.
LATE = """(() => {
  const open = IDBFactory.prototype.open;
  const waiting = [];
  window.answer = () => {
    IDBFactory.prototype.open = open;
    for (const begin of waiting.splice(0)) begin();
  };
  IDBFactory.prototype.open = function (...names) {
    const request = {};
    waiting.push(() => {
      const real = open.apply(this, names);
      for (const name of ["onupgradeneeded", "onsuccess", "onerror", "onblocked"]) real[name] = request[name];
      Object.defineProperty(request, "result", { get: () => real.result });
    });
    return request;
  };
})();"""
IN_DATABASE = """() => new Promise((resolve) => {
  const request = indexedDB.open("starterspad:/some-project/", 1);
  // Who only looks makes none: while the page takes its own away and makes it anew there is none for a moment.
  request.onupgradeneeded = () => request.transaction.abort();
  request.onerror = () => resolve({});
  request.onsuccess = () => {
    const get = request.result.transaction("journal").objectStore("journal").get("journal");
    get.onsuccess = () => {
      request.result.close();
      resolve(Object.fromEntries(Object.entries(get.result?.fields ?? {}).map(([path, { value }]) => [path, value])));
    };
  };
})"""
IN_COPY = """(name) => Object.fromEntries(
  Object.entries(JSON.parse(localStorage.getItem(name))?.fields ?? {}).map(([path, { value }]) => [path, value]))"""
KBO, BTW = {"tasks/kbo/state": "done"}, {"tasks/btw/state": "done"}


def late(page: Page) -> None:
    """Open the page anew; from now on its database waits."""
    page.evaluate(f"{LATE} null")
    page.evaluate(STORE)


def test_a_database_that_never_answers_leaves_what_the_local_copy_knows(page: Page) -> None:
    assert edit(page, "tasks/kbo/state", "done") == "kept"
    page.reload()
    late(page)
    assert page.evaluate(READ) == KBO
    assert page.evaluate("async () => store.quarantined()") == []
    assert edit(page, "tasks/btw/state", "done") == "kept"
    assert page.evaluate(IN_COPY, NAME) == KBO | BTW
    # Nor does it hold up the page after.
    page.reload()
    page.evaluate(STORE)
    assert page.evaluate(READ) == KBO | BTW


def test_a_database_that_answers_late_counts_and_gets_what_was_written_meanwhile(page: Page) -> None:
    assert edit(page, "tasks/kbo/state", "done") == "kept"
    # What the database alone has, and what stands differently in the two.
    ahead = {"value": "waiting", "at": [1, 0, "x"]}
    both = {"tasks/kbo/state": {"value": "open", "at": [1, 0, "x"]}, "tasks/pand/state": ahead}
    page.evaluate(PUT, ["journal", {"journal_schema": 3, "fields": both}])
    page.reload()
    late(page)
    page.evaluate("store.watch(() => { document.body.dataset.news = 'yes'; }, new AbortController().signal)")
    assert page.evaluate(READ) == KBO
    assert edit(page, "tasks/btw/state", "done") == "kept"
    page.evaluate("answer()")
    expect(page.locator("body")).to_have_attribute("data-news", "yes")
    whole = KBO | BTW | {"tasks/pand/state": "waiting"}
    assert page.evaluate(READ) == whole
    assert page.evaluate(IN_DATABASE) == whole
    assert page.evaluate(IN_COPY, NAME) == whole
    # From now on both are written at once.
    assert edit(page, "tasks/zaak/state", "done") == "kept"
    assert page.evaluate(IN_DATABASE) == page.evaluate(IN_COPY, NAME) == whole | {"tasks/zaak/state": "done"}


def test_erasing_says_where_the_database_does_not_answer_and_empties_it_when_it_does(page: Page) -> None:
    assert edit(page, "tasks/kbo/state", "done") == "kept"
    page.reload()
    late(page)
    page.evaluate(READ)
    assert edit(page, "tasks/btw/state", "done") == "kept"
    assert page.evaluate("store.erase().then(() => 'erased', () => 'not yet')") == "not yet"
    assert page.evaluate(READ) == page.evaluate(IN_COPY, NAME) == {}
    # What she does meanwhile is hers again.
    assert edit(page, "tasks/pand/state", "done") == "kept"
    page.evaluate("answer()")
    pand = {"tasks/pand/state": "done"}
    page.wait_for_function(
        f"async () => JSON.stringify(await ({IN_DATABASE})()) === '{json.dumps(pand, separators=(',', ':'))}'"
    )
    assert again(page) == pand


def test_another_journal_in_its_place_waits_for_a_late_database_and_can_be_undone(page: Page) -> None:
    assert edit(page, "tasks/kbo/state", "done") == "kept"
    page.reload()
    late(page)
    page.evaluate(READ)
    assert edit(page, "tasks/btw/state", "done") == "kept"
    other = "() => ({ journal_schema: 3, fields: { 'tasks/pand/state': { value: 'done', at: [1, 0, 'x'] } } })"
    # Another element of the page, with a store of its own.
    page.evaluate(f"""async () => {{
      const {{ JournalStore }} = await import("/some-project/assets/sources/store/journal-store.js");
      window.second = new JournalStore();
      second.replace({other}).then(() => {{ window.replaced = true; }});
    }}""")
    page.evaluate("answer()")
    page.wait_for_function("() => window.replaced")
    pand = {"tasks/pand/state": "done"}
    assert page.evaluate(READ) == pand
    assert page.evaluate(IN_DATABASE) == page.evaluate(IN_COPY, NAME) == pand
    # The state of before is whole: with what the database did not know yet.
    before = page.evaluate("async () => (await second.snapshots()).map(({ journal }) => Object.keys(journal.fields))")
    assert sorted(before[0]) == ["tasks/btw/state", "tasks/kbo/state"]


def test_a_damaged_local_copy_is_put_aside_although_the_database_is_late(page: Page) -> None:
    assert edit(page, "tasks/kbo/state", "done") == "kept"
    page.evaluate("(name) => localStorage.setItem(name, '{')", NAME)
    page.reload()
    late(page)
    assert page.evaluate(READ) == {}
    assert edit(page, "tasks/btw/state", "done") == "kept"
    assert page.evaluate("async () => store.quarantined()") == ["{"]
    page.evaluate("answer()")
    page.wait_for_function(f"async () => Object.keys(await ({IN_DATABASE})()).length === 2")
    assert page.evaluate("async () => store.quarantined()") == ["{"]
    assert again(page) == KBO | BTW


def test_a_database_that_falls_silent_while_she_works_holds_nothing_up(page: Page) -> None:
    assert edit(page, "tasks/kbo/state", "done") == "kept"
    page.evaluate("window.ask = IDBObjectStore.prototype.get; IDBObjectStore.prototype.get = () => ({}); null")
    assert page.evaluate(READ) == KBO
    assert edit(page, "tasks/btw/state", "done") == "kept"
    assert page.evaluate("store.late") is True
    # Another journal in its place would come back from it: nothing changes.
    replaced = "store.replace(() => ({journal_schema: 3, fields: {}})).then(() => 'yes', () => 'no')"
    assert page.evaluate(replaced) == "no"
    assert again(page) == KBO | BTW


def test_when_both_copies_are_damaged_the_page_says_so_and_offers_them(open_page: Open) -> None:
    page = opened(open_page, "plan", "nl")
    page.evaluate(PUT, ["journal", "{half a plan"])
    page.evaluate("(name) => localStorage.setItem(name, '{half')", NAME)
    page.reload()
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar het beschadigde deel").click()
    assert sorted(json.loads(Path(download.value.path()).read_text("utf-8"))) == ["{half", "{half a plan"]


def test_where_one_copy_does_not_answer_the_plan_says_so_until_it_does(open_page: Open) -> None:
    page = opened(open_page, "plan", "nl")
    page.add_init_script(LATE)
    page.reload()
    said = page.get_by_text("Een deel van het geheugen van deze browser antwoordt niet.")
    expect(said).to_be_visible()
    expect(page.locator('[data-task="eerst-melden"] input[type=checkbox]')).to_be_checked()
    page.evaluate("answer()")
    expect(said).to_be_hidden()


def test_the_plan_is_shown_and_ticked_while_its_database_is_late(open_page: Open) -> None:
    page = open_page("nl/questions/")
    answer(page, **FIVE)
    page.locator("[data-screen=enough]:visible").wait_for()
    page.add_init_script(LATE)
    page.goto(page.url.replace("questions/", "plan/").split("#")[0])
    tick = page.locator('.plan [data-task="thuis-bespreken"] .tick input').first
    tick.check()
    expect(page.locator('.plan [data-task="thuis-bespreken"]').first).to_have_attribute("data-state", "done")
    expect(page.locator("[aria-busy]")).to_have_count(0)
    page.evaluate("answer()")
    page.wait_for_function(f"async () => (await ({IN_DATABASE})())['tasks/thuis-bespreken/state'] === 'done'")
    expect(page.locator('.plan [data-task="thuis-bespreken"]').first).to_have_attribute("data-state", "done")
    expect(page.locator('[data-part="not-saved"]')).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "field", "told"),
    [
        ("worksheets/canvas/", 'textarea[name="whom"]', "told"),
        ("workbook/", 'textarea[name="ik/kunnen"]', "told"),
        ("calculators/break-even/", '[data-input="price"]', "kept"),
    ],
)
def test_no_page_says_that_it_kept_what_nothing_took(open_page: Open, path: str, field: str, told: str) -> None:
    page = open_page(f"nl/{path}")
    page.locator("html.ready").wait_for()
    page.evaluate("document.querySelectorAll('main details').forEach((details) => { details.open = true; })")
    page.locator(field).fill("12")
    page.locator(field).blur()
    expect(page.locator(f'[data-part="{told}"]')).to_have_text("Bewaard op dit toestel.")
    page.evaluate(f"{FULL_DATABASE}; {FULL_LOCAL_COPY}")
    page.locator(field).fill("13")
    page.locator(field).blur()
    expect(page.locator('[data-part="not-saved"]')).to_be_visible()
    expect(page.locator(f'[data-part="{told}"]')).to_have_text("")
