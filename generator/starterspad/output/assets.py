"""The styles, scripts and drawings that every page shares, in one folder named after their content."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from pathlib import Path

from starterspad.content.models.site import Colours, Palette
from starterspad.output.scripts import site_scripts
from starterspad.output.styles import style_sheets

PACKAGE = Path(str(files("starterspad")))


def shared_assets(colours: Colours) -> dict[str, bytes]:
    """Return path -> content of every shared file, below `assets/<hash>/` so that a change is never cached away.

    Raises `ScriptsNotMade` where there are no scripts, and none can be made.
    """
    web = PACKAGE / "web"
    by_name = style_sheets(web / "styles", colours)
    for path in sorted(web.glob("drawings/*.svg")):
        if path.name == "icon.svg":
            by_name[path.name] = _icon(path.read_text("utf-8"), colours.light)
        else:
            by_name[f"drawings/{path.name}"] = path.read_bytes()
    for name, content in site_scripts().items():
        by_name[name if name.startswith("head/") else f"web/{name}"] = content
    digest = hashlib.sha256()
    for name, content in sorted(by_name.items()):
        digest.update(f"{name} {len(content)}\n".encode() + content)
    folder_name = f"assets/{digest.hexdigest()[:10]}"
    return {f"{folder_name}/{name}": content for name, content in by_name.items()}


def assets_folder(assets: dict[str, bytes]) -> str:
    """Return the folder that `shared_assets` put everything in."""
    return "/".join(next(iter(assets)).split("/")[:2])


def _icon(drawing: str, palette: Palette) -> bytes:
    """Draw the icon in the instance's colours: outside a page it sees no style sheet."""
    for name in ("path", "ground", "spark"):
        drawing = drawing.replace(f"{{{name}}}", getattr(palette, name))
    return drawing.encode()
