"""The page of a task tells where its figures come from, and what stands around it."""

from __future__ import annotations

from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog

from tests.conftest import Write
from tests.support.rendered_pages import bodies


def test_a_task_names_its_source_year_and_helpers(town: Catalog) -> None:
    body = bodies(town, "en")["tasks/kbo/"]
    assert "EUR 105.50" in body
    assert "valid: 2024" in body
    assert "https://www.vlaio.be/begeleiding-advies" in body
    assert "../../partners/acerta/" in body
    read = bodies(town, "nl")["tasks/zichtrekening/"].partition("<template")[0]
    assert read.count("Deze stap doe je zelf.") == 1


FACTS = """\
- id: fee
  text: {en: "A number costs {fact: fee}."}
  value: {en: ten coins}
  source: https://desk.example/fee
  source_kind: official
  source_date: "2026-03"
  valid: {en: "2026"}
  seen: copy
  checked: 2026-11-01
- id: once
  text: {en: "It was free once."}
  source: https://desk.example/once
  historic: true
  valid_until: 2025-12-31
  seen: news
  checked: 2024-01-01
"""


def test_facts_stand_with_their_source_and_dates_and_the_old_ones_last_and_marked(instance: Path, write: Write) -> None:
    write("content/facts/desk.yml", FACTS)
    text = (instance / "content/tasks/register.yml").read_text("utf-8")
    write("content/tasks/register.yml", text.replace("You need a number.", '"Pay {fact: fee}."') + "facts: [once]\n")
    body = bodies(load_catalog(instance), "en")["tasks/register/"]
    assert "Pay ten coins." in body
    shown = body[body.index('<li id="fact-fee">') : body.index("</ul>", body.index('<li id="fact-once">'))]
    fee, once = shown.split('<li id="fact-once">')
    assert "A number costs ten coins." in fee
    assert "valid: 2026" in fee
    assert "https://desk.example/fee" in fee
    assert "found in a copy of an official page (March 2026)" in fee
    assert "read in the news (undated)" in once
    assert "This held until December 31, 2025." in once
    assert 'class="old"' not in fee
    assert "over two years ago" in once
    assert "It is not the rule today." in once


def test_a_task_leads_to_the_steps_around_it_and_to_someone_to_talk_to(tiny: Catalog) -> None:
    found = bodies(tiny, "en")
    assert '<li><a href="../../tasks/talk-first/">Talk to someone</a></li>' in found["tasks/register/"]
    assert '<p class="talk">' in found["tasks/register/"]
    after = found["tasks/talk-first/"]
    for id in ("register", "study"):
        assert f'<li><a href="../../tasks/{id}/">' in after
    assert '<p class="talk"><a href="../../talk/">' in after


def test_changes_of_a_task_stand_newest_first(instance: Path, write: Write) -> None:
    text = (instance / "content/tasks/study.yml").read_text("utf-8")
    changes = "changes: [{on: 2026-01-02, note: {en: Earlier}}, {on: 2026-02-03, note: {en: Later}}]\n"
    write("content/tasks/study.yml", text + changes)
    body = bodies(load_catalog(instance), "en")["tasks/study/"]
    assert body.index("February 3, 2026: Later") < body.index("January 2, 2026: Earlier")
