"""What a form asks: the keys of a model, as fields in the order of the file; and all of this for partners."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Annotated, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from starterspad.content.limits import CONTENT_LIMITS
from starterspad.content.models.amount import Figure
from starterspad.content.models.field_types import (
    Clock,
    Date,
    Email,
    Line,
    Phone,
    ShortText,
    SourceUrl,
    Title,
    Url,
    YesNo,
)
from starterspad.content.models.partner import Partner

Kind = Literal[
    "line", "title", "short-text", "url", "source", "email", "phone", "date",
    "choice", "choices", "area", "tasks", "partner", "languages", "figure", "clock", "dates", "yes", "other",
]  # fmt: skip
# What a form cannot ask a stranger: what is made of other answers, and what only maintainers decide.
NOT_ASKED = frozenset(
    (
        "aliases", "calendar", "caveat", "checked", "confirmed.on", "contact.sources", "seen", "sources",
        "sources_date", "services.accepted", "services.aliases", "services.answers_within", "services.develops",
        "services.id", "services.say", "services.unless", "services.walk_in", "services.when",
    )
)  # fmt: skip
# What the form wants although a file may do without: where we can read about an organisation.
NEEDED = frozenset(("website",))
# What a file needs, and is made of other answers where nobody says it.
FOLLOWS = frozenset(("services.source",))
# The page that says in plain words what who sends something allows; the code of a language follows.
LICENCE = "https://creativecommons.org/licenses/by/4.0/deed."
_KINDS: tuple[tuple[object, Kind, int], ...] = (
    (Line, "line", CONTENT_LIMITS["line"]),
    (Title, "title", CONTENT_LIMITS["title"]),
    (ShortText, "short-text", CONTENT_LIMITS["short-text"]),
    (Url, "url", CONTENT_LIMITS["address"]),
    (SourceUrl, "source", CONTENT_LIMITS["address"]),
    (Email, "email", 0),
    (Phone, "phone", 0),
    (Date, "date", 0),
    (Figure, "figure", 0),
    (Clock, "clock", 0),
    (YesNo, "yes", 0),
)
# What a list of ids or words is about does not stand in its type.
_BY_NAME: dict[str, Kind] = {"helps_with": "tasks", "languages": "languages", "area": "area", "organiser": "partner"}
# Choices whose words stand elsewhere than under the name of their key: that one is another thing to people.
_CHOICE_WORDS = {"event.kind": "event_kind"}


@dataclass(frozen=True)
class Field:
    """One thing that the form asks.

    `path` names the keys from the top of the record, such as `services.cost`; `limit` counts characters, 0 where
    the kind itself limits; `choices` are the words that may be chosen; `record` is the name of the kind that has it,
    empty for a partner.
    """

    path: str
    kind: Kind
    required: bool
    limit: int
    choices: tuple[str, ...] = ()
    record: str = ""

    @property
    def word(self) -> str:
        """The key of its label among the messages."""
        return f"field.{f'{self.record}.{self.path}'.lstrip('.').replace('.', '_')}"

    @property
    def choice_words(self) -> str:
        """The section of the messages of its choices, such as `cost` of `services.cost`."""
        named = _CHOICE_WORDS.get(f"{self.record}.{self.path}", self.path.rpartition(".")[2])
        return "yes_no" if self.kind == "yes" else named

    @property
    def localised(self) -> bool:
        """Tell whether it is asked in each language."""
        return self.kind in ("title", "short-text")


@cache
def partner_fields() -> tuple[Field, ...]:
    """Return what the form asks, in the order of the model.

    What follows from other answers (`FOLLOWS`) is not required here; what only maintainers decide is not there.
    """
    return tuple(
        replace(field, required=field.required and field.path not in FOLLOWS)
        for field in model_fields()
        if not _not_asked(field.path)
    )


@cache
def model_fields() -> tuple[Field, ...]:
    """Return every leaf of a partner file, asked or not."""
    return fields_of(Partner)


def fields_of(model: type[BaseModel], record: str = "") -> tuple[Field, ...]:
    """Return every leaf of a model; `record` is the name of its kind, empty for a partner."""
    return tuple(replace(field, record=record) for field in _fields(model, ""))


@cache
def key_order(model: type[BaseModel] = Partner) -> dict[str, list[str]]:
    """Return the order in which a record is written: path -> its keys.

    A path is keys from the top joined by dots, without indexes, such as `services.booking`; the top is empty.
    """
    return {
        # What every conditional record has stands behind what this one has of its own.
        path: [_key(inner, name) for name in sorted(inner.model_fields, key=partial(_taken_over, inner))]
        for path, inner in _records(model, "")
    }


@cache
def bare_keys(model: type[BaseModel] = Partner) -> tuple[str, ...]:
    """Return the keys that hold a day, days, or yes or no: what stands without quotes although it looks like more."""
    bare = (field for field in fields_of(model) if field.kind in ("date", "dates", "yes"))
    return tuple(dict.fromkeys(field.path.rpartition(".")[2] for field in bare))


def _taken_over(model: type[BaseModel], name: str) -> bool:
    return name not in model.__annotations__


def _not_asked(path: str) -> bool:
    return any(path == other or path.startswith(f"{other}.") for other in NOT_ASKED)


def _records(model: type[BaseModel], path: str) -> Iterator[tuple[str, type[BaseModel]]]:
    yield path, model
    for name, hint in get_type_hints(model, include_extras=True).items():
        inner = _record_in(hint) if name in model.model_fields else None
        if inner:
            yield from _records(inner, f"{path}.{_key(model, name)}".lstrip("."))


def _fields(model: type[BaseModel], path: str) -> Iterator[Field]:
    hints = get_type_hints(model, include_extras=True)
    for name, info in model.model_fields.items():
        inner, here = _record_in(hints[name]), f"{path}.{_key(model, name)}".lstrip(".")
        if inner:
            yield from _fields(inner, here)
        else:
            yield _leaf(here, name, hints[name], info)


def _key(model: type[BaseModel], name: str) -> str:
    """Return how a field is written in a file, which is not its name where Python keeps that word for itself."""
    return model.model_fields[name].alias or name


def _leaf(path: str, name: str, hint: object, info: FieldInfo) -> Field:
    required = info.is_required()
    kept = _without_none(hint)
    if name in _BY_NAME:
        return Field(path, _BY_NAME[name], required, 0)
    for known, kind, limit in _KINDS:
        if kept == known:
            return Field(path, kind, required, limit, ("true", "false") if kind == "yes" else ())
    if get_origin(_bare(kept)) is tuple and get_args(_bare(kept))[0] == Date:
        return Field(path, "dates", required, 0)
    words = _words_in(kept)
    if words:
        several = get_origin(_bare(kept)) is tuple
        return Field(path, "choices" if several else "choice", required, 0, words)
    return Field(path, "other", required, 0)


def _without_none(hint: object) -> object:
    if get_origin(hint) in (Union, types.UnionType):
        return next(part for part in get_args(hint) if part is not type(None))
    return hint


def _bare(hint: object) -> object:
    """Return a type without what `Annotated` says of it."""
    kept = _without_none(hint)
    return get_args(kept)[0] if get_origin(kept) is Annotated else kept


def _record_in(hint: object) -> type[BaseModel] | None:
    """Return the record that a key holds, alone or in a list."""
    kept = _bare(hint)
    if get_origin(kept) is tuple:
        kept = get_args(kept)[0]
    return kept if isinstance(kept, type) and issubclass(kept, BaseModel) else None


def _words_in(hint: object) -> tuple[str, ...]:
    kept = _bare(hint)
    if get_origin(kept) is tuple:
        kept = _bare(get_args(kept)[0])
    return tuple(get_args(kept)) if get_origin(kept) is Literal else ()
