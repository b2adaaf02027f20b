"""Nothing that was published disappears: starters keep it in their journals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from starterspad.content.catalog import Catalog
from starterspad.content.id_registry import OWNERS, REGISTERED_KINDS, aliases, existing
from starterspad.content.kinds import FACT, KINDS, REGISTRY, RETIRED, Kind
from starterspad.content.models.field_types import Record
from starterspad.content.problems import Location, Problem, did_you_mean, quoted
from starterspad.content.record_references import conditions, references
from starterspad.content.value_registry import VALUES, registered_value, typed_over
from starterspad.quality.gone import gone

_RETIRE = "list it in content/retired.yml"


def check_published(catalog: Catalog) -> Iterator[Problem]:
    """Every published id exists, has another name now, or is retired; what exists is in the registry."""
    if catalog.published is None:
        return
    missing = gone(catalog)
    unknown = [name for name in dict.fromkeys(existing(catalog)) if name not in catalog.published]
    explained: set[tuple[str, str]] = set()
    places = _places_of_names(catalog) if missing else {}
    new_beside, gone_beside = _by_owner(unknown), _by_owner(missing)
    for (kind, id), at in missing.items():
        owner, _, part = id.rpartition("/")
        # Several services of one partner are gone because the partner is.
        if (OWNERS.get(kind, ""), owner) in explained:
            continue
        beside = [(kind, other) for other in new_beside.get((kind, owner), ())]
        alike = gone_beside[kind, owner]
        renamed = beside[0] if len(beside) == len(alike) == 1 else None
        if owner and owner not in catalog.ids(OWNERS[kind]):
            explained.add((OWNERS[kind], owner))
            partner = f"the {OWNERS[kind]} {quoted(owner)}"
            message = f"{partner} is gone, and what it held was published: {', '.join(alike)}"
            remedy = "bring its file back, with left: and a day where it ended, or add its id to the aliases of another"
            yield Problem(at, message, remedy, "published")
        elif renamed:
            explained.add(renamed)
            where = _part(catalog, *renamed) if owner else catalog.location(*renamed)
            message = f"{quoted(renamed[1])} is new, and the {kind} {quoted(id)} was published and is gone"
            remedy = f"where the new one took its place, write under it: aliases: [{part or id}]"
            yield Problem(where, message, f"{remedy}\notherwise {_RETIRE}{_named(places, kind, id)}", "published")
        else:
            where = _parts_of(catalog, kind, owner) if owner else _list_of(kind) or at
            message = f"the {kind} {quoted(id)} was published and is gone"
            remedy = f"add its id to the aliases of what took its place, or {_RETIRE}"
            yield Problem(where, message, remedy + _named(places, kind, id), "published")
    # Nor is anything said of the parts of what may have another name.
    explained_parts = {(kind, id) for kind, id in unknown if (OWNERS.get(kind), id.split("/")[0]) in explained}
    new = [f"{kind} {id}" for kind, id in unknown if (kind, id) not in explained | explained_parts]
    if new := [*new, *(f"fact {id}" for id in _unregistered(catalog))]:
        message = f"not in the registry yet: {', '.join(new[:10])}"
        yield Problem(Location(REGISTRY), message, "run portal register", "registry", "warning")


def _unregistered(catalog: Catalog) -> Iterator[str]:
    """Yield the facts that say something else than the registry, and why: two branches would both make up for it.

    Of one whose file in the registry is refused, nobody knows what it says.
    """
    refused = {problem.location.path for problem in catalog.problems}
    readable = {id: fact for id, fact in catalog.facts.items() if f"{VALUES}/{id}.yml" not in refused}
    for id, fact in readable.items():
        before, now = catalog.values.get(id), registered_value(fact, catalog.site.default_language)
        tree = catalog.places[FACT.name, id].tree
        # On the day of a build its next value may hold already; what is registered is what is written.
        as_written = fact.next is not None or "next" not in tree
        if now and now != before and as_written and not typed_over(before, now):
            yield id


def check_values(catalog: Catalog) -> Iterator[Problem]:
    """A value of a fact that changed says since when: one of its days changed with it."""
    for id, fact in catalog.facts.items():
        before, now = catalog.values.get(id), registered_value(fact, catalog.site.default_language)
        if before and now and typed_over(before, now):
            message = f"the value of the fact {quoted(id)} was {quoted(before.value)}, and its days are as they were"
            remedy = "write the valid_from, source_date or checked that belongs to it, then run portal register"
            yield Problem(catalog.location("fact", id, "value"), message, remedy, "typed-over", "warning")


def check_names(catalog: Catalog) -> Iterator[Problem]:
    """An old name is not in use, and what is retired is gone."""
    now = dict.fromkeys(existing(catalog))
    for (kind, old), id in aliases(catalog).items():
        if (kind, old) in now:
            message = f"{quoted(old)} is an alias of the {kind} {quoted(id)}, and a {kind} of its own"
            yield Problem(_record(catalog, kind, id), message, "take the alias out, or rename one", "alias")
    for place, record in catalog.retired.items():
        if record.kind not in REGISTERED_KINDS:
            message = f"kind: {quoted(record.kind)} is not one of the words known here"
            location = catalog.location(RETIRED.name, place, "kind")
            yield Problem(location, message, did_you_mean(record.kind, REGISTERED_KINDS), "retired")
        if (record.kind, record.id) in now:
            message = f"the {record.kind} {quoted(record.id)} is retired, and exists all the same"
            location = catalog.location(RETIRED.name, place, "id")
            yield Problem(location, message, "take it out of one of the two", "retired")


def _by_owner(names: Iterable[tuple[str, str]]) -> dict[tuple[str, str], list[str]]:
    """Return (kind, owner) -> the ids of its parts; the owner of what is no part is empty."""
    by_owner: dict[tuple[str, str], list[str]] = {}
    for kind, id in names:
        by_owner.setdefault((kind, id.rpartition("/")[0]), []).append(id)
    return by_owner


def _named(places: Mapping[tuple[str, str], list[Location]], kind: str, id: str) -> str:
    """Say on a line of its own where something is named: each place must follow."""
    known = sorted(set(places.get((kind, id), ())))
    more = f" and {len(known) - 5} more" if len(known) > 5 else ""
    return f"\nit is still named in {', '.join(map(str, known[:5]))}{more}" if known else ""


def _places_of_names(catalog: Catalog) -> dict[tuple[str, str], list[Location]]:
    """Return (kind, id) -> where records name it, in a field or in a condition."""
    places: dict[tuple[str, str], list[Location]] = {}
    for kind in KINDS:
        for id, record in catalog.of(kind).items():
            at = catalog.places[kind.name, id].location
            for path, other, named in references(record):
                places.setdefault((other.name, named), []).append(at(*path))
            for path, clauses in conditions(record):
                for question, options in (pair for clause in clauses for pair in clause.items()):
                    for name in (("question", question), *(("option", f"{question}/{option}") for option in options)):
                        places.setdefault(name, []).append(at(*path))
    return places


def _record(catalog: Catalog, kind: str, id: str) -> Location:
    """Return where a record stands, or the one that holds a part."""
    return catalog.location(OWNERS.get(kind, kind), id.split("/")[0])


def _part(catalog: Catalog, kind: str, id: str) -> Location:
    """Return where a part of a record stands."""
    owner, _, part = id.partition("/")
    whole = _whole(kind)
    assert whole.registry
    parts = [inner.id for inner in getattr(catalog.of(whole)[owner], whole.registry.parts)]
    return catalog.location(whole.name, owner, whole.registry.parts, parts.index(part), "id")


def _parts_of(catalog: Catalog, kind: str, owner: str) -> Location:
    """Return where the parts of a record begin."""
    whole = _whole(kind)
    assert whole.registry
    return catalog.location(whole.name, owner, whole.registry.parts)


def _whole(kind: str) -> Kind[Record]:
    """Return the kind whose records hold parts of a kind."""
    return next(of_owner for of_owner in KINDS if of_owner.name == OWNERS[kind])


def _list_of(kind: str) -> Location | None:
    """Return the one file in which the records of a kind stand; None where each has its own."""
    return next((Location(listed.files) for listed in KINDS if listed.name == kind and listed.form == "list"), None)
