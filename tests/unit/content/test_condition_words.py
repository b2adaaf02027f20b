"""A condition in words: in sentences for readers, by ids for who mends a file."""

from __future__ import annotations

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.condition_words import condition_sentences, written
from starterspad.content.messages import load_messages
from starterspad.content.models.condition import Condition

CONDITION = Condition.model_construct(
    when=({"groups": ("student", "maker"), "stage": ("idea",)}, {"stage": ("started",)}),
    unless=({"way": ("via-other",)},),
)


def test_each_alternative_is_a_sentence_and_then_each_exception(tiny: Catalog) -> None:
    assert condition_sentences(CONDITION, tiny.questions, tiny.messages["en"], "en") == [
        "For people who said: What fits you: I study or I make things and How far you are: I have an idea",
        "For people who said: How far you are: I have started",
        "Not for people who said: How you begin: Through another",
    ]


def test_what_holds_for_everyone_needs_no_sentence(tiny: Catalog) -> None:
    everyone = Condition.model_construct(when=(), unless=())
    assert condition_sentences(everyone, tiny.questions, tiny.messages["en"], "en") == []


def test_titles_fall_back_where_a_language_lacks_them(tiny: Catalog) -> None:
    messages, _ = load_messages(tiny.root, ("nl", "en"))
    (sentence,) = condition_sentences(
        Condition.model_construct(when=({"stage": ("idea",)},), unless=()), tiny.questions, messages["nl"], "en"
    )
    assert "How far you are: I have an idea" in sentence
    assert not sentence.startswith("For people")


def test_an_unknown_question_is_an_error(tiny: Catalog) -> None:
    wrong = Condition.model_construct(when=({"nothing": ("idea",)},), unless=())
    with pytest.raises(KeyError):
        condition_sentences(wrong, tiny.questions, tiny.messages["en"], "en")


def test_for_who_mends_a_file_it_is_written_by_its_ids() -> None:
    assert written(CONDITION.when[0]) == "{groups: student|maker, stage: idea}"
