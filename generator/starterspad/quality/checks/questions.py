"""Questions: their options, and what they depend on."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.limits import MOST_OPTIONS
from starterspad.content.problems import Problem, quoted


def check_questions(catalog: Catalog) -> Iterator[Problem]:
    """Options are few; a question depends on earlier ones only."""
    earlier: set[str] = set()
    for id, question in catalog.asked.items():
        ids = [option.id for option in question.options]
        at = catalog.places["question", id].location
        if not 2 <= len(ids) <= MOST_OPTIONS:
            yield Problem(
                at("options"), f"{len(ids)} options; 2 to {MOST_OPTIONS} are needed", "add or join options", "options"
            )
        for named in sorted({name for clause in question.ask_when for name in clause}):
            if named in catalog.questions and named not in earlier:
                message = f"{quoted(id)} depends on {quoted(named)}, which is asked later"
                yield Problem(
                    at("ask_when"), message, "move the question down, or depend on an earlier one", "question-order"
                )
        earlier.add(id)
