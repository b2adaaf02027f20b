"""The style sheets as they are sent: Material's and ours in layers, joined in a declared order.

What stands in a later layer wins over every earlier one, however its selector is written. So nothing of ours needs a
trick to win over Material, and paper wins over the screen. A file of `web/styles` says nothing of layers: its place in
`LAYERS` does. Its addresses (`url(…)`) count from the sheet that is sent, `site.css`, which lies beside the icon.

Every page has what is in all frames, and a part with the components that pages of its kind may show. Both are made of
the names that templates and scripts hold; nobody keeps lists of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from starterspad.content.models.site import Colours, Palette
from starterspad.output.page_names import Names
from starterspad.output.style_parts import parts_by_kind
from starterspad.output.style_rules import only, rules_of, without_unused, written

# Layer -> its files below web/styles, in the order in which they are joined. Each file stands in one layer.
LAYERS: Mapping[str, tuple[str, ...]] = {
    "material": (),  # Material's own sheet
    "tokens": ("tokens",),  # after the colours of the instance
    "base": ("material-undone", "base"),
    "frame": ("frame/page", "frame/banner", "frame/header", "frame/menu", "frame/footer"),
    "components": (
        "components/focus",
        "components/text",
        "components/button",
        "components/rows",
        "components/card",
        "components/people",
        "components/hero",
        "components/calm",
        "components/steps",
        "components/doors",
        "components/chip",
        "components/announcement",
        "components/note",
        "components/stones",
        "components/gate",
        "components/journey",
        "components/self-assessment",
        "components/bars",
        "components/radar",
        "components/plans",
        "components/columns",
        "components/worksheet",
        "components/workbook",
        "components/on-plan",
        "components/facts",
        "components/leaf",
        "components/term",
        "components/gaps",
        "components/heat",
        "components/filters",
        "components/dates",
        "components/meeting",
        "components/agenda",
        "components/questions",
        "components/option",
        "components/errors",
        "components/plan",
        "components/logo",
        "components/embed",
        "components/partner-form",
        "components/fields",
        "components/writing",
        "components/progress",
        "components/path",
        "components/next",
        "components/badge",
        "components/phase",
        "components/timeline",
        "components/qr-code",
        "components/task",
        "components/step-card",
        "components/search",
        "components/paper",
        "components/pairs",
        "components/money",
        "components/details",
    ),
    "print": ("print",),
}

# The sheet of a page that stands without Material and the frame -> its files, after the colours of the instance.
ALONE: Mapping[str, tuple[str, ...]] = {
    "languages.css": ("alone/base", "alone/languages"),
    "card.css": ("alone/base", "alone/card"),
}

_MATERIAL = Path(str(files("material"))) / "templates" / "assets" / "stylesheets"
# What a browser takes as it stands (a text between quotation marks), and what only people read.
_TEXT_OR_SPACE = re.compile(r'("[^"\n]*")|/\*.*?\*/|\s+', re.DOTALL)
# Material's own drawings, and the one that a page of ours shows.
_DRAWING = re.compile(r"--md-([a-z-]*icon[a-z-]*):url\((?:\"[^\"]*\"|'[^']*'|[^)\"']*)\);?")
_DRAWN = "details-icon"
# Of these a kind of page has only what it needs; every page has the others whole.
IN_PARTS = ("components", "print")
_SPACE_BESIDE_MARK = re.compile(r'("[^"\n]*")|\s*([{};,])\s*')


@dataclass(frozen=True)
class StyleSheets:
    """The sheets that are sent: `content` by their names, and which part a kind of page in the frame needs besides.

    `of_kinds` names it by the kind's template. `site.css`, which declares the order of the layers, comes first.
    """

    content: Mapping[str, bytes]
    of_kinds: Mapping[str, str]


def style_sheets(folder: Path, colours: Colours, names: Mapping[str, Names]) -> StyleSheets:
    """Make every sheet of the files in `folder`, which is `web/styles`; `names` are those of each kind of page."""
    palette = _palette(colours)
    layers = {name: "".join(_read(folder, file) for file in files) for name, files in LAYERS.items()}
    site, parts, of_kinds = _shared(tuple(layers.items()), tuple(names.items()))
    sheets = {"site.css": site.replace("@layer tokens{", f"@layer tokens{{{palette}", 1)}
    sheets |= {f"part-{name}.css": content for name, content in parts.items()}
    for name, parts_alone in ALONE.items():
        sheets[name] = palette + "".join(_read(folder, file) for file in parts_alone)
    content = {name: sheet.encode() for name, sheet in sheets.items()}
    return StyleSheets(content, {kind: f"part-{name}.css" for kind, name in of_kinds.items()})


@lru_cache(1)
def _shared(
    layers: tuple[tuple[str, str], ...], names: tuple[tuple[str, Names], ...]
) -> tuple[str, dict[str, str], dict[str, str]]:
    """Return what every page has, without the colours of the instance, and the parts; made once while one serves."""
    rules = {name: rules_of(style) for name, style in layers}
    in_parts = {name: rules.pop(name) for name in IN_PARTS}
    of_kinds, parts = parts_by_kind(in_parts, dict(names))

    def on_a_page(selector: str) -> bool:
        return any(those.may_show(selector) for _, those in names)

    ours = "".join(style for _, style in layers)
    rules["material"] = without_unused(only(rules_of(_material()), on_a_page), ours)
    order = f"@layer {','.join(LAYERS)};\n"
    site = order + "".join(f"@layer {name}{{{written(rules[name])}}}\n" for name in LAYERS if name in rules)
    return site, parts, of_kinds


def _read(folder: Path, name: str) -> str:
    return without_comments((folder / f"{name}.css").read_text("utf-8"))


def without_comments(style: str) -> str:
    """Take out of a style sheet what only people read: comments, indents, and the space around brackets."""
    style = _TEXT_OR_SPACE.sub(lambda match: match[1] or " ", style)
    return _SPACE_BESIDE_MARK.sub(lambda match: match[1] or match[2], style).strip()


def _material() -> str:
    """Return Material's sheet as it may stand in a layer: `@charset` counts only at the very beginning of a file.

    Its drawings for what our pages do not have (admonitions, copied code, tabs, ...) stay out.
    """
    (path,) = _MATERIAL.glob("main.*.min.css")
    style = path.read_text("utf-8").removeprefix('@charset "UTF-8";')
    style = _DRAWING.sub(lambda match: match[0] if match[1] == _DRAWN else "", style)
    return re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL).strip()


def _palette(colours: Colours) -> str:
    """Return the colours of the instance as tokens: the scheme she chose, else her device's; paper is always light."""
    light, dark = _tokens(colours.light, "light"), _tokens(colours.dark, "dark")
    return (
        f":root{{{light}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-scheme=light]){{{dark}}}}}"
        f"@media screen{{:root[data-scheme=dark]{{{dark}}}}}"
    )


def _tokens(palette: Palette, scheme: str) -> str:
    tokens = ";".join(f"--{name.replace('_', '-')}:{value}" for name, value in palette.model_dump().items())
    return f"color-scheme:{scheme};{tokens}"
