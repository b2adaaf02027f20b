"""From a source file to a record, or to problems that say what to write instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from starterspad.content.models.wrong import INSIDE
from starterspad.content.place import Place
from starterspad.content.problems import Location, Problem, close_to, did_you_mean, quoted
from starterspad.content.yaml import Tree

R = TypeVar("R", bound=BaseModel)

_LIST = ("this must be a list", "write one item a line, each behind a dash, or [one, two]")
_KEYS = ("this must be keys with values", "write key: value, one a line, indented below")
_TEXT = ("this must be one piece of text", "put quotes around it")
_BY_TYPE: dict[str, tuple[str, str]] = {
    "tuple_type": _LIST,
    "dict_type": _KEYS,
    "model_type": _KEYS,
    "model_attributes_type": _KEYS,
    "string_type": _TEXT,
}


def validate(model: type[R], tree: Tree, place: Place, languages: Sequence[str]) -> tuple[R | None, list[Problem]]:
    """Return the record that a piece of a source file describes, or None and every problem in it.

    `place` says where the piece stands, for the lines of the problems; `languages` are those that texts may have.
    """
    try:
        return model.model_validate(tree, context={"languages": tuple(languages)}), []
    except ValidationError as errors:
        errors_in = errors.errors(include_url=False)
        return None, [_problem(model, error, place) for error in errors_in if not _follows(model, error, errors_in)]


def _follows(model: type[BaseModel], error: ErrorDetails, errors: list[ErrorDetails]) -> bool:
    """Tell whether something is wrong only because of what another error tells by itself.

    A list is too short because something in it is wrong; a key is missing because it stands there misspelt.
    """
    loc = error["loc"]
    if error["type"] == "missing":
        beside = [other for other in errors if other["type"] == "extra_forbidden" and other["loc"][:-1] == loc[:-1]]
        known = _keys_at(model, loc[:-1])
        return any(close_to(_first_word(other["loc"][-1]), known) == loc[-1] for other in beside)
    return error["type"] == "too_short" and any(
        len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in errors
    )


def _first_word(key: object) -> str:
    """Return what stands before the first space: where its colon was forgotten, a key runs on into its text."""
    return str(key).strip().partition(" ")[0]


def _problem(model: type[BaseModel], error: ErrorDetails, place: Place) -> Problem:
    loc = tuple(part for part in error["loc"] if part != "[key]")
    key = str(loc[-1]) if loc else ""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "missing":
        return Problem(_place_of(loc[:-1], place), f"{quoted(key)} is missing", f"add a line {key}: ...", kind)
    if kind == "extra_forbidden":
        return Problem(
            _place_of(loc, place),
            f"unknown key {quoted(key)}",
            did_you_mean(_first_word(key), _keys_at(model, loc[:-1])),
            kind,
        )
    name = _name(loc)
    if kind == "literal_error" and not isinstance(error["input"], str):
        kind = "string_type"  # keys or a list, where one word is known
    if kind == "literal_error":
        known = [word.strip("' ") for word in context["expected"].replace(" or ", ", ").split(",")]
        remedy = did_you_mean(error["input"], known)
        return Problem(
            _place_of(loc, place),
            f"{name}: {quoted(error['input'])} is not one of the words known here",
            remedy,
            kind,
        )
    if kind in ("too_long", "string_too_long"):
        counted = "characters" if isinstance(error["input"], str) else "items"
        message = f"{name}: more than {context['max_length']} {counted}"
        return Problem(_place_of(loc, place), message, "leave some out", kind)
    if kind == "too_short":
        return Problem(_place_of(loc, place), f"{name}: at least {context['min_length']} needed", "add one", kind)
    if kind == "string_pattern_mismatch":
        remedy = f"it must look like {context['pattern']}"
        return Problem(_place_of(loc, place), f"{name}: {quoted(error['input'])} has the wrong form", remedy, kind)
    message, remedy = _BY_TYPE.get(kind) or _split(error["msg"])
    return Problem(_place_of((*loc, *context.get(INSIDE, ())), place), f"{name}: {message}", remedy, kind)


def _split(message: str) -> tuple[str, str]:
    text, _, remedy = message.partition("\n")
    return text, remedy


def _name(loc: tuple[int | str, ...]) -> str:
    """Write `("services", 0, "cost")` as a person counts: services 1, cost."""
    words: list[str] = []
    for part in loc:
        if isinstance(part, int) and words:
            words[-1] += f" {part + 1}"
        else:
            words.append(str(part))
    return ", ".join(words) or "the file"


def _place_of(loc: tuple[int | str, ...], place: Place) -> Location:
    """Find the line of a pydantic location; an index is passed over where one value stands for a list of one."""
    path: tuple[str | int, ...] = ()
    for part in loc:
        if (*place.prefix, *path, part) in place.source.lines:
            path = (*path, part)
        elif not isinstance(part, int):
            break
    return place.location(*path)


def _keys_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """List the keys that the model knows at a location."""
    current: type[BaseModel] | None = model
    for part in loc:
        if isinstance(part, str) and current:
            field = _fields_of(current).get(part)
            current = model_in(field.annotation) if field else None
    return list(_fields_of(current)) if current else []


def _fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields of a model by the keys that a file has: some are words of Python, and are called otherwise."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def model_in(annotation: object) -> type[BaseModel] | None:
    """Return the model itself, or the one inside `tuple[Model, ...]`, `Model | None` or `Annotated[Model, ...]`."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return annotation if issubclass(annotation, BaseModel) else None
    inner = get_args(annotation)[:1] if get_origin(annotation) is Annotated else get_args(annotation)
    models = (model_in(part) for part in inner if part is not Ellipsis and part is not type(None))
    return next(filter(None, models), None)
