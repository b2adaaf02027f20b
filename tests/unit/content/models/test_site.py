"""The time zone of a city is one that every clock of the world agrees on, or none at all."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError
from starterspad.content.catalog import Catalog
from starterspad.content.models.site import TimeZone
from starterspad.rules.model_compiler import compile_decision_model


@pytest.mark.parametrize("name", ["Europe/Brussels", "America/Argentina/Ushuaia", "UTC"])
def test_a_zone_of_iana_is_one(name: str) -> None:
    assert TypeAdapter(TimeZone).validate_python(name) == name


@pytest.mark.parametrize(
    "name", ["Europe/Gent", "Europe", "europe/brussels", "../etc/passwd", "/etc/localtime", "", "CEST+2"]
)
def test_any_other_name_is_none(name: str) -> None:
    with pytest.raises(ValidationError, match="is not a time zone"):
        TypeAdapter(TimeZone).validate_python(name)


def test_the_browser_gets_the_zone_of_the_city(town: Catalog, tiny: Catalog) -> None:
    assert compile_decision_model(town, "en").get("time_zone") == "Europe/Brussels"
    assert "time_zone" not in compile_decision_model(tiny, "en")
