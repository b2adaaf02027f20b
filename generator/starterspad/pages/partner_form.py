"""The page of the form for partners: its fields in groups, and what may be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from starterspad.content.models.site import Area
from starterspad.intake.form_fields import LICENCE, NEEDED, Field, partner_fields
from starterspad.intake.record_forms import RECORD_FORMS, RecordForm
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Text

# The names of the sites where proposals are made.
FORGES = {"github": "GitHub", "gitlab": "GitLab"}
# Where a question stands, by the first key of its path; what is not named asks who they are.
_GROUPS = {"services": "service", "confirmed": "sure", "paused": "state", "left": "state"}
# What is asked first, in this order; what an offer is called is proposed once its steps are chosen.
_FIRST = ("name", "summary", "website", "services.helps_with", "services.title", "confirmed.by")
# What is asked with the rest that must stand, although a file may do without it: where they work, and their mailbox.
_WANTED = frozenset(("area", "contact.email"))
# What it means that nothing is chosen, where that says something.
_NO_CHOICE = {"again.every": "every.once"}
_INPUT_TYPES = {"clock": "time", "email": "email", "phone": "tel", "date": "date", "url": "url", "source": "url"}


@dataclass(frozen=True)
class FormChoice:
    """A value that may be chosen; `label` is the key of its message."""

    value: str
    label: str


@dataclass(frozen=True)
class FormControl:
    """One thing to fill in: its path in the file, and the keys of its label and its help.

    `language` is that of the text to write, empty where it has none; `other_language` the same where it is not the
    page's. `kind` says which element asks, `type` the type of an input, `none` is the key of what no choice means.
    """

    path: str
    label: str
    help: str
    language: str
    other_language: str
    optional: bool
    kind: Literal["choice", "area", "partner", "text", "input"]
    type: str
    choices: tuple[FormChoice, ...]
    none: str


@dataclass(frozen=True)
class FormQuestion:
    """A question: one control, or several boxes to tick, or a search in what there are too many of for boxes.

    `control` is there where `kind` says so.
    """

    path: str
    label: str
    help: str
    optional: bool
    kind: Literal["control", "choices", "tasks", "languages", "dates"]
    control: FormControl | None
    choices: tuple[FormChoice, ...]


@dataclass(frozen=True)
class FormGroup:
    """Questions that stand together, `more` that are folded, and the same texts in the other languages of the site."""

    questions: tuple[FormQuestion, ...]
    more: tuple[FormQuestion, ...]
    translations: tuple[FormControl, ...]


@dataclass(frozen=True)
class MessageGroup:
    """Messages that the script of the page fills in: the first part of their keys, and the parts behind it."""

    name: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class PartnerFormPage:
    """The form in its groups, where an answer goes, and the words that the script needs.

    `then` is asked once the groups before it are answered, with all texts of the organisation in other languages.
    `contact` is an address for letters, `contact_page` the id of a page that says how to reach the city; `forge` the
    name of the site where proposals are made, empty where the instance has no repository. `others` are the forms about
    records of other kinds.
    """

    model: str
    site_name: Text
    contact: str
    contact_page: str
    forge: str
    licence: str
    several_languages: bool
    areas: tuple[Area, ...]
    who: FormGroup
    service: FormGroup
    sure: FormGroup
    then: FormGroup
    state: FormGroup
    script_messages: tuple[MessageGroup, ...]
    others: tuple[RecordForm, ...]


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of the form."""
    site = inputs.catalog.site
    groups: dict[str, list[Field]] = {"who": [], "service": [], "sure": [], "then": [], "state": []}
    for field in partner_fields():
        group = _GROUPS.get(field.path.partition(".")[0], "who")
        groups[group if field.path in _FIRST or group in ("service", "state") else "then"].append(field)
    texts = _group(inputs, [*groups["who"], *groups["then"]]).translations
    context = PartnerFormPage(
        model=inputs.model,
        site_name=site.name,
        contact=site.contact or "",
        contact_page=site.contact_page or "",
        forge=FORGES[site.forge] if site.repository else "",
        licence=f"{LICENCE}{inputs.language}",
        several_languages=len(site.languages) > 1,
        areas=tuple(site.areas.walk()),
        who=_group(inputs, groups["who"]),
        service=_group(inputs, groups["service"]),
        sure=_group(inputs, groups["sure"]),
        then=replace(_group(inputs, groups["then"]), translations=texts),
        state=_group(inputs, groups["state"]),
        script_messages=tuple(_script_messages(inputs, groups["service"])),
        others=tuple(RECORD_FORMS.values()),
    )
    yield single_page(inputs, context, "join/", "join")


def _group(inputs: PageInputs, fields: list[Field]) -> FormGroup:
    others = [language for language in inputs.catalog.site.languages if language != inputs.language]
    at_once = [field for field in fields if field.required or field.path in NEEDED | _WANTED]
    at_once.sort(key=lambda field: _FIRST.index(field.path) if field.path in _FIRST else len(_FIRST))
    return FormGroup(
        tuple(question_of(field, inputs.language) for field in at_once),
        tuple(question_of(field, inputs.language) for field in fields if field not in at_once),
        tuple(control_of(field, other, other) for field in fields if field.localised for other in others),
    )


def question_of(field: Field, language: str) -> FormQuestion:
    """Return the question that asks for a field; `language` is that of the page."""
    kind: Literal["control", "choices", "tasks", "languages", "dates"] = "control"
    if field.kind in ("choices", "tasks", "languages", "dates"):
        kind = field.kind
    control = control_of(field, language if field.localised else "") if kind == "control" else None
    return FormQuestion(
        field.path, field.word, f"{field.word}_help", not field.required, kind, control, _choices(field)
    )


def control_of(field: Field, language: str, other_language: str = "") -> FormControl:
    """Return what is filled in for a field, in a language where it has one."""
    kind: Literal["choice", "area", "partner", "text", "input"] = "text" if field.kind == "short-text" else "input"
    if field.kind in ("choice", "area", "partner"):
        kind = field.kind
    if field.kind == "yes":
        kind = "choice"
    return FormControl(
        path=f"{field.path}.{language}" if language else field.path,
        label=field.word,
        help=f"{field.word}_help",
        language=language,
        other_language=other_language,
        optional=not field.required and field.path not in NEEDED,
        kind=kind,
        type=_INPUT_TYPES.get(field.kind, "text"),
        choices=_choices(field),
        none=_NO_CHOICE.get(field.path, "join.choose_file" if field.required else "join.no_value"),
    )


def _choices(field: Field) -> tuple[FormChoice, ...]:
    return tuple(FormChoice(choice, f"{field.choice_words}.{choice}") for choice in field.choices)


def _script_messages(inputs: PageInputs, service: list[Field]) -> Iterator[MessageGroup]:
    """Yield what the script says of a wrong answer and of each field, and the choices of a service."""
    words = inputs.catalog.messages[inputs.catalog.site.default_language].sentences
    yield MessageGroup("wrong", tuple(key.removeprefix("wrong.") for key in words if key.startswith("wrong.")))
    yield MessageGroup("field", tuple(field.word.removeprefix("field.") for field in partner_fields()))
    for field in service:
        if field.choices:
            yield MessageGroup(field.choice_words, field.choices)
