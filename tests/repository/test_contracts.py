"""Every file that programs read is what Python declares, key by key."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal, NotRequired, TypedDict

import pytest
from starterspad.output.appearing_data import AppearingJson
from starterspad.output.build import build
from starterspad.output.gaps_data import GapsJson
from starterspad.output.partner_form_data import FormJson
from starterspad.output.search_index import SearchIndexJson
from starterspad.rules.decision_model import ModelJson

from tests.conftest import REPOSITORY, TODAY
from tests.support.typed_json import mismatches

INSTANCES = [REPOSITORY, *sorted((REPOSITORY / "tests" / "fixtures" / "instances").iterdir())]
FILES: dict[str, object] = {
    "*/decision-model.*.json": ModelJson,
    "*/search-index.json": SearchIndexJson,
    "*/partner-form.json": FormJson,
    "appearing/*.json": AppearingJson,
    "gaps.json": GapsJson,
}


class Cup(TypedDict):
    name: str
    size: Literal["small", "large"]
    sips: NotRequired[list[int | None]]
    place: tuple[str, int]


CUP = {"name": "mug", "size": "small", "sips": [1, None], "place": ["shelf", 2]}


def test_what_is_as_declared_has_no_mismatch() -> None:
    assert list(mismatches(CUP, Cup)) == []
    assert list(mismatches({key: value for key, value in CUP.items() if key != "sips"}, Cup)) == []


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"name": 1}, "$.name"),
        ({"size": "huge"}, "$.size"),
        ({"sips": ["1"]}, "$.sips[0]"),
        ({"place": ["shelf"]}, "$.place"),
        ({"place": ["shelf", True]}, "$.place[1]"),
        ({"handle": True}, "$.handle is not declared"),
    ],
)
def test_each_kind_of_mismatch_is_seen(change: dict[str, object], word: str) -> None:
    (mismatch,) = mismatches(CUP | change, Cup)
    assert mismatch.startswith(word)


def test_a_key_that_is_missing_is_seen() -> None:
    assert list(mismatches({"name": "mug", "size": "small"}, Cup)) == ["$.place is missing"]


@pytest.mark.parametrize("root", INSTANCES, ids=lambda root: root.name)
def test_every_file_for_programs_is_what_is_declared(root: Path, tmp_path: Path) -> None:
    build(root, tmp_path / "site", today=TODAY)
    site = tmp_path / "site"
    declared: set[Path] = set()
    for pattern, hint in FILES.items():
        paths = set(site.glob(pattern))
        assert paths, pattern
        declared |= paths
        for path in paths:
            assert list(mismatches(json.loads(path.read_bytes()), hint)) == [], path
    # A partner's file is its YAML, whose keys the models hold.
    others = set(site.rglob("*.json")) - declared - set(site.glob("partners/*.json"))
    assert {path.name for path in others} <= {".portal-manifest.json"}
