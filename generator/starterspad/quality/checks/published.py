"""Nothing that was published disappears: starters keep it in their journals."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.id_registry import REGISTRY, aliases, existing, published
from starterspad.content.problems import Location, Problem, quoted


def check_published(catalog: Catalog) -> Iterator[Problem]:
    """Every published id exists, has another name now, or is retired; what exists is in the registry."""
    if catalog.published is None:
        return
    now, known = dict.fromkeys(existing(catalog)), dict.fromkeys(published(catalog.published))
    renamed, retired = aliases(catalog), {(record.kind, record.id) for record in catalog.retired.values()}
    for kind, id in known:
        gone_along = kind == "option" and ("question", id.split("/")[0]) in retired
        if not gone_along and (kind, id) not in (now | renamed) and (kind, id) not in retired:
            message = f"the {kind} {quoted(id)} was published and is gone"
            remedy = "add its id to the aliases of what took its place, or list it in content/retired.yml"
            yield Problem(_place(catalog, kind, id), message, remedy, "published")
    if missing := [f"{kind} {id}" for kind, id in now if (kind, id) not in known]:
        message = f"not in the registry yet: {', '.join(missing[:10])}"
        yield Problem(Location(REGISTRY), message, "run portal register", "registry", "warning")


def check_names(catalog: Catalog) -> Iterator[Problem]:
    """An old name is not in use, and what is retired is gone."""
    now = dict.fromkeys(existing(catalog))
    for (kind, old), id in aliases(catalog).items():
        if (kind, old) in now:
            message = f"{quoted(old)} is an alias of the {kind} {quoted(id)}, and a {kind} of its own"
            yield Problem(_record(catalog, kind, id), message, "take the alias out, or rename one", "alias")
    for place, record in catalog.retired.items():
        if (record.kind, record.id) in now:
            message = f"the {record.kind} {quoted(record.id)} is retired, and exists all the same"
            yield Problem(catalog.location("retired", place, "id"), message, "take it out of one of the two", "retired")


def _place(catalog: Catalog, kind: str, id: str) -> Location:
    first, _, second = id.partition("/")
    at = catalog.places["published", "published"].location
    if kind in ("option", "service"):
        assert catalog.published
        groups = catalog.published.questions if kind == "option" else catalog.published.services
        return at("questions" if kind == "option" else "services", first, groups[first].index(second))
    if kind == "question":
        return at("questions", first)
    names = {"phase": "phases", "task": "tasks"}
    assert catalog.published
    return at(names[kind], getattr(catalog.published, names[kind]).index(id))


def _record(catalog: Catalog, kind: str, id: str) -> Location:
    owner = {"option": "question", "service": "partner"}.get(kind, kind)
    return catalog.location(owner, id.split("/")[0])
