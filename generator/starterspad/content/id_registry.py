"""The registry of published ids: which exist, which have another name now, and the file of each.

An id is a file without content, and its name says all: two branches that add ids add files, and two that add the same
one add the same file. Whatever they do, git joins them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from starterspad.content.kinds import KINDS, REGISTRY, Kind, Registry
from starterspad.content.models.field_types import Record

if TYPE_CHECKING:
    from starterspad.content.catalog import Catalog

# Between the id of a record and that of its part; no id holds one.
BETWEEN = "."
REGISTERED: tuple[tuple[Kind[Record], Registry], ...] = tuple(
    (kind, kind.registry) for kind in KINDS if kind.registry is not None
)
# The folder of each word that names an id: `option` for what a question holds, `task` for a task.
FOLDERS: dict[str, str] = {
    word: f"{REGISTRY}/{folder}"
    for kind, registry in REGISTERED
    for word, folder in ((registry.own and kind.name, registry.key), (registry.part, registry.parts))
    if word
}
REGISTERED_KINDS: tuple[str, ...] = tuple(FOLDERS)
# Whose part something is: an option is part of a question.
OWNERS: dict[str, str] = {registry.part: kind.name for kind, registry in REGISTERED if registry.part}


def file_of(kind: str, id: str) -> str:
    """Return the file of a published id; options are written question/option, services partner/service."""
    return f"{FOLDERS[kind]}/{id.replace('/', BETWEEN)}"


def existing(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield (kind, id) of everything published now; options as question/option, services as partner/service."""
    for kind, registry in REGISTERED:
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
    for kind, registry in REGISTERED:
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


def _aliases(record: object) -> tuple[str, ...]:
    names: tuple[str, ...] = getattr(record, "aliases", ())
    return names


def _parts(record: Record, registry: Registry, kind: Kind[Record]) -> dict[str, tuple[str, ...]]:
    """Return the ids of what a record holds, each with the names it had."""
    parts = getattr(record, registry.parts) if registry.parts else ()
    by_id = {part.id: _aliases(part) for part in parts}
    return dict(sorted(by_id.items())) if kind.form == "each" else by_id
