"""The localizer of one language: how records and messages become safe HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

import markdown as python_markdown
import nh3
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from starterspad.content.localised_text import direction_of, localised
from starterspad.content.messages import Messages

# A list below a numbered point stands under its first letter, three spaces in, as people write it.
_INDENT = 3
_MARKDOWN_TAGS = {"h2", "p", "ul", "ol", "li", "strong", "em", "a", "br"}


@cache
def environment() -> Environment:
    """Return the templates; every value is escaped unless a localizer made it."""
    return Environment(
        loader=PackageLoader("starterspad", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class Localizer:
    """Says texts in one language; one that has to fall back is marked with its own language and direction.

    `fallback` is the language to take where this one is missing. Texts are dicts from language to text.
    """

    def __init__(self, messages: Messages, fallback: str) -> None:
        self.language = messages.language
        self.messages = messages
        self.fallback = fallback

    def plain(self, text: dict[str, str]) -> str:
        """Return a text for a place that holds no markup, such as a title element."""
        return localised(text, self.language, self.fallback)[0]

    def text(self, text: dict[str, str]) -> Markup:
        """Return a text escaped, inside a `span` with its language where that is another one."""
        return self._marked(text, "span", escape)

    def markdown(self, text: dict[str, str]) -> Markup:
        """Return Markdown as HTML whose output is sanitised: headings of a part, paragraphs, lists, emphasis, links."""
        return self._marked(text, "div", _render_markdown)

    def raw_messages(self, prefix: str, keys: Iterable[str]) -> Markup:
        """Return sentences with their {places} still open, for a script of the page to fill in."""
        spans = []
        for key in (f"{prefix}.{key}" for key in keys):
            sentence = self.messages.sentences[key]
            forms = {"": sentence} if isinstance(sentence, str) else sentence
            for form, text in forms.items():
                spans.append(Markup('<span data-word="{}" data-plural="{}">{}</span>').format(key, form, text))
        return Markup("").join(spans)

    def _marked(self, text: dict[str, str], tag: str, render: Callable[[str], Markup]) -> Markup:
        wording, language = localised(text, self.language, self.fallback)
        return marked(render(wording), tag, language, self.language)


def marked(html: Markup, tag: str, language: str, around: str) -> Markup:
    """Return HTML inside a tag that says its language, and its direction, where those around it are others."""
    if language == around:
        return html
    direction = direction_of(language)
    turned = Markup(" dir='{}'").format(direction) if direction != direction_of(around) else ""
    return Markup("<{0} lang='{1}'{2}>{3}</{0}>").format(tag, language, turned, html)


@cache
def _render_markdown(text: str) -> Markup:
    html = python_markdown.markdown(text, output_format="html", tab_length=_INDENT)
    safe = nh3.clean(html, tags=_MARKDOWN_TAGS, attributes={"a": {"href"}}, url_schemes={"https", "mailto", "tel"})
    return Markup(safe)  # noqa: S704  # nh3 has just sanitised it
