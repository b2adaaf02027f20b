"""The form about records in the browser and the command write the same file."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from typing import Any

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.yaml.parser import parse_yaml
from starterspad.intake.changed_record import changed_record
from starterspad.intake.partner_writer import tidied
from starterspad.intake.record_forms import FACT_FORM, NOTICE_FORM, QUESTION_FORM, TASK_FORM, RecordForm
from starterspad.intake.record_lines import with_new_record, with_record
from starterspad.output.partner_form_data import FormJson
from starterspad.output.record_form_data import record_files, record_form

from tests.conftest import TODAY
from tests.support.js_engine import Engine
from tests.support.trials import trials

WORDS = ("120,50 euro", "yes", "a: b", "# none", "- x", "'", '"', "{fact: x}", " ", "é ½", "2026-01-01", "1e3")


def answers_to(record: dict[str, Any], choices: random.Random) -> dict[str, Any]:
    """Return what somebody may say about a fact, or nothing of it."""
    told: dict[str, Any] = {"source": choices.choice((record.get("source", "https://a.example"), "https://b.example"))}
    for key in ("value", "text"):
        if choices.random() < 0.5:
            told[key] = {code: choices.choice(WORDS) for code in ("nl", "fr", "en") if choices.random() < 0.6}
    if choices.random() < 0.5 and "amount" in record:
        told["amount"] = {"value": choices.choice(("1", "120.50"))}
    for key in ("valid_from", "valid_until"):
        if choices.random() < 0.4:
            told[key] = (TODAY + datetime.timedelta(days=choices.randint(-400, 400))).isoformat()
    if choices.random() < 0.8:
        told["checked"] = TODAY.isoformat()
    cleaned = tidied(told)
    assert isinstance(cleaned, dict)
    return cleaned


def written_alike(
    batch: list[dict[str, Any]], asked: RecordForm, form: FormJson, engine: Engine
) -> Iterator[tuple[dict[str, Any], dict[str, Any], str]]:
    """Write each change in both; yield it with the record that came of it and the file, which both wrote alike."""
    made: list[str] = engine.call(
        "batch.map(({ text, at: { lines, tree }, told }) =>"
        " withRecord(text, lines, tree, changedRecord(form.record, tree, told, day), form))",
        batch=batch,
        form=form,
        day=TODAY.isoformat(),
    )
    for one, text in zip(batch, made, strict=True):
        tree: Any = one["at"]["tree"]
        new = changed_record(asked.kind, tree, one["told"], TODAY)
        assert with_record(one["text"], one["at"]["lines"], tree, new, asked.kind.model) == text
        yield one, new, text


def test_the_browser_and_the_command_write_the_same_lines(town: Catalog, engine: Engine) -> None:
    choices = random.Random(4)
    form = record_form(town, town.site.default_language, FACT_FORM)["form"]
    files = dict(record_files(town, TODAY))
    known = [
        (file["text"], at)
        for path, file in files.items()
        if path.startswith("records/content/facts/")
        for at in file["records"].values()
    ]
    assert len(known) == len(town.facts)
    picked = (choices.choice(known) for _ in range(trials(80)))
    batch: list[dict[str, Any]] = [
        {"text": text, "at": at, "told": answers_to(dict(at["tree"]), choices)}  # type: ignore[call-overload]
        for text, at in picked
    ]
    for one, new, text in written_alike(batch, asked=FACT_FORM, form=form, engine=engine):
        # Another reader finds that record changed, and no other.
        before, _ = parse_yaml(one["text"], "x.yml")
        after, _ = parse_yaml(text, "x.yml")
        assert isinstance(before, list)
        assert after == [new if record == one["at"]["tree"] else record for record in before]


def test_a_new_record_is_the_same_in_both(town: Catalog, engine: Engine) -> None:
    form = record_form(town, "nl", NOTICE_FORM)["form"]
    batch: list[dict[str, Any]] = [{"id": "closed", "text": {"nl": words}, "until": "2026-12-24"} for words in WORDS]
    made: list[str] = engine.call(
        "batch.map((record) => withNewRecord(form.modeline, record, form))", batch=batch, form=form
    )
    model, head = NOTICE_FORM.kind.model, NOTICE_FORM.kind.modeline
    assert made == [with_new_record(head, dict(record), model) for record in batch]


@pytest.mark.parametrize("asked", [TASK_FORM, QUESTION_FORM], ids=["task", "question"])
def test_other_words_change_the_same_lines_in_both(asked: RecordForm, town: Catalog, engine: Engine) -> None:
    choices = random.Random(6)
    form = record_form(town, "nl", asked)["form"]
    known = [
        (file["text"], file["records"][id])
        for path, file in record_files(town, TODAY)
        for id in file["records"]
        if town.places.get((asked.kind.name, id)) and path.startswith(f"records/{asked.kind.files.split('*')[0][:-4]}")
    ]
    assert len(known) == len([id for id in town.ids(asked.kind.name) if (asked.kind.name, id) in town.places])
    batch: list[dict[str, Any]] = [
        {
            "text": text,
            "at": at,
            "told": {
                key: {code: choices.choice(WORDS) for code in choices.sample(("nl", "fr", "en"), 2)}
                for key in choices.sample([path for path in asked.asked if path in dict(at["tree"])], 2)  # type: ignore[call-overload]
            },
        }
        for text, at in (choices.choice(known) for _ in range(trials(60)))
    ]
    for one, new, text in written_alike(batch, asked=asked, form=form, engine=engine):
        # Another reader finds those keys changed, and no other.
        after, _ = parse_yaml(text, "x.yml")
        records: Any = after if isinstance(after, list) else [after]
        (changed,) = [record for record in records if record == new]
        tree = one["at"]["tree"]
        assert {key for key in tree if changed[key] != tree[key]} <= one["told"].keys()
