"""The mirror: the same scores in Python and in the browser, and nothing of it is lost or mixed up."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
import yaml
from starterspad.content.catalog import Catalog
from starterspad.content.limits import WRITING_LIMITS
from starterspad.content.loader import load_catalog
from starterspad.content.models.self_assessment import SelfAssessment
from starterspad.rules.model_compiler import compile_decision_model
from starterspad.rules.self_assessment import differences, field_scores, growing, scores

from tests.conftest import REPOSITORY
from tests.support.js_engine import Engine
from tests.support.trials import trials

CASES = yaml.safe_load((REPOSITORY / "tests/fixtures/cases/mirror.yml").read_text("utf-8"))
TEXT = {"en": "x"}


def assessment_of(compiled: dict[str, Any]) -> SelfAssessment:
    """Give the cases' mirror the words that a real one has."""

    def competence(one: dict[str, Any]) -> dict[str, Any]:
        statements = [{"reverse": "false", "short": "false"} | each | {"text": TEXT} for each in one["statements"]]
        for each in statements:
            each |= {key: str(each[key]).lower() for key in ("reverse", "short")}
        words = {"title": TEXT, "meaning": TEXT, "small_step": TEXT, "profile": str(one["profile"])}
        return one | words | {"statements": statements}

    fields = [
        field | {"title": TEXT, "competences": [competence(one) for one in field["competences"]]}
        for field in compiled["fields"]
    ]
    words = {"profile_label": TEXT, "profile_text": TEXT, "origin": TEXT}
    return SelfAssessment.model_validate({"scale": [TEXT] * compiled["top"], "fields": fields, **words})


@pytest.mark.parametrize("case", CASES["looks"], ids=lambda case: case["name"])
def test_both_engines_score_a_look_as_the_cases_say(case: dict[str, Any], engine: Engine) -> None:
    compiled, mirror = CASES["mirror"], assessment_of(CASES["mirror"])
    found = scores(mirror, case["given"])
    assert found == case["scores"]
    assert field_scores(mirror, found) == case["fields"]
    assert growing(mirror, found) == case["growing"]
    js = engine.call("selfAssessmentScores(mirror, given)", mirror=compiled, given=case["given"])
    assert js == case["scores"]
    assert engine.call("fieldScoresOf(mirror, scores)", mirror=compiled, scores=js) == case["fields"]
    assert engine.call("growing(mirror, scores)", mirror=compiled, scores=js) == case["growing"]


@pytest.mark.parametrize("case", CASES["differences"], ids=lambda case: case["name"])
def test_both_engines_name_the_same_differences(case: dict[str, Any], engine: Engine) -> None:
    assert differences(case["one"], case["other"]) == case["found"]
    assert engine.call("differences(one, other)", one=case["one"], other=case["other"]) == case["found"]


@pytest.mark.parametrize("city", ["town", "groningen"])
def test_both_engines_score_thousands_of_looks_alike(city: str, town: Catalog, engine: Engine) -> None:
    catalog = town if city == "town" else load_catalog(REPOSITORY / "tests/fixtures/instances" / city)
    assert catalog.self_assessment
    compiled = compile_decision_model(catalog, catalog.site.default_language)["mirror"]
    statements = [each.id for one in catalog.competences.values() for each in one.statements]
    chance = random.Random(7)
    looks = [
        {id: chance.randint(1, len(catalog.self_assessment.scale)) for id in statements if chance.random() < 0.8}
        for _ in range(trials(2000))
    ]
    found = engine.call("looks.map((given) => selfAssessmentScores(mirror, given))", mirror=compiled, looks=looks)
    for given, js in zip(looks, found, strict=True):
        assert js == pytest.approx(scores(catalog.self_assessment, given))


def journal(**fields: Any) -> dict[str, Any]:
    return {
        "journal_schema": 2,
        "fields": {path: {"value": value, "at": [1, 0, "x"]} for path, value in fields.items()},
    }


def test_looks_are_read_from_the_journal_her_own_apart_from_those_of_others(engine: Engine) -> None:
    fields = {
        "mirror/b/day": "2026-11-20",
        "mirror/b/given/return-1": 4,
        "mirror/b/given/return-2": "unknown",
        "mirror/a/day": "2026-05-01",
        "mirror/a/given/return-1": 2,
        "mirror/c/day": "2026-11-21",
        "mirror/c/by": "An",
        "mirror/c/given/return-1": 5,
        "mirror/d/day": "2026-11-21",
        "mirror/d/by": "me",
        "mirror/d/about": "Bea",
        "mirror/e/given/return-1": 5,
    }
    looks = engine.call("assessmentsOf(journal)", journal=journal(**fields))
    assert [look["id"] for look in looks] == ["a", "b", "c", "d"]
    assert looks[1]["answers"] == {"return-1": 4}
    assert looks[1]["unknown"] == ["return-2"]
    own = engine.call("ownAssessments(assessmentsOf(journal))", journal=journal(**fields))
    assert [look["id"] for look in own] == ["a", "b"]


LOOK = {"id": "c1", "by": "An", "about": "Bea", "day": "2026-11-21", "answers": {"return-1": 5}, "unknown": []}


def test_what_someone_filled_in_comes_back_whole_and_tells_nothing_of_whom(engine: Engine) -> None:
    text = engine.call("assessmentFile(look)", look=LOOK)
    assert json.loads(text)["given"] == LOOK["answers"]
    assert engine.call("assessmentFrom(text, mirror)", text=text, mirror=CASES["mirror"]) == LOOK | {"about": ""}


def test_a_name_of_a_file_is_as_long_as_a_name_may_be(engine: Engine) -> None:
    text = engine.call("assessmentFile(look)", look=LOOK | {"by": f" {'x' * 100}"})
    opened = engine.call("assessmentFrom(text, mirror)", text=text, mirror=CASES["mirror"])
    assert opened["by"] == "x" * WRITING_LIMITS["name"]


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "starterspad-plan"},
        {"id": "../x"},
        {"id": "__proto__"},
        {"day": "soon"},
        {"by": "  "},
        {"by": 3},
        {"given": {}},
        {"given": {"elsewhere-1": 3}},
        {"given": {"return-1": 9}},
        {"given": None},
    ],
    ids=str,
)
def test_what_is_no_filled_in_mirror_is_refused(changed: dict[str, Any], engine: Engine) -> None:
    text = json.dumps({"kind": "starterspad-mirror", "given": {"return-1": 5}} | LOOK | changed)
    assert engine.call("assessmentFrom(text, mirror)", text=text, mirror=CASES["mirror"]) is None


def test_two_copies_of_one_look_merge_field_by_field(engine: Engine) -> None:
    one = {"journal_schema": 2, "fields": {"mirror/a/given/return-1": {"value": 2, "at": [1, 0, "x"]}}}
    other = {"journal_schema": 2, "fields": {"mirror/a/given/return-1": {"value": 4, "at": [2, 0, "y"]}}}
    for first, second in ((one, other), (other, one)):
        merged = engine.call("merge(first, second)", first=first, second=second)
        assert merged["fields"]["mirror/a/given/return-1"]["value"] == 4


def test_the_golden_plan_of_before_the_mirror_opens_and_takes_it_in(engine: Engine) -> None:
    golden = json.loads((REPOSITORY / "tests/fixtures/journals/2.json").read_text("utf-8"))
    opened = engine.call("open(found, 1)", found=golden)["journal"]
    assert engine.call("assessmentsOf(journal)", journal=opened) == []
    mirrored = journal(**{"mirror/a/day": "2026-11-20", "mirror/a/given/return-1": 3})
    both = engine.call("merge(one, other)", one=opened, other=mirrored)
    assert set(opened["fields"]) < set(both["fields"])
    assert engine.call("assessmentsOf(journal)", journal=both)[0]["answers"] == {"return-1": 3}
