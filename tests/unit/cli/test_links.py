"""`portal links`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Write
from tests.support.command_line import portal

NOTICE = "- id: works\n  text: {en: 'See https://works.example for the days.'}\n  until: 2026-06-30\n"


def listed(root: Path, day: str) -> dict[str, object]:
    result = portal("links", "--root", root, "--today", day, "--list", "--format", "json")
    assert result.exit_code == 0
    return {link["address"]: link["state"] for link in json.loads(result.output)["links"]}


def test_what_has_ended_by_that_day_is_not_looked_at(instance: Path, write: Write) -> None:
    write("content/notices.yml", NOTICE)
    during, after = listed(instance, "2026-06-30"), listed(instance, "2026-07-01")
    assert during.keys() - after.keys() == {"https://works.example"}
    assert set(after.values()) == {None}
