"""The tables of docs/content.md: what each key of each kind of file means, made from the models."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from starterspad.content.kinds import KINDS
from starterspad.content.validation import model_in

# What stands between the marks is written anew; the marks stay.
_MARKED = re.compile(r"(<!-- table: ([\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
_HEAD = "| key | must it stand | default | example | meaning |\n|---|---|---|---|---|\n"
_LONGEST_EXAMPLE = 100


def with_tables(text: str) -> str:
    """Return a page in Markdown with the table of each kind between its marks.

    The marks are `<!-- table: task -->` and `<!-- end -->`, each on a line of its own. Raises `KeyError` for a kind
    that does not exist.
    """
    models = {kind.schema: kind.model for kind in KINDS}
    return _MARKED.sub(lambda mark: f"{mark[1]}\n{_tables(models[mark[2]])}\n{mark[3]}", text)


def models_inside(model: type[BaseModel]) -> dict[type[BaseModel], list[str]]:
    """Return every model inside a model with the dotted keys where it stands, in reading order, each once."""
    paths: dict[type[BaseModel], list[str]] = {}

    def look(inside: type[BaseModel], path: str) -> None:
        for name, field in inside.model_fields.items():
            inner = model_in(field.annotation)
            if isinstance(inner, type) and issubclass(inner, BaseModel) and inner is not inside:
                paths.setdefault(inner, []).append(path + name)
                look(inner, f"{path}{name}.")

    look(model, "")
    return paths


def example_of(field: FieldInfo) -> str:
    """Return what a key may hold, as YAML on one line: its own example, or one made of those of its types."""
    return str(field.examples[0]) if field.examples else _example(field.annotation)


def _tables(model: type[BaseModel]) -> str:
    """Write the table of a model, and below it one for each model inside."""
    parts = [_table(model)]
    for inside, paths in models_inside(model).items():
        about = " ".join((inside.__doc__ or "").partition("\n\n")[0].split())
        parts.append(
            f"In {', '.join(f'`{path}`' for path in paths)}: {about[0].lower()}{about[1:]}\n\n{_table(inside)}"
        )
    return "\n".join(parts)


def _table(model: type[BaseModel]) -> str:
    return _HEAD + "".join(
        f"| {' | '.join(cells)} |\n" for cells in map(_row, *zip(*model.model_fields.items(), strict=True))
    )


def _row(name: str, field: FieldInfo) -> tuple[str, ...]:
    """Write the cells of a key: itself, whether it must stand, its default, an example, its meaning."""
    default = json.dumps(field.default).strip('"') if isinstance(field.default, str | int) else ""
    example = example_of(field)
    shown = "see below" if len(example) > _LONGEST_EXAMPLE else _code(example)
    meaning = " ".join((field.description or "").split())
    choices = [_code(choice) for choice in _choices(field.annotation)]
    if choices:
        meaning += f" {'Some' if example.startswith('[') else 'One'} of {', '.join(choices)}."
    must = "yes" if field.is_required() else "no"
    return _code(_key(name, field)), must, _code(default) if default else "", shown, meaning.replace("|", r"\|")


def _key(name: str, field: FieldInfo) -> str:
    """Return how a field is written in a file: `from` is a word of Python, and has another name there."""
    return field.alias or name


def _code(text: str) -> str:
    return "`" + text.replace("|", r"\|") + "`"


def _example(annotation: object) -> str:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        own = next((meta.examples for meta in inner[1:] if isinstance(meta, FieldInfo) and meta.examples), None)
        return str(own[0]) if own else _example(inner[0])
    if origin in (Union, UnionType):
        return _example(next(part for part in inner if part is not type(None)))
    if origin is Literal:
        return str(inner[0])
    if origin is tuple:
        return f"[{_example(inner[0])}]"
    if origin is dict:
        return f"{{{_example(inner[0])}: {_example(inner[1])}}}"
    assert isinstance(annotation, type) and issubclass(annotation, BaseModel), f"{annotation} has no example"
    fields = annotation.model_fields
    needed = [name for name, field in fields.items() if field.is_required()] or list(fields)[:1]
    return "{" + ", ".join(f"{_key(name, fields[name])}: {example_of(fields[name])}" for name in needed) + "}"


def _choices(annotation: object) -> Iterator[str]:
    """Yield the words that a key may hold, where they are a closed set."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for inner in get_args(annotation):
            yield from _choices(inner)
