"""Phone numbers as people and their programs write them."""

from __future__ import annotations

from pathlib import Path

import pytest
from starterspad.content.loader import load_catalog
from starterspad.content.phone_numbers import dialled

WRITTEN = [
    ("(609) 555-0160", "(609) 555-0160", "6095550160"),
    ("(800) 555-0107 ext. 318", "(800) 555-0107 ext. 318", "8005550107"),
    ("(609) 555-0170 (press 3)", "(609) 555-0170 (press 3)", "6095550170"),
    ("(208) 555-0122 or (800) 555-0107", "(208) 555-0122 or (800) 555-0107", "2085550122"),
    ("609.555.0160", "609.555.0160", "6095550160"),
    ("+32 (0)9 555 01 23", "+32 (0)9 555 01 23", "+3295550123"),
    ("09\u00a0555\u00a001\u00a023", "09 555 01 23", "095550123"),
    ("+32\u202f9\u202f555\u202f01\u202f23", "+32 9 555 01 23", "+3295550123"),
    ("+32 9 555\u201101\u201123", "+32 9 555-01-23", "+3295550123"),
    ("\u202a+32 9 555 01 23\u202c", "+32 9 555 01 23", "+3295550123"),
    ("tel:+3295550123", "+3295550123", "+3295550123"),
    ("09/555.01.23", "09/555.01.23", "095550123"),
    ("+32 9 555 01 23 (optie 2)", "+32 9 555 01 23 (optie 2)", "+3295550123"),
    ("09 555 01 23 poste 12", "09 555 01 23 poste 12", "095550123"),
]


@pytest.mark.parametrize(("written", "tidy", "dial"), WRITTEN)
def test_a_number_is_read_tidied_and_dialled(written: str, tidy: str, dial: str, instance: Path) -> None:
    path = instance / "partners/town-desk.yml"
    path.write_text(path.read_text("utf-8") + f'contact: {{phone: "{written}"}}\n', "utf-8")
    catalog = load_catalog(instance)
    assert catalog.problems == ()
    phone = catalog.partners["town-desk"].contact.phone
    assert phone == tidy
    assert dialled(phone) == dial


def test_marks_are_taken_off_a_bare_number_alone(instance: Path) -> None:
    path = instance / "partners/town-desk.yml"
    path.write_text(path.read_text("utf-8") + 'caveat: {en: "\u202acall 12\u202c"}\n', "utf-8")
    (problem,) = load_catalog(instance).problems
    assert "turns the direction of the text (U+202A) is not allowed" in problem.message
