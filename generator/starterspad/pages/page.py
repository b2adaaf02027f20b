"""A page: a frozen context, filled into the template that stands beside the context's module."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Literal

from starterspad.content.limits import WRITING_LIMITS
from starterspad.pages.localizer import Localizer, environment
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Text

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Layout = Literal["home", "page", "focus", "record"]


@dataclass(frozen=True)
class Page:
    """A page to render into its layout: `path` below the language, such as `tasks/kbo/`; `body` is safe HTML.

    `title` and `description` are plain text, and are escaped when the page goes into its layout.
    """

    path: str
    title: str
    description: str
    layout: Layout
    body: str


def single_page(inputs: PageInputs, context: DataclassInstance, path: str, words: str, layout: Layout = "page") -> Page:
    """Render a page that stands once in a language; `words` is the group of messages with its title and description."""
    title, description = (inputs.localizer.messages.format(f"{words}.{name}") for name in ("title", "description"))
    return _page(inputs, context, path, layout, title, description)


def record_page(inputs: PageInputs, context: DataclassInstance, path: str, title: Text, summary: Text) -> Page:
    """Render the page of one record, with its terms explained; its description is the record's own summary."""
    return _page(inputs, context, path, "record", inputs.localizer.plain(title), inputs.localizer.plain(summary))


def root_of(path: str) -> str:
    """Return what leads from a page to the first page of its language: `../` as often as it is deep, or `./`."""
    return "../" * path.count("/") or "./"


def vocabulary(localizer: Localizer, root: str) -> dict[str, object]:
    """Return what every template of a language can say, besides the fields of its own context.

    `limits` says how many characters a person may write where.
    """
    return {
        "message": localizer.messages.format,
        "text": localizer.text,
        "plain": localizer.plain,
        "markdown": localizer.markdown,
        "raw_messages": localizer.raw_messages,
        "date": localizer.messages.date,
        "source_date": localizer.messages.source_date,
        "seen_in": localizer.messages.seen_in,
        "looked": localizer.messages.looked,
        "language_name": localizer.messages.language_name,
        "language": localizer.language,
        "limits": WRITING_LIMITS,
        "root": root,
    }


def fill(context: DataclassInstance, words: Mapping[str, object], suffix: str = "html") -> str:
    """Fill a context into the template named like its module; what it shows is escaped.

    The template sees the context's fields and `words`, and nothing else: any other name raises `UndefinedError`.
    """
    name = type(context).__module__.rpartition(".")[2]
    shown = {field.name: getattr(context, field.name) for field in fields(context)}
    return environment().get_template(f"{name}.{suffix}").render({**words, **shown})


def _page(
    inputs: PageInputs, context: DataclassInstance, path: str, layout: Layout, title: str, description: str
) -> Page:
    root = root_of(path)
    body = fill(context, vocabulary(inputs.localizer, root))
    if layout == "record":
        body = inputs.explainer.explain(body, root)
    return Page(path, title, description, layout, body)
