"""`build`: from the content of an instance to a site on disk."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from starterspad.content.loader import load_catalog
from starterspad.content.problems import Problem, raise_errors
from starterspad.content.yaml import stored_files
from starterspad.output.assets import shared_assets
from starterspad.output.build_memory import BuildMemory
from starterspad.output.cache_folder import cache_folder
from starterspad.output.output_folder import Audience, Written, write_files
from starterspad.output.page_names import WRITTEN
from starterspad.output.site_files import MODEL, DecisionModels, SiteFiles
from starterspad.pages.layout.layouts import render_layouts
from starterspad.pages.render import inputs_by_language
from starterspad.quality.checks import check, check_days_ahead
from starterspad.quality.coverage import coverage_of

Progress = Callable[[str], None]


@dataclass(frozen=True)
class SiteReport:
    """What a build did: the files, how many pages in all languages, and the warnings it leaves."""

    written: Written
    pages: int
    warnings: tuple[Problem, ...]


def build(
    root: Path,
    out: Path,
    *,
    today: datetime.date,
    progress: Progress = lambda _: None,
    memory: BuildMemory | None = None,
    audience: Audience | None = None,
) -> SiteReport:
    """Build the portal of `root` into `out`, as of `today`; a failed build leaves `out` as it was.

    `progress` hears the name of each step as it begins. The same content and day give the same bytes, whatever `memory`
    has of an earlier build: with it, this process makes all pages that became others, and no other ones, and those that
    an `audience` has open come first. Raises `InvalidContent` with every problem of the content, `UnsafeOutput` for a
    folder that is not ours, `OSError` where the disk gives no room or no leave, `ScriptsNotMade` where the browser's
    scripts are not there, `LayoutsNotRendered` where MkDocs fails, and `Outdated` where the audience waits no longer.
    """
    progress("reading")
    if memory:
        memory.begin()
    instance = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:16]
    if memory:
        catalog = load_catalog(root, today, memory.reading)
    else:
        with cache_folder("parsed") as kept, stored_files(kept / f"{instance}.sqlite") as stored:
            catalog = load_catalog(root, today, stored=stored)
    # An earlier day may be asked for, by whoever builds the same again: what has happened since then has happened.
    latest = max(today, datetime.datetime.now(datetime.UTC).date())
    problems = sorted({*check(catalog), *check_days_ahead(catalog, latest)})
    raise_errors(problems)
    progress("compiling")
    models = DecisionModels(catalog, today)
    if not memory:
        models.make_all()
    assets = shared_assets(catalog)
    progress("rendering")
    with cache_folder(f"layouts/{instance}") as cache:
        sheet = assets.sheets[WRITTEN]
        layouts = render_layouts(catalog, assets=assets.folder, written_sheet=sheet, today=today, cache=cache)
    coverage = memory.coverage_of(catalog) if memory else coverage_of(catalog)
    inputs = inputs_by_language(coverage, dict.fromkeys(catalog.site.languages, MODEL), today)
    audience = audience or Audience()
    site = SiteFiles(catalog, assets, models, layouts, inputs, memory, audience)
    progress("writing")
    waits = partial(progress, "waiting for another build into this folder")
    # What another process remembers is gone with it: who remembers makes all.
    written = write_files(out, site.units(), waits=waits, audience=audience if memory else None)
    return SiteReport(written, sum(map(len, site.pages.values())) + len(layouts.written), tuple(problems))
