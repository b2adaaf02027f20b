"""Compile the catalog to what the browser reads: bit masks that decide, and the words to show."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from starterspad.content.catalog import Catalog
from starterspad.content.id_registry import aliases
from starterspad.content.messages import Messages
from starterspad.content.models.condition import Clause, Condition
from starterspad.content.models.fact import Fact
from starterspad.content.models.field_types import DONT_KNOW, localised
from starterspad.content.models.journey import DerivedQuestion, Question, Task
from starterspad.content.models.mirror import Competence, Mirror
from starterspad.content.models.partner import Partner, Service

MODEL_SCHEMA = 1

# One key of a clause: [question index, mask of options that hold, mask of options that leave it open].
Key = list[int]
Masks = dict[str, list[list[Key]]]


class Compiler:
    """Numbers questions and options, and keeps every distinct condition once."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.bits = {
            id: {option: 1 << index for index, option in enumerate(question.option_ids())}
            for id, question in catalog.questions.items()
        }
        self.numbers = {id: index for index, id in enumerate(catalog.questions)}
        self.conditions: list[Masks] = []
        self._known: dict[str, int] = {}

    def condition(self, condition: Condition) -> int:
        """Return the number of a compiled condition."""
        return self._number(
            {
                "when": [self._clause(clause) for clause in condition.when],
                "unless": [self._clause(clause) for clause in condition.unless],
            }
        )

    def area(self, area: str) -> int:
        """Return the number of the condition that a service given in `area` reaches the starter's place.

        A condition of its own, not a key in others: an alternative that holds must not be held up by
        the place in another.
        """
        site = self.catalog.site
        if site.area_question is None or area == site.areas.id:
            return self._number({"when": [], "unless": []})
        places = [option.id for option in self.catalog.questions[site.area_question].options]
        inside = [place for place in places if area in site.area_and_around(place)]
        wider = [place for place in places if place not in inside and place in site.area_and_around(area)]
        return self._number({"when": [[self._key(site.area_question, inside, wider)]], "unless": []})

    def _number(self, masks: Masks) -> int:
        number = self._known.setdefault(repr(masks), len(self.conditions))
        if number == len(self.conditions):
            self.conditions.append(masks)
        return number

    def _clause(self, clause: Clause) -> list[Key]:
        return [self._key(question, options) for question, options in clause.items()]

    def _key(self, question: str, options: Iterable[str], open_options: Iterable[str] = ()) -> Key:
        bits = self.bits[question]
        holds = sum(bits[option] for option in options)
        leaves_open = sum(bits[option] for option in (*open_options, DONT_KNOW) if option in bits)
        return [self.numbers[question], holds, leaves_open]


def compile_decision_model(catalog: Catalog, language: str) -> dict[str, Any]:
    """Return the decision model in one language, ready to be written as JSON.

    `questions` in asking order; `conditions` as clauses of `[question, holds, open]` keys; tasks sorted
    by phase, order and id, each with the closure of its `after` as task indexes; services by task.
    """
    compiler = Compiler(catalog)
    say = _Say(catalog, language)
    phases = {id: index for index, id in enumerate(catalog.phases)}
    ordered = sorted(catalog.tasks.items(), key=lambda item: (phases[item[1].phase], item[1].order, item[0]))
    indexes = {id: index for index, (id, _) in enumerate(ordered)}
    questions = [_question(compiler, say, id, question) for id, question in catalog.questions.items()]
    tasks = []
    for id, task in ordered:
        before = sorted(indexes[other] for other in catalog.before(id))
        tasks.append(_task(compiler, say, id, task, phases[task.phase], before))
    return {
        "model_schema": MODEL_SCHEMA,
        "language": language,
        "plan_after": catalog.site.plan_after,
        "phases": [
            {"id": id, "title": say(phase.title)}
            | ({"start": True} if phase.start else {})
            | say.known(gate=phase.gate.question if phase.gate else None)
            for id, phase in catalog.phases.items()
        ],
        "questions": questions,
        "tasks": tasks,
        "services": [_service(compiler, say, indexes, *item) for item in catalog.services()],
        "conditions": compiler.conditions,
        "themes": [
            {"id": id, "title": say(guide.title), "tasks": sorted(indexes[task] for task in guide.tasks)}
            for id, guide in catalog.guides_in_order("theme")
        ],
        "risks": [compiler.condition(point.condition) for risk in catalog.risks.values() for point in risk.points],
        **({"mirror": _mirror(catalog.mirror, say)} if catalog.mirror else {}),
        "aliases": _aliases(catalog),
        "retired": {
            f"{record.kind}/{record.id}": say(record.title)
            for record in catalog.retired.values()
            if record.kind in ("task", "service")
        }
        | _former(catalog, language),
    }


def _mirror(mirror: Mirror, say: _Say) -> dict[str, Any]:
    """Return what the browser needs to score the mirror: statements stand in the page itself."""

    def competence(one: Competence) -> dict[str, Any]:
        statements = [
            {"id": each.id, **({"reverse": True} if each.reverse else {}), **({"short": True} if each.short else {})}
            for each in one.statements
        ]
        return {"id": one.id, "title": say(one.title), "profile": one.profile, "statements": statements}

    fields = [
        {"id": field.id, "title": say(field.title), "competences": [competence(one) for one in field.competences]}
        for field in mirror.fields
    ]
    return {"top": len(mirror.scale), "fields": fields}


def _former(catalog: Catalog, language: str) -> dict[str, str]:
    """Say of the services that nobody is sent to any more why: on some plans they were chosen."""
    return {
        f"service/{id}/{service.id}": _why_not(catalog.messages[language], partner)
        for id, partner, service in catalog.all_services()
        if not partner.helps
    }


def _why_not(messages: Messages, partner: Partner) -> str:
    if partner.left:
        return messages.format("partner.left_short", name=partner.name, date=messages.date(partner.left))
    return messages.format("partner.paused_short", name=partner.name)


def _aliases(catalog: Catalog) -> dict[str, dict[str, str]]:
    """Say for each kind which id an old one has now, for the journals that still hold it."""
    found: dict[str, dict[str, str]] = {"question": {}, "option": {}, "task": {}, "service": {}}
    for (kind, old), id in aliases(catalog).items():
        if kind in found:
            found[kind][old] = id
    return found


class _Say:
    """Picks the words of one language; a text that has to fall back keeps the language it is in."""

    def __init__(self, catalog: Catalog, language: str) -> None:
        self.language = language
        self.fallback = catalog.site.default_language
        self.languages = frozenset(catalog.site.languages)

    def __call__(self, text: dict[str, str]) -> str | dict[str, str]:
        wording, language = localised(text, self.language, self.fallback)
        return wording if language == self.language else {"text": wording, "lang": language}

    def known(self, **texts: dict[str, str] | None) -> dict[str, Any]:
        return {key: self(text) for key, text in texts.items() if text}


def _question(compiler: Compiler, say: _Say, id: str, question: Question) -> dict[str, Any]:
    options = [{"id": option.id, "title": say(option.title)} for option in question.options]
    if question.dont_know:
        options.append({"id": DONT_KNOW, "title": say(question.dont_know)})
    exclusive = sum(compiler.bits[id][option] for option in question.exclusive_ids() if option in compiler.bits[id])
    return {
        "id": id,
        "title": say(question.title),
        "because": say(question.because),
        "several": question.several,
        "options": options,
        "exclusive": exclusive,
        "ask_when": compiler.condition(Condition.model_construct(when=question.ask_when, unless=())),
        **({"sensitive": True} if question.sensitive else {}),
        **({"page": question.page} if isinstance(question, DerivedQuestion) else {}),
    }


def _task(compiler: Compiler, say: _Say, id: str, task: Task, phase: int, before: list[int]) -> dict[str, Any]:
    last = max(task.changes, key=lambda change: change.on, default=None)
    return {
        "id": id,
        "phase": phase,
        "title": say(task.title),
        "why": say(task.why),
        "kind": task.kind,
        "condition": compiler.condition(task.condition),
        "before": before,
        "version": _version(
            say, task, [compiler.catalog.facts[fact] for fact in compiler.catalog.facts_of("task", id)]
        ),
        **say.known(warning=task.warning, decided_by=task.decided_by),
        **({"times": task.times} if task.times else {}),
        **({"lead": {"days": task.lead_time.days, "estimate": not task.lead_time.source}} if task.lead_time else {}),
        **({"changed": {"on": last.on.isoformat(), "note": say(last.note)}} if last else {}),
    }


# What a starter does not read in a task, or what changes without the task meaning something else.
_UNREAD = {"aliases", "changes", "checked", "develops", "order", "registration"}


def _version(say: _Say, task: Task, facts: list[Fact]) -> str:
    """Return a hash of what a starter reads of a task in one language: another one means that it changed."""

    def read(value: Any) -> Any:
        if isinstance(value, dict) and value and value.keys() <= say.languages:
            return say(value)
        if isinstance(value, dict):
            return {key: read(inner) for key, inner in value.items()}
        return [read(inner) for inner in value] if isinstance(value, list) else value

    content = task.model_dump(mode="json", exclude=_UNREAD)
    content["facts"] = [fact.model_dump(mode="json", exclude={"id", "checked"}) for fact in facts]
    return hashlib.sha256(json.dumps(read(content), sort_keys=True).encode()).hexdigest()[:8]


def _service(
    compiler: Compiler, say: _Say, tasks: dict[str, int], id: str, partner: Partner, service: Service
) -> dict[str, Any]:
    area = compiler.catalog.service_area(partner, service)
    booking, contact = service.booking, partner.contact
    known = {
        "format": list(service.format or ()),
        "cost": service.cost,
        "booking": booking.url if booking else None,
        "page": contact.page or partner.website,
        "email": contact.email,
        "phone": contact.phone,
    }
    return {
        "partner": id,
        "service": service.id,
        "name": partner.name,
        "title": say(service.title),
        "tasks": sorted(tasks[task] for task in service.helps_with),
        "conditions": sorted({compiler.condition(service.condition), compiler.area(area)}),
        "checked": partner.last_checked.isoformat(),
        **say.known(bring=service.bring, hours=contact.hours),
        **{key: value for key, value in known.items() if value},
    }
