"""Addresses as they stand in texts, and as a host is asked for them."""

from __future__ import annotations

import pytest
from starterspad.quality.address_texts import addresses_in, as_asked


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("https://a.example/Wet_(France)", ["https://a.example/Wet_(France)"]),
        ("https://a.example/l'aide", ["https://a.example/l'aide"]),
        ("https://a.example/x).", ["https://a.example/x)."]),
        ("See https://a.example/Wet_(France), and more.", ["https://a.example/Wet_(France)"]),
        (
            "[Wet](https://a.example/Wet_(France)) (https://b.example/x).",
            ["https://a.example/Wet_(France)", "https://b.example/x"],
        ),
        ("Lisez https://a.example/l'aide.", ["https://a.example/l'aide"]),
        (
            "'https://a.example/x' <https://b.example/> \"https://c.example\"",
            ["https://a.example/x", "https://b.example/", "https://c.example"],
        ),
        ("**https://a.example/x**", ["https://a.example/x"]),
        ("an address begins with https://, always", []),
    ],
)
def test_an_address_is_found_whole(text: str, addresses: list[str]) -> None:
    assert [address for _, address in addresses_in(text)] == addresses


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("https://a.example/caf\u00e9?q=\u00e9&b=%20#deel", "https://a.example/caf%C3%A9?q=%C3%A9&b=%20"),
        ("https://a.example/caf%C3%A9", "https://a.example/caf%C3%A9"),
        ("https://caf\u00e9.example/l'aide_(x)", "https://xn--caf-dma.example/l'aide_(x)"),
    ],
)
def test_an_address_is_asked_in_ascii(address: str, asked: str) -> None:
    assert as_asked(address) == asked
