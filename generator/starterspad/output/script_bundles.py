"""The browser's modules as they are sent: without what only developers read, and joined where they always meet.

Each module is a file of its own in the sources. Sent one by one, the plan's would ask the network some thirty times,
and compress badly: small files have no common words to save on.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

import rjsmin

# The file that is sent, named after its main module -> the modules in it, each after those that it needs.
# Every other module is sent alone, under its own path.
JOINED: Mapping[str, tuple[str, ...]] = {
    # What every page with a plan needs.
    "core/plan/plan.js": (
        "core/rules/evaluate.js",
        "core/rules/freshness.js",
        "core/constants.js",
        "core/journal/journal.js",
        "core/journal/journal-queries.js",
        "core/journal/renamed-ids.js",
        "core/plan/plan.js",
        "core/plan/needed-first.js",
        "core/rules/self-assessment.js",
        "core/rules/gates.js",
        "core/rules/derived-answers.js",
        "core/plan/current-plan.js",
        "core/plan/due-dates.js",
        "core/plan/plan-changes.js",
        "core/journal/journal-file.js",
        "core/rules/questionnaire.js",
        "store/database.js",
        "store/local-copy.js",
        "store/snapshots.js",
        "store/journal-store.js",
        "base/names-and-moments.js",
    ),
    # The plan's own page.
    "elements/plan/plan.js": (
        "core/plan/helper-order.js",
        "elements/plan/dashboard.js",
        "elements/plan/needed-first.js",
        "elements/plan/helper-cards.js",
        "elements/plan/task-row.js",
        "elements/plan/waiting-questions.js",
        "elements/plan/task-lists.js",
        "elements/export-import/export-import.js",
        "elements/plan/plan.js",
    ),
    # What she opens in a row of it, or below the rows.
    "elements/plan/task-details.js": (
        "core/formats/icalendar.js",
        "core/plan/why-not-on-plan.js",
        "base/calendar-download.js",
        "elements/plan/email-to-helper.js",
        "elements/plan/coach-advice.js",
        "elements/plan/news.js",
        "elements/plan/why-not-here.js",
        "elements/plan/timeline.js",
        "elements/plan/task-details.js",
    ),
    # The form for partners.
    "elements/partner-form/partner-form.js": (
        "core/intake/partner-file.js",
        "core/intake/partner-faults.js",
        "core/intake/partner-advice.js",
        "core/intake/partner-message.js",
        "elements/partner-form/draft.js",
        "elements/partner-form/advice-list.js",
        "elements/partner-form/fields.js",
        "elements/partner-form/preview.js",
        "elements/partner-form/service-block.js",
        "elements/partner-form/ways-to-send.js",
        "elements/partner-form/partner-form.js",
    ),
    # What a copy or a link needs.
    "base/printed-sheet.js": (
        "core/formats/qr-code.js",
        "core/formats/url-codec.js",
        "elements/export-import/qr-view.js",
        "base/printed-sheet.js",
    ),
}
# What is left of a module that only has types.
_NOTHING = "export{};"
_SENT_IN = {module: sent for sent, modules in JOINED.items() for module in modules}
_IMPORT = re.compile(r'^import (?:\{ (?P<names>[^}]+) \} from )?"(?P<path>\.[^"]+)";\n', re.MULTILINE)
_LATER = re.compile(r'(?<=\bimport\(")(\.[^"]+)(?="\))')
_DECLARED = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let) (?:\[([^\]]+)\]|([\w$]+))", re.MULTILINE)


def scripts(modules: Mapping[str, str]) -> dict[str, bytes]:
    """Return path -> content of what is sent for the browser's modules, by their path below the package's `web/`.

    A module that holds nothing but types is not sent. Raises `ValueError` when a joined module is missing, or when two
    modules of one file declare the same name.
    """
    sent = dict.fromkeys(_SENT_IN.get(module, module) for module in modules)
    contents = {path: _join(path, JOINED.get(path, (path,)), modules) for path in sent}
    return {path: content.encode() for path, content in contents.items() if content.strip() != _NOTHING}


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
        for groups in _DECLARED.findall(body):
            for symbol in ", ".join(filter(None, groups)).split(", "):
                if declared.setdefault(symbol, name) != name:
                    where = f"{declared[symbol]} and in {name}"
                    raise ValueError(f"{sent}: {symbol} is declared in {where}: rename one")
        parts.append(body)
    heads = []
    for other, imported in wanted.items():
        symbols = ", ".join(filter(None, imported))
        heads.append(f'import {f"{{ {symbols} }} from " if symbols else ""}"{_relative(sent, other)}";\n')
    return str(rjsmin.jsmin("".join(heads + parts)))


def _sent(module: str, path: str) -> str:
    """Return the file in which what `module` imports as `path` is sent."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(module), path))
    return _SENT_IN.get(target, target)


def _relative(sent: str, other: str) -> str:
    path = posixpath.relpath(other, posixpath.dirname(sent) or ".")
    return path if path.startswith(".") else f"./{path}"
