"""`portal report` and `portal digest`."""

from __future__ import annotations

import json
import re
from email import message_from_bytes
from email.policy import default
from pathlib import Path

from tests.conftest import Write
from tests.support.command_line import portal


def test_report_says_what_is_missing_and_builds_the_page_of_it(instance: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    result = portal("report", "--root", instance, "--out", out, "--today", "2026-11-22")
    assert result.exit_code == 0
    assert "What nobody does (1):\n  We found no free help with “Register”." in result.output
    assert "What nobody looked for yet (1):\n  Nobody looked yet for help (Elsewhere) with" in result.output
    assert "Not confirmed by the partner (1):\n  town-desk\n" in result.output
    assert re.search(r"\n +1  stage +\d\.\d\d +3\n", result.output)
    assert (out / "en/gaps/index.html").is_file()
    data = json.loads(portal("report", "--root", instance, "--today", "2026-11-22", "--format", "json").output)
    more = {name: data[name] for name in ("questions", "uncalled", "desk_hours")}
    assert data == json.loads((out / "gaps.json").read_text("utf-8")) | more
    ways = {"website": "https://desk.example"}
    desk = {"partner": "town-desk", "name": "Town desk", "ways": ways, "steps": 2, "required": 1}
    assert data["uncalled"] == [desk]
    assert "Town desk (2 steps, 1 required): website https://desk.example" in result.output
    assert data["desk_hours"] == {"known": 0, "steps": 2}
    assert "Open desks: for 0 of 2 steps" in result.output
    assert set(data["questions"]["place"]) == {"bits", "proposed"}


def test_report_of_what_is_broken_says_so(instance: Path, write: Write) -> None:
    write("partners/broken.yml", "name: x")
    result = portal("report", "--root", instance)
    assert result.exit_code == 1
    assert "Nothing was changed" in result.output


def test_digest_writes_its_letters_as_mail_files_into_a_folder_of_their_own(
    instance: Path, write: Write, tmp_path: Path
) -> None:
    config = (instance / "site_config.yml").read_text("utf-8")
    desk = (instance / "partners/town-desk.yml").read_text("utf-8")
    write("site_config.yml", f"{config}contact: start@tiny.example\n")
    write("partners/town-desk.yml", desk + "contact: {email: desk@desk.example}\n")
    write("partners/silent.yml", desk.replace("Town desk", "Silent desk"))
    folder = tmp_path / "mail"
    asked = ("digest", "--root", instance, "--today", "2027-02-01", "--mail", folder)
    result = portal(*asked)
    assert result.exit_code == 0, result.output
    # Whom no address is known of is called, or written to.
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.eml")) == [
        "digest.eml",
        "letters/town-desk.eml",
    ]
    letter, month = (
        message_from_bytes((folder / name).read_bytes(), policy=default)
        for name in ("letters/town-desk.eml", "digest.eml")
    )
    assert (letter["To"], letter["From"]) == ("desk@desk.example", "start@tiny.example")
    assert "Town desk" in letter["Subject"]
    assert "https://tiny.example/portal/en/join/#change=town-desk" in letter.get_content()
    assert (month["To"], month["Subject"]) == ("start@tiny.example", "To look after: 2027-02-01")
    again = portal(*asked)
    assert again.exit_code == 2
    assert "name a new folder" in again.output


def test_digest_says_as_of_a_day_what_aged_and_whom_to_ask(instance: Path) -> None:
    def digest(day: str) -> dict[str, list[dict[str, str]]]:
        report: dict[str, list[dict[str, str]]] = json.loads(
            portal("digest", "--root", instance, "--today", day, "--format", "json").output
        )
        return report

    assert digest("2026-02-01")["aged"] == []
    later = digest("2027-02-01")
    assert {record["id"] for record in later["aged"]} == {"talk-first", "register", "study"}
    assert [letter["partner"] for letter in later["letters"]] == ["town-desk"]
    assert later["letters"][0]["mailto"].startswith("mailto:?subject=")
    assert portal("digest", "--root", instance, "--today", "2027-02-01").output.startswith(
        "# To look after: 2027-02-01\n"
    )
