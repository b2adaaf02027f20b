"""The readable reference: does a condition hold for these answers? Every other engine is held against this one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from starterspad.content.models.condition import Clause, Condition
from starterspad.content.models.field_types import DONT_KNOW
from starterspad.content.models.question import Question
from starterspad.content.models.site import SiteConfig


class Verdict(Enum):
    """Strong Kleene logic (S. C. Kleene, 1952): unknown means that the answers so far do not decide."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Reason:
    """A question and the answers that made a clause hold: given, or assumed by the city."""

    question: str
    options: tuple[str, ...]
    assumed: bool = False


@dataclass(frozen=True)
class Judgement:
    """A verdict with why: the reasons of a clause that holds, or the questions that would decide."""

    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answers:
    """What a starter answered: `by_question` maps question id -> option ids; a question without an answer is left out.

    `questions` are all that conditions may name, in asking order. `asked` says for each whether it is asked, worked
    out in one pass: a question's `ask_when` names earlier questions only. `assumed` are those in `by_question` that the
    city answers until the starter does: see `complete`.
    """

    questions: Mapping[str, Question]
    by_question: Mapping[str, frozenset[str]]
    assumed: frozenset[str] = frozenset()
    asked: Mapping[str, Judgement] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        asked: dict[str, Judgement] = {}
        object.__setattr__(self, "asked", asked)
        for id, question in self.questions.items():
            asked[id] = evaluate(Condition.model_construct(when=question.ask_when, unless=()), self)

    def deciding(self) -> frozenset[str]:
        """Return the questions that can rule anything out: a condition that names none of them is at most open."""
        return frozenset(id for id in self.questions if id in self.by_question or self.asked[id].verdict is Verdict.NO)

    @staticmethod
    def complete(
        questions: Mapping[str, Question], answered: Mapping[str, frozenset[str]], assume: Mapping[str, str]
    ) -> Answers:
        """Return what she answered, and what the city assumes where she did not (question id -> option id)."""
        assumed = {id: frozenset([option]) for id, option in assume.items() if id not in answered}
        return Answers(questions, {**answered, **assumed}, frozenset(assumed))

    def in_order(self, questions: Iterable[str]) -> tuple[str, ...]:
        """Return question ids once each, in the order in which they are asked."""
        wanted = frozenset(questions)
        return tuple(id for id in self.questions if id in wanted)

    def reasons_in_order(self, reasons: Iterable[Reason]) -> tuple[Reason, ...]:
        """Return the reasons of several conditions in asking order, each one once."""
        numbers = {id: index for index, id in enumerate(self.questions)}
        return tuple(sorted(dict.fromkeys(reasons), key=lambda reason: (numbers[reason.question], reason.options)))


def evaluate(condition: Condition, answers: Answers) -> Judgement:
    """Judge `when` and not `unless`, in strong Kleene logic.

    The reasons are those of the first clause of `when` that holds; `missing` are the questions that would decide, in
    asking order, empty where the answers do. Raises `KeyError` for a question that does not exist.
    """
    when = _any_of(condition.when, answers) if condition.when else Judgement(Verdict.YES)
    unless = _any_of(condition.unless, answers) if condition.unless else Judgement(Verdict.NO)
    if when.verdict is Verdict.NO or unless.verdict is Verdict.YES:
        return Judgement(Verdict.NO)
    missing = answers.in_order((*when.missing, *unless.missing))
    return Judgement(Verdict.UNKNOWN if missing else Verdict.YES, when.reasons, missing)


def evaluate_area(area: str, site: SiteConfig, answers: Answers) -> Judgement:
    """Judge whether a service offered in `area` reaches the starter's place.

    It does when its area is or contains the place; a place wider than the area leaves it open. Without a question
    about the place, every service does.
    """
    if site.area_question is None or area == site.areas.id:
        return Judgement(Verdict.YES)
    around = site.area_and_around(area)
    options = answers.questions[site.area_question].option_ids()
    inside = tuple(option for option in options if option != DONT_KNOW and area in site.area_and_around(option))
    clause = {site.area_question: inside}
    judgement = _all_of(clause, answers)
    chosen = answers.by_question.get(site.area_question, frozenset())
    if judgement.verdict is Verdict.NO and chosen.intersection(around) and _is_asked(site.area_question, answers):
        return Judgement(Verdict.UNKNOWN, (), (site.area_question,))
    return judgement


def _is_asked(question: str, answers: Answers) -> bool:
    return answers.asked[question].verdict is Verdict.YES


def _any_of(clauses: Iterable[Clause], answers: Answers) -> Judgement:
    """One clause must hold: the first that does gives the reasons; an open one leaves the whole open."""
    missing: tuple[str, ...] = ()
    for clause in clauses:
        judgement = _all_of(clause, answers)
        if judgement.verdict is Verdict.YES:
            return judgement
        missing += judgement.missing
    return Judgement(Verdict.UNKNOWN if missing else Verdict.NO, (), missing)


def _all_of(clause: Clause, answers: Answers) -> Judgement:
    """Every key must hold: one "no" decides, and an open key is only named when nothing else says no."""
    judgements = [_key(question, options, answers) for question, options in clause.items()]
    if any(judgement.verdict is Verdict.NO for judgement in judgements):
        return Judgement(Verdict.NO)
    missing = tuple(id for judgement in judgements for id in judgement.missing)
    if missing:
        return Judgement(Verdict.UNKNOWN, (), missing)
    return Judgement(Verdict.YES, tuple(reason for judgement in judgements for reason in judgement.reasons))


def _key(question: str, options: tuple[str, ...], answers: Answers) -> Judgement:
    asked = answers.asked[question]
    if asked.verdict is not Verdict.YES:
        return Judgement(asked.verdict, (), asked.missing)
    known = answers.questions[question].option_ids()
    chosen = answers.by_question.get(question, frozenset()).intersection(known)
    if not chosen or DONT_KNOW in chosen:
        return Judgement(Verdict.UNKNOWN, (), (question,))
    matching = tuple(option for option in known if option in chosen.intersection(options))
    if not matching:
        return Judgement(Verdict.NO)
    return Judgement(Verdict.YES, (Reason(question, matching, question in answers.assumed),))
