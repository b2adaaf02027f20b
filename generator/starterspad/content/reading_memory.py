"""What one reading of an instance leaves for the next in the same process: nothing is taken that is not equal."""

from __future__ import annotations

from dataclasses import dataclass, field

from starterspad.content.models.fact import Fact
from starterspad.content.models.field_types import Record
from starterspad.content.place import Place
from starterspad.content.problems import Problem
from starterspad.content.record_memory import RecordMemory
from starterspad.content.yaml import RememberedFiles


@dataclass(frozen=True)
class Judged:
    """A record, or None, with what was wrong with it and the facts that were filled into its texts."""

    place: Place
    record: Record | None
    problems: tuple[Problem, ...]
    used: tuple[str, ...]


@dataclass
class ReadingMemory:
    """The files that were read, and the records that were judged, by (kind, id).

    What a record holds follows from its file, from the languages and from the values of facts: where one of the last
    two is another, every record is judged anew.
    """

    parsed: RememberedFiles = field(default_factory=RememberedFiles)
    judged: dict[tuple[str, str], Judged] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    facts: dict[str, Fact] = field(default_factory=dict)
    known_facts: object = None
    seen: RecordMemory = field(default_factory=RecordMemory)

    def in_languages(self, languages: tuple[str, ...]) -> None:
        """Forget the records that were judged for other languages."""
        if self.languages != languages:
            self.judged.clear()
            self.languages = languages

    def with_facts(self, facts: dict[str, Fact], known: object) -> dict[str, Fact]:
        """Forget the records that other facts were filled into; return the facts, as they were where they are equal.

        `known` is what else is known of facts: their names, and whether all could be read.
        """
        if self.facts != facts or self.known_facts != known:
            self.judged.clear()
            self.facts, self.known_facts = facts, known
        return self.facts

    def known(self, kind: str, id: str, place: Place) -> Judged | None:
        """Return a record that was judged before, where it still stands in the same text."""
        judged = self.judged.get((kind, id))
        if judged and judged.place.source is place.source and judged.place.prefix == place.prefix:
            return judged
        return None
