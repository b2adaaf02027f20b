"""Checks over the whole catalog: nothing is missing, nothing contradicts itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from starterspad.content.catalog import Catalog
from starterspad.content.problems import Problem
from starterspad.quality.checks.amounts import check_amounts
from starterspad.quality.checks.buckets import check_buckets
from starterspad.quality.checks.business_plan import check_business_plan
from starterspad.quality.checks.calculators import check_calculators, check_examples
from starterspad.quality.checks.cards import check_cards
from starterspad.quality.checks.colours import check_colours
from starterspad.quality.checks.days import check_days, check_days_ahead
from starterspad.quality.checks.events import check_events, check_news
from starterspad.quality.checks.facts import check_facts, judge_figures
from starterspad.quality.checks.foreign_names import check_foreign_names
from starterspad.quality.checks.gates import check_gates
from starterspad.quality.checks.invariants import check_invariants
from starterspad.quality.checks.pages import check_pages, check_ways_out, judge_inner_links
from starterspad.quality.checks.personas import check_personas
from starterspad.quality.checks.published import check_names, check_published, check_values
from starterspad.quality.checks.questions import check_questions
from starterspad.quality.checks.readability import judge_readability
from starterspad.quality.checks.references import (
    check_conditions,
    check_guides,
    check_left_out,
    check_partners,
    check_references,
    check_seen_live,
    check_site,
    check_task_order,
)
from starterspad.quality.checks.safety import check_registration
from starterspad.quality.checks.self_assessment import check_self_assessment
from starterspad.quality.checks.text_judge import TextJudge, check_texts
from starterspad.quality.checks.translations import check_languages, check_translations
from starterspad.quality.checks.wording import check_interface_wording, judge_wording
from starterspad.quality.to_check_again import Aged, to_check_again
from starterspad.quality.unknown_facts import unknown_facts

__all__ = [
    "CHECKS",
    "Aged",
    "check",
    "check_days",
    "check_days_ahead",
    "check_translations",
    "to_check_again",
    "unknown_facts",
]

CHECKS: tuple[Callable[[Catalog], Iterator[Problem]], ...] = (
    check_site,
    check_colours,
    check_questions,
    check_references,
    check_task_order,
    check_conditions,
    check_registration,
    check_guides,
    check_partners,
    check_events,
    check_news,
    check_left_out,
    check_gates,
    check_self_assessment,
    check_business_plan,
    check_invariants,
    check_personas,
    check_pages,
    check_ways_out,
    check_names,
    check_published,
    check_values,
    check_seen_live,
    check_facts,
    check_amounts,
    check_calculators,
    check_examples,
    check_buckets,
    check_cards,
    check_languages,
    check_translations,
    check_interface_wording,
    check_foreign_names,
)
TEXT_JUDGES: tuple[Callable[[Catalog], TextJudge], ...] = (
    judge_inner_links,
    judge_figures,
    judge_readability,
    judge_wording,
)

# What these say of a record follows from that record alone, so it holds whatever else could not be read.
_OF_A_RECORD = (check_colours, check_cards, check_interface_wording)
_OF_A_TEXT = (judge_readability, judge_wording)


def check(catalog: Catalog) -> list[Problem]:
    """Run every check that says the same each day; return errors and warnings sorted by file and line, each once.

    Those that the catalog carries are included; `check_days` says what a day brings,
    and `check_days_ahead` what of that no build may publish. Where a file could not be read, nothing is said of what
    only the whole can tell: that something is unknown, or gone, would follow from that file.
    """
    checks = _OF_A_RECORD if catalog.unread else CHECKS
    # A text that is refused is read by nobody: how well it reads is asked of the one that takes its place.
    refused = {problem.location for problem in catalog.problems if problem.severity == "error"}
    of_checks = (problem for content_check in checks for problem in content_check(catalog))
    of_texts = check_texts(catalog, _OF_A_TEXT if catalog.unread else TEXT_JUDGES)
    return sorted(
        {*catalog.problems, *(problem for problem in chain(of_checks, of_texts) if problem.location not in refused)}
    )
