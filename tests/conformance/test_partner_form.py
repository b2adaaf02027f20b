"""The form in the browser and the models say the same of every partner file."""

from __future__ import annotations

import datetime
import itertools
import random
import re
import textwrap
from typing import Any

import pytest
import yaml
from starterspad.content.catalog import Catalog
from starterspad.content.fact_references import FactFiller
from starterspad.content.localised_text import localised
from starterspad.content.models.partner import Partner
from starterspad.content.place import Place
from starterspad.content.problems import InvalidContent, Location
from starterspad.content.validation import validate
from starterspad.content.yaml import SourceFile
from starterspad.content.yaml.parser import parse_yaml
from starterspad.intake.message_reader import read_message
from starterspad.intake.partner_writer import completed, partner_id, tidied, write_partner
from starterspad.output.partner_form_data import FormJson, partner_form
from starterspad.quality.checks.facts import figure_pattern
from starterspad.quality.readability import formula_of

from tests.conftest import TODAY, TOWN
from tests.support.js_engine import Engine
from tests.support.random_partners import random_partners
from tests.support.trials import trials
from tests.unit.cli.test_partners import DAY

COUNT = trials(2000)


@pytest.fixture(scope="module")
def form(town: Catalog) -> FormJson:
    return partner_form(town, "nl")


@pytest.fixture(scope="module")
def filled(town: Catalog, form: FormJson, engine: Engine) -> list[dict[str, Any]]:
    """What the browser makes of many partners: tidied, completed, judged, written, and told in a message."""
    batch = list(random_partners(town, COUNT, seed=8))
    licence = town.messages["fr"].format("join.licence")
    frame = {"intro": "Hello,", "licence": licence, "end": "Bye", "language": "fr", "change": ""}
    made: list[dict[str, Any]] = engine.call(
        "batch.map((one) => { const tree = tidied(one); const whole = completed(tree, day, form);"
        " return { tree, whole, faults: faultsOf(tree, form), text: writePartner(whole, form),"
        " id: partnerId(tree, new Set(form.partners), form),"
        " message: messageOf(tree, form, frame, (path) => path,"
        " ({ kind }) => kind === 'tasks' ? 'A (b) step' : '') }; })",
        batch=batch,
        form=form,
        day=DAY,
        frame=frame,
    )
    return [{"given": given, **one} for given, one in zip(batch, made, strict=True)]


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


def test_the_form_refuses_exactly_what_the_models_refuse(town: Catalog, filled: list[dict[str, Any]]) -> None:
    refused = 0
    for one in filled:
        try:
            tree, lines = parse_yaml(one["text"], "partners/x.yml")
            assert isinstance(tree, dict)
            place = Place(SourceFile("partners/x.yml", tree, lines))
            problems = validate(Partner, tree, place, town.site.languages)[1]
        except InvalidContent as invalid:
            problems = list(invalid.problems)
        # Who says so is asked of everybody who fills in the form; a file that maintainers write may leave it out.
        faults = [fault for fault in one["faults"] if fault["path"] != "confirmed.by" or "confirmed" in one["tree"]]
        # Facts are looked up by the checks, not by the model.
        faults = [fault for fault in faults if fault["code"] != "fact"]
        assert bool(problems) == bool(faults), (one["tree"], faults, problems)
        refused += bool(problems)
    assert COUNT * 0.2 < refused < COUNT * 0.9


def test_the_form_advises_what_the_checks_warn_of(
    town: Catalog, form: FormJson, filled: list[dict[str, Any]], engine: Engine
) -> None:
    """Long sentences, and amounts without a source; of texts that are read as they stand."""
    texts = [
        "De stad helpt je met een plan. Het kost € 50 per uur.",
        "Een zin met heel erg veel woorden die maar door en door en door blijft gaan zonder dat er een punt komt.",
        "- Eerst dit\n- Dan dat: drie; vier, vijf! Zes? 20 % korting",
        "100 euro's, 100 euro, € 1.000,50, 5%, %5, eur 7, EUR 8, 9EUR, tien euro",
        "Een {fact: coop-18-months} lang, [een link](https://a.example), *sterk* en ½ of ² dingen",
    ]
    texts += [text for one in filled[:300] for text in one["tree"].get("summary", {}).values()]
    trees = [{"summary": {"nl": text}} for text in texts]
    found = engine.call("trees.map((tree) => fileAdvice(tree, form))", trees=trees, form=form)
    formula, figure = formula_of("nl"), re.compile(figure_pattern(town), re.IGNORECASE)
    assert formula
    told: set[str] = set()
    for text, advice in zip(texts, found, strict=True):
        said = {fault["code"]: fault["values"] for fault in advice if fault["path"] == "summary.nl"}
        count, _ = formula.longest_sentence(text)
        assert ("sentence" in said) == (count > formula.longest), text
        assert said.get("sentence", {"count": count})["count"] == count, text
        amount = figure.search(text)
        assert said.get("figure") == ({"figure": amount[0].strip()} if amount else None), text
        told |= said.keys()
    assert told == {"sentence", "figure"}


def test_a_fact_that_is_none_is_refused(form: FormJson, engine: Engine) -> None:
    trees = [{"name": f"a {{fact: {id}}}"} for id in ("coop-18-months", "no-such-fact", "")]
    found = engine.call("trees.map((tree) => faultsOf(tree, form).map((fault) => fault.code))", trees=trees, form=form)
    assert ["fact" in codes for codes in found] == [False, True, True]


def test_python_tidies_completes_and_writes_as_the_browser_does(town: Catalog, filled: list[dict[str, Any]]) -> None:
    for one in filled:
        assert tidied(one["given"]) == one["tree"]
        whole = completed(one["tree"], TODAY)
        assert whole == one["whole"]
        assert write_partner(whole) == one["text"]
        assert partner_id(one["tree"], town.partners) == one["id"]


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
    town: Catalog, filled: list[dict[str, Any]]
) -> None:
    chance = random.Random(9)
    for one in filled:
        if one["faults"]:
            continue
        message = read_message(mangled(one["message"], chance).encode(), "message.txt", town)
        assert tidied(message.tree) == one["tree"], one["message"]
        assert (message.action, message.language) == ("new", "fr")


def test_each_partner_file_stands_as_the_form_would_write_it(town: Catalog, form: FormJson, engine: Engine) -> None:
    """Whoever proposes a change changes the lines that she changes, and no others."""
    trees = [place.tree for (kind, _), place in town.places.items() if kind == "partner"]
    written = engine.call("trees.map((tree) => writePartner(tidied(tree), form))", trees=trees, form=form)
    assert written == [(TOWN / f"partners/{id}.yml").read_text("utf-8") for id in town.ids("partner")]


def test_the_preview_says_what_the_page_will_in_whatever_languages_a_text_is_written(
    town: Catalog, engine: Engine
) -> None:
    """Each order of each choice of languages: the file keeps the order in which it was filled in."""
    languages = town.site.languages
    fact = next(id for id, fact in town.facts.items() if fact.value and len(set(fact.value.values())) > 1)
    for count in range(1, len(languages) + 1):
        for codes in itertools.permutations(languages, count):
            written = {code: f"{code}: {{fact: {fact}}} {{fact:nothing}}" for code in codes}
            filler = FactFiller(town.facts, ("nothing",), languages)
            filled = {code: filler.fill_text(text, code, Location("x", 1)) for code, text in written.items()}
            for language in languages:
                words, lang = localised(filled, language, town.site.default_language)
                said = engine.call("wordsIn(text, form)", text=written, form=partner_form(town, language))
                assert said == {"text": words, "lang": lang}, (codes, language)
