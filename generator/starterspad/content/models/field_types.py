"""The small types of content: ids, lines, texts in several languages, numbers, dates, links, colours."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Annotated, TypeVar

from babel import Locale, UnknownLocaleError
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)

from starterspad.content.gateway_addresses import GATEWAY
from starterspad.content.limits import CONTENT_LIMITS, MOST_SAID
from starterspad.content.models.addresses import HOST, NOT_IN_URL, source_url, url
from starterspad.content.models.wrong import wrong
from starterspad.content.phone_numbers import NUMBER, tidy_number
from starterspad.content.problems import quoted

ID_PATTERN = "[a-z][a-z0-9-]{1,47}"
_RESERVED_WORDS = (
    "index", "assets", "search", "page", "api", "con", "prn", "aux", "nul",
    "constructor", "prototype", "mirror", "gate", "dont-know",
)  # fmt: skip
_RESERVED_PORTS = tuple(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))
RESERVED_IDS = frozenset((*_RESERVED_WORDS, *_RESERVED_PORTS))
DONT_KNOW = "dont-know"
# What the form in the browser checks by itself; each matches the whole of a value.
PATTERNS = {
    "id": ID_PATTERN,
    "not-in-url": NOT_IN_URL,
    "host": HOST,
    "gateway": GATEWAY,
    "email": r"[A-Za-z0-9._+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}",
    "phone": NUMBER,
}
_Parsed = TypeVar("_Parsed")
# What may be known of a person without asking: by the self-assessment, her decisions, and what she worked out.
KNOWN_KINDS = ("competence", "gate", "money")


class Record(BaseModel):
    """The base of every model: unknown keys are errors, nothing changes after reading.

    What stands below a field says what it means: in editors, by way of the JSON Schemas, and in docs/content.md.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


def _id(value: str) -> str:
    if not re.fullmatch(ID_PATTERN, value):
        raise wrong(
            "id", f"{quoted(value)} is not an id", "use 2 to 48 small letters, digits and dashes, a letter first"
        )
    if value in RESERVED_IDS:
        raise wrong("id", f"{quoted(value)} is a reserved id", "choose another name")
    return value


def _question_id(value: str) -> str:
    """Take what is asked, or what is known without asking: `competence.planning`, `gate.plan`, `money.runway`."""
    kind, _, rest = value.rpartition(".")
    return value if kind in KNOWN_KINDS and _id(rest) else _id(value)


def _one_line(value: str) -> str:
    if "\n" in value.strip("\n"):
        raise wrong("line", "this must be one line", "join the lines")
    return _filled(value)


def _filled(value: str, inside: str = "") -> str:
    if not value.strip():
        raise wrong("empty", "this text is empty", "fill it in, or leave the whole key out", inside)
    return value.strip()


def _text(value: object) -> object:
    if isinstance(value, str):
        return value
    raise wrong("text", "this must be one piece of text", "put quotes around text that holds : or starts with [ or {")


def parsed(parse: Callable[[str], _Parsed], kind: str, message: str, remedy: str) -> BeforeValidator:
    """Make a validator of text by a parser of ours: pydantic's own take `1e3` for a number, `1700006400` for a date."""

    def validate(value: object) -> _Parsed:
        if not isinstance(value, str):
            raise wrong(kind, message, remedy)
        try:
            return parse(value)
        except (ValueError, KeyError):
            raise wrong(kind, f"{message}, not {quoted(value)}", remedy) from None

    return BeforeValidator(validate)


def _whole_number(value: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", value):
        raise ValueError(value)
    return int(value)


def _iso_date(value: str) -> datetime.date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError(value)
    return datetime.date.fromisoformat(value)


def _clock(value: str) -> datetime.time:
    if not re.fullmatch(r"[0-9]{2}:[0-9]{2}", value):
        raise ValueError(value)
    return datetime.time(int(value[:2]), int(value[3:]))


def _email(value: str) -> str:
    if not re.fullmatch(PATTERNS["email"], value):
        raise wrong("email", f"{quoted(value)} is not an e-mail address", "write it as name@example.org")
    return value


def _phone(value: str) -> str:
    if not re.fullmatch(NUMBER, value):
        remedy = "write digits and spaces, such as +32 9 000 00 00, and an extension in words behind it"
        raise wrong("phone", f"{quoted(value)} is not a phone number", remedy)
    return tidy_number(value)


def _language(value: str) -> str:
    try:
        Locale.parse(value, sep="-")
    except (ValueError, UnknownLocaleError):
        raise wrong("language", f"{quoted(value)} is not a language code", "write two letters, such as en") from None
    return value


def _localised(value: object, info: ValidationInfo[Mapping[str, tuple[str, ...]] | None]) -> dict[str, str]:
    languages = (info.context or {}).get("languages", ())
    example = languages[0] if languages else "language"
    if not isinstance(value, dict):
        raise wrong("localised", "this text must say its language", f"write it as {{{example}: ...}}")
    if not value:
        raise wrong("localised", "this text has no language", f"write it as {{{example}: ...}}")
    texts: dict[str, str] = {}
    for language, text in value.items():
        if languages and language not in languages:
            message = f"{quoted(language)} is not a language of this site"
            raise wrong("localised", message, f"known: {', '.join(languages)}", language)
        if not isinstance(text, str):
            message = f"the text in {quoted(language)} must be one piece of text"
            raise wrong("localised", message, "put quotes around it", language)
        texts[language] = _filled(text, language)
    return texts


def _sized(limit: int) -> AfterValidator:
    def check(value: dict[str, str]) -> dict[str, str]:
        for language, text in value.items():
            if len(text) > limit:
                message = f"the text in {quoted(language)} is {len(text)} characters, {limit} at most"
                raise wrong("long", message, "shorten it", language)
        return value

    return AfterValidator(check)


_Localised = Annotated[dict[str, str], BeforeValidator(_localised)]
is_text = BeforeValidator(_text)

# Each type carries an example as YAML has it, for the tables in docs/content.md; a field that says more has its own.
Id = Annotated[str, is_text, AfterValidator(_id), Field(examples=["first-sale"])]
QuestionId = Annotated[str, is_text, AfterValidator(_question_id), Field(examples=["situation"])]
Line = Annotated[
    str,
    is_text,
    StringConstraints(max_length=CONTENT_LIMITS["line"]),
    AfterValidator(_one_line),
    Field(examples=["Some words on one line"]),
]
Title = Annotated[_Localised, _sized(CONTENT_LIMITS["title"]), Field(examples=["{en: A few words}"])]
ShortText = Annotated[
    _Localised, _sized(CONTENT_LIMITS["short-text"]), Field(examples=["{en: A plain sentence or two.}"])
]
Said = Annotated[tuple[Title, ...], Field(max_length=MOST_SAID, examples=['[{en: "What must I report?"}]'])]
LongText = Annotated[_Localised, _sized(CONTENT_LIMITS["long-text"]), Field(examples=["{en: Some **Markdown**.}"])]
WholeNumber = Annotated[
    int,
    parsed(_whole_number, "number", "this must be a whole number", "write digits only, such as 12"),
    Field(examples=["3"]),
]
YesNo = Annotated[
    bool,
    parsed({"true": True, "false": False}.__getitem__, "yes-no", "this must be true or false", "write true or false"),
    Field(examples=["true"]),
]
Date = Annotated[
    datetime.date,
    parsed(_iso_date, "date", "this must be a date", "write it as 2026-01-31"),
    Field(examples=["2026-01-31"]),
]
_Address = Annotated[
    str,
    is_text,
    StringConstraints(max_length=CONTENT_LIMITS["address"]),
    Field(examples=["https://desk.example/page"]),
]
Url = Annotated[_Address, AfterValidator(url)]
SourceUrl = Annotated[_Address, AfterValidator(source_url)]
Email = Annotated[str, is_text, AfterValidator(_email), Field(examples=["info@desk.example"])]
Phone = Annotated[str, is_text, AfterValidator(_phone), Field(examples=["+32 9 000 00 00"])]
Language = Annotated[
    str,
    is_text,
    StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$"),
    AfterValidator(_language),
]
Clock = Annotated[
    datetime.time,
    parsed(_clock, "clock", "this must be a time of the day", 'write it as "09:30"'),
    # To an editor a time of the day has seconds and a zone, as RFC 3339 has it.
    WithJsonSchema({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}),
    Field(examples=['"09:30"']),
]
Colour = Annotated[str, is_text, StringConstraints(pattern=r"^#[0-9a-f]{6}$"), Field(examples=['"#1a6b54"'])]
Aliases = Annotated[tuple[Id, ...], Field(description="Ids that it had before, so that the plans of people follow.")]
