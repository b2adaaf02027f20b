"""The styles, scripts and drawings that every page shares, in one folder named after their content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.models.site import Palette
from starterspad.output.page_names import names_by_kind
from starterspad.output.scripts import site_scripts
from starterspad.output.styles import style_sheets

PACKAGE = Path(str(files("starterspad")))


@dataclass(frozen=True)
class Assets:
    """The shared files: their folder, their content by path, and which style sheet in it each kind of page has."""

    folder: str
    content: Mapping[str, bytes]
    sheets: Mapping[str, str]


def shared_assets(catalog: Catalog) -> Assets:
    """Return every shared file, below `assets/<hash>/` so that a change is never cached away.

    Raises `ScriptsNotMade` where there are no scripts, and none can be made.
    """
    web, colours = PACKAGE / "web", catalog.site.colours
    scripts = site_scripts()
    pages = (page.body for versions in catalog.pages.values() for page in versions.values())
    styles = style_sheets(web / "styles", colours, names_by_kind(scripts, pages))
    by_name = dict(styles.content)
    for path in sorted(web.glob("drawings/*.svg")):
        if path.name == "icon.svg":
            by_name[path.name] = _icon(path.read_text("utf-8"), colours.light)
        else:
            by_name[f"drawings/{path.name}"] = path.read_bytes()
    for name, content in scripts.items():
        by_name[name if name.startswith("head/") else f"web/{name}"] = content
    digest = hashlib.sha256()
    for name, content in sorted(by_name.items()):
        digest.update(f"{name} {len(content)}\n".encode() + content)
    folder = f"assets/{digest.hexdigest()[:10]}"
    return Assets(folder, {f"{folder}/{name}": content for name, content in by_name.items()}, styles.of_kinds)


def _icon(drawing: str, palette: Palette) -> bytes:
    """Draw the icon in the instance's colours: outside a page it sees no style sheet."""
    for name in ("path", "ground", "spark"):
        drawing = drawing.replace(f"{{{name}}}", getattr(palette, name))
    return drawing.encode()
