"""The text of a message, whichever program saved it: a whole e-mail, or what somebody copied out of one.

A letter that cannot be read, or a header that is none, is an error with its line, and never a guess: what is guessed
here would be published as what a partner said.
"""

from __future__ import annotations

import codecs
import email
import email.policy
import re
import unicodedata
from collections.abc import Sequence
from email.message import Message

from starterspad.content.problems import InvalidContent, Location, Problem

# A person's e-mail has a handful of parts; more make the parser of Python slow, or call itself too often.
MOST_PARTS = 40
_LONGEST_TYPE = 1000
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LINE = re.compile(rb"\r\n|\r|\n")
_HEADER = re.compile(rb"[A-Za-z0-9][!-9;-~]*[ \t]*:")
_FOLDED = re.compile(rb"[ \t]+\S")
# Where one of these stands, what is below is not read as it stands.
_TELLING = re.compile(rb"(?:content-[a-z-]+|mime-version)[ \t]*:", re.IGNORECASE)
_TYPE = re.compile(rb"(?:^|[\r\n])content-(?:type|disposition)[ \t]*:((?:[^\r\n]|(?:\r\n|\r|\n)[ \t])*)", re.IGNORECASE)
_SEPARATOR = re.compile(rb"(?:^|[\r\n])--[^\s-]")
# Programs call by these names what they wrote as windows-1252 (WHATWG Encoding, 4.2).
_WESTERN = frozenset(("us-ascii", "ascii", "iso-8859-1", "iso8859-1", "latin-1", "latin1"))


def lines_of(data: bytes, name: str) -> list[tuple[int, str]]:
    """Return the lines of a saved e-mail (RFC 5322), or of the text itself, in composed letters; `name` is its file.

    Beside each stands which line of the file it is, from 1; a text in base64 stands on the first of its lines. Raises
    `InvalidContent` with the line of what cannot be read.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            data = data.removeprefix(mark).decode(encoding, "replace").encode("utf-8", "replace")
    above = len(data) - len(data.lstrip(b"\r\n"))
    if _is_mail(_head(data[above:]), name, _count(data[:above])):
        return _mail(data[above:], name, _count(data[:above]))
    return _numbered(data, "utf-8", name, range(1, _count(data) + 2))


def _count(data: bytes) -> int:
    return len(_LINE.findall(data))


def _head(data: bytes) -> list[bytes]:
    """Return the lines before the first empty one."""
    lines = _LINE.split(data)
    empty = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    return lines[:empty]


def _is_mail(head: list[bytes], name: str, above: int) -> bool:
    """Tell whether a message begins with the headers of an e-mail, and not with its words."""
    begun = 1 if head and head[0].startswith(b"From ") else 0
    odd = [
        number
        for number, line in enumerate(head)
        if number >= begun and not _HEADER.match(line) and not (number > begun and _FOLDED.match(line))
    ]
    if odd and any(map(_TELLING.match, head)):
        message = "this line stands among the headers of an e-mail and is none"
        raise _refused(name, message, "save the e-mail again, whole, or only its text", odd[0] + 1 + above)
    return not odd and len(head) > begun


def _mail(data: bytes, name: str, above: int) -> list[tuple[int, str]]:
    types = _TYPE.findall(data)
    many = len(types) > MOST_PARTS or len(_SEPARATOR.findall(data)) > 2 * MOST_PARTS
    if many or any(len(value) > _LONGEST_TYPE for value in types):
        raise _refused(name, f"this e-mail holds more than {MOST_PARTS} parts", "save its text alone")
    try:
        # The older policy leaves headers as they stand: the newer one calls itself for each bracket in them.
        mail = email.message_from_bytes(data, policy=email.policy.compat32)
        parts = [part for part in mail.walk() if part.get_content_type() == "text/plain"]
        kept = [part for part in parts if part.get_content_disposition() != "attachment"]
        # Some programs cut the text in two where a picture stands in it.
        lines = [line for part in kept for line in _part_lines(part, data, name, above)]
    except (RecursionError, LookupError, ValueError, TypeError, AttributeError):
        raise _refused(name, "this e-mail cannot be read", "save its text alone") from None
    if not kept:
        raise _refused(name, "this e-mail holds no plain text", "open it, copy its text and save that as UTF-8")
    return lines


def _part_lines(part: Message, data: bytes, name: str, above: int) -> list[tuple[int, str]]:
    raw, decoded = part.get_payload(), part.get_payload(decode=True)
    if not isinstance(raw, str) or not isinstance(decoded, bytes):
        return []
    written = raw.encode("utf-8", "surrogateescape")
    first = above + _count(data[: max(data.find(written), 0)]) + 1
    numbers = _line_numbers(written, first, str(part.get("content-transfer-encoding", "")).strip().lower())
    encoding = (part.get_content_charset() or "utf-8").lower()
    if encoding in _WESTERN:
        try:
            decoded.decode("utf-8")
            encoding = "utf-8"
        except UnicodeDecodeError:
            encoding = "cp1252"
    return _numbered(decoded, encoding, name, numbers)


def _line_numbers(written: bytes, first: int, transfer: str) -> Sequence[int]:
    """Say on which line of the file each line of a decoded text begins."""
    if transfer == "base64":
        return [first]
    soft = [transfer == "quoted-printable" and line.rstrip().endswith(b"=") for line in _LINE.split(written)]
    return [first + number for number in range(len(soft)) if number == 0 or not soft[number - 1]]


def _numbered(data: bytes, encoding: str, name: str, numbers: Sequence[int]) -> list[tuple[int, str]]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = numbers[min(_count(data[: error.start]), len(numbers) - 1)]
        message = f"this line holds a letter that is not {encoding.upper()}"
        remedy = "open it in the program that saved it (often as Windows-1252), and save it as UTF-8"
        raise _refused(name, message, remedy, line) from None
    lines = re.split(r"\r\n|[\r\n\v\f\u2028\u2029]", unicodedata.normalize("NFC", text.removeprefix("\ufeff")))
    return [(numbers[min(number, len(numbers) - 1)], line) for number, line in enumerate(lines)]


def _refused(name: str, message: str, remedy: str, line: int = 1) -> InvalidContent:
    return InvalidContent([Problem(Location(name, line), message, remedy, "message")])
