"""The limits that stand in more than one place: how long a text may be, how many a list holds, how many are too many.

What only one module limits stands there. The browser gets those it needs as `web/core/constants.js` (`make types`
writes it) and with the form for partners, templates `WRITING_LIMITS` as `limits`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# The most characters of a text of the content: of a line, a title, a short text, a long text, an address.
CONTENT_LIMITS: Mapping[str, int] = MappingProxyType(
    {"line": 200, "title": 140, "short-text": 700, "long-text": 6000, "address": 500}
)
# The most offers of a partner.
MOST_SERVICES = 40
# The most sentences to say to whoever helps: more nobody says at a desk.
MOST_SAID = 6
# The most times that an event is held by one rule, and the most of its days that are otherwise.
MOST_REPEATED = 400
MOST_CHANGED = 60
# The most rules that say when a desk is open.
MOST_OPENINGS = 12
# One bit each in the whole numbers of 32 bits that the browser decides with.
MOST_OPTIONS = 30
# The most accents on one letter: more are drawn over other lines.
MOST_MARKS = 4
# The most characters of an id that is made of a name.
MADE_ID_LENGTH = 40

# What a journal may hold: characters of a path, of a text and of who wrote; items of a list; fields; characters of all.
JOURNAL_LIMITS: Mapping[str, int] = MappingProxyType(
    {"path": 200, "text": 4000, "writer": 40, "list": 60, "fields": 5000, "size": 4_000_000}
)
# The most characters of what a person writes on a page; all but the names go into the journal.
WRITING_LIMITS: Mapping[str, int] = MappingProxyType(
    {
        "name": 60,
        "own_step": 200,
        "place": 200,
        "notes": JOURNAL_LIMITS["text"],
        "why_not": 500,
        "advice": 1000,
        "decision": 1000,
        "worksheet": 2000,
        "plan_answer": JOURNAL_LIMITS["text"],
        "sum": 20,
    }
)

# What a calculator may hold: characters of a formula, its parts, how deep they nest; inputs, steps, months; the highest
# power.
FORMULA_LIMITS: Mapping[str, int] = MappingProxyType(
    {
        "length": 600,
        "parts": 200,
        "depth": 24,
        "inputs": 40,
        "steps": 80,
        "months": 120,
        "power": 600,
    }
)
# The most that any figure of a calculator may come to, and how exact it may get: more is said to be too large.
FIGURE_LIMITS: Mapping[str, int] = MappingProxyType({"value": 1_000_000_000_000_000, "bits": 12_000})

# So many at once one takes in: certain steps in a phase, helpers shown as cards. More are too many.
MOST_AT_ONCE = 9
# The most characters of what stands on the card of a step, so that whom to call stands on the first screen of a phone.
CARD_LIMITS: Mapping[str, int] = MappingProxyType({"why": 60, "danger": 90})
# So many others a partner's page names beside it, and so many helpers a question of what people ask.
MOST_NEIGHBOURS = 12
# So many cards of a list stand on a page; the others come when they are asked for, or stand on pages of their own.
LISTED_AT_ONCE = 60
# So many names fill a page that holds nothing but names.
NAMED_AT_ONCE = 500
# After so many days without an answer one may ask again, where the service names no other number.
DAYS_TO_WAIT = 10
# Among so many partners for one step a starter cannot choose, and a new one is hardly seen. Fewer than MOST_AT_ONCE:
# choosing means comparing, which is harder than reading on.
CROWDED = 8
