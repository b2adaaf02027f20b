"""Records out of files: listed in one file, or one file each, with their places and problems."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar, cast

from starterspad.content.fact_references import FactFiller
from starterspad.content.kinds import KINDS, Kind
from starterspad.content.models.fact import Fact
from starterspad.content.models.field_types import ID_PATTERN, RESERVED_IDS, Record
from starterspad.content.place import Place
from starterspad.content.problems import InvalidContent, Location, Problem, quoted
from starterspad.content.reading_memory import Judged, ReadingMemory
from starterspad.content.validation import validate
from starterspad.content.yaml import ParsedFiles, SourceFile, Tree, list_sources, read_front_matter, read_yaml

R = TypeVar("R", bound=Record)


# Kinds whose records hold parts that have ids of their own.
_WITH_PARTS = {kind.name: kind.registry for kind in KINDS if kind.registry and kind.registry.parts}


class RecordReader:
    """Gathers records, their places and problems while the files of an instance are read."""

    def __init__(self, root: Path, memory: ReadingMemory | None = None, stored: ParsedFiles | None = None) -> None:
        self.root = root
        self.memory = memory or ReadingMemory()
        self.parsed = memory.parsed if memory else stored
        self.languages: tuple[str, ...] = ()
        self.places: dict[tuple[str, str], Place] = {}
        self.problems: list[Problem] = []
        self.facts: dict[str, Fact] = {}
        # Those with problems too: what names one of them names something that exists.
        self.fact_ids: frozenset[str] = frozenset()
        # Kinds of which a file, or a record's id, could not be read: what they lack may stand there.
        self.unread: set[str] = set()
        self.filled: dict[tuple[str, str], tuple[str, ...]] = {}

    def record(self, kind: str, id: str, model: type[R], place: Place) -> R | None:
        judged = self.memory.known(kind, id, place)
        if judged is None:
            judged = self.memory.judged[kind, id] = self.judge(kind, model, place)
        self.problems += judged.problems
        self.places[kind, id] = judged.place
        self.keep(kind, id, judged.used)
        return cast("R | None", judged.record)

    def judge(self, kind: str, model: type[R], place: Place) -> Judged:
        """Fill the facts into a record's texts, and judge it."""
        fact_filler = self.fact_filler()
        # What a fact's text holds is filled in once all facts are read.
        tree = fact_filler.fill_tree(place.tree, place) if kind != "fact" else place.tree
        record, problems = validate(model, tree, place, self.languages)
        problems += _twice(kind, record, place) if record else []
        return Judged(place, None if problems else record, (*fact_filler.problems, *problems), tuple(fact_filler.used))

    def fact_filler(self) -> FactFiller:
        return FactFiller(self.facts, self.fact_ids, self.languages, complete="fact" not in self.unread)

    def keep(self, kind: str, id: str, used: Iterable[str]) -> None:
        """Remember which facts were filled in."""
        together = dict.fromkeys((*self.filled.get((kind, id), ()), *used))
        if together:
            self.filled[kind, id] = tuple(together)

    def of_kind(self, kind: Kind[R]) -> dict[str, R]:
        """Read every record of a kind, by id; an instance need not have the file of a kind that is not needed."""
        if kind.form == "each":
            return self.filed(kind)
        if "*" in kind.files:
            folder, _, pattern = kind.files.rpartition("/")
            names = [
                path.relative_to(self.root).as_posix() for path in self.files(kind.name, folder, Path(pattern).suffix)
            ]
        else:
            names = [kind.files] if kind.needed or (self.root / kind.files).exists() else []
        records: dict[str, R] = {}
        for name in names:
            records |= self.single(kind, name) if kind.form == "single" else self.listed(kind, name)
        return records

    def listed(self, kind: Kind[R], name: str) -> dict[str, R]:
        """Read records that stand in one file, as a list whose items have an `id`."""
        source = self.read(self.root / name, kind.name)
        records: dict[str, R] = {}
        if source is None:
            return records
        if not isinstance(source.tree, list):
            remedy = "start each record with a dash"
            self.problems.append(Problem(Location(name), "this file must be a list", remedy, "file"))
            self.unread.add(kind.name)
            return records
        for index, item in enumerate(source.tree):
            id = item.get("id") if isinstance(item, dict) and kind.form == "list" else None
            if not isinstance(id, str):
                id = f"#{index}"
                if kind.form == "list":
                    self.unread.add(kind.name)
            place = Place(source, (index,))
            if (kind.name, id) in self.places:
                self.problems.append(
                    Problem(place.location("id"), f"a second {kind.name} {quoted(id)}", "give it another id", "id")
                )
                # Which of the two bears the name of another is unknown.
                self.unread.add(kind.name)
                continue
            record = self.record(kind.name, id, kind.model, place)
            if record is not None:
                records[id] = record
        return records

    def single(self, kind: Kind[R], name: str) -> dict[str, R]:
        """Read a file that is one record."""
        source = self.read(self.root / name, kind.name)
        record = self.record(kind.name, kind.name, kind.model, Place(source)) if source else None
        return {kind.name: record} if record is not None else {}

    def filed(self, kind: Kind[R]) -> dict[str, R]:
        """Read records that have a file of their own, whose name is their id."""
        records: dict[str, R] = {}
        folder, _, pattern = kind.files.rpartition("/")
        for path in self.files(kind.name, folder, Path(pattern).suffix):
            id = path.stem
            source = self.read(path, kind.name)
            if source is None:
                self.places[kind.name, id] = Place(SourceFile(path.relative_to(self.root).as_posix(), {}, {}))
                continue
            place = Place(source)
            other = None if self.memory.known(kind.name, id, place) else _other_kind(kind, source.tree)
            if other:
                message, remedy = (
                    f"this is no {kind.name}: its keys are those of a {other.name}",
                    f"move it to {other.files}",
                )
                self.problems.append(Problem(Location(source.path), message, remedy, "file"))
                self.places[kind.name, id] = place
                continue
            record = self.record(kind.name, id, kind.model, place)
            if record is not None:
                records[id] = record
        return records

    def files(self, kind: str, folder: str, suffix: str) -> Iterator[Path]:
        """Yield the files of a folder below the instance, in name order; a name that is no id is a problem."""
        beside = "logos" if folder == "partners" else ""
        paths, problems = list_sources(self.root / folder, self.root, (suffix,), beside=beside)
        self.problems += problems
        if problems:
            self.unread.add(kind)
        for path in paths:
            id = path.stem
            if re.fullmatch(ID_PATTERN, id) and id not in RESERVED_IDS:
                yield path
                continue
            location = Location(path.relative_to(self.root).as_posix())
            if id not in RESERVED_IDS:
                message = f"the file name {quoted(id)} is not an id"
                remedy = "use 2 to 48 small letters, digits and dashes, a letter first"
                self.problems.append(Problem(location, message, remedy, "id"))
                self.unread.add(kind)
            else:
                message = f"the file name {quoted(id)} is reserved"
                self.problems.append(Problem(location, message, "choose another name", "id"))
                self.unread.add(kind)

    def read(self, path: Path, kind: str) -> SourceFile | None:
        try:
            if path.suffix == ".md":
                return read_front_matter(path, self.root, self.parsed)
            return read_yaml(path, self.root, parsed=self.parsed)
        except InvalidContent as invalid:
            self.problems += invalid.problems
            self.unread.add(kind)
            return None


def _twice(kind: str, record: Record, place: Place) -> list[Problem]:
    """Find parts of a record that bear the id of another: what names them cannot be judged."""
    registry = _WITH_PARTS.get(kind)
    if registry is None:
        return []
    ids = [part.id for part in getattr(record, registry.parts)]
    return [
        Problem(
            place.location(registry.parts, index, "id"),
            f"a second {registry.part} {quoted(id)}",
            "give it another id",
            "id",
        )
        for index, id in enumerate(ids)
        if id in ids[:index]
    ]


def _other_kind(kind: Kind[Record], tree: Tree) -> Kind[Record] | None:
    """Return the kind whose file this is where it stands among those of another; None where it may be its own."""
    if not isinstance(tree, dict):
        return None

    def known(other: Kind[Record]) -> int:
        return len(tree.keys() & other.model.model_fields.keys())

    filed = [other for other in KINDS if other.form == "each" and other.files.endswith(".yml")]
    best = max(filed, key=known)
    return best if known(best) == len(tree) > 2 * known(kind) else None
