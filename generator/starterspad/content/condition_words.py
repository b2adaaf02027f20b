"""Conditions in words: in sentences for who reads the site, and as YAML writes them for who mends a file."""

from __future__ import annotations

from collections.abc import Mapping

from starterspad.content.localised_text import localised
from starterspad.content.messages import Messages
from starterspad.content.models.condition import Clause, Condition
from starterspad.content.models.question import Question


def condition_sentences(
    condition: Condition, questions: Mapping[str, Question], messages: Messages, fallback: str
) -> list[str]:
    """Say a condition in plain sentences: each alternative, then each exception; none when it is for everyone.

    In the language of `messages`; a title that is missing there is said in `fallback`. Nothing is escaped. Raises
    `KeyError` for a question or an option that does not exist.
    """

    def plain(text: dict[str, str]) -> str:
        return localised(text, messages.language, fallback)[0]

    def answers(clause: Clause) -> str:
        """Say what must be answered: every question of the clause, with one of its answers."""
        parts = []
        for id, options in clause.items():
            titles = {option.id: plain(option.title) for option in questions[id].options}
            answer = f" {messages.format('appears.or')} ".join(titles[option] for option in options)
            parts.append(messages.format("sheet.answer", question=plain(questions[id].because), answer=answer))
        return f" {messages.format('appears.and')} ".join(parts)

    return [
        *(messages.format("appears.when", answers=answers(clause)) for clause in condition.when),
        *(messages.format("appears.unless", answers=answers(clause)) for clause in condition.unless),
    ]


def written(clause: Clause) -> str:
    """Write a clause by its ids on one line, such as `{stage: idea|plan, way: company}`."""
    return "{" + ", ".join(f"{question}: {'|'.join(options)}" for question, options in clause.items()) + "}"
