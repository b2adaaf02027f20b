"""Facts are written once: what names them exists, what repeats a figure names its fact instead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import CALCULATOR, KINDS
from starterspad.content.problems import Problem, did_you_mean, quoted
from starterspad.content.texts import Text
from starterspad.quality.checks.text_judge import TextJudge
from starterspad.quality.gone import gone


def check_facts(catalog: Catalog) -> Iterator[Problem]:
    """Records list facts that exist; every fact has a source that does not only sell, and is used somewhere."""
    used = uses(catalog)
    readers_lack = catalog.lacks(*KINDS) or gone(catalog)
    listing = ((kind.name, id) for kind in KINDS if kind.lists_facts for id in catalog.of(kind))
    for kind, id in listing:
        for index, fact_id in enumerate(catalog.listed_facts(kind, id)):
            if fact_id not in catalog.ids("fact"):
                location = catalog.location(kind, id, "facts", index)
                remedy = did_you_mean(fact_id, catalog.ids("fact"))
                yield Problem(location, f"unknown fact {quoted(fact_id)}", remedy, "fact")
    for id, fact in catalog.facts.items():
        if (fact.source is None) == (fact.document is None):
            message = f"the fact {quoted(id)} needs one source"
            remedy = "write source: with an address, or document: with the name of a text that has none"
            yield Problem(catalog.location("fact", id), message, remedy, "fact")
        kinds = {fact.source_kind, fact.second_source_kind if fact.second_source else fact.source_kind}
        if kinds == {"commercial"} and fact.value and re.search(r"\d", " ".join(fact.value.values())):
            message = f"only who sells something says the figure of the fact {quoted(id)}"
            remedy = "find it on the page of a public body, a fund or a newspaper, and write that as second_source"
            yield Problem(catalog.location("fact", id, "source_kind"), message, remedy, "commercial", "warning")
        if not used[id] and not readers_lack:
            message = f"nothing uses the fact {quoted(id)}"
            remedy = "name it under facts of a record or as {fact: " + id + "} in a text, or take it out"
            yield Problem(catalog.location("fact", id, "id"), message, remedy, "fact", "warning")


def figure_pattern(catalog: Catalog) -> str:
    """Return the pattern of an amount beside one of the instance's marks, such as €; empty where it has none.

    A regular expression for both Python and JavaScript, to be used without regard to small or large letters.
    """
    marks = "|".join(re.escape(mark) for mark in catalog.site.figure_marks)
    return rf"(?:{marks})\s?\d[\d.,]*|\d[\d.,\s]*(?:{marks})(?![\w])" if marks else ""


def judge_figures(catalog: Catalog) -> TextJudge:
    """An amount that is typed in a text has no source there, and stays behind when its fact changes."""
    pattern = figure_pattern(catalog)
    figure = re.compile(pattern, re.IGNORECASE) if pattern else None
    # An amount has a figure: that is seen at once.
    digit = re.compile(r"\d")

    def judge(text: Text) -> Iterator[Problem]:
        # Whose case an example is stands in its own inputs: it says nothing of the world.
        if text.kind == CALCULATOR.name and text.path[0] == "example":
            return
        match = figure.search(text.words) if figure and text.kind != "fact" and digit.search(text.words) else None
        if match:
            message = f"the figure {quoted(match[0].strip())} is typed in a text"
            remedy = "make it the value of a fact, with its source, and write {fact: id} here"
            yield Problem(text.line_of(match.start()), message, remedy, "figure", "warning")

    return TextJudge(judge, pattern)


def uses(catalog: Catalog) -> Counter[str]:
    """Count for each fact in how many records it is shown; a page counts once, whatever its languages."""
    pages = {
        (id.partition("/")[2], fact) for (kind, id), facts in catalog.filled.items() if kind == "page" for fact in facts
    }
    counts = Counter(fact for _, fact in pages)
    for kind, id in catalog.places:
        if kind not in ("page", "fact"):
            counts.update(catalog.facts_of(kind, id))
    return counts
