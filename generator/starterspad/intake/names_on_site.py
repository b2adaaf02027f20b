"""Organisations and steps as people call them: by the name that the site shows, or by the address of a page there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from starterspad.content.models.partner import Partner
from starterspad.content.models.task import Task

# The page of a partner, with what a browser shows behind it.
_PAGE = re.compile(r"/partners/([a-z][a-z0-9-]*)/?(?:index\.html)?(?:[?#]\S*)?$")
# Programs write a dash of their own for the one of an id.
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_CHOSEN = re.compile(r".*\(([a-z][a-z0-9-]*)\)$", re.DOTALL)


def id_behind(words: str) -> str:
    """Return the id that stands between brackets behind words, as forms write what was chosen; else the words."""
    behind = _CHOSEN.fullmatch(_DASHES.sub("-", words))
    return behind[1] if behind else words


def partner_named(wording: str, partners: Mapping[str, Partner]) -> str:
    """Return the id of the one partner that an address or a name means; empty where it means none, or several."""
    page = _PAGE.search(wording)
    if page and page[1] in partners:
        return page[1]
    named = [id for id, partner in partners.items() if _alike(partner.name) == _alike(wording)]
    return named[0] if len(named) == 1 else ""


def steps_by_line(lines: Iterable[str], tasks: Mapping[str, Task]) -> list[str]:
    """Return the lines where each is a step, under its id or its title; nothing where one of them is not.

    Whoever types steps writes no marks before them, and a title may hold a comma.
    """
    known = {*tasks, *(title for task in tasks.values() for title in task.title.values())}
    typed = [line for line in lines if line]
    return typed if known.issuperset(typed) else []


def _alike(name: str) -> str:
    return " ".join(name.split()).casefold()
