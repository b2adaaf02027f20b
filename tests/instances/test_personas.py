"""The people whom a maintainer of Ghent described: enough of them, each with who she is and what must not be hers."""

from __future__ import annotations

from starterspad.content.catalog import Catalog

from tests.conftest import REPOSITORY


def test_there_are_personas_enough_and_each_says_what_must_not_be_there(ghent: Catalog) -> None:
    assert len(ghent.personas) >= 15
    for id, persona in ghent.personas.items():
        lines = (REPOSITORY / f"content/personas/{id}.yml").read_text("utf-8").splitlines()
        assert lines[1].startswith("# "), id
        assert persona.never or not persona.choices, id
