"""How much Ghent asks, and for how many ways of answering its plans are proved."""

from __future__ import annotations

import random
import re

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.rules.evaluate import Answers, Verdict
from starterspad.rules.proof import prove

from tests.conftest import REPOSITORY
from tests.support.built_sites import root_of
from tests.support.trials import trials


@pytest.mark.parametrize(
    ("typical", "most"),
    [
        ({"stage": "idea"}, 13),
        ({"stage": "preparing", "situation": "employee"}, 12),
        # Whose benefit ends is asked when.
        ({"stage": "preparing", "situation": "unemployment-benefit"}, 13),
    ],
)
def test_a_typical_starter_is_asked_at_most_a_dozen_questions(
    typical: dict[str, str], most: int, ghent: Catalog
) -> None:
    chance = random.Random(12)
    asked = []
    for _ in range(trials(500)):
        answered: dict[str, frozenset[str]] = {}
        for id, question in ghent.asked.items():
            if Answers(ghent.questions, answered).asked[id].verdict is Verdict.YES:
                choice = typical.get(id) or chance.choice(question.option_ids())
                answered[id] = frozenset((choice,))
        asked.append(len(answered))
    assert max(asked) <= most


# Words for somebody who has no business yet.
OF_STARTING = re.compile(
    r"om te (?:starten|beginnen)|\bga je\b|waar komt je zaak|^wat wil je doen"
    r"|pour commencer|allez-vous|to (?:start|begin)\b|will you(?:r business)? (?:be|work|sell)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("stage", ["started", "growing", "difficulty"])
@pytest.mark.parametrize("city", ["ghent", "groningen"])
def test_who_has_a_business_is_asked_nothing_about_starting_one(city: str, stage: str) -> None:
    catalog = load_catalog(root_of(city))
    # What is left open may be asked of somebody.
    answers = Answers(catalog.questions, {"stage": frozenset((stage,))})
    asked = [question for id, question in catalog.asked.items() if answers.asked[id].verdict is not Verdict.NO]
    texts = [
        text
        for question in asked
        for words in (question.title, question.because, question.hint, question.why)
        for text in (words or {}).values()
    ]
    assert len(asked) > 3
    assert [text for text in texts if OF_STARTING.search(text)] == []


def test_the_documentation_says_for_how_many_profiles_ghent_is_proved(ghent: Catalog) -> None:
    said = (REPOSITORY / "docs/architecture.md").read_text("utf-8")
    assert f" {prove(ghent).profiles:,} in Ghent" in said
