"""Who does what, and what is missing, in sentences."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.pages.gaps import Report
from starterspad.pages.localizer import Localizer
from starterspad.quality.coverage import coverage_of

from tests.conftest import Write
from tests.support.rendered_pages import bodies


def test_the_page_of_gaps_says_every_state_in_words_and_offers_two_doors(ghent: Catalog) -> None:
    for language in ghent.site.languages:
        body, say = bodies(ghent, language)["gaps/"], ghent.messages[language].format
        cells = re.findall(r'<td class="heat--(\w+)">([^<]*)</td>', body)
        assert len({state for state, _ in cells}) == 6
        for state, words in cells:
            count = int("".join(filter(str.isdigit, words)) or 0)
            assert words == say(f"supply.{state}", count=count)
        told = body.count('class="gap__what"')
        assert told > 10
        assert body.count(say("gaps.we_can")) == body.count(say("gaps.set_up")) == told


def test_a_gap_is_a_sentence_that_names_what_is_asked_for(instance: Path, write: Write) -> None:
    text = (instance / "partners/town-desk.yml").read_text("utf-8")
    write("partners/town-desk.yml", text.replace("    area: country\n    cost: paid", "    languages: [nl]"))
    config = (instance / "site_config.yml").read_text("utf-8")
    config = config.replace(
        "{id: elsewhere, title: {en: Elsewhere}}", "{id: elsewhere, title: {en: Elsewhere}, where: {en: far away}}"
    )
    write("site_config.yml", config)
    coverage = coverage_of(load_catalog(instance))
    report = Report(coverage, Localizer(coverage.catalog.messages["en"], "en"), datetime.date(2027, 6, 1))
    assert [sentence for _, sentence in report.missing] == [
        "Nobody helps in English with “Register”.",
        "Nobody helps far away with “Register”.",
        "Nobody helps far away with “Talk to someone”.",
    ]
    assert [sentence for _, sentence in report.single] == [
        "Only Town desk helps with “Register”.",
        "Only Town desk helps with “Talk to someone”.",
    ]
    assert [sentence for _, sentence in report.unknown] == [
        "For 2 steps we do not know who helps free of charge.",
        "For 1 step we do not know who helps in English.",
    ]
    assert [one.id for one in report.aged] == ["town-desk", "register", "talk-first", "study"]
