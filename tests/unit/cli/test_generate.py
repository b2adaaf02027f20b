"""`portal schema`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.support.command_line import portal


def test_schema_prints_one_or_all(instance: Path) -> None:
    assert json.loads(portal("schema", "--root", instance, "partner").output)["title"] == "Partner"
    assert set(json.loads(portal("schema", "--root", instance).output)) >= {"partner", "task", "questions"}
