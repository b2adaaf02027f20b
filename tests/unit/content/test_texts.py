"""The one walk over every text of an instance."""

from __future__ import annotations

from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.content.texts import all_texts, texts

from tests.conftest import Write


def test_a_text_knows_its_record_its_path_its_language_and_its_line(tiny: Catalog) -> None:
    title = next(text for text in texts(tiny) if (text.kind, text.id, text.path[0]) == ("task", "register", "title"))
    assert (title.path, title.language) == (("title", "en"), "en")
    assert title.words == tiny.tasks["register"].title["en"]
    assert title.location == tiny.location("task", "register", "title", "en")
    assert title.line_of(3) == title.location


def test_what_has_no_language_is_there_for_who_asks_for_all_texts(tiny: Catalog) -> None:
    phase = [text for text in all_texts(tiny) if (text.kind, text.id, text.path) == ("task", "register", ("phase",))]
    assert [(text.words, text.language) for text in phase] == [(tiny.tasks["register"].phase, "")]
    assert all(text.language for text in texts(tiny))


def test_texts_come_in_the_order_of_their_file(tiny: Catalog) -> None:
    lines = [text.location.line for text in all_texts(tiny) if (text.kind, text.id) == ("task", "register")]
    assert lines == sorted(lines)
    assert len(lines) > 10


def test_a_paragraph_of_a_page_counts_its_own_lines(instance: Path, write: Write) -> None:
    write("content/pages/en/about.md", "---\ntitle: About\ndescription: Us\n---\n# About\n\nFirst,\nthen second.\n")
    page = [text for text in all_texts(load_catalog(instance)) if (text.kind, text.id) == ("page", "en/about")]
    assert [(text.path, text.language, text.location.line) for text in page] == [
        (("title",), "", 2),
        (("description",), "", 3),
        (("body",), "en", 5),
        (("body",), "en", 7),
    ]
    assert page[-1].line_of(page[-1].words.index("second")).line == 8
