"""Which language a text is shown in."""

from __future__ import annotations

import pytest
from starterspad.content.localised_text import language_order, localised


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ({"aa": "a", "bb": "b"}, ("b", "bb")),
        ({"cc": "c", "aa": "a"}, ("a", "aa")),
        ({"dd": "d", "cc": "c"}, ("d", "dd")),
    ],
)
def test_the_language_asked_for_goes_before_the_sites_own_and_that_before_the_first(
    text: dict[str, str], shown: tuple[str, str]
) -> None:
    assert localised(text, "bb", "aa") == shown


def test_the_order_names_a_language_once() -> None:
    assert language_order("bb", "aa") == ("bb", "aa")
    assert language_order("aa", "aa") == ("aa",)
