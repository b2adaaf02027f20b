"""One word for one thing: what is found, what may stand, and where a sentence of the interface is mended."""

from __future__ import annotations

from pathlib import Path

import pytest
from starterspad.content.loader import load_catalog
from starterspad.quality.checks.text_judge import check_texts
from starterspad.quality.checks.wording import check_interface_wording, judge_wording

TERMS = """\
- id: e-mail
  word: {en: e-mail}
  instead_of: {en: [mail, chain mail]}
  except: [Mail Desk]
"""


def told_of(instance: Path, words: str) -> list[str]:
    """Return what is said of a title."""
    (instance / "content/terms.yml").write_text(TERMS, "utf-8")
    path = instance / "content/tasks/talk-first.yml"
    path.write_text(path.read_text("utf-8").replace("Talk to someone", f'"{words}"'), "utf-8")
    problems = check_texts(load_catalog(instance), [judge_wording])
    return [problem.message for problem in problems if problem.location.path == "content/tasks/talk-first.yml"]


@pytest.mark.parametrize(
    ("words", "ruled_out"),
    [
        ("Send a mail", ["mail"]),
        ("Mail, and then MAIL again", ["mail"]),
        ("A chain mail, then a mail", ["chain mail", "mail"]),
        ("Send an e-mail to the mail desk", []),
        ("Mailing, blackmail, mails", []),
        ("[Ask](https://mail.example/mail)", []),
    ],
)
def test_a_word_counts_whole_and_once_and_not_inside_what_may_stand(
    instance: Path, words: str, ruled_out: list[str]
) -> None:
    assert told_of(instance, words) == [f'"{word}" is not our word for this' for word in ruled_out]


def test_without_words_of_its_own_an_instance_is_told_of_the_packages(instance: Path) -> None:
    terms = "- id: way\n  word: {en: road}\n  instead_of: {en: [path]}\n"
    (instance / "content/terms.yml").write_text(terms, "utf-8")
    problems = [
        problem for problem in check_interface_wording(load_catalog(instance)) if "home.path: " in problem.message
    ]
    assert [str(problem.location) for problem in problems] == ["generator/starterspad/locales/en.yml:1"]


def test_a_word_that_is_ruled_out_needs_a_right_one_in_its_language(instance: Path) -> None:
    terms = "- id: way\n  word: {en: road}\n  instead_of: {nl: [pad]}\n"
    (instance / "content/terms.yml").write_text(terms, "utf-8")
    messages = [problem.message for problem in load_catalog(instance).problems]
    assert messages == ["the file: instead_of names words in nl, and word has none"]
