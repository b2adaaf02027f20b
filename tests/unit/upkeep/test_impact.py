"""What a change does to people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.rules.evaluate import Verdict
from starterspad.rules.proof.prove import Share
from starterspad.upkeep.impact import PersonaChange, impact

from tests.conftest import TODAY
from tests.support.walks import verdicts, walks


@pytest.fixture
def changed(instance: Path) -> Callable[[str, str, str], Catalog]:
    """Change words in a file of the tiny instance; returns the catalog after it."""

    def change(name: str, old: str, new: str) -> Catalog:
        path = instance / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
        return load_catalog(instance)

    return change


Change = Callable[[str, str, str], Catalog]


def test_nothing_changed_affects_nobody(tiny: Catalog) -> None:
    found = impact(tiny, tiny, TODAY)
    assert (found.affected, found.profiles) == (0, 60)
    assert not (found.tasks or found.services or found.personas or found.questions or found.opened or found.closed)
    assert not (found.gaps_opened or found.gaps_closed)


def test_a_gap_that_opens_and_one_that_closes_are_told(tiny: Catalog, changed: Change) -> None:
    head = changed("partners/town-desk.yml", "    helps_with: [register]\n", "    helps_with: [talk-first]\n")
    found, back = impact(tiny, head, TODAY), impact(head, tiny, TODAY)
    assert [(gap.task, gap.segment.size) for gap in found.gaps_opened][:1] == [("register", 0)]
    assert back.gaps_closed == found.gaps_opened
    # What nobody did for free, nobody does at all now: no gap closed by that, and none opens on the way back.
    assert "register" not in {gap.task for gap in (*found.gaps_closed, *back.gaps_opened)}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("content/tasks/study.yml", "when: {groups: student}", "when: {groups: [student, maker]}"),
        ("content/tasks/study.yml", "when: {groups: student}", "unless: {groups: student}"),
        ("content/tasks/register.yml", "when: {way: own-number}", "when: [{way: own-number}, {stage: started}]"),
        ("partners/town-desk.yml", "    area: country\n", "    area: quarter\n"),
        ("partners/town-desk.yml", "area: town", "area: elsewhere"),
    ],
)
def test_whom_a_change_affects_is_whom_brute_force_finds(
    file: str, old: str, new: str, tiny: Catalog, changed: Change
) -> None:
    head = changed(file, old, new)
    found = impact(tiny, head, TODAY)
    assert found.affected == sum(verdicts(tiny, walk) != verdicts(head, walk) for walk in walks(head)) > 0
    for place, sides in ((0, found.tasks), (1, found.services)):
        for id, (before, after) in sides.items():
            for catalog, share in ((tiny, before), (head, after)):
                assert share
                judged = [verdicts(catalog, walk)[place][id] for walk in walks(head)]
                assert (share.certain, share.open) == (judged.count(Verdict.YES), judged.count(Verdict.UNKNOWN))


def test_a_task_that_goes_and_one_that_comes_are_told(tiny: Catalog, instance: Path) -> None:
    study = instance / "content/tasks/study.yml"
    study.rename(instance / "content/tasks/school.yml")
    (instance / "content/personas").mkdir()
    (instance / "content/personas/student.yml").write_text("answers: {groups: student, gone: x}\n", "utf-8")
    found = impact(tiny, load_catalog(instance), TODAY)
    assert found.tasks["study"][1] is None
    assert found.tasks["school"][0] is None
    assert found.personas == {"student": PersonaChange(("school",), ("study",))}


def test_a_question_that_goes_leaves_what_asked_for_it_open(tiny: Catalog, changed: Change) -> None:
    changed("content/tasks/register.yml", "when: {way: own-number}", "when: {stage: idea}")
    head = changed(
        "content/questions.yml", "- id: way\n  ask_when: {stage: idea}", "- id: path\n  ask_when: {stage: idea}"
    )
    found = impact(tiny, head, TODAY)
    assert found.questions == ("path", "way")
    before, after = found.tasks["register"]
    assert before == Share(0, found.profiles)
    assert after
    assert after.open == 0


def test_a_fault_that_comes_and_one_that_goes_are_told(tiny: Catalog, changed: Change) -> None:
    head = changed("content/tasks/study.yml", "alone: Your own school helps.\n", "")
    assert [problem.check for problem in impact(tiny, head, TODAY).opened] == ["unhelped"]
    assert [problem.check for problem in impact(head, tiny, TODAY).closed] == ["unhelped"]
