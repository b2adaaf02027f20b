"""Every id that is named exists, once, and in a place where it makes sense."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Protocol

from starterspad.content.catalog import Catalog
from starterspad.content.derived_questions import MONEY
from starterspad.content.each_record import of_each, of_each_record
from starterspad.content.kinds import CALCULATOR, GUIDE, PARTNER, SEEN_LIVE, SELF_ASSESSMENT, TASK
from starterspad.content.live_records import CONFIRMED_HERE
from starterspad.content.models.condition import Clause
from starterspad.content.models.partner import Partner
from starterspad.content.problems import Location, Problem, did_you_mean, quoted
from starterspad.content.record_memory import InPlace
from starterspad.content.record_references import REFERENCES, conditions, references
from starterspad.content.schema_numbers import CONTENT_SCHEMA
from starterspad.quality.gone import gone


class At(Protocol):
    """Says where something stands inside a record."""

    def __call__(self, *path: str | int) -> Location: ...


def check_site(catalog: Catalog) -> Iterator[Problem]:
    """The schema is known; the place question offers areas; what is named exists."""
    site, lost = catalog.site, gone(catalog)
    if site.content_schema != CONTENT_SCHEMA:
        message = f"content_schema is {site.content_schema}; this software reads {CONTENT_SCHEMA}"
        remedy = "use the software that the content was written for, or bring the content up to date"
        yield Problem(catalog.location("site", "site", "content_schema"), message, remedy, "content-schema")
    areas = [area.id for area in site.areas.walk()]
    for key, page in (("worry_page", site.worry_page), ("contact_page", site.contact_page)):
        if page:
            yield from must_exist(catalog.location("site", "site", key), "page", page, catalog.pages)
    for id, assumed in site.assume.items():
        at = catalog.location("site", "site", "assume", id)
        yield from must_exist(at, "question", id, catalog.asked, " in assume")
        if id in catalog.asked:
            yield from must_exist(at, f"option of {id}", assumed, catalog.questions[id].option_ids(), " in assume")
    for index, id in enumerate(site.for_whom_questions):
        at = catalog.location("site", "site", "for_whom_questions", index)
        if ("question", id) not in lost:
            yield from must_exist(at, "question", id, catalog.questions, " in for_whom_questions")
    if site.area_question is None or ("question", site.area_question) in lost:
        return
    location = catalog.location("site", "site", "area_question")
    yield from must_exist(location, "question", site.area_question, catalog.questions)
    question = catalog.questions.get(site.area_question)
    for index, option in enumerate(question.options if question else ()):
        at = catalog.location("question", site.area_question, "options", index, "id")
        yield from must_exist(at, "area", option.id, areas)


def check_references(catalog: Catalog) -> Iterator[Problem]:
    """What a record names exists, whatever its kind. What was published and is gone is told by `check_published`."""
    lost = gone(catalog)
    ids = {kind.name: catalog.ids(kind.name) for kind in REFERENCES.values()}

    def look(at: InPlace) -> Iterator[Problem]:
        for path, other, named in references(at.record) if at.record else ():
            where = f" in {path[-2]}" if isinstance(path[-1], int) else ""
            if named not in ids[other.name] and (other.name, named) not in lost:
                yield from must_exist(at.place.location(*path), other.name, named, ids[other.name], where)

    yield from of_each_record(catalog, look, (lost, ids))


def check_task_order(catalog: Catalog) -> Iterator[Problem]:
    """No task waits for itself, and none for a task of a later phase."""
    phases = list(catalog.phases)
    if any(other not in catalog.tasks for task in catalog.tasks.values() for other in task.after):
        return
    for id, task in catalog.tasks.items():
        at = catalog.places["task", id].location
        if id in catalog.before(id):
            yield Problem(
                at("after"), f"{quoted(id)} comes after itself", "take one of the tasks out of after", "cycle"
            )
        for index, other in enumerate(task.after):
            later = catalog.tasks[other].phase
            if {later, task.phase} <= set(phases) and phases.index(later) > phases.index(task.phase):
                message = f"{quoted(id)} comes after {quoted(other)}, which stands in a later phase"
                yield Problem(at("after", index), message, "move one of the two to another phase", "task-phase")


def check_partners(catalog: Catalog) -> Iterator[Problem]:
    """Areas exist, a source has its value, what is seen live was confirmed, and a service names each task once."""
    areas = [area.id for area in catalog.site.areas.walk()]

    def look(at: InPlace) -> Iterator[Problem]:
        if isinstance(at.record, Partner):
            yield from _check_sources(at.id, at.record, at.place.location)
            yield from _check_places(at.record, at.place.location, areas)

    yield from of_each(catalog, PARTNER, look, areas)


def _check_sources(id: str, partner: Partner, at: At) -> Iterator[Problem]:
    for name in ("email", "phone", "page", "address"):
        if getattr(partner.contact.sources, name) and not getattr(partner.contact, name):
            message = f"there is a source for {name}, but no {name}"
            remedy = f"write the {name} under contact, or take its source out"
            yield Problem(at("contact", "sources", name), message, remedy, "contact-source")
    sources = partner.contact.sources
    origins = {name: getattr(sources, name) for name in type(sources).model_fields}
    live: list[tuple[str, ...]] = [
        ("contact", "sources", name, "seen") for name, origin in origins.items() if origin and origin.seen == "live"
    ]
    live += [("seen",)] if partner.seen == "live" else []
    for path in () if partner.confirmed else live:
        message = "nobody confirmed what is said to be seen live"
        remedy = f'ask them, then write: portal confirm {id} --by "name, role"'
        yield Problem(at(*path), message, remedy, "seen")
    if "seen" not in partner.model_fields_set:
        message = "nothing says how this was seen, so it counts as told by the organisation itself"
        yield Problem(at("checked"), message, "write seen: copy, archived, news or told", "seen", "warning")


def _check_places(partner: Partner, at: At, areas: Collection[str]) -> Iterator[Problem]:
    if partner.area and partner.area not in areas:  # the line is looked up where it is told, and for nobody else
        yield from must_exist(at("area"), "area", partner.area, areas)
    for index, service in enumerate(partner.services):
        inside = _below(at, "services", index)
        for place, task in enumerate(service.helps_with):
            if task in service.helps_with[:place]:
                message = f"{quoted(task)} stands twice in helps_with"
                yield Problem(inside("helps_with", place), message, "keep it once", "id")
        if service.area and service.area not in areas:
            yield from must_exist(inside("area"), "area", service.area, areas)


def check_seen_live(catalog: Catalog) -> Iterator[Problem]:
    """Who says that a fact, a step or a programme was seen live has it from `portal confirm`; those exist."""
    entries = {(entry.kind, entry.id): place for place, entry in catalog.seen_live.items()}
    for (kind, id), place in entries.items():
        at = catalog.location(SEEN_LIVE.name, place, "id")
        yield from must_exist(at, kind, id, catalog.ids(kind))
    for name in CONFIRMED_HERE:
        for id in catalog.ids(name):
            tree = catalog.places[name, id].tree
            if isinstance(tree, dict) and tree.get("seen") == "live":
                message = f"the {name} {quoted(id)} is said to be seen live by hand"
                remedy = f'say how it was seen before, open its pages, then: portal confirm {name}/{id} --by "name"'
                yield Problem(catalog.location(name, id, "seen"), message, remedy, "seen")


def check_guides(catalog: Catalog) -> Iterator[Problem]:
    """Where there are themes, each task has one."""
    if catalog.lacks(GUIDE):
        return
    themes = [guide for guide in catalog.guides.values() if guide.kind == "theme"]
    renamed = any(kind == TASK.name for kind, _ in gone(catalog))
    for id in catalog.tasks:
        # Under its name of before a theme has it.
        if renamed and (TASK.name, id) not in (catalog.published or {}):
            continue
        if themes and not any(id in guide.tasks for guide in themes):
            message = f"no theme of content/guides/ lists {quoted(id)}"
            remedy = "add it to the tasks of a theme: readers who look by what they need help with miss it otherwise"
            yield Problem(catalog.location("task", id), message, remedy, "theme", "warning")


def check_left_out(catalog: Catalog) -> Iterator[Problem]:
    """Who is left out is not published all the same."""
    for id in catalog.left_out:
        if id in catalog.ids("partner"):
            message = f"{quoted(id)} is left out, and published in partners/{id}.yml all the same"
            at = catalog.location("left-out", id, "id")
            yield Problem(at, message, "take it out of one of the two", "left-out")


def check_conditions(catalog: Catalog) -> Iterator[Problem]:
    """Conditions name questions, buckets and options that exist, whatever the kind of their record."""
    lost = gone(catalog)

    def look(at: InPlace) -> Iterator[Problem]:
        for path, clauses in conditions(at.record) if at.record else ():
            below = _below(at.place.location, *path)
            yield from _check_clauses(catalog, below, str(path[-1]), clauses, lost)

    yield from of_each_record(
        catalog, look, (lost, catalog.questions, catalog.lacks(SELF_ASSESSMENT), _buckets(catalog))
    )


def _check_clauses(
    catalog: Catalog, at: At, key: str, clauses: tuple[Clause, ...], lost: Collection[tuple[str, str]]
) -> Iterator[Problem]:
    """Name the questions and options of a condition that do not exist; `at` finds the lines inside it."""
    for index, clause in enumerate(clauses):
        for id, options in clause.items():
            if id in catalog.questions and set(options) <= set(catalog.questions[id].option_ids()):
                continue
            location = _clause_location(at, index, id)
            if (id.startswith("competence.") and catalog.lacks(SELF_ASSESSMENT)) or ("question", id) in lost:
                continue
            if id.startswith(MONEY):
                if not catalog.lacks(CALCULATOR):
                    yield from must_exist(location, "bucket", id, _buckets(catalog), f" in {key}")
            else:
                yield from must_exist(location, "question", id, catalog.questions, f" in {key}")
            if id in catalog.questions:
                for option in (option for option in options if ("option", f"{id}/{option}") not in lost):
                    what = f"option of {id}"
                    yield from must_exist(location, what, option, catalog.questions[id].option_ids(), f" in {key}")


def _buckets(catalog: Catalog) -> list[str]:
    return [f"{MONEY}{bucket.id}" for record in catalog.of(CALCULATOR).values() for bucket in record.buckets]


def _clause_location(at: At, index: int, question: str) -> Location:
    """Find a question in a condition, which may be one map or a list of maps."""
    inside: Location = at(index, question)
    return at(question) if inside == at() else inside


def must_exist(location: Location, kind: str, id: str, known: Collection[str], where: str = "") -> Iterator[Problem]:
    """Tell of an id that nothing has; `known` are those that there are."""
    if id not in known:
        yield Problem(location, f"unknown {kind} {quoted(id)}{where}", did_you_mean(id, known), "reference")


def _below(at: At, *prefix: str | int) -> At:
    return lambda *path: at(*prefix, *path)
