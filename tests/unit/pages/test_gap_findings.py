"""Three findings stand first, each with one thing to do."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from starterspad.content.loader import load_catalog
from starterspad.pages.gap_findings import findings
from starterspad.pages.gap_report import Report
from starterspad.pages.localizer import Localizer
from starterspad.quality.coverage import coverage_of


@pytest.fixture
def sought(instance: Path) -> Path:
    """The tiny instance, where help for makers was looked for, and the desk registers nobody."""
    config = instance / "site_config.yml"
    config.write_text(config.read_text("utf-8") + "for_whom_questions: [groups]\n", "utf-8")
    return instance


def told(root: Path) -> list[tuple[str, str]]:
    coverage = coverage_of(load_catalog(root))
    messages = coverage.catalog.messages["en"]
    report = Report(coverage, Localizer(messages, "en"), datetime.date(2026, 11, 22))
    return [(finding.title, finding.href) for finding in findings(coverage, report, messages)]


def test_what_no_file_lacks_is_no_finding(sought: Path) -> None:
    assert told(sought) == [
        ("We know a phone number of 0 of the 1 organisations", "partners/"),
        ("2 steps depend on one organisation", "gaps/#single"),
    ]


def test_what_nobody_helps_with_comes_before_what_nobody_does_for_some(sought: Path) -> None:
    desk = sought / "partners/town-desk.yml"
    desk.write_text(desk.read_text("utf-8").replace("helps_with: [register]", "helps_with: [talk-first]"), "utf-8")
    register, talk = (sought / f"content/tasks/{id}.yml" for id in ("register", "talk-first"))
    register.write_text(register.read_text("utf-8") + "sought: {on: 2026-01-01}\n", "utf-8")
    talk.write_text(talk.read_text("utf-8") + "sought: {on: 2026-01-01, when: {groups: maker}}\n", "utf-8")
    text = desk.read_text("utf-8").replace(
        "helps_with: [talk-first]\n", "helps_with: [talk-first]\n    unless: {groups: maker}\n"
    )
    desk.write_text(text, "utf-8")
    assert [title for title, _ in told(sought)] == [
        "For 1 step we found nobody who helps",
        "For people who say “I make things” we found no help with “Talk to someone”",
        "We know a phone number of 0 of the 1 organisations",
    ]
    assert [href for _, href in told(sought)] == ["join/#task=register", "join/#task=talk-first", "partners/"]
