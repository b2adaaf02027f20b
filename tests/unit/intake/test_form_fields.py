"""Which questions the form asks, and in which order a file is written."""

from __future__ import annotations

import json

from starterspad.content.catalog import Catalog
from starterspad.intake.form_fields import NOT_ASKED, key_order, model_fields, partner_fields


def test_every_key_of_a_partner_file_is_asked_or_left_to_maintainers() -> None:
    asked = {field.path for field in partner_fields()}
    every = {field.path for field in model_fields()}
    kept = {path for path in every if any(path == one or path.startswith(f"{one}.") for one in NOT_ASKED)}
    assert asked | kept == every
    assert not asked & kept
    assert all(any(path == one or path.startswith(f"{one}.") for path in every) for one in NOT_ASKED)
    assert not [field for field in partner_fields() if field.kind == "other"]


def test_every_field_has_a_name_and_help_in_every_language(town: Catalog) -> None:
    for words in town.messages.values():
        for field in partner_fields():
            assert words.format(field.word)
            # A label that a mail program wraps would be read as the beginning of the answer.
            assert len(f"[services.10.{field.path}.xx] 10. {words.format(field.word)} (xx):") <= 100


def test_every_key_has_its_place_in_the_order() -> None:
    assert set(key_order()) >= {"", "contact", "services", "services.booking", "confirmed"}
    assert key_order()["services"][:3] == ["id", "title", "helps_with"]
    assert json.dumps(key_order())
