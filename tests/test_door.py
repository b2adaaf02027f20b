"""The form for partners: asked from the models, checked as the models check, and written so that nothing is lost."""

from __future__ import annotations

import datetime
import json
import random
import textwrap
from typing import Any

import pytest
import yaml

from generator.catalog import Catalog, Place
from generator.catalog.judge import judge
from generator.door.fields import NOT_ASKED, key_order, model_fields, partner_fields
from generator.door.file import completed, partner_id, tidied, write_partner
from generator.door.message import read_message
from generator.models.partner import Partner
from generator.problems import InvalidContent
from generator.source import SourceFile
from generator.source.yaml_events import parse_yaml
from generator.views.join import partner_form
from tests.conftest import REPOSITORY, TODAY
from tests.engine import Engine
from tests.partners import random_partners

COUNT = 2000
DAY = TODAY.isoformat()


@pytest.fixture(scope="module")
def form(ghent: Catalog) -> dict[str, Any]:
    return partner_form(ghent, "nl")


@pytest.fixture(scope="module")
def filled(ghent: Catalog, form: dict[str, Any], engine: Engine) -> list[dict[str, Any]]:
    """What the browser makes of many partners: tidied, completed, judged, written, and told in a message."""
    batch = list(random_partners(ghent, COUNT, seed=8))
    frame = {"intro": "Hello,", "end": "Bye", "language": "fr", "change": ""}
    made: list[dict[str, Any]] = engine.call(
        "batch.map((one) => { const tree = tidied(one); const whole = completed(tree, day, form);"
        " return { tree, whole, faults: faultsOf(tree, form), text: writePartner(whole, form),"
        " id: partnerId(tree, new Set(form.partners), form),"
        " message: messageOf(tree, form, frame, (path) => path, (kind) => kind === 'tasks' ? 'A (b) step' : '') }; })",
        batch=batch,
        form=form,
        day=DAY,
        frame=frame,
    )
    return [{"given": given, **one} for given, one in zip(batch, made, strict=True)]


def test_every_key_of_a_partner_file_is_asked_or_left_to_maintainers() -> None:
    asked = {field.path for field in partner_fields()}
    every = {field.path for field in model_fields()}
    kept = {path for path in every if any(path == one or path.startswith(f"{one}.") for one in NOT_ASKED)}
    assert asked | kept == every
    assert not asked & kept
    assert all(any(path == one or path.startswith(f"{one}.") for path in every) for one in NOT_ASKED)
    assert not [field for field in partner_fields() if field.kind == "other"]


def test_every_field_has_a_name_and_help_in_every_language(ghent: Catalog) -> None:
    for words in ghent.words.values():
        for field in partner_fields():
            assert words.say(field.word)
            # A label that a mail program wraps would be read as the beginning of the answer.
            assert len(f"[services.10.{field.path}.xx] 10. {words.say(field.word)} (xx):") <= 100


def test_what_the_form_writes_is_what_the_models_read(filled: list[dict[str, Any]]) -> None:
    for one in filled:
        if not any(fault["code"] in UNREADABLE for fault in one["faults"]):
            tree, _ = parse_yaml(one["text"], "partners/x.yml")
            assert tree == one["whole"]


UNREADABLE = ("turns", "invisible", "control", "meaningless", "marks")


def test_any_other_reader_of_yaml_finds_the_same_texts(filled: list[dict[str, Any]]) -> None:
    def as_text(value: Any) -> Any:
        if isinstance(value, datetime.date):
            return value.isoformat()
        if isinstance(value, dict):
            # YAML 1.1 takes the key "on" for true, as in every workflow file.
            return {"on" if key is True else key: as_text(inner) for key, inner in value.items()}
        return [as_text(inner) for inner in value] if isinstance(value, list) else value

    for one in filled:
        if not any(fault["code"] in UNREADABLE for fault in one["faults"]):
            if any(fault["code"] == "date" for fault in one["faults"]):
                continue  # 2026-02-30 is no day in any reader
            assert as_text(yaml.load(one["text"], Loader=yaml.CSafeLoader)) == one["whole"]


def test_the_form_refuses_exactly_what_the_models_refuse(ghent: Catalog, filled: list[dict[str, Any]]) -> None:
    refused = 0
    for one in filled:
        try:
            tree, lines = parse_yaml(one["text"], "partners/x.yml")
            assert isinstance(tree, dict)
            place = Place(SourceFile("partners/x.yml", tree, lines))
            problems = judge(Partner, tree, place, ghent.site.languages)[1]
        except InvalidContent as invalid:
            problems = list(invalid.problems)
        # Who says so is asked of everybody who fills in the form; a file that maintainers write may leave it out.
        faults = [fault for fault in one["faults"] if fault["path"] != "confirmed.by" or "confirmed" in one["tree"]]
        assert bool(problems) == bool(faults), (one["tree"], faults, problems)
        refused += bool(problems)
    assert COUNT * 0.2 < refused < COUNT * 0.8


def test_python_tidies_completes_and_writes_as_the_browser_does(ghent: Catalog, filled: list[dict[str, Any]]) -> None:
    for one in filled:
        assert tidied(one["given"]) == one["tree"]
        whole = completed(one["tree"], TODAY)
        assert whole == one["whole"]
        assert write_partner(whole) == one["text"]
        assert partner_id(one["tree"], ghent.partners) == one["id"]


def mangled(text: str, chance: random.Random) -> str:
    """Do to a text what mail programs do: wrap it, quote it, end its lines otherwise."""
    if chance.random() < 0.6:
        lines = (
            textwrap.wrap(line, 76, break_long_words=False, break_on_hyphens=False) or [""] for line in text.split("\n")
        )
        text = "\n".join(part for wrapped in lines for part in wrapped)
    if chance.random() < 0.5:
        text = "\n".join(f"> {line}" for line in text.split("\n"))
    return text.replace("\n", "\r\n") if chance.random() < 0.5 else text


def test_a_message_becomes_what_was_filled_in_whatever_mail_programs_did_to_it(
    ghent: Catalog, filled: list[dict[str, Any]]
) -> None:
    chance = random.Random(9)
    for one in filled:
        if one["faults"]:
            continue
        message = read_message(mangled(one["message"], chance).encode(), "message.txt", ghent)
        assert tidied(message.tree) == one["tree"], one["message"]
        assert (message.action, message.language) == ("new", "fr")


def test_each_partner_file_stands_as_the_form_would_write_it(
    ghent: Catalog, form: dict[str, Any], engine: Engine
) -> None:
    """Whoever proposes a change changes the lines that she changes, and no others."""
    trees = [place.tree for (kind, _), place in ghent.places.items() if kind == "partner"]
    written = engine.call("trees.map((tree) => writePartner(tidied(tree), form))", trees=trees, form=form)
    assert written == [(REPOSITORY / f"partners/{id}.yml").read_text("utf-8") for id in ghent.ids("partner")]


def test_every_key_has_its_place_in_the_order() -> None:
    assert set(key_order()) >= {"", "contact", "services", "services.booking", "confirmed"}
    assert key_order()["services"][:3] == ["id", "title", "helps_with"]
    assert json.dumps(key_order())
