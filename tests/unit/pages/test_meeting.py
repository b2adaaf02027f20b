"""The meeting without scripts: letters in every language of the site, and a plan that was held."""

from __future__ import annotations

from starterspad.content.catalog import Catalog

from tests.support.rendered_pages import bodies


def test_letters_stand_in_each_language_that_of_the_page_first(town: Catalog) -> None:
    body = bodies(town, "fr")["meeting/"]
    places = [body.index(f'lang="{language}" dir="ltr"') for language in ("fr", "nl", "en")]
    assert places == sorted(places)
    assert body.count('<textarea rows="11"') == 2 * len(town.site.languages)


def test_the_plan_that_was_held_stands_there(tiny: Catalog) -> None:
    body = bodies(tiny, "en")["meeting/"]
    assert "6 rounds of 5 minutes, 30 minutes in all. No starter has to wait." in body
    assert 'Table 6 <span class="quiet">starters 17–19</span></th><td>F</td><td>E</td>' in body
