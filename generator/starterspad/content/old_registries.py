"""The registries as they were: all ids in one file, and all values in another. They are read where they still stand.

Two branches that each added something met on one line of them, and at 1,300 partners they were larger than a content
file may be. `portal register` makes files of each id and each value of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import Field, create_model

from starterspad.content.id_registry import REGISTERED
from starterspad.content.kinds import REGISTRY
from starterspad.content.models.field_types import Id, Line, Record
from starterspad.content.place import Place
from starterspad.content.problems import InvalidContent, Location, Problem
from starterspad.content.validation import R, validate
from starterspad.content.value_registry import RegisteredValue
from starterspad.content.yaml import read_yaml

OLD_IDS = "content/published.yml"
OLD_VALUES = "content/values.yml"
# What `register` wrote itself must be read again: of some 80,000 partners.
_MAX_BYTES = 4 * 1024 * 1024
_Ids = tuple[Id, ...]


def _model() -> type[Record]:
    fields: dict[str, tuple[object, object]] = {
        registry.key: (dict[Id, _Ids], {}) if registry.parts else (_Ids, ()) for _, registry in REGISTERED
    }
    doc = "Every id ever published, under the key of its kind. Parts stand under the record that holds them."
    # The names of its fields are data, which types cannot follow.
    return create_model("Published", __base__=Record, __doc__=doc, **fields)  # type: ignore[call-overload, no-any-return]


_Published = _model()


class _Value(Record):
    """A value, and the four days that stood beside it."""

    value: Line
    days: Line


class _Values(Record):
    """The values of all facts that had one, by id."""

    values: dict[Id, _Value] = Field(default_factory=dict)


def old_ids(root: Path, languages: Sequence[str]) -> tuple[dict[tuple[str, str], Location] | None, list[Problem]]:
    """Return where each id stands in the one file, by (kind, id), and what is wrong with it; None without that file."""
    file, place, problems = _read(_Published, root, OLD_IDS, languages)
    if file is None or place is None:
        return None, problems
    return {(kind, id): place.location(*path) for kind, id, path in _published(file)}, problems


def old_values(root: Path, languages: Sequence[str]) -> tuple[dict[str, RegisteredValue], list[Problem]]:
    """Return what each fact said by the one file, by its id, and what is wrong with it; nothing without that file."""
    file, place, problems = _read(_Values, root, OLD_VALUES, languages)
    values: dict[str, RegisteredValue] = {}
    for id, old in file.values.items() if file else ():
        days = dict(zip(("valid_from", "valid_until", "source_date", "checked"), old.days.split(), strict=False))
        if len(days) == len(old.days.split()) == 4:
            values[id] = RegisteredValue(value=old.value, **days)
        elif place:
            message = f"days of {id}: four are needed, or - where there is none"
            problems.append(Problem(place.location("values", id, "days"), message, "write four of them"))
    return values, problems


def _read(
    model: type[R], root: Path, name: str, languages: Sequence[str]
) -> tuple[R | None, Place | None, list[Problem]]:
    if not (root / name).exists():
        return None, None, []
    try:
        place = Place(read_yaml(root / name, root, _MAX_BYTES))
    except InvalidContent as invalid:
        return None, None, list(invalid.problems)
    file, problems = validate(model, place.tree, place, languages)
    if file is not None:
        message = f"these stand in files of their own now, below {REGISTRY}"
        remedy = "run portal register: it writes them and takes this file away"
        problems = [Problem(Location(name), message, remedy, "registry", "warning")]
    return file, place, problems


def _published(file: Record) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """Yield (kind, id, path in the file) of everything in the registry."""
    for kind, registry in REGISTERED:
        listed: Mapping[str, tuple[str, ...]] | tuple[str, ...] = getattr(file, registry.key)
        if not isinstance(listed, Mapping):
            yield from ((kind.name, id, (registry.key, index)) for index, id in enumerate(listed))
            continue
        for owner, parts in listed.items():
            if registry.own:
                yield kind.name, owner, (registry.key, owner)
            for index, part in enumerate(parts):
                yield registry.part, f"{owner}/{part}", (registry.key, owner, index)
