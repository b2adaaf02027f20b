"""The command line: it reads as a sentence and tells everything at once."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from starterspad.cli import main

Write = Callable[[str, str], Path]


def portal(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_help_names_every_command() -> None:
    text = portal("--help").output
    for command in ("build", "serve", "check", "plan", "diff", "report", "register", "schema"):
        assert f"  {command} " in text
        assert portal(command, "--help").exit_code == 0


def test_build_says_what_it_wrote(instance: Path, tmp_path: Path) -> None:
    result = portal("build", "--root", instance, "--out", tmp_path / "site", "--today", "2026-01-31")
    assert result.exit_code == 0, result.output
    assert result.output.startswith("Built 25 pages into ")
    assert (
        "0 files written"
        in portal("build", "--root", instance, "--out", tmp_path / "site", "--today", "2026-01-31").output
    )


def test_build_tells_every_problem_and_fails(instance: Path, tmp_path: Path, write: Write) -> None:
    write("partners/a-one.yml", "name: ~\n")
    write("partners/b-two.yml", "nam: x\n")
    result = portal("build", "--root", instance, "--out", tmp_path / "site")
    assert result.exit_code == 1
    assert 'partners/a-one.yml:1: "name" has no value\n  fill it in, or leave the whole key out\n' in result.output
    assert 'partners/b-two.yml:1: unknown key "nam"\n  did you mean "name"?\n' in result.output
    assert not (tmp_path / "site").exists()


def test_check_lists_who_is_left_out_and_why(instance: Path, write: Write) -> None:
    write("content/left_out.yml", '- id: old-desk\n  name: "Old desk"\n  reason: It closed in 2020.\n')
    result = portal("check", "--root", instance)
    assert result.exit_code == 0
    assert "Left out (1):\n  Old desk: It closed in 2020.\n" in result.output
    report = json.loads(portal("check", "--root", instance, "--format", "json").output)
    assert report["left_out"] == [{"id": "old-desk", "name": "Old desk", "reason": "It closed in 2020.", "sources": []}]


def test_build_refuses_a_folder_that_is_not_ours(instance: Path, tmp_path: Path) -> None:
    result = portal("build", "--root", instance, "--out", tmp_path)
    assert result.exit_code == 1
    assert "choose an empty folder for --out" in result.output


@pytest.mark.parametrize("epoch", ["soon", "9" * 30, "-1"])
def test_a_date_that_is_none_is_named(epoch: str, instance: Path, tmp_path: Path) -> None:
    arguments = ["build", "--root", str(instance), "--out", str(tmp_path / "site")]
    result = CliRunner().invoke(main, arguments, env={"SOURCE_DATE_EPOCH": epoch})
    assert result.exit_code == 1
    assert result.output.startswith("SOURCE_DATE_EPOCH")


def test_an_unknown_language_of_the_site_is_named(instance: Path, write: Write) -> None:
    config = (instance / "site_config.yml").read_text("utf-8")
    write("site_config.yml", config.replace("languages: [en]", "languages: [en, xx]"))
    result = portal("check", "--root", instance)
    assert result.exit_code == 1
    assert 'site_config.yml:5: languages 2: "xx" is not a language code' in result.output


def test_check_counts_and_passes(instance: Path) -> None:
    result = portal("check", "--root", instance)
    assert result.exit_code == 0
    assert result.output == (
        "Not known of services: for_whom 2, format 2, languages 2, cost 1, booking 2, bring 2.\n"
        "3 tasks, 1 partners, 2 services. 0 errors, 0 warnings.\n"
    )


def test_check_for_github_annotates_file_and_line_and_cannot_be_broken_out_of(instance: Path, write: Write) -> None:
    write("partners/x%0Ay.yml", "name: x\n")
    write("partners/zz.yml", 'name: "a\\nb"\n"k::error::\\n": x\n')
    result = portal("check", "--root", instance, "--format", "github")
    assert result.exit_code == 1
    lines = [line for line in result.output.splitlines() if line.startswith("::")]
    assert "::error file=partners/x%250Ay.yml,line=1::the file name" in result.output
    assert "::error file=partners/zz.yml,line=1::name: this must be one line%0Ajoin the lines" in lines
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)


def test_check_as_json_is_for_machines(instance: Path, write: Write) -> None:
    write("partners/zz.yml", "name: ~\n")
    report = json.loads(portal("check", "--root", instance, "--format", "json").output)
    assert report["schema"] == 1
    assert report["problems"] == [
        {
            "file": "partners/zz.yml", "line": 1, "severity": "error", "check": "yaml",
            "message": '"name" has no value', "remedy": "fill it in, or leave the whole key out",
        }
    ]  # fmt: skip


def test_a_file_cannot_steer_the_terminal(instance: Path) -> None:
    (instance / "partners" / "evil\x1b[2J.yml").write_text("name: x\n")
    output = portal("check", "--root", instance).output
    assert "\x1b" not in output
    assert r"evil\x1b[2J" in output


@pytest.mark.parametrize("form", ["json", "yml"])
def test_plan_prints_the_plan(form: str, instance: Path, tmp_path: Path) -> None:
    answers = {"answers": {"stage": "idea", "groups": ["student"], "way": "dont-know"}}
    path = tmp_path / f"answers.{form}"
    path.write_text(json.dumps(answers))
    plan = json.loads(portal("plan", "--root", instance, "--answers", path).output)
    assert plan == {
        "schema": 1,
        "tasks": [
            {
                "id": "talk-first", "phase": "first", "verdict": "yes", "reasons": [], "missing": [],
                "services": [{"partner": "town-desk", "service": "desk", "verdict": "unknown", "reasons": [],
                                  "missing": ["place"]}],
            },
            {
                "id": "study", "phase": "first", "verdict": "yes",
                "reasons": [{"question": "groups", "options": ["student"]}], "missing": [], "services": [],
            },
            {
                "id": "register", "phase": "second", "verdict": "unknown", "reasons": [], "missing": ["way"],
                "services": [{"partner": "town-desk", "service": "number", "verdict": "yes", "reasons": [],
                                  "missing": []}],
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


def test_schema_prints_one_or_all(instance: Path) -> None:
    assert json.loads(portal("schema", "--root", instance, "partner").output)["title"] == "Partner"
    assert set(json.loads(portal("schema", "--root", instance).output)) >= {"partner", "task", "questions"}


def test_an_instance_without_a_config_is_named(tmp_path: Path) -> None:
    result = portal("check", "--root", tmp_path)
    assert result.exit_code == 1
    assert "site_config.yml:1: the file does not exist" in result.output


def test_check_proves_when_asked_and_says_for_how_many_profiles(instance: Path) -> None:
    result = portal("check", "--root", instance, "--prove")
    assert result.exit_code == 0
    assert "Proved for 60 profiles. 0 errors, 0 warnings." in result.output
    report = json.loads(portal("check", "--root", instance, "--prove", "--format", "json").output)
    assert report["proof"]["profiles"] == 60
    assert report["proof"]["tasks"]["talk-first"] == {"certain": 60, "open": 0}


def test_check_gives_the_witness_of_what_it_cannot_prove(instance: Path) -> None:
    path = instance / "content/phases.yml"
    path.write_text(path.read_text("utf-8").replace("accepted: {empty-phase: Who has", "# {Who has"), "utf-8")
    result = portal("check", "--root", instance, "--prove")
    assert result.exit_code == 0
    assert "https://tiny.example/portal/en/plan/#plan=1" in result.output
    (witness,) = json.loads(portal("check", "--root", instance, "--prove", "--format", "json").output)["proof"][
        "witnesses"
    ]
    assert witness["profile"] == {"stage": ["started"], "groups": ["student"], "place": ["town"]}


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


def test_report_says_what_is_missing_and_builds_the_page_of_it(instance: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    result = portal("report", "--root", instance, "--out", out, "--today", "2026-11-22")
    assert result.exit_code == 0
    assert "What nobody does (2):\n  Nobody helps free of charge with “Register”." in result.output
    assert "Not confirmed by the partner (1):\n  town-desk\n" in result.output
    assert re.search(r"\n +1  stage +\d\.\d\d +3\n", result.output)
    assert (out / "en/gaps/index.html").is_file()
    data = json.loads(portal("report", "--root", instance, "--today", "2026-11-22", "--format", "json").output)
    assert data == json.loads((out / "gaps.json").read_text("utf-8")) | {"questions": data["questions"]}
    assert set(data["questions"]["place"]) == {"bits", "proposed"}


def test_report_of_what_is_broken_says_so(instance: Path, write: Write) -> None:
    write("partners/broken.yml", "name: x")
    result = portal("report", "--root", instance)
    assert result.exit_code == 1
    assert "Nothing was changed" in result.output
