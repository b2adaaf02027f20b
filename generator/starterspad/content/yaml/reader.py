"""Opening content files safely: plain small UTF-8 files inside the instance, no links, no surprises."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from starterspad.content.problems import InvalidContent, Location, Problem
from starterspad.content.yaml.characters import LOST_LETTER, lost_letters, unsafe_character
from starterspad.content.yaml.parsed_files import ParsedFiles
from starterspad.content.yaml.parser import SourceFile, parse_yaml

MAX_BYTES = 64 * 1024
MAX_PICTURE_BYTES = 256 * 1024
# What a folder may hold beside its content: the terms under which that content is given.
LICENCE_FILE = "LICENSE"
_SHORTEN = "shorten its texts"
# What git leaves where two people changed the same lines.
_MARKER = re.compile(r"^(?:<{7}(?= |$)|\|{7}(?= |$)|={7}$|>{7}(?= |$)).*", re.MULTILINE)


def read_yaml(path: Path, root: Path, most: int = MAX_BYTES, parsed: ParsedFiles | None = None) -> SourceFile:
    """Read one YAML file below `root`, of `most` bytes at most; every value stays text.

    What `parsed` knows is returned from there. Raises `InvalidContent` with the place of the first
    thing that is wrong.
    """
    return _read_once(path, root, most, parsed, _yaml_source)


def read_front_matter(path: Path, root: Path, parsed: ParsedFiles | None = None) -> SourceFile:
    """Read a Markdown file that starts with YAML between two lines of ---; raises `InvalidContent` like `read_yaml`."""
    return _read_once(path, root, MAX_BYTES, parsed, _page_source)


def _read_once(
    path: Path, root: Path, most: int, parsed: ParsedFiles | None, source_of: Callable[[str, str], SourceFile]
) -> SourceFile:
    name = _name_below(root, path)
    data = _read_bytes(path, root, most, _SHORTEN)
    known = parsed.known(name, data) if parsed else None
    if known:
        return known
    source = source_of(name, _text_of(data, name))
    if parsed:
        parsed.keep(name, data, source)
    return source


def _yaml_source(name: str, text: str) -> SourceFile:
    tree, lines = parse_yaml(text, name)
    if isinstance(tree, str):
        raise _refuse(name, "the file holds one piece of text, not keys", "write lines such as name: value")
    return SourceFile(name, tree, lines)


def _page_source(name: str, text: str) -> SourceFile:
    opening, _, rest = text.partition("\n")
    front, closed, body = rest.partition("\n---\n")
    if opening != "---" or not closed:
        raise _refuse(name, "the page has no front matter", "start it with ---, title: ..., description: ..., ---")
    unsafe = unsafe_character(body)
    if unsafe:
        index, what, remedy = unsafe
        line = _body_line(front) + body.count("\n", 0, index)
        raise InvalidContent([Problem(Location(name, line), f"{what} is not allowed", remedy, "characters")])
    tree, lines = parse_yaml(front, name, first_line=2)
    if not isinstance(tree, dict):
        raise _refuse(name, "the front matter must be keys with values", "write title: ... and description: ...")
    return SourceFile(name, tree, lines, body, _body_line(front))


def _body_line(front: str) -> int:
    """Return the line below the front matter and its two lines of ---."""
    return 4 + front.count("\n")


def read_picture(path: Path, root: Path) -> bytes:
    """Read one picture below `root`; raises `InvalidContent` where it is no plain file, or over `MAX_PICTURE_BYTES`."""
    return _read_bytes(path, root, MAX_PICTURE_BYTES, "make the picture smaller")


def list_sources(
    folder: Path, root: Path, suffixes: tuple[str, ...], beside: str = ""
) -> tuple[list[Path], list[Problem]]:
    """List the content files of a folder in name order, and what stands there that is not one.

    Names that start with a dot or end with ~ belong to tools and are passed over, and so are the real folder
    that is called `beside` and a licence.
    """
    paths: list[Path] = []
    problems: list[Problem] = []
    if folder.is_symlink():
        where = folder.relative_to(root).as_posix()
        return [], [Problem(Location(where), "a link is not allowed here", "use a real folder", "file")]
    for name in sorted(entry.name for entry in os.scandir(folder)) if folder.is_dir() else []:
        if name.startswith(".") or name.endswith("~"):
            continue
        path = folder / name
        if path.suffix in suffixes or path.is_symlink():
            paths.append(path)
            continue
        if (path.name == beside and path.is_dir()) or (path.name == LICENCE_FILE and path.is_file()):
            continue
        message = f"only {' or '.join(suffixes)} files belong here"
        remedy = f"rename it to end in {' or '.join(suffixes)}, or move it"
        problems.append(Problem(Location(_name_below(root, path)), message, remedy, "file"))
    return paths, problems


def _text_of(data: bytes, name: str) -> str:
    try:
        # Some editors put an invisible mark before the first letter; that one is harmless.
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = Problem(Location(name, line), "this is not UTF-8 text", "save the file again as UTF-8", "encoding")
        raise InvalidContent([problem]) from None
    text = text.replace("\r\n", "\n")
    refuse_conflict(text, name)
    lost = lost_letters(text)
    if lost:
        what, remedy = LOST_LETTER
        raise InvalidContent(
            Problem(Location(name, line), f"{what} is not allowed", remedy, "characters") for line in lost
        )
    return text


def refuse_conflict(text: str, name: str) -> None:
    """Refuse a file in which two versions stand below each other; `name` is its path."""
    markers = list(_MARKER.finditer(text))
    # Below a line of words in Markdown, seven = make a heading.
    if markers and (not name.endswith(".md") or any(marker[0][0] != "=" for marker in markers)):
        line = text.count("\n", 0, markers[0].start()) + 1
        message = "two versions of this file were joined, and nobody chose yet between them"
        remedy = "keep one of the two, and delete the other and the lines with <<<<<<<, ======= and >>>>>>>"
        raise InvalidContent([Problem(Location(name, line), message, remedy, "conflict")])


def _read_bytes(path: Path, root: Path, most: int, remedy: str) -> bytes:
    name = _name_below(root, path)
    try:
        status = path.lstat()
    except FileNotFoundError:
        raise _refuse(name, "the file does not exist", "create it, or check --root") from None
    if stat.S_ISLNK(status.st_mode) or any(map(os.path.islink, _folders_between(root, name))):
        raise _refuse(name, "a link is not allowed here", "put a real file in its place")
    if not stat.S_ISREG(status.st_mode):
        raise _refuse(name, "this is not a file", "put a plain text file in its place")
    if status.st_size > most:
        raise _refuse(name, f"the file is larger than {most // 1024} KiB", remedy)
    return path.read_bytes()


# Paths are taken apart as text: thousands of files are opened at each save, and objects for their parts take longer.
def _name_below(root: Path, path: Path) -> str:
    return str(path).removeprefix(f"{str(root).rstrip(os.sep)}{os.sep}").replace(os.sep, "/")


def _folders_between(root: Path, name: str) -> Iterator[str]:
    folder = str(root)
    for part in name.split("/")[:-1]:
        folder = f"{folder}{os.sep}{part}"
        yield folder


def _refuse(name: str, message: str, remedy: str) -> InvalidContent:
    return InvalidContent([Problem(Location(name), message, remedy, "file")])
