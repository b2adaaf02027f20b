"""Pages are made of records, escaped and in the reader's language."""

from __future__ import annotations

from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog

from tests.conftest import Write
from tests.support.rendered_pages import ATTACK, Tags, bodies, pages


def test_every_record_has_its_page_in_every_language(town: Catalog) -> None:
    for language in town.site.languages:
        paths = set(bodies(town, language))
        assert {f"tasks/{id}/" for id in town.tasks} <= paths
        assert {f"partners/{id}/" for id in town.partners} <= paths
        assert {f"phases/{id}/" for id in town.phases} <= paths
        assert {"", "questions/", "plan/", "search/", "phases/", "tasks/", "partners/"} <= paths


def test_every_page_has_one_heading_a_title_and_a_description(town: Catalog) -> None:
    for page in pages(town, "nl"):
        assert page.title
        assert page.description
        if page.path != "questions/":  # its screens each have one, and one is shown at a time
            assert page.body.count("<h1") == 1, page.path


def test_hostile_words_stay_words(instance: Path, write: Write) -> None:
    text = (instance / "partners/town-desk.yml").read_text("utf-8")
    text = text.replace("name: Town desk", f'name: "{ATTACK}"').replace("City office", f'"{ATTACK}"')
    text = text.replace("Answers questions at the desk.", f'"{ATTACK}"').replace("A talk at the desk", f'"{ATTACK}"')
    write("partners/town-desk.yml", text)
    catalog = load_catalog(instance)
    assert not catalog.problems
    for path, body in bodies(catalog, "en").items():
        tags = Tags(body).tags
        # The one page with pictures shows our own badges.
        assert not {"script", "img"} & {tag for tag, _ in tags} - ({"img"} if path == "embed/" else set()), path
        assert not [name for _, attributes in tags for name in attributes if name.startswith("on")], path
        assert "49" not in body


def test_no_page_holds_inline_style_or_script(town: Catalog) -> None:
    for path, body in bodies(town, "fr").items():
        for tag, attributes in Tags(body).tags:
            # The one page with frames shows our own cards.
            if tag == "script":
                # Data that no browser runs.
                assert path.startswith("events/"), path
                assert attributes == {"type": "application/ld+json"}
                continue
            assert tag not in ("style", "iframe", "object") or (path, tag) == ("embed/", "iframe"), path
            assert not [name for name in attributes if name == "style" or name.startswith("on")], path


def test_a_page_that_lists_records_is_there_when_there_are_any(town: Catalog, tiny: Catalog) -> None:
    optional = {"glossary/", "programmes/", "routes/", "mirror/", "outcomes/", "risks/"}
    optional |= {"worksheets/", "workbook/", "loans/", "calculators/"}
    assert optional <= bodies(town, "en").keys()
    assert not optional & bodies(tiny, "en").keys()


def test_pages_that_list_come_before_those_of_records(town: Catalog) -> None:
    layouts = [page.layout for page in pages(town, "en")]
    assert layouts == sorted(layouts, key="record".__eq__)
    assert layouts[0] == "home"
