from __future__ import annotations

import pytest
from starterspad.content.catalog import Catalog
from starterspad.quality.readability import formula_of

from tests.conftest import REPOSITORY

LANGUAGES = ("en", "fr", "nl")
# The same story, told plainly and told as offices tell it: written for this test.
PLAIN = {
    "en": "You can start beside your job. First read your contract. Then ask your boss. Do you work for the city? "
    "Then you need a yes on paper. Keep that paper. Now you join a fund. You pay each quarter. Set that money aside.",
    "fr": "Vous pouvez commencer à côté de votre emploi. Lisez d'abord votre contrat. Puis demandez à votre patron. "
    "Vous travaillez pour la ville ? Il vous faut un oui sur papier. Gardez ce papier. Puis vous payez à une caisse.",
    "nl": "Je kunt beginnen naast je job. Lees eerst je contract. Vraag het dan aan je baas. Werk je voor de stad? "
    "Dan heb je een ja op papier nodig. Bewaar dat papier. Nu kies je een fonds. Je betaalt elk kwartaal.",
}
OFFICIAL = {
    "en": "The exercise of a complementary self-employed activity by an employee is subject to prior authorisation "
    "from the competent administrative authority, without prejudice to the applicable contractual obligations "
    "and affiliation.",
    "fr": "L'exercice d'une activité indépendante complémentaire par un travailleur salarié est subordonné à une "
    "autorisation préalable de l'autorité administrative compétente, sans préjudice des obligations contractuelles "
    "applicables et de l'affiliation obligatoire.",
    "nl": "De uitoefening van een zelfstandige nevenactiviteit door een werknemer is onderworpen aan de voorafgaande "
    "goedkeuring van de bevoegde administratieve overheid, onverminderd de toepasselijke contractuele verplichtingen "
    "en de verplichte aansluiting bij een daartoe erkende instelling.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plain_text_passes_and_an_official_one_does_not(language: str) -> None:
    formula = formula_of(language)
    assert formula
    plain, official = formula.score(PLAIN[language]), formula.score(OFFICIAL[language])
    assert plain is not None
    assert official is not None
    assert plain > formula.least + 15
    assert official < formula.least - 15
    assert formula.longest_sentence(PLAIN[language])[0] <= formula.longest
    assert formula.longest_sentence(OFFICIAL[language])[0] > formula.longest


def test_a_short_text_has_no_score() -> None:
    formula = formula_of("en")
    assert formula
    assert formula.score("Administrative authorisations.") is None


def test_items_of_a_list_and_what_stands_before_a_colon_are_sentences() -> None:
    formula = formula_of("en")
    assert formula
    assert formula.longest_sentence(
        "Bring along: a card.\n1. Ask for [a form](https://desk.example/form).\n2. Go."
    ) == (
        4,
        "Ask for  a form .",
    )


def test_a_fact_counts_as_a_number_not_as_its_name() -> None:
    formula = formula_of("en")
    assert formula
    assert formula.longest_sentence("It costs {fact: registration-cost} now.") == (3, "It costs 1 now.")


def test_a_language_without_a_formula_is_not_judged() -> None:
    assert formula_of("ar") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_interface_speaks_in_short_sentences(language: str, town: Catalog) -> None:
    formula = formula_of(language)
    assert formula
    sentences = [
        text
        for sentence in town.messages[language].sentences.values()
        for text in ([sentence] if isinstance(sentence, str) else sentence.values())
    ]
    assert len(sentences) > 400
    assert [text for text in sentences if formula.longest_sentence(text)[0] > formula.longest] == []


def test_the_guide_for_writers_says_the_numbers_that_are_used() -> None:
    guide = (REPOSITORY / "docs/content.md").read_text("utf-8")
    for language in LANGUAGES:
        formula = formula_of(language)
        assert formula
        assert f"| `{language}` | {formula.least:.0f} | {formula.longest} |" in guide
