"""What the instance says is its own, and every figure of it comes from a dated fact."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator
from os.path import dirname, normpath
from pathlib import Path
from typing import Any

import pytest
import yaml
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.content.texts import texts

from tests.conftest import REPOSITORY, SiteOf
from tests.support.built_sites import root_of
from tests.support.js_engine import Engine
from tests.support.searching import search_of

# One hash a line, of every seven words in a row of the articles that the portal was made from: the first ten digits of
# SHA-256 of the words in small letters with a space between. The articles themselves are not ours to publish.
DOCUMENTS = frozenset((REPOSITORY / "tests/fixtures/cases/documents.txt").read_text("utf-8").split())
SHARED_AT_MOST = 7


QUESTIONS = yaml.safe_load((REPOSITORY / "tests/fixtures/cases/questions.yml").read_text("utf-8"))
ASKED = [(case, language) for case in QUESTIONS for language in ("nl", "fr", "en")]


def read(path: Path) -> str:
    """Return the words of a page that are its own: not those of its frame, nor of quotations."""
    page = path.read_text("utf-8")
    article = re.search(r"<article[^>]*>(.*)</article>", page, re.DOTALL)
    words = re.sub(r"<(q|blockquote|template|script)\b.*?</\1>", " ", article[1] if article else page, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", " ", words))


def pages(site: Path) -> Iterator[Path]:
    yield from (path for path in sorted(site.rglob("*.html")) if path.parent != site)


def sequences(text: str, length: int = SHARED_AT_MOST) -> Iterator[str]:
    words = re.findall(r"\w+", text.lower())
    yield from (" ".join(words[start : start + length]) for start in range(len(words) - length + 1))


def digest(sequence: str) -> str:
    return hashlib.sha256(sequence.encode()).hexdigest()[:10]


@pytest.fixture(scope="module", params=["ghent", "groningen"])
def city(request: pytest.FixtureRequest, site_of: SiteOf) -> tuple[Catalog, Path]:
    """A real city's catalog and its site."""
    return load_catalog(root_of(request.param)), site_of(request.param)


def test_no_seven_words_in_a_row_come_from_the_articles(city: tuple[Catalog, Path]) -> None:
    assert len(DOCUMENTS) > 4000
    _, site = city
    # Most of what a page says stands on others too.
    written = {sequence for path in pages(site) for sequence in sequences(read(path))}
    assert {sequence for sequence in written if digest(sequence) in DOCUMENTS} == set()


def figures(text: str, marks: tuple[str, ...]) -> set[str]:
    """Return the numbers that stand beside a mark such as a currency or a percent sign, without their separators."""
    mark = "|".join(map(re.escape, marks))
    number = r"\d(?:[\d.,\s]*\d)?"
    between = rf"(?:(?:{mark})\s?({number}))|(?:({number})\s?(?:{mark})(?!\w))"
    found = (match[1] or match[2] for match in re.finditer(between, text, re.IGNORECASE))
    return {re.sub(r"[.,\s]", "", one) for one in found}


@pytest.mark.parametrize("text", ["1.250,50 euro", "EUR 1,250.50", "1 250,50\u00a0euros"])
def test_a_figure_is_the_same_in_every_way_of_writing(text: str) -> None:
    assert figures(f"It is {text}, or 3 days.", ("euro", "euros", "EUR")) == {"125050"}


def test_every_amount_and_percentage_on_a_page_comes_from_a_fact(city: tuple[Catalog, Path]) -> None:
    catalog, site = city
    marks = catalog.site.figure_marks
    dated = "\n".join(
        text for fact in catalog.facts.values() for each in (fact.text, fact.value or {}) for text in each.values()
    )
    known = figures(dated, marks)
    # A sum that is part of another one, as in "from 500 to 25.000 euro".
    known |= {re.sub(r"[.,\s]", "", number) for number in re.findall(r"\d[\d.,\u00a0 ]*\d|\d", dated)}
    # A calculator shows what may be filled in and what an example comes to; its texts are judged as all others are.
    others = (path for path in pages(site) if path.parent.parent.name != "calculators")
    seen = {path: figures(read(path), marks) for path in others}
    assert sum(map(len, seen.values())) > 50
    assert {(path.relative_to(site).as_posix(), one) for path, found in seen.items() for one in found - known} == set()


@pytest.mark.parametrize(
    ("case", "language"), ASKED, ids=lambda value: value if isinstance(value, str) else value["en"]
)
def test_search_finds_what_starters_ask(case: dict[str, Any], language: str, ghent_site: Path, engine: Engine) -> None:
    found = search_of(engine, ghent_site / language).paths(case[language])[:3]
    assert set(case["pages"]) & set(found), found


def links(page: str, site: Path) -> Iterator[str]:
    """Yield the pages of the site that a page leads to, by their names below it."""
    for href in set(re.findall(r'<a\b[^>]*\bhref="([^"#?:]*)', (site / page).read_text("utf-8"))):
        yield normpath(f"{dirname(page)}/{href}index.html" if href.endswith("/") else f"{dirname(page)}/{href}")


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_what_starters_ask_is_three_clicks_from_the_first_page(language: str, ghent_site: Path) -> None:
    pages = {path.relative_to(ghent_site).as_posix() for path in ghent_site.rglob("*.html")}
    reached = reading = {f"{language}/index.html"}
    for _ in range(3):
        reading = {target for page in reading for target in links(page, ghent_site)} & pages - reached
        reached = reached | reading
    asked = {f"{language}/{path}index.html" for case in QUESTIONS for path in case["pages"]}
    assert asked - reached == set()


def test_french_keeps_its_marks_with_the_word_before_them(ghent: Catalog) -> None:
    torn = re.compile(r"(?<=[^\s|:-]) (?:[?!;»]|:(?=\s|$))|« ")
    found = [text.location for text in texts(ghent) if text.language == "fr" and torn.search(text.words)]
    assert found == []
    words = ghent.messages["fr"].sentences.values()
    sentences = (text for entry in words for text in ([entry] if isinstance(entry, str) else entry.values()))
    assert [text for text in sentences if torn.search(text)] == []
