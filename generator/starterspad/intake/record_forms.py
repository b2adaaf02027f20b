"""The forms for people without git besides that for partners: which records they are about, and what they ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pydantic import BaseModel

from starterspad.content.kinds import EVENT, FACT, NOTICE, QUESTION, TASK, Kind
from starterspad.content.models.field_types import Record
from starterspad.intake.asked_days import AskedDays
from starterspad.intake.form_fields import Field, fields_of


@dataclass(frozen=True)
class RecordForm:
    """A form about the records of one kind.

    `asked` are paths of its model, and of `beside`, in the order of the form; the first `at_once` of them stand open,
    all where it is 0. `needed` are those that the form wants although a file may do without, `first` those that it
    wants of a new record. It `changes` a record that is there, `begins` a new one, or does both. `says` is the key of
    the words that a record is found by; `where_there` holds paths that are asked only of a record that has a key,
    `anew` those whose answer of before says nothing of the new one.
    """

    kind: Kind[Record]
    says: str
    asked: tuple[str, ...]
    needed: tuple[str, ...]
    changes: bool = False
    begins: bool = False
    where_there: Mapping[str, str] = field(default_factory=dict)
    anew: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    beside: type[BaseModel] | None = None
    at_once: int = 0

    @property
    def page(self) -> str:
        """The name of its page below a language."""
        return f"propose-{self.kind.name}"

    @property
    def fields(self) -> tuple[Field, ...]:
        """What it asks. Of a change only what it needs is required: all else stays as it is."""
        beside = fields_of(self.beside, self.kind.name) if self.beside else ()
        known = {asked.path: asked for asked in (*fields_of(self.kind.model, self.kind.name), *beside)}
        wanted = {*self.needed, *self.first}
        return tuple(
            replace(asked, required=asked.path in wanted or (asked.required and self.begins))
            for asked in map(known.__getitem__, self.asked)
        )


# Who corrects a fact says where it stands and when she looked; what else was known of the old value falls away.
FACT_FORM = RecordForm(
    FACT,
    "text",
    ("value", "amount.value", "text", "source", "checked", "valid_from", "valid_until"),
    ("source", "checked"),
    changes=True,
    where_there={"value": "value", "amount.value": "amount"},
    anew=("checked", "valid_from", "valid_until"),
)
# What everybody should know for a while: it stands on every page until its last day.
NOTICE_FORM = RecordForm(NOTICE, "text", ("text", "until"), (), begins=True)
# The words of a step and of a question: who reads them with starters knows best which are not understood.
TASK_FORM = RecordForm(
    TASK,
    "title",
    ("title", "why", "in_short", "warning", "asked", "for_whom", "if_skipped", "who_may_skip"),
    (),
    changes=True,
    where_there={key: key for key in ("in_short", "warning", "asked", "if_skipped", "who_may_skip")},
)
QUESTION_FORM = RecordForm(
    QUESTION,
    "title",
    ("title", "hint", "why", "dont_know"),
    (),
    changes=True,
    where_there={"hint": "hint", "dont_know": "dont_know"},
)
_ONE_DAY = ("one_day.day", "one_day.cancelled", "one_day.to", "one_day.starts", "one_day.ends", "one_day.note")
# What is held when: a new event, or one that is cancelled, moved or told better. No form asks for a rule.
EVENT_FORM = RecordForm(
    EVENT,
    "title",
    (
        *("title", "summary", "kind", "organiser", *_ONE_DAY, "cancelled", "day", "starts", "ends", "again.every"),
        *("again.until", "again.except", "rhythm", "place", "registration", "source", "checked"),
        *("address", "area", "online", "languages", "cost", "cost_note", "for_whom", "audience", "helps_with"),
        *("capacity", "one_registration"),
    ),
    ("source", "checked"),
    changes=True,
    begins=True,
    where_there=dict.fromkeys(_ONE_DAY, "repeat") | {"rhythm": "rhythm", "cancelled": "title"},
    anew=("checked",),
    first=("day",),
    beside=AskedDays,
    at_once=21,
)
RECORD_FORMS: Mapping[str, RecordForm] = {
    form.kind.name: form for form in (FACT_FORM, NOTICE_FORM, EVENT_FORM, TASK_FORM, QUESTION_FORM)
}
