"""What people ask leads, theme by theme, to the step that answers it."""

from __future__ import annotations

from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.pages.ask import theme_of

from tests.conftest import Write
from tests.support.rendered_pages import bodies


def test_the_first_theme_that_lists_a_task_is_its_theme(town: Catalog, tiny: Catalog) -> None:
    assert theme_of(tiny) == {"register": "papers", "study": "papers", "talk-first": "hard-times"}
    assert theme_of(town).keys() == town.tasks.keys()


def test_a_question_stands_under_its_theme_once_and_names_who_helps(instance: Path, write: Write) -> None:
    text = (instance / "content/tasks/register.yml").read_text("utf-8")
    write("content/tasks/register.yml", text + "asked: {en: Where do I get a number?}\n")
    body = bodies(load_catalog(instance), "en")["ask/"]
    assert body.count("<summary>Where do I get a number?</summary>") == 1
    assert body.count("<section>") == 1  # a theme about which nothing is asked is left out
    shown = body[body.index("<section>") :]
    assert '<a href="../guides/papers/">' in shown
    assert '<a href="../tasks/register/">Register</a>' in shown
    assert '<a href="../partners/town-desk/">Town desk</a>' in shown
