"""Every city is YAML: the same checks, the same proof and the same plans hold for each, and no code knows one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
import starterspad
from babel import Locale
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.content.models.guide import Guide
from starterspad.content.models.task import Task
from starterspad.content.site_paths import site_paths
from starterspad.output.script_bundler import NODE_MODULES
from starterspad.quality.checks import check
from starterspad.rules.model_compiler import compile_decision_model
from starterspad.rules.proof import prove

from tests.conftest import REPOSITORY, SiteOf
from tests.support.declared_files import undeclared
from tests.support.inner_links import follow_links
from tests.support.js_engine import Engine
from tests.support.profiles import personas_of, plan_of, random_profiles
from tests.support.trials import trials

INSTANCES = {path.name: path for path in sorted((REPOSITORY / "tests/fixtures/instances").iterdir())}
CITIES = {"ghent": REPOSITORY, **INSTANCES}


@pytest.fixture(scope="module", params=CITIES)
def city(request: pytest.FixtureRequest) -> Catalog:
    return load_catalog(CITIES[request.param])


def test_the_checks_find_nothing_wrong_but_figures_that_want_a_better_source(city: Catalog) -> None:
    assert [problem for problem in check(city) if problem.check != "commercial"] == []


def test_the_proof_warns_of_nothing_either(city: Catalog) -> None:
    assert prove(city).problems == ()


def test_both_engines_make_the_same_plans(city: Catalog, engine: Engine) -> None:
    model = compile_decision_model(city, city.site.default_language)
    profiles = [*personas_of(city).values(), *random_profiles(city, trials(300), seed=6)]
    for answers, plan in zip(profiles, engine.plans(model, profiles), strict=True):
        assert plan == plan_of(city, answers), answers


def test_the_second_city_is_a_whole_one() -> None:
    groningen, ghent = load_catalog(INSTANCES["groningen"]), load_catalog(REPOSITORY)
    assert len(groningen.questions) >= 10
    assert len(groningen.tasks) >= 20
    assert len(groningen.partners) >= 16
    assert len(groningen.personas) >= 12
    assert len(groningen.invariants) >= len(ghent.invariants)
    assert "korrewegwijk" in groningen.site.area_parents
    assert list(groningen.site.languages) == ["nl", "en"]
    # Other questions, other phases, other steps: a copy would prove nothing.
    assert set(groningen.questions) - set(ghent.questions)
    assert set(groningen.phases) - set(ghent.phases)
    assert len(set(groningen.tasks) & set(ghent.tasks)) < 10


@pytest.mark.parametrize(("name", "least"), [("ghent", 12), ("groningen", 6)])
def test_a_trade_is_a_path_of_facts_that_a_question_leads_to_and_says_what_nobody_found(name: str, least: int) -> None:
    city = load_catalog(CITIES[name])
    trades = {id: guide for id, guide in city.guides.items() if guide.kind == "trade"}
    assert len(trades) >= least
    for id, guide in trades.items():
        assert len(guide.facts) >= 5, id
        assert len(guide.tasks) >= 8, id
        assert guide.people, id
        # Six headings in each language; the last says what no source was found for.
        assert {text.count("## ") for text in guide.text.values()} == {6}, id


@pytest.mark.parametrize("name", CITIES)
def test_every_link_inside_a_site_leads_somewhere_and_every_page_has_a_path(name: str, site_of: SiteOf) -> None:
    city, site = load_catalog(CITIES[name]), site_of(name)
    assert follow_links(site, city.site.base_url) > 500
    for language in city.site.languages:
        made = {path.parent.relative_to(site / language).as_posix() for path in (site / language).rglob("index.html")}
        assert site_paths(city) == made


def test_every_file_of_ghent_for_programs_is_what_is_declared(ghent_site: Path) -> None:
    assert list(undeclared(ghent_site)) == []


def test_a_text_written_from_right_to_left_says_so(site_of: SiteOf) -> None:
    pages = list((site_of("arabic") / "ar").rglob("*.html"))
    assert len(pages) > 15
    for page in pages:
        assert re.search(r'<html lang="ar".*<body dir="rtl"', page.read_text("utf-8"), re.DOTALL), page


def test_a_partial_language_marks_each_text_of_another_with_its_language_and_direction(site_of: SiteOf) -> None:
    # A name belongs to no language.
    name = load_catalog(INSTANCES["arabic"]).partners["desk"].name
    pages = [path for path in (site_of("arabic") / "en").rglob("*.html") if path.parent.name != "meeting"]
    assert len(pages) > 15
    for page in pages:
        html = page.read_text("utf-8")
        assert re.search(r'<html lang="en".*<body dir="ltr"', html, re.DOTALL), page
        outer = MarkedText()
        outer.feed(html.replace(name, ""))
        assert outer.unmarked == [], page
    task = (site_of("arabic") / "en/tasks/register/index.html").read_text("utf-8")
    assert "<h1>Register your number</h1>" in task
    assert "<div lang='ar' dir='rtl'><ol>" in task


class MarkedText(HTMLParser):
    """Gathers texts in Arabic letters that stand in no element which says that it is Arabic."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.unmarked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        inside = self.open[-1][1] if self.open else False
        if tag not in VOID:
            self.open.append((tag, given.get("lang") == "ar" if "lang" in given else inside))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tag, marked = self.open[-1] if self.open else ("", False)
        if tag not in ("script", "style", "title", "option") and not marked and re.search("[\u0621-\u064a]", data):
            self.unmarked.append(data.strip())


VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


def code() -> Iterator[tuple[Path, str]]:
    package = Path(starterspad.__file__).parent
    # What npm fetches is not ours.
    fetched = package / "web" / NODE_MODULES
    for path in sorted(package.rglob("*")):
        if not path.is_relative_to(fetched) and path.suffix in (".py", ".js", ".html", ".css", ".svg"):
            yield path.relative_to(package), path.read_text("utf-8")


def names_of(catalog: Catalog) -> Iterator[str]:
    """Yield what a city is made of: its places, its organisations, and the ids that it gave to its records."""
    for area in catalog.site.areas.walk():
        yield from area.title.values()
    for partner in catalog.partners.values():
        yield partner.name
    kinds: list[dict[str, Task] | dict[str, Guide]] = [dict(catalog.tasks), dict(catalog.guides)]
    for records in kinds:
        yield from (id for id in records if "-" in id)


@pytest.mark.parametrize("name", ["ghent", "groningen", "arabic"])
def test_no_line_of_code_knows_a_city_or_a_country(name: str) -> None:
    names = sorted(set(names_of(load_catalog(CITIES[name]))))
    assert len(names) >= 5
    texts = {path.as_posix(): text.lower() for path, text in code()}
    everything = "\n".join(texts.values())
    # Most names stand nowhere: that is seen at once. The others may be part of a longer word.
    named = [name for name in {name.lower() for name in names} if name in everything]
    known = re.compile("|".join(rf"(?<![\w-]){re.escape(name)}(?![\w-])" for name in named) or "(?!)")
    assert {(path, match[0]) for path, text in texts.items() for match in known.finditer(text)} == set()


def test_no_line_of_code_knows_a_language() -> None:
    codes = sorted({language for root in CITIES.values() for language in load_catalog(root).site.languages})
    words = [Locale.parse(code).english_name for code in codes] + [Locale.parse(code).display_name for code in codes]
    quoted = rf"[\"'](?:{'|'.join(codes)})[\"']"
    named = rf"\b(?:{'|'.join(map(re.escape, words))})\b"
    known = re.compile(f"{quoted}|{named}", re.IGNORECASE)
    assert {(path.as_posix(), found[0]) for path, text in code() for found in known.finditer(text)} == set()
