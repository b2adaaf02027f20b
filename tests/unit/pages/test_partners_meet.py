"""Partners who meet read who does what, what is missing first, and never how to reach a person."""

from __future__ import annotations

import re

from starterspad.content.catalog import Catalog

from tests.support.rendered_pages import bodies


def test_the_agenda_begins_with_what_nobody_does_and_names_every_organisation(town: Catalog) -> None:
    body = bodies(town, "en")["partners-meet/"]
    topics = re.findall(r'<li class="agenda__topic"><h4><a href="\.\./tasks/([\w-]+)/', body)
    assert 0 < len(topics) <= 8
    assert len(set(topics)) == len(topics)
    for task in topics:
        assert f'href="../join/#task={task}"' in body
    for id, partner in town.partners.items():
        assert (f'href="../partners/{id}/"' in body) == partner.helps
        if partner.confirmed:
            assert partner.confirmed.by not in body
