"""Which pages share a part of the style sheet: few parts, each with all that some kinds of page need.

A part holds its rules in the order of the whole sheet, so what wins there wins here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from starterspad.output.page_names import Names
from starterspad.output.style_rules import Rule, only, selectors_of, written

# So many parts at most: going from one kind of page to another, a browser often has the part already.
MOST_PARTS = 16
# A page that grows by much is worse than many that grow by a little.
MUCH = 1.5

Layers = Mapping[str, Sequence[Rule]]


def parts_by_kind(layers: Layers, names: Mapping[str, Names]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the name of each kind's part, and each part by its name: the first of its kinds.

    Kinds that need nearly the same share one.
    """
    groups = _groups({kind: _needed(layers, those) for kind, those in names.items()})
    parts = {group[0]: _part(layers, [names[kind] for kind in group]) for group in groups}
    return {kind: group[0] for group in groups for kind in group}, parts


def _needed(layers: Layers, names: Names) -> int:
    """Return what a kind needs as a set of the bytes of the sheet: one bit for each."""
    bits, place = 0, 0
    for rules in layers.values():
        for selector, size in selectors_of(rules):
            if names.may_show(selector):
                bits |= ((1 << size) - 1) << place
            place += size
    return bits


def _groups(needed: Mapping[str, int]) -> list[tuple[str, ...]]:
    """Put together what grows least by it, until there are few."""
    groups: dict[tuple[str, ...], int] = {}
    groups.update(((kind,), bits) for kind, bits in needed.items())

    def growth(pair: tuple[tuple[str, ...], tuple[str, ...]]) -> float:
        both = groups[pair[0]] | groups[pair[1]]
        return sum(math.pow((both ^ groups[group]).bit_count(), MUCH) * len(group) for group in pair)

    while len(groups) > MOST_PARTS:
        first, second = min(combinations(groups, 2), key=growth)
        groups[first + second] = groups.pop(first) | groups.pop(second)
    return list(groups)


def _part(layers: Layers, kinds: Iterable[Names]) -> str:
    many = tuple(kinds)
    kept = {
        layer: only(rules, lambda selector: any(names.may_show(selector) for names in many))
        for layer, rules in layers.items()
    }
    return "".join(f"@layer {layer}{{{written(rules)}}}\n" for layer, rules in kept.items() if rules)
