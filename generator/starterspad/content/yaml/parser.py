"""One exact pass over YAML's events: text values and their lines, and nothing that YAML can do besides."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from starterspad.content.phone_numbers import without_marks
from starterspad.content.problems import InvalidContent, Location, Problem, quoted
from starterspad.content.yaml.characters import unsafe_character
from starterspad.content.yaml.lines import Lines, Path, Tree

MAX_DEPTH = 16
_QUOTES = "a quote is opened and never closed, or holds an odd \\ : check the quotes"
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))


@dataclass(frozen=True)
class SourceFile:
    """What one file says: its values as text, and the line of every key and list item.

    `tree` nests dicts, lists and text; `lines` maps a path of keys and indexes to a line counted from 1;
    `body` is the Markdown below the front matter, empty for a YAML file, and `body_line` the line it begins on.
    """

    path: str
    tree: dict[str, Tree] | list[Tree]
    lines: Mapping[Path, int] = field(repr=False)
    body: str = ""
    body_line: int = 0

    def location(self, *path: str | int) -> Location:
        """Return where `path` (keys, and indexes from 0) stands, or the nearest known place around it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return Location(self.path, self.lines[path[:length]])
        return Location(self.path)


def parse_yaml(text: str, path: str, first_line: int = 1) -> tuple[Tree, Lines]:
    """Read one YAML document of plain mappings, lists and text.

    Raises `InvalidContent` at the first thing that is not that: after it the rest means nothing.
    """
    reader = _EventReader(text, path, first_line)
    tree = reader.document()
    return tree, Lines(tree, reader.lines.values())


class _EventReader:
    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.path = path
        self.offset = first_line
        self.lines: dict[Path, int] = {}
        self.text = text
        # Where the last text between quotes begins and ends, as indexes of lines.
        self.quoted_lines = (0, 0)
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CBaseLoader)

    def document(self) -> Tree:
        try:
            next(self.events)
            start = next(self.events)
            if isinstance(start, yaml.StreamEndEvent):
                raise self.refuse(start, "the file is empty", "write at least one line such as: name: ...")
            if start.version or start.tags:
                raise self.refuse(start, "a YAML directive (%) is not allowed", "delete the line that starts with %")
            tree = self.value(next(self.events), ())
            next(self.events)
            end = next(self.events)
            if not isinstance(end, yaml.StreamEndEvent):
                raise self.refuse(end, "a second document starts here (---)", "keep one document in a file")
            return tree
        except yaml.MarkedYAMLError as error:
            raise self.no_yaml(error) from None
        except yaml.reader.ReaderError as error:
            # It counts in bytes.
            line = self.offset + self.text.encode().count(b"\n", 0, error.position)
            message = f"a control character (U+{error.character:04X}) is not allowed"
            raise self.fail(line, message, "delete it and type the words again by hand") from None
        except yaml.YAMLError as error:
            raise self.fail(self.offset, f"this is not YAML: {error}", "save the file as plain UTF-8 text") from None

    def no_yaml(self, error: yaml.MarkedYAMLError) -> InvalidContent:
        """Say where YAML ends: a quote that nothing closes is told where it opens, not where a later one ends it."""
        mark, remedy = error.problem_mark or error.context_mark, _yaml_remedy(error)
        at = mark.line if mark else 0
        opened, closed = self.quoted_lines
        if "quoted scalar" in str(error.context) and error.context_mark:
            opened, closed = error.context_mark.line, at
        if opened < at == closed:
            message = "this is not YAML: a quote opens here, and no quote ends it on this line"
            return self.fail(self.offset + opened, message, _QUOTES)
        return self.fail(self.offset + at, f"this is not YAML: {error.problem or error.context}", remedy)

    def value(self, event: yaml.Event, path: Path) -> Tree:
        if path not in self.lines:
            self.lines[path] = self.line(event)
        if isinstance(event, yaml.AliasEvent):
            raise self.refuse(event, f"an alias (*{event.anchor}) is not allowed", "write the value out in full")
        if event.anchor:
            raise self.refuse(event, f"an anchor (&{event.anchor}) is not allowed", "leave out the & and its name")
        if event.tag:
            raise self.refuse(event, f"a tag ({event.tag}) is not allowed", "leave out the ! and its name")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, path)
        if len(path) >= MAX_DEPTH:
            raise self.refuse(event, f"nested deeper than {MAX_DEPTH} levels", "bring the values to a higher level")
        return self.items(path) if isinstance(event, yaml.SequenceStartEvent) else self.mapping(path)

    def scalar(self, event: yaml.ScalarEvent, path: Path) -> str:
        self.after_quotes(event)
        text = without_marks(event.value)
        if not event.style and text in _NOTHING:
            name = f"{quoted(path[-1])}" if path else "the file"
            raise self.fail(self.lines[path], f"{name} has no value", "fill it in, or leave the whole key out")
        self.check_characters(event, text)
        return text

    def after_quotes(self, event: yaml.ScalarEvent) -> None:
        if event.style in ("'", '"'):
            self.quoted_lines = (event.start_mark.line, event.end_mark.line)

    def check_characters(self, event: yaml.ScalarEvent, text: str) -> None:
        unsafe = unsafe_character(text)
        if unsafe:
            index, what, remedy = unsafe
            block = event.style in ("|", ">")
            line = self.line(event) + text.count("\n", 0, index) + (1 if block else 0)
            raise self.fail(line, f"{what} is not allowed", remedy)

    def items(self, path: Path) -> list[Tree]:
        items: list[Tree] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*path, len(items))))
        return items

    def mapping(self, path: Path) -> dict[str, Tree]:
        mapping: dict[str, Tree] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event)
            if key in mapping:
                first = self.lines[(*path, key)]
                raise self.refuse(event, f"{quoted(key)} stands twice (first on line {first})", "keep one of the two")
            self.lines[(*path, key)] = self.line(event)
            mapping[key] = self.value(next(self.events), (*path, key))
        return mapping

    def key(self, event: yaml.Event) -> str:
        if isinstance(event, yaml.AliasEvent):
            raise self.refuse(event, f"an alias (*{event.anchor}) is not allowed", "write the key out in full")
        if event.anchor or event.tag:
            raise self.refuse(event, "an anchor or a tag on a key is not allowed", "write the key alone")
        if not isinstance(event, yaml.ScalarEvent):
            raise self.refuse(event, "a key must be a word", "put quotes around text that starts with [ or {")
        if not event.style and event.value in _NOTHING:
            raise self.refuse(event, "a key is missing before the colon", "write the key, such as name:")
        self.after_quotes(event)
        if event.value == "<<":
            raise self.refuse(event, "a merge key (<<) is not allowed", "write the values out in full")
        self.check_characters(event, event.value)
        # Thousands of files have the same keys.
        return sys.intern(str(event.value))

    def line(self, event: yaml.Event) -> int:
        return self.offset + int(event.start_mark.line)

    def refuse(self, event: yaml.Event, message: str, remedy: str) -> InvalidContent:
        return self.fail(self.line(event), message, remedy)

    def fail(self, line: int, message: str, remedy: str) -> InvalidContent:
        return InvalidContent([Problem(Location(self.path, line), message, remedy, "yaml")])


def _yaml_remedy(error: yaml.MarkedYAMLError) -> str:
    text = f"{error.context} {error.problem}"
    if "mapping values are not allowed" in text:
        return 'put the text between quotes when it holds ": "'
    if "found character that cannot start any token" in text:
        return "use spaces, not tabs, and quotes around text that starts with @ or `"
    if "quoted scalar" in text:
        return _QUOTES
    if "could not find expected ':'" in text:
        return "write key: value, with a space behind the colon"
    return "look at this line and the one above: indentation with spaces, key: value"
