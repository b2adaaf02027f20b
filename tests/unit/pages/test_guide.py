"""A guide names who helps its readers: first what is made for them, then what is for everyone."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.pages.guide import guide_helpers
from starterspad.rules.evaluate import Answers, Verdict, evaluate


def test_help_made_for_a_group_comes_first_and_apart(town: Catalog) -> None:
    aimed, others = guide_helpers(town, town.guides["women"])
    assert [helper.id for helper in aimed] == ["artemis-fempreneurs"]
    assert "oog" in [helper.id for helper in others]
    assert "artemis-fempreneurs" not in [helper.id for helper in others]


def test_no_guide_names_a_service_that_its_readers_cannot_get(town: Catalog) -> None:
    for id, guide in town.guides.items():
        people = [
            Answers(town.questions, {question: frozenset((option,))})
            for clause in guide.people
            for question, options in clause.items()
            for option in options
        ]
        for helper in (*guide_helpers(town, guide)[0], *guide_helpers(town, guide)[1]):
            for service in helper.services:
                verdicts = {evaluate(service.condition, answers).verdict for answers in people}
                assert not people or verdicts - {Verdict.NO}, (id, helper.id, service.id)


def test_helpers_stand_in_alphabetical_order(town: Catalog) -> None:
    for guide in town.guides.values():
        for found in guide_helpers(town, guide):
            names = [helper.partner.name.casefold() for helper in found]
            assert names == sorted(names)


def test_a_group_in_which_nobody_works_specially_says_so(town: Catalog) -> None:
    aimed, others = guide_helpers(town, town.guides["newcomers"])
    assert not aimed
    assert others
