"""The list of guides."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import GUIDE

from tests.support.rendered_pages import bodies


def test_a_kind_of_guide_that_an_instance_does_not_have_is_not_named(tiny: Catalog) -> None:
    say = tiny.messages["en"].format
    assert f"<h2>{say('guides.groups')}</h2>" in bodies(tiny, "en")["guides/"]
    themes = {id: guide for id, guide in tiny.guides.items() if guide.kind == "theme"}
    body = bodies(tiny.with_records(GUIDE, themes), "en")["guides/"]
    assert f"<h2>{say('guides.groups')}</h2>" not in body
    assert body.index('href="../guides/papers/"') < body.index('href="../guides/hard-times/"')
