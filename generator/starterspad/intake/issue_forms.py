"""Issue forms of GitHub: YAML of which the host makes fields."""

from __future__ import annotations

import json
from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.intake.issue_questions import IssueForm, IssueQuestion, issue_questions, licence_note

FOLDER = ".github/ISSUE_TEMPLATE"
MADE = "# portal generate writes this file.\n"
_ELEMENTS = {"line": "input", "text": "textarea", "choice": "dropdown", "choices": "dropdown"}


def issue_forms(catalog: Catalog) -> dict[str, str]:
    """Return path -> text of the forms to add, change and remove a partner, and what stands beside them.

    The texts are YAML in GitHub's syntax for issue forms; paths are relative to the repository.
    """
    language = catalog.site.default_language
    say = catalog.messages[language].format
    licence = licence_note(catalog)
    return {
        **{f"{FOLDER}/{form.name}.yml": _form(form, licence) for form in issue_questions(catalog)},
        f"{FOLDER}/config.yml": f"{MADE}blank_issues_enabled: true\ncontact_links:\n"
        f"  - name: {_quoted(say('join.title'))}\n"
        f"    url: {_quoted(f'{catalog.site.base_url}{language}/join/')}\n"
        f"    about: {_quoted(say('join.intro_account'))}\n",
    }


def _form(form: IssueForm, licence: str) -> str:
    lines = [f"name: {_quoted(form.title)}", f"description: {_quoted(form.description)}", "body:"]
    lines += [line for question in form.questions for line in _element(question)]
    # What a form shows and no issue holds.
    lines += ["  - type: markdown", "    attributes:", f"      value: {_quoted(licence)}"]
    return MADE + "\n".join(lines) + "\n"


def _element(question: IssueQuestion) -> Iterator[str]:
    yield f"  - type: {_ELEMENTS[question.kind]}"
    yield f"    id: {question.path.replace('.', '-')}"
    yield "    attributes:"
    yield f"      label: {_quoted(question.heading)}"
    if question.help:
        yield f"      description: {_quoted(question.help)}"
    if question.kind == "choices":
        yield "      multiple: true"
    if question.options:
        yield "      options:"
    for id, words in question.options:
        yield f"        - {_quoted(f'{words} ({id})')}"
        if question.apart:
            yield f"        # {id}"
    if question.required:
        yield "    validations:"
        yield "      required: true"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
