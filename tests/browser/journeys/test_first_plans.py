"""A first plan is short on a phone, and its first screen says whom to reach and how."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog

from tests.browser.conftest import serve
from tests.conftest import REPOSITORY, SiteOf
from tests.support.profiles import personas_of
from tests.support.trials import IN_FULL, trials
from tools.first_plans import KEEP, PHONE, FirstPlan, first_answers, first_plans

pytestmark = [pytest.mark.chromium, pytest.mark.night]

SCREENS = 4
# The longest words, and some of the people; everybody in each language at night.
LANGUAGES = ("nl", "fr", "en") if IN_FULL else ("fr",)


@pytest.fixture(scope="module")
def ghent() -> Catalog:
    return load_catalog(REPOSITORY)


@pytest.fixture(scope="module")
def groningen() -> Catalog:
    return load_catalog(REPOSITORY / "tests/fixtures/instances/groningen")


@pytest.fixture(scope="module")
def groningen_address(site_of: SiteOf) -> Iterator[str]:
    server = serve(site_of("groningen"))
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def anyone(catalog: Catalog, chance: random.Random) -> dict[str, list[str]]:
    """Return a person who answers every question that she may be asked at random."""
    return {id: [chance.choice(question.options).id] for id, question in catalog.asked.items()}


def assert_short(plans: Iterator[FirstPlan], catalog: Catalog) -> None:
    tall = PHONE["height"] * SCREENS
    for plan in plans:
        assert plan.height <= tall, plan
        assert plan.ends <= PHONE["height"], plan
        helped = any(plan.step in service.helps_with for _, _, service in catalog.services())
        assert plan.way or not helped or not plan.helper, plan


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_persona_sees_whom_to_reach_first_and_no_more_than_four_screens(
    browser: Browser, ghent_address: str, ghent: Catalog, language: str
) -> None:
    personas = {name: first_answers(ghent, answers) for name, answers in personas_of(ghent).items()}
    # Who answers alike at first sees the same.
    alike = {
        tuple(sorted((id, *options) for id, options in answers.items())): name for name, answers in personas.items()
    }
    people = {name: personas[name] for name in alike.values() if personas[name]}
    assert len(people) > 15
    some = dict(list(people.items())[:: 1 if IN_FULL else 4])
    assert_short(first_plans(browser, ghent_address, language, some), ghent)


@pytest.mark.parametrize("language", LANGUAGES)
def test_so_does_anyone(browser: Browser, ghent_address: str, ghent: Catalog, language: str) -> None:
    chance = random.Random(20261130)
    people = {
        f"person {number}": first_answers(ghent, anyone(ghent, chance)) for number in range(min(trials(100), 200))
    }
    assert_short(first_plans(browser, ghent_address, language, people), ghent)


def test_so_does_each_persona_of_a_second_city(browser: Browser, groningen_address: str, groningen: Catalog) -> None:
    people = {name: first_answers(groningen, answers) for name, answers in personas_of(groningen).items()}
    assert len(people) >= 12
    some = dict(list(people.items())[:: 1 if IN_FULL else 3])
    assert_short(first_plans(browser, groningen_address, "nl", some), groningen)


def test_who_waits_for_an_authority_says_so_where_nobody_helps(browser: Browser, ghent_address: str) -> None:
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]  # a size
    page.goto(f"{ghent_address}nl/about/")
    page.evaluate(KEEP, ["/", {"stage": ["idea"], "situation": ["civil-servant"]}])
    page.goto(f"{ghent_address}nl/plan/")
    card = page.locator('[data-card="toestemming-overheid"]')
    expect(card.locator("[data-helper]")).to_be_hidden()
    card.get_by_role("button", name="Ik wacht").click()
    expect(page.locator('[data-part="waits-tasks"] [data-task="toestemming-overheid"]')).to_contain_text("sinds")
    page.close()
