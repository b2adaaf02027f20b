"""The monthly digest: what aged while many read it, and whom to ask."""

from __future__ import annotations

import datetime
from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.upkeep.digest import MOST_LETTERS, digest_of

from tests.conftest import TODAY, Write

LATER = datetime.date(2027, 9, 1)


def test_what_is_fresh_is_not_in_it(town: Catalog) -> None:
    assert digest_of(town, TODAY).aged == ()


def test_what_most_readers_meet_stands_first(town: Catalog) -> None:
    uses = [one.uses for one in digest_of(town, LATER).aged]
    assert uses == sorted(uses, reverse=True)
    assert uses[0] > uses[-1]


def test_a_month_has_no_more_letters_than_a_person_can_send(town: Catalog) -> None:
    found = digest_of(town, LATER)
    assert len(found.letters) == MOST_LETTERS
    assert len(found.letters) + found.waiting == len(town.partners)


def test_who_confirmed_lately_is_not_asked_again(instance: Path, write: Write) -> None:
    text = (instance / "partners/town-desk.yml").read_text("utf-8")
    write("partners/town-desk.yml", text + "confirmed: {on: 2027-08-01, by: A. Person}\n")
    assert digest_of(load_catalog(instance), LATER).letters == ()
    assert digest_of(load_catalog(instance), datetime.date(2028, 9, 1)).letters


def test_who_left_is_never_asked(instance: Path, write: Write) -> None:
    text = (instance / "partners/town-desk.yml").read_text("utf-8")
    write("partners/town-desk.yml", text + "left: 2026-10-01\n")
    assert digest_of(load_catalog(instance), LATER).letters == ()
