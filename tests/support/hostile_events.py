"""Hostile files of events: each a mutation of a good one, with the line and the words of its refusal."""

from __future__ import annotations

from tests.support.hostile_files import CONTROL, INVISIBLE, NO_YAML, TURNS, Hostile

GOOD_EVENT = """\
title: {en: An evening about prices}
summary: {en: You learn what to ask for your work.}
kind: workshop
organiser: town-desk
day: 2027-02-04
repeat:
  rule: FREQ=WEEKLY;BYDAY=TH;COUNT=11
  except: [2027-03-04]
  changed:
    - {day: 2027-03-11, to: 2027-03-12, note: {en: The room is taken.}}
place: {en: The library}
address: 1 Market Square, Town
area: town
languages: [en]
cost: free
cost_note: {en: Coffee too}
for_whom: {en: Everyone}
helps_with: [talk-first]
capacity: {en: Twelve people}
registration: https://desk.example/register
source: https://desk.example/evening
seen: told
checked: 2026-01-02
"""
_LINES = GOOD_EVENT.splitlines()


def _whole(name: str, content: str | bytes, line: int, message: str) -> Hostile:
    return Hostile(name, content if isinstance(content, bytes) else content.encode(), line, message)


def _put(name: str, starts: str, new: str, message: str, line: int | None = None) -> Hostile:
    """Replace the first line that starts so; the refusal is expected on it unless another line is named."""
    index = next(place for place, text in enumerate(_LINES) if text.startswith(starts))
    lines = [*_LINES[:index], new, *_LINES[index + 1 :]]
    return _whole(name, "\n".join(lines) + "\n", line or index + 1, message)


def _rule(name: str, rule: str, message: str) -> Hostile:
    return _put(name, "  rule:", f"  rule: {rule}", message)


def _changed(name: str, change: str, message: str, line: int = 10) -> Hostile:
    return _put(name, "    - {day", f"    - {change}", message, line)


_ONE_BY_ONE = (
    # Days and hours
    _put("no day and no rhythm", "day:", "rhythm: ~", 'rhythm" has no value'),
    _put("a rule without a day", "day:", "rhythm: {en: Weekly}", "repeat belongs to a day", 6),
    _put("a day that does not exist", "day:", "day: 2027-02-30", "day: this must be a date"),
    _put("a day with an hour", "day:", "day: 2027-02-04T10:00:00", "day: this must be a date"),
    _put("a number for a day", "day:", "day: 1801958400", "day: this must be a date"),
    _put("words for a day", "day:", "day: next Thursday", "day: this must be a date"),
    _put("digits of another script", "day:", "day: ٢٠٢٧-٠٢-٠٤", "day: this must be a date"),
    _put("a list of days", "day:", "day: [2027-02-04, 2027-02-05]", "day: this must be a date"),
    _put("a day of long ago", "day:", "day: 0001-01-04", "0001-01-04 lies too far away"),
    _put("a day that nobody lives to see", "day:", "day: 9999-12-30", "9999-12-30 lies too far away"),
    _put("a first day that is none of the rule", "day:", "day: 2027-02-05", "2027-02-05 is no day of the rule"),
    _put("an hour without a colon", "cost:", "starts: 1000", "starts: this must be a time of the day"),
    _put("an hour of one digit", "cost:", "starts: 9:30", "starts: this must be a time of the day"),
    _put("an hour that no clock shows", "cost:", 'starts: "24:00"', "starts: this must be a time of the day"),
    _put("a minute that no clock shows", "cost:", 'starts: "10:60"', "starts: this must be a time of the day"),
    _put("an hour with a zone", "cost:", 'starts: "10:00Z"', "starts: this must be a time of the day"),
    _put("an hour in words", "cost:", "starts: noon", "starts: this must be a time of the day"),
    _put("an hour in other digits", "cost:", 'starts: "١٠:٠٠"', "starts: this must be a time of the day"),
    _put("an end without a beginning", "cost:", 'ends: "12:00"', "nothing says when it begins"),
    _put("an end before the beginning", "cost:", 'starts: "12:00"\nends: "10:00"', "it ends at 10:00", 16),
    _put("an end at the beginning", "cost:", 'starts: "12:00"\nends: "12:00"', "it ends at 12:00", 16),
    # Rules
    _rule("every second", "FREQ=SECONDLY", "a rule says FREQ=DAILY, FREQ=WEEKLY or FREQ=MONTHLY"),
    _rule("every year", "FREQ=YEARLY", "a rule says FREQ=DAILY, FREQ=WEEKLY or FREQ=MONTHLY"),
    _rule("small letters", "freq=weekly", 'a rule may not say "freq" here'),
    _rule("a rule in words", "every Thursday", "is no part of a rule"),
    _rule("a list for a rule", "[FREQ=WEEKLY]", "rule: this must be one piece of text"),
    _rule("keys for a rule", "{FREQ: WEEKLY}", "rule: this must be one piece of text"),
    _rule("an endless rule", "FREQ=WEEKLY;BYDAY=" + "TH," * 90 + "TH", "a rule has 200 characters at most"),
    _rule("a part twice", "FREQ=WEEKLY;COUNT=2;COUNT=3", "COUNT stands twice in the rule"),
    _rule("two ends", "FREQ=WEEKLY;COUNT=2;UNTIL=20270301", "not both"),
    _rule("a million times", "FREQ=DAILY;COUNT=1000000", "COUNT is a number from 1 to 400"),
    _rule("no time", "FREQ=WEEKLY;BYDAY=TH;COUNT=0", "COUNT is a number from 1 to 400"),
    _rule("backwards", "FREQ=WEEKLY;INTERVAL=-1", "INTERVAL is a number from 1 to 99"),
    _put("an end before the first day", "  rule:", "  rule: FREQ=WEEKLY;UNTIL=20270101", "2027-02-04 is no day", 5),
    _put("a rule of another day", "  rule:", "  rule: FREQ=WEEKLY;BYDAY=MO", "2027-02-04 is no day of the rule", 5),
    _put("a day that no month has", "  rule:", "  rule: FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=30", "no day of the rule", 5),
    _rule("a fourth weekend day", "FREQ=WEEKLY;BYDAY=XX", '"XX" is no day of the week'),
    _rule("a set of positions", "FREQ=MONTHLY;BYDAY=TH;BYSETPOS=1", 'a rule may not say "BYSETPOS" here'),
    _rule("a line break in a rule", r'"FREQ=WEEKLY\nATTENDEE:x"', "a rule says FREQ=DAILY"),
    _rule("an injected property", '"FREQ=WEEKLY;X-EVIL=1"', 'a rule may not say "X-EVIL" here'),
    _whole("words for a repeat", "\n".join([*_LINES[:5], "repeat: weekly", *_LINES[10:]]) + "\n", 6, "repeat: this must be keys"),
    # Exceptions and changes
    _put("an exception that is no day of the rule", "  except:", "  except: [2027-03-05]", "2027-03-05 is no day of the rule", 6),
    _put("an exception twice", "  except:", "  except: [2027-03-04, 2027-03-04]", "2027-03-04 is named twice", 6),
    _put("an exception that is changed", "  except:", "  except: [2027-03-11]", "2027-03-11 is named twice", 6),
    _put("an exception after the end", "  except:", "  except: [2027-12-30]", "2027-12-30 is no day of the rule", 6),
    _put("an exception in words", "  except:", "  except: [Christmas]", "this must be a date"),
    _put("one exception alone", "  except:", "  except: 2027-03-04", "this must be a list"),
    _put("many exceptions", "  except:", f"  except: [{', '.join(['2027-03-04'] * 61)}]", "more than 60 items"),
    _put("an exception far away", "  except:", "  except: [9999-12-30]", "9999-12-30 lies too far away", 6),
    _changed("a change of nothing", "{day: 2027-03-11}", "this changes nothing about the day"),
    _changed("cancelled and moved", "{day: 2027-03-11, cancelled: true, to: 2027-03-12}", "not both"),
    _changed("cancelled in words", "{day: 2027-03-11, cancelled: yes}", "this must be true or false"),
    _changed("a change of no day", "{cancelled: true}", '"day" is missing'),
    _changed("a change of another day", "{day: 2027-03-12, cancelled: true}", "2027-03-12 is no day of the rule", 6),
    _changed("a move far away", "{day: 2027-03-11, to: 9999-12-31}", "9999-12-31 lies too far away", 6),
    _changed("an unknown key of a change", "{day: 2027-03-11, moved: 2027-03-12}", 'unknown key "moved"'),
    _changed("a change that ends alone", '{day: 2027-03-11, ends: "12:00"}', "nothing says when it begins", 6),
    # Names of things that are not there, and words that are none
    _put("an unknown organiser", "organiser:", "organiser: town-dask", 'unknown partner "town-dask"'),
    _put("a path as an organiser", "organiser:", "organiser: ../../etc/passwd", "is not an id"),
    _put("no organiser", "organiser:", "cancelled: false", '"organiser" is missing', 1),
    _put("an unknown step", "helps_with:", "helps_with: [talk-frist]", 'unknown task "talk-frist" in helps_with'),
    _put("a step twice", "helps_with:", "helps_with: [talk-first, talk-first]", "stands twice in helps_with"),
    _put("an unknown area", "area:", "area: twon", 'unknown area "twon"'),
    _put("an unknown kind", "kind:", "kind: party", '"party" is not one of the words known here'),
    _put("an unknown cost", "cost:", "cost: cheap", '"cheap" is not one of the words known here'),
    _put("an unknown audience", "cost:", "audience: everyone", '"everyone" is not one of the words known here'),
    _put("an unknown question", "cost:", "when: {stag: idea}", 'unknown question "stag" in when'),
    _put("an unknown option", "cost:", "when: {stage: ida}", 'unknown option of stage "ida" in when'),
    _put("a language that is none", "languages:", "languages: [xx]", '"xx" is not a language code'),
    _put("no language", "languages:", "languages: []", "languages: at least 1 needed"),
    _put("seen live by a stranger", "seen:", "seen: live", '"live" is not one of the words known here'),
    _put("nothing about how it was seen", "seen:", "online: true", '"seen" is missing', 1),
    _put("no source", "source:", "online: true", '"source" is missing', 1),
    _put("looked at tomorrow", "checked:", "checked: tomorrow", "checked: this must be a date"),
    _put("online in words", "cost:", "online: yes please", "online: this must be true or false"),
    _put("an unknown key", "capacity:", "price: 10", 'unknown key "price"'),
    _put("a prototype", "capacity:", "__proto__: {en: x}", 'unknown key "__proto__"'),
    # Links that lead astray, in both places that hold one
    *(
        _put(f"{name} as {key}", f"{key}:", f"{key}: {value}", message)
        for key in ("registration", "source")
        for name, value, message in (
            ("a script", "javascript:alert(1)", "must start with https://"),
            ("a script in capitals", "JaVaScRiPt:alert(1)", "must start with https://"),
            ("data", "data:text/html,x", "must start with https://"),
            ("a mail", "mailto:a@b.example", "must start with https://"),
            ("a call", "tel:+3290000000", "must start with https://"),
            ("a calendar", "webcal://desk.example/a.ics", "must start with https://"),
            ("no scheme", "//evil.example/x", "must start with https://"),
            ("a file", "file:///etc/passwd", "must start with https://"),
            ("a user", "https://bank.example@evil.example/", "may not hold a user name"),
            ("a port", "https://desk.example:8443/", "may not name a port"),
            ("a backslash", r"https:\\evil.example", "may not hold spaces, quotes or backslashes"),
            ("a quote", '"https://desk.example/\\"onclick=x"', "may not hold spaces, quotes or backslashes"),
            ("a line break", r'"https://desk.example/\nX"', "may not hold spaces, quotes or backslashes"),
            ("a tag", "https://desk.example/<script>", "may not hold spaces, quotes or backslashes"),
            ("a bare address", "https://127.0.0.1/", "is not the name of a website"),
            ("a local name", "https://localhost/", "is not the name of a website"),
            ("a look-alike host", "https://dеsk.example/", "is not the name of a website"),
            ("an endless link", "https://desk.example/" + "x" * 600, "more than 500 characters"),
        )
    ),
    # The file as a whole
    _whole("an empty file", "", 1, "the file is empty"),
    _whole("a list", "- title: x\n", 1, "this must be keys with values"),
    _whole("a calendar file", "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", 1, "one piece of text, not keys"),
    _whole("HTML", "<html><script>alert(1)</script></html>\n", 1, "one piece of text"),
    _whole("larger than 64 KiB", "kind: info\n" + "# padding\n" * 7000, 1, "larger than 64 KiB"),
    _whole("Latin-1", GOOD_EVENT.replace("prices", "caf\u00e9s").encode("latin-1"), 1, "not UTF-8 text"),
    _whole("a zero byte", b"kind: a\x00b\n", 1, CONTROL),
    _whole("two versions", f"{GOOD_EVENT}<<<<<<< a\n=======\n>>>>>>> b\n", len(_LINES) + 1, "two versions of this file"),
    _whole("a second document", f"{GOOD_EVENT}---\nkind: x\n", len(_LINES) + 1, "a second document"),
    _whole("a key twice", f"{GOOD_EVENT}kind: info\n", len(_LINES) + 1, '"kind" stands twice (first on line 3)'),
    _whole("a tab", "kind: x\n\tday: y\n", 2, NO_YAML),
    _whole("a billion laughs", "a: &a [x]\nb: &b [*a, *a]\n", 1, "an anchor (&a)"),
    _whole("deep lists", "day: " + "[" * 17 + "x" + "]" * 17, 1, "nested deeper than 16"),
)  # fmt: skip
# Every place that holds words, and how they are written there; then what no such place may hold.
_PLACES = (
    ("the title", "title:", "title: {{en: {}}}"),
    ("the summary", "summary:", "summary: {{en: {}}}"),
    ("the place", "place:", "place: {{en: {}}}"),
    ("the address", "address:", "address: {}"),
    ("the price", "cost_note:", "cost_note: {{en: {}}}"),
    ("for whom", "for_whom:", "for_whom: {{en: {}}}"),
    ("how many", "capacity:", "capacity: {{en: {}}}"),
    ("a note", "    - {day", "    - {{day: 2027-03-11, note: {{en: {}}}}}"),
)
_NOT_HERE = (
    ("an override", '"a\\u202Eb"', TURNS),
    ("a zero-width space", '"a\\u200Bb"', INVISIBLE),
    ("an escape code", '"a\\e[2Jb"', CONTROL),
    ("a bell", '"a\\ab"', CONTROL),
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
HOSTILE_EVENTS = (*_ONE_BY_ONE, *_EVERYWHERE)
