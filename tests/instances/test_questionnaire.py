"""How much Ghent asks, and for how many ways of answering its plans are proved."""

from __future__ import annotations

import random

import pytest
from starterspad.content.catalog import Catalog
from starterspad.rules.evaluate import Answers, Verdict
from starterspad.rules.proof import prove

from tests.conftest import REPOSITORY
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


def test_the_documentation_says_for_how_many_profiles_ghent_is_proved(ghent: Catalog) -> None:
    said = (REPOSITORY / "docs/architecture.md").read_text("utf-8")
    assert f" {prove(ghent).profiles:,} in Ghent" in said
