"""Reading the message that somebody sends instead of a pull request: an e-mail, or an issue made from a form.

The text is hostile: only answers to what the form asks are taken, each as text, and judged as any file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from starterspad.content.catalog import Catalog
from starterspad.content.limits import MOST_SERVICES
from starterspad.content.problems import InvalidContent, Location, Problem, did_you_mean, quoted
from starterspad.content.yaml import Tree
from starterspad.content.yaml.characters import unsafe_character
from starterspad.intake.changed_addresses import TwoAddresses, as_written
from starterspad.intake.damaged_letters import damaged_letter
from starterspad.intake.form_fields import Field, partner_fields
from starterspad.intake.labelled_lines import FRAME, MOST_PROBLEMS, Labels, asked_paths
from starterspad.intake.list_items import MOST_ITEMS, list_items, ticked
from starterspad.intake.message_text import lines_of
from starterspad.intake.names_on_site import id_behind, partner_named, steps_by_line
from starterspad.intake.record_forms import RECORD_FORMS, RecordForm

MAX_BYTES = 256 * 1024
# Far more than any answer may have, gateways around its addresses included; to look for addresses in more takes time.
_MOST_CHARACTERS = 3000


@dataclass
class Message:
    """What a message asks for: a new record, a change of the one with an `id`, or to take a partner out.

    A `partial` one, made with an issue form, says only what changes; one of our own form for partners says all.
    `tree` holds the answers as the record would; `lines` the line of each (from 1), by its path in the tree.
    `language` is the one to reply in, `reason` what they say about it; both may be empty.
    """

    action: Literal["new", "change", "remove"] = "new"
    id: str = ""
    language: str = ""
    reason: str = ""
    partial: bool = False
    tree: dict[str, Tree] = field(default_factory=dict)
    lines: dict[tuple[str | int, ...], int] = field(default_factory=dict)


def read_message(data: bytes, name: str, catalog: Catalog, form: RecordForm | None = None) -> Message:
    """Read a message: a saved e-mail (RFC 5322), or its text, of `MAX_BYTES` at most; `name` is that of its file.

    It was made with a form about records, or with that for partners where none is named.
    Raises `InvalidContent` with the line of everything that is wrong with it.
    """
    if len(data) > MAX_BYTES:
        message = f"the message is larger than {MAX_BYTES // 1024} KiB"
        raise InvalidContent([Problem(Location(name), message, "save its text alone", "message")])
    return _Reader(name, catalog, form).read(lines_of(data, name))


class _Reader:
    def __init__(self, name: str, catalog: Catalog, form: RecordForm | None) -> None:
        self.name = name
        self.catalog = catalog
        self.form = form
        self.kind = form.kind.name if form else "partner"
        self.fields = {form_field.path: form_field for form_field in (form.fields if form else partner_fields())}
        self.problems: list[Problem] = []
        self.lines: dict[tuple[str | int, ...], int] = {(): 1}
        self.of_a_form = False

    def read(self, numbered: list[tuple[int, str]]) -> Message:
        message = Message()
        answers = self.answers(numbered)
        if not answers:
            remedy = f"save the whole message, with the lines that start with [{next(iter(self.fields))}] and so on"
            raise InvalidContent([Problem(Location(self.name), "no answers stand in this message", remedy, "message")])
        for path, (number, lines) in answers.items():
            if path in FRAME:
                self.frame(message, path, " ".join(lines).strip(), number)
            elif re.fullmatch(r"services\.[0-9]+\.id", path):
                # A form asks it of every change: where nothing is said of an offer, none is meant.
                if offer := " ".join(lines).strip():
                    self.put(message.tree, path.split("."), offer, number)
            else:
                self.answer(message.tree, path, lines, number)
        self.check_id(message, answers)
        if self.problems:
            raise InvalidContent(self.problems)
        services = message.tree.get("services")
        if isinstance(services, dict):
            order = sorted(services, key=int)
            message.tree["services"] = [services[key] for key in order]
            for place in [place for place in self.lines if place[:1] == ("services",) and place[1:]]:
                line = self.lines.pop(place)
                self.lines["services", order.index(str(place[1])), *place[2:]] = line
        message.lines, message.partial = self.lines, self.of_a_form
        return message

    def check_id(self, message: Message, answers: dict[str, tuple[int, list[str]]]) -> None:
        """A change is that of a record that is there."""
        known = self.catalog.ids(self.kind)
        if message.action != "new" and message.id not in known:
            names = [partner.name for partner in self.catalog.partners.values()] if self.kind == "partner" else []
            line = answers.get("change", answers.get("remove", (1, [])))[0]
            remedy = did_you_mean(message.id, [*known, *names])
            self.problem(line, f"there is no {self.kind} {quoted(message.id)}", remedy)
        if message.action == "new" and self.form and not self.form.begins:
            remedy = f"write [change] and the id of the {self.kind} on a line of its own, above the answers"
            self.problem(1, f"this message does not say which {self.kind} it changes", remedy)

    def answers(self, numbered: list[tuple[int, str]]) -> dict[str, tuple[int, list[str]]]:
        """Return the lines below each label, with its own line number."""
        labelled = Labels(self.known, self.label_words, self.paths).read(numbered)
        for problem in labelled.problems:
            self.problem(*problem)
        self.of_a_form = labelled.of_a_form
        return labelled.answers

    def label_words(self, path: str) -> list[str]:
        """Return what the form writes behind a label, in each language."""
        form_field = self.field_of(path)
        if form_field is None:
            return []
        before = f"{path.split('.')[1]}. " if path.startswith("services.") else ""
        behind = f" ({path.rpartition('.')[2]})" if form_field.localised else ""
        languages = self.catalog.site.languages
        return [f"{before}{self.catalog.messages[code].format(form_field.word)}{behind}" for code in languages]

    def paths(self) -> list[str]:
        return asked_paths(self.fields.values(), self.catalog.site.languages)

    def known(self, path: str) -> bool:
        return path in FRAME or self.field_of(path) is not None or bool(re.fullmatch(r"services\.[0-9]+\.id", path))

    def field_of(self, path: str) -> Field | None:
        """Return the field behind a path such as `services.1.title.nl`."""
        bare = re.sub(r"^services\.[0-9]+\.", "services.", path)
        if bare == path and path.startswith("services."):
            return None  # an answer about an offer says about which
        if bare in self.fields:
            return self.fields[bare] if not self.fields[bare].localised else None
        head, _, language = bare.rpartition(".")
        form_field = self.fields.get(head)
        return form_field if form_field and form_field.localised and language in self.catalog.site.languages else None

    def frame(self, message: Message, path: str, wording: str, number: int) -> None:
        value = _plain(wording)
        if path == "record" and value != self.kind:
            known = value in RECORD_FORMS or value == "partner"
            remedy = f"read it with portal new {value} --from-message" if known else did_you_mean(value, RECORD_FORMS)
            self.problem(number, f"this message is about {quoted(value)}, not about a {self.kind}", remedy)
        elif path == "remove" and value and self.form:
            self.problem(number, f"a message takes no {self.kind} out", "take it out of its file by hand")
            message.action, message.id = "change", id_behind(value)
        elif path == "language" and value in self.catalog.site.languages:
            message.language = value
        elif path == "reason":
            message.reason = value
        elif path in ("change", "remove") and value:
            message.action = "change" if path == "change" else "remove"
            named = partner_named(value, self.catalog.partners) if self.kind == "partner" else ""
            message.id = named or id_behind(value)

    def answer(self, tree: dict[str, Tree], path: str, lines: list[str], number: int) -> None:
        form_field = self.field_of(path)
        assert form_field
        value: Tree
        if form_field.kind in ("tasks", "choices", "languages", "dates"):
            value = self.all_chosen(form_field, path, lines, number)
        else:
            one_of = ticked(lines) if form_field.kind in ("choice", "area") else None
            if one_of and one_of[1:]:
                self.problem(number, f"{len(one_of)} boxes are ticked below [{path}]", "tick one of them")
            lines = lines if one_of is None else one_of[:1]
            value = ("" if form_field.kind in ("url", "source") else " ").join(line for line in lines if line)
            if len(value) > _MOST_CHARACTERS:
                # Where an answer has no end, what else is wrong follows from that.
                message = f"more than {_MOST_CHARACTERS} characters stand below [{path}]"
                raise InvalidContent([Problem(Location(self.name, number), message, "shorten them", "message")])
            value = _plain(self.as_written(value, number))
            if value and form_field.kind in ("choice", "area", "partner", "yes"):
                value = self.chosen(form_field, value, number)
        if value:
            self.put(tree, path.split("."), value, number)

    def as_written(self, words: str, number: int) -> str:
        try:
            return as_written(words)
        except TwoAddresses as two:
            shown, behind = map(quoted, two.args)
            message = f"{shown} stands before another address, {behind}"
            self.problem(number, message, "write the one that is meant, as the browser shows it, without the other")
            return ""

    def all_chosen(self, form_field: Field, path: str, lines: list[str], number: int) -> list[Tree]:
        steps = steps_by_line(map(_plain, lines), self.catalog.tasks) if form_field.kind == "tasks" else []
        items = list(dict.fromkeys(steps or list_items(lines)))
        if len(items) > MOST_ITEMS:
            self.problem(number, f"more than {MOST_ITEMS} items stand below [{path}]", "keep what was chosen")
            return []
        return [self.chosen(form_field, item, number) for item in items]

    def chosen(self, form_field: Field, wording: str, number: int) -> str:
        """Return the id of what was chosen: it stands behind the words, or the words are it, or its title."""
        text = _plain(wording)
        chosen_id = id_behind(text)
        areas = {area.id: area.title for area in self.catalog.site.areas.walk()}
        partners = {id: {"": partner.name} for id, partner in self.catalog.partners.items()}
        tasks = {id: task.title for id, task in self.catalog.tasks.items()}
        known = {"tasks": tasks, "area": areas, "partner": partners}.get(form_field.kind)
        if known is not None and chosen_id not in known:
            titles = {title: id for id, title_in in known.items() for title in title_in.values()}
            if text not in titles:
                kind = form_field.kind.removesuffix("s")
                self.problem(number, f"unknown {kind} {quoted(text)}", did_you_mean(text, [*known, *titles]))
            return titles.get(text, chosen_id)
        return chosen_id

    def put(self, tree: dict[str, Tree], keys: list[str], value: Tree, number: int) -> None:
        if keys[0] == "services" and not 1 <= int(keys[1][:4]) <= MOST_SERVICES:
            self.problem(number, f"service {quoted(keys[1])} is not one of {MOST_SERVICES}", "number them from 1")
            return
        unsafe = unsafe_character(value) if isinstance(value, str) else None
        if unsafe:
            self.problem(number, f"{unsafe[1]} is not allowed", unsafe[2])
        damaged = damaged_letter(value) if isinstance(value, str) else ""
        if damaged:
            message = f"{quoted(damaged)} stands where a letter was"
            self.problem(number, message, "save the whole e-mail instead, or write the letter that was meant")
        # What holds an answer stands where its first answer does.
        for length in range(1, len(keys)):
            self.lines.setdefault(tuple(keys[:length]), number)
        self.lines[tuple(keys)] = number
        for key in keys[:-1]:
            inner = tree.setdefault(key, {})
            assert isinstance(inner, dict)
            tree = inner
        tree[keys[-1]] = value

    def problem(self, line: int, message: str, remedy: str) -> None:
        self.problems.append(Problem(Location(self.name, line), message, remedy, "message"))
        if len(self.problems) == MOST_PROBLEMS:
            raise InvalidContent(self.problems)


def _plain(text: str) -> str:
    return re.sub(r"\\([\\\[\]>])", r"\1", text)
