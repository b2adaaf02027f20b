"""A line that is not understood is told, and never becomes the end of the answer above it."""

from __future__ import annotations

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.problems import InvalidContent

from tests.support.partner_letters import ANSWERS, entry, letter


def refused(data: bytes, tiny: Catalog) -> list[tuple[int, str]]:
    with pytest.raises(InvalidContent) as caught:
        entry(data, tiny)
    return [(problem.location.line, problem.message) for problem in caught.value.problems]


def test_a_label_that_nobody_asks_ends_the_answer_above_it(tiny: Catalog) -> None:
    data = letter(ANSWERS).replace(b"[website]", b"[contact.emial] E-mail\ninfo@a.example\n[website]")
    assert refused(data, tiny) == [(10, "[contact.emial] is not asked here")]


@pytest.mark.parametrize("label", ["[ website ] x", "[website x", "[site] x", "\u200b[website] x", "**[website]** x"])
def test_a_label_that_was_changed_is_told(label: str, tiny: Catalog) -> None:
    data = letter(ANSWERS).decode().replace("[website] a label", label).encode()
    assert any("website" in message or "site" in message for line, message in refused(data, tiny) if line == 10)


def test_two_lines_that_a_program_joined_are_told(tiny: Catalog) -> None:
    data = letter(ANSWERS).replace(b"\n\n[kind.en]", b" [kind.en]")
    assert (2, "[kind.en] stands inside a line") in refused(data, tiny)


def test_a_letter_that_was_cut_off_is_told(tiny: Catalog) -> None:
    cut = letter(ANSWERS).replace(b"[end]", b"Kind regards")
    assert refused(cut, tiny) == [(22, "the message ends before its last line, [end]")]


def test_a_label_that_a_program_broke_is_one_label(tiny: Catalog) -> None:
    words = tiny.messages["en"].format("field.summary")
    data = letter(ANSWERS).decode().replace("[summary.en] a label", f"[summary.en] {words} (en)")
    broken = data.replace(f" {words} (en)", f" {words} (en)".replace(" ", "\n> "))
    assert "\n> (en)" in broken
    assert entry(broken.encode(), tiny).partner.summary == {"en": "Grinds."}


def test_an_answer_behind_its_label_is_told(tiny: Catalog) -> None:
    words = tiny.messages["en"].format("field.area")
    assert refused(
        letter(ANSWERS | {"area": ""}).replace(b"[area] a label", f"[area] {words} Town".encode()), tiny
    ) == [(22, "words stand behind the label of [area]")]


@pytest.mark.parametrize(
    "lines",
    [
        "- One (desk)\n- Two (phone)",
        "* One (desk)\n* Two (phone)",
        "• One (desk)\n•\tTwo (phone)",
        "·         One (desk)\n·         Two (phone)",
        "\uf0b7 One (desk)\n\uf0b7 Two (phone)",
        "o One (desk)\no Two (phone)",
        "1. One (desk)\n2. Two (phone)",
        "– One (desk)\n➢ Two (phone)",
        "One (desk)\nTwo (phone)",
        "One (desk), Two (phone)",
        "- One that a program\nbroke (desk)\n- Two (phone)",
        "☑ One (desk)\n☐ Three (home)\n☑ Two (phone)",
        "- [x] One (desk)\n- [ ] Three (home)\n* [X] Two (phone)",
    ],
)
def test_a_list_is_read_whatever_stands_before_its_items(lines: str, tiny: Catalog) -> None:
    service = entry(letter(ANSWERS | {"services.1.format": lines}), tiny).partner.services[0]
    assert service.format == ("desk", "phone")


def test_an_answer_may_begin_with_a_bracket_of_its_own(tiny: Catalog) -> None:
    assert entry(letter(ANSWERS | {"name": "\\[mill\\] of \\[name\\]"}), tiny).partner.name == "[mill] of [name]"
