"""What a site says of itself: the time zone of its city, and where it stood before."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError
from starterspad.content.catalog import Catalog
from starterspad.content.models.site import SiteConfig
from starterspad.content.models.time_zone import TimeZone
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


def test_where_a_portal_stood_before_is_a_folder_of_its_host() -> None:
    folders = TypeAdapter(SiteConfig.model_fields["moved_from"].rebuild_annotation())
    assert folders.validate_python(("/", "/start/", "/a/b.c/")) == ("/", "/start/", "/a/b.c/")
    for wrong in ("start", "/start", "start/", "https://old.example/", "//", "/a b/"):
        with pytest.raises(ValidationError, match="is not a folder of a host"):
            folders.validate_python((wrong,))
