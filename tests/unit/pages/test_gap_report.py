"""What is missing is said in sentences."""

from __future__ import annotations

import datetime
from pathlib import Path

from starterspad.content.loader import load_catalog
from starterspad.pages.gap_report import Report
from starterspad.pages.localizer import Localizer
from starterspad.quality.coverage import coverage_of

from tests.conftest import Write


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
    assert [sentence for _, sentence in report.missing] == ["We found no help in English with “Register”."]
    assert [sentence for _, sentence in report.unsought] == [
        "Nobody looked yet for help far away with “Register”.",
        "Nobody looked yet for help far away with “Talk to someone”.",
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
