"""What becomes of a logo: what is refused, and the picture that is made from its pixels."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image, UnidentifiedImageError

from starterspad.content.problems import InvalidContent, Location, Problem, did_you_mean, quoted
from starterspad.content.yaml import list_sources, read_picture

FOLDER = "partners/logos"
SUFFIXES = (".png", ".webp", ".svg")
# Pixels: what may come in, and what goes out (twice what is shown, for sharp screens).
LARGEST_SIDE, SMALLEST_SIDE = 4096, 32
WIDTH, HEIGHT = 320, 160
_MOST_SHAPES = 2000
# Seconds after which a drawing that stands still is given up.
_WAIT = 20
_LARGEST_NUMBER = 100_000
_NUMBER = re.compile(r"-?(?:[0-9]{1,12}\.?[0-9]{0,12}|\.[0-9]{1,12})")
_SVG = "{http://www.w3.org/2000/svg}"
# Shapes and colours. What loads, links, repeats or runs is not needed to draw a logo.
_SHAPES = frozenset(
    (
        "svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
        "linearGradient", "radialGradient", "stop", "clipPath",
    )
)  # fmt: skip


@dataclass(frozen=True)
class Logo:
    """A picture that is ours: its path below the site, its content (lossless WebP), and its size in pixels."""

    path: str
    content: bytes
    width: int
    height: int


class _Unfit(Exception):
    """A picture that cannot be taken: what is wrong, and how to mend it."""


def load_logos(root: Path, partners: Collection[str]) -> tuple[dict[str, Logo], list[Problem]]:
    """Read the logos of the instance at `root`: by partner id, and what is wrong with the others.

    `partners` are the ids of all partners, also of those with problems. Each logo fits into `WIDTH` by `HEIGHT`
    pixels, in its own shape; its name holds a hash of its content.
    """
    paths, problems = list_sources(root / FOLDER, root, SUFFIXES)
    logos: dict[str, Logo] = {}
    for path in paths:
        name, id = path.relative_to(root).as_posix(), path.stem
        if id not in partners:
            message = f"there is no partner {quoted(id)} whose logo this could be"
            problems.append(_problem(name, message, did_you_mean(id, partners)))
        elif id in logos:
            problems.append(_problem(name, f"a second logo of {quoted(id)}", "keep one"))
        else:
            try:
                content, width, height = _made_anew(read_picture(path, root), path.suffix)
            except _Unfit as unfit:
                problems.append(_problem(name, *map(str, unfit.args)))
            except InvalidContent as invalid:
                problems += invalid.problems
            else:
                digest = hashlib.sha256(content).hexdigest()[:10]
                logos[id] = Logo(f"logos/{id}.{digest}.webp", content, width, height)
    return logos, problems


def _problem(name: str, message: str, remedy: str) -> Problem:
    return Problem(Location(name), message, remedy, "logo")


@lru_cache(maxsize=256)
def _made_anew(data: bytes, suffix: str) -> tuple[bytes, int, int]:
    """Decode a picture and encode its pixels alone; raises `_Unfit`."""
    pixels = _drawn(data) if suffix == ".svg" else data
    kind = suffix[1:].upper()
    try:
        with Image.open(io.BytesIO(pixels), formats=["WEBP" if kind == "WEBP" else "PNG"]) as picture:
            if max(picture.size) > LARGEST_SIDE or min(picture.size) < SMALLEST_SIDE:
                message = f"the logo is {picture.width} by {picture.height} pixels"
                raise _Unfit(message, f"save it with {SMALLEST_SIDE} to {LARGEST_SIDE} pixels on each side")
            clean = picture.convert("RGBA")
    except _Unfit:
        raise
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise _Unfit(f"this is not a {kind} picture", "save it again as PNG, WebP or SVG") from None
    clean.thumbnail((WIDTH, HEIGHT))
    out = io.BytesIO()
    clean.save(out, format="WEBP", lossless=True)
    return out.getvalue(), clean.width, clean.height


def _drawn(data: bytes) -> bytes:
    """Draw an SVG of shapes alone as PNG; nothing in it is loaded, linked or run."""
    try:
        text = data.decode("utf-8-sig")
        if re.search(r"<!(?:DOCTYPE|ENTITY)|<\?xml-stylesheet", text, re.IGNORECASE):
            raise _Unfit("a declaration (<!...) is not allowed in an SVG", "save it as a plain SVG, or as PNG")
        top = ElementTree.fromstring(text)  # noqa: S314  # no declaration: no entities to expand
    except (ElementTree.ParseError, ValueError, LookupError):
        raise _Unfit("this is not an SVG picture", "save it again, or as PNG") from None
    shapes = list(top.iter())
    if len(shapes) > _MOST_SHAPES:
        raise _Unfit(f"the SVG has more than {_MOST_SHAPES} shapes", "simplify it, or save it as PNG")
    for shape in shapes:
        name = str(shape.tag).removeprefix(_SVG)
        if name not in _SHAPES:
            raise _Unfit(f"{quoted(name)} is not allowed in an SVG", "turn it into plain shapes, or save it as PNG")
        for key, value in shape.attrib.items():
            if key.startswith("on") or key.endswith("href") or re.search(r"url\((?!\s*['\"]?#)|@import", value):
                raise _Unfit(f"{quoted(key)} is not allowed in an SVG", "save it as a plain SVG, or as PNG")
    _size(top)
    try:
        command = (sys.executable, "-I", str(Path(__file__).with_name("draw_svg.py")))
        plain = ElementTree.tostring(top, "utf-8")
        return bytes(subprocess.run(command, input=plain, capture_output=True, timeout=_WAIT, check=True).stdout)
    except (subprocess.SubprocessError, RecursionError):
        raise _Unfit("this SVG cannot be drawn", "make it simpler, or save it as PNG") from None


def _size(top: ElementTree.Element) -> None:
    """Give a drawing our own size, in its own shape: room for whatever size it claims would not be there."""
    box = top.get("viewBox") or f"0 0 {top.get('width', '')} {top.get('height', '')}".replace("px", "")
    numbers = [float(number) for number in re.split(r"[\s,]+", box.strip()) if _NUMBER.fullmatch(number)]
    if len(numbers) != 4 or not all(0 < side < _LARGEST_NUMBER for side in numbers[2:]):
        raise _Unfit("the SVG does not say how large it is", "give it a viewBox, or save it as PNG")
    scale = min(WIDTH / numbers[2], HEIGHT / numbers[3])
    top.set("viewBox", " ".join(map(str, numbers)))
    top.set("width", str(max(1, round(numbers[2] * scale))))
    top.set("height", str(max(1, round(numbers[3] * scale))))
