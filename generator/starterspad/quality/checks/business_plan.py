"""The business plan, the loans and the templates are whole: what they name inside each other exists and says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.fact_references import REFERENCE
from starterspad.content.kinds import FACT, LOAN, PLAN_SECTION, PLAN_TEMPLATE, SELF_ASSESSMENT, WORKSHEET
from starterspad.content.models.loan import Bound
from starterspad.content.models.plan_section import Takes
from starterspad.content.problems import Location, Problem, Severity, did_you_mean, quoted
from starterspad.quality.next_values import took_its_next

# A number as people write it: 25.000, 25 000 or 25,000.
_NUMBER = re.compile(r"\d+(?:[.,\s\u00a0\u202f]\d{3})*")


def check_business_plan(catalog: Catalog) -> Iterator[Problem]:
    """Judge sections, templates and loans, each where it can be judged."""
    yield from _sections(catalog)
    if not catalog.lacks(PLAN_SECTION):
        yield from _templates(catalog)
    if not catalog.lacks(FACT):
        yield from _loans(catalog)


def _sections(catalog: Catalog) -> Iterator[Problem]:
    for id, section in catalog.of(PLAN_SECTION).items():
        seen: set[str] = set()
        for number, question in enumerate(section.questions):
            at = ("questions", number)
            if question.id in seen:
                location = catalog.location(PLAN_SECTION.name, id, *at, "id")
                yield Problem(location, f"the id {quoted(question.id)} stands twice", "give each its own", "id")
            seen.add(question.id)
            for index, takes in enumerate(question.takes):
                location = catalog.location(PLAN_SECTION.name, id, *at, "takes", index)
                yield from _takes(catalog, takes, location)


def _takes(catalog: Catalog, takes: Takes, location: Location) -> Iterator[Problem]:
    """Each names one place, and a prompt that stands on its worksheet."""
    ways = [bool(takes.worksheet), takes.mirror, bool(takes.tasks)]
    if sum(ways) != 1 or bool(takes.prompt) != bool(takes.worksheet):
        remedy = "name one place for each: a worksheet with a prompt, mirror: true, or tasks"
        yield Problem(location, "it is not clear what is taken over", remedy, "takes")
        return
    if takes.mirror and not catalog.ids(SELF_ASSESSMENT.name):
        yield Problem(
            location, "there is no mirror to take over from", "write content/mirror.yml, or take this out", "takes"
        )
    sheet = catalog.worksheets.get(takes.worksheet or "")
    if sheet and takes.prompt and not catalog.lacks(WORKSHEET):
        prompts = [prompt.id for prompt in sheet.prompts]
        if takes.prompt not in prompts:
            message = f"unknown prompt {quoted(takes.prompt)} of the worksheet {quoted(takes.worksheet or '')}"
            yield Problem(location, message, did_you_mean(takes.prompt, prompts), "reference")


def _templates(catalog: Catalog) -> Iterator[Problem]:
    known = [
        f"{id}/{question.id}" for id, section in catalog.of(PLAN_SECTION).items() for question in section.questions
    ]
    for id, template in catalog.of(PLAN_TEMPLATE).items():
        for number, part in enumerate(template.parts):
            at = ("parts", number)
            if not part.sections and not part.questions:
                location = catalog.location(PLAN_TEMPLATE.name, id, *at, "title")
                remedy = "name sections of the business plan, or single questions as section/question"
                yield Problem(location, "nothing stands below this heading", remedy, "template")
            for index, named in enumerate(part.questions):
                if named not in known:
                    location = catalog.location(PLAN_TEMPLATE.name, id, *at, "questions", index)
                    message = f"unknown question {quoted(named)} of the business plan"
                    yield Problem(location, message, did_you_mean(named, known), "reference")


def _loans(catalog: Catalog) -> Iterator[Problem]:
    for id, loan in catalog.of(LOAN).items():
        seen: set[str] = set()
        for number, ask in enumerate(loan.asks):
            if ask.id in seen:
                location = catalog.location(LOAN.name, id, "asks", number, "id")
                yield Problem(location, f"the id {quoted(ask.id)} stands twice", "give each its own", "id")
            seen.add(ask.id)
        for key in ("most", "least", "own_share"):
            bound: Bound | None = getattr(loan, key)
            if bound:
                yield from _bound(catalog, bound, catalog.location(LOAN.name, id, key, "number"))


def _bound(catalog: Catalog, bound: Bound, location: Location) -> Iterator[Problem]:
    """The figure stands in the value of its fact, in every language."""
    fact = catalog.facts.get(bound.fact)
    if fact is None:
        if bound.fact not in catalog.ids(FACT.name):
            message = f"unknown fact {quoted(bound.fact)}"
            yield Problem(location, message, did_you_mean(bound.fact, list(catalog.facts)), "reference")
        return
    for language, value in (fact.value or {}).items():
        # A value that names another fact is refused itself.
        if bound.number not in _numbers(value) and not REFERENCE.search(value):
            message = f"{bound.number} does not stand in the value of the fact {quoted(bound.fact)} ({language})"
            severity: Severity = "warning" if took_its_next(catalog, bound.fact) else "error"
            remedy = f"write the figure of the fact, which says {quoted(value)}"
            yield Problem(location, message, remedy, "figure", severity)
            return
    if not fact.value:
        message = f"the fact {quoted(bound.fact)} has no value to compare with"
        yield Problem(location, message, "give it one, or leave this out", "figure")


def _numbers(value: str) -> list[int]:
    return [int(re.sub(r"\D", "", number)) for number in _NUMBER.findall(value)]
