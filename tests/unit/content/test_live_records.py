"""Only a command says that something was seen where it stands."""

from __future__ import annotations

from pathlib import Path

from starterspad.content.loader import load_catalog
from starterspad.quality.checks import check

from tests.support.command_line import portal


def test_what_was_confirmed_counts_as_seen_live_until_somebody_looked_later(instance: Path) -> None:
    result = portal("confirm", "--root", instance, "task/register", "--by", "A. Clerk", "--today", "2026-03-01")
    assert result.exit_code == 0, result.output
    catalog = load_catalog(instance)
    task = catalog.tasks["register"]
    assert (task.seen, task.checked.isoformat()) == ("live", "2026-03-01")
    assert catalog.tasks["study"].seen != "live"
    path = instance / "content/tasks/register.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("checked: 2026-01-01", "checked: 2026-04-01"), "utf-8")
    assert load_catalog(instance).tasks["register"].seen != "live"


def test_the_last_time_of_each_record_is_kept(instance: Path) -> None:
    for id, day in (("task/study", "2026-02-01"), ("task/register", "2026-03-01"), ("task/study", "2026-05-01")):
        assert portal("confirm", "--root", instance, id, "--by", 'A "b"', "--today", day).exit_code == 0
    lines = (instance / "content/seen_live.yml").read_text("utf-8").splitlines()
    assert lines[1:] == [
        r'- {kind: task, id: register, on: 2026-03-01, by: "A \"b\""}',
        r'- {kind: task, id: study, on: 2026-05-01, by: "A \"b\""}',
    ]
    assert [problem for problem in check(load_catalog(instance)) if problem.severity == "error"] == []


def test_what_does_not_exist_cannot_be_confirmed(instance: Path) -> None:
    for id in ("task/nothing", "phase/start", "fact/"):
        assert portal("confirm", "--root", instance, id, "--by", "A").exit_code == 1


def test_nobody_writes_live_by_hand(instance: Path) -> None:
    path = instance / "content/tasks/register.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("seen: archived", "seen: live").replace("seen: told", "seen: live"), "utf-8")
    (problem,) = [problem for problem in check(load_catalog(instance)) if problem.check == "seen"]
    assert problem.message == 'the task "register" is said to be seen live by hand'
    assert "portal confirm task/register" in problem.remedy
