"""The style sheets as they are sent: Material's and ours in layers, joined in a declared order.

What stands in a later layer wins over every earlier one, however its selector is written. So nothing of ours needs a
trick to win over Material, and paper wins over the screen. A file of `web/styles` says nothing of layers: its place in
`LAYERS` does. Its addresses (`url(…)`) count from the sheet that is sent, which lies beside the icon and `drawings/`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from starterspad.content.models.site import Colours, Palette

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
        "components/on-plan",
        "components/facts",
        "components/leaf",
        "components/term",
        "components/gaps",
        "components/heat",
        "components/filters",
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
# The parts of Material that our pages show, and a rule without others in it.
SHOWN = "banner|button|container|content|dialog|footer|grid|header|main|overlay|skip|toggle|typeset"
_RULE = re.compile(r"[^{}]+\{[^{}]*\}")
_NOT_SHOWN = re.compile(rf"\.md-(?!(?:{SHOWN})(?![a-z]))[a-z]")
_SPACE_BESIDE_MARK = re.compile(r'("[^"\n]*")|\s*([{};,])\s*')


def style_sheets(folder: Path, colours: Colours) -> dict[str, bytes]:
    """Join every sheet that is sent.

    `folder` is `web/styles`. Returns name -> content: `site.css` for the pages in the frame, and those of `ALONE`.
    """
    palette = _palette(colours)
    layers = {name: "".join(_read(folder, file) for file in names) for name, names in LAYERS.items()}
    layers["material"] = _material()
    layers["tokens"] = palette + layers["tokens"]
    order = f"@layer {','.join(layers)};\n"
    sheets = {"site.css": order + "".join(f"@layer {name}{{{content}}}\n" for name, content in layers.items())}
    for name, parts in ALONE.items():
        sheets[name] = palette + "".join(_read(folder, file) for file in parts)
    return {name: content.encode() for name, content in sheets.items()}


def _read(folder: Path, name: str) -> str:
    return without_comments((folder / f"{name}.css").read_text("utf-8"))


def without_comments(style: str) -> str:
    """Take out of a style sheet what only people read: comments, indents, and the space around brackets."""
    style = _TEXT_OR_SPACE.sub(lambda match: match[1] or " ", style)
    return _SPACE_BESIDE_MARK.sub(lambda match: match[1] or match[2], style).strip()


def _material() -> str:
    """Return Material's sheet as it may stand in a layer: `@charset` counts only at the very beginning of a file.

    Its drawings for what our pages do not have (admonitions, copied code, tabs, ...) stay out: a tenth of the sheet. So
    do its rules for parts that no page shows, such as its own search.
    """
    (path,) = _MATERIAL.glob("main.*.min.css")
    style = path.read_text("utf-8").removeprefix('@charset "UTF-8";')
    style = _DRAWING.sub(lambda match: match[0] if match[1] == _DRAWN else "", style)
    style = _RULE.sub(lambda rule: "" if _shown_nowhere(rule[0].partition("{")[0]) else rule[0], style)
    return re.sub(r"/\*# sourceMappingURL=.*?\*/", "", style).strip()


def _shown_nowhere(selectors: str) -> bool:
    """Tell whether each of these selectors names a part that no page shows; a comma in brackets counts as one too."""
    return all(_NOT_SHOWN.search(selector) and ":not(" not in selector for selector in selectors.split(","))


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
