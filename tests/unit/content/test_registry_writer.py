"""What is registered stands in git as `portal register` writes it."""

from __future__ import annotations

from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import REGISTERED_ADDRESS
from starterspad.content.loader import load_catalog
from starterspad.content.registry_writer import ATTRIBUTES, README, registry_files

from tests.conftest import REPOSITORY
from tests.support.command_line import portal


def test_the_committed_registries_hold_everything_that_exists(town: Catalog) -> None:
    groningen = load_catalog(REPOSITORY / "tests/fixtures/instances/groningen")
    assert registry_files(town) == registry_files(groningen) == {}


def test_it_says_what_it_is_to_people_and_to_the_host(instance: Path) -> None:
    assert portal("register", "--root", instance).exit_code == 0
    assert "portal register" in (instance / README).read_text("utf-8")
    assert "linguist-generated" in (instance / ATTRIBUTES).read_text("utf-8")


def test_an_id_is_a_file_without_content(tiny: Catalog) -> None:
    files = registry_files(tiny)
    written = {name: text for name, text in files.items() if name not in (README, ATTRIBUTES, REGISTERED_ADDRESS)}
    assert len(written) == 2 + 4 + 9 + 3 + 2
    assert set(written.values()) == {""}
