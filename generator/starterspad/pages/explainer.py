"""Words that explain themselves: the first time a page uses one, it becomes a button that opens its meaning.

No script is needed: the button and what it opens are HTML's own `popover`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from markupsafe import Markup, escape

from starterspad.content.catalog import Catalog
from starterspad.content.models.glossary import Term
from starterspad.pages.localizer import Localizer

_ARTICLE = re.compile("(<article[^>]*>)(.*?)(</article>)", re.DOTALL)
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-z][a-z0-9-]*)")
# A button inside these would be wrong, or in the way.
_LEFT_ALONE = frozenset(
    (
        "a",
        "abbr",
        "button",
        "caption",
        "dt",
        "h1",
        "h2",
        "h3",
        "label",
        "legend",
        "option",
        "script",
        "summary",
        "template",
        "th",
    )
)
# So many pieces of text are remembered: the words around records, and the titles that many pages name.
_REMEMBERED = 20_000


class Explainer:
    """Explains the terms of one language in pages of it."""

    def __init__(self, terms: Mapping[str, Term], localizer: Localizer) -> None:
        self._terms, self._localizer = terms, localizer
        self._ids: dict[str, str] = {}
        for id, term in terms.items():
            for form in (term.term.get(localizer.language, ""), *term.forms.get(localizer.language, ())):
                if form:
                    self._ids[str(escape(form)).casefold()] = id
        longest = sorted(self._ids, key=len, reverse=True)
        pattern = "|".join(map(re.escape, longest))
        self._pattern = re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", re.IGNORECASE) if pattern else None
        self._holds_term = lru_cache(_REMEMBERED)(self._search)

    def explain(self, body: str, root: str) -> str:
        """Return the HTML of a page with its terms explained; `root` leads to the language's first page."""
        if self._pattern is None:
            return body
        explained: dict[str, None] = {}
        parts = _TAG.split(body)
        inside: list[str] = []
        followed = 1
        # Few pieces of a page hold a term, and most stand on many pages: what a term stands in is looked up once.
        for index in [place for place in range(0, len(parts), 2) if self._holds_term(parts[place])]:
            for tag in parts[followed:index:2]:
                _follow(tag, inside)
            followed = index + 1
            if not inside:
                parts[index] = self._pattern.sub(lambda match: self._button(match[0], explained), parts[index])
        if not explained:
            return body
        return "".join(parts) + self._meanings(explained, root)

    def _search(self, words: str) -> bool:
        return bool(self._pattern and self._pattern.search(words))

    def _button(self, phrase: str, explained: dict[str, None]) -> str:
        id = self._ids[phrase.casefold()]
        if id in explained:
            return phrase
        explained[id] = None
        # The words come out of a page, where they are escaped already.
        return f'<button type="button" class="term" popovertarget="term-{id}">{phrase}</button>'

    def _meanings(self, explained: Mapping[str, None], root: str) -> str:
        return "".join(
            Markup(
                '<div popover id="term-{id}" class="meaning"><p><strong>{term}</strong></p><p>{text}</p>'
                '<p><a href="{root}glossary/#{id}">{more}</a></p></div>'
            ).format(
                id=id,
                term=self._localizer.text(self._terms[id].term),
                text=self._localizer.text(self._terms[id].text),
                root=root,
                more=self._localizer.messages.format("glossary.title"),
            )
            for id in explained
        )


def explain_article(catalog: Catalog, language: str, page: str) -> str:
    """Return a hand-written page, a whole HTML document, with the terms in its `<article>` explained.

    A page without one comes back as it was; without terms in the glossary, so does every page.
    """
    localizer = Localizer(catalog.messages[language], catalog.site.default_language)
    explainer = Explainer(catalog.glossary, localizer)
    return _ARTICLE.sub(lambda match: match[1] + explainer.explain(match[2], "../") + match[3], page)


def _follow(tag: str, inside: list[str]) -> None:
    """Keep track of the elements around the next text in which no term is explained."""
    opens, name = _effect(tag)
    if not name:
        return
    if opens:
        inside.append(name)
    elif name in inside:
        while inside.pop() != name:
            pass


@lru_cache(_REMEMBERED)
def _effect(tag: str) -> tuple[bool, str]:
    """Return whether a tag opens or closes an element where no term is explained, and which; no name for any other."""
    match = _NAME.match(tag)
    if match is None or match[1] not in _LEFT_ALONE or tag.endswith("/>"):
        return False, ""
    return not tag.startswith("</"), match[1]
