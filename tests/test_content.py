"""What the instance says is its own, and every figure of it comes from a dated fact."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.catalog import Catalog
from tests.conftest import REPOSITORY

# One hash a line, of every seven words in a row of the articles that the portal was made from: the first ten digits of
# SHA-256 of the words in small letters with a space between. The articles themselves are not ours to publish.
DOCUMENTS = frozenset((REPOSITORY / "tests/cases/documents.txt").read_text("utf-8").split())
SHARED_AT_MOST = 7


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


def test_no_seven_words_in_a_row_come_from_the_articles(ghent_site: Path) -> None:
    assert len(DOCUMENTS) > 4000
    shared = {
        sequence for path in pages(ghent_site) for sequence in sequences(read(path)) if digest(sequence) in DOCUMENTS
    }
    assert shared == set()


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


def test_every_amount_and_percentage_on_a_page_comes_from_a_fact(ghent: Catalog, ghent_site: Path) -> None:
    marks = ghent.site.figure_marks
    dated = "\n".join(
        text for fact in ghent.facts.values() for each in (fact.text, fact.value or {}) for text in each.values()
    )
    known = figures(dated, marks)
    # A sum that is part of another one, as in "from 500 to 25.000 euro".
    known |= {re.sub(r"[.,\s]", "", number) for number in re.findall(r"\d[\d.,\u00a0 ]*\d|\d", dated)}
    seen = {path: figures(read(path), marks) for path in pages(ghent_site)}
    assert sum(map(len, seen.values())) > 100
    assert {
        (path.relative_to(ghent_site).as_posix(), one) for path, found in seen.items() for one in found - known
    } == set()
