"""Checks over the whole catalog: nothing is missing, nothing contradicts itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.catalog import Catalog
from generator.checks.colours import check_colours
from generator.checks.completeness import Aged, check_translations, to_check_again, unknown_facts
from generator.checks.facts import check_facts, check_figures
from generator.checks.gates import check_gates
from generator.checks.logos import check_logos
from generator.checks.mirror import check_mirror
from generator.checks.pages import check_inner_links, check_pages
from generator.checks.published import check_names, check_published
from generator.checks.readability import check_readability
from generator.checks.references import (
    check_guides,
    check_left_out,
    check_notices,
    check_partners,
    check_programmes,
    check_questions,
    check_risks,
    check_site,
    check_task_order,
    check_tasks,
)
from generator.checks.safety import check_registration
from generator.problems import Problem

__all__ = ["CHECKS", "Aged", "check", "check_translations", "to_check_again", "unknown_facts"]

CHECKS: tuple[Callable[[Catalog], Iterator[Problem]], ...] = (
    check_site,
    check_colours,
    check_questions,
    check_tasks,
    check_task_order,
    check_registration,
    check_guides,
    check_programmes,
    check_partners,
    check_left_out,
    check_logos,
    check_notices,
    check_risks,
    check_gates,
    check_mirror,
    check_pages,
    check_inner_links,
    check_names,
    check_published,
    check_facts,
    check_figures,
    check_readability,
    check_translations,
)


def check(catalog: Catalog) -> list[Problem]:
    """Run every check; returns errors and warnings in the order of the files, those of the catalog included."""
    return sorted({*catalog.problems, *(problem for each in CHECKS for problem in each(catalog))})
