"""What tells a starter that a step changed: a hash of all that she reads of it."""

from __future__ import annotations

import hashlib
import json

from starterspad.content.models.fact import Fact
from starterspad.content.models.task import Task
from starterspad.rules.in_language import InLanguage

# What a starter does not read in a task, or what changes without the task meaning something else.
_UNREAD = {"accepted", "aliases", "alone", "changes", "checked", "develops", "order", "registration", "seen", "sought"}
_UNREAD_OF_FACTS = {"id", "checked", "seen", "source_kind", "second_source", "second_source_kind"}
_UNREAD_OF_FACTS |= {"valid_from", "valid_until", "next"}


def task_version(say: InLanguage, task: Task, facts: list[Fact]) -> str:
    """Return a hash of what a starter reads of a task: another one means that it changed.

    `say` speaks the first language of the site, for every reader: a plan that is read in another one has not changed.
    """

    def read(value: object) -> object:
        if isinstance(value, dict) and value and value.keys() <= say.languages:
            return say(value)
        if isinstance(value, dict):
            return {key: read(inner) for key, inner in value.items()}
        return [read(inner) for inner in value] if isinstance(value, list) else value

    content = task.model_dump(mode="json", exclude=_UNREAD)
    content["facts"] = [fact.model_dump(mode="json", exclude=_UNREAD_OF_FACTS) for fact in facts]
    return hashlib.sha256(json.dumps(read(content), sort_keys=True).encode()).hexdigest()[:8]
