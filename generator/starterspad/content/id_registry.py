"""The registry of published ids: which exist, which have another name now, and the file that holds them all."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.models.published import Published

REGISTRY = "content/published.yml"
_HEAD = """\
# Every id that was ever published, because a starter's journal may hold it for years.
# `portal register` adds the new ones. Never take one out: rename with aliases, or list it in content/retired.yml.
"""


def existing(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield (kind, id) of everything published now; options as question/option, services as partner/service."""
    yield from (("phase", id) for id in catalog.phases)
    for id, question in catalog.asked.items():
        yield "question", id
        yield from (("option", f"{id}/{option.id}") for option in question.options)
    yield from (("task", id) for id in sorted(catalog.tasks))
    yield from (("service", f"{id}/{service.id}") for id, _, service in catalog.all_services())


def published(registry: Published) -> Iterator[tuple[str, str]]:
    """Yield (kind, id) of everything in the registry; options as question/option, services as partner/service."""
    yield from (("phase", id) for id in registry.phases)
    for question, options in registry.questions.items():
        yield "question", question
        yield from (("option", f"{question}/{option}") for option in options)
    yield from (("task", id) for id in registry.tasks)
    for partner, services in registry.services.items():
        yield from (("service", f"{partner}/{service}") for service in services)


def aliases(catalog: Catalog) -> dict[tuple[str, str], str]:
    """Return (kind, old id) -> today's id, of every record that says which names it had.

    Options are written question/option and services partner/service, under every name that their owner had too.
    """
    current_ids: dict[tuple[str, str], str] = {}
    for id, phase in catalog.phases.items():
        current_ids.update({("phase", old): id for old in phase.aliases})
    for id, question in catalog.asked.items():
        for name in (id, *question.aliases):
            if name != id:
                current_ids["question", name] = id
            for option in question.options:
                for old in (option.id, *option.aliases):
                    if (name, old) != (id, option.id):
                        current_ids["option", f"{name}/{old}"] = f"{id}/{option.id}"
    for id, task in catalog.tasks.items():
        current_ids.update({("task", old): id for old in task.aliases})
    for id, partner in catalog.partners.items():
        for name in (id, *partner.aliases):
            for service in partner.services:
                for old in (service.id, *service.aliases):
                    if (name, old) != (id, service.id):
                        current_ids["service", f"{name}/{old}"] = f"{id}/{service.id}"
    return current_ids


def registered(catalog: Catalog) -> str:
    """Return the text of the registry (YAML) with everything that exists now added to it.

    Nothing is ever taken out. Phases and questions keep their order; tasks and services are sorted by id.
    """
    known = dict.fromkeys(published(catalog.published or Published()))
    known |= dict.fromkeys(existing(catalog))
    of = {kind: [id for id_kind, id in known if id_kind == kind] for kind in ("phase", "question", "option", "task")}
    lines = ["phases:", *(f"  - {id}" for id in of["phase"]), "questions:"]
    for question in of["question"]:
        options = [id.split("/")[1] for id in of["option"] if id.startswith(f"{question}/")]
        lines.append(f"  {question}: [{', '.join(options)}]")
    lines += ["tasks:", *(f"  - {id}" for id in sorted(of["task"])), "services:"]
    services: dict[str, list[str]] = {}
    for partner, service in sorted(id.split("/") for kind, id in known if kind == "service"):
        services.setdefault(partner, []).append(service)
    lines += [f"  {partner}: [{', '.join(mine)}]" for partner, mine in services.items()]
    return _HEAD + "\n".join(lines) + "\n"
