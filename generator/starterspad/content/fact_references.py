"""Facts in texts: `{fact: id}` becomes the value of that fact, in the language of the text around it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from starterspad.content.localised_text import localised
from starterspad.content.models.fact import Fact
from starterspad.content.place import Place
from starterspad.content.problems import Location, Problem, did_you_mean, quoted
from starterspad.content.yaml import Tree

REFERENCE = re.compile(r"\{fact:([^{}]*)\}")


@dataclass
class FactFiller:
    """Fills facts into the texts of one record, and remembers which; `problems` are those it met.

    Where `complete` is false, facts stand in a file that could not be read: none is said to be unknown.
    """

    facts: Mapping[str, Fact]
    known: Collection[str]
    languages: tuple[str, ...]
    complete: bool = True
    used: dict[str, None] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def fill_tree(self, tree: Tree, place: Place, path: tuple[str | int, ...] = ()) -> Tree:
        """Return a piece of a source file with its texts filled."""
        if isinstance(tree, dict):
            return {key: self.fill_tree(value, place, (*path, key)) for key, value in tree.items()}
        if isinstance(tree, list):
            return [self.fill_tree(value, place, (*path, index)) for index, value in enumerate(tree)]
        if "{fact:" not in tree:
            return tree
        language = next((str(part) for part in reversed(path) if part in self.languages), "")
        return self.fill_text(tree, language, place.location(*path))

    def fill_text(self, text: str, language: str, location: Location, *, by_line: bool = False) -> str:
        """Return a text with the values of its facts; with `by_line` it begins at `location` and goes on below."""

        def value(reference: re.Match[str]) -> str:
            id = reference[1].strip()
            below = text.count("\n", 0, reference.start()) if by_line else 0
            at = Location(location.path, location.line + below)
            fact = self.facts.get(id)
            if fact is None and id not in self.known and self.complete:
                self._problem(
                    at, f"unknown fact {quoted(id)}", did_you_mean(id, list(self.facts)) or "write the words out"
                )
            elif fact and fact.value is None:
                self._problem(at, f"the fact {quoted(id)} has no value", "give it one, or name it under facts")
            elif fact and fact.value:
                self.used[id] = None
                return localised(fact.value, language, next(iter(self.languages), ""))[0]
            return reference[0]

        return REFERENCE.sub(value, text)

    def _problem(self, location: Location, message: str, remedy: str) -> None:
        self.problems.append(Problem(location, message, remedy, "fact"))
