"""`portal diff` and `portal review`."""

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
    (head / "content/personas").mkdir(parents=True)
    (head / "content/personas/maker.yml").write_text("answers: {groups: maker}\n", "utf-8")
    text = portal("diff", instance, head).output
    assert text.startswith("holds for others now. task/study when: groups: student → groups: student, maker\n")
    assert "\n20.0% of 60 answer combinations get another plan. This is no share of people.\n" in text
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


NOTICE = "- id: works\n  text: {en: Come in the morning.}\n  until: 2026-06-30\n"


def with_notice(instance: Path, tmp_path: Path) -> Path:
    head = tmp_path / "head"
    shutil.copytree(instance, head)
    (head / "content/notices.yml").write_text(NOTICE, "utf-8")
    return head


def test_both_sides_of_a_diff_are_judged_on_the_same_day(instance: Path, tmp_path: Path) -> None:
    head = with_notice(instance, tmp_path)

    def opened(day: str) -> list[str]:
        report = json.loads(portal("diff", instance, head, "--today", day, "--format", "json").output)
        return [problem["check"] for problem in report["opened"]]

    assert opened("2026-06-30") == []
    assert opened("2026-07-01") == ["ended"]
    # What lies ahead on both sides did not come with the change.
    assert opened("2025-01-01") == []


def test_the_instance_of_the_root_is_the_head_where_none_is_named(instance: Path, tmp_path: Path) -> None:
    head = with_notice(instance, tmp_path)
    for command in ("diff", "review"):
        options = ("--today", "2026-07-01", "--format", "json")
        named = portal(command, instance, head, *options)
        assert portal(command, instance, "--root", head, *options).output == named.output


def test_review_judges_as_of_the_day_that_is_asked(instance: Path, tmp_path: Path) -> None:
    head = with_notice(instance, tmp_path)

    def problems(base: Path, day: str) -> list[tuple[str, bool]]:
        report = json.loads(portal("review", base, head, "--today", day, "--format", "json").output)
        return [(problem["check"], problem["before"]) for problem in report["problems"]]

    assert problems(instance, "2026-06-30") == []
    assert problems(instance, "2026-07-01") == [("ended", False)]
    assert problems(head, "2026-07-01") == [("ended", True)]


def test_review_is_there_as_markdown(instance: Path, tmp_path: Path) -> None:
    head, summary = with_notice(instance, tmp_path), tmp_path / "summary.md"
    result = portal("review", instance, head, "--today", "2026-06-30", "--format", "markdown", "--summary", summary)
    assert result.output == summary.read_text("utf-8")
    assert result.output.startswith("## Look at this first\n\n- notice/works is new")
    assert "\n## What this change does\n" in result.output
