"""People whom a city described: what they answer, and what must and must not stand on their plan."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from starterspad.content.models.field_types import Id, Line, QuestionId, Record
from starterspad.content.models.wrong import wrong
from starterspad.content.problems import quoted


def _answers(value: object) -> object:
    """Accept one answer, or a list of those that she gives together."""
    if not isinstance(value, dict):
        raise wrong("answers", "answers are a map of questions and options", "write answers: {question: option}")
    return {question: _options(question, options) for question, options in value.items()}


def _options(question: str, value: object) -> tuple[str, ...]:
    options = value if isinstance(value, list) else [value]
    if not options or not all(isinstance(option, str) for option in options):
        message = f"{quoted(question)} needs one answer or a list of answers"
        raise wrong("answers", message, f"write {question[:60]}: option, or leave it out", question)
    return tuple(options)


# `names` says to the schema for editors which ids may stand there: a key of another kind has the same name and holds
# something else.
_Task = Annotated[Id, WithJsonSchema({"type": "string", "names": "task"})]
_Choices = Annotated[
    dict[QuestionId, tuple[Line, ...]],
    BeforeValidator(_answers),
    WithJsonSchema({"type": "object", "names": "answers"}),
    Field(examples=["{stage: idea, groups: [student, maker], legal-form: dont-know}"]),
]
_Tasks = Annotated[tuple[_Task, ...], Field(examples=["[first-sale, report-first]"])]
_Services = Annotated[dict[_Task, tuple[Line, ...]], Field(examples=["{first-sale: [town-desk/advice]}"])]


class Persona(Record):
    """Somebody whom the city knows, and what is right for her; who she is stands in a comment above."""

    choices: _Choices = Field(alias="answers")
    """What she answers: one option, or a list where a question takes several; `dont-know` where she may say so. What
    is left out she has not answered.
    """
    first: _Task | None = None
    """The step that stands first on her plan."""
    yes: _Tasks = ()
    """Steps that are hers for certain."""
    unknown: _Tasks = ()
    """Steps that stay open until she answers more."""
    never: _Tasks = ()
    """Steps that must not stand on her plan, not even as open ones."""
    with_: _Services = Field(default_factory=dict, alias="with")
    """Who certainly helps her with a step: step → partner/service."""
    without: _Services = Field(default_factory=dict)
    """Who is not certain to help her with a step: step → partner/service."""
