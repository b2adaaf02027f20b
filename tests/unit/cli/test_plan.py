"""`portal plan`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command_line import portal


@pytest.mark.parametrize("form", ["json", "yml"])
def test_plan_prints_the_plan(form: str, instance: Path, tmp_path: Path) -> None:
    answers = {"answers": {"stage": "idea", "groups": ["student"], "way": "dont-know"}}
    path = tmp_path / f"answers.{form}"
    path.write_text(json.dumps(answers))
    plan = json.loads(portal("plan", "--root", instance, "--answers", path, "--today", "2026-02-01").output)
    assert plan == {
        "schema": 1, "date": "2026-02-01", "aged": [],
        "tasks": [
            {
                "id": "talk-first", "phase": "first", "verdict": "yes", "reasons": [], "missing": [],
                "services": [{"partner": "town-desk", "service": "desk", "verdict": "unknown", "reasons": [],
                                  "missing": ["place"]}],
                "order": "now", "helper": "town-desk/desk", "ways": ["web"], "why_first": ["only"],
            },
            {
                "id": "study", "phase": "first", "verdict": "yes",
                "reasons": [{"question": "groups", "options": ["student"]}], "missing": [], "services": [],
                "order": "waits", "helper": None, "ways": [], "why_first": [],
            },
            {
                "id": "register", "phase": "second", "verdict": "unknown", "reasons": [], "missing": ["way"],
                "services": [{"partner": "town-desk", "service": "number", "verdict": "yes", "reasons": [],
                                  "missing": []}],
                "order": "waits", "helper": "town-desk/number", "ways": ["web"], "why_first": ["only"],
            },
        ],
    }  # fmt: skip


def test_plan_names_wrong_answers(instance: Path, tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text('{"answers": {"stage": "idee"}}')
    result = portal("plan", "--root", instance, "--answers", path)
    assert result.exit_code == 1
    assert 'answers.json:1: unknown option "idee" of stage\n  did you mean "idea"?' in result.output
    assert portal("plan", "--root", instance, "--answers", tmp_path / "none.json").exit_code != 0


def test_plan_says_what_of_it_is_to_be_checked_again_by_that_day(instance: Path, tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text('{"answers": {"stage": "idea", "groups": ["maker"], "way": "own-number"}}')
    plan = json.loads(portal("plan", "--root", instance, "--answers", path, "--today", "2027-01-01").output)
    assert plan["date"] == "2027-01-01"
    # Nobody with these answers reads the task for students.
    assert [(record["kind"], record["id"]) for record in plan["aged"]] == [
        ("partner", "town-desk"), ("task", "register"), ("task", "talk-first"),
    ]  # fmt: skip


def test_plan_is_there_as_text(instance: Path, tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text('{"answers": {"stage": "idea", "groups": ["student"], "way": "dont-know"}}')
    arguments = ("plan", "--root", instance, "--answers", path, "--format", "text")
    assert portal(*arguments, "--today", "2026-02-01").output == (
        "first\n  talk-first (now)\n    town-desk/desk, perhaps: place (web)\n  study\n"
        "second\n  register, perhaps: way\n    town-desk/number (web)\n"
    )
    assert "To check again (4):\n  2026-01-01 partner town-desk\n" in portal(*arguments, "--today", "2027-01-01").output
