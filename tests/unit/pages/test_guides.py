"""The list of guides."""

from __future__ import annotations

from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import GUIDE
from starterspad.content.loader import load_catalog

from tests.conftest import Write
from tests.support.rendered_pages import bodies

HAIR = """\
kind: trade
order: 10
title: {en: Hair and beauty}
summary: {en: A salon of your own.}
text: {en: Flanders asks for no diploma.}
tasks: [register]
"""


def test_a_kind_of_guide_that_an_instance_does_not_have_is_not_named(tiny: Catalog) -> None:
    say = tiny.messages["en"].format
    assert f'<h2 id="groups">{say("guides.groups")}</h2>' in bodies(tiny, "en")["guides/"]
    themes = {id: guide for id, guide in tiny.guides.items() if guide.kind == "theme"}
    body = bodies(tiny.with_records(GUIDE, themes), "en")["guides/"]
    assert say("guides.groups") not in body
    assert say("guides.trades") not in body
    assert body.index('href="../guides/papers/"') < body.index('href="../guides/hard-times/"')


def test_the_guide_of_a_trade_stands_on_the_list_on_the_plan_and_on_its_steps(instance: Path, write: Write) -> None:
    write("content/guides/hair.yml", HAIR)
    pages = bodies(load_catalog(instance), "en")
    for path in ("guides/", "plan/"):
        assert '<a href="../guides/hair/">Hair and beauty</a>' in pages[path].replace('class="row__title" ', "")
    steps = [path for path in pages if path.startswith("tasks/") and "guides/hair/" in pages[path]]
    assert steps == ["tasks/register/"]
