"""What a maintainer makes of a message about a record: the text of its file, ready to be looked at and merged."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.place import Place
from starterspad.content.problems import InvalidContent, Location, Problem
from starterspad.content.validation import validate
from starterspad.content.yaml import SourceFile, Tree
from starterspad.intake.changed_record import changed_record
from starterspad.intake.form_fields import bare_keys, key_order
from starterspad.intake.message_reader import Message
from starterspad.intake.partner_writer import free_id, id_of, tidied, write_record
from starterspad.intake.record_forms import RecordForm
from starterspad.intake.record_lines import record_lines, with_new_record, with_record


@dataclass(frozen=True)
class WrittenRecord:
    """The file that holds a record, below the instance, and its text to be."""

    path: str
    text: str
    id: str


def record_of(message: Message, name: str, form: RecordForm, catalog: Catalog, today: datetime.date) -> WrittenRecord:
    """Return the file that a message asks for; nothing is written. `name` is the message's file.

    Raises `InvalidContent` with the message's own lines where the record would not be fit.
    """
    answers = tidied(message.tree)
    assert isinstance(answers, dict)
    if message.action == "new":
        return _begun(message, name, form, catalog, answers, today)
    if not form.changes:
        problem = f"a message changes no {form.kind.name} that is there"
        raise InvalidContent([Problem(Location(name), problem, "leave [change] out, or change its file", "message")])
    _judge_beside(message, name, form, catalog, answers)
    place = catalog.places[form.kind.name, message.id]
    old = place.tree
    assert isinstance(old, dict)
    new = changed_record(form.kind, old, answers, today)
    _judge(message, name, form, catalog, new)
    text = (catalog.root / place.source.path).read_text("utf-8-sig").replace("\r\n", "\n")
    changed = with_record(text, record_lines(place, text), old, new, form.kind.model)
    return WrittenRecord(place.source.path, changed, message.id)


def _begun(
    message: Message, name: str, form: RecordForm, catalog: Catalog, answers: dict[str, Tree], today: datetime.date
) -> WrittenRecord:
    """Return the file with a new record, behind the others where it holds several; its id is made of its words."""
    _judge_beside(message, name, form, catalog, answers)
    says = answers.get(form.says)
    words = next(iter(says.values()), "") if isinstance(says, dict) else ""
    id = free_id(id_of(str(words)) or form.kind.name, catalog.ids(form.kind.name))
    new = changed_record(form.kind, {}, answers, today)
    model = form.kind.model
    if form.kind.form == "each":
        _judge(message, name, form, catalog, new)
        text = form.kind.modeline + write_record(new, key_order(model), frozenset(bare_keys(model)))
        return WrittenRecord(form.kind.files.replace("*", id), text, id)
    new = {"id": id, **new}
    _judge(message, name, form, catalog, new)
    path = catalog.root / form.kind.files
    text = path.read_text("utf-8-sig").replace("\r\n", "\n") if path.is_file() else form.kind.modeline
    return WrittenRecord(form.kind.files, with_new_record(text, new, model), id)


def _judge_beside(message: Message, name: str, form: RecordForm, catalog: Catalog, answers: dict[str, Tree]) -> None:
    """Judge the answers of which a record is made, such as how often an event is held, before they are gone."""
    if form.beside is None:
        return
    asked: dict[str, Tree] = {key: value for key, value in answers.items() if key in form.beside.model_fields}
    problems = validate(form.beside, asked, Place(SourceFile(name, asked, message.lines)), catalog.site.languages)[1]
    if problems:
        raise InvalidContent(problems)


def _judge(message: Message, name: str, form: RecordForm, catalog: Catalog, new: dict[str, Tree]) -> None:
    # What is made of other answers stands where the last of these does.
    made = max((message.lines.get((key,), 1) for key in form.beside.model_fields), default=1) if form.beside else 1
    lines: dict[tuple[str | int, ...], int] = dict.fromkeys([(), *((key,) for key in new)], made) | message.lines
    source = SourceFile(name, new, lines)
    problems = validate(form.kind.model, new, Place(source), catalog.site.languages)[1]
    if problems:
        raise InvalidContent(problems)
