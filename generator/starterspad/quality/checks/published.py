"""Nothing that was published disappears: starters keep it in their journals."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.id_registry import OWNERS, REGISTERED_KINDS, REGISTRY, aliases, existing
from starterspad.content.kinds import KINDS, RETIRED
from starterspad.content.problems import Location, Problem, did_you_mean, quoted
from starterspad.content.value_registry import registered_value, typed_over


def check_published(catalog: Catalog) -> Iterator[Problem]:
    """Every published id exists, has another name now, or is retired; what exists is in the registry."""
    if catalog.published is None:
        return
    now, known = dict.fromkeys(existing(catalog)), catalog.published
    # A record with problems of its own is there all the same, and may say which names it had.
    lost = {kind.name for kind in KINDS if any(id not in catalog.of(kind) for id in catalog.ids(kind.name))}
    if RETIRED.name in lost:
        return
    renamed, retired = aliases(catalog), {(record.kind, record.id) for record in catalog.retired.values()}
    for (kind, id), location in known.items():
        gone_along = (OWNERS.get(kind), id.split("/")[0]) in retired
        if (
            OWNERS.get(kind, kind) not in lost
            and not gone_along
            and (kind, id) not in (now | renamed)
            and (kind, id) not in retired
        ):
            message = f"the {kind} {quoted(id)} was published and is gone"
            remedy = "add its id to the aliases of what took its place, or list it in content/retired.yml"
            yield Problem(location, message, remedy, "published")
    if missing := [f"{kind} {id}" for kind, id in now if (kind, id) not in known]:
        message = f"not in the registry yet: {', '.join(missing[:10])}"
        yield Problem(Location(REGISTRY), message, "run portal register", "registry", "warning")


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


def _record(catalog: Catalog, kind: str, id: str) -> Location:
    """Return where a record stands, or the one that holds a part."""
    return catalog.location(OWNERS.get(kind, kind), id.split("/")[0])
