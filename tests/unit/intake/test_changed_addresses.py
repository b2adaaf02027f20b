"""Addresses that programs for mail changed are read as they were written, or refused with their line."""

from __future__ import annotations

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.problems import InvalidContent

from tests.support.partner_letters import ANSWERS, entry, letter

SAFE = "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fmill.example%2Fa%3Fb%3D1&data=05%7Cme%40a.example"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (SAFE, "https://mill.example/a?b=1"),
        (SAFE.replace("eur03", "EUR03").replace("/?url", "/ap/w-59584e83/?url"), "https://mill.example/a?b=1"),
        ("https://urldefense.com/v3/__https://mill.example__;!!abc$", "https://mill.example"),
        ("https://urldefense.com/v3/__https:/mill.example/a?b=1__;!!abc$", "https://mill.example/a?b=1"),
        ("https://urldefense.proofpoint.com/v2/url?u=https-3A__mill.example_a-5Fb&d=x", "https://mill.example/a_b"),
        ("https://secure-web.cisco.com/1abc/https%3A%2F%2Fmill.example%2Fa", "https://mill.example/a"),
        ("https://www.google.com/url?q=https://mill.example/&sa=D", "https://mill.example/"),
        ("https://mill.example<https://mill.example/>", "https://mill.example"),
        ("https://mill.example <https://mill.example/>", "https://mill.example"),
        ("mill.example<https://mill.example/>", "https://mill.example/"),
        ("<https://mill.example/>", "https://mill.example/"),
        (f"https://mill.example/a?b=1<{SAFE}>", "https://mill.example/a?b=1"),
        ("[https://mill.example](https://mill.example/)", "https://mill.example"),
        ("https://mill.exam\nple/a", "https://mill.example/a"),
    ],
)
def test_an_address_is_the_one_that_was_written(written: str, read: str, tiny: Catalog) -> None:
    assert entry(letter(ANSWERS | {"website": written}), tiny).partner.website == read


@pytest.mark.parametrize(
    ("path", "written", "read"),
    [
        ("contact.email", "info@mill.example<mailto:info@mill.example>", "info@mill.example"),
        ("contact.email", "info@mill.example <mailto:info@mill.example>", "info@mill.example"),
        ("contact.email", "mailto:info@mill.example", "info@mill.example"),
        ("contact.email", "[info@mill.example](mailto:info@mill.example)", "info@mill.example"),
        ("contact.phone", "09 000 00 00<tel:090000000>", "09 000 00 00"),
    ],
)
def test_a_way_to_reach_somebody_stands_once(path: str, written: str, read: str, tiny: Catalog) -> None:
    contact = entry(letter(ANSWERS | {path: written}), tiny).tree["contact"]
    assert contact == {path.rpartition(".")[2]: read}


def test_a_text_is_published_without_the_gateway_of_its_writer(tiny: Catalog) -> None:
    told = ANSWERS | {"summary.en": f"See www.mill.example<http://www.mill.example/> or {SAFE} for more."}
    said = entry(letter(told), tiny).partner.summary["en"]
    assert said == "See http://www.mill.example/ or https://mill.example/a?b=1 for more."


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("https://mill.example<https://other.example/>", "stands before another address"),
        ("https://urldefense.com/v3/__https://mill.example/*a__;Iw!!abc$", "stands before another address"),
        ("https://protect-eu.mimecast.com/s/abc", "stands before another address"),
        ("mill", "an address must start with https://"),
        ("https://mill.example a", "an address may not hold spaces"),
    ],
)
def test_an_address_that_nobody_can_know_is_refused_with_its_line_alone(written: str, said: str, tiny: Catalog) -> None:
    data = letter(ANSWERS | {"website": written})
    with pytest.raises(InvalidContent) as caught:
        entry(data, tiny)
    line = data.split(b"\n").index(b"[website] a label") + 1
    (problem,) = caught.value.problems
    assert problem.location.line == line
    assert said in problem.message
    assert problem.remedy


def test_a_wrong_address_to_write_to_is_the_only_thing_told(tiny: Catalog) -> None:
    with pytest.raises(InvalidContent) as caught:
        entry(letter(ANSWERS | {"contact.email": "somebody"}), tiny)
    assert ["is not an e-mail address" in problem.message for problem in caught.value.problems] == [True]
