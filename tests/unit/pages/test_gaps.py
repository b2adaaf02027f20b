"""Who does what, and what is missing, in sentences."""

from __future__ import annotations

import re

from starterspad.content.catalog import Catalog

from tests.support.rendered_pages import bodies


def test_the_page_of_gaps_says_every_state_in_words_and_offers_two_doors(town: Catalog) -> None:
    for language in town.site.languages:
        body, say = bodies(town, language)["gaps/"], town.messages[language].format
        cells = re.findall(r'<td class="heat--(\w+)">([^<]*)</td>', body)
        assert len({state for state, _ in cells}) == 7
        for state, words in cells:
            count = int("".join(filter(str.isdigit, words)) or 0)
            assert words == say(f"supply.{state}", count=count)
        assert body.index('<li class="finding">') < body.index('class="laid')
        told = body.count('class="gap__what"')
        assert told > 10
        assert body.count(say("gaps.we_can")) == body.count(say("gaps.set_up")) == told
