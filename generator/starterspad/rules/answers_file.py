"""A file of answers, read and judged."""

from __future__ import annotations

from collections.abc import Sequence

from starterspad.content.catalog import Catalog
from starterspad.content.problems import InvalidContent, Problem, did_you_mean, quoted
from starterspad.content.yaml import SourceFile
from starterspad.rules.evaluate import Answers


def read_answers(source: SourceFile, catalog: Catalog) -> Answers:
    """Read `{answers: {question: option | [options]}}`; a question with an empty list counts as not answered.

    Raises `InvalidContent` naming every wrong answer, or without the key `answers`.
    """
    tree = source.tree.get("answers") if isinstance(source.tree, dict) else None
    if not isinstance(tree, dict):
        remedy = "write {answers: {question: option}}"
        raise InvalidContent([Problem(source.location(), 'the key "answers" is missing', remedy, "answers")])
    by_question: dict[str, frozenset[str]] = {}
    problems: list[Problem] = []
    for id, value in tree.items():
        options = value if isinstance(value, list) else [value]
        message, remedy = wrong_answer(catalog, id, options)
        if message:
            problems.append(Problem(source.location("answers", id), message, remedy, "answers"))
        elif options:
            by_question[id] = frozenset(str(option) for option in options)
    if problems:
        raise InvalidContent(problems)
    return Answers.complete(catalog.questions, by_question, catalog.site.assume)


def wrong_answer(catalog: Catalog, id: str, options: Sequence[object]) -> tuple[str, str]:
    """Return what is wrong with the answers to a question, and how to mend it; two empty texts where nothing is."""
    question = catalog.questions.get(id)
    if question is None:
        return f"unknown question {quoted(id)}", did_you_mean(id, catalog.questions)
    known = question.option_ids()
    for option in options:
        if option not in known:
            return f"unknown option {quoted(str(option))} of {id}", did_you_mean(str(option), known)
    if len(options) > 1 and not question.several:
        return f"{id} takes one answer", "keep one"
    alone = question.exclusive_ids().intersection(options)
    if len(options) > 1 and alone:
        return f"{quoted(sorted(alone)[0])} cannot stand beside another answer to {id}", "keep one of them"
    return "", ""
