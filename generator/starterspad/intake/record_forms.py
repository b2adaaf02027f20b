"""The forms for people without git besides that for partners: which records they are about, and what they ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from starterspad.content.kinds import FACT, NOTICE, QUESTION, TASK, Kind
from starterspad.content.models.field_types import Record
from starterspad.intake.form_fields import Field, fields_of


@dataclass(frozen=True)
class RecordForm:
    """A form about the records of one kind.

    `asked` are paths of its model in the order of the form, `needed` those of them that the form wants although a file
    may do without. It `changes` a record that is there, `begins` a new one, or does both. `says` is the key of the
    words that a record is found by; `where_there` are paths that are asked only of a record that has them, `anew` those
    whose answer of before says nothing of the new one.
    """

    kind: Kind[Record]
    says: str
    asked: tuple[str, ...]
    needed: tuple[str, ...]
    changes: bool = False
    begins: bool = False
    where_there: tuple[str, ...] = ()
    anew: tuple[str, ...] = ()

    @property
    def page(self) -> str:
        """The name of its page below a language."""
        return f"propose-{self.kind.name}"

    @property
    def fields(self) -> tuple[Field, ...]:
        """What it asks. Of a change only what it needs is required: all else stays as it is."""
        known = {field.path: field for field in fields_of(self.kind.model, self.kind.name)}
        fields = (known[path] for path in self.asked)
        return tuple(
            replace(field, required=field.path in self.needed or (field.required and not self.changes))
            for field in fields
        )


# Who corrects a fact says where it stands and when she looked; what else was known of the old value falls away.
FACT_FORM = RecordForm(
    FACT,
    "text",
    ("value", "amount.value", "text", "source", "checked", "valid_from", "valid_until"),
    ("source", "checked"),
    changes=True,
    where_there=("value", "amount.value"),
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
    where_there=("in_short", "warning", "asked", "if_skipped", "who_may_skip"),
)
QUESTION_FORM = RecordForm(
    QUESTION, "title", ("title", "hint", "why", "dont_know"), (), changes=True, where_there=("hint", "dont_know")
)
RECORD_FORMS: Mapping[str, RecordForm] = {
    form.kind.name: form for form in (FACT_FORM, NOTICE_FORM, TASK_FORM, QUESTION_FORM)
}
