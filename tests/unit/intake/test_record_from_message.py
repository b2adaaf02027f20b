"""A message about a record becomes the lines of its file, or an error on its own line."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.content.problems import InvalidContent, Problem
from starterspad.content.yaml import Tree
from starterspad.content.yaml.parser import parse_yaml
from starterspad.intake.message_reader import read_message
from starterspad.intake.record_forms import FACT_FORM, NOTICE_FORM, QUESTION_FORM, TASK_FORM, RecordForm
from starterspad.intake.record_from_message import WrittenRecord, record_of

from tests.conftest import TODAY
from tests.support.injection_payloads import PAYLOADS
from tests.support.partner_letters import letter

ANSWERS = {
    "value.nl": "120,50 euro",
    "value.fr": "120,50 euros",
    "value.en": "EUR 120.50",
    "source": "https://economie.fgov.be/nl/tarieven",
    "checked": "2026-11-21",
}
FRAME = ("[record] fact", "[language] nl", "[change] registration-cost")


def written(catalog: Catalog, answers: dict[str, str], *frame: str) -> WrittenRecord:
    message = read_message(letter(answers, *(frame or FRAME)), "letter.txt", catalog, FACT_FORM)
    return record_of(message, "letter.txt", FACT_FORM, catalog, TODAY)


def record_in(text: str, id: str) -> dict[str, Tree]:
    tree, _ = parse_yaml(text, "x.yml")
    assert isinstance(tree, list)
    return next(record for record in tree if isinstance(record, dict) and record["id"] == id)


def refused(catalog: Catalog, answers: dict[str, str], *frame: str) -> list[Problem]:
    with pytest.raises(InvalidContent) as caught:
        written(catalog, answers, *frame)
    return list(caught.value.problems)


def test_a_corrected_value_takes_what_was_known_of_the_old_one_along(town: Catalog) -> None:
    found = written(town, ANSWERS)
    assert found.path == "content/facts/registration.yml"
    assert record_in(found.text, "registration-cost").keys() == {"id", "text", "value", "source", "seen", "checked"}
    assert record_in(found.text, "registration-cost")["seen"] == "told"


def test_only_the_lines_of_what_changes_are_others(town: Catalog) -> None:
    before = (town.root / "content/facts/registration.yml").read_text("utf-8")
    found = written(town, {key: ANSWERS[key] for key in ("source", "checked")})
    gone = [line for line in before.splitlines() if line not in found.text.splitlines()]
    assert {line.split(":")[0].strip() for line in gone} <= {"source", "source_kind", "source_date", "seen", "checked"}
    old, _ = parse_yaml(before, "x.yml")
    new, _ = parse_yaml(found.text, "x.yml")
    assert isinstance(old, list)
    assert isinstance(new, list)
    assert [one for one in old if one not in new] == [record_in(before, "registration-cost")]


def test_a_value_that_holds_only_later_waits_as_the_next_one(town: Catalog) -> None:
    begins = (TODAY + datetime.timedelta(days=40)).isoformat()
    record = record_in(written(town, ANSWERS | {"valid_from": begins}).text, "registration-cost")
    coming = record["next"]
    assert isinstance(coming, dict)
    assert (coming["from"], coming["source"]) == (begins, ANSWERS["source"])
    assert (
        record["value"]
        == record_in((town.root / "content/facts/registration.yml").read_text(), "registration-cost")["value"]
    )


def test_what_names_no_fact_or_another_record_is_refused_on_its_line(town: Catalog) -> None:
    (typed,) = refused(town, ANSWERS, "[record] fact", "[change] registration-costs")
    assert typed.location.line == 2
    assert "registration-cost" in typed.remedy
    for id in ("../../site_config", "/etc/passwd", "fact/registration-cost", "constructor", "x" * 500):
        (problem,) = refused(town, ANSWERS, "[record] fact", f"[change] {id}")
        assert problem.location.line == 2
    (other,) = refused(town, {"source": ANSWERS["source"]}, "[record] partner", "[change] registration-cost")
    assert "portal new partner --from-message" in other.remedy
    (nothing,) = refused(town, ANSWERS, "[record] fact")
    assert "[change]" in nothing.remedy
    (out,) = refused(town, ANSWERS, "[record] fact", "[remove] registration-cost")
    assert "takes no fact out" in out.message


def test_what_the_model_refuses_is_told_with_the_line_of_the_answer(town: Catalog) -> None:
    problems = refused(town, ANSWERS | {"source": "javascript:alert(1)", "checked": "gisteren"})
    lines = letter(ANSWERS, *FRAME).decode().split("\n")
    at = {problem.location.line: problem.message for problem in problems}
    assert set(at) == {lines.index("[source] a label") + 1, lines.index("[checked] a label") + 1}


NOTICE = {"text.nl": "Het loket is dicht.", "text.en": "The desk is closed.", "until": "2026-12-24"}


def begun(catalog: Catalog, answers: dict[str, str], *frame: str) -> WrittenRecord:
    data = letter(answers, *(frame or ("[record] notice", "[language] nl")))
    message = read_message(data, "letter.txt", catalog, NOTICE_FORM)
    return record_of(message, "letter.txt", NOTICE_FORM, catalog, TODAY)


def test_a_notice_is_written_behind_the_others_under_an_id_of_its_own(instance: Path) -> None:
    first = begun(load_catalog(instance), {key: NOTICE[key] for key in ("text.en", "until")}, "[record] notice")
    assert (first.path, first.id) == ("content/notices.yml", "the-desk-is-closed")
    assert first.text.startswith("# yaml-language-server: ")
    (instance / first.path).write_text(first.text, "utf-8")
    again = begun(load_catalog(instance), {key: NOTICE[key] for key in ("text.en", "until")}, "[record] notice")
    assert again.id == "the-desk-is-closed-2"
    assert again.text.startswith(first.text)
    (instance / first.path).write_text(again.text, "utf-8")
    assert load_catalog(instance).problems == ()
    assert len(load_catalog(instance).notices_on(TODAY)) == 2


def test_a_notice_without_a_last_day_or_a_change_of_one_is_refused(town: Catalog) -> None:
    with pytest.raises(InvalidContent, match="until"):
        begun(town, {"text.nl": NOTICE["text.nl"]})
    (path, record) = ("content/notices.yml", "[change] ../x")
    with pytest.raises(InvalidContent, match="there is no notice"):
        begun(town, NOTICE, "[record] notice", record)
    assert not (town.root / path).exists()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_an_attack_is_words_or_is_refused(payload: str, town: Catalog) -> None:
    try:
        found = written(
            town, ANSWERS | {"value.nl": payload.replace("[", "\\["), "text.nl": payload.replace("[", "\\[")}
        )
    except InvalidContent:
        return
    tree, _ = parse_yaml(found.text, "x.yml")
    old, _ = parse_yaml((town.root / found.path).read_text("utf-8"), "x.yml")
    assert isinstance(tree, list)
    assert isinstance(old, list)
    assert len(tree) == len(old)
    assert [one for one in old if one not in tree] == [
        record_in((town.root / found.path).read_text(), "registration-cost")
    ]


def reworded(catalog: Catalog, form: RecordForm, id: str, answers: dict[str, str]) -> WrittenRecord:
    data = letter(answers, f"[record] {form.kind.name}", "[language] nl", f"[change] {id}")
    return record_of(read_message(data, "letter.txt", catalog, form), "letter.txt", form, catalog, TODAY)


def test_other_words_for_a_step_change_their_own_lines(town: Catalog) -> None:
    found = reworded(town, TASK_FORM, "kbo", {"title.nl": "Schrijf je zaak in: # nu"})
    before = (town.root / found.path).read_text("utf-8").splitlines()
    after = found.text.splitlines()
    assert found.path == "content/tasks/kbo.yml"
    assert '  nl: "Schrijf je zaak in: # nu"' in after
    gone = [line for line in before if line not in after]
    assert [line.strip()[:3] for line in gone] == ["nl:"]


def test_other_words_for_a_question_keep_its_answers_and_the_other_questions(town: Catalog) -> None:
    id = next(id for id in town.questions if ("question", id) in town.places)
    found = reworded(town, QUESTION_FORM, id, {"title.nl": "Wat past bij jou?"})
    assert found.path == "content/questions.yml"
    old, _ = parse_yaml((town.root / found.path).read_text("utf-8"), "x.yml")
    new, _ = parse_yaml(found.text, "x.yml")
    assert isinstance(old, list)
    assert isinstance(new, list)
    (was,) = [one for one in old if one not in new]
    (is_now,) = [one for one in new if one not in old]
    assert isinstance(was, dict)
    assert isinstance(is_now, dict)
    assert is_now["title"] == was["title"] | {"nl": "Wat past bij jou?"}  # type: ignore[operator]
    assert {key for key in was if was[key] != is_now[key]} == {"title"}


def test_words_that_are_too_long_or_of_no_step_are_refused_on_their_line(town: Catalog) -> None:
    with pytest.raises(InvalidContent) as caught:
        reworded(town, TASK_FORM, "kbo", {"title.nl": "x" * 141})
    (problem,) = caught.value.problems
    assert problem.location.line == 4
    with pytest.raises(InvalidContent, match="there is no task"):
        reworded(town, TASK_FORM, "kbo2", {"title.nl": "x"})
    with pytest.raises(InvalidContent, match="is not asked here"):
        reworded(town, TASK_FORM, "kbo", {"title.nl": "x", "registration": "false"})
