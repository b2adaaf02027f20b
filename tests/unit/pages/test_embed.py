"""What stands on other people's sites."""

from __future__ import annotations

from xml.etree import ElementTree

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import SITE
from starterspad.pages.embed import embeds, render_embeds


def test_what_stands_on_other_sites_is_plain_and_says_where_it_comes_from(town: Catalog) -> None:
    for language in town.site.languages:
        made = dict(render_embeds(town, language, "assets/x", "default-src 'self'"))
        assert len(made) == 4
        for path, text in made.items():
            assert "<script" not in text
            if path.endswith(".svg"):
                assert ElementTree.fromstring(text).tag.endswith("svg")
        for one in embeds(town, language):
            assert f"{town.site.base_url}embed/{language}-{one.scheme}.html" in one.card_code
            assert "<script" not in one.card_code + one.badge_code


def test_a_badge_is_as_wide_as_its_longest_line(tiny: Catalog) -> None:
    def width(name: str) -> int:
        site = tiny.site.model_copy(update={"name": {"en": name}})
        return embeds(tiny.with_records(SITE, {SITE.name: site}), "en")[0].width

    assert width("Town") == 160
    assert width("T" * 20) < width("T" * 40)
    assert width("町" * 20) == width("T" * 40)
