"""Hostile partner files: each a mutation of a good one, with the line and the words of its refusal."""

from __future__ import annotations

from dataclasses import dataclass

from tests.conftest import TINY

GOOD = (TINY / "partners" / "town-desk.yml").read_text("utf-8")
_LINES = GOOD.splitlines()


@dataclass(frozen=True)
class Hostile:
    """A partner file that must be refused at `line` with `message`."""

    name: str
    content: bytes
    line: int
    message: str


def _whole(name: str, content: str | bytes, line: int, message: str) -> Hostile:
    return Hostile(
        name, content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"), line, message
    )


def _put(name: str, starts: str, new: str, message: str, line: int | None = None) -> Hostile:
    """Replace the first line that starts so; the refusal is expected on it unless another line is named."""
    index = next(i for i, text in enumerate(_LINES) if text.startswith(starts))
    lines = [*_LINES[:index], new, *_LINES[index + 1 :]]
    return _whole(name, "\n".join(lines) + "\n", line or index + 1, message)


def _name(name: str, value: str, message: str) -> Hostile:
    return _put(name, "name:", f"name: {value}", message)


def _site(name: str, value: str, message: str) -> Hostile:
    return _put(name, "website:", f"website: {value}", message)


def _hidden(name: str, character: str, message: str) -> Hostile:
    return _name(name, f'"Town{character}desk"', message)


INVISIBLE, TURNS, CONTROL = "an invisible character", "turns the direction", "a control character"
_HOURS = '{{rule: {}, opens: "{}", closes: "{}", from: {}}}'
NO_YAML = "this is not YAML"

_ONE_BY_ONE: tuple[Hostile, ...] = (
    # The file as a whole
    _whole("an empty file", "", 1, "the file is empty"),
    _whole("only a comment", "# nothing\n", 2, "the file is empty"),
    _whole("only spaces", "   \n  \n", 3, "the file is empty"),
    _whole("one piece of text", "just words\n", 1, "one piece of text, not keys"),
    _whole("a list", "- name: x\n", 1, "this must be keys with values"),
    _whole("larger than 64 KiB", "name: x\n" + "# padding\n" * 7000, 1, "larger than 64 KiB"),
    _whole("not UTF-8", GOOD.encode() + b"# caf\xe9\n", len(_LINES) + 1, "not UTF-8 text"),
    _whole("UTF-16", GOOD.encode("utf-16"), 1, "not UTF-8 text"),
    _whole("Latin-1", b"name: Caf\xe9\n", 1, "not UTF-8 text"),
    _whole("an overlong encoding", b"name: \xc0\xafx\n", 1, "not UTF-8 text"),
    _whole("a surrogate half", b"name: \xed\xa0\x80\n", 1, "not UTF-8 text"),
    _whole("a zero byte", b"name: a\x00b\n", 1, CONTROL),
    _whole("a zero byte further down", "name: Caf\u00e9\n".encode() * 9 + b"kind: a\x00b\n", 10, f"{CONTROL} (U+0000)"),
    _whole("binary", bytes(range(128)) * 4, 1, CONTROL),
    _whole("two versions", GOOD + "<<<<<<< HEAD\n=======\n>>>>>>> theirs\n", len(_LINES) + 1, "two versions of this file"),
    _whole("three versions", GOOD + "<<<<<<< a\n||||||| b\n=======\n>>>>>>> c\n", len(_LINES) + 1, "two versions of this file"),
    _whole("the end of a version", GOOD + ">>>>>>> theirs\n", len(_LINES) + 1, "two versions of this file"),
    _whole("the middle of two versions", GOOD + "=======\n", len(_LINES) + 1, "two versions of this file"),
    _whole("64 KiB of [", "[" * 65536, 1, "nested deeper than 16"),
    _whole("64 KiB of {", "{" * 65536, 1, "a key must be a word"),
    _whole("64 KiB of dashes", "- " * 32768, 1, "nested deeper than 16"),
    _whole("64 KiB of question marks", "? " * 32768, 1, "a key must be a word"),
    _whole("60 KiB of colons", ":" * 61440, 1, NO_YAML),
    _whole("deep mappings", "".join(f"{' ' * i}k{i}:\n" for i in range(40)), 17, "nested deeper than 16"),
    _whole("deep lists", "a: " + "[" * 17 + "x" + "]" * 17, 1, "nested deeper than 16"),
    _whole("a second document", GOOD + "---\nname: x\n", len(_LINES) + 1, "a second document"),
    _whole("two documents of one word", "--- a\n--- b\n", 2, "a second document"),
    _whole("a YAML directive", "%YAML 1.1\n---\n" + GOOD, 1, "a YAML directive"),
    _whole("a tag directive", "%TAG ! tag:x,2026:\n---\n" + GOOD, 1, "a YAML directive"),
    _whole("an unknown directive before nothing", "%FOO\n", 1, NO_YAML),
    _whole("HTML", "<html><script>alert(1)</script></html>\n", 1, "one piece of text"),
    _whole("a shell script", "#!/bin/sh\nrm -rf /\n", 1, "one piece of text"),
    # What YAML can do besides
    _name("an anchor", "&a Town desk", "an anchor (&a)"),
    _name("an alias", "*a", "an alias (*a)"),
    _whole("a billion laughs", "a: &a [x]\nb: &b [*a, *a]\n", 1, "an anchor (&a)"),
    _whole("an anchor on the root", "&root\n" + GOOD, 1, "an anchor (&root)"),
    _whole("an anchor on a key", "&k name: x\n", 1, "an anchor"),
    _whole("a tag on a key", "!!str name: x\n", 1, "a tag"),
    _whole("an alias as a key", "a: &x y\n", 1, "an anchor (&x)"),
    _whole("an undefined alias as a key", "*x : y\n", 1, "an alias (*x)"),
    _whole("a merge key", "<<: {name: x}\n" + GOOD, 1, "a merge key (<<)"),
    _name("a Python object", "!!python/object/apply:os.system [id]", "a tag (tag:yaml.org,2002:python/object/apply:os.system)"),
    _name("a Python name", "!!python/name:os.system x", "a tag (tag:yaml.org,2002:python/name:os.system)"),
    _name("a standard tag", "!!str Town", "a tag (tag:yaml.org,2002:str)"),
    _name("a local tag", "!include /etc/passwd", "a tag (!include)"),
    _name("a bare tag", "! Town", "a tag (!)"),
    _name("a binary tag", "!!binary R0lGODlh", "a tag (tag:yaml.org,2002:binary)"),
    _name("an empty value", "", '"name" has no value'),
    _name("a tilde", "~", '"name" has no value'),
    _name("a null", "null", '"name" has no value'),
    _name("a Null", "Null", '"name" has no value'),
    _whole("a key twice", GOOD + "name: again\n", len(_LINES) + 1, '"name" stands twice (first on line 1)'),
    _whole("a key twice in quotes", GOOD + '"name": again\n', len(_LINES) + 1, '"name" stands twice'),
    _put("a key twice in braces", "summary:", "summary: {en: a, en: b}", '"en" stands twice'),
    _whole("a list as a key", "[a, b]: c\n" + GOOD, 1, "a key must be a word"),
    _whole("a map as a key", "{a: b}: c\n" + GOOD, 1, "a key must be a word"),
    _whole("a long key", "? |\n  a\n: b\n", 1, "unknown key"),
    _whole("no key", '"": x\n', 1, "unknown key"),
    _whole("no key at all", "? \n: x\n", 1, "a key is missing before the colon"),
    _whole("a null key", "~: x\n", 1, "a key is missing before the colon"),
    # Broken YAML
    _whole("a tab", "name: x\n\tkind: y\n", 2, NO_YAML),
    _name("a colon in plain text", "Town: desk", NO_YAML),
    _whole("an open quote", 'name: "Town\nkind: x\n', 1, "a quote opens here"),
    _whole("an open quote before another", 'name: "Town\nkind: x\nsummary: "y"\n', 1, "a quote opens here"),
    _put("keys for a cost", "    cost:", "    cost: {free: free}", "cost: this must be one piece of text"),
    _put("a list for a cost", "    cost:", "    cost: [free]", "cost: this must be one piece of text"),
    _whole("an open bracket", "name: [a, b\nkind: x\n", 2, NO_YAML),
    _whole("an open brace", "name: {a: b\nkind: x\n", 2, NO_YAML),
    _name("an at sign", "@town", NO_YAML),
    _name("a backtick", "`id`", NO_YAML),
    _name("a percent", "%town", NO_YAML),
    _name("a wrong escape", r'"\q"', NO_YAML),
    _whole("bad indentation", "name: x\n kind: y\n", 2, NO_YAML),
    _whole("text after a quote", 'name: "a" b\n', 1, NO_YAML),
    _whole("a list in a map", "name: x\n- y\n", 2, NO_YAML),
    # Characters that hide or deceive
    _hidden("a right-to-left override", "\u202e", TURNS),
    _hidden("a left-to-right override", "\u202d", TURNS),
    _hidden("an isolate", "\u2066", TURNS),
    _hidden("a right-to-left mark", "\u200f", TURNS),
    _hidden("an Arabic letter mark", "\u061c", TURNS),
    _name("an escaped override", r'"a\u202Eb"', TURNS),
    _hidden("a zero-width space", "\u200b", INVISIBLE),
    _hidden("a word joiner", "\u2060", INVISIBLE),
    _hidden("a soft hyphen", "\u00ad", INVISIBLE),
    _hidden("a byte-order mark inside", "\ufeff", INVISIBLE),
    _name("a line separator", r'"a\Lb"', INVISIBLE),
    _name("a paragraph separator", r'"a\Pb"', INVISIBLE),
    _hidden("a tag character", "\U000e0041", INVISIBLE),
    _hidden("a Hangul filler", "\u3164", INVISIBLE),
    _hidden("a blank Braille cell", "\u2800", INVISIBLE),
    _hidden("a grapheme joiner", "\u034f", INVISIBLE),
    _name("an escaped zero byte", r'"a\0b"', CONTROL),
    _name("an escape code", r'"a\e[31mb"', CONTROL),
    _name("a bell", r'"a\ab"', CONTROL),
    _name("a backspace", r'"a\bb"', CONTROL),
    _name("a next line", r'"a\Nb"', CONTROL),
    _name("an escaped tab", r'"a\tb"', CONTROL),
    _name("a carriage return", r'"a\rb"', CONTROL),
    _hidden("a private character", "\ue000", "a character without a meaning"),
    _hidden("a noncharacter", "\ufdd0", "a character without a meaning"),
    _hidden("an accent apart", "e\u0301", "not NFC"),
    _hidden("a pile of accents", "x" + "\u0316" * 9, "more than 4 accents"),
    _whole("a hidden character in a key", '"na\u200bme": x\n', 1, INVISIBLE),
    # Wrong shapes
    _whole("nothing but a name", "name: x\n", 1, '"kind" is missing'),
    _put("an unknown key", "website:", "web: https://desk.example", 'unknown key "web"'),
    _put("a prototype", "website:", "__proto__: {en: x}", 'unknown key "__proto__"'),
    _put("a constructor", "website:", "constructor: x", 'unknown key "constructor"'),
    _put("an id key", "website:", "id: other", 'unknown key "id"'),
    _name("a list for text", "[a, b]", "name: this must be one piece of text"),
    _name("a map for text", "{a: b}", "name: this must be one piece of text"),
    _name("nothing in quotes", '""', "name: this text is empty"),
    _name("spaces in quotes", '"   "', "name: this text is empty"),
    _name("a very long line", "x" * 201, "name: more than 200 characters"),
    _name("two lines", r'"a\nb"', "name: this must be one line"),
    _put("text without a language", "summary:", "summary: words", "summary: this text must say its language"),
    _put("an unknown language", "summary:", "summary: {xx: words}", '"xx" is not a language of this site'),
    _put("no language", "summary:", "summary: {}", "summary: this text has no language"),
    _put("a list for a language", "summary:", "summary: {en: [a]}", 'the text in "en" must be one piece of text'),
    _put("an endless summary", "summary:", f"summary: {{en: {'x ' * 400}}}", 'the text in "en" is'),
    _put("text for a contact", "website:", "contact: call us", "contact: this must be keys with values"),
    _put("an unknown key inside", "website:", "contact: {fax: '1'}", 'unknown key "fax"'),
    _put("a number as a date", "checked:", "checked: 1700006400", "checked: this must be a date"),
    _put("a day that does not exist", "checked:", "checked: 2026-02-30", "checked: this must be a date"),
    _put("a date with a time", "checked:", "checked: 2026-01-01T00:00:00", "checked: this must be a date"),
    _put("digits of another script", "checked:", "checked: ٢٠٢٦-٠١-٠١", "checked: this must be a date"),
    _put("a yes", "checked:", "checked: 2026-01-01\nconfirmed: yes", "confirmed: this must be keys with values", len(_LINES) + 1),
    _put("confirmed by nobody", "checked:", "checked: 2026-01-01\nconfirmed: {on: 2026-01-01}", '"by" is missing', len(_LINES) + 1),
    _put("a pause without a day", "checked:", "checked: 2026-01-01\npaused: true", "paused: this must be a date", len(_LINES) + 1),
    _put("leaving without a day", "checked:", "checked: 2026-01-01\nleft: soon", "left: this must be a date", len(_LINES) + 1),
    # Links that lead astray
    _site("a script as a link", "javascript:alert(1)", "an address must start with https://"),
    _site("a script in capitals", "JaVaScRiPt:alert(1)", "an address must start with https://"),
    _site("data as a link", "data:text/html,x", "an address must start with https://"),
    _site("a link without a scheme", "//evil.example/x", "an address must start with https://"),
    _site("an insecure link", "http://desk.example", "an address must start with https://"),
    _site("a file", "file:///etc/passwd", "an address must start with https://"),
    _site("a user in a link", "https://bank.example@evil.example/", "may not hold a user name"),
    _site("a password in a link", "https://a:b@evil.example/", "may not hold a user name"),
    _site("a port", "https://desk.example:8443/", "may not name a port"),
    _site("a port that is none", "https://desk.example:x/", "is not an address"),
    _site("a backslash", r"https:\\evil.example", "may not hold spaces, quotes or backslashes"),
    _site("a quote in a link", '"https://desk.example/\\"onmouseover=x"', "may not hold spaces, quotes or backslashes"),
    _site("a space in a link", "https://desk.example/a b", "may not hold spaces, quotes or backslashes"),
    _site("a line break in a link", r'"https://desk.example/\nx"', "may not hold spaces, quotes or backslashes"),
    _site("a link without a host", "https:///x", "is not the name of a website"),
    _site("a local name", "https://localhost/", "is not the name of a website"),
    _site("a bare address", "https://127.0.0.1/", "is not the name of a website"),
    _site("an IPv6 address", "https://[::1]/", "is not the name of a website"),
    _site("a broken IPv6 address", "https://[::1/", "is not an address"),
    _site("a look-alike host", "https://dеsk.example/", "is not the name of a website"),
    _site("an endless link", "https://desk.example/" + "x" * 600, "more than 500 characters"),
    _put("a mail header in an address", "website:", r'contact: {email: "a@b.example\nBcc: c@d.example"}', "is not an e-mail address"),
    _put("two mail addresses", "website:", 'contact: {email: "a@b.example,c@d.example"}', "is not an e-mail address"),
    _put("a query in a mail address", "website:", 'contact: {email: "a@b.example?cc=c@d.example"}', "is not an e-mail address"),
    _put("a phone that dials a code", "website:", 'contact: {phone: "*21*0475#"}', "is not a phone number"),
    _put("a phone with words", "website:", "contact: {phone: call me}", "is not a phone number"),
    # Names of things that are not there, and ids that are none
    _put("an unknown task", "    helps_with: [talk", "    helps_with: [talk-frist]", 'unknown task "talk-frist" in helps_with'),
    _put("no task", "    helps_with: [talk", "    helps_with: []", "helps_with: at least 1 needed"),
    _put("a task twice", "    helps_with: [talk", "    helps_with: [talk-first, talk-first]", "stands twice in helps_with"),
    _put("a path as an id", "  - id: desk", "  - id: ../../etc/passwd", "is not an id"),
    _put("a capital in an id", "  - id: desk", "  - id: Desk", "is not an id"),
    _put("a reserved id", "  - id: desk", "  - id: con", "is a reserved id"),
    _put("a line break after an id", "  - id: desk", r'  - id: "desk\n"', "is not an id"),
    _put("a service twice", "  - id: number", "  - id: desk", 'a second service "desk"'),
    _put("an unknown area", "area:", "area: twon", 'unknown area "twon"'),
    _put("an unknown question", "    cost:", "    when: {stag: idea}", 'unknown question "stag" in when'),
    _put("an unknown option", "    cost:", "    when: {stage: ida}", 'unknown option of stage "ida" in when'),
    _put("a condition on not knowing", "    cost:", "    when: {way: dont-know}", "cannot ask for dont-know"),
    _put("a condition in words", "    cost:", "    when: everybody", "a condition is a map of questions and options"),
    _put("an empty condition", "    cost:", "    when: {}", "a condition is a map of questions and options"),
    _put("words for a date", "sources_date:", "sources_date: long ago", "this must be the date that a page bears"),
    _put("no such month", "sources_date:", 'sources_date: "2026-13"', "this must be the date that a page bears"),
    _put("a made-up way of seeing", "seen:", "seen: yesterday", "is not one of the words known here"),
    _put("no alternative", "    cost:", "    when: []", "this condition has no alternative"),
    _put("a condition in a condition", "    cost:", "    when: {stage: {not: idea}}", '"stage" needs one option'),
    _put("an unknown cost", "    cost:", "    cost: chaep", '"chaep" is not one of the words known here'),
    _put("a made-up format", "    cost:", "    format: [telepathy]", '"telepathy" is not one of the words known here'),
    _put("a language that is none", "    cost:", "    languages: [Dutch!]", "has the wrong form"),
    _put("a made-up language", "    cost:", "    languages: [xx]", '"xx" is not a language code'),
    _put("a desk that is open every second", "    cost:", "    walk_in: [" + _HOURS.format("FREQ=SECONDLY", "09:00", "12:00", "2026-01-01") + "]", "a rule says FREQ=DAILY"),
    _put("a desk that closes before it opens", "    cost:", "    walk_in: [" + _HOURS.format("FREQ=DAILY", "12:00", "09:00", "2026-01-01") + "]", "it closes at 09:00"),
    _put("a desk of an hour that no clock shows", "    cost:", "    walk_in: [" + _HOURS.format("FREQ=DAILY", "09:00", "25:00", "2026-01-01") + "]", "this must be a time of the day"),
    _put("a desk that is open since the beginning", "    cost:", "    walk_in: [" + _HOURS.format("FREQ=DAILY", "09:00", "12:00", "0001-01-01") + "]", "0001-01-01 lies too far away"),
    _put("hours in words", "    cost:", "    walk_in: mornings", "walk_in: this must be a list"),
    _put("hours without days", "    cost:", '    walk_in: [{opens: "09:00", closes: "12:00", from: 2026-01-01}]', '"rule" is missing'),
    _put("too many hours", "    cost:", "    walk_in: [" + ", ".join([_HOURS.format("FREQ=DAILY", "09:00", "12:00", "2026-01-01")] * 13) + "]", "walk_in: more than 12 items"),
    _put("too many services", "  - id: number", "\n".join(
        f"  - {{id: s{i}, title: {{en: x}}, helps_with: [talk-first], source: https://a.example}}" for i in range(60)
    ) + "\n  - id: number", "services: more than 40 items", 6),
)  # fmt: skip

# Every place that holds words, and how they are written there; then what no such place may hold.
_PLACES: tuple[tuple[str, str, str], ...] = (
    ("the name", "name:", "name: {}"),
    ("the kind", "kind:", "kind: {{en: {}}}"),
    ("the summary", "summary:", "summary: {{en: {}}}"),
    ("the hours", "website:", "contact: {{hours: {{en: {}}}}}"),
    ("the address", "website:", "contact: {{address: {}}}"),
    ("a title", "    title: {en: A talk", "    title: {{en: {}}}"),
    ("for whom", "    cost:", "    for_whom: {{en: {}}}"),
    ("the price", "    cost:", "    cost_note: {{en: {}}}"),
    ("how to book", "    cost:", "    booking: {{how: {{en: {}}}}}"),
    ("what to bring", "    cost:", "    bring: {{en: {}}}"),
    ("the caveat", "website:", "caveat: {{en: {}}}"),
    ("who confirms", "website:", "confirmed: {{on: 2026-01-01, by: {}}}"),
)
_NOT_HERE: tuple[tuple[str, str, str], ...] = (
    ("an override", '"a\\u202Eb"', TURNS),
    ("a zero-width space", '"a\\u200Bb"', INVISIBLE),
    ("an escape code", '"a\\e[2Jb"', CONTROL),
    ("a private character", '"a\\uE000b"', "a character without a meaning"),
    ("an accent apart", '"e\\u0301"', "not NFC"),
    ("an anchor", "&x words", "an anchor (&x)"),
    ("an alias", "*x", "an alias (*x)"),
    ("a tag", "!!python/name:os.system x", "a tag"),
    ("nothing", "~", "has no value"),
    ("nothing but spaces", '"  "', "this text is empty"),
    ("a list", "[words]", "must be one piece of text"),
    ("keys", "{words: words}", "must be one piece of text"),
    ("no end", '"' + "x" * 701 + '"', "characters"),
    ("a fact that is none", '"{fact: no-such-fact}"', 'unknown fact "no-such-fact"'),
)
_EVERYWHERE = tuple(
    _put(f"{bad} in {place}", starts, template.format(value), message)
    for place, starts, template in _PLACES
    for bad, value, message in _NOT_HERE
)
_TRIED = {case.content for case in _ONE_BY_ONE}
HOSTILE = (*_ONE_BY_ONE, *(case for case in _EVERYWHERE if case.content not in _TRIED))
