"""What a pull request does: its own faults first, its partners as they will look, its impact."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from starterspad.cli.formats.review import review_annotations, review_lines
from starterspad.upkeep.review import review

from tests.conftest import TINY, TODAY, Write
from tests.support.command_line import portal

PARTNER = "partners/town-desk.yml"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    shutil.copytree(TINY, tmp_path / "base")
    return tmp_path / "base"


def changed(write: Write, old: str, new: str, name: str = PARTNER) -> None:
    write(name, (TINY / name).read_text("utf-8").replace(old, new))


def test_a_change_of_nothing_says_so(base: Path, instance: Path) -> None:
    found = review(base, instance, TODAY)
    assert (found.changed, found.partners, found.failed) == ((), {}, False)
    assert "Files: none of the content." in list(review_lines(found))


def test_the_faults_of_what_was_touched_stand_first(base: Path, instance: Path, write: Write) -> None:
    # A fault of a file whose name comes first, that was there before, and one in the file of the change.
    for root in (base, instance):
        path = root / "content/tasks/register.yml"
        path.write_text(path.read_text("utf-8").replace("after: [", "after: [nothing, "), "utf-8")
    changed(write, "helps_with: [talk-first]", "helps_with: [talk-frist]")
    found = review(base, instance, TODAY)
    assert [problem.location.path for problem in found.problems if problem.severity == "error"] == [
        PARTNER,
        "content/tasks/register.yml",
    ]
    assert found.failed
    assert found.impact is None
    lines = list(review_lines(found))
    mine, before = (
        lines.index("### Must be mended before this can be merged (1)"),
        next(place for place, line in enumerate(lines) if line.startswith("### Was so before")),
    )
    assert mine < before


def test_a_card_that_reads_otherwise_stands_behind_the_first_lines_before_and_after(
    base: Path, instance: Path, write: Write
) -> None:
    changed(write, "website: https://desk.example", "website: https://desk-help.example")
    lines = list(review_lines(review(base, instance, TODAY)))
    place = lines.index("## How its cards read")
    assert place < 14
    assert lines[place + 2 : place + 9] == [
        "**partner/town-desk**, en",
        "",
        "```diff",
        "  Answers questions at the desk.",
        "- https://desk.example",
        "+ https://desk-help.example",
        "  • A talk at the desk",
    ]
    assert lines[place + 9] == "```"


def test_no_text_of_a_card_ends_its_block_or_turns_it_around(base: Path, instance: Path, write: Write) -> None:
    hostile = "```</pre> <img src=x> ``` ~~~ ::error:: @all [here](https://evil.example) " + "x" * 200
    changed(write, "Answers questions at the desk.", f"'{hostile}'")
    lines = list(review_lines(review(base, instance, TODAY)))
    place = lines.index("## How its cards read")
    end = lines.index("```", place)
    block = lines[lines.index("```diff", place) + 1 : end]
    assert any("<img src=x>" in line for line in block)
    assert not any("::" in line for line in block)
    assert all(line[:2] in ("  ", "+ ", "- ") and "`" not in line and line.isprintable() for line in block)
    assert max(map(len, block)) <= 62
    assert lines[end + 2] == "", lines[end : end + 3]
    assert lines.count("```diff") == lines.count("```") == 1


def test_a_step_shows_who_helps_with_it_and_a_card_that_comes_or_goes_is_said_to(
    base: Path, instance: Path, write: Write
) -> None:
    text = (TINY / PARTNER).read_text("utf-8")
    write("partners/mill.yml", text.replace("Town desk", "Town mill"))
    found = review(base, instance, TODAY)
    assert [card.record for card in found.cards] == ["partner/mill", "task/register", "task/talk-first"]
    lines = list(review_lines(found))
    assert "**partner/mill**, en (new)" in lines
    assert "+ ← Town desk, Town mill" in lines or "+ ← Town mill, Town desk" in lines
    (back,) = (card for card in review(instance, base, TODAY).cards if card.record == "partner/mill")
    assert (back.after, back.before[0]) == ((), "Town mill · City office")


def test_a_generated_file_that_a_change_leaves_stale_is_a_warning_and_stops_nobody(
    base: Path, instance: Path, write: Write
) -> None:
    for root in (base, instance):
        assert portal("generate", "--root", root).exit_code == 0
    changed(write, "{en: Quarter}", "{en: Other side}", "site_config.yml")
    found = review(base, instance, TODAY)
    stale = [problem for problem in found.problems if problem.check == "stale"]
    assert ".github/ISSUE_TEMPLATE/add-partner.yml" in {problem.location.path for problem in stale}
    assert not found.failed
    assert any(line.startswith("::warning file=.github/") for line in review_annotations(found))


def test_no_more_is_annotated_than_is_shown_and_the_summary_has_it_all(
    base: Path, instance: Path, write: Write
) -> None:
    tasks = ", ".join(f"none-{number}" for number in range(30))
    changed(write, "helps_with: [talk-first]", f"helps_with: [{tasks}]")
    found = review(base, instance, TODAY)
    annotations = list(review_annotations(found))
    assert sum(line.startswith("::error") for line in annotations) == 10
    assert "20 more errors stand in the summary." in annotations
    assert sum("unknown task" in line and line.startswith("- partners/") for line in review_lines(found)) == 30


def test_a_partner_is_shown_as_it_will_look_and_what_it_changes(base: Path, instance: Path, write: Write) -> None:
    changed(write, "helps_with: [talk-first]", "helps_with: [talk-first, register]")
    found = review(base, instance, TODAY)
    lines = "\n".join(review_lines(found))
    assert "**partner/town-desk**, en\n" in lines
    assert "+ → Talk to someone, Register" in lines
    assert "### What changes for people" in lines
    assert found.impact


def test_words_of_strangers_become_no_marks_links_or_people_in_the_summary(
    base: Path, instance: Path, write: Write
) -> None:
    changed(write, "name: Town desk", "name: '@town [x](https://x.example) <img src=x> `a` ![b](c) ::error::'")
    text = "\n".join(review_lines(review(base, instance, TODAY)))
    assert "\\@town \\[x\\]\\(https://x.example\\) \\<img src=x\\> \\`a\\`" in text
    # In a block nothing is a mark.
    text = re.sub(r"```diff\n.*?\n```", "", text, flags=re.DOTALL)
    assert "<img" not in text.replace("\\<img", "")


def test_a_file_that_cannot_be_read_is_told_as_well(base: Path, instance: Path, write: Write) -> None:
    write("site_config.yml", "name: [\n")
    found = review(base, instance, TODAY)
    assert found.failed
    assert (found.partners, found.impact) == ({}, None)
    assert any(line.startswith("::error file=site_config.yml") for line in review_annotations(found))


def test_what_is_made_in_a_clone_belongs_to_no_change(base: Path, instance: Path, write: Write) -> None:
    for name in (".venv/lib/a.py", "node_modules/a/index.js", "site/index.html", "schemas/ids.json", "own.egg-info/a"):
        write(name, "x")
    write("tools/own.py", "x")
    assert review(base, instance, TODAY).elsewhere == ("tools/own.py",)


def test_a_link_in_the_change_is_not_followed(base: Path, instance: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not for the summary", "utf-8")
    (instance / "partners/other.yml").symlink_to(secret)
    assert "not for the summary" not in "\n".join(review_lines(review(base, instance, TODAY)))
