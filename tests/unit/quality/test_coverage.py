"""Who helps with each step, and what nobody does: each kind of starter, in the widest words."""

from __future__ import annotations

from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.limits import CROWDED
from starterspad.content.loader import load_catalog
from starterspad.quality.coverage import Segment, coverage_of
from starterspad.rules.proof.judgements import Judgements

from tests.conftest import Write

PARTNER = """\
name: {name}
kind: {{en: Club}}
summary: {{en: Helps.}}
area: {area}
services:
  - id: talk
    title: {{en: A talk}}
    helps_with: [{task}]
    source: https://{name}.example/talk
{more}
sources: [https://{name}.example]
sources_date: "2026"
seen: told
checked: 2026-01-01
"""


def partner(write: Write, name: str, *, task: str = "talk-first", area: str = "country", more: str = "") -> None:
    lines = "".join(f"    {line}\n" for line in more.split("; ") if line)
    write(f"partners/{name}.yml", PARTNER.format(name=name, task=task, area=area, more=lines))


@pytest.fixture
def bare(instance: Path) -> Path:
    """The tiny instance, asked about groups too, without its partner."""
    config = instance / "site_config.yml"
    text = config.read_text("utf-8").replace("languages: [en]", "languages: [en, nl]")
    config.write_text(text + "for_whom_questions: [groups]\n", "utf-8")
    (instance / "partners/town-desk.yml").unlink()
    return instance


def state(root: Path, task: str = "talk-first", **segment: str) -> str:
    return coverage_of(load_catalog(root)).help[task, Segment(**segment)].state


def test_the_word_for_a_segment_follows_from_how_many_help(bare: Path, write: Write) -> None:
    for number, word in ((1, "one"), (2, "several"), (CROWDED - 1, "several"), (CROWDED, "crowded")):
        for index in range(number):
            partner(write, f"club-{index}")
        assert state(bare) == word


def test_several_services_of_one_partner_are_one_partner(bare: Path, write: Write) -> None:
    partner(write, "club")
    text = (bare / "partners/club.yml").read_text("utf-8")
    second = text[text.index("  - id: talk") : text.index("sources:")].replace("id: talk", "id: visit")
    write("partners/club.yml", text.replace("sources:", second + "sources:"))
    assert state(bare) == "one"


@pytest.mark.parametrize(
    ("more", "segment", "word"),
    [
        ("languages: [en]", {"language": "en"}, "one"),
        ("languages: [en]", {"language": "nl"}, "nobody"),
        ("", {"language": "nl"}, "unknown"),
        ("cost: free", {"cost": "free"}, "one"),
        ("cost: paid", {"cost": "free"}, "nobody"),
        ("cost: mixed", {"cost": "free"}, "unknown"),
        ("", {"cost": "free"}, "unknown"),
        ("cost: free; languages: [nl]", {"cost": "free", "language": "en"}, "nobody"),
        ("cost: free", {"cost": "free", "language": "en"}, "unknown"),
        ("area: town", {"area": "town"}, "one"),
        ("area: town", {"area": "elsewhere"}, "unsought"),
        ("area: quarter", {"area": "town"}, "one"),
        ("when: {groups: student}", {"group": "groups.student"}, "one"),
        ("when: {groups: student}", {"group": "groups.maker"}, "unsought"),
        ("unless: {groups: student}", {"group": "groups.student"}, "unsought"),
        ("when: {stage: started}", {"group": "groups.maker"}, "one"),
    ],
)
def test_a_segment_counts_who_fits_and_sets_apart_who_perhaps_fits(
    more: str, segment: dict[str, str], word: str, bare: Path, write: Write
) -> None:
    partner(write, "club", more=more)
    assert state(bare, **segment) == word


def test_a_step_that_such_a_starter_never_gets_is_in_no_segment_of_hers(bare: Path, write: Write) -> None:
    partner(write, "club", task="study")
    text = (bare / "content/tasks/study.yml").read_text("utf-8")
    write("content/tasks/study.yml", text.replace("alone: Your own school helps.\n", ""))
    help = coverage_of(load_catalog(bare)).help
    assert ("study", Segment(group="groups.student")) in help
    assert ("study", Segment(group="groups.maker")) not in help


def test_a_step_done_alone_is_in_no_segment(bare: Path) -> None:
    assert "study" not in {task for task, _ in coverage_of(load_catalog(bare)).help}


@pytest.mark.parametrize(
    ("sought", "segment", "word"),
    [
        ("{on: 2026-01-01}", {}, "nobody"),
        ("{on: 2026-01-01}", {"area": "elsewhere"}, "nobody"),
        ("{on: 2026-01-01, when: {groups: student}}", {}, "unsought"),
        ("{on: 2026-01-01, when: {groups: student}}", {"group": "groups.student"}, "nobody"),
        ("{on: 2026-01-01, when: {groups: student}}", {"group": "groups.maker"}, "unsought"),
    ],
)
def test_only_what_was_looked_for_and_not_found_is_a_gap(
    sought: str, segment: dict[str, str], word: str, bare: Path
) -> None:
    path = bare / "content/tasks/register.yml"
    path.write_text(path.read_text("utf-8") + f"sought: {sought}\n", "utf-8")
    assert state(bare, "register", **segment) == word


def test_where_nobody_looked_nothing_is_missing(bare: Path) -> None:
    config = bare / "site_config.yml"
    text = config.read_text("utf-8").replace("{id: elsewhere,", "{id: elsewhere, sought: false,")
    config.write_text(text, "utf-8")
    assert coverage_of(load_catalog(bare)).axes["area"] == (None, "town")


@pytest.mark.parametrize(
    ("more", "language", "word"),
    [
        ("", "nl", "one"),
        ("area: quarter", "nl", "one"),
        ("area: country", "nl", "unknown"),
        ("", "en", "unknown"),
        ("languages: [en]", "nl", "nobody"),
    ],
)
def test_an_organisation_that_names_no_language_helps_in_those_of_the_nearest_area_that_takes_some_for_granted(
    more: str, language: str, word: str, bare: Path, write: Write
) -> None:
    config = bare / "site_config.yml"
    text = config.read_text("utf-8").replace("    - id: town\n", "    - id: town\n      default_languages: [nl]\n")
    config.write_text(text, "utf-8")
    partner(write, "club", area="town", more=more)
    assert state(bare, language=language) == word


def test_what_nobody_does_is_told_once_in_its_widest_words(bare: Path, write: Write) -> None:
    partner(write, "club", more="languages: [en]; area: town; cost: paid")
    unhelped = [(gap.task, gap.segment) for gap in coverage_of(load_catalog(bare)).unhelped]
    assert unhelped == [
        ("register", Segment()),
        ("talk-first", Segment(cost="free")),
        ("talk-first", Segment(language="nl")),
        ("talk-first", Segment(area="elsewhere")),
    ]


def test_what_one_partner_alone_does_is_told_unless_others_perhaps_do_it_too(bare: Path, write: Write) -> None:
    partner(write, "club", more="cost: free")
    assert [(gap.task, gap.segment) for gap in coverage_of(load_catalog(bare)).single] == [("talk-first", Segment())]
    partner(write, "ring")
    assert coverage_of(load_catalog(bare)).single == []


def test_what_no_file_says_is_told_by_segment(bare: Path, write: Write) -> None:
    partner(write, "club", more="cost: free")
    partner(write, "ring", task="register", more="cost: free; languages: [en, nl]")
    assert coverage_of(load_catalog(bare)).unknown == {
        Segment(language="en"): ["talk-first"],
        Segment(language="nl"): ["talk-first"],
    }


def test_nobody_means_nobody_of_all_profiles(town: Catalog) -> None:
    """What a few answers cannot rule out is held against every way of answering the rest."""
    found, coverage = Judgements(town), coverage_of(town)
    question = town.site.area_question
    assert question
    space = found.space
    for (task, segment), help in coverage.help.items():
        if segment.language or segment.cost:
            continue
        people = found.tasks[task].yes | found.tasks[task].open
        if segment.area:
            people &= space.option(question, segment.area)
        if segment.group:
            people &= space.option(*segment.group.split(".", 1))
        for id, _, service in town.services():
            judged = found.services[f"{id}/{service.id}"]
            if task in service.helps_with and space.exists(people & judged.yes) and not _alone(town, segment):
                assert id in help.partners, (task, segment, id)
    del people, judged
    found.close()


def _alone(catalog: Catalog, segment: Segment) -> bool:
    """Tell whether the view's answer may stand beside others, of which one may open what it does not."""
    return bool(segment.group) and catalog.questions[str(segment.group).split(".")[0]].several
