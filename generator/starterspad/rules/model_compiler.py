"""Compile the catalog to what the browser reads: bit masks that decide, and the texts to show."""

from __future__ import annotations

import datetime
from functools import partial
from typing import Literal, TypedDict

from starterspad.content.catalog import Catalog
from starterspad.content.derived_questions import MONEY
from starterspad.content.freshness import FRESH_DAYS, OLD_DAYS
from starterspad.content.id_registry import aliases
from starterspad.content.kinds import CALCULATOR
from starterspad.content.models.calculator import in_order
from starterspad.content.models.condition import Condition
from starterspad.content.models.field_types import DONT_KNOW
from starterspad.content.models.partner import Partner, Service
from starterspad.content.models.phase import Phase
from starterspad.content.models.question import DerivedQuestion, Option, Question
from starterspad.content.models.self_assessment import Competence, SelfAssessment, Statement
from starterspad.content.models.task import Task
from starterspad.content.schema_numbers import MODEL_SCHEMA
from starterspad.rules.condition_compiler import ConditionCompiler
from starterspad.rules.decision_model import (
    AliasesJson,
    CompetenceJson,
    ModelJson,
    OptionJson,
    PhaseJson,
    QuestionJson,
    SelfAssessmentJson,
    StatementJson,
    TaskJson,
)
from starterspad.rules.former_partners import former_services
from starterspad.rules.in_language import InLanguage
from starterspad.rules.open_desks import OpenDesk, open_desks
from starterspad.rules.service_columns import ServiceColumns
from starterspad.rules.service_words import partner_words
from starterspad.rules.task_version import task_version


class _Some(TypedDict, total=False):
    area_question: str
    time_zone: str
    mirror: SelfAssessmentJson
    buckets: Literal[True]


def compile_decision_model(catalog: Catalog, language: str, today: datetime.date | None = None) -> ModelJson:
    """Return the decision model in one language, ready to be written as JSON.

    `today` decides which desks are open next; without it nothing is said of that.
    `rules/decision_model.py` names every key. Tasks are sorted by phase, order and id.
    """
    compiler = ConditionCompiler(catalog)
    say = InLanguage(catalog.site, language)
    phases = {id: index for index, id in enumerate(catalog.phases)}
    ordered = sorted(catalog.tasks.items(), key=lambda item: (phases[item[1].phase], item[1].order, item[0]))
    indexes = {id: index for index, (id, _) in enumerate(ordered)}
    questions = [_question(compiler, say, id, question) for id, question in catalog.questions.items()]
    # The first that helps with a step stands on its card; the step's page names all.
    sums = {task: id for id, record in reversed(in_order(catalog.of(CALCULATOR)).items()) for task in record.tasks}
    tasks = []
    for id, task in ordered:
        before = sorted(indexes[other] for other in catalog.before(id))
        data = _task(compiler, say, id, task, phases[task.phase], before)
        if id in sums:
            data["sum"] = f"{CALCULATOR.page}/{sums[id]}/"
        tasks.append(data)
    risks = [compiler.condition(point.condition) for risk in catalog.risks.values() for point in risk.points]
    services = ServiceColumns(compiler, indexes, today)
    areas, columns = services.areas(), services.columns()
    return {
        "model_schema": MODEL_SCHEMA,
        "language": language,
        "plan_after": catalog.site.plan_after,
        "assume": catalog.site.assume,
        "fresh_days": FRESH_DAYS,
        "old_days": OLD_DAYS,
        "phases": [_phase(say, id, phase) for id, phase in catalog.phases.items()],
        "questions": questions,
        "tasks": tasks,
        "areas": areas,
        "services": columns,
        "words": partner_words(say, services.services, partial(_open_desks, catalog, language, today)),
        "words_apart": {"tasks": "", "partners": []},
        "conditions": compiler.columns(),
        "themes": [
            {"id": id, "title": say(guide.title), "tasks": sorted(indexes[task] for task in guide.tasks)}
            for id, guide in catalog.guides_in_order("theme")
        ],
        "risks": risks,
        **_some(catalog, say),
        "aliases": _aliases(catalog),
        "retired": {
            **{
                f"{record.kind}/{record.id}": say(record.title)
                for record in catalog.retired.values()
                if record.kind in ("task", "service")
            },
            **former_services(catalog, language),
        },
    }


def _some(catalog: Catalog, say: InLanguage) -> _Some:
    some: _Some = {}
    if catalog.site.area_question:
        some["area_question"] = catalog.site.area_question
    if catalog.site.time_zone:
        some["time_zone"] = catalog.site.time_zone
    if catalog.self_assessment:
        some["mirror"] = _self_assessment(catalog.self_assessment, say)
    if any(id.startswith(MONEY) for id in catalog.questions):
        some["buckets"] = True
    return some


def _self_assessment(assessment: SelfAssessment, say: InLanguage) -> SelfAssessmentJson:
    """Return what the browser needs to score the self-assessment: statements stand in the page itself."""

    def statement_json(statement: Statement) -> StatementJson:
        data: StatementJson = {"id": statement.id}
        if statement.reverse:
            data["reverse"] = True
        if statement.short:
            data["short"] = True
        return data

    def competence_json(competence: Competence) -> CompetenceJson:
        return {
            "id": competence.id,
            "title": say(competence.title),
            "profile": competence.profile,
            "statements": [statement_json(statement) for statement in competence.statements],
        }

    return {
        "top": len(assessment.scale),
        "fields": [
            {"id": field.id, "title": say(field.title), "competences": list(map(competence_json, field.competences))}
            for field in assessment.fields
        ],
    }


def _aliases(catalog: Catalog) -> AliasesJson:
    """Say for each kind which id an old one has now, for the journals that still hold it."""
    by_kind: dict[str, dict[str, str]] = {}
    for (kind, old), id in aliases(catalog).items():
        by_kind.setdefault(kind, {})[old] = id
    return {
        "question": by_kind.get("question", {}),
        "option": by_kind.get("option", {}),
        "task": by_kind.get("task", {}),
        "service": by_kind.get("service", {}),
    }


def _open_desks(
    catalog: Catalog, language: str, today: datetime.date | None, partner: Partner, service: Service
) -> list[tuple[OpenDesk, str]]:
    """Return when a service is open next for whoever has no appointment, in words too; nothing without a day."""
    if today is None:
        return []
    messages = catalog.messages[language]
    return [
        (
            desk,
            messages.format(
                "contact.walk_in",
                day=_sentence(messages.weekday(desk.day)),
                hours=messages.hours(desk.opens, desk.closes),
            ),
        )
        for desk in open_desks(catalog, partner, service, today)
    ]


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _phase(say: InLanguage, id: str, phase: Phase) -> PhaseJson:
    data: PhaseJson = {"id": id, "title": say(phase.title)}
    if phase.short:
        data["short"] = say(phase.short)
    if phase.start:
        data["start"] = True
    if phase.gate:
        data["gate"] = say(phase.gate.question)
    return data


def _option(say: InLanguage, option: Option) -> OptionJson:
    data: OptionJson = {"id": option.id, "title": say(option.title)}
    if option.leads_to:
        data["leads_to"] = option.leads_to
    return data


def _question(compiler: ConditionCompiler, say: InLanguage, id: str, question: Question) -> QuestionJson:
    options = [_option(say, option) for option in question.options]
    if question.dont_know:
        options.append({"id": DONT_KNOW, "title": say(question.dont_know)})
    exclusive = sum(compiler.bits[id][option] for option in question.exclusive_ids() if option in compiler.bits[id])
    data: QuestionJson = {
        "id": id,
        "title": say(question.title),
        "because": say(question.because),
        "several": question.several,
        "options": options,
        "exclusive": exclusive,
        "ask_when": compiler.condition(Condition.model_construct(when=question.ask_when, unless=())),
    }
    if question.sensitive:
        data["sensitive"] = True
    if isinstance(question, DerivedQuestion):
        data["page"] = question.page
    return data


def _task(compiler: ConditionCompiler, say: InLanguage, id: str, task: Task, phase: int, before: list[int]) -> TaskJson:
    facts = [compiler.catalog.facts[fact] for fact in compiler.catalog.facts_of("task", id)]
    data: TaskJson = {
        "id": id,
        "phase": phase,
        "title": say(task.title),
        "why": say(task.in_short or task.why),
        "kind": task.kind,
        "condition": compiler.condition(task.condition),
        "before": before,
        "version": task_version(InLanguage(compiler.catalog.site, say.fallback), task, facts),
    }
    if task.say:
        data["say"] = [say(sentence) for sentence in task.say]
    if task.warning:
        data["warning"] = say(task.warning)
    if task.decided_by:
        data["decided_by"] = say(task.decided_by)
    if task.times:
        data["times"] = task.times
    if task.lead_time:
        data["lead"] = {"days": task.lead_time.days, "estimate": not task.lead_time.source}
    if task.changes:
        last = max(task.changes, key=lambda change: change.on)
        data["changed"] = {"on": last.on.isoformat(), "note": say(last.note)}
    return data
