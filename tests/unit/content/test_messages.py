"""The sentences of the interface."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from starterspad.content.loader import load_catalog
from starterspad.content.messages import PACKAGED, load_messages
from starterspad.content.problems import InvalidContent
from starterspad.output.build import build
from starterspad.quality.checks import check

from tests.conftest import TODAY, TOWN, Write


def test_the_packaged_languages_say_the_same_things(tmp_path: Path) -> None:
    languages = tuple(sorted(path.stem for path in PACKAGED.glob("*.yml")))
    words, problems = load_messages(tmp_path, languages)
    assert problems == []
    shapes = {language: {key: type(text) for key, text in words[language].sentences.items()} for language in languages}
    assert len({str(sorted(shape.items(), key=str)) for shape in shapes.values()}) == 1


def test_a_sentence_keeps_its_places_in_every_language(tmp_path: Path) -> None:
    def places(text: object) -> set[str]:
        return set(re.findall(r"\{(\w+)\}", str(text if isinstance(text, str) else list(dict(text).values()))))  # type: ignore[call-overload]  # a plural is a map

    words, _ = load_messages(tmp_path, ("nl", "fr", "en"))
    for key in words["en"].sentences:
        assert len({frozenset(places(words[language].sentences[key])) for language in words}) == 1, key


def test_words_count_and_write_dates_in_their_language(tmp_path: Path) -> None:
    words, _ = load_messages(tmp_path, ("nl", "fr", "en"))
    assert words["nl"].format("search.found", count=1) == "1 pagina gevonden"
    assert words["nl"].format("search.found", count=0) == "0 pagina's gevonden"
    assert words["fr"].format("search.found", count=0) == "0 page trouvée"
    assert words["nl"].date(datetime.date(2026, 1, 31)) == "31 januari 2026"


def test_an_instance_may_say_it_otherwise(instance: Path, write: Write) -> None:
    write("content/words/en.yml", "home:\n  start: Begin here\n")
    assert load_catalog(instance).messages["en"].format("home.start") == "Begin here"


def test_a_language_that_lacks_some_words_is_told_which(instance: Path, write: Write) -> None:
    config = (instance / "site_config.yml").read_text("utf-8")
    write("site_config.yml", config.replace("languages: [en]", "languages: [en, de]"))
    text = (PACKAGED / "en.yml").read_text("utf-8")
    write("content/words/de.yml", "".join(line for line in text.splitlines(True) if "  erase" not in line))
    with pytest.raises(InvalidContent) as caught:
        load_catalog(instance)
    assert str(caught.value).startswith(
        'content/words/de.yml:1: words of the interface are missing in "de": '
        "plan.erase, plan.erase_failed, plan.erase_now, plan.erase_text, plan.erased"
    )


def test_a_language_of_a_place_begins_with_the_words_of_the_language(instance: Path, write: Write) -> None:
    write("content/words/fr-BE.yml", "home:\n  start: Commencer ici\n")
    words, problems = load_messages(instance, ("en-GB", "fr-BE", "nl-NL"))
    assert problems == []
    plain, _ = load_messages(TOWN, ("fr", "nl"))
    assert words["nl-NL"].sentences == plain["nl"].sentences
    assert words["fr-BE"].sentences == {**plain["fr"].sentences, "home.start": "Commencer ici"}
    assert words["en-GB"].date(datetime.date(2026, 1, 31)) == "31 January 2026"
    assert words["en-GB"].format("search.found", count=1) == "1 page found"


def test_an_instance_in_the_language_of_a_place_is_built(instance: Path, tmp_path: Path) -> None:
    for path in (path for path in instance.rglob("*") if path.suffix in (".yml", ".md")):
        path.write_text(re.sub(r"\ben:", "en-GB:", path.read_text("utf-8")).replace("[en]", "[en-GB]"), "utf-8")
    (instance / "content/pages/en").rename(instance / "content/pages/en-GB")
    assert [problem for problem in check(load_catalog(instance)) if problem.severity == "error"] == []
    build(instance, tmp_path / "site", today=TODAY)
    page = (tmp_path / "site/en-GB/tasks/register/index.html").read_text("utf-8")
    assert '<html lang="en-GB"' in page
    assert "Register" in page
