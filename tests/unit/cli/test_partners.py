"""`portal new partner` and `portal confirm`."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from click.testing import CliRunner, Result
from starterspad.cli.main import main
from starterspad.content.loader import load_catalog
from starterspad.content.yaml.parser import parse_yaml
from starterspad.intake.form_fields import partner_fields
from starterspad.quality.checks import check

from tests.conftest import TODAY
from tests.support.partner_letters import ANSWERS, letter

DAY = TODAY.isoformat()


def run(*command: str, given: str = "") -> Result:
    return CliRunner().invoke(main, [*command, "--today", DAY] if command[0] != "check" else list(command), input=given)


def test_the_command_writes_the_file_asks_for_whom_and_writes_back(instance: Path, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(letter(ANSWERS | {"services.1.for_whom.en": "People with an idea"}, "[language] en"))
    command = ("new", "partner", "--root", str(instance), "--from-message", str(file), "--ask")
    result = run(*command, given="1\n1\n\n")
    assert result.exit_code == 0, result.output
    assert '"Grinding" is for: People with an idea' in result.output
    assert "For people who said: " in result.output
    assert "We have your message about Town mill" in result.output
    assert "This is what happens now:" in result.output
    catalog = load_catalog(instance)
    assert catalog.partners["town-mill"].services[0].when == ({"stage": ("idea",)},)
    assert not [problem for problem in check(catalog) if problem.severity == "error"]
    again = run(*command, given="\n")
    assert again.exit_code == 0
    assert "partners/town-mill-2.yml" in again.output


def test_the_command_never_writes_over_a_file_or_elsewhere(instance: Path, tmp_path: Path) -> None:
    before = (instance / "partners/town-desk.yml").read_bytes()
    for id in ("town-desk", "../evil", "/tmp/evil", "CON", "a b", "x" * 60):
        result = run("new", "partner", "--root", str(instance), id)
        assert result.exit_code == 1, id
    (instance / "partners/trap.yml").symlink_to(tmp_path / "outside.yml")
    assert run("new", "partner", "--root", str(instance), "trap").exit_code == 1
    assert not (tmp_path / "outside.yml").exists()
    assert (instance / "partners/town-desk.yml").read_bytes() == before


def test_an_empty_file_says_in_its_own_words_what_belongs_where(instance: Path) -> None:
    assert run("new", "partner", "--root", str(instance), "new-desk").exit_code == 0
    text = (instance / "partners/new-desk.yml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schemas/partner.json\n")
    assert "## Name of your organisation" in text
    found = {problem.message for problem in check(load_catalog(instance)) if problem.severity == "error"}
    assert "name: this text is empty" in found
    assert any("helps_with: at least 1 needed" in message for message in found)
    # What stands behind a # is right once the # is gone.
    freed = re.sub(r"(?m)^( *)# (?=[ \w-])", r"\1", text)
    tree, _ = parse_yaml(freed, "x.yml")
    assert isinstance(tree, dict)
    asked = {field.path.split(".")[0] for field in partner_fields()} - {"confirmed"}
    assert asked <= tree.keys()


def test_a_confirmation_says_who_confirmed_and_that_all_was_seen_live(instance: Path) -> None:
    path = instance / "partners/town-desk.yml"
    tree = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)
    result = run("confirm", "--root", str(instance), "town-desk", "--by", "A. Clerk: no #1")
    assert result.exit_code == 0, result.output
    confirmed = {"on": DAY, "by": "A. Clerk: no #1"}
    assert yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader) == tree | {
        "seen": "live",
        "confirmed": confirmed,
    }
    assert "did you mean" in run("confirm", "--root", str(instance), "town-dsek", "--by", "x").output
