"""All profiles at once: the reference's logic over sets of people, held as binary decision diagrams.

A profile is a complete walk through the questionnaire: every question that is asked is answered, "I don't know"
included. Each option is one variable. A judgement becomes two sets, those for whom it is a yes and those for whom it
is a no; for all others it stays open. `tests/unit/rules/test_proof.py` holds this against `rules/evaluate.py`, the
readable reference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from functools import reduce

from dd.autoref import BDD, Function

from starterspad.content.catalog import Catalog
from starterspad.content.models.condition import Clause, Condition
from starterspad.content.models.field_types import DONT_KNOW
from starterspad.content.models.partner import Partner, Service
from starterspad.content.models.question import Question

# A set of profiles: a node of the diagram.
ProfileSet = Function
Profile = dict[str, list[str]]


@dataclass(frozen=True)
class Judged:
    """For whom a condition holds, and for whom it does not; for all others it is open."""

    yes: ProfileSet
    no: ProfileSet

    @property
    def open(self) -> ProfileSet:
        """For whom the answers do not decide."""
        return ~(self.yes | self.no)


class ProfileSpace:
    """Every profile that the questionnaire can lead to, and what conditions make of them.

    Sets of profiles are reduced ordered binary decision diagrams (Bryant, 1986): `&`, `|`, `~` and `==` work on them.
    `asked` says by question who is asked; `reachable` who the questionnaire can lead to.
    """

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.bdd = BDD()
        self.bdd.configure(reordering=False)
        self.names = [(id, option) for id in _in_families(catalog) for option in catalog.questions[id].option_ids()]
        self.bdd.declare(*(_name(*name) for name in self.names))
        self.everyone, self.nobody = self.bdd.true, self.bdd.false
        self.asked: dict[str, Judged] = {}
        self._known: dict[str, Judged] = {}
        self._narrow: dict[tuple[ProfileSet, str, bool], ProfileSet] = {}
        self.reachable = self.everyone
        for id, question in catalog.questions.items():
            self.asked[id] = self.judge(Condition.model_construct(when=question.ask_when, unless=()))
            walked = self.bdd.ite(self.asked[id].yes, self._valid(id, question), self._unanswered(id, question))
            self.reachable &= walked

    def through(self, other: Catalog) -> ProfileSpace:
        """Return this space with the rules of another catalog: what they ask that nobody is asked here stays open."""
        space = copy(self)
        space.catalog = replace(other, questions=self.catalog.questions)
        return space

    def close(self) -> None:
        """Let go of every set: the library wants them gone before the diagram itself."""
        self.asked.clear()
        self._known.clear()
        self._narrow.clear()
        del self.reachable, self.everyone, self.nobody

    def tidy(self) -> None:
        """Free what no set uses any more: the library does not do so by itself."""
        self.bdd.collect_garbage()

    def option(self, question: str, option: str) -> ProfileSet:
        """Return who gave an answer."""
        return self.bdd.var(_name(question, option))

    def judge(self, condition: Condition) -> Judged:
        """Judge `when` and not `unless`, for everyone at once."""
        key = repr((condition.when, condition.unless))
        if key not in self._known:
            when = self._any_of(condition.when) if condition.when else Judged(self.everyone, self.nobody)
            unless = self._any_of(condition.unless) if condition.unless else Judged(self.nobody, self.everyone)
            self._known[key] = Judged(when.yes & unless.no, when.no | unless.yes)
        return self._known[key]

    def judge_service(self, partner: Partner, service: Service) -> Judged:
        """Judge a service: its own condition, and whether it reaches the place."""
        fits, reaches = self.judge(service.condition), self.judge_area(self.catalog.service_area(partner, service))
        return Judged(fits.yes & reaches.yes, fits.no | reaches.no)

    def judge_area(self, area: str) -> Judged:
        """Judge whether what is given in an area reaches the place; a wider place leaves it open."""
        site = self.catalog.site
        if site.area_question not in self.asked or area == site.areas.id:
            return Judged(self.everyone, self.nobody)
        options = [option.id for option in self.catalog.questions[site.area_question].options]
        inside = [option for option in options if area in site.area_and_around(option)]
        reached = self._key(site.area_question, inside)
        around = [option for option in options if option in site.area_and_around(area)]
        wider = self._some(site.area_question, around) & self.asked[site.area_question].yes
        return Judged(reached.yes, reached.no & ~wider)

    def count(self, people: ProfileSet) -> int:
        """Return how many reachable profiles are among these: exact, however many."""
        return self.count_all(people & self.reachable)

    def count_all(self, people: ProfileSet) -> int:
        """Return how many ways to answer are among these, whether or not the questionnaire leads there."""
        return int(self.bdd.count(people, nvars=len(self.names)))

    def exists(self, people: ProfileSet) -> bool:
        """Tell whether a reachable profile is among these."""
        return bool((people & self.reachable) != self.nobody)

    def differ(self, people: ProfileSet, others: ProfileSet) -> ProfileSet:
        """Return who is in one of two sets and not in the other, reachable or not."""
        return self.bdd.apply("xor", people, others)

    def swapped(self, people: ProfileSet, question: str, option: str, other: str) -> ProfileSet:
        """Return the set with two answers in each other's place."""
        first, second = _name(question, option), _name(question, other)
        return self.bdd.let({first: self.bdd.var(second), second: self.bdd.var(first)}, people)

    def parts(self, question: str, judged: Judged) -> Iterator[tuple[int, tuple[int, int, int]]]:
        """Split the reachable profiles by the answer to a question: how many answers give a part, and its sizes.

        The sizes are of all in the part, and of those who are judged a yes and a no. Answers that leave equal parts
        are taken together: that keeps a question with many options to a few parts.
        """
        answers_by_part: Counter[tuple[ProfileSet, ...]] = Counter({(self.reachable, judged.yes, judged.no): 1})
        options = self.catalog.questions[question].option_ids()
        for option in options:
            split: Counter[tuple[ProfileSet, ...]] = Counter()
            for part, answers in answers_by_part.items():
                for chosen in (False, True):
                    narrowed = tuple(self._narrowed(people, _name(question, option), chosen) for people in part)
                    if narrowed[0] != self.nobody:
                        split[narrowed] += answers
            answers_by_part = split
        for (everyone, yes, no), answers in answers_by_part.items():
            # The question's own options count as free here, so each size is that many times too large.
            sets = (everyone, everyone & yes, everyone & no)
            all_of_them, some_yes, some_no = (self.count_all(people) >> len(options) for people in sets)
            yield answers, (all_of_them, some_yes, some_no)

    def _narrowed(self, people: ProfileSet, name: str, chosen: bool) -> ProfileSet:
        """Return a set for whom an option is given or not; most are asked for again and again."""
        key = (people, name, chosen)
        if key not in self._narrow:
            self._narrow[key] = self.bdd.let({name: chosen}, people)
        return self._narrow[key]

    def profile(self, profile: Profile) -> ProfileSet:
        """Return the set that holds this one profile alone."""
        chosen = {(question, option) for question, options in profile.items() for option in options}
        return self._all(self.option(*name) if name in chosen else ~self.option(*name) for name in self.names)

    def _any_of(self, clauses: Iterable[Clause]) -> Judged:
        judged = [self._all_of(clause) for clause in clauses]
        return Judged(
            self._either(judgement.yes for judgement in judged), self._all(judgement.no for judgement in judged)
        )

    def _all_of(self, clause: Clause) -> Judged:
        judged = [self._key(question, options) for question, options in clause.items()]
        return Judged(
            self._all(judgement.yes for judgement in judged), self._either(judgement.no for judgement in judged)
        )

    def _key(self, question: str, options: Iterable[str]) -> Judged:
        if question not in self.asked:
            return Judged(self.nobody, self.nobody)
        asked = self.asked[question]
        known = self.catalog.questions[question].option_ids()
        answered = self._some(question, known) & ~self._some(question, [DONT_KNOW] if DONT_KNOW in known else [])
        matching = self._some(question, (option for option in options if option in known))
        return Judged(asked.yes & answered & matching, asked.no | (asked.yes & answered & ~matching))

    def _valid(self, id: str, question: Question) -> ProfileSet:
        """Return who answered a question as it may be answered: one option, or several that may stand together."""
        alone = question.exclusive_ids() if question.several else frozenset(question.option_ids())
        known = question.option_ids()
        together = [option for option in known if option not in alone]
        none_alone = ~self._some(id, [option for option in known if option in alone])
        several = self._some(id, together) & none_alone
        single = [
            self.option(id, option) & ~self._some(id, [other for other in known if other != option])
            for option in known
            if option in alone
        ]
        return self._either((several, *single))

    def _unanswered(self, id: str, question: Question) -> ProfileSet:
        return ~self._some(id, question.option_ids())

    def _some(self, question: str, options: Iterable[str]) -> ProfileSet:
        return self._either(self.option(question, option) for option in options)

    def _either(self, sets: Iterable[ProfileSet]) -> ProfileSet:
        return reduce(lambda people, others: people | others, sets, self.nobody)

    def _all(self, sets: Iterable[ProfileSet]) -> ProfileSet:
        return reduce(lambda people, others: people & others, sets, self.everyone)


def _in_families(catalog: Catalog) -> list[str]:
    """Return the questions, each right after the one that decides whether it is asked.

    A diagram carries what it must remember from one level to the next: with families together it is many times smaller.
    """
    questions = list(catalog.questions)
    followers: dict[str | None, list[str]] = {}
    for id, question in catalog.questions.items():
        before = {other for clause in question.ask_when for other in clause}
        last = max(before, key=questions.index) if before else None
        followers.setdefault(last, []).append(id)
    ordered: list[str] = []
    waiting = followers.get(None, [])[::-1]
    while waiting:
        ordered.append(waiting.pop())
        waiting += followers.get(ordered[-1], [])[::-1]
    return ordered


def _name(question: str, option: str) -> str:
    return f"{question}/{option}"
