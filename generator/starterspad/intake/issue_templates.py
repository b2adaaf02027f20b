"""Issue templates of GitLab: Markdown that somebody fills in, with boxes to tick where GitHub has lists.

What explains a question is a comment: it stands beside the answer while one writes, and is not shown afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.intake.issue_questions import IssueForm, IssueQuestion, issue_questions, licence_note

FOLDER = ".gitlab/issue_templates"
MADE = "<!-- portal generate writes this file. -->\n"


def issue_templates(catalog: Catalog) -> dict[str, str]:
    """Return path -> text of the templates to add, change and remove a partner.

    The texts are Markdown for GitLab; paths are relative to the repository.
    """
    language = catalog.site.default_language
    say = catalog.messages[language].format
    # What stands above the first question is no answer.
    above = [
        f"[{say('join.title')}]({catalog.site.base_url}{language}/join/) {say('join.intro_account')}",
        licence_note(catalog),
    ]
    return {f"{FOLDER}/{form.name}.md": _template(form, above) for form in issue_questions(catalog)}


def _template(form: IssueForm, above: list[str]) -> str:
    questions = ["\n".join(_question(question)) for question in form.questions]
    return MADE + "\n\n".join((form.description, *above, *questions)) + "\n"


def _question(question: IssueQuestion) -> Iterator[str]:
    yield f"### {question.heading}"
    yield ""
    if question.help:
        yield f"<!-- {question.help} -->"
    for id, words in question.options:
        yield f"- [ ] {words} ({id})"
        if question.apart:
            yield f"<!-- {id} -->"
