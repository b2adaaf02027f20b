"""The one room that knows MkDocs: it renders the hand-written pages and one empty layout per kind of page."""

from __future__ import annotations

import datetime
import hashlib
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Protocol, get_args

from starterspad.content.catalog import Catalog
from starterspad.content.localised_text import direction_of, localised
from starterspad.pages.layout.frame_words import frame_words
from starterspad.pages.layout.security_policy import POLICY
from starterspad.pages.page import Layout

THEME = Path(str(files("starterspad"))) / "pages" / "layout" / "theme"
_SENTINEL = re.compile("zz(TITLE|DESCRIPTION|PATH|SHEET|BODY)zz")
# Where MkDocs renders each layout: as deep below the site as the pages that are rendered into it, under names
# that no page can have, because an id begins with a letter.
_STAGED: dict[Layout, str] = {
    "home": "index",
    "page": "0page",
    "focus": "0focus",
    "list": "0layout/list",
    "record": "0layout/record",
}


class Head(Protocol):
    """What the layout of a page says of it."""

    @property
    def path(self) -> str:
        """Where it stands below the language, such as `tasks/kbo/`."""

    @property
    def title(self) -> str:
        """Its title, plain text."""

    @property
    def description(self) -> str:
        """What it is about, plain text."""

    @property
    def layout(self) -> Layout:
        """Which layout it goes into."""


class LayoutsNotRendered(RuntimeError):
    """MkDocs failed; the text is what it said."""


@dataclass(frozen=True)
class Layouts:
    """Rendered layouts by (language, layout), split at their sentinels, and the written pages by path.

    A frame alternates HTML with the names of what goes between: TITLE, DESCRIPTION, PATH, SHEET and BODY. Paths are
    those of files below the site, written `<language>/<id>/index.html`.
    """

    frames: Mapping[tuple[str, Layout], tuple[str, ...]]
    written: Mapping[str, str]

    def render_into(self, language: str, page: Head, body: str, sheet: str) -> str:
        """Return a page in its layout, a whole HTML document; title and description are escaped here, `body` is not.

        `sheet` is the part of the styles for what it shows, below the folder of the assets.
        """
        values = {
            "TITLE": html.escape(page.title),
            "DESCRIPTION": html.escape(" ".join(page.description.split())),
            "PATH": page.path,
            "SHEET": sheet,
            "BODY": body,
        }
        parts = self.frames[language, page.layout]
        joined = "".join(values[part] if index % 2 else part for index, part in enumerate(parts))
        return _with_own_link(joined, language, page.path)


def render_layouts(catalog: Catalog, *, assets: str, written_sheet: str, today: datetime.date, cache: Path) -> Layouts:
    """Render the layouts and written pages with MkDocs, or take them from `cache` when nothing it reads changed.

    `assets` is the folder of the scripts and styles below the site, `written_sheet` the part of the styles in it that
    the written pages need; `today` the date to say that it was built on. Other builds may use `cache` at the same time.
    Raises `LayoutsNotRendered` with what MkDocs says when it fails.
    """
    staged = _stage(catalog, assets, written_sheet, today)
    folder = cache / _fingerprint(staged)
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache, prefix=".") as work:
            _run_mkdocs(Path(work), staged)
            try:
                (Path(work) / "site").replace(folder)
            except OSError:
                # Another build of the same instance was first; its result is the same.
                assert folder.is_dir()
    folder.touch()
    return _read_back(catalog, folder)


def _read_back(catalog: Catalog, folder: Path) -> Layouts:
    frames: dict[tuple[str, Layout], tuple[str, ...]] = {}
    written: dict[str, str] = {}
    for language in catalog.site.languages:
        for kind in get_args(Layout):
            name = _STAGED[kind]
            path = folder / language / ("index.html" if name == "index" else f"{name}/index.html")
            frames[language, kind] = tuple(_SENTINEL.split(path.read_text("utf-8")))
        for id in catalog.pages:
            page = f"{language}/{id}/index.html"
            written[page] = _with_own_link((folder / page).read_text("utf-8"), language, f"{id}/")
    return Layouts(frames, written)


def _with_own_link(document: str, language: str, path: str) -> str:
    """Say of the link to the page itself, where its header has one, that it is the page that is read."""
    own = f'<a href="{"../" * (path.count("/") + 1)}{language}/{path}"'
    header, ends, rest = document.partition("</header>")
    return header.replace(f"{own}>", f'{own} aria-current="page">') + ends + rest


def _stage(catalog: Catalog, assets: str, written_sheet: str, today: datetime.date) -> dict[str, str]:
    """Return everything that MkDocs reads besides the theme, as path -> text."""
    # JSON is YAML, and written a hundred times as fast.
    staged = {"mkdocs.yml": json.dumps(_config(catalog, assets, today), sort_keys=True, ensure_ascii=False)}
    for language in catalog.site.languages:
        for kind, name in _STAGED.items():
            front = {
                "language": language,
                "layout": kind,
                "path": "zzPATHzz",
                "title": "zzTITLEzz",
                "description": "zzDESCRIPTIONzz",
                "sheet": "zzSHEETzz",
            }
            staged[f"docs/{language}/{name}.md"] = _with_front_matter(front, "")
        for id, pages in catalog.pages.items():
            page, written_in = localised(pages, language, catalog.site.default_language)
            front = {
                "language": language,
                "written_in": written_in,
                "direction": direction_of(written_in),
                "path": f"{id}/",
                "title": html.escape(page.front.title),
                "description": html.escape(page.front.description),
                "sheet": written_sheet,
            }
            staged[f"docs/{language}/{id}.md"] = _with_front_matter(front, page.body)
    return staged


def _config(catalog: Catalog, assets: str, today: datetime.date) -> dict[str, object]:
    site = catalog.site
    return {
        "site_name": localised(site.name, site.default_language, "")[0],
        "site_url": site.base_url,
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"name": "material", "custom_dir": "theme", "font": False, "features": []},
        "plugins": [],
        "markdown_extensions": ["tables", {"toc": {"permalink": False}}],
        "extra": {
            "region": catalog.site.region,
            "default_language": site.default_language,
            "assets": assets,
            "policy": POLICY,
            "trouble_guide": site.trouble_guide,
            "moved_from": " ".join(site.moved_from),
            "body": "zzBODYzz",
            "sites": {language: frame_words(catalog, language, today) for language in site.languages},
        },
    }


def _with_front_matter(front: Mapping[str, object], body: str) -> str:
    return f"---\n{json.dumps(front, ensure_ascii=False)}\n---\n\n{body}"


def _fingerprint(staged: Mapping[str, str]) -> str:
    digest = hashlib.sha256()
    for package in ("mkdocs", "mkdocs-material", "markdown", "jinja2"):
        digest.update(f"{package} {version(package)}\n".encode())
    for path in sorted(THEME.rglob("*.html")):
        digest.update(path.relative_to(THEME).as_posix().encode() + b"\n" + path.read_bytes())
    for name, text in sorted(staged.items()):
        digest.update(f"{name}\n{text}\n".encode())
    return digest.hexdigest()[:16]


def _run_mkdocs(work: Path, staged: Mapping[str, str]) -> None:
    for name, text in staged.items():
        path = work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    shutil.copytree(THEME, work / "theme")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", "mkdocs.yml"]
    # MkDocs' banner about its own future is not for the maintainers of a portal.
    run = subprocess.run(
        command, cwd=work, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False
    )
    if run.returncode:
        raise LayoutsNotRendered(f"MkDocs could not render the layouts:\n{run.stdout}{run.stderr}")
