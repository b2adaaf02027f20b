"""Every sentence of the interface is asked for where it is shown, and every word sent to the browser is used there.

A key counts as used where code asks for it: by its whole name, or by a prefix and an ending, where the endings are
those of a model or stand as words beside the prefix. That a template sends a word to its element is no use of it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.messages import load_messages
from starterspad.content.models.event import Audience, EventKind
from starterspad.content.models.gate import Decision
from starterspad.content.models.partner import ContactSources, Cost, Format
from starterspad.content.models.programme import Stage
from starterspad.content.models.source import Seen, SourceKind
from starterspad.content.models.task import Task
from starterspad.content.units import NAMES
from starterspad.intake.asked_days import Every
from starterspad.intake.form_fields import partner_fields
from starterspad.intake.record_forms import RECORD_FORMS
from starterspad.pages.calendar import event_filters
from starterspad.pages.directory import directory_of
from starterspad.quality.coverage import State

from tests.repository.test_architecture import MODULES, PACKAGE, WEB, imported_scripts
from tests.support.rendered_pages import inputs_of
from tests.support.rendered_pages import pages as rendered_pages

TEMPLATES = sorted((PACKAGE / "pages").rglob("*.html"))
# Looks after the fields of whatever element stands on a page.
EVERYWHERE = WEB / "base" / "field-limits.js"
KEY = re.compile(r"""(["'`])([a-z_]+\.[a-z_-]+)\1""")
WORD = re.compile(r"""(["'])([\w-]+)\1""")
# In a template: "cost." ~ service.cost
PREFIX = re.compile(r'"([a-z_]+\.[a-z_]*)" ~')
SENT = re.compile(r'raw_messages\(\s*"?([\w.]+)"?, (\([^)]*\)|[\w.]+)\s*\)')
# In a script: `cost.${service.cost}`, or `dates.${kind}_step`.
AFFIXED = re.compile(r"`([a-z_]+\.)((?:\$\{[^`]*?\}[a-z_]*)+)`")
COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)
# A type of words, such as "fresh" | "old".
UNION = re.compile(r"""(?:"[\w-]+"\s*\|\s*)+"[\w-]+\"""")


@pytest.fixture(scope="module")
def endings(town: Catalog) -> dict[str, set[str]]:
    """Return the endings that a model closes, by their prefix."""
    fields = {field.word.removeprefix("field.") for field in partner_fields()}
    asked = (field for form in RECORD_FORMS.values() for field in form.fields)
    fields |= {field.word.removeprefix("field.") for field in asked}
    intake = [COMMENT.sub("", path.read_text("utf-8")) for path in (WEB / "core" / "intake").glob("*.js")]
    return {
        # What may be wrong with an answer of the form: the codes of the modules that judge it.
        "wrong.": {match[2] for text in intake for match in WORD.finditer(text)},
        "cost.": set(get_args(Cost)),
        "format.": set(get_args(Format)),
        "form.": set(get_args(Stage.model_fields["form"].annotation)),
        "kind.": set(get_args(Task.model_fields["kind"].annotation)),
        "kind_short.": set(get_args(Task.model_fields["kind"].annotation)),
        "decide.": set(get_args(Decision)),
        "contact.": set(ContactSources.model_fields),
        "unit.": set(NAMES),
        "seen_source.": set(get_args(Seen)),
        "seen_record.": set(get_args(Seen)),
        "source_kind.": set(get_args(SourceKind)),
        "supply.": set(get_args(State)),
        "filter.": {*directory_of(town).groups, *event_filters(inputs_of(town, "en"))[0]},
        "event_kind.": set(get_args(EventKind)),
        **{f"propose_{word}.": set(RECORD_FORMS) for word in ("title", "description", "intro", "which", "subject")},
        "every.": {*get_args(Every), "once"},
        "yes_no.": {"true", "false"},
        "audience.": set(get_args(Audience)),
        "attend.": {"there", "online"},
        "field.": fields | {f"{field}_help" for field in fields},
    }


def messages() -> dict[str, object]:
    return dict(load_messages(Path("/nowhere"), ("en",))[0]["en"].sentences)


def from_python(path: Path, endings: dict[str, set[str]]) -> Iterator[str]:
    """Yield the keys that a module asks for: whole, or a prefix with a word of this module or a model."""
    tree = ast.parse(path.read_text("utf-8"))
    words = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    yield from words
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            prefix = str(node.values[0].value)
            yield from (prefix + word for word in words | endings.get(prefix, set()))


def from_template(path: Path, endings: dict[str, set[str]]) -> Iterator[str]:
    """Yield the keys that a template asks for in the same ways."""
    text = SENT.sub("", path.read_text("utf-8"))
    yield from (match[2] for match in KEY.finditer(text))
    words = {match[2] for match in WORD.finditer(text)}
    for prefix in PREFIX.findall(text):
        yield from (prefix + word for word in words | endings.get(prefix, set()))


@cache
def with_imports(path: Path) -> frozenset[Path]:
    """Return a module of the browser and all that it imports, at once or later."""
    paths, waiting = {path}, [path]
    while waiting:
        new = imported_scripts(waiting.pop()) - paths
        paths |= new
        waiting += new
    return frozenset(paths)


def from_scripts(paths: Iterable[Path], endings: dict[str, set[str]]) -> set[str]:
    """Return the keys that an element's modules ask for.

    An ending is a text of the module that puts it behind its prefix, a word of a type that one of the modules
    declares, or of a model: that some other module has such a word is no use of it.
    """
    texts = [path.read_text("utf-8") for path in paths]
    typed = {word for text in texts for union in UNION.findall(text) for _, word in WORD.findall(union)}
    keys: set[str] = set()
    for text in texts:
        keys |= {match[2] for match in KEY.finditer(text)}
        own = {match[2] for match in WORD.finditer(COMMENT.sub("", text))}
        for prefix, places in AFFIXED.findall(text):
            parts = re.split(r"\$\{[^`]*?\}", places)
            if parts == ["", ""]:
                keys |= {prefix + word for word in own | typed | endings.get(prefix, set())}
            else:
                pattern = re.compile(prefix.replace(".", r"\.") + r"[\w-]+".join(map(re.escape, parts)))
                keys |= {key for key in messages() if pattern.fullmatch(key)}
    return keys


@pytest.fixture(scope="module")
def sent(town: Catalog) -> dict[Path, set[str]]:
    """Return for each element, by its module, the keys of the sentences that some page sends to it."""
    by_module: dict[Path, set[str]] = {}
    for page in rendered_pages(town, "en"):
        for name, inside in re.findall(r"<portal-([a-z-]+)[ >](.*?)</portal-\1>", page.body, re.DOTALL):
            keys = set(re.findall(r'<span data-word="([^"]+)"', inside))
            by_module.setdefault(WEB / "elements" / name / f"{name}.js", set()).update(keys)
    return by_module


def test_each_word_that_is_sent_to_an_element_is_used_by_it(
    sent: dict[Path, set[str]], endings: dict[str, set[str]]
) -> None:
    assert sum(map(len, sent.values())) > 150
    for module, keys in sent.items():
        # The label of the comparison is the content's own.
        assert keys - {"mirror.profile"} - from_scripts(with_imports(module) | {EVERYWHERE}, endings) == set(), (
            module.stem
        )


def test_every_sentence_of_the_interface_is_asked_for(
    town: Catalog, sent: dict[Path, set[str]], endings: dict[str, set[str]]
) -> None:
    used: set[str] = set()
    for path in MODULES:
        used |= set(from_python(path, endings))
    for path in TEMPLATES:
        used |= set(from_template(path, endings))
    for module, keys in sent.items():
        used |= keys & from_scripts(with_imports(module) | {EVERYWHERE}, endings)
    # A form asks for the words of its choices under the name of their key.
    asked = (field for form in RECORD_FORMS.values() for field in form.fields)
    used |= {f"{field.choice_words}.{choice}" for field in asked for choice in field.choices}
    # Each page asks for its title and its description under its own name.
    pages = {words for page in rendered_pages(town, "en") for words in (page.title, page.description)}
    named = (".title", ".description")
    used |= {key for key, sentence in messages().items() if key.endswith(named) and sentence in pages}
    left = sorted(messages().keys() - used)
    assert left == [], " ".join(left)


def test_that_a_template_sends_a_word_or_a_list_names_it_is_no_use_of_it(tmp_path: Path) -> None:
    template = tmp_path / "page.html"
    template.write_text('{{ raw_messages("plan", ("progress", "title")) }} {{ message("plan.stone") }}', "utf-8")
    assert set(from_template(template, {})) == {"plan.stone"}
    script = tmp_path / "page.js"
    script.write_text(
        'const words = ["progress"];\nformat("plan.title"); format(`state.${state}`); is("done");', "utf-8"
    )
    assert {"plan.title", "state.done"} <= from_scripts([script], {})
    assert "plan.progress" not in from_scripts([script], {})
    module = tmp_path / "page.py"
    module.write_text('say(f"cost.{cost}"); say("plan.title")', "utf-8")
    assert {"plan.title", "cost.free"} <= set(from_python(module, {"cost.": {"free"}}))
    assert "cost.paid" not in set(from_python(module, {"cost.": {"free"}}))
