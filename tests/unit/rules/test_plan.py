"""The plan: what applies, why, in which order, with whose help."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml
from starterspad.content.catalog import Catalog
from starterspad.content.id_registry import registered
from starterspad.content.loader import load_catalog
from starterspad.content.problems import InvalidContent
from starterspad.content.yaml import read_yaml
from starterspad.quality.checks import check
from starterspad.rules.answers_file import read_answers
from starterspad.rules.evaluate import Answers, Verdict
from starterspad.rules.model_compiler import compile_decision_model

from tests.conftest import REPOSITORY
from tests.support.js_engine import Engine
from tests.support.profiles import meet, plan_of, random_profiles

PERSONAS = sorted((REPOSITORY / "tests/personas").glob("*.yml"))


@pytest.mark.parametrize("path", PERSONAS, ids=lambda path: path.stem)
def test_each_persona_gets_the_tasks_she_must_and_none_she_must_not(path: Path, ghent: Catalog) -> None:
    meet(path, ghent)


def test_there_are_personas_enough_and_each_says_what_must_not_be_there() -> None:
    assert len(PERSONAS) >= 15
    for path in PERSONAS:
        text = path.read_text("utf-8")
        assert text.startswith("# ")
        persona = yaml.safe_load(text)
        assert persona["never"] or not persona["answers"]


def test_every_reason_was_truly_answered(ghent: Catalog) -> None:
    for answers in random_profiles(ghent, 300, seed=11):
        for task in plan_of(ghent, answers)["tasks"]:
            for reason in [*task["reasons"], *(each for service in task["services"] for each in service["reasons"])]:
                assert reason["options"], task
                assert set(reason["options"]) <= set(answers[reason["question"]])


def test_every_open_task_names_a_question_that_is_asked_and_not_yet_decided(ghent: Catalog) -> None:
    for answers in random_profiles(ghent, 300, seed=12):
        given = Answers(ghent.questions, {id: frozenset(options) for id, options in answers.items()})
        for task in plan_of(ghent, answers)["tasks"]:
            assert bool(task["missing"]) == (task["verdict"] == "unknown")
            for id in task["missing"]:
                assert given.asked[id].verdict.value == "yes"
                assert answers.get(id, ["dont-know"]) == ["dont-know"]


def test_a_phase_comes_whole_and_after_is_kept_through_tasks_left_out(ghent: Catalog) -> None:
    phases = list(ghent.phases)
    for answers in random_profiles(ghent, 200, seed=13):
        ids = [task["id"] for task in plan_of(ghent, answers)["tasks"]]
        places = [phases.index(ghent.tasks[id].phase) for id in ids]
        assert places == sorted(places)
        for index, id in enumerate(ids):
            later = {other for other in ids[index:] if ghent.tasks[other].phase == ghent.tasks[id].phase}
            assert not ghent.before(id) & later


def test_after_goes_before_order(tiny: Catalog) -> None:
    ids = [task["id"] for task in plan_of(tiny, {"groups": ["student"], "stage": ["started"]})["tasks"]]
    assert ids == ["talk-first", "study"]  # study has the lower order, and waits for talk-first all the same


def test_a_service_that_perhaps_fits_stands_below_those_that_do(ghent: Catalog) -> None:
    for answers in random_profiles(ghent, 100, seed=14):
        for task in plan_of(ghent, answers)["tasks"]:
            verdicts = [service["verdict"] for service in task["services"]]
            assert verdicts == sorted(verdicts, reverse=True)


@pytest.mark.parametrize(
    "typical",
    [{"stage": "idea"}, *({"stage": "preparing", "situation": who} for who in ("unemployment-benefit", "employee"))],
)
def test_a_typical_starter_is_asked_at_most_twelve_questions(typical: dict[str, str], ghent: Catalog) -> None:
    chance = random.Random(12)
    asked = []
    for _ in range(500):
        answered: dict[str, frozenset[str]] = {}
        for id, question in ghent.asked.items():
            if Answers(ghent.questions, answered).asked[id].verdict is Verdict.YES:
                choice = typical.get(id) or chance.choice(question.option_ids())
                answered[id] = frozenset((choice,))
        asked.append(len(answered))
    assert max(asked) <= 12


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("stage: idea", 'answers.yml:1: the key "answers" is missing\n  write {answers: {question: option}}'),
        ("answers:\n  stag: idea", 'answers.yml:2: unknown question "stag"\n  did you mean "stage"?'),
        ("answers:\n  stage: ide", 'answers.yml:2: unknown option "ide" of stage\n  did you mean "idea"?'),
        ("answers:\n  stage: [idea, started]", "answers.yml:2: stage takes one answer\n  keep one"),
        (
            "answers:\n  groups: [none-of-these, maker]",
            'answers.yml:2: "none-of-these" cannot stand beside another answer to groups\n  keep one of them',
        ),
        (
            "answers:\n  groups: [maker, dont-know]",
            'answers.yml:2: "dont-know" cannot stand beside another answer to groups\n  keep one of them',
        ),
    ],
)
def test_wrong_answers_are_named_with_their_line(text: str, message: str, tiny: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "answers.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(InvalidContent) as caught:
        read_answers(read_yaml(path, tmp_path), tiny)
    assert str(caught.value) == message


def test_answers_may_be_json_and_an_empty_list_is_no_answer(tiny: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text('{"answers": {"stage": "idea", "groups": []}}', "utf-8")
    assert read_answers(read_yaml(path, tmp_path), tiny).by_question == {"stage": frozenset({"idea"})}


def test_what_is_needed_first_never_comes_before_what_it_waits_for(ghent: Catalog, engine: Engine) -> None:
    model = compile_decision_model(ghent, "nl")
    profiles = list(random_profiles(ghent, 100, seed=44))
    themes = [id for id, _ in ghent.guides_in_order("theme")]
    script = (
        "profiles.flatMap((answers) => themes.map((theme) => { const plan = makePlan(model, answers);"
        " return {theme, shown: plan.tasks.filter(({verdict}) => verdict === 'yes').map(({id}) => id),"
        " first: [...neededFirst(model, plan, [theme])]}; }))"
    )
    found = engine.call(script, model=model, profiles=profiles, themes=themes)
    assert sum(bool(one["first"]) for one in found) > 100
    for one in found:
        assert set(one["first"]) <= set(one["shown"])
        for task in one["first"]:
            assert ghent.before(task) & set(one["shown"]) <= set(one["first"])
        assert {task for task in ghent.guides[one["theme"]].tasks if task in one["shown"]} <= set(one["first"])


def in_turn(engine: Engine, services: list[dict[str, str]], seed: str) -> list[str]:
    found = engine.call("inTurn(services, seed)", services=services, seed=seed)
    return [service["partner"] for service in found]


SERVICES = [{"partner": f"partner-{number}", "service": "talk", "verdict": "yes"} for number in range(6)]


def test_who_was_checked_long_ago_stands_behind_who_fits_as_well(engine: Engine) -> None:
    perhaps = [SERVICES[5] | {"verdict": "unknown"}]
    call = "inTurn(services, seed, ['partner-0', 'partner-1'])"
    for seed in range(50):
        found = engine.call(call, services=[*SERVICES[:5], *perhaps], seed=str(seed))
        assert {one["partner"] for one in found[3:5]} == {"partner-0", "partner-1"}
        assert found[5]["partner"] == "partner-5"


def test_who_fits_stands_before_who_perhaps_fits(engine: Engine) -> None:
    perhaps = [service | {"verdict": "unknown"} for service in SERVICES[:2]]
    for seed in range(50):
        order = in_turn(engine, [*perhaps, *SERVICES[2:]], str(seed))
        assert set(order[4:]) == {"partner-0", "partner-1"}


def test_no_partner_stands_first_more_often_than_another(engine: Engine) -> None:
    first = [in_turn(engine, SERVICES, f"seed{number}")[0] for number in range(1200)]
    counts = [first.count(service["partner"]) for service in SERVICES]
    # Two hundred each; five standard deviations around it.
    assert all(135 <= count <= 265 for count in counts), counts


def test_who_joins_makes_nobody_else_change_places(engine: Engine) -> None:
    for seed in range(50):
        before = in_turn(engine, SERVICES, str(seed))
        after = in_turn(engine, [*SERVICES, {"partner": "new", "service": "talk", "verdict": "yes"}], str(seed))
        assert [partner for partner in after if partner != "new"] == before
        assert before == in_turn(engine, SERVICES[::-1], str(seed))


def test_the_services_of_a_partner_stay_together(engine: Engine) -> None:
    twice = [*SERVICES, *({**service, "service": "course"} for service in SERVICES)]
    for seed in range(20):
        order = in_turn(engine, twice, str(seed))
        assert order[::2] == order[1::2]


def test_what_a_step_opens_the_way_to_is_what_waits_for_it_and_is_open(ghent: Catalog, engine: Engine) -> None:
    model = compile_decision_model(ghent, "en")
    for answers in random_profiles(ghent, 60, seed=31):
        (plan,) = engine.plans(model, [answers])
        certain = {task["id"] for task in plan["tasks"] if task["verdict"] == "yes"}
        for id in certain:
            found = engine.call(
                "unlockedBy(model, plan, id, new Set(['kbo'])).map(({id}) => id)", model=model, plan=plan, id=id
            )
            assert set(found) == {other for other in certain - {"kbo"} if id in ghent.before(other)}


@pytest.mark.parametrize("gone", ["left: 2026-10-01", "paused: 2026-10-01"])
def test_nobody_is_sent_to_a_partner_that_paused_or_left(gone: str, instance: Path, engine: Engine) -> None:
    path = instance / "partners/town-desk.yml"
    path.write_text(path.read_text("utf-8") + gone + "\n", "utf-8")
    catalog = load_catalog(instance)
    model = compile_decision_model(catalog, "en")
    plan = plan_of(catalog, {"way": ["own-number"]})
    assert plan == engine.plans(model, [{"way": ["own-number"]}])[0]
    assert all(task["services"] == [] for task in plan["tasks"])
    # Who chose it still reads what it was, and why it is no longer offered.
    words = model["retired"]["service/town-desk/desk"]
    assert words.startswith("Town desk (")
    assert ("October 1, 2026" in words) == gone.startswith("left")


def test_what_a_partner_published_stays_known_when_it_leaves(instance: Path) -> None:
    path = instance / "partners/town-desk.yml"
    (instance / "content/published.yml").write_text(registered(load_catalog(instance)), "utf-8")
    path.write_text(path.read_text("utf-8") + "left: 2026-10-01\n", "utf-8")
    assert [problem for problem in check(load_catalog(instance)) if problem.check in ("published", "registry")] == []
