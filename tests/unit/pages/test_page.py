"""A page is a context filled into the template beside its module."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from jinja2 import UndefinedError
from starterspad.content.catalog import Catalog
from starterspad.content.kinds import TERM
from starterspad.content.models.glossary import Term
from starterspad.pages.glossary import GlossaryPage
from starterspad.pages.page import fill, record_page, root_of, single_page, vocabulary
from starterspad.pages.tasks import TasksPage
from starterspad.pages.worksheets import WorksheetsPage

from tests.support.rendered_pages import inputs_of

NUMBER = Term(id="number", term={"en": "number"}, text={"en": "Digits & more."})


@pytest.mark.parametrize(("path", "root"), [("", "./"), ("tasks/", "../"), ("tasks/register/", "../../")])
def test_a_page_knows_the_way_to_the_first_page_of_its_language(path: str, root: str) -> None:
    assert root_of(path) == root


def test_what_a_template_shows_is_escaped(tiny: Catalog) -> None:
    words = vocabulary(inputs_of(tiny, "en").localizer, "../")
    body = fill(GlossaryPage((NUMBER.model_copy(update={"term": {"en": "<b>&"}}),)), words)
    assert "<dt>&lt;b&gt;&amp;</dt>" in body


def test_a_name_that_is_neither_shown_nor_said_is_an_error(tiny: Catalog) -> None:
    @dataclass(frozen=True)
    class Forgetful:
        phases: tuple[str, ...] = ()

    Forgetful.__module__ = WorksheetsPage.__module__
    with pytest.raises(UndefinedError, match="worksheets"):
        fill(Forgetful(), vocabulary(inputs_of(tiny, "en").localizer, "../"))


def test_terms_explain_themselves_on_the_pages_of_records_alone(tiny: Catalog) -> None:
    inputs = inputs_of(tiny.with_records(TERM, {"number": NUMBER}), "en")
    context = TasksPage(inputs.phases)
    record = record_page(inputs, context, "tasks/register/", {"en": "A <title>"}, {"en": "A summary"})
    assert 'popovertarget="term-number"' in record.body
    assert (record.title, record.description, record.layout) == ("A <title>", "A summary", "record")
    single = single_page(inputs, context, "tasks/", "tasks")
    assert "popovertarget" not in single.body
    assert single.title == tiny.messages["en"].format("tasks.title")
    assert single.layout == "page"
