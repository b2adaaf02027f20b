"""What somebody may try with a pull request stands in the first ten lines of its review."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image
from starterspad.cli.formats.review import review_annotations, review_lines
from starterspad.upkeep.review import review

from tests.conftest import TINY, TODAY
from tests.support.hostile_changes import BEFORE, HOSTILE_CHANGES, HostileChange


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("attacked") / "base"
    shutil.copytree(TINY, root)
    for name, text in BEFORE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    assert [str(problem) for problem in review(root, root, TODAY).problems if problem.severity == "error"] == []
    return root


@pytest.mark.parametrize("change", HOSTILE_CHANGES, ids=lambda change: change.name)
def test_what_somebody_may_try_is_told_in_the_first_ten_lines(
    change: HostileChange, base: Path, tmp_path: Path
) -> None:
    head = tmp_path / "head"
    shutil.copytree(base, head)
    path = head / change.file
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text("utf-8") if path.exists() else ""
    assert change.old in text
    path.write_text(text.replace(change.old, change.new) if text else change.new, "utf-8")
    reviewed = review(base, head, TODAY)
    summary = " ".join(list(review_lines(reviewed))[:10]).replace("\\", "")
    log = " ".join(list(review_annotations(reviewed))[:10])
    assert [word for word in change.words if word not in summary] == [], summary
    assert [word for word in change.words if word not in log] == [], log


def test_one_mistake_in_one_file_is_one_annotation_in_that_file(base: Path, tmp_path: Path) -> None:
    head = tmp_path / "head"
    shutil.copytree(base, head)
    path = head / "partners/mint.yml"
    path.write_text(path.read_text("utf-8").replace("[talk-first]", "[talk-frist]"), "utf-8")
    shown = [line for line in review_annotations(review(base, head, TODAY)) if line.startswith("::")]
    assert [line.partition("::unknown")[0] for line in shown] == ["::error file=partners/mint.yml,line=12"]


def test_the_logo_of_another_is_recognised(base: Path, tmp_path: Path) -> None:
    before, head = tmp_path / "before", tmp_path / "head"
    shutil.copytree(base, before)
    (before / "partners/logos").mkdir()
    Image.new("RGB", (64, 32), "red").save(before / "partners/logos/mint.png")
    shutil.copytree(before, head)
    shutil.copy(head / "partners/logos/mint.png", head / "partners/logos/town-desk.png")
    assert any("is the logo of partner/mint" in line for line in list(review_lines(review(before, head, TODAY)))[:10])
