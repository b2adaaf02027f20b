"""The badge that other people's sites link with, a drawing (SVG)."""

from __future__ import annotations

from dataclasses import dataclass

from starterspad.content.models.site import Palette
from starterspad.pages.page import fill


@dataclass(frozen=True)
class Badge:
    """What is drawn; pixels, with `edge_width` and `edge_height` those of the line around it, `middle` half of it."""

    width: int
    height: int
    edge_width: int
    edge_height: int
    middle: float
    colours: Palette
    name: str
    start: str
    direction: str


def render_badge(name: str, start: str, direction: str, size: tuple[int, int], colours: Palette) -> str:
    """Draw the badge with two lines of text, as wide and as high as `size` says in pixels."""
    width, height = size
    context = Badge(width, height, width - 2, height - 2, width / 2, colours, name, start, direction)
    return fill(context, {}, "svg")
