"""The registry of published ids: which exist, which have another name now, and the file that holds them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pydantic import create_model

from starterspad.content.kinds import KINDS, Kind, Registry
from starterspad.content.models.field_types import Id, Record

if TYPE_CHECKING:
    from starterspad.content.catalog import Catalog

REGISTRY = "content/published.yml"
_HEAD = """\
# Every id that was ever published, because a starter's journal may hold it for years.
# `portal register` adds the new ones. Never take one out: rename with aliases, or list it in content/retired.yml.
"""
_Ids = tuple[Id, ...]
_REGISTERED: tuple[tuple[Kind[Record], Registry], ...] = tuple(
    (kind, kind.registry) for kind in KINDS if kind.registry is not None
)
# The words that name an id: `option` for what a question holds, `task` for a task.
REGISTERED_KINDS: tuple[str, ...] = tuple(
    word for kind, registry in _REGISTERED for word in (registry.own and kind.name, registry.part) if word
)
# Whose part something is: an option is part of a question.
OWNERS: dict[str, str] = {registry.part: kind.name for kind, registry in _REGISTERED if registry.part}


def _model() -> type[Record]:
    fields: dict[str, tuple[object, object]] = {
        registry.key: (dict[Id, _Ids], {}) if registry.parts else (_Ids, ()) for _, registry in _REGISTERED
    }
    doc = "Every id ever published, under the key of its kind. Parts stand under the record that holds them."
    # The names of its fields are data, which types cannot follow.
    return create_model("Published", __base__=Record, __doc__=doc, **fields)  # type: ignore[call-overload, no-any-return]


Published = _model()


def published(file: Record) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """Yield (kind, id, path in the file) of everything in the registry.

    `file` is a `Published`; options are written question/option, services partner/service.
    """
    for kind, registry in _REGISTERED:
        listed: Mapping[str, tuple[str, ...]] | tuple[str, ...] = getattr(file, registry.key)
        if not isinstance(listed, Mapping):
            yield from ((kind.name, id, (registry.key, index)) for index, id in enumerate(listed))
            continue
        for owner, parts in listed.items():
            if registry.own:
                yield kind.name, owner, (registry.key, owner)
            for index, part in enumerate(parts):
                yield registry.part, f"{owner}/{part}", (registry.key, owner, index)


def existing(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield (kind, id) of everything published now; options as question/option, services as partner/service."""
    for kind, registry in _REGISTERED:
        records = catalog.of(kind)
        for id in sorted(records) if kind.form == "each" else records:
            if registry.own:
                yield kind.name, id
            yield from ((registry.part, f"{id}/{part}") for part in _parts(records[id], registry, kind))


def aliases(catalog: Catalog) -> dict[tuple[str, str], str]:
    """Return (kind, old id) -> today's id, of every record that says which names it had.

    Options are written question/option and services partner/service, under every name that their owner had too.
    """
    current_ids: dict[tuple[str, str], str] = {}
    for kind, registry in _REGISTERED:
        for id, record in catalog.of(kind).items():
            names = (id, *_aliases(record))
            if registry.own:
                current_ids.update({(kind.name, old): id for old in names[1:]})
            for part, earlier in _parts(record, registry, kind).items():
                for name in names:
                    for old in (part, *earlier):
                        if (name, old) != (id, part):
                            current_ids[registry.part, f"{name}/{old}"] = f"{id}/{part}"
    return current_ids


def registered(catalog: Catalog) -> str:
    """Return the text of the registry (YAML) with everything that exists now added to it.

    Nothing is ever taken out. What has a file of its own is sorted by id, everything else keeps its order.
    """
    known = list(dict.fromkeys((*(catalog.published or {}), *existing(catalog))))
    lines: list[str] = []
    for kind, registry in _REGISTERED:
        ids = [id for word, id in known if word == kind.name] if registry.own else []
        parts: dict[str, list[str]] = {id: [] for id in ids}
        for owner, part in (id.split("/") for word, id in known if registry.part and word == registry.part):
            parts.setdefault(owner, []).append(part)
        by_id = kind.form == "each"
        # A key without a value is an error.
        lines += [f"{registry.key}:"] if parts else []
        for id in sorted(parts) if by_id else parts:
            mine = sorted(parts[id]) if by_id else parts[id]
            lines.append(f"  {id}: [{', '.join(mine)}]" if registry.parts else f"  - {id}")
    return _HEAD + "\n".join(lines) + "\n"


def _aliases(record: object) -> tuple[str, ...]:
    names: tuple[str, ...] = getattr(record, "aliases", ())
    return names


def _parts(record: Record, registry: Registry, kind: Kind[Record]) -> dict[str, tuple[str, ...]]:
    """Return the ids of what a record holds, each with the names it had."""
    parts = getattr(record, registry.parts) if registry.parts else ()
    by_id = {part.id: _aliases(part) for part in parts}
    return dict(sorted(by_id.items())) if kind.form == "each" else by_id
