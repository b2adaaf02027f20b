"""The names that a kind of page may hold, and the rules that it needs."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.output.page_names import Names, names_by_kind
from starterspad.output.scripts import module_paths, site_scripts
from starterspad.output.styles import LAYERS

from tests.unit.output.test_styles import STYLES


@pytest.fixture(scope="module")
def names(town: Catalog) -> dict[str, Names]:
    written = (page.body for versions in town.pages.values() for page in versions.values())
    return names_by_kind(site_scripts(), written)


@pytest.mark.parametrize(
    ("selector", "shown"),
    [
        (".here", True),
        (".gone", False),
        (".here.gone", False),
        (".here:not(.gone, .other)", True),
        (":is(.gone, .here) > p", True),
        (":is(.gone, .other) > p", False),
        (".here:has(> .gone:not(.other))", False),
        (".here:not(:is(.gone, .other))", True),
        ("portal-here :where(.gone, p)", True),
        ("portal-gone p", False),
        ('[data-part="told"]', True),
        ('[data-part="gone"] p', False),
        ('[data-state="gone"]', True),
        ("[data-gone]", False),
        (".begun--anything", True),
        ("p > a:nth-child(2)[href]", True),
        ("#here::before", True),
    ],
)
def test_a_selector_is_kept_where_it_may_match(selector: str, shown: bool) -> None:
    names = Names(frozenset({"here", "portal-here", "told", "data-part", "data-state"}), ("begun--",))
    assert names.may_show(selector) == shown


class _Held(HTMLParser):
    """Collects the classes of a page, the elements of ours, and the parts that scripts find."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names |= {tag} if tag.startswith("portal-") else set()
        for name, value in attrs:
            self.names |= {name} if name.startswith("data-") else set()
            self.names |= set((value or "").split()) if name in ("class", "data-part", "id") else set()


def test_what_stands_on_a_page_is_among_the_names_of_its_kind(town_site: Path, names: dict[str, Names]) -> None:
    styled = {
        name
        for layer in LAYERS.values()
        for file in layer
        for name in re.findall(r"[.#\[\"]([a-zA-Z][\w-]*)", (STYLES / f"{file}.css").read_text("utf-8"))
    }
    kinds = {"tasks": "task", "partners": "partner", "phases": "phase", "guides": "guide", "calculators": "calculator"}
    held: dict[str, set[str]] = {}
    for path in sorted((town_site / "en").glob("*/*/index.html")):
        if (kind := kinds.get(path.parent.parent.name)) and not path.parent.name.startswith("all-"):
            page = _Held()
            page.feed(path.read_text("utf-8"))
            held.setdefault(kind, set()).update(page.names & styled)
    assert len(held) > 3
    # Two templates make guides.
    lacking = {kind: {name for name in those if not names[kind].hold(name)} for kind, those in held.items()}
    lacking["guide"] = {name for name in lacking["guide"] if not names["trouble"].hold(name)}
    assert not any(lacking.values()), lacking


def test_what_scripts_make_is_among_the_names_of_the_pages_that_load_them(names: dict[str, Names]) -> None:
    made = re.compile(
        r'(?:className = |classList\.(?:add|toggle|replace)\(|setAttribute\("class", )'
        r'(?:[^"`;\n]*\? )?["`]([\w -]+)["`]'
    )
    kinds = {"coach": "coach", "plan": "plan", "self-assessment": "self_assessment", "calculator": "calculator"}
    kinds |= {"workbook": "workbook", "questions": "questions", "talk": "talk"}
    seen = 0
    for path in module_paths():
        kind = kinds.get(path.parent.name)
        for name in " ".join(made.findall(path.read_text("utf-8")) if kind else ()).split():
            seen += 1
            assert names[kind or ""].hold(name), (path.name, name)
    assert seen > 15


def test_a_kind_of_page_holds_little_of_what_others_show(names: dict[str, Names]) -> None:
    for kind, others in {"task": ("chart__part", "columns__group"), "partner": ("calm", "print-sheet__top")}.items():
        for name in others:
            assert not names[kind].hold(name), (kind, name)
    assert names["task"].hold("helper__best"), "what the card that a script fetches holds"
    assert names["plan"].hold("print-sheet--many"), "what a script of the plan sets on paper"
