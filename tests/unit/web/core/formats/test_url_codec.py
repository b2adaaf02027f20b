"""What an address carries comes out as it went in; what is damaged, or too much, is nothing."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from urllib.parse import quote

import pytest

from tests.support.js_engine import Engine

# As in a browser that cannot compress.
PLAIN = (
    "(async () => { const kept = globalThis.CompressionStream; globalThis.CompressionStream = undefined;"
    " try { return await pack(text); } finally { globalThis.CompressionStream = kept; } })()"
)


JSON_TEXT = json.dumps({"kind": "starterspad-plan", "texts": [f"één {number * 7919}" for number in range(40)]})


@pytest.mark.parametrize(("packing", "first"), [("pack(text)", "1"), (PLAIN, "0")], ids=["compressed", "plain"])
def test_a_text_comes_out_as_it_went_in_and_is_letters_that_an_address_may_have(
    packing: str, first: str, engine: Engine
) -> None:
    chance = random.Random(4648)
    for length in (0, 1, 2, 3, 400):
        text = "".join(chance.choice("aé漢😀ûÿ~?>\n") for _ in range(length))
        packed = engine.call(packing, text=text)
        assert re.fullmatch(f"{first}[A-Za-z0-9_-]*", packed)
        assert engine.call("unpack(packed)", packed=packed) == text


@pytest.mark.parametrize("packed", ["", "0_w", "1", "1!", "1AAAA"], ids=["none", "no UTF-8", "empty", "odd", "damaged"])
def test_what_is_damaged_is_nothing(packed: str, engine: Engine) -> None:
    assert not engine.call("unpack(packed)", packed=packed)


def test_no_more_comes_out_than_a_plan_can_hold(engine: Engine) -> None:
    came = "pack('x'.repeat(LARGEST + more)).then(unpack).then((text) => text !== null)"
    assert [engine.call(came, more=more) for more in (0, 1)] == [True, False]


def test_what_is_more_than_a_link_may_carry_is_packed_as_nothing(engine: Engine) -> None:
    chance = random.Random(1951)
    text = "".join(chance.choice("abcdefghijklmnopqrstuvwxyz0123456789") for _ in range(200_000))
    assert engine.call("pack(text)", text=text) == ""
    assert engine.call("carriedText('#plan=' + 'A'.repeat(2_000_000), '#plan=')") == ""


LINK = "https://town.example/nl/plan/#plan="
# How people pass a link on; {} is the whole address, {packed} what it carries.
PASSED_ON = {
    "as it is": "{}",
    "with a full stop": "{}.",
    "in brackets": "({})",
    "in angle brackets": "Mijn plan: <{}> Groetjes, An",
    "in quotes": "\u201c{}\u201d",
    "with a dash behind": "{}—",
    "with a tracker behind": "{}&utm_source=mail&fbclid=IwAR0x_y-z",
    "with a question behind": "{}?fbclid=IwAR0",
    "in a message": "Dag,\nhier is het: {}\nTot morgen\nAn",
    "with a word behind": "{} zie",
    "with spaces at its ends": "  \t{}\u00a0 ",
    "with an invisible mark": "\u200e{}\u200b",
    "as Markdown": "[mijn plan]({})",
}


@pytest.mark.parametrize("passed", PASSED_ON.values(), ids=PASSED_ON)
def test_a_link_is_read_as_people_pass_it_on(passed: str, engine: Engine) -> None:
    packed = engine.call("pack(text)", text=JSON_TEXT)
    assert engine.call("carriedText(text, '#plan=')", text=passed.format(LINK + packed)) == JSON_TEXT


CHANGES: dict[str, Callable[[str], str]] = {
    "broken over lines": lambda link: "\r\n".join(link[start : start + 40] for start in range(0, len(link), 40)),
    "broken over lines, with words below": lambda link: f"{link[:60]}\n{link[60:]}\nGroeten",
    "quoted in an answer": lambda link: (
        "> " + "\n> ".join(link[start : start + 50] for start in range(0, len(link), 50))
    ),
    "quoted-printable": lambda link: "=\r\n".join(
        link.replace("=", "=3D")[start : start + 70] for start in range(0, len(link) + 2, 70)
    ),
    "with percent signs": lambda link: quote(link, safe=""),
    "with percent signs twice": lambda link: quote(quote(link, safe=""), safe=""),
    "with a percent sign for its mark": lambda link: link.replace("#", "%23"),
    "with a percent sign for its equals sign": lambda link: link.replace("=", "%3d"),
    "behind a gateway": lambda link: f"https://gateway.example/?url={quote(link, safe='')}&data=05%7C02%7Cx",
    "with a hidden mark inside": lambda link: f"{link[:70]}\u00ad{link[70:80]}\u200b{link[80:]}",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_link_is_read_as_programs_on_the_way_leave_it(change: Callable[[str], str], engine: Engine) -> None:
    packed = engine.call("pack(text)", text=JSON_TEXT)
    assert engine.call("carriedText(text, '#plan=')", text=change(LINK + packed)) == JSON_TEXT


@pytest.mark.parametrize("text", ["", "#", "#plan", "plan=1abc", "https://town.example/nl/plan/", "100% zeker", "%"])
def test_where_no_link_carries_anything_there_is_none(text: str, engine: Engine) -> None:
    assert engine.call("carriedText(text, '#plan=')", text=text) is None


@pytest.mark.parametrize("packed", ["", "1", "1AAAA", "!", "0e30=", "1" + "_" * 500])
def test_a_damaged_link_carries_nothing(packed: str, engine: Engine) -> None:
    assert engine.call("carriedText(text, '#plan=')", text=LINK + packed) in ("", "{}")
