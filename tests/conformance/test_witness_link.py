"""The link of a witness opens exactly that witness: what Python packs is what the browser makes of it."""

from __future__ import annotations

import random
import zlib
from base64 import urlsafe_b64decode
from typing import Any

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.models.field_types import DONT_KNOW
from starterspad.content.schema_numbers import JOURNAL_SCHEMA
from starterspad.rules.model_compiler import compile_decision_model
from starterspad.rules.proof.profile_space import Profile
from starterspad.rules.proof.witness_link import link_to

from tests.support.js_engine import Engine
from tests.support.walks import random_walk


def opened(catalog: Catalog, engine: Engine, profile: Profile) -> dict[str, list[str]]:
    """Return what the browser knows of who opens the link of a profile."""
    address, _, packed = link_to(catalog, profile).partition("#plan=1")
    assert address == f"{catalog.site.base_url}{catalog.site.default_language}/plan/"
    text = zlib.decompress(urlsafe_b64decode(packed + "=" * (-len(packed) % 4)), -15).decode()
    model = compile_decision_model(catalog, catalog.site.default_language)
    answers: dict[str, list[str]] = engine.call(
        "currentPlan(model, fromFile(text, Date.now()).journal).answers", model=model, text=text
    )
    return answers


@pytest.mark.parametrize(
    "profile",
    [
        {"stage": ["idea"], "groups": ["woman", "tech"]},
        {"stage": ["idea"], "gate.you-and-idea": ["no"]},
        {"stage": ["idea"], "gate.plan-and-money": ["not-yet"], "gate.you-and-idea": ["go"]},
    ],
    ids=["answers", "a gate", "two gates"],
)
def test_a_link_opens_exactly_its_profile(town: Catalog, engine: Engine, profile: Profile) -> None:
    assert opened(town, engine, profile) == profile


@pytest.mark.parametrize("says", ["grow", "fine"])
def test_a_link_opens_what_the_self_assessment_says(town: Catalog, engine: Engine, says: str) -> None:
    named = [id for id in town.questions if id.startswith("competence.")]
    assert named
    profile: dict[str, Any] = {"stage": ["idea"], **{id: [says] for id in named}}
    assert opened(town, engine, profile) == profile


def test_a_link_opens_any_profile_that_there_is(town: Catalog, engine: Engine) -> None:
    chance = random.Random(7)
    derived = 0
    for _ in range(40):
        profile = random_walk(town, chance)
        # Who did not look into the self-assessment, or decided nothing, has nothing to open.
        known = {id: options for id, options in profile.items() if "." not in id or options != [DONT_KNOW]}
        derived += sum("." in id for id in known)
        assert opened(town, engine, profile) == known
    assert derived > 40


def test_a_link_is_written_in_the_form_that_the_browser_keeps(engine: Engine) -> None:
    assert engine.call("JOURNAL_SCHEMA") == JOURNAL_SCHEMA
