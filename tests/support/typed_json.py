"""Holds JSON against its declaration: every key that must be there is, no other is, and each value is of its type."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict


def mismatches(value: object, hint: object, path: str = "$") -> Iterator[str]:
    """Yield what differs from a `TypedDict`, an alias or a plain type.

    Unlike pydantic it lets no key pass that nobody declared, in inner records neither.
    """
    origin, arguments = get_origin(hint), get_args(hint)
    if is_typeddict(hint):
        yield from _record(value, hint, path)
    elif hint is object:
        return
    elif origin in (Union, types.UnionType):
        if all(any(True for _ in mismatches(value, choice, path)) for choice in arguments):
            yield f"{path}: {value!r} is none of {hint}"
    elif origin is Literal:
        if value not in arguments:
            yield f"{path}: {value!r} is none of {arguments}"
    elif origin is list and isinstance(value, list):
        for index, item in enumerate(value):
            yield from mismatches(item, arguments[0], f"{path}[{index}]")
    elif origin is tuple and isinstance(value, list) and len(value) == len(arguments):
        for index, (item, inner) in enumerate(zip(value, arguments, strict=True)):
            yield from mismatches(item, inner, f"{path}[{index}]")
    elif origin is dict and isinstance(value, dict):
        for key, item in value.items():
            yield from mismatches(item, arguments[1], f"{path}.{key}")
    elif type(value) is not hint and not (hint is float and type(value) is int):
        yield f"{path}: {value!r} is no {hint}"


def _record(value: object, record: object, path: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{path}: {value!r} is no record"
        return
    assert isinstance(record, type)
    hints = get_type_hints(record, include_extras=True)
    for key, hint in hints.items():
        needed, inner = (
            get_origin(hint) is not NotRequired,
            hint if get_origin(hint) is not NotRequired else get_args(hint)[0],
        )
        if key in value:
            yield from mismatches(value[key], inner, f"{path}.{key}")
        elif needed:
            yield f"{path}.{key} is missing"
    yield from (f"{path}.{key} is not declared" for key in value if key not in hints)
