"""What a maintainer makes of a message, or of nothing: a partner file, ready to be looked at and merged."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import PARTNER
from starterspad.content.messages import Messages
from starterspad.content.models.partner import Partner
from starterspad.content.place import Place
from starterspad.content.problems import InvalidContent
from starterspad.content.validation import validate
from starterspad.content.yaml import SourceFile, Tree
from starterspad.intake.form_fields import FOLLOWS, Field, partner_fields
from starterspad.intake.message_reader import Message
from starterspad.intake.partner_writer import completed, partner_id, tidied


@dataclass(frozen=True)
class Entry:
    """A partner file to be: its id, what it will hold, and the record that this is."""

    id: str
    tree: dict[str, Tree]
    partner: Partner


def entry_of(message: Message, name: str, catalog: Catalog, today: datetime.date) -> Entry:
    """Return the file that a message asks for; nothing is written.

    `name` is the message's file; `today` becomes the day it was checked, confirmed or left. Raises `InvalidContent`
    with the message's own lines where the record would not be fit.
    """
    if message.action == "remove":
        tree = {**_file_of(catalog, message.id), "left": today.isoformat()}
        return Entry(message.id, tree, _judged(tree, SourceFile(name, tree, {(): 1}), catalog))
    answers = tidied(message.tree)
    assert isinstance(answers, dict)
    if message.action == "change":
        change = _completed_from if message.partial else _changed
        answers = change(_file_of(catalog, message.id), answers)
    tree = completed(answers, today)
    partner = _judged(tree, SourceFile(name, tree, _lines(message, tree)), catalog)
    return Entry(message.id or partner_id(tree, catalog.ids("partner")), tree, partner)


def _lines(message: Message, tree: dict[str, Tree]) -> dict[tuple[str | int, ...], int]:
    """Say where each answer stands in a message; what follows from the website stands where that does."""
    website = message.lines.get(("website",), 1)
    follows: list[tuple[str | int, ...]] = [("sources",), ("sources", 0)]
    follows += [("services", number, "source") for number in range(len(_records(tree.get("services"))))]
    return dict.fromkeys(follows, website) | message.lines


def _judged(tree: dict[str, Tree], source: SourceFile, catalog: Catalog) -> Partner:
    partner, problems = validate(Partner, tree, Place(source), catalog.site.languages)
    if partner is None:
        # What is made of the website is wrong where that is, and in the same way: one mistake, one sentence.
        of_website = [problem for problem in problems if problem.message.startswith("website: ")]
        causes = {(problem.location, problem.message.removeprefix("website: ")) for problem in of_website}
        followed = [
            problem
            for problem in problems
            if (problem.location, problem.message.partition(": ")[2]) in causes and problem not in of_website
        ]
        raise InvalidContent(problem for problem in problems if problem not in followed)
    return partner


def _file_of(catalog: Catalog, partner: str) -> dict[str, Tree]:
    tree = catalog.places["partner", partner].tree
    assert isinstance(tree, dict)
    return tree


def _changed(old: dict[str, Tree], answers: dict[str, Tree]) -> dict[str, Tree]:
    """Put what was told into a file: what the form asks is as told, all else as it was."""
    services = {str(service.get("id")): service for service in _records(old.get("services"))}
    record = _without(old, [field for field in partner_fields() if not field.path.startswith("services.")])
    record = _on_top(record, {key: value for key, value in answers.items() if key != "services"})
    inner = [field for field in partner_fields() if field.path.startswith("services.")]
    record["services"] = [
        _on_top(_without(services.get(str(service.get("id")), {}), inner, "services."), service)
        for service in _records(answers.get("services"))
    ]
    # Who fills in the form says that it holds today.
    confirmed = record.get("confirmed")
    if isinstance(confirmed, dict):
        confirmed.pop("on", None)
    whole = tidied(record)
    assert isinstance(whole, dict)
    return whole


def _completed_from(old: dict[str, Tree], answers: dict[str, Tree]) -> dict[str, Tree]:
    """Put the little that was told on top of a file; an offer with a new id, or with none, stands behind the others."""
    record = _on_top(old, {key: value for key, value in answers.items() if key != "services"})
    services = list(_records(old.get("services")))
    for service in _records(answers.get("services")):
        place = next((place for place, other in enumerate(services) if other.get("id") == service.get("id")), None)
        if place is None:
            services.append(service)
        else:
            services[place] = _on_top(services[place], service)
    return record | {"services": list(services)}


def _records(value: Tree | None) -> list[dict[str, Tree]]:
    return [record for record in value if isinstance(record, dict)] if isinstance(value, list) else []


def _without(tree: dict[str, Tree], fields: list[Field], prefix: str = "") -> dict[str, Tree]:
    """Copy a record without what the form asks."""
    asked = {field.path.removeprefix(prefix) for field in fields}

    def copied(piece: dict[str, Tree], path: str) -> dict[str, Tree]:
        kept: dict[str, Tree] = {}
        for key, value in piece.items():
            here = f"{path}.{key}".lstrip(".")
            if here not in asked:
                kept[key] = copied(value, here) if isinstance(value, dict) else value
        return kept

    return copied(tree, "")


def _on_top(old: dict[str, Tree], new: dict[str, Tree]) -> dict[str, Tree]:
    merged = dict(old)
    for key, value in new.items():
        below = merged.get(key)
        merged[key] = _on_top(below, value) if isinstance(value, dict) and isinstance(below, dict) else value
    return merged


def blank_partner(messages: Messages, language: str, today: datetime.date) -> str:
    """Return the text of a partner file to fill in: what is needed stands there empty, what may be said behind a #."""
    lines = [f"## {messages.format('reply.blank_intro')}", ""]
    sections: set[str] = set()
    # Who confirms is for the organisation to say, with the form.
    for field in (field for field in partner_fields() if not field.path.startswith("confirmed.")):
        inside = field.path.startswith("services.")
        if inside and "services" not in sections:
            sections.add("services")
            lines += ["services:", '  - id: ""']
        indent = "    " if inside else ""
        lines += [f"{indent}## {messages.format(key)}" for key in (field.word, f"{field.word}_help")]
        lines += _blank(field.path.removeprefix("services."), field, language, indent, sections)
    day = today.isoformat()
    lines += ["sources:", '  - ""', f'sources_date: "{day}"', "seen: told", f"checked: {day}"]
    return PARTNER.modeline + "\n".join(lines) + "\n"


def _blank(path: str, field: Field, language: str, indent: str, sections: set[str]) -> list[str]:
    mark = "" if field.required or field.path in FOLLOWS else "# "
    *outer, key = path.split(".")
    lines = [f"{indent}{mark}{name}:" for name in outer if name not in sections]
    sections.update(outer)
    inside = indent + mark + "  " * len(outer)
    if field.localised:
        return [*lines, f"{inside}{key}:", f'{inside}  {language}: ""']
    if field.kind in ("tasks", "choices", "languages"):
        known = f" # {', '.join(field.choices)}" if field.choices else ""
        return [*lines, f"{inside}{key}: []{known}"]
    known = f" # {', '.join(field.choices)}" if field.choices else ""
    return [*lines, f'{inside}{key}: ""{known}']
