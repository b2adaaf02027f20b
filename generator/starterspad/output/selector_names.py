"""The names that something must have so that a selector matches it."""

from __future__ import annotations

import re
from functools import cache
from itertools import product

# What a selector says of an attribute, of what stands in it or around it, and of names.
_ATTRIBUTE = re.compile(r"\[\s*([\w-]+)(?:\s*=\s*[\"']?([\w-]*)[\"']?)?[^\]]*\]")
_FUNCTION = re.compile(r":([\w-]+)\(([^()]*)\)")
_ONE_OF = {"is", "where", "has"}
_NAMES = re.compile(r"[.#]([a-zA-Z][\w-]*)|\b(portal-[\w-]+)|:::(\d+)")

Ways = frozenset[frozenset[str]]


@cache
def ways_to_match(selector: str) -> Ways:
    """Return sets of names: of one of them, every name stands on a page where the selector matches.

    Names are those of classes, of ids, of elements of ours, of attributes that begin with `data-`, and what `data-part`
    is said to be. What else a selector asks, any page may have.
    """
    plain = _ATTRIBUTE.sub(_as_names, selector)
    inside: list[Ways] = []
    # The innermost brackets first; a number stands for what was in them.
    while match := _FUNCTION.search(plain):
        which, listed = match.groups()
        number = ""
        if which in _ONE_OF:
            inside.append(frozenset().union(*(_ways(part, inside) for part in listed.split(","))))
            number = f":::{len(inside) - 1}"
        plain = plain[: match.start()] + number + plain[match.end() :]
    return _ways(plain, inside)


def _as_names(attribute: re.Match[str]) -> str:
    name, value = attribute.groups()
    if not name.startswith("data-"):
        return ""
    return f".{name}.{value}" if name == "data-part" and value else f".{name}"


def _ways(plain: str, inside: list[Ways]) -> Ways:
    names: set[str] = set()
    choices: list[Ways] = []
    for of_class, of_element, number in _NAMES.findall(plain):
        if number:
            choices.append(inside[int(number)])
        else:
            names.add(of_class or of_element)
    return frozenset(frozenset(names).union(*choice) for choice in product(*choices))
