"""Who wants to talk first finds everybody who helps with that, and what to say, without a script."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import SITE

from tests.support.rendered_pages import bodies


def test_without_script_everybody_who_talks_stands_there_with_what_to_say(town: Catalog) -> None:
    body = bodies(town, "en")["talk/"]
    talk = town.site.talk_task
    partners = {id for id, _, service in town.services() if talk in service.helps_with}
    assert len(partners) > 3
    for id in partners:
        assert f'href="../partners/{id}/"' in body
    assert "<li>I am thinking of starting for myself.</li>" in body
    assert f'href="../tasks/{talk}/"' in body
    assert "<details" in body and " open>" in body


def test_where_nobody_helps_with_it_the_page_lists_nobody(tiny: Catalog) -> None:
    body = bodies(tiny, "en")["talk/"]
    assert ('data-part="all"' in body) == any(
        tiny.site.talk_task in service.helps_with for _, _, service in tiny.services()
    )


def test_who_wants_to_help_others_writes_to_the_city_and_its_forum_is_led_to(tiny: Catalog) -> None:
    assert "Let us know" not in bodies(tiny, "en")["talk/"]
    update = {"contact": "city@tiny.example", "forum": "https://talk.example/"}
    changed = tiny.with_records(SITE, {SITE.name: tiny.site.model_copy(update=update)})
    body = bodies(changed, "en")["talk/"]
    assert 'href="mailto:city@tiny.example?subject=I%20did%20this%20myself' in body
    assert 'href="https://talk.example/" rel="noopener"' in body
