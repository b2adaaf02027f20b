"""What the form refuses, at its borders: as much as may be is taken, and one more is not."""

from __future__ import annotations

from typing import Any

import pytest
from starterspad.content.catalog import Catalog
from starterspad.output.partner_form_data import FormJson, partner_form

from tests.support.js_engine import Engine


@pytest.fixture(scope="module")
def form(tiny: Catalog) -> FormJson:
    return partner_form(tiny, "en")


def codes(engine: Engine, form: Any, tree: dict[str, Any]) -> set[str]:
    found: list[str] = engine.call("faultsOf(tree, form).map(({ code }) => code)", form=form, tree=tree)
    return set(found)


def test_a_text_is_as_long_as_its_field_says_in_characters_whatever_they_are(engine: Engine, form: FormJson) -> None:
    limits = {field["path"]: field["limit"] for field in form["fields"]}
    for letter in ("x", "漢", "😀"):
        assert "long" not in codes(engine, form, {"name": letter * limits["name"]})
        assert "long" in codes(engine, form, {"name": letter * (limits["name"] + 1)})
        assert "long" not in codes(engine, form, {"summary": {"en": letter * limits["summary"]}})
        assert "long" in codes(engine, form, {"summary": {"en": letter * (limits["summary"] + 1)}})


def test_a_letter_has_as_many_accents_as_may_be(engine: Engine, form: FormJson) -> None:
    assert "marks" not in codes(engine, form, {"name": "x" + "\u0323" * form["marks"]})
    assert "marks" in codes(engine, form, {"name": "x" + "\u0323" * (form["marks"] + 1)})


@pytest.mark.parametrize(("more", "refused"), [(0, False), (1, True)])
def test_there_are_as_many_offers_as_may_be(more: int, refused: bool, engine: Engine, form: FormJson) -> None:
    services = [{"title": {"en": "A talk"}}] * (form["services"] + more)
    assert ("services" in codes(engine, form, {"services": services})) == refused


@pytest.mark.parametrize(("less", "refused"), [(0, False), (1, True)])
def test_a_file_is_as_large_as_may_be_in_bytes(less: int, refused: bool, engine: Engine, form: FormJson) -> None:
    tree = {"name": "é漢😀", "services": [{"title": {"en": "« à »"}}]}
    written: str = engine.call("writePartner(tree, form)", tree=tree, form=form)
    assert ("large" in codes(engine, {**form, "bytes": len(written.encode()) - less}, tree)) == refused


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://a.example/x?y#z", set()),
        ("http://a.example", {"url-https"}),
        ("https://me@a.example", {"url-user"}),
        ("https://a.example:8080", {"url-port"}),
        ("https://localhost", {"url-host"}),
        ("https://EUR03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example", {"url-gateway"}),
        ("https://urldefense.com/v3/__https://a.example__;!!abc$", {"url-gateway"}),
        ("https://www.google.com/url?q=https://a.example", {"url-gateway"}),
        ("https://www.google.com/urls", set()),
        ("https://a.example/<b>", {"url-characters"}),
    ],
)
def test_what_is_wrong_with_an_address_is_told(address: str, told: set[str], engine: Engine, form: FormJson) -> None:
    assert {code for code in codes(engine, form, {"website": address}) if code.startswith("url")} == told


def test_an_id_is_made_that_nobody_has_and_that_is_not_reserved(engine: Engine, form: FormJson) -> None:
    make = "partnerId({ name }, new Set(['town-desk']), form)"
    names = {"Town Desk": "town-desk-2", "Search": "search-2", "Bakery": "bakery"}
    assert {name: engine.call(make, name=name, form=form) for name in names} == names


@pytest.mark.parametrize(
    ("day", "refused"), [("2028-02-29", False), ("2027-02-29", True), ("2027-02-30", True), ("2027-04-31", True)]
)
def test_a_day_is_one_that_there_is(day: str, refused: bool, engine: Engine, form: FormJson) -> None:
    assert ("date" in codes(engine, form, {"paused": day})) == refused
