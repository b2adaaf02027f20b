"""Where a partner appears, for programs."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.output.appearing_data import AppearingServiceJson, appearing_json
from starterspad.pages.neighbours import Neighbours


def test_where_a_partner_appears_is_there_as_data(tiny: Catalog) -> None:
    expected: list[AppearingServiceJson] = [
        {"service": "desk", "when": [], "unless": [], "area": "town", "tasks": {"talk-first": 0}},
        {"service": "number", "when": [], "unless": [], "area": "country", "tasks": {"register": 0}},
    ]
    assert appearing_json(Neighbours(tiny), "town-desk")["services"] == expected
