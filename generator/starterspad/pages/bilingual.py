"""A sheet for a desk where people speak another language than the reader: what to say, and the steps, in both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.localised_text import direction_of, localised
from starterspad.content.site_paths import bilingual_path
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Text

# What is said at a desk, in order; each is a message of the group `bilingual`.
_SENTENCES = ("start", "slowly", "interpreter", "bring", "written", "next")


@dataclass(frozen=True)
class Said:
    """Words in the language of a desk, or in the one that they fall back to."""

    words: str
    language: str
    direction: str


@dataclass(frozen=True)
class Pair:
    """The same words for the reader and for the desk; `task` is the id of the step that they name, or empty."""

    task: str
    here: Text
    there: tuple[Said, ...]


@dataclass(frozen=True)
class PhasePairs:
    """The steps of a phase."""

    title: Text
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class BilingualPage:
    """The sheet; `model` is the name of the decision model, which tells in the browser which steps are the reader's.

    `speaking` organisations say that they help in the reader's language, and the directory can be narrowed to them; 0
    where it cannot.
    """

    model: str
    sentences: tuple[Pair, ...]
    phases: tuple[PhasePairs, ...]
    speaking: int


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the sheet; none where a site has one language.

    Beside the site's own language stands every other, for who reads along.
    """
    catalog = inputs.catalog
    site, here = catalog.site, inputs.language
    own = site.default_language
    others = (own,) if here != own else tuple(language for language in site.languages if language != own)
    path = bilingual_path(site)
    if not path:
        return
    spoken = {
        sentence: {
            language: catalog.messages[language].format(
                f"bilingual.{sentence}", language=catalog.messages[language].language_name(here)
            )
            for language in (here, *others)
        }
        for sentence in _SENTENCES
    }
    context = BilingualPage(
        model=inputs.model,
        sentences=tuple(_pair(text, others, own) for text in spoken.values()),
        phases=tuple(
            PhasePairs(phase.title, tuple(_pair(step.title, others, own, step.id) for step in phase.steps))
            for phase in inputs.phases
        ),
        speaking=_speaking(inputs) if here != own else 0,
    )
    yield single_page(inputs, context, path, "bilingual")


def _pair(text: Text, others: tuple[str, ...], fallback: str, task: str = "") -> Pair:
    said = (localised(text, language, fallback) for language in others)
    return Pair(task, text, tuple(Said(words, language, direction_of(language)) for words, language in said))


def _speaking(inputs: PageInputs) -> int:
    choices = inputs.directory.groups.get("language", ())
    own = next((choice for choice in choices if choice.value == inputs.language), None)
    # A single choice narrows nothing, so the directory does not offer it.
    return inputs.directory.counts[own.number] if own and len(choices) > 1 else 0
