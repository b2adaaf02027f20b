"""Single mistakes in the files of the town: each in one file, with the line on which it stands."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starterspad.content.kinds import KINDS, PAGE, Kind
from starterspad.content.models.field_types import Record
from starterspad.content.yaml import SourceFile, read_front_matter, read_yaml

from tests.conftest import TOWN

_KEY = r"(?P<before>(?:- )?)(?P<key>[\w-]+):"
# Free words that only the proof looks up, and what another city says by other keys.
_FREE = frozenset(("accepted", "assume", "figure_marks"))
_OTHER_LANGUAGES = frozenset(("fr", "en"))


@dataclass(frozen=True)
class Mistake:
    """What somebody does to the file `path`: it holds `content` from then on, under the name `to`, or is gone (None).

    The error is expected in `at`, on one of the lines `first` to `last`.
    """

    name: str
    path: str
    content: bytes | None
    first: int
    last: int
    to: str = ""
    at: str = ""

    @contextmanager
    def made(self, root: Path) -> Iterator[None]:
        """Make it in a copy of the town, and mend it afterwards."""
        path, moved = root / self.path, root / (self.to or self.path)
        before = path.read_bytes() if path.exists() else None
        path.unlink(missing_ok=True)
        if self.content is not None:
            moved.parent.mkdir(parents=True, exist_ok=True)
            moved.write_bytes(self.content)
        try:
            yield
        finally:
            moved.unlink(missing_ok=True)
            if before is not None:
                path.write_bytes(before)
            if not any(moved.parent.iterdir()):
                moved.parent.rmdir()


def copy_of_town(folder: Path) -> Path:
    """Copy the town below a folder; returns its root."""
    return Path(shutil.copytree(TOWN, folder / "town"))


@cache
def lines_of(path: str) -> tuple[str, ...]:
    """Return the lines of a file of the town."""
    return tuple((TOWN / path).read_text("utf-8").splitlines())


def text_of(lines: list[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()


def changed(name: str, path: str, old: str, new: str, first: int = 0, last: int = 0) -> Mistake:
    """Write `new` where the file first says `old`; the mistake stands where the two begin to differ."""
    text = (TOWN / path).read_text("utf-8")
    assert old in text, (path, old)
    same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    line = text.count("\n", 0, text.index(old) + same) + 1
    return Mistake(f"{name} in {path}", path, text.replace(old, new, 1).encode(), line + first, line + last)


def in_keys() -> Iterator[Mistake]:
    """Yield what goes wrong with each key of each kind: misspelt, without a value, of another shape, gone, twice."""
    for kind in KINDS:
        seen: set[tuple[str, ...]] = set()
        for path in sorted(TOWN.glob(kind.files)):
            name = path.relative_to(TOWN).as_posix()
            source = read_front_matter(path, TOWN) if kind == PAGE else read_yaml(path, TOWN)
            for place, line in source.lines.items():
                keys = tuple(part for part in place if isinstance(part, str))
                if place and isinstance(place[-1], str) and keys not in seen and not _FREE & {*keys[:-1]}:
                    seen.add(keys)
                    if not _OTHER_LANGUAGES & {*keys}:
                        yield from _with_key(kind, source, name, place, line)


def _with_key(
    kind: Kind[Record], source: SourceFile, path: str, place: tuple[str | int, ...], line: int
) -> Iterator[Mistake]:
    lines = list(lines_of(path))
    key, at = str(place[-1]), line - 1
    where = f"{'.'.join(map(str, place))} of {path}"
    typo = re.sub(rf"(?<![\w-]){re.escape(key)}:", f"{key}{key[-1]}:", lines[at], count=1)
    if typo != lines[at]:
        yield Mistake(f"misspelt {where}", path, text_of([*lines[:at], typo, *lines[line:]]), line, line)
    match = re.match(rf"(?P<indent> *){_KEY}", lines[at])
    if not match or match["key"] != key:
        return
    indent, end = len(match["indent"] + match["before"]), line
    while end < len(lines) and (not lines[end].strip() or re.match(rf" {{{indent + 1}}}| {{{indent}}}- ", lines[end])):
        end += 1
    head, tail = lines[:at], lines[end:]
    written = match[0]
    yield Mistake(f"no value for {where}", path, text_of([*head, written, *tail]), line, line)
    shape = f"{written} {{odd: {{odd: odd}}}}" if isinstance(_value(source, place), str) else f"{written} odd words"
    if key not in ("title", "nl") or isinstance(_value(source, place), str):
        yield Mistake(f"another shape of {where}", path, text_of([*head, shape, *tail]), line, line)
    yield Mistake(
        f"twice {where}",
        path,
        text_of([*lines[:end], *_again(lines[at:end], match["before"]), *tail]),
        end + 1,
        end + 1,
    )
    field = kind.model.model_fields.get(key) if isinstance(place[0], str) or len(place) == 2 else None
    if field and field.is_required() and len([part for part in place if isinstance(part, str)]) == 1:
        rest = [tail[0].replace("  ", "- ", 1), *tail[1:]] if match["before"] and tail else tail
        record = source.lines.get(place[:-1], 1)
        yield Mistake(f"without {where}", path, text_of([*head, *rest]), record, record)


def _again(lines: list[str], before: str) -> list[str]:
    return [lines[0].replace("- ", "  ", 1) if before else lines[0], *lines[1:]]


def _value(source: SourceFile, place: tuple[str | int, ...]) -> object:
    tree: object = source.tree
    for part in place:
        tree = tree[part]  # type: ignore[index]  # the place was read from this tree
    return tree


def in_files() -> Iterator[Mistake]:
    """Yield what goes wrong with a whole file, of each kind."""
    paths = [sorted(TOWN.glob(kind.files))[-1:] for kind in KINDS]
    names = [path.relative_to(TOWN).as_posix() for found in paths for path in found]
    for path in (*names, "content/registry/values/registration-cost.yml"):
        lines = list(lines_of(path))
        middle = next(
            i for i, line in enumerate(lines) if (i > 2 and re.match(r" *[\w-]+: ", line)) or i == len(lines) - 2
        )
        yield from _with_line(path, lines, middle)


def _with_line(path: str, lines: list[str], at: int) -> Iterator[Mistake]:
    head, line, tail = lines[:at], lines[at], lines[at + 1 :]
    key, _, value = line.partition(": ")

    def put(name: str, *new: str, first: int = 0, last: int = 0) -> Mistake:
        content = text_of([*head, *new, *tail])
        return Mistake(f"{name} in {path}", path, content, at + 1 + first, at + 1 + max(first, last))

    ours, theirs = "<<<<<<< HEAD", ">>>>>>> their-branch"
    yield put("a conflict", ours, line, "=======", line + "x", theirs)
    yield put("a conflict of three", ours, line, "||||||| 1a2b3c4", line, "=======", line + "x", theirs)
    yield put("half a conflict", line, theirs, first=1)
    yield put("what a conflict left", line, "=======", line + "x", theirs, first=1)
    yield put("a tab", "\t" + line)
    yield put("a lost letter", f"{key}: \ufffd{value}")
    yield put("a hidden letter", f"{key}: \u200b{value}")
    yield put("a zero byte", f"{key}: \x00{value}")
    yield put("an anchor", f"{key}: &a {value}")
    bare = value.strip("\"'")
    yield put("a quote without an end", f'{key}: "{bare}')
    yield put("half a quote", f"{key}: '{bare}")
    yield put("a quote without a beginning", f'{key}: {bare[1:]}": ', last=1)
    yield put("a missing colon", f"{key} {value}", last=1)
    yield put("one space too many", f"   {line}" if line.startswith(" ") else f" {line}", first=-1, last=1)
    yield Mistake(f"nothing in {path}", path, b"", 1, 1)
    latin = text_of(head) + f"{key}: Caf\u00e9 ".encode("latin-1") + text_of([value, *tail])
    yield Mistake(f"Latin-1 in {path}", path, latin, at + 1, at + 1)
    yield Mistake(f"UTF-16 in {path}", path, "\n".join(lines).encode("utf-16"), 1, 1)
    long = text_of([*lines, *["# padding"] * 7000])
    yield Mistake(f"too much in {path}", path, long, 1, 1)


_URL = "https://acerta.be\ncontact"
_NAME = "name: Acerta\n"


_IN_A_PARTNER = (
    ("script for an address", _URL, "javascript:alert(1)\ncontact"),
    ("plain http", _URL, "http://acerta.be\ncontact"),
    ("an address without a scheme", _URL, "acerta.be\ncontact"),
    ("an address with a space", _URL, "https://acerta.be/a b\ncontact"),
    ("a user in an address", _URL, "https://me:secret@acerta.be\ncontact"),
    ("a port in an address", _URL, "https://acerta.be:8443\ncontact"),
    ("a machine for a website", _URL, "https://localhost\ncontact"),
    ("a number for a website", _URL, "https://127.0.0.1\ncontact"),
    ("half an address", _URL, "https://[acerta\ncontact"),
    ("a gateway", _URL, "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Facerta.be\ncontact"),
    ("words for a phone number", '"09 264 12 66"', "call us"),
    ("too few digits", '"09 264 12 66"', '"12"'),
    ("an unknown step", "helps_with: [kbo]", "helps_with: [kbbo]"),
    ("a step twice", "helps_with: [kbo]", "helps_with: [kbo, kbo]"),
    ("no steps", "helps_with: [kbo]", "helps_with: []"),
    ("an unknown place", "area: belgium", "area: belgim"),
    ("a made-up cost", "cost: paid", "cost: dear"),
    ("a list for a cost", "cost: paid", "cost: [paid]"),
    ("keys for a cost", "cost: paid", "cost: {paid: yes}"),
    ("a made-up way to meet", "format: [phone, desk]", "format: [phone, telepathy]"),
    ("another language", "      nl: Btw-activatie", "      de: Btw-activatie"),
    ("no language before a text", _NAME + "kind:\n  nl: ", _NAME + "kind:\n  "),
    ("too long a name", _NAME, f"name: {'x' * 201}\n"),
    ("no name", _NAME, 'name: ""\n'),
    ("two lines for a name", _NAME, 'name: "Acerta\\nGent"\n'),
    ("a day that is none", "checked: 2026-11-22", "checked: 2026-02-30"),
    ("a day in another order", "checked: 2026-11-22", "checked: 22-11-2026"),
    ("a day that will come", "checked: 2026-11-22", "checked: 2027-11-22"),
    ("a date that will come", '"2025-01-01"', '"2035"'),
    ("words for a date", '"2025-01-01"', "long ago"),
    ("a made-up way of seeing", "seen: archived\nchecked", "seen: dreamt\nchecked"),
    ("seen live, and nobody confirmed", "seen: archived\nchecked", "seen: live\nchecked"),
    ("a capital in an id", "id: registration", "id: Registration"),
    ("an id that is kept", "id: registration", "id: constructor"),
    ("a second service", "id: vat-and-permits", "id: registration"),
    ("another id", "id: registration", "id: inschrijving"),
    ("an id twice", "id: registration\n", "id: registration\n    id: other\n"),
    ("a fact that is none", "fr: Chaque starter.", "fr: Chaque starter {fact: registration-cst}."),
    ("an unknown key", "area: belgium\n", "area: belgium\nopening: nine\n"),
    ("a source without its phone", '  phone: "09 264 12 66"\n', ""),
)
_IN_A_STEP = (
    ("an unknown phase", "phase: start-officially", "phase: start-oficially"),
    ("words for a number", "order: 80", "order: eighty"),
    ("a made-up kind", "kind: required", "kind: requiered"),
    ("words for yes", "registration: true", "registration: yes"),
    ("an unknown question", "when: {start-way: own", "when: {startway: own"),
    ("an unknown option", "start-way: own-number}", "start-way: own-nmber}"),
    ("an option twice", "start-way: own-number}", "start-way: [own-number, own-number]}"),
    ("not knowing as a condition", "start-way: own-number}", "start-way: dont-know}"),
    ("a condition in words", "when: {start-way: own-number}", "when: own-number"),
    ("no condition", "when: {start-way: own-number}", "when: {}"),
    ("a condition in a condition", "start-way: own-number}", "start-way: {not: own-number}}"),
    ("an unknown step before", "after: [zichtrekening", "after: [zichtrekeningen"),
    ("after itself", "after: [zichtrekening", "after: [kbo"),
    ("after a later phase", "after: [zichtrekening", "after: [sociale-bijdragen"),
    ("an unknown fact", "facts: [registration-cost", "facts: [registration-costs"),
    ("an unknown fact in a text", 'fr: "{fact: registration-cost}', 'fr: "{fact: registration-costs}'),
    ("a link to no page", "1. Kies zelf een loket.", "1. Kies [zelf](../tasks/kboo/) een loket."),
    ("script in a link", "url: https://economie", "url: javascript:https://economie"),
    ("a second title", "why:\n", "title: {nl: Nog eens}\nwhy:\n"),
    ("a bracket too many", "facts: [registration-cost, counters", "facts: [[registration-cost, counters"),
    ("no dash", '  - title:\n      nl: "VLAIO', '    title:\n      nl: "VLAIO'),
    ("too long a text", "Dan werk je niet officieel", "Dan werk je niet officieel " + "en nog meer " * 400),
)
# Here the error may stand so many lines further: at the record that holds the mistake.
_ELSEWHERE = (
    (
        "no source",
        "content/facts/money.yml",
        "  source: https://www.vlaio.be/nl/subsidies-financiering/subsidiedatabank/microkredieten-van-microstart\n",
        "",
        9,
    ),
    (
        "two sources",
        "content/facts/money.yml",
        "  source_kind: official\n",
        "  source_kind: official\n  document: A letter\n",
        9,
    ),
    ("a second fact", "content/facts/money.yml", "- id: microcredit-rate", "- id: microcredit-microstart", 0),
    ("a fact of a fact", "content/facts/money.yml", '"500 en 25.000 euro"', '"500 en {fact: microcredit-most}"', 2),
    ("an option that leads nowhere", "content/questions.yml", "guides/hard-times/", "guides/hard-time/", 0),
    ("a second option", "content/questions.yml", "id: preparing,", "id: idea,", 0),
    ("another option", "content/questions.yml", "id: preparing,", "id: working-out,", 0),
    ("another question", "content/questions.yml", "- id: stage", "- id: step", 0),
    ("a second question", "content/questions.yml", "- id: situation", "- id: stage", 0),
    ("an unknown page", "site_config.yml", "worry_page: benefit", "worry_page: benefits", 0),
    ("an unknown step", "site_config.yml", "talk_task: praat-met-iemand", "talk_task: praat", 0),
    ("an unknown guide", "site_config.yml", "trouble_guide: hard-times", "trouble_guide: hard-time", 0),
    (
        "an unknown question",
        "site_config.yml",
        "for_whom_questions: [situation,",
        "for_whom_questions: [situatie,",
        0,
    ),
    ("an unknown area question", "site_config.yml", "area_question: place", "area_question: plaats", 0),
    ("a second area", "site_config.yml", "id: gent\n", "id: flanders\n", 20),
    ("a colour in words", "site_config.yml", '"#fbf8f3"', "white", 0),
    ("a colour that cannot be read", "site_config.yml", '"#1d2b2c"', '"#e8e8e8"', 30),
    ("a language that is none", "site_config.yml", "languages: [nl, fr, en]", "languages: [nl, fr, en, xx]", 0),
    ("a later schema", "site_config.yml", "content_schema: 1", "content_schema: 9", 0),
    ("an unknown step", "content/guides/women.yml", "tasks: [", "tasks: [kbbo, ", 0),
    ("an unknown worksheet", "content/phases.yml", "worksheet: motivation", "worksheet: motivations", 0),
    ("an unknown step", "content/phases.yml", "tasks: [zelfinzicht]", "tasks: [zelfinzich]", 0),
    ("another phase", "content/phases.yml", "- id: safe-start", "- id: safely", 0),
    ("an unknown competence", "content/tasks/boekhouding.yml", "develops: [", "develops: [bookkeping, ", 0),
    (
        "a link to no page",
        "content/pages/nl/benefit.md",
        "](../tasks/eerst-melden/)",
        "](../tasks/eerst-meldn/)",
        0,
    ),
    (
        "an unknown fact",
        "content/pages/nl/benefit.md",
        "](../tasks/eerst-melden/)",
        "](../tasks/eerst-melden/) {fact: no-such}",
        40,
    ),
    ("no end of the front matter", "content/pages/nl/about.md", "\n---\n", "\n", 9),
    ("no front matter", "content/pages/nl/about.md", "---\n", "", 0),
    ("left out, and there", "content/left_out.yml", "- id: ", "- {id: acerta, name: A, reason: B}\n- id: ", 0),
)


def in_words() -> Iterator[Mistake]:
    """Yield what somebody writes that a reader of YAML takes, and no reader of the site should meet."""
    for name, old, new in _IN_A_PARTNER:
        yield changed(name, "partners/acerta.yml", old, new, last=12 if name == "a source without its phone" else 1)
    for name, old, new in _IN_A_STEP:
        yield changed(name, "content/tasks/kbo.yml", old, new, first=-2, last=6)
    for name, path, old, new, around in _ELSEWHERE:
        yield changed(name, path, old, new, -around, around)


def in_places() -> Iterator[Mistake]:
    """Yield what goes wrong with a file itself: gone, in the wrong place, under a wrong name, or no picture."""
    task = "content/tasks/kbo.yml"
    good = (TOWN / "partners/acerta.yml").read_bytes()
    for to in ("acerta.yaml", "acerta.txt", "Acerta.yml", "a certa.yml", "constructor.yml"):
        yield Mistake(f"a partner in {to}", "partners/acerta.yml", good, 1, 1, to=f"partners/{to}")
    yield Mistake("a partner in a folder", "partners/more/acerta.yml", good, 1, 1, at="partners/more")
    yield Mistake("a step among the partners", "partners/kbo.yml", (TOWN / task).read_bytes(), 1, 1)
    yield Mistake("a step that is gone", task, None, 1, 1, at="content/registry/tasks/kbo")
    yield Mistake("a step of another name", task, (TOWN / task).read_bytes(), 1, 1, to="content/tasks/kbo-nummer.yml")
    yield Mistake(
        "a partner that is gone", "partners/acerta.yml", None, 1, 1, at="content/registry/services/acerta.registration"
    )
    for name, data in (("no picture", b"GIF89a no"), ("nothing", b""), ("script", b"<svg><script/></svg>")):
        yield Mistake(f"{name} for a logo", "partners/logos/acerta.svg", data, 1, 1)
    yield Mistake("a logo of nobody", "partners/logos/nobody.png", b"x", 1, 1)


MISTAKES = (*in_words(), *in_places(), *in_files(), *in_keys())
