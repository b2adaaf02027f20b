"""A new kind of record is a model, an entry and a page: everything else follows from them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from starterspad.output.scripts import site_scripts

from tests.conftest import REPOSITORY, TINY
from tests.support.js_engine import Engine
from tests.support.searching import search_of

pytestmark = pytest.mark.night

MODEL = '''"""Things that a starter may borrow."""

from starterspad.content.models.condition import Conditional
from starterspad.content.models.field_types import Id, Record, ShortText, Title


class Toy(Conditional):
    """Something to borrow."""

    title: Title
    text: ShortText
    tasks: tuple[Id, ...] = ()
    facts: tuple[Id, ...] = ()
    aliases: tuple[Id, ...] = ()


class Lender(Record):
    """Who lends; they stand in one file, and on one page."""

    id: Id
    title: Title
    text: ShortText
'''
ENTRY = """TOY = Kind("toy", Toy, "content/toys/*.yml", "each", page="toys", registry=Registry("toys"))
LENDER = Kind("fair-lender", Lender, "content/lenders.yml", "list", listing="fair-lenders", search=("title", "text"))
"""
PAGE = '''"""The page of something to borrow."""

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.kinds import TOY
from starterspad.content.models.toy import Toy
from starterspad.pages.page import Page, record_page
from starterspad.pages.page_inputs import PageInputs


@dataclass(frozen=True)
class ToyPage:
    """The toy, as it is."""

    toy: Toy


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of each toy."""
    for id, toy in inputs.catalog.of(TOY).items():
        yield record_page(inputs, ToyPage(toy), f"toys/{id}/", toy.title, toy.text)
'''
TEMPLATE = '<h1>{{ text(toy.title) }}</h1>\n<p class="lead">{{ text(toy.text) }}</p>\n'
LIST = '''"""Who lends."""

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.kinds import LENDER
from starterspad.content.models.toy import Lender
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs


@dataclass(frozen=True)
class LendersPage:
    """Everybody who lends."""

    lenders: tuple[tuple[str, Lender], ...]


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the list of lenders."""
    lenders = tuple(inputs.catalog.of(LENDER).items())
    yield single_page(inputs, LendersPage(lenders), "fair-lenders/", "fair-lenders")
'''
LIST_TEMPLATE = """\
<h1>{{ message("fair-lenders.title") }}</h1>
{% for id, lender in lenders %}<h2 id="{{ id }}">{{ text(lender.title) }}</h2>
{% endfor %}
"""
LIST_WORDS = "fair-lenders:\n  title: Who lends\n  description: Who lends things to starters.\n"
LENDERS = "- id: shed\n  title: {en: The shed of tools}\n  text: {en: It lends hammers.}\n"
WHEELBARROW = """\
title: {en: Borrow a wheelbarrow}
text: {en: "It stands behind the desk, beside [the number](../../tasks/register/)."}
when: {stage: started}
"""


@dataclass(frozen=True)
class Town:
    """A copy of the package that knows toys, and a town that has one."""

    package: Path
    root: Path

    def portal(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = (sys.executable, "-m", "starterspad", *arguments, "--root", str(self.root))
        environment = os.environ | {"PYTHONPATH": str(self.package)}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    folder = tmp_path_factory.mktemp("toys")
    town = Town(folder / "generator", folder / "town")
    shutil.copytree(TINY, town.root)
    # The copy has the same scripts, and nothing to make them with: they are kept for whoever asks next.
    site_scripts()
    ignored = shutil.ignore_patterns("__pycache__", "node_modules")
    package = town.package / "starterspad"
    shutil.copytree(REPOSITORY / "generator" / "starterspad", package, ignore=ignored)
    (package / "content/models/toy.py").write_text(MODEL, "utf-8")
    (package / "pages/toy.py").write_text(PAGE, "utf-8")
    (package / "pages/toy.html").write_text(TEMPLATE, "utf-8")
    (package / "pages/fair_lenders.py").write_text(LIST, "utf-8")
    (package / "pages/fair_lenders.html").write_text(LIST_TEMPLATE, "utf-8")
    for words in (package / "locales").glob("*.yml"):
        words.write_text(words.read_text("utf-8") + LIST_WORDS, "utf-8")
    path = package / "content/kinds.py"
    text = path.read_text("utf-8")
    for before, added in (
        ("from starterspad.content.models.worksheet", "from starterspad.content.models.toy import Lender, Toy\n"),
        ("PARTNER = ", ENTRY),
        ("    PARTNER,\n", "    TOY,\n    LENDER,\n"),
    ):
        assert text.count(before) == 1
        text = text.replace(before, added + before)
    path.write_text(text, "utf-8")
    assert town.portal("register").returncode == 0
    assert town.portal("check").returncode == 0, "what an instance has nothing of is no fault in its registry"
    (town.root / "content/toys").mkdir()
    (town.root / "content/lenders.yml").write_text(LENDERS, "utf-8")
    (town.root / "content/toys/wheelbarrow.yml").write_text(WHEELBARROW, "utf-8")
    assert town.portal("register").returncode == 0
    built = town.portal("build", "--out", str(folder / "site"))
    assert built.returncode == 0, built.stderr
    return town


def test_its_page_is_there_with_its_words(town: Town) -> None:
    page = (town.root.parent / "site/en/toys/wheelbarrow/index.html").read_text("utf-8")
    assert "<h1>Borrow a wheelbarrow</h1>" in page
    assert "<title>Borrow a wheelbarrow" in page


def test_search_and_the_sitemap_know_it(town: Town, engine: Engine) -> None:
    search = search_of(engine, town.root.parent / "site/en")
    assert search.paths("wheelbarrow")[0] == "toys/wheelbarrow/"
    assert "/en/toys/wheelbarrow/</loc>" in (town.root.parent / "site/sitemap.xml").read_text("utf-8")


def test_a_list_has_its_page_its_place_in_the_footer_and_its_records_in_the_search(town: Town, engine: Engine) -> None:
    site = town.root.parent / "site"
    assert '<h2 id="shed">The shed of tools</h2>' in (site / "en/fair-lenders/index.html").read_text("utf-8")
    assert '<a href="../../en/fair-lenders/">Who lends</a>' in (site / "en/plan/index.html").read_text("utf-8")
    assert "/en/fair-lenders/</loc>" in (site / "sitemap.xml").read_text("utf-8")
    assert {"fair-lenders/", "fair-lenders/#shed"} <= set(search_of(engine, site / "en").pages())


def test_its_schema_knows_the_questions_and_forbids_other_keys(town: Town) -> None:
    schema = json.loads(town.portal("schema", "toy").stdout)
    assert schema["title"] == "Toy"
    assert schema["additionalProperties"] is False
    assert "stage" in schema["properties"]["when"]["anyOf"][0]["properties"]


def test_its_ids_are_registered_and_missed_when_they_go(town: Town, tmp_path: Path) -> None:
    assert (town.root / "content/registry/toys/wheelbarrow").is_file()
    later = Town(town.package, tmp_path / "town")
    shutil.copytree(town.root, later.root)
    (later.root / "content/toys/wheelbarrow.yml").rename(later.root / "content/toys/barrow.yml")
    assert 'the toy "wheelbarrow" was published and is gone' in later.portal("check").stdout
    with (later.root / "content/toys/barrow.yml").open("a", encoding="utf-8") as file:
        file.write("aliases: [wheelbarrow]\n")
    assert later.portal("check").returncode == 0


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("titel: {en: A}", 'unknown key "titel"\n  did you mean "title"?'),
        ("facts: [no-such-fact]", 'unknown fact "no-such-fact"'),
        ("unless: {stage: gone}", 'unknown option of stage "gone" in unless'),
        ("tasks: [no-such-step]", 'unknown task "no-such-step" in tasks'),
        ("text: {en: 'See [this](../nowhere/).'}", 'the link "../nowhere/" leads to no page'),
        ("text: {en: 'See [all](../../toys/).'}", 'the link "../../toys/" leads to no page'),
    ],
)
def test_what_is_wrong_in_it_is_told_with_its_line(town: Town, tmp_path: Path, line: str, words: str) -> None:
    wrong = Town(town.package, tmp_path / "town")
    shutil.copytree(town.root, wrong.root)
    kept = [other for other in WHEELBARROW.splitlines() if other.partition(":")[0] != line.partition(":")[0]]
    text = "\n".join([*kept, line])
    (wrong.root / "content/toys/wheelbarrow.yml").write_text(text + "\n", "utf-8")
    told = wrong.portal("check").stdout
    assert f"content/toys/wheelbarrow.yml:{len(kept) + 1}: {words}" in told


def test_a_written_page_may_not_take_its_folder(town: Town, tmp_path: Path) -> None:
    wrong = Town(town.package, tmp_path / "town")
    shutil.copytree(town.root, wrong.root)
    (wrong.root / "content/pages/en/toys.md").write_text("---\ntitle: Toys\ndescription: Toys\n---\n\nToys.\n", "utf-8")
    assert 'the page name "toys" is used by the portal' in wrong.portal("check").stdout
