"""The client's modules as they are sent: without what only developers read, and joined where they always come together.

Each module is a file of its own in the sources. Sent one by one, the plan's would ask the network some thirty times,
and compress badly: small files have no common words to save on.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

import rjsmin

# The file that is sent -> the modules in it, each after those that it needs. Others are sent as they are.
JOINED: Mapping[str, tuple[str, ...]] = {
    # What every page with a plan needs.
    "engine/plan.js": (
        "engine/evaluate.js",
        "engine/journal.js",
        "engine/story.js",
        "engine/plan.js",
        "engine/mirror.js",
        "engine/gates.js",
        "engine/known.js",
        "engine/dates.js",
        "engine/news.js",
        "engine/share.js",
        "engine/questionnaire.js",
        "store/journal.js",
        "elements/moment.js",
    ),
    # The plan's own page.
    "elements/plan.js": (
        "elements/dashboard.js",
        "elements/needs.js",
        "elements/services.js",
        "elements/row.js",
        "elements/waiting.js",
        "elements/lists.js",
        "elements/keep.js",
        "elements/plan.js",
    ),
    # What she opens in a row of it, or below the rows.
    "elements/story.js": (
        "engine/calendar.js",
        "engine/why.js",
        "elements/agenda.js",
        "elements/letter.js",
        "elements/advice.js",
        "elements/news.js",
        "elements/not-here.js",
        "elements/timeline.js",
        "elements/story.js",
    ),
    # The form for partners.
    "elements/join.js": (
        "engine/partner-file.js",
        "engine/partner-advice.js",
        "engine/message.js",
        "elements/join-faults.js",
        "elements/join-fields.js",
        "elements/join-preview.js",
        "elements/join-service.js",
        "elements/join-ways.js",
        "elements/join.js",
    ),
    # What a copy or a link needs.
    "elements/sheet.js": ("engine/qr.js", "elements/packed.js", "elements/code.js", "elements/sheet.js"),
}
_SENT_IN = {module: sent for sent, modules in JOINED.items() for module in modules}
_IMPORT = re.compile(r'^import (?:\{ (?P<names>[^}]+) \} from )?"(?P<path>\.[^"]+)";\n', re.MULTILINE)
_LATER = re.compile(r'(?<=\bimport\(")(\.[^"]+)(?="\))')
_DECLARED = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let) (?:\[([^\]]+)\]|([\w$]+))", re.MULTILINE)


def scripts(modules: Mapping[str, str]) -> dict[str, bytes]:
    """Return path -> content of what is sent for the client's modules, by their path below `client/`.

    Raises `ValueError` when a joined module is missing, or when two modules of one file declare the same name.
    """
    sent = dict.fromkeys(_SENT_IN.get(module, module) for module in modules)
    return {path: _join(path, JOINED.get(path, (path,)), modules).encode() for path in sent}


def _join(sent: str, names: tuple[str, ...], modules: Mapping[str, str]) -> str:
    wanted: dict[str, dict[str, None]] = {}
    declared: dict[str, str] = {}
    parts = []
    for name in names:
        if name not in modules:
            raise ValueError(f"{name} is to be joined into {sent}, and is not there")
        text = modules[name]
        for match in _IMPORT.finditer(text):
            other = _sent(name, match["path"])
            if other != sent:
                imported = wanted.setdefault(other, {})
                imported.update(dict.fromkeys((match["names"] or "").split(", ")))
        body = _IMPORT.sub("", text)
        for path in set(_LATER.findall(body)):
            body = body.replace(f'import("{path}")', f'import("{_relative(sent, _sent(name, path))}")')
        for one in (item for found in _DECLARED.findall(body) for item in ", ".join(filter(None, found)).split(", ")):
            if declared.setdefault(one, name) != name:
                raise ValueError(f"{sent}: {one} is declared in {declared[one]} and in {name}: rename one")
        parts.append(body)
    heads = []
    for other, imported in wanted.items():
        found = ", ".join(filter(None, imported))
        heads.append(f'import {f"{{ {found} }} from " if found else ""}"{_relative(sent, other)}";\n')
    return str(rjsmin.jsmin("".join(heads + parts)))


def _sent(module: str, path: str) -> str:
    """Return the file in which what `module` imports as `path` is sent."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(module), path))
    return _SENT_IN.get(target, target)


def _relative(sent: str, other: str) -> str:
    path = posixpath.relpath(other, posixpath.dirname(sent) or ".")
    return path if path.startswith(".") else f"./{path}"
