"""The feed of what changed."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.output.feed import render_feed

from tests.conftest import Write
from tests.support.rendered_pages import bodies

ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_tells_every_change_of_every_step_newest_first(town: Catalog) -> None:
    wanted = sum(len(task.changes) for task in town.tasks.values())
    assert wanted
    for language in town.site.languages:
        feed = ElementTree.fromstring(render_feed(town, language))
        entries = feed.findall(f"{ATOM}entry")
        assert len(entries) == wanted
        days = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
        assert days == sorted(days, reverse=True)
        assert feed.findtext(f"{ATOM}updated") == days[0]
        ids = {entry.findtext(f"{ATOM}id") for entry in entries}
        assert len(ids) == wanted
        links = {link.get("href", "") for link in feed.iter(f"{ATOM}link")}
        assert all(link.startswith(f"{town.site.base_url}{language}/") for link in links)


def ids_at(address: str, instance: Path) -> set[str]:
    config = instance / "site_config.yml"
    config.write_text(re.sub(r"(?m)^base_url: .*$", f"base_url: {address}", config.read_text("utf-8")), "utf-8")
    feed = ElementTree.fromstring(render_feed(load_catalog(instance), "en"))
    found = [id.text or "" for id in feed.iter(f"{ATOM}id")]
    assert len(set(found)) == len(found) == 3
    return set(found)


def test_two_portals_of_one_host_share_no_id(instance: Path, write: Write) -> None:
    text = (instance / "content/tasks/study.yml").read_text("utf-8")
    change = "  - {on: 2026-02-01, note: {en: New.}}\n"
    write("content/tasks/study.yml", f"{text}changes:\n{change}{change.replace('New', 'Also new')}")
    places = ("https://portal.example/ghent/", "https://portal.example/antwerp/", "https://portal.example/")
    one, other, top = (ids_at(place, instance) for place in places)
    assert "tag:portal.example,2026-02-01:ghent/en/study" in one
    assert "tag:portal.example,2026-02-01:en/study" in top
    assert not one & other
    assert not (one | other) & top


def test_words_of_a_change_stay_words_in_the_feed(instance: Path, write: Write) -> None:
    text = (instance / "content/tasks/study.yml").read_text("utf-8")
    write("content/tasks/study.yml", text + 'changes:\n  - {on: 2026-02-01, note: {en: "<b>]]>&amp; new"}}\n')
    feed = ElementTree.fromstring(render_feed(load_catalog(instance), "en"))
    assert feed.findtext(f"{ATOM}entry/{ATOM}summary") == "<b>]]>&amp; new"


def test_a_site_without_changes_has_a_feed_without_entries(tiny: Catalog) -> None:
    feed = ElementTree.fromstring(render_feed(tiny, "en"))
    assert feed.findall(f"{ATOM}entry") == []
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
    assert "Nothing has changed yet." in bodies(tiny, "en")["changes/"]
