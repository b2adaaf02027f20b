"""What two contents say differently: record by record, key by key, with the value before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from starterspad.content.catalog import Catalog
from starterspad.content.messages import Sentence
from starterspad.content.problems import Location
from starterspad.content.yaml import Tree

ChangeKind = Literal["reach", "name", "cost", "fact", "steps", "condition", "trust", "identity", "site", "words"]
# What a key says, by its last name; what stands in none of these is words. Of the whole path the last that is named
# here counts, so that `services.talk.booking.url` is a way to reach somebody.
_KEYS: tuple[tuple[ChangeKind, str], ...] = (
    ("reach", "website phone email page address hours booking url register registration place online walk_in contact"),
    ("reach", "day starts ends repeat days cancelled organiser newsletter repository say logo paused left links"),
    ("reach", "answers_within"),
    ("name", "name title kind term"),
    ("cost", "cost cost_note"),
    ("fact", "value amount next valid valid_from valid_until historic formula fact figure"),
    ("steps", "helps_with tasks after leads_to develops partners partner order phase"),
    (
        "condition",
        "when unless ask_when area areas languages audience assume always never opens gate options exclusive",
    ),
    ("condition", "exclusive several until from"),
    ("trust", "source sources source_kind source_date sources_date second_source second_source_kind seen checked"),
    ("trust", "confirmed caveat accepted alone sought document reason"),
    ("identity", "aliases id"),
)
_BY_KEY = {key: kind for kind, keys in _KEYS for key in keys.split()}
_CONDITIONS = (("when",), ("unless",), ("ask_when",), ("people",))
# Kinds of records that are no offer and no words for people, but say what holds: all of a record is of that kind.
_WHOLE: Mapping[str, ChangeKind] = {
    "site": "site",
    "invariant": "trust",
    "persona": "trust",
    "seen-live": "trust",
    "left-out": "trust",
    "wording": "trust",
    "retired": "identity",
}


@dataclass(frozen=True)
class RecordChange:
    """One value that differs: `record` is kind/id, `key` the path inside it, with ids for places in lists.

    `before` and `after` are values as a file has them, None where there is none; `key` is empty where the whole record
    comes or goes. `location` is where it stands now, or stood.
    """

    record: str
    key: str
    before: Tree | None
    after: Tree | None
    kind: ChangeKind
    location: Location

    @property
    def comes(self) -> bool:
        """Tell whether the whole record is new."""
        return not self.key and self.before is None

    @property
    def goes(self) -> bool:
        """Tell whether the whole record is taken away."""
        return not self.key and self.after is None


def record_changes(base: Catalog, head: Catalog) -> tuple[RecordChange, ...]:
    """Return what differs between the records of two catalogs, in the order in which `head` was read.

    A record that names one of `base` among its aliases, which is gone, is that one under another name.
    """
    renamed = _renamed(base, head)
    changes: list[RecordChange] = []
    for (kind, id), place in head.places.items():
        old_id = renamed.get((kind, id), id)
        old = base.places.get((kind, old_id))
        record = f"{kind}/{id}"
        if not place.tree or (old and not old.tree):
            # It could not be read, which is told as its fault.
            continue
        if old is None:
            changes.append(RecordChange(record, "", None, place.tree, _WHOLE.get(kind, "words"), place.location()))
            continue
        if old_id != id:
            changes.append(RecordChange(record, "id", old_id, id, "identity", place.location()))
        for path, before, after in _differences(old.tree, place.tree):
            location = place.location(*_known(place.tree, path))
            changes.append(RecordChange(record, ".".join(path), before, after, _kind(kind, path), location))
        if old.source.body != place.source.body:
            body = place.source.body, Location(place.source.path, place.source.body_line)
            changes.append(RecordChange(record, "text", old.source.body, body[0], "words", body[1]))
    gone = base.places.keys() - head.places.keys() - {(kind, old) for (kind, _), old in renamed.items()}
    for kind, id in (name for name in base.places if name in gone and name[0] not in head.unread):
        place = base.places[kind, id]
        changes.append(RecordChange(f"{kind}/{id}", "", place.tree, None, _WHOLE.get(kind, "words"), place.location()))
    return (*changes, *_logo_changes(base, head), *_word_changes(base, head))


def _renamed(base: Catalog, head: Catalog) -> dict[tuple[str, str], str]:
    """Return the id before of each record that is new under its id and names one that is gone."""
    renamed: dict[tuple[str, str], str] = {}
    for (kind, id), place in head.places.items():
        tree = place.tree
        if (kind, id) not in base.places and isinstance(tree, dict):
            aliases = tree.get("aliases")
            for other in aliases if isinstance(aliases, list) else ():
                if (kind, str(other)) in base.places and (kind, str(other)) not in head.places:
                    renamed[kind, id] = str(other)
    return renamed


def _differences(before: Tree, after: Tree) -> Iterator[tuple[tuple[str, ...], Tree | None, Tree | None]]:
    """Yield path, before and after of each value that differs; what stands in lists goes by its id where it has one."""
    waiting: list[tuple[tuple[str, ...], Tree | None, Tree | None]] = [((), before, after)]
    while waiting:
        path, old, new = waiting.pop()
        if old == new:
            continue
        parts = _parts(old), _parts(new)
        # What stands alone on one side is told as a whole, and so is a condition.
        if parts[0] and parts[1] and path[-1:] not in _CONDITIONS:
            names = dict.fromkeys((*parts[1], *parts[0]))
            waiting += [((*path, name), parts[0].get(name), parts[1].get(name)) for name in reversed(names)]
        else:
            yield path, old, new


def _parts(tree: Tree | None) -> dict[str, Tree]:
    """Return what is inside a value that can be told apart: keys, and items with an id of their own."""
    if isinstance(tree, dict):
        return {str(key): value for key, value in tree.items()}
    if isinstance(tree, list) and tree and all(isinstance(item, dict) and "id" in item for item in tree):
        return {str(item["id"]): item for item in tree if isinstance(item, dict)}
    return {}


def _known(tree: Tree, path: tuple[str, ...]) -> Iterator[str | int]:
    """Yield keys and indexes as the file has them, as far as it has them."""
    for name in path:
        if isinstance(tree, dict):
            key = next((key for key in tree if str(key) == name), None)
            if key is None:
                return
            yield key
            tree = tree[key]
        elif isinstance(tree, list):
            ids = [str(item.get("id")) if isinstance(item, dict) else "" for item in tree]
            if name not in ids:
                return
            yield ids.index(name)
            tree = tree[ids.index(name)]


def _kind(record: str, path: tuple[str, ...]) -> ChangeKind:
    if record in _WHOLE:
        return _WHOLE[record]
    named = [_BY_KEY[name] for name in path if name in _BY_KEY]
    return named[-1] if named else "words"


def _logo_changes(base: Catalog, head: Catalog) -> Iterator[RecordChange]:
    for id in dict.fromkeys((*head.logos, *base.logos)):
        before, after = (side.logos[id].path if id in side.logos else None for side in (base, head))
        if before != after and ("partner", id) in head.places:
            yield RecordChange(f"partner/{id}", "logo", before, after, "reach", head.location("partner", id))


def _word_changes(base: Catalog, head: Catalog) -> Iterator[RecordChange]:
    """Yield the sentences of the interface that an instance says in words of its own."""
    for language, messages in head.messages.items():
        old = base.messages[language].sentences if language in base.messages else {}
        for key, sentence in messages.sentences.items():
            before = old.get(key)
            if before is not None and before != sentence:
                location = Location(f"content/words/{language}.yml", 1)
                yield RecordChange(f"words/{language}", key, _tree(before), _tree(sentence), "words", location)


def _tree(sentence: Sentence) -> Tree:
    return sentence if isinstance(sentence, str) else dict(sentence)
