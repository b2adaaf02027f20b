"""The order of those who help: who fits before who perhaps fits, and nobody first for everyone."""

from __future__ import annotations

from tests.support.js_engine import Engine


def in_helper_order(engine: Engine, services: list[dict[str, str]], seed: str) -> list[str]:
    found = engine.call("inHelperOrder(services, seed)", services=services, seed=seed)
    return [service["partner"] for service in found]


SERVICES = [{"partner": f"partner-{number}", "service": "talk", "verdict": "yes"} for number in range(6)]


def test_who_was_checked_long_ago_stands_behind_who_fits_as_well(engine: Engine) -> None:
    perhaps = [SERVICES[5] | {"verdict": "unknown"}]
    call = "inHelperOrder(services, seed, ['partner-0', 'partner-1'])"
    for seed in range(50):
        found = engine.call(call, services=[*SERVICES[:5], *perhaps], seed=str(seed))
        assert {one["partner"] for one in found[3:5]} == {"partner-0", "partner-1"}
        assert found[5]["partner"] == "partner-5"


def test_who_fits_stands_before_who_perhaps_fits(engine: Engine) -> None:
    perhaps = [service | {"verdict": "unknown"} for service in SERVICES[:2]]
    for seed in range(50):
        order = in_helper_order(engine, [*perhaps, *SERVICES[2:]], str(seed))
        assert set(order[4:]) == {"partner-0", "partner-1"}


def test_no_partner_stands_first_more_often_than_another(engine: Engine) -> None:
    first = [in_helper_order(engine, SERVICES, f"seed{number}")[0] for number in range(1200)]
    counts = [first.count(service["partner"]) for service in SERVICES]
    # Two hundred each; five standard deviations around it.
    assert all(135 <= count <= 265 for count in counts), counts


def test_who_joins_makes_nobody_else_change_places(engine: Engine) -> None:
    for seed in range(50):
        before = in_helper_order(engine, SERVICES, str(seed))
        after = in_helper_order(engine, [*SERVICES, {"partner": "new", "service": "talk", "verdict": "yes"}], str(seed))
        assert [partner for partner in after if partner != "new"] == before
        assert before == in_helper_order(engine, SERVICES[::-1], str(seed))


def test_the_services_of_a_partner_stay_together(engine: Engine) -> None:
    twice = [*SERVICES, *({**service, "service": "course"} for service in SERVICES)]
    for seed in range(20):
        order = in_helper_order(engine, twice, str(seed))
        assert order[::2] == order[1::2]
