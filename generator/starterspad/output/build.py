"""`build`: from the content of an instance to a site on disk."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.content.problems import Problem, raise_errors
from starterspad.output.appearing_data import appearing_json
from starterspad.output.assets import assets_folder, shared_assets
from starterspad.output.cache_folder import cache_folder
from starterspad.output.feed import render_feed
from starterspad.output.gaps_data import GapsJson, gaps_json
from starterspad.output.host_headers import host_headers
from starterspad.output.output_folder import Written, write_files
from starterspad.output.partner_form_data import partner_form, partner_json
from starterspad.output.search_index import SearchIndexJson, search_index
from starterspad.output.searchable_pages import searchable_pages
from starterspad.output.sitemap import sitemap
from starterspad.pages.card_parts import card_parts
from starterspad.pages.embed import render_embeds
from starterspad.pages.explainer import explain_article
from starterspad.pages.layout.layouts import Layouts, render_layouts
from starterspad.pages.layout.security_policy import POLICY
from starterspad.pages.not_found import render_not_found
from starterspad.pages.page import Page
from starterspad.pages.render import render_pages
from starterspad.pages.root import render_root
from starterspad.quality.checks import check, check_days_ahead
from starterspad.quality.coverage import coverage_of
from starterspad.rules.model_compiler import compile_decision_model

Progress = Callable[[str], None]


@dataclass(frozen=True)
class SiteReport:
    """What a build did: the files, how many pages in all languages, and the warnings it leaves."""

    written: Written
    pages: int
    warnings: tuple[Problem, ...]


def build(root: Path, out: Path, *, today: datetime.date, progress: Progress = lambda _: None) -> SiteReport:
    """Build the portal of `root` into `out`, as of `today`; a failed build leaves `out` as it was.

    `progress` hears the name of each step as it begins. The same content and day give the same bytes. Raises
    `InvalidContent` with every problem of the content, `UnsafeOutput` for a folder that is not ours, `OSError` where
    the disk gives no room or no leave, `ScriptsNotMade` where the browser's scripts are not there, and
    `LayoutsNotRendered` where MkDocs fails.
    """
    progress("reading")
    catalog = load_catalog(root, today)
    # An earlier day may be asked for, by whoever builds the same again: what has happened since then has happened.
    latest = max(today, datetime.datetime.now(datetime.UTC).date())
    problems = sorted({*check(catalog), *check_days_ahead(catalog, latest)})
    raise_errors(problems)
    progress("compiling")
    models = {language: _model_file(catalog, language) for language in catalog.site.languages}
    assets = shared_assets(catalog.site.colours)
    progress("rendering")
    with cache_folder(f"layouts/{hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:16]}") as cache:
        layouts = render_layouts(catalog, assets=assets_folder(assets), today=today, cache=cache)
    coverage = coverage_of(catalog)
    pages = {language: list(render_pages(coverage, language, name, today)) for language, (name, _) in models.items()}
    progress("indexing")
    indexes = {
        language: search_index(searchable_pages(catalog, language, pages[language], layouts), language)
        for language in pages
    }
    progress("writing")
    gaps = gaps_json(coverage, today)
    files = _files(catalog, assets, models, pages, layouts, indexes, gaps)
    written = write_files(out, files, waits=lambda: progress("waiting for another build into this folder"))
    return SiteReport(written, sum(map(len, pages.values())) + len(layouts.written), tuple(problems))


def _files(
    catalog: Catalog,
    assets: dict[str, bytes],
    models: dict[str, tuple[str, bytes]],
    pages: dict[str, list[Page]],
    layouts: Layouts,
    indexes: dict[str, SearchIndexJson],
    gaps: GapsJson,
) -> Iterator[tuple[str, bytes]]:
    folder = assets_folder(assets)
    yield from assets.items()
    for language, (name, model) in models.items():
        yield f"{language}/{name}", model
        yield f"{language}/search-index.json", _json(indexes[language])
        yield f"{language}/partner-form.json", _json(partner_form(catalog, language))
        yield f"{language}/card-parts.json", _json(card_parts(catalog, language))
        yield f"{language}/changes.xml", render_feed(catalog, language).encode()
        for path, text in render_embeds(catalog, language, folder, POLICY):
            yield path, text.encode()
        for page in pages[language]:
            yield f"{language}/{page.path}index.html", layouts.render_into(language, page).encode()
    for id in catalog.partners:
        yield f"appearing/{id}.json", _json(appearing_json(catalog, id))
        yield f"partners/{id}.json", _json(partner_json(catalog, id))
    for logo in catalog.logos.values():
        yield logo.path, logo.content
    yield "gaps.json", _json(gaps)
    for path, text in layouts.written.items():
        yield path, explain_article(catalog, path.partition("/")[0], text).encode()
    yield "index.html", render_root(catalog, folder, POLICY).encode()
    yield "404.html", render_not_found(catalog, folder, POLICY).encode()
    yield "sitemap.xml", sitemap(catalog, pages).encode()
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {catalog.site.base_url}sitemap.xml\n".encode()
    yield "_headers", host_headers(catalog).encode()
    yield ".nojekyll", b""


def _model_file(catalog: Catalog, language: str) -> tuple[str, bytes]:
    """Return the decision model's file, named after its content so that it can be cached for ever."""
    model = compile_decision_model(catalog, language)
    content = _json(model)
    return f"decision-model.{hashlib.sha256(content).hexdigest()[:10]}.json", content


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
