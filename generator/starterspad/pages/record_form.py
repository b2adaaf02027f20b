"""The pages of the forms about records: what each asks, and what may be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from starterspad.content.models.site import Area
from starterspad.intake.form_fields import LICENCE, Field
from starterspad.intake.record_forms import RECORD_FORMS, RecordForm
from starterspad.pages.page import Page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.partner_form import FORGES, FormControl, FormQuestion, MessageGroup, control_of, question_of
from starterspad.pages.parts import Text


@dataclass(frozen=True)
class FormBlock:
    """A question, and the same text in the other languages of the site, folded where it is long.

    One that is not asked of every record says in `where_there` which key those have, else it is empty.
    """

    question: FormQuestion
    translations: tuple[FormControl, ...]
    fold: bool
    where_there: str


@dataclass(frozen=True)
class RecordFormPage:
    """A form about the records of a kind, where an answer goes, and the words that the script needs.

    `folded` are the questions that stand behind a line to open; `days` tells whether it asks on which days something
    is held. `data` is the name of what the script loads; `contact`, `contact_page` and `forge` are those of
    `PartnerFormPage`.
    """

    record: str
    data: str
    subjects: tuple[str, ...]
    changes: bool
    begins: bool
    days: bool
    site_name: Text
    contact: str
    contact_page: str
    forge: str
    licence: str
    areas: tuple[Area, ...]
    blocks: tuple[FormBlock, ...]
    folded: tuple[FormBlock, ...]
    script_messages: tuple[MessageGroup, ...]


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of each form."""
    site, say = inputs.catalog.site, inputs.localizer.messages.format
    for form in RECORD_FORMS.values():
        name = form.kind.name
        blocks = tuple(_block(inputs, form, field) for field in form.fields)
        first = form.at_once or len(blocks)
        context = RecordFormPage(
            record=name,
            data=f"{form.page}.json",
            subjects=(name,),
            changes=form.changes,
            begins=form.begins,
            days=form.beside is not None,
            site_name=site.name,
            contact=site.contact or "",
            contact_page=site.contact_page or "",
            forge=FORGES[site.forge] if site.repository else "",
            licence=f"{LICENCE}{inputs.language}",
            areas=tuple(site.areas.walk()),
            blocks=blocks[:first],
            folded=blocks[first:],
            script_messages=tuple(_script_messages(inputs, form)),
        )
        title, description = (say(key) for key in (f"propose_title.{name}", f"propose_description.{name}"))
        yield Page(f"{form.page}/", title, description, "page", context, inputs)


def _block(inputs: PageInputs, form: RecordForm, field: Field) -> FormBlock:
    others = [code for code in inputs.catalog.site.languages if code != inputs.language and field.localised]
    # What belongs to an answer that nobody must give is not wanted either.
    inner = form.beside is not None and field.path.partition(".")[0] in form.beside.model_fields
    return FormBlock(
        question_of(replace(field, required=field.required and not inner), inputs.language),
        tuple(control_of(field, other, other) for other in others),
        fold=bool(others) and (field.kind == "short-text" or form.at_once > 0),
        where_there=form.where_there.get(field.path, ""),
    )


def _script_messages(inputs: PageInputs, form: RecordForm) -> Iterator[MessageGroup]:
    """Yield what the script says of a wrong answer, and of each field."""
    words = inputs.catalog.messages[inputs.catalog.site.default_language].sentences
    yield MessageGroup("wrong", tuple(key.removeprefix("wrong.") for key in words if key.startswith("wrong.")))
    yield MessageGroup("field", tuple(field.word.removeprefix("field.") for field in form.fields))
