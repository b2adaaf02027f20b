"""The decision model as the browser reads it: what `rules/model_compiler.py` makes, declared key by key.

What names a condition, a task, a phase or a question does so by its index from 0. `web/core/model-types.js` says the
same, and is made of this module.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from starterspad.rules.service_json import AreaJson, PartnerWordsJson, ServicesJson, WordsApartJson
from starterspad.rules.text_json import TextJson

KeyJson = tuple[int, int, int]
"""Question index, mask of the options that hold, mask of those that leave it open; bit 0 is the first option."""


class ConditionsJson(TypedDict):
    """Every distinct condition, as columns: one character a number (`rules/columns.py`).

    A condition holds when one clause of `when` does (or there is none) and none of `unless`: every key of a clause must
    hold.
    """

    keys: list[KeyJson]
    """each distinct one once"""
    when: str
    """of each condition: how many clauses let it hold"""
    unless: str
    """and how many, after those, keep it from holding"""
    clauses: str
    """of each clause, those of a condition one after the other: how many keys it names"""
    named: str
    """the places in `keys` of those, clause by clause"""


class PhaseJson(TypedDict):
    """A phase of the path."""

    id: str
    title: TextJson
    short: NotRequired[TextJson]
    """a word under its stone"""
    start: NotRequired[Literal[True]]
    """what comes to who has a business that runs"""
    gate: NotRequired[TextJson]
    """the question that is decided at its end"""


class OptionJson(TypedDict):
    """A possible answer."""

    id: str
    title: TextJson
    leads_to: NotRequired[str]
    """the page that whoever gives it sees at once, below the language"""


class QuestionJson(TypedDict):
    """A question, in asking order."""

    id: str
    title: TextJson
    because: TextJson
    """names the question in a reason"""
    several: bool
    """several options may be chosen"""
    options: list[OptionJson]
    exclusive: int
    """mask of the options that cannot stand beside another"""
    ask_when: int
    """condition under which it is asked"""
    sensitive: NotRequired[Literal[True]]
    page: NotRequired[str]
    """where the answer is found that nobody is asked for, below the language"""


class LeadTimeJson(TypedDict):
    """How long a step takes, in calendar days."""

    days: int
    estimate: bool
    """nobody but us says so"""


class LastChangeJson(TypedDict):
    """What changed last in a task for who has it on her plan already."""

    on: str
    """a day such as 2026-01-31"""
    note: TextJson


class TaskWordsJson(TypedDict):
    """What is said of a task on its card."""

    why: NotRequired[TextJson]
    """in one line"""
    say: NotRequired[list[TextJson]]
    """what to say or write to whoever helps"""
    warning: NotRequired[TextJson]


class TaskJson(TaskWordsJson):
    """A step; tasks stand by phase, order and id."""

    id: str
    phase: int
    title: TextJson
    kind: Literal["required", "recommended", "optional"]
    condition: int
    before: list[int]
    """every task that comes before it, through any number of steps"""
    version: str
    """a hash of what she reads of it: another one means that it changed"""
    decided_by: NotRequired[TextJson]
    """who approves what was asked for"""
    times: NotRequired[int]
    """how often it is worth doing"""
    sum: NotRequired[str]
    """the page of the calculator that helps with it, below the language"""
    lead: NotRequired[LeadTimeJson]
    changed: NotRequired[LastChangeJson]


class ThemeJson(TypedDict):
    """What she may want help with first."""

    id: str
    title: TextJson
    tasks: list[int]


class StatementJson(TypedDict):
    """Something that she agrees with or not; its words stand in the page."""

    id: str
    reverse: NotRequired[Literal[True]]
    """says the opposite of the competence"""
    short: NotRequired[Literal[True]]
    """belongs to the short version too"""


class CompetenceJson(TypedDict):
    """Something that can be learned."""

    id: str
    title: TextJson
    profile: int
    """its place on the scale in the comparison profile"""
    statements: list[StatementJson]


class AssessmentFieldJson(TypedDict):
    """Competences that belong together."""

    id: str
    title: TextJson
    competences: list[CompetenceJson]


class SelfAssessmentJson(TypedDict):
    """What is asked about herself."""

    top: int
    """the last place on the scale; the first is 1"""
    fields: list[AssessmentFieldJson]


class AliasesJson(TypedDict):
    """Old id -> today's, for the journals that still hold it."""

    question: dict[str, str]
    option: dict[str, str]
    """as question/option"""
    task: dict[str, str]
    service: dict[str, str]
    """as partner/service"""


class WordsJson(TypedDict):
    """A file of words, of some of those that a model decides about."""

    tasks: NotRequired[dict[str, TaskWordsJson]]
    """of all tasks, by their ids"""
    partners: list[PartnerWordsJson]


class ModelJson(TypedDict):
    """The decision model in one language: all that a plan is made of."""

    model_schema: int
    language: str
    time_zone: NotRequired[str]
    """of the city, as IANA names it: appointments are made by its clocks"""
    plan_after: int
    """so many answers make a plan worth showing"""
    assume: dict[str, str]
    """what counts as her answer until she gives one: question id -> option id"""
    area_question: NotRequired[str]
    """the question whose options are places"""
    fresh_days: int
    """up to so many days what was checked is fresh"""
    old_days: int
    """from so many days on it is old"""
    phases: list[PhaseJson]
    questions: list[QuestionJson]
    tasks: list[TaskJson]
    areas: list[AreaJson]
    services: ServicesJson
    words: list[PartnerWordsJson]
    """of the services; empty where they stand apart"""
    words_apart: WordsApartJson
    """the files of words, where many help"""
    conditions: ConditionsJson
    themes: list[ThemeJson]
    risks: list[int]
    """the conditions of the points of the page about risks, in its order"""
    mirror: NotRequired[SelfAssessmentJson]
    buckets: NotRequired[Literal[True]]
    """conditions name what calculators came to"""
    aliases: AliasesJson
    retired: dict[str, TextJson]
    """task/<id> and service/<partner>/<service> -> what is said of what is no longer there"""
