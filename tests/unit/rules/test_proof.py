"""The proof: what it says of all profiles at once is what the reference says of each."""

from __future__ import annotations

import ast
import math
import random
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.limits import MOST_AT_ONCE
from starterspad.content.loader import load_catalog
from starterspad.content.models.condition import Condition
from starterspad.content.models.field_types import DONT_KNOW
from starterspad.content.problems import Problem
from starterspad.quality.checks import check
from starterspad.rules.evaluate import Answers, Verdict, evaluate
from starterspad.rules.proof import prove, question_values
from starterspad.rules.proof.judgements import Judgements
from starterspad.rules.proof.profile_space import Profile
from starterspad.rules.proof.witness import smallest_witness

from tests.conftest import REPOSITORY
from tests.support.broken_instances import BrokenInstance, broken_instances
from tests.support.profiles import plan_of
from tests.support.trials import trials
from tests.support.walks import is_a_walk, random_walk, verdicts, walks

FIXTURES = broken_instances("proof")


def laid_over_tiny(fixture: BrokenInstance, root: Path) -> Catalog:
    catalog = load_catalog(fixture.write(root))
    assert [problem for problem in check(catalog) if problem.severity == "error"] == []
    return catalog


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_a_fault_is_told_in_exactly_these_words_with_a_witness_that_witnesses(
    fixture: BrokenInstance, tmp_path: Path
) -> None:
    catalog = laid_over_tiny(fixture, tmp_path / "instance")
    proof = prove(catalog)
    text = "".join(f"{problem.severity} {problem.check}: {problem}\n" for problem in proof.problems)
    assert text == fixture.expected
    assert fixture.name in {problem.check for problem in proof.problems}
    for problem, profile in proof.witnesses.items():
        assert is_a_walk(catalog, profile)
        assert WITNESSED[problem.check](catalog, problem, profile), problem


def test_every_fault_has_a_broken_fixture() -> None:
    trees = [
        ast.parse(path.read_text("utf-8")) for path in (REPOSITORY / "generator/starterspad/rules/proof").glob("*.py")
    ]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    calls = [node for node in nodes if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Fault"]
    names = {str(call.args[0].value) for call in calls if isinstance(call.args[0], ast.Constant)}
    assert len(names) > 12
    assert names | {"accepted", "persona"} == {fixture.name for fixture in FIXTURES}


def test_a_good_instance_is_proved(tiny: Catalog) -> None:
    assert prove(tiny).problems == ()


def test_counts_are_those_of_brute_force(tiny: Catalog) -> None:
    proof = prove(tiny)
    all_walks = list(walks(tiny))
    assert proof.profiles == len(all_walks) == 60
    judged = [verdicts(tiny, walk) for walk in all_walks]
    for place, shares in ((0, proof.tasks), (1, proof.services)):
        for id, share in shares.items():
            assert share.certain == sum(each[place][id] is Verdict.YES for each in judged)
            assert share.open == sum(each[place][id] is Verdict.UNKNOWN for each in judged)


def test_what_a_question_decides_is_what_brute_force_finds(tiny: Catalog) -> None:
    all_walks = list(walks(tiny))
    judged = [[*found[0].values(), *found[1].values()] for found in (verdicts(tiny, walk) for walk in all_walks)]

    def entropy(of: list[Verdict]) -> float:
        return -sum(n / len(of) * math.log2(n / len(of)) for n in Counter(of).values())

    for question, value in question_values(tiny).items():
        groups: dict[tuple[str, ...], list[list[Verdict]]] = {}
        for walk, verdicts_of in zip(all_walks, judged, strict=True):
            groups.setdefault(tuple(walk.get(question, ())), []).append(verdicts_of)
        bits = 0.0
        for number in range(len(judged[0])):
            after = sum(len(group) / 60 * entropy([one[number] for one in group]) for group in groups.values())
            bits += entropy([one[number] for one in judged]) - after
        assert value.bits == pytest.approx(bits, abs=1e-9), question


def test_the_proposed_order_asks_nothing_before_what_it_depends_on(town: Catalog, tiny: Catalog) -> None:
    order = sorted(question_values(tiny).items(), key=lambda item: item[1].proposed)
    assert [id for id, _ in order] == ["place", "groups", "stage", "way"]
    places = {id: value.proposed for id, value in question_values(town).items()}
    assert sorted(places.values()) == list(range(1, len(places) + 1))
    for id, question in town.questions.items():
        for clause in question.ask_when:
            assert all(places[other] < places[id] for other in clause)


def test_the_sets_hold_whom_the_reference_says(town: Catalog) -> None:
    found = Judgements(town)
    chance = random.Random(51)
    for _ in range(trials(150)):
        walk = random_walk(town, chance)
        person = found.space.profile(walk)
        assert found.space.count(person) == 1, walk
        tasks, services = verdicts(town, walk)
        for expected, sets in ((tasks, found.tasks), (services, found.services)):
            for id, verdict in expected.items():
                judged = sets[id]
                assert found.space.exists(person & judged.yes) == (verdict is Verdict.YES), (id, walk)
                assert found.space.exists(person & judged.no) == (verdict is Verdict.NO), (id, walk)
    found.close()


def test_the_smallest_witness_is_as_small_as_any(tiny: Catalog) -> None:
    found = Judgements(tiny)
    sizes = {id: [] for id in tiny.tasks}  # type: dict[str, list[int]]
    for walk in walks(tiny):
        for id, verdict in verdicts(tiny, walk)[0].items():
            if verdict is Verdict.YES:
                sizes[id].append(sum(map(len, walk.values())))
    for id, judged in found.tasks.items():
        assert sum(map(len, smallest_witness(found.space, judged.yes).values())) == min(sizes[id])
    found.close()


def _of(problem: Problem, catalog: Catalog) -> str:
    """Return the task or phase that a problem names."""
    return problem.message.split('"')[1]


def _nobody_helps(catalog: Catalog, problem: Problem, profile: Profile) -> bool:
    task = _of(problem, catalog)
    tasks, services = verdicts(catalog, profile)
    helping = [f"{id}/{one.id}" for id, _, one in catalog.services() if task in one.helps_with]
    return tasks[task] is Verdict.YES and all(services[one] is Verdict.NO for one in helping)


def _in_phase(catalog: Catalog, profile: Profile, phase: str) -> list[Verdict]:
    return [verdict for id, verdict in verdicts(catalog, profile)[0].items() if catalog.tasks[id].phase == phase]


def _breaks(catalog: Catalog, problem: Problem, profile: Profile) -> bool:
    """Tell from her plan alone that a person breaks an invariant."""
    invariant = catalog.invariants[_of(problem, catalog)]
    promise = invariant.always or invariant.never
    assert promise is not None
    tasks = plan_of(catalog, profile)["tasks"]
    places = {task["id"]: place for place, task in enumerate(tasks)}
    answers = Answers(catalog.questions, {id: frozenset(options) for id, options in profile.items()})
    assert evaluate(Condition(when=invariant.people, unless=invariant.unless), answers).verdict is Verdict.YES
    shown = [task for task in tasks if promise.step in (None, task["id"])]
    if promise.answers:
        holds = evaluate(Condition(when=promise.answers), answers).verdict is Verdict.YES
    elif promise.mentions:
        says = [str(value).lower() for task in shown for value in catalog.tasks[task["id"]].how.values()]
        holds = any(promise.mentions["en"] in words for words in says)
    elif promise.helper:
        names = {one["partner"]: one["verdict"] for task in shown for one in task["services"]}
        holds = names.get(promise.helper) == "yes" or (invariant.never is not None and promise.helper in names)
    elif promise.first:
        holds = places.get(str(promise.step)) == 0
    elif promise.before:
        holds = places.get(str(promise.step), 99) < min(places.get(other, 99) for other in promise.before)
    elif promise.verdict:
        holds = [task["verdict"] for task in shown] == [promise.verdict]
    else:
        holds = bool(shown) and (invariant.never is not None or shown[0]["verdict"] == "yes")
    return holds == (invariant.never is not None)


WITNESSED: dict[str, Callable[[Catalog, Problem, Profile], bool]] = {
    "helpless": _nobody_helps,
    "empty-phase": lambda catalog, problem, profile: (
        set(_in_phase(catalog, profile, _of(problem, catalog))) <= {Verdict.NO}
    ),
    "empty-plan": lambda catalog, problem, profile: set(verdicts(catalog, profile)[0].values()) == {Verdict.NO},
    "dead-end": lambda catalog, problem, profile: Verdict.YES not in verdicts(catalog, profile)[0].values(),
    "crowded": lambda catalog, problem, profile: (
        _in_phase(catalog, profile, _of(problem, catalog)).count(Verdict.YES) > MOST_AT_ONCE
    ),
    "invariant": _breaks,
    "unsure": lambda catalog, problem, profile: (
        verdicts(catalog, profile)[0][_of(problem, catalog)] is Verdict.YES
        and any(profile.get(id) == [DONT_KNOW] for id, question in catalog.questions.items() if question.registers)
    ),
}


def test_only_what_is_unsafe_stops_a_build() -> None:
    """What each fixture is answered with is asked above, word by word."""
    stopping = {name for fixture in FIXTURES for name in re.findall(r"^error ([\w-]+):", fixture.expected, re.M)}
    assert stopping == {"unsure", "accepted", "invariant", "persona"}
