"""What an address carries comes out as it went in; what is damaged, or too much, is nothing."""

from __future__ import annotations

import random
import re

import pytest

from tests.support.js_engine import Engine

# As in a browser that cannot compress.
PLAIN = (
    "(async () => { const kept = globalThis.CompressionStream; globalThis.CompressionStream = undefined;"
    " try { return await pack(text); } finally { globalThis.CompressionStream = kept; } })()"
)


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
    came = "pack('x'.repeat(4 * LARGEST + more)).then(unpack).then((text) => text !== null)"
    assert [engine.call(came, more=more) for more in (0, 1)] == [True, False]
