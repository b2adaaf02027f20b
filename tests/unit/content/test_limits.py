"""Limits stand once."""

from __future__ import annotations

import re

from starterspad.content.limits import CONTENT_LIMITS, JOURNAL_LIMITS, WRITING_LIMITS
from starterspad.output.scripts import module_paths

from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "generator" / "starterspad"


def test_whatever_a_person_may_write_fits_into_her_journal() -> None:
    assert max(WRITING_LIMITS.values()) <= JOURNAL_LIMITS["text"]


def test_a_title_of_the_content_fits_where_it_becomes_a_step_of_her_own() -> None:
    assert CONTENT_LIMITS["title"] <= WRITING_LIMITS["own_step"]


def test_every_place_to_write_has_a_limit_of_the_list_and_every_limit_has_a_place() -> None:
    named: set[str] = set()
    for path in (PACKAGE / "pages").rglob("*.html"):
        limits = re.findall(r'data-(?:limit|line)="([^"]*)"', path.read_text("utf-8"))
        named |= {limit.removeprefix("{{ limits.").removesuffix(" }}") for limit in limits if "limits." in limit}
        assert not [limit for limit in limits if limit.isdigit()], path
    assert named == set(WRITING_LIMITS)


def test_no_field_cuts_off_what_is_pasted_and_each_page_says_how_much_is_too_many() -> None:
    for path in (PACKAGE / "pages").rglob("*.html"):
        text = path.read_text("utf-8")
        assert "maxlength" not in text.lower(), path
        # The fields on the plan's page are under the words of the card of a step.
        if "data-limit" in text:
            assert '("limit", ("too_many",' in text or "m.step_card_words()" in text, path
        if "data-line" in text:
            assert '"too_many_in_line"' in text, path


def test_no_script_cuts_a_text_at_a_number_of_its_own() -> None:
    for path in module_paths():
        cut = [int(number) for number in re.findall(r"slice\(0, (\d+)\)", path.read_text("utf-8"))]
        # 1: one item, 10: the day of a moment.
        assert set(cut) <= {1, 10}, path
