"""Issue forms: the same questions as a form of the repository's host, whose answers the same command reads.

They stand in git, so what grows is not listed in them: two branches that each add a partner or a step would meet on a
line. Steps and organisations are written as the site calls them, and the command knows them by that.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from starterspad.content.catalog import Catalog
from starterspad.content.localised_text import localised
from starterspad.intake.form_fields import LICENCE, NEEDED, Field, partner_fields

FOLDER = ".github/ISSUE_TEMPLATE"


def issue_forms(catalog: Catalog) -> dict[str, str]:
    """Return path -> text of the forms to add, change and remove a partner, in the instance's first language.

    The texts are YAML in GitHub's syntax for issue forms; paths are relative to the repository.
    """
    language = catalog.site.default_language
    say = catalog.messages[language].format
    asked = [field for field in partner_fields() if field.path not in ("paused", "left")]
    licence = _markdown(f"{say('join.licence')} [{say('join.licence_read')}]({LICENCE}{language})")
    added = [*_questions(catalog, asked, required=True), *licence]
    changed = [
        *_input("change", say("issue.which"), say("issue.which_help"), required=True),
        *_input("services.1.id", say("issue.service"), say("issue.service_help")),
        *_questions(catalog, list(partner_fields()), required=False),
        *licence,
    ]
    removed = [
        *_input("remove", say("issue.which"), say("issue.which_help"), required=True),
        *_area("reason", say("issue.reason"), ""),
        *licence,
    ]
    return {
        f"{FOLDER}/add-partner.yml": _form(say("issue.add"), say("issue.add_text"), added),
        f"{FOLDER}/change-partner.yml": _form(say("issue.change"), say("issue.change_text"), changed),
        f"{FOLDER}/remove-partner.yml": _form(say("issue.remove"), say("issue.remove_text"), removed),
        f"{FOLDER}/config.yml": "blank_issues_enabled: true\ncontact_links:\n"
        f"  - name: {_quoted(say('join.title'))}\n"
        f"    url: {_quoted(f'{catalog.site.base_url}{language}/join/')}\n"
        f"    about: {_quoted(say('join.intro_account'))}\n",
    }


def _form(name: str, description: str, body: list[str]) -> str:
    head = [f"name: {_quoted(name)}", f"description: {_quoted(description)}", "body:"]
    return "# portal generate writes this file.\n" + "\n".join((*head, *body)) + "\n"


def _questions(catalog: Catalog, fields: list[Field], *, required: bool) -> Iterator[str]:
    words = catalog.messages[catalog.site.default_language]
    language = catalog.site.default_language
    for field in fields:
        path = field.path.replace("services.", "services.1.") + (f".{language}" if field.localised else "")
        label, help = words.format(field.word), words.format(f"{field.word}_help")
        needed = required and (field.required or field.path in NEEDED)
        if field.kind == "tasks":
            steps = words.format("issue.steps_help", address=f"{catalog.site.base_url}{language}/tasks/")
            yield from _area(path, label, steps, required=needed)
        elif field.kind == "area":
            areas = {
                area.id: f"{localised(area.title, language, language)[0]} ({area.id})"
                for area in catalog.site.areas.walk()
            }
            yield from _dropdown(path, label, help, _apart(areas))
        elif field.kind == "languages":
            spoken = {code: f"{words.language_name(code)} ({code})" for code in catalog.site.languages}
            yield from _dropdown(path, label, help, _apart(spoken), multiple=True)
        elif field.kind in ("choice", "choices"):
            named = [f"{words.format(f'{field.choice_words}.{choice}')} ({choice})" for choice in field.choices]
            yield from _dropdown(path, label, help, map(_option, named), multiple=field.kind == "choices")
        elif field.kind == "short-text":
            yield from _area(path, label, help, required=needed)
        else:
            yield from _input(path, label, help, required=needed)


def _markdown(text: str) -> list[str]:
    """Return what a form shows and no issue holds."""
    return ["  - type: markdown", "    attributes:", f"      value: {_quoted(text)}"]


def _input(path: str, label: str, help: str, *, required: bool = False) -> Iterator[str]:
    yield from _element("input", path, label, help, [], required=required)


def _area(path: str, label: str, help: str, *, required: bool = False) -> Iterator[str]:
    yield from _element("textarea", path, label, help, [], required=required)


def _dropdown(path: str, label: str, help: str, options: Iterable[str], *, multiple: bool = False) -> Iterator[str]:
    more = ["      multiple: true"] if multiple else []
    more += ["      options:", *options]
    yield from _element("dropdown", path, label, help, more, required=False)


def _option(words: str) -> str:
    return f"        - {_quoted(words)}"


def _apart(named: Mapping[str, str]) -> Iterator[str]:
    """Yield the options that the site config has, by their ids, with a line between any two.

    Without it, git finds a conflict where one branch changes an option and another adds one behind it.
    """
    for id, words in named.items():
        yield _option(words)
        yield f"        # {id}"


def _element(kind: str, path: str, label: str, help: str, more: list[str], *, required: bool) -> Iterator[str]:
    yield f"  - type: {kind}"
    yield f"    id: {path.replace('.', '-')}"
    yield "    attributes:"
    yield f"      label: {_quoted(f'[{path}] {label}')}"
    if help:
        yield f"      description: {_quoted(help)}"
    yield from more
    if required:
        yield "    validations:"
        yield "      required: true"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
