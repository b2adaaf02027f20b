"""Under what everything here is given, and that whoever sends something reads it before."""

from __future__ import annotations

import hashlib
import html
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.intake.form_fields import LICENCE
from starterspad.intake.issue_forms import issue_forms
from starterspad.intake.message_reader import read_message
from starterspad.output.partner_form_data import partner_form

from tests.conftest import REPOSITORY
from tests.support.js_engine import Engine

INSTANCES = [REPOSITORY, *sorted((REPOSITORY / "tests/fixtures/instances").iterdir())]
CODE = "https://creativecommons.org/licenses/by/4.0/legalcode"
# Of the legal code as Creative Commons publishes it in plain text.
LEGAL_CODE = "fd3a263fe19ed8faa9068b43abaebafc02c77897b0c6fc09abc04bb592e5f16e"


def read(name: str) -> str:
    return (REPOSITORY / name).read_text("utf-8")


@pytest.fixture(scope="module", params=INSTANCES, ids=lambda path: path.name)
def catalog(request: pytest.FixtureRequest) -> Catalog:
    return load_catalog(request.param)


def test_the_software_is_mit_and_the_package_says_so() -> None:
    licence = read("LICENSE")
    assert licence.startswith("MIT License\n\nCopyright (c) 2026 The Starterspad contributors\n")
    project = tomllib.loads(read("pyproject.toml"))["project"]
    assert (project["license"], project["license-files"]) == ("MIT", ["LICENSE"])
    comment = read("pyproject.toml").partition('license = "MIT"')[0].rpartition("requires-python")[2]
    for folder in ("content/LICENSE", "partners/LICENSE", "tests/fixtures/instances/"):
        assert folder in comment


def test_the_words_are_cc_by_whose_text_stands_there_whole() -> None:
    preamble, _, legal_code = read("content/LICENSE").partition(f"\n{'-' * 71}\n\n")
    assert hashlib.sha256(legal_code.encode()).hexdigest() == LEGAL_CODE
    for named in (
        "CC BY 4.0",
        CODE,
        "../partners/",
        "../tests/fixtures/instances/",
        "names and logos",
        "quoted",
        "fact",
    ):
        assert named in preamble


def test_who_sends_a_partner_file_grants_its_words_and_keeps_name_and_logo() -> None:
    text = " ".join(read("partners/LICENSE").split())
    for said in ("CC BY 4.0", "../content/LICENSE", CODE, "The names, the logos (logos/) and quoted words stay"):
        assert said in text


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "docs/fork.md",
        *(f"content/pages/{language}/{page}.md" for language in ("en", "fr", "nl") for page in ("about", "for-cities")),
        *(f"tests/fixtures/instances/groningen/content/pages/{language}/about.md" for language in ("en", "nl")),
    ],
)
def test_both_licences_are_named_where_people_look(name: str) -> None:
    text = read(name)
    assert "CC BY 4.0" in text
    assert re.search(r"\bMIT\b", text)
    if "/pages/" in name:
        assert f"({LICENCE}{Path(name).parent.name})" in text


def test_the_form_shows_the_line_before_anything_is_sent(town: Catalog, town_site: Path) -> None:
    for language in town.site.languages:
        page = html.unescape((town_site / language / "join/index.html").read_text("utf-8"))
        before, _, sending = page.partition('data-part="done"')
        assert f"{town.messages[language].format('join.licence')} <a " in before
        assert f'href="{LICENCE}{language}"' in before
        assert 'data-part="copy-mail"' in sending
        assert 'data-part="download"' in sending
        assert 'data-part="copy-mail"' not in before


def test_every_language_says_what_is_allowed_and_what_stays_theirs(catalog: Catalog) -> None:
    said = {language: words.format("join.licence") for language, words in catalog.messages.items()}
    assert all("CC BY 4.0" in line for line in said.values())
    assert len(set(said.values())) == len(said)


def test_the_message_says_the_line_first_and_is_read_as_without_it(catalog: Catalog, engine: Engine) -> None:
    language = catalog.site.default_language
    id, partner = next(iter(catalog.partners.items()))
    tree: Any = catalog.places["partner", id].tree
    licence = f"{catalog.messages[language].format('join.licence')} {LICENCE}{language}"

    def message(licence: str) -> str:
        text: str = engine.call(
            "messageOf(tree, form, frame, (path) => path, () => '')",
            tree=tree,
            form=partner_form(catalog, language),
            frame={"intro": "Hello,", "licence": licence, "end": "Bye", "language": language, "change": id},
        )
        return text

    text = message(licence)
    assert licence in text.partition("[language]")[0]
    taken = read_message(text.encode(), "mail.txt", catalog)
    assert taken.tree == read_message(message("").encode(), "mail.txt", catalog).tree
    assert (taken.tree["name"], taken.id, taken.language) == (partner.name, id, language)


def test_every_issue_form_ends_with_the_line(catalog: Catalog) -> None:
    language = catalog.site.default_language
    forms = {name: text for name, text in issue_forms(catalog).items() if name.endswith("-partner.yml")}
    assert len(forms) == 3
    for text in forms.values():
        last = yaml.safe_load(text)["body"][-1]
        assert last["type"] == "markdown"
        assert last["attributes"]["value"].startswith(catalog.messages[language].format("join.licence"))
        assert f"]({LICENCE}{language})" in last["attributes"]["value"]


def test_a_pull_request_says_the_line_to_people_and_not_in_a_comment() -> None:
    shown = re.sub(r"<!--.*?-->", "", read(".github/pull_request_template.md"), flags=re.DOTALL)
    plain = re.sub(r"\[([^]]+)\]\([^)]+\)", r"\1", shown)
    assert yaml.safe_load(read("generator/starterspad/locales/en.yml"))["join"]["licence"] in plain
    assert f"({LICENCE}en)" in shown
    assert "MIT" in shown


def test_a_fork_that_takes_other_content_keeps_the_licences() -> None:
    steps = read("docs/fork.md").partition("rm -r content partners\n")[2].partition("```")[0]
    assert steps.endswith("\ngit checkout HEAD content/LICENSE partners/LICENSE\n")
