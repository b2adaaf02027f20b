"""The instance: its name, languages, areas and colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from starterspad.content.models.field_types import (
    Colour,
    Email,
    Id,
    Language,
    Line,
    Record,
    ShortText,
    Title,
    Url,
    WholeNumber,
    wrong,
)
from starterspad.content.problems import quoted


class Area(Record):
    """A place with the places inside it; `where` is how it stands in a sentence ("in the north")."""

    id: Id
    title: Title
    where: Title | None = None
    areas: tuple[Area, ...] = ()

    def walk(self) -> Iterator[Area]:
        """Yield this area and every area inside it."""
        yield self
        for area in self.areas:
            yield from area.walk()


class Palette(Record):
    """The colours of one scheme; `docs/content.md` says what each is for."""

    ground: Colour
    raised: Colour
    text: Colour
    quiet: Colour
    path: Colour
    on_path: Colour
    spark: Colour
    link: Colour
    good: Colour
    stop: Colour
    line: Colour


class Colours(Record):
    """Both schemes: daylight and night."""

    light: Palette
    dark: Palette


def _base_url(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"https?://[a-z0-9.:-]+(/[A-Za-z0-9._~-]+)*/", value):
        raise wrong(
            "base-url",
            f"{quoted(value)} is not a base address",
            "write https://, the host and the path, with / at the end",
        )
    return value


def _languages(value: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(value)) < len(value):
        raise wrong("languages", "a language stands twice", "keep it once")
    return value


def _branch(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,99}", value):
        raise wrong("branch", f"{quoted(value)} is not the name of a branch", "write it as main")
    return value


def _owner(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"@[A-Za-z0-9][A-Za-z0-9-]*(/[A-Za-z0-9_.-]+)?", value):
        raise wrong("owner", f"{quoted(value)} is not a person or a team", "write it as @name, or @organisation/team")
    return value


class Owners(Record):
    """Who may merge: content and partners, and everything else."""

    content: Annotated[tuple[Annotated[str, BeforeValidator(_owner)], ...], Field(min_length=1)]
    code: Annotated[tuple[Annotated[str, BeforeValidator(_owner)], ...], Field(min_length=1)]


Languages = Annotated[tuple[Language, ...], Field(min_length=1), AfterValidator(_languages)]


class SiteConfig(Record):
    """`site_config.yml`: everything about an instance that is not content."""

    content_schema: WholeNumber
    name: Title
    tagline: Title
    promise: ShortText
    languages: Languages
    base_url: Annotated[str, BeforeValidator(_base_url), StringConstraints(max_length=300)]
    areas: Area
    area_question: Id | None = None
    for_whom_questions: tuple[Id, ...] = ()
    talk_task: Id
    trouble_guide: Id
    worry_page: Id | None = None
    contact_page: Id | None = None
    figure_marks: tuple[Line, ...] = ()
    plan_after: WholeNumber = 5
    colours: Colours
    notice: ShortText | None = None
    repository: Url | None = None
    forge: Literal["github", "gitlab"] = "github"
    branch: Annotated[str, BeforeValidator(_branch)] = "main"
    owners: Owners | None = None
    contact: Email | None = None

    @property
    def default_language(self) -> str:
        """The first language: what texts in the others fall back to."""
        return self.languages[0]

    def area_parents(self) -> dict[str, str | None]:
        """Return the area directly around each area; None for the outermost."""
        parents: dict[str, str | None] = {self.areas.id: None}
        for area in self.areas.walk():
            parents.update({inner.id: area.id for inner in area.areas})
        return parents

    def area_and_around(self, area: str) -> tuple[str, ...]:
        """Return the ids of an area and of every area that contains it, smallest first; an unknown id stands alone."""
        parents = self.area_parents()
        areas: list[str] = []
        current: str | None = area
        while current is not None:
            areas.append(current)
            current = parents.get(current)
        return tuple(areas)


def languages_of(tree: object) -> tuple[str, ...]:
    """Read the languages out of an unchecked site config, so that its own texts can be judged."""
    listed = tree.get("languages") if isinstance(tree, dict) else None
    return tuple(item for item in listed if isinstance(item, str)) if isinstance(listed, list) else ()
