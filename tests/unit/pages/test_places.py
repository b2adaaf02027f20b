"""Places that one can walk into: how to get there, when they are open, and what is held there."""

from __future__ import annotations

import re

import pytest
from pydantic import ValidationError
from starterspad.content.catalog import Catalog
from starterspad.content.models.physical_place import PhysicalPlace

from tests.support.rendered_pages import bodies


def test_a_place_says_where_it_is_when_it_is_open_and_what_is_held_there(town: Catalog) -> None:
    pages = bodies(town, "nl")
    body = pages["places/"]
    assert '<section class="card place" id="bibliotheek">' in body
    assert 'href="geo:51.0500,3.7300"' in body
    assert "De ingang met helling" in body
    assert re.findall(r'data-over="([^"]+)">([^<]+)', body)[:2] == [
        ("2026-11-25T16:00:00Z", "woensdag 25 november, 13:00–17:00"),
        ("2026-12-02T16:00:00Z", "woensdag 2 december, 13:00–17:00"),
    ]
    assert "Starters ontmoeten elkaar</a>: donderdag 10 december" in body
    # The event says another name for the room, and no address: that is the place's.
    event = pages["events/starters-ontmoeten/"]
    assert 'places/#bibliotheek">Het oude postkantoor</a><br>Stadsplein 4, Proefstad' in event


@pytest.mark.parametrize("point", ["somewhere", "91.00, 3.72", "51.05, 181.00", "51, 3", "51.05,3.72;javascript:1"])
def test_a_point_is_on_the_earth(point: str) -> None:
    with pytest.raises(ValidationError, match="no point on the earth"):
        PhysicalPlace.model_validate({"point": point})
