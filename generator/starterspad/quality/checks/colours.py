"""Words can be read on their ground, in both colour schemes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.problems import Problem

# The pairs of a palette that carry words, with the contrast that WCAG 2.2 asks for them.
CONTRASTS = (
    ("text", "ground", 4.5), ("text", "raised", 4.5), ("quiet", "ground", 4.5), ("quiet", "raised", 4.5),
    ("path", "ground", 4.5), ("path", "raised", 4.5), ("on_path", "path", 4.5), ("link", "ground", 4.5),
    ("link", "raised", 4.5), ("good", "raised", 4.5), ("stop", "raised", 4.5), ("line", "ground", 3.0),
)  # fmt: skip


def check_colours(catalog: Catalog) -> Iterator[Problem]:
    """Words can be read on their ground, in both schemes."""
    for scheme in ("light", "dark"):
        palette = getattr(catalog.site.colours, scheme)
        measured = {
            (front, back): (contrast(getattr(palette, front), getattr(palette, back)), needed)
            for front, back, needed in CONTRASTS
        }
        weak = [pair for pair, (ratio, needed) in measured.items() if ratio < needed]
        while weak:
            # One colour may be wrong on several others: it is told once, with all of them.
            counts = Counter(name for pair in weak for name in pair)
            worst = max(counts, key=counts.__getitem__)
            mine = [pair for pair in weak if worst in pair]
            weak = [pair for pair in weak if worst not in pair]
            message = ", ".join(
                f"{front} on {back} has contrast {ratio:.1f}, {needed} is needed"
                for front, back in mine
                for ratio, needed in [measured[front, back]]
            )
            location = catalog.location("site", "site", "colours", scheme, worst)
            which = worst if len(mine) > 1 else "one of the two"
            yield Problem(location, message, f"make {which} darker or lighter", "contrast")


def contrast(colour: str, other: str) -> float:
    """Return the contrast of two colours `#rrggbb`, from 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
