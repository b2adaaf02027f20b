"""The pages of the forms about records: what each asks, and what may be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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

    One of a value that not every record has is `where_there`: it is asked of those that have it.
    """

    question: FormQuestion
    translations: tuple[FormControl, ...]
    fold: bool
    where_there: bool


@dataclass(frozen=True)
class RecordFormPage:
    """A form about the records of a kind, where an answer goes, and the words that the script needs.

    `data` is the name of what the script loads; `contact`, `contact_page` and `forge` are those of `PartnerFormPage`.
    """

    record: str
    data: str
    subjects: tuple[str, ...]
    changes: bool
    site_name: Text
    contact: str
    contact_page: str
    forge: str
    licence: str
    areas: tuple[Area, ...]
    blocks: tuple[FormBlock, ...]
    script_messages: tuple[MessageGroup, ...]


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of each form."""
    site, say = inputs.catalog.site, inputs.localizer.messages.format
    for form in RECORD_FORMS.values():
        name = form.kind.name
        context = RecordFormPage(
            record=name,
            data=f"{form.page}.json",
            subjects=(name,),
            changes=form.changes,
            site_name=site.name,
            contact=site.contact or "",
            contact_page=site.contact_page or "",
            forge=FORGES[site.forge] if site.repository else "",
            licence=f"{LICENCE}{inputs.language}",
            areas=tuple(site.areas.walk()),
            blocks=tuple(_block(inputs, form, field) for field in form.fields),
            script_messages=tuple(_script_messages(inputs, form)),
        )
        title, description = (say(key) for key in (f"propose_title.{name}", f"propose_description.{name}"))
        yield Page(f"{form.page}/", title, description, "page", context, inputs)


def _block(inputs: PageInputs, form: RecordForm, field: Field) -> FormBlock:
    others = [code for code in inputs.catalog.site.languages if code != inputs.language and field.localised]
    return FormBlock(
        question_of(field, inputs.language),
        tuple(control_of(field, other, other) for other in others),
        fold=field.kind == "short-text" and bool(others),
        where_there=field.path in form.where_there,
    )


def _script_messages(inputs: PageInputs, form: RecordForm) -> Iterator[MessageGroup]:
    """Yield what the script says of a wrong answer, of each field, and of what may be chosen."""
    words = inputs.catalog.messages[inputs.catalog.site.default_language].sentences
    yield MessageGroup("wrong", tuple(key.removeprefix("wrong.") for key in words if key.startswith("wrong.")))
    yield MessageGroup("field", tuple(field.word.removeprefix("field.") for field in form.fields))
    for field in form.fields:
        if field.choices:
            yield MessageGroup(field.choice_words, field.choices)
