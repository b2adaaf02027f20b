"""The names that a kind of page may hold: those of its template and the frame, and of the scripts that work on it.

A class that none of them names is on no such page. Nothing here understands a template or a script: it looks for names
where they stand, and takes too many rather than too few, because a sheet then only holds more.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from starterspad.output.selector_names import ways_to_match

PAGES = Path(str(files("starterspad"))) / "pages"
WRITTEN = "written"
"""The kind of the pages that people write in Markdown."""
# What Material's own template sets around every page.
# fmt: off
MATERIAL = frozenset((
    "md-banner", "md-banner__inner", "md-container", "md-content", "md-content__inner", "md-dialog",
    "md-dialog__inner", "md-footer", "md-grid", "md-header", "md-header__inner", "md-main", "md-main__inner",
    "md-overlay", "md-skip", "md-toggle", "md-typeset", "no-js", "js", "data-md-component", "data-md-toggle",
))
# fmt: on
# What many templates call parts of, and what a script fetches to put it into a page: who names it -> what holds it.
_MACROS = "macros.html"
_FETCHED = {"card-parts.json": "card_parts.html"}
_WHOLE_PAGE = ("<!doctype", "{% extends")
_MAIN = "main.js"
_NAME = re.compile(r"[a-zA-Z][\w-]*")
# heat--{{ cell.state }} in a template, `web__${kind}` or "laid--" + state in a script.
_BEGUN = re.compile(r"([a-zA-Z][\w-]*[-_])(?=\{\{|\$\{|[\"']\s*\+)")
# Of a template: its classes and ids, what scripts find its parts by, elements of ours and what they are marked with.
_NAMED = re.compile(r"(?:class|id|data-part)=\\?[\"'][^\"]*\"|(?:portal|data)-[\w-]+")
_CLASS = re.compile(r'class=\\?"[^"]*"')
# Of a script: what stands in a text, between quotation marks or spaces, and how it calls an attribute `data-…`.
_SAID = re.compile(r"(?<=[\"'`\s])[a-zA-Z][\w-]*(?=[\"'`\s])")
_KEY = re.compile(r"\b[a-z]\w*")
_MACRO = re.compile(r"\{%-? macro (\w+)\(.*?\{%-? endmacro", re.DOTALL)
# What is called below a name that a template gives the macros, or among them.
_CALL = re.compile(r"\b(\w+)\(")
_IMPORTED = re.compile(r"(?:\bfrom|\bimport|\bimport\()\s*\"(\.[^\"]+\.js)\"")
# How the first script of a page finds the scripts of the elements that stand on it.
_ELEMENT = re.compile(r"\"?([\w-]+)\"?:\(\)=>import\(\"(\.[^\"]+)\"\)")

Texts = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Names:
    """Names, and the beginnings of those that end as the page is made."""

    whole: frozenset[str]
    begun: tuple[str, ...]

    def hold(self, name: str) -> bool:
        """Tell whether a page with these names may hold one."""
        return name in self.whole or name.startswith(self.begun)

    def may_show(self, selector: str) -> bool:
        """Tell whether a selector may match something on a page with these names."""
        return any(all(map(self.hold, names)) for names in ways_to_match(selector))


def names_by_kind(scripts: Mapping[str, bytes], written: Iterable[str]) -> dict[str, Names]:
    """Return the names of each kind of page in the frame, by that of its template; `WRITTEN` of those of people.

    `scripts` are those of the site by their paths; `written` are the texts of the pages that people write.
    """
    templates = tuple((path.name, path.read_text("utf-8")) for path in sorted(PAGES.glob("*.html")))
    frame = [path.read_text("utf-8") for path in sorted((PAGES / "layout" / "theme").rglob("*.html"))]
    # What modules rather than templates mark in the text of a page.
    frame += (name for path in sorted(PAGES.glob("*.py")) for name in _CLASS.findall(path.read_text("utf-8")))
    texts = tuple((path, content.decode()) for path, content in scripts.items() if path.endswith(".js"))
    return dict(_names_by_kind(templates, "\n".join(frame), texts, tuple(written)))


# Who serves a site makes it again and again of the same.
@lru_cache(1)
def _names_by_kind(
    templates: Texts, frame: str, scripts: Texts, written: tuple[str, ...]
) -> tuple[tuple[str, Names], ...]:
    shown, texts = dict(templates), dict(scripts)
    around = _in_template(frame) | MATERIAL
    said = {
        name.removesuffix(".html"): around | _in_template(_with_macros(shown, name))
        for name, text in templates
        if name not in {_MACROS, *_FETCHED.values()} and not text.startswith(_WHOLE_PAGE)
    }
    # What people write may hold any name.
    said[WRITTEN] = around.union(*map(_NAME.findall, written))
    of_scripts = {path: _in_script(text) for path, text in scripts}
    made = []
    for kind, names in said.items():
        elements = {name.removeprefix("portal-") for name in names if name.startswith("portal-")}
        names = names.union(*(of_scripts[path] for path in _scripts(elements, texts)))
        fetched = (_in_template(_with_macros(shown, part)) for file, part in _FETCHED.items() if file in names)
        names = names.union(*fetched)
        # No script makes an element of ours, or an attribute, of a name that it puts together.
        begun = {name for name in names if name.endswith(("-", "_"))} - {"portal-", "data-"}
        made.append((kind, Names(names, tuple(sorted(begun)))))
    return tuple(made)


def _in_template(text: str) -> frozenset[str]:
    named = " ".join(_NAMED.findall(text))
    fetched = {file for file in _FETCHED if file in text}
    return frozenset(_NAME.findall(named)) | frozenset(_BEGUN.findall(named)) | fetched


def _in_script(text: str) -> frozenset[str]:
    keys = set(_KEY.findall(text))
    marks = {f"data-{re.sub('[A-Z]', lambda big: f'-{big[0].lower()}', key)}" for key in keys}
    return frozenset(_SAID.findall(text)) | frozenset(_BEGUN.findall(text)) | marks


def _with_macros(templates: Mapping[str, str], name: str) -> str:
    """Return a template with the macros that it calls, and those that they call."""
    macros = {match[1]: match[0] for match in _MACRO.finditer(templates[_MACROS])}
    said = [templates[name]]
    for text in said:
        said += [macros.pop(word) for word in _CALL.findall(text) if word in macros]
    return "\n".join(said)


def _scripts(elements: Collection[str], texts: Mapping[str, str]) -> list[str]:
    """Return the paths of the scripts that work on a page with some elements, at once or when they are needed."""
    paths = [path for path in texts if path.startswith("head/") or path == _MAIN]
    of_elements = _ELEMENT.findall(texts.get(_MAIN, ""))
    elsewhere = {path for _, path in of_elements} - {path for name, path in of_elements if name in elements}
    for path in paths:
        for named in _IMPORTED.findall(texts[path]):
            other = posixpath.normpath(posixpath.join(posixpath.dirname(path), named))
            if other in texts and other not in paths and not (path == _MAIN and named in elsewhere):
                paths.append(other)
    return paths
