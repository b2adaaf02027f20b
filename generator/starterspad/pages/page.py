"""A page: a frozen context, filled into the template that stands beside the context's module."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import partial
from typing import TYPE_CHECKING, Literal

from starterspad.content.limits import WRITING_LIMITS
from starterspad.pages.localizer import Localizer, environment
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Text

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Layout = Literal["home", "page", "focus", "list", "record"]


@dataclass(frozen=True)
class Page:
    """A page to render into its layout: `path` below the language, such as `tasks/kbo/`, and what its template shows.

    `title` and `description` are plain text, and are escaped when the page goes into its layout. Nothing is rendered
    before the body is asked for, so that a page is made by whoever writes it.
    """

    path: str
    title: str
    description: str
    layout: Layout
    shown: DataclassInstance | Callable[[], DataclassInstance] = field(repr=False)
    inputs: PageInputs = field(repr=False)

    @property
    def context(self) -> DataclassInstance:
        """What its template shows."""
        return self.shown() if callable(self.shown) else self.shown

    @property
    def body(self) -> str:
        """The safe HTML of the page; that of a record with its terms explained."""
        return self.body_of(self.context)

    def body_of(self, context: DataclassInstance) -> str:
        """Return the body of the page, which shows a context: the page's own, where somebody has it already."""
        root = root_of(self.path)
        body = fill(context, page_vocabulary(self.inputs, root))
        return self.inputs.explainer.explain(body, root) if self.layout == "record" else body


def single_page(inputs: PageInputs, context: DataclassInstance, path: str, words: str, layout: Layout = "page") -> Page:
    """Return a page that stands once in a language; `words` is the group of messages with its title and description."""
    title, description = (inputs.localizer.messages.format(f"{words}.{name}") for name in ("title", "description"))
    return Page(path, title, description, layout, context, inputs)


def record_page(
    inputs: PageInputs,
    context: DataclassInstance | Callable[[], DataclassInstance],
    path: str,
    title: Text,
    summary: Text,
) -> Page:
    """Return the page of one record, with its terms explained; its description is the record's own summary.

    The context of one among thousands is made when the page is: then `context` returns it.
    """
    plain = inputs.localizer.plain
    return Page(path, plain(title), plain(summary), "record", context, inputs)


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
        "weekday": localizer.messages.weekday,
        "month_name": localizer.messages.month_name,
        "hours": localizer.messages.hours,
        "source_date": localizer.messages.source_date,
        "seen_in": localizer.messages.seen_in,
        "looked": localizer.messages.looked,
        "language_name": localizer.messages.language_name,
        "language": localizer.language,
        "limits": WRITING_LIMITS,
        "root": root,
    }


def page_vocabulary(inputs: PageInputs, root: str) -> dict[str, object]:
    """Return what the template of a page can say: also who a service is for, and links that many pages hold."""
    return {
        **vocabulary(inputs.localizer, root),
        "for_whom": inputs.for_whom,
        "anchor": partial(inputs.anchor, root),
        "anchors": partial(inputs.anchors, root),
    }


def fill(context: DataclassInstance, words: Mapping[str, object], suffix: str = "html") -> str:
    """Fill a context into the template named like its module; what it shows is escaped.

    The template sees the context's fields and `words`, and nothing else: any other name raises `UndefinedError`.
    """
    shown = {part.name: getattr(context, part.name) for part in fields(context)}
    return environment().get_template(template_of(context, suffix)).render({**words, **shown})


def template_of(context: DataclassInstance, suffix: str = "html") -> str:
    """Return the name of the template that a context is filled into: that of its module."""
    return f"{type(context).__module__.rpartition('.')[2]}.{suffix}"
