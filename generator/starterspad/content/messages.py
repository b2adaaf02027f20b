"""The messages of the interface, in one language: sentences with {places} to fill in."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time

from starterspad.content.models.source import Seen, SourceKind
from starterspad.content.problems import InvalidContent, Location, Problem
from starterspad.content.yaml import MAX_BYTES, ParsedFiles, RememberedFiles, Tree, read_yaml

PLURALS = frozenset(("zero", "one", "two", "few", "many", "other"))
PACKAGED = Path(str(files("starterspad"))) / "locales"
# Letters of other scripts take two or three bytes, so a whole interface takes more than any other file.
_MAX_BYTES = 3 * MAX_BYTES
# The package's own files say the same to every instance of a process: a review loads two, a run of tests hundreds.
_OURS = RememberedFiles()

Sentence = str | Mapping[str, str]


@dataclass(frozen=True)
class Messages:
    """The sentences of one language by dotted key, such as `plan.title`.

    A sentence that counts holds one form per plural category of the language (Unicode CLDR): `one`, `other` and so on.
    """

    language: str
    sentences: Mapping[str, Sentence]
    region: str | None = None

    @cached_property
    def locale(self) -> Locale:
        """What Babel knows of the language as it is written in the region, or of the language alone."""
        if self.region and "-" not in self.language:
            try:
                return Locale.parse(f"{self.language}-{self.region}", sep="-")
            except UnknownLocaleError:
                pass
        return Locale.parse(self.language, sep="-")

    @property
    def direction(self) -> str:
        """The direction of its script as HTML writes it: `ltr` or `rtl`."""
        return str(self.locale.text_direction)

    def format(self, key: str, **values: object) -> str:
        """Return a sentence with its places filled in; `count`, a whole number, chooses the plural form.

        Nothing is escaped. Raises `KeyError` for an unknown key, or a place without a value.
        """
        sentence = self.sentences.get(key)
        if sentence is None:
            raise KeyError(f"no locales/{self.language}.yml says {key}")
        if not isinstance(sentence, str):
            count = values["count"]
            assert isinstance(count, int)
            sentence = sentence.get(self._plural_form(count), sentence["other"])
        if "{" not in sentence:
            return sentence
        return re.sub(r"\{(\w+)\}", lambda place: str(values[place[1]]), sentence)

    def language_name(self, code: str) -> str:
        """Return what a language is called in this one; the code itself when it has no name here."""
        return self._language_name(code)

    def date(self, day: datetime.date) -> str:
        """Write a date the way its readers do, in the long form of Unicode CLDR, such as 31 January 2026."""
        return self._date(day)

    def weekday(self, day: datetime.date) -> str:
        """Write a day with the name of its weekday, such as Thursday 3 December."""
        return self._weekday(day)

    def month_name(self, day: datetime.date) -> str:
        """Write the name of a month short, such as Dec."""
        return str(format_date(day, "LLL", self.locale)).rstrip(".")

    def hours(self, starts: datetime.time | None, ends: datetime.time | None) -> str:
        """Write from when to when something is held; without a beginning it takes the whole day."""
        if starts is None:
            return self.format("calendar.whole_day")
        words = [str(format_time(time, "short", locale=self.locale)) for time in (starts, ends) if time]
        return "–".join(words)

    @property
    def first_weekday(self) -> int:
        """The day on which a week begins where the language is spoken, from 0 for Monday."""
        return int(self.locale.first_week_day)

    @cached_property
    def weekdays(self) -> tuple[tuple[str, str], ...]:
        """The days of a week, short and in full, in the order in which they are written there."""
        names = self.locale.days["stand-alone"]
        days = [(self.first_weekday + place) % 7 for place in range(7)]
        return tuple((str(names["short"][day]), str(names["wide"][day])) for day in days)

    # Thousands of pages name the same few dates, numbers and languages, and Babel thinks of each anew.

    @cached_property
    def _date(self) -> Callable[[datetime.date], str]:
        return cache(lambda day: str(format_date(day, "long", self.locale)))

    @cached_property
    def _weekday(self) -> Callable[[datetime.date], str]:
        pattern = str(self.locale.datetime_skeletons.get("MMMEd", "EEEE d MMMM"))
        whole = re.sub("MMM+|LLL+", "MMMM", re.sub("E+|ccc+", "EEEE", pattern))
        return cache(lambda day: str(format_date(day, whole, self.locale)))

    @cached_property
    def _plural_form(self) -> Callable[[int], str]:
        return cache(lambda count: str(self.locale.plural_form(count)))

    @cached_property
    def _language_name(self) -> Callable[[str], str]:
        return cache(lambda code: str(Locale.parse(code, sep="-").get_language_name(self.locale.language) or code))

    def source_date(self, written: str) -> str:
        """Write the date that a source bears, which may be a year alone, or a month, as its readers do."""
        year, month, day = (*map(int, written.split("-")), 0, 0)[:3]
        if not month:
            return written
        if not day:
            return str(format_skeleton("yMMMM", datetime.date(year, month, 1), locale=self.locale))
        return self.date(datetime.date(year, month, day))

    def seen_in(self, seen: Seen, kind: SourceKind, written: str | None) -> str:
        """Say how one source was seen, whose it is and what date it bears, such as "in a copy of a page of 2026"."""
        dated = self.format("seen.dated", date=self.source_date(written)) if written else self.format("seen.undated")
        return self.format(f"seen_source.{seen}", kind=self.format(f"source_kind.{kind}"), dated=dated)

    def looked(self, seen: Seen, on: datetime.date) -> str:
        """Say in a sentence how what a record says was seen, and when somebody last looked."""
        return self.format(f"seen_record.{seen}", day=self.date(on))


def load_messages(
    root: Path, languages: tuple[str, ...], region: str | None = None, parsed: ParsedFiles | None = None
) -> tuple[dict[str, Messages], list[Problem]]:
    """Read the messages of every language: the package's, with what the instance says otherwise on top.

    A language as it is spoken somewhere (`fr-BE`) begins with the words of the language itself (`fr`), so that its own
    file says only what differs. Returns them by language, and what is wrong with the files; a language stays in even
    where keys are missing.
    """
    messages: dict[str, Messages] = {}
    problems: list[Problem] = []
    needed = _packaged_keys(parsed)
    for language in languages:
        own = root / "content" / "words" / f"{language}.yml"
        sentences: dict[str, Sentence] = {}
        names = dict.fromkeys((language.partition("-")[0], language))
        folders = ((PACKAGED, PACKAGED), (own.parent, root))
        for path, base in ((folder / f"{name}.yml", base) for folder, base in folders for name in names):
            if path.is_file():
                try:
                    known = parsed if parsed or base == root else _OURS
                    sentences |= _flatten(read_yaml(path, base, _MAX_BYTES, known).tree)
                except InvalidContent as invalid:
                    problems += invalid.problems
        location = Location(own.relative_to(root).as_posix())
        missing, unknown = sorted(needed - sentences.keys()), sorted(sentences.keys() - needed)
        if not sentences:
            message = f'the interface has no words in "{language}"'
            remedy = f"copy a file of generator/starterspad/locales/ to content/words/{language}.yml and translate it"
            problems.append(Problem(location, message, remedy, "words"))
        elif missing:
            message = f'words of the interface are missing in "{language}": {", ".join(missing)}'
            problems.append(
                Problem(location, message, "add them to this file, as generator/starterspad/locales/ does", "words")
            )
        if unknown:
            message = f"words that nothing uses: {', '.join(unknown[:20])}"
            problems.append(Problem(location, message, "take them out", "words"))
        messages[language] = Messages(language, sentences, region)
    return messages, problems


def _packaged_keys(parsed: ParsedFiles | None) -> frozenset[str]:
    """Return the keys that a language needs: those of any packaged one, all of which say the same things."""
    first = sorted(PACKAGED.glob("*.yml"))[0]
    return frozenset(_flatten(read_yaml(first, PACKAGED, _MAX_BYTES, parsed or _OURS).tree))


def _flatten(tree: Tree, prefix: str = "") -> dict[str, Sentence]:
    sentences: dict[str, Sentence] = {}
    for key, value in tree.items() if isinstance(tree, dict) else ():
        if isinstance(value, str):
            sentences[prefix + key] = value
        elif isinstance(value, dict) and "other" in value and value.keys() <= PLURALS:
            sentences[prefix + key] = {form: text for form, text in value.items() if isinstance(text, str)}
        else:
            sentences |= _flatten(value, f"{prefix}{key}.")
    return sentences
