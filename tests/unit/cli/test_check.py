"""`portal check`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Write
from tests.support.command_line import portal


def test_check_lists_who_is_left_out_and_why(instance: Path, write: Write) -> None:
    write("content/left_out.yml", '- id: old-desk\n  name: "Old desk"\n  reason: It closed in 2020.\n')
    result = portal("check", "--root", instance)
    assert result.exit_code == 0
    assert "Left out (1):\n  Old desk: It closed in 2020.\n" in result.output
    report = json.loads(portal("check", "--root", instance, "--format", "json").output)
    assert report["left_out"] == [{"id": "old-desk", "name": "Old desk", "reason": "It closed in 2020.", "sources": []}]


def test_an_unknown_language_of_the_site_is_named(instance: Path, write: Write) -> None:
    config = (instance / "site_config.yml").read_text("utf-8")
    write("site_config.yml", config.replace("languages: [en]", "languages: [en, xx]"))
    result = portal("check", "--root", instance)
    assert result.exit_code == 1
    assert 'site_config.yml:5: languages 2: "xx" is not a language code' in result.output


def test_check_counts_and_passes(instance: Path) -> None:
    result = portal("check", "--root", instance, "--today", "2026-02-01")
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
    report = json.loads(portal("check", "--root", instance, "--today", "2026-02-01", "--format", "json").output)
    assert (report["schema"], report["date"]) == (1, "2026-02-01")
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


def test_an_instance_without_a_config_is_named(tmp_path: Path) -> None:
    result = portal("check", "--root", tmp_path)
    assert result.exit_code == 1
    assert "site_config.yml:1: the file does not exist" in result.output


def test_check_proves_when_asked_and_says_for_how_many_profiles(instance: Path) -> None:
    result = portal("check", "--root", instance, "--prove", "--today", "2026-02-01")
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


def test_check_judges_as_of_the_day_that_is_asked(instance: Path, write: Write) -> None:
    write("content/notices.yml", "- id: works\n  text: {en: Come in the morning.}\n  until: 2026-06-30\n")
    ended = 'content/notices.yml:3: warning: the notice "works" ended on 2026-06-30\n'
    assert ended not in portal("check", "--root", instance, "--today", "2026-06-30").output
    result = portal("check", "--root", instance, "--today", "2026-07-01")
    assert ended in result.output
    assert result.exit_code == 0
    early = portal("check", "--root", instance, "--today", "2025-12-30").output
    assert "partners/town-desk.yml:21: 2026-01-01 lies ahead of 2025-12-30\n" in early
