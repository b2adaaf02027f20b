"""The files of the decision model in one language: what decides, and the words of what is shown.

A small city's model holds both. Where many help, the words stand in files of their own, some partners in each, and
a page asks for those of whom it shows. Each file is named after its content, so that it can be cached for ever.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from starterspad.rules.decision_model import ModelJson, TaskJson, TaskWordsJson, WordsJson
from starterspad.rules.helper_order import turn
from starterspad.rules.service_json import PartnerWordsJson

# Up to so many partners, asking a second time takes longer than to load the words of all.
_TOGETHER = 100
# So many partners share a file on the average, or half as many: the words of one who is shown cost little more.
_A_FILE = 12


def model_files(model: ModelJson) -> tuple[str, dict[str, bytes]]:
    """Return the name of the model's file, and name -> content of it and of those that it names."""
    files = {}
    if len(model["words"]) > _TOGETHER:
        model, words = _apart(model)
        files = {f"words/{name}.json": content for name, content in words.items()}
    content = _json(model)
    name = f"decision-model.{_hash(content)}.json"
    return name, {name: content, **files}


def _apart(model: ModelJson) -> tuple[ModelJson, dict[str, bytes]]:
    """Return the model without words, and hash -> content of each file of words."""
    count = 1
    while count * _A_FILE < len(model["words"]):
        count *= 2
    shares: list[list[PartnerWordsJson]] = [[] for _ in range(count)]
    for words in model["words"]:
        # Who joins changes one file: the share of a partner follows from its id alone.
        shares[turn("", words["partner"]) * count >> 32].append(words)
    tasks: WordsJson = {"tasks": {task["id"]: _words_of(task) for task in model["tasks"]}, "partners": []}
    contents = [_json(tasks), *(_json({"partners": share}) for share in shares)]
    first, *others = map(_hash, contents)
    apart: ModelJson = {
        **model,
        "tasks": [_without_words(task) for task in model["tasks"]],
        "words": [],
        "words_apart": {"tasks": first, "partners": others},
    }
    return apart, dict(zip((first, *others), contents, strict=True))


def _words_of(task: TaskJson) -> TaskWordsJson:
    data: TaskWordsJson = {}
    if "why" in task:
        data["why"] = task["why"]
    if "say" in task:
        data["say"] = task["say"]
    if "warning" in task:
        data["warning"] = task["warning"]
    return data


def _without_words(task: TaskJson) -> TaskJson:
    rest = task.copy()
    rest.pop("why", None)
    rest.pop("say", None)
    rest.pop("warning", None)
    return rest


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:10]


def _json(value: Mapping[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
