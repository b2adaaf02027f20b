"""`portal diff`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.support.command_line import portal


def test_diff_says_what_a_change_does_as_text_markdown_and_json(instance: Path, tmp_path: Path) -> None:
    head = tmp_path / "head"
    shutil.copytree(instance, head)
    study = head / "content/tasks/study.yml"
    study.write_text(study.read_text("utf-8").replace("{groups: student}", "{groups: [student, maker]}"), "utf-8")
    (head / "tests/personas").mkdir(parents=True)
    (head / "tests/personas/maker.yml").write_text("answers: {groups: maker}\n", "utf-8")
    text = portal("diff", instance, head).output
    assert text.startswith("20.0% of 60 answer combinations get another plan. This is no share of people.\n")
    assert "  study: 40.0%, 20.0% → 60.0%, 20.0%\n" in text
    assert "  maker: + study\n" in text
    markdown = portal("diff", instance, head, "--format", "markdown").output
    assert "### Personas\n\n- maker: + study\n" in markdown
    report = json.loads(portal("diff", instance, head, "--format", "json").output)
    assert (report["profiles"], report["affected"]) == (60, 12)
    assert report["personas"] == {"maker": {"come": ["study"], "go": []}}


def test_diff_of_what_is_broken_says_so(instance: Path, tmp_path: Path) -> None:
    head = tmp_path / "head"
    shutil.copytree(instance, head)
    (head / "content/tasks/study.yml").write_text("phase: nowhere\n", "utf-8")
    result = portal("diff", instance, head)
    assert result.exit_code == 1
    assert "Nothing was changed." in result.output
