"""The scripts of a site: which files there are, what stands together in one, and where they come from.

In a clone they are bundled of the modules below `web/`, once for each content of them. The wheel holds the bundle.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from starterspad.output.cache_folder import cache_folder
from starterspad.output.script_bundler import BUNDLE, NODE_MODULES, Bundling, ScriptsNotMade, bundle

WEB = Path(str(files("starterspad"))) / "web"
# What a page's HTML names.
AT_ONCE = ("main.js", "head/choose-language.js", "head/color-scheme.js", "head/moved.js", "head/whole-address.js")
# What a module asks for when it is needed: the file that is sent -> the modules in it. Beside these, each element
# stands in the file of its own name.
LATE: Mapping[str, tuple[str, ...]] = {
    # These stand on the plan's page, and nowhere else.
    "elements/plan/plan.js": (
        "elements/plan/plan.js",
        "elements/export-import/export-import.js",
        "elements/erase/erase.js",
    ),
    # What she opens in a row of the plan, or below the rows.
    "card/task-details.js": (
        "card/task-details.js",
        "card/email-to-helper.js",
        "card/helper-list.js",
        "elements/plan/coach-advice.js",
        "elements/plan/own-steps.js",
        "elements/plan/news.js",
        "elements/plan/why-not-here.js",
        "elements/plan/timeline.js",
        "base/calendar-download.js",
    ),
    # The plan has it at once, because a browser that prints waits for nothing; a coach when she prints.
    "base/printed-sheet.js": ("base/printed-sheet.js",),
    # What is held this week and is hers: on the plan, after all else.
    "elements/dates/this-week.js": ("elements/dates/this-week.js",),
    # Whoever enters a field that holds so many characters; a coach at once.
    "base/field-limits.js": ("base/field-limits.js",),
    # What she opens below the plan: a link, a plan that comes in, and earlier states.
    "core/formats/url-codec.js": (
        "core/formats/url-codec.js",
        "elements/export-import/incoming-plan.js",
        "elements/export-import/qr-view.js",
        "elements/export-import/shared-link.js",
    ),
    "elements/questions/answer-consequences.js": ("elements/questions/answer-consequences.js",),
    "elements/task/task-on-plan.js": ("elements/task/task-on-plan.js",),
    # Whoever makes a file of a business plan; it holds what others wrote for such files.
    "core/office/docx-file.js": ("core/office/docx-file.js",),
    "elements/workbook/money-file.js": (
        "elements/workbook/money-file.js",
        "core/office/calculator-sheet.js",
        "core/office/worked-out.js",
        "core/office/xlsx-file.js",
    ),
    # What figures mean to conditions: where a journal holds any, and a condition asks for them.
    "base/money-answers.js": ("base/money-answers.js", "core/money/buckets.js"),
    # What somebody worked out, for her coach; what a calculator draws once it has said what comes out, and what she
    # tries beside it or opens.
    "elements/coach/sums.js": ("elements/coach/sums.js",),
    "elements/calculator/chart.js": ("elements/calculator/chart.js",),
    "elements/calculator/steps.js": ("elements/calculator/steps.js",),
    "elements/calculator/what-if.js": ("elements/calculator/what-if.js",),
}
# What keeps a journal comes as one file, and so do what every page with a plan needs, the card of a step, what works
# figures out, and what every element needs. Left alone, the bundler would cut it into a file for each set of pages that
# use the same modules: seventeen for the plan instead of nine.
TOGETHER = (
    # The journal on this device: whoever writes figures or a worksheet needs no plan for it.
    (
        "core/constants.js",
        "core/journal/fields.js",
        "core/journal/stamps.js",
        "core/journal/journal.js",
        "core/journal/opening.js",
        "core/journal/renamed-ids.js",
        "core/journal/journal-file.js",
        "store/database.js",
        "store/local-copy.js",
        "store/copies.js",
        "store/page-edits.js",
        "store/snapshots.js",
        "store/journal-store.js",
    ),
    (
        "core/rules/columns.js",
        "core/rules/evaluate.js",
        "core/journal/journal-queries.js",
        "core/plan/services.js",
        "core/plan/helper-order.js",
        "core/plan/helpers.js",
        "core/plan/words.js",
        "core/plan/plan.js",
        "core/plan/next-steps.js",
        "core/plan/waits.js",
        "core/plan/needed-first.js",
        "core/rules/self-assessment.js",
        "core/rules/gates.js",
        "core/rules/derived-answers.js",
        "core/plan/current-plan.js",
        "core/plan/due-dates.js",
        "core/plan/plan-changes.js",
        "core/rules/exclusive-choice.js",
        "store/browser-memory.js",
        "base/answer-words.js",
        "base/names-and-moments.js",
        "base/words.js",
        "base/plan-links.js",
    ),
    # The card of a step: on the plan and on the step's own page.
    (
        "base/ways-to-reach.js",
        "card/step-card.js",
        "card/step-state.js",
        "card/ways-to-helper.js",
    ),
    # What works figures out, and says them.
    (
        "core/money/limits.js",
        "core/money/reduced.js",
        "core/money/arithmetic.js",
        "core/money/kept.js",
        "core/money/evaluate.js",
        "core/money/results.js",
        "core/money/typed-number.js",
        "core/journal/sums.js",
        "base/figures.js",
    ),
    # Nearly every element needs all but the last; that is a line that the elements of a plan need besides.
    (
        "core/day.js",
        "base/address.js",
        "base/page-parts.js",
        "base/print-page.js",
        "base/portal-element.js",
        "store/journal-presence.js",
    ),
)


def site_scripts(web: Path = WEB) -> dict[str, bytes]:
    """Return path -> content of every script of a site, and of the licences of what others wrote in them, sorted.

    `web` holds the modules, as in a clone, or the bundle that the wheel holds. Bundling is done once: the last four
    bundles are kept with the user. Raises `ScriptsNotMade`, which says what to do.
    """
    if (web / "main.js").is_file():
        return _bundled_once(web)
    paths = sorted(path for path in (web / BUNDLE).rglob("*") if path.is_file())
    if not paths:
        raise ScriptsNotMade(
            "This installation holds no scripts for the browser. Install the wheel that `make wheel` builds in a clone."
        )
    return {path.relative_to(web / BUNDLE).as_posix(): path.read_bytes() for path in paths}


def module_paths(web: Path = WEB) -> list[Path]:
    """Return the path of each module of the browser's program, sorted; nothing that others wrote."""
    folders = [path for path in web.iterdir() if path.is_dir() and path.name not in (NODE_MODULES, BUNDLE)]
    return sorted((*web.glob("*.js"), *(path for folder in folders for path in folder.rglob("*.js"))))


def bundling(web: Path = WEB) -> Bundling:
    """Return which files are made of the modules in a clone."""
    late = dict(LATE)
    shared = {module for modules in LATE.values() for module in modules}
    for folder in sorted((web / "elements").iterdir()):
        name = f"elements/{folder.name}/{folder.name}.js"
        if name not in shared:
            late[name] = (name,)
    return Bundling(AT_ONCE, late, TOGETHER)


def _bundled_once(web: Path) -> dict[str, bytes]:
    with cache_folder("scripts") as cache:
        kept = cache / f"{_fingerprint(web)}.json"
        if not kept.is_file():
            made = {path: content.decode() for path, content in bundle(web, bundling(web)).items()}
            with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=cache, prefix=".", delete=False) as file:
                json.dump(made, file)
            Path(file.name).replace(kept)
        os.utime(kept)
        scripts: dict[str, str] = json.loads(kept.read_text("utf-8"))
    return {path: text.encode() for path, text in scripts.items()}


def _fingerprint(web: Path) -> str:
    """Return a hash of all that the scripts are made of: modules, packages, and the code that makes them."""
    digest = hashlib.sha256()
    made_by = sorted(Path(__file__).parent.glob("script*.py"))
    for path in (*module_paths(web), web / "bundle.mjs", web / "package-lock.json", *made_by):
        name = path.relative_to(web).as_posix() if path.is_relative_to(web) else path.name
        content = path.read_bytes()
        digest.update(f"{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()[:16]
