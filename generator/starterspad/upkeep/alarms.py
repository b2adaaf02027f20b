"""What a reviewer should look at first in a change: not faults, but what a fault or a fraud would look like."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import phonenumbers

from starterspad.content.catalog import Catalog
from starterspad.content.folding import fold
from starterspad.content.kinds import EVENT, FACT, PARTNER
from starterspad.content.yaml import Tree
from starterspad.rules.event_dates import dates_of
from starterspad.upkeep.look_alikes import (
    hosts_in,
    hosts_look_alike,
    look_alike,
    names_account,
    nearly_alike,
    same_site,
    scripts_of,
)
from starterspad.upkeep.record_changes import RecordChange

# On so many days of a year no organisation holds an evening.
_MANY_DAYS = 100
# An offer on so large a part of all steps helps with none of them in particular.
_MANY_STEPS = 0.5
_DEAR = (phonenumbers.PhoneNumberType.PREMIUM_RATE, phonenumbers.PhoneNumberType.SHARED_COST)


class Alarms:
    """What is remarkable in changes from `base` to `head`, each judged by itself."""

    def __init__(self, base: Catalog, head: Catalog, today: datetime.date) -> None:
        self.base = base
        self.head = head
        self.today = today

    def of(self, change: RecordChange) -> tuple[str, ...]:
        """Return sentences about one change; none where there is nothing remarkable in it."""
        kind, _, id = change.record.partition("/")
        texts = set(_texts(change.after)) - set(_texts(change.before))
        return tuple(
            dict.fromkeys(
                (
                    *self._addresses(change, texts),
                    *self._numbers(texts),
                    *self._names(change, kind, id),
                    *self._same_reach(change, kind, id, texts),
                    *self._steps(change),
                    *self._identity(change, kind, id),
                    *self._trust(change, kind),
                    *self._fact(change, kind),
                    *self._event(change, kind, id),
                    *self._taken_away(change, kind, id),
                )
            )
        )

    def _addresses(self, change: RecordChange, texts: Iterable[str]) -> Iterator[str]:
        before = {host for text in _texts(change.before) for host in hosts_in(text)}
        for host in dict.fromkeys(host for text in sorted(texts) for host in hosts_in(text)):
            if change.kind == "reach" and before and not any(same_site(host, other) for other in before):
                yield f"leads elsewhere: to {host}, not to {', '.join(sorted(before))}"
            if host in self._hosts or host in before:
                continue
            alike = [other for other in self._hosts if hosts_look_alike(host, other)]
            if host.startswith("xn--") or ".xn--" in host:
                yield f"{host} is written in letters that may look like others"
            if alike:
                yield f"{host} looks like {alike[0]}, and is another website"
            elif not any(same_site(host, other) for other in self._hosts):
                yield f"{host} stood nowhere on this site before"

    def _numbers(self, texts: Iterable[str]) -> Iterator[str]:
        for text in sorted(texts):
            for match in phonenumbers.PhoneNumberMatcher(text, self.base.site.region):
                if phonenumbers.number_type(match.number) in _DEAR:
                    yield f"{match.raw_string} is a number for which one pays more"
            if names_account(text):
                yield "names a bank account"

    def _names(self, change: RecordChange, kind: str, id: str) -> Iterator[str]:
        name = _name(change.after) if change.comes else change.after if change.key in ("name", "title") else None
        if not isinstance(name, str):
            return
        scripts = scripts_of(name)
        if len(scripts) > 1:
            yield f"its name mixes letters of {' and '.join(scripts)}"
        for (other_kind, other), place in self.base.places.items():
            if other_kind == kind and other != id and look_alike(name, _name(place.tree) or ""):
                yield f"its name looks like that of {kind}/{other}"

    def _same_reach(self, change: RecordChange, kind: str, id: str, texts: Iterable[str]) -> Iterator[str]:
        if kind == PARTNER.name:
            for text in sorted(texts):
                for other in self._reached_by.get(text, ()):
                    if other != id:
                        yield f"{text} is that of partner/{other} too"
        if change.key == "logo" and id in self.head.logos:
            own = self.head.logos[id].content
            others = (other for other, logo in self.base.logos.items() if other != id and logo.content == own)
            yield from (f"is the logo of partner/{other}" for other in others)

    def _steps(self, change: RecordChange) -> Iterator[str]:
        steps = self.head.ids("task")
        before, after = _named(change.before, "helps_with"), _named(change.after, "helps_with")
        if change.key.endswith("helps_with"):
            before, after = set(_texts(change.before)), set(_texts(change.after))
        more = sorted(after - before)
        if not change.comes and more:
            yield f"stands on {len(more)} more step{'s' if len(more) > 1 else ''}: {', '.join(more)}"
        if more and len(after) >= _MANY_STEPS * len(steps):
            yield f"stands on {len(after)} of all {len(steps)} steps"

    def _identity(self, change: RecordChange, kind: str, id: str) -> Iterator[str]:
        if change.key == "id":
            yield f"takes the place of {kind}/{change.before}, with all that people chose there"
        elif change.kind == "identity" or not change.key:
            before, after = (
                set(_texts(side)) if change.key else _named(side, "aliases") for side in (change.before, change.after)
            )
            for alias in sorted((after - before) & self._ids.keys() - {id}):
                yield f"takes over what people chose as {alias}"

    def _trust(self, change: RecordChange, kind: str) -> Iterator[str]:
        if kind == "invariant" and change.before is not None:
            yield "what the proof must hold for everybody is changed"
        if kind == "persona" and change.before is not None:
            yield "what must hold for a person is changed"
        if change.key == "seen" and change.after == "live":
            yield "says that somebody looked for real"
        if change.key.partition(".")[0] == "confirmed" and change.after:
            yield "says that the organisation itself confirmed all of this"
        if change.key.endswith("source_kind") and change.after == "official":
            yield "says that its source is official"
        if ("accepted" in change.key.split(".") or _named(change.after, "accepted")) and change.after:
            yield "takes a warning of the checks away"
        if change.key in ("when", "unless") or change.key.endswith((".when", ".unless")):
            gone = change.after is None
            yield "holds for everybody now" if gone and change.key.endswith("when") else "holds for others now"

    def _fact(self, change: RecordChange, kind: str) -> Iterator[str]:
        if kind != FACT.name or not change.comes or not isinstance(change.after, dict):
            return
        text = " ".join(_texts(change.after.get("text")))
        for other, fact in self.base.facts.items():
            old = " ".join(fact.text.values())
            if nearly_alike(fold(text), fold(old)):
                yield f"says nearly what fact/{other} says"

    def _event(self, change: RecordChange, kind: str, id: str) -> Iterator[str]:
        if kind == EVENT.name and id in self.head.events and not change.goes:
            last = self.today + datetime.timedelta(365)
            days = sum(1 for _ in dates_of(id, self.head.events[id], self.today, last))
            if days >= _MANY_DAYS:
                yield f"is held on {days} days of a year"

    def _taken_away(self, change: RecordChange, kind: str, id: str) -> Iterator[str]:
        if change.goes:
            yield f"{kind}/{id} is taken away"
        if change.key in ("left", "paused") and change.after:
            yield "nobody is sent there any more"
        part = change.key.rpartition(".")
        if change.after is None and part[0] in ("services", "options"):
            yield f"{part[2]} is taken away"

    @cached_property
    def _ids(self) -> Mapping[str, None]:
        """Every id before the change, of records and of what they hold."""
        inside = (item for place in self.base.places.values() for _, item in place.pieces())
        ids = (item["id"] for item in inside if isinstance(item, dict) and "id" in item)
        return dict.fromkeys((*(id for _, id in self.base.places), *map(str, ids)))

    @cached_property
    def _hosts(self) -> Mapping[str, None]:
        """Every website and mail host that is named anywhere before the change."""
        texts = (text for place in self.base.places.values() for text in (*_texts(place.tree), place.source.body))
        return dict.fromkeys(host for text in texts for host in hosts_in(text))

    @cached_property
    def _reached_by(self) -> Mapping[str, list[str]]:
        """Return value -> ids of the partners that are reached by it."""
        reached: dict[str, list[str]] = {}
        for id, partner in self.base.partners.items():
            contact = partner.contact
            for value in (partner.website, contact.phone, contact.email, contact.page, contact.address):
                if value:
                    reached.setdefault(value, []).append(id)
        return reached


def _texts(tree: Tree | None) -> Iterator[str]:
    waiting = [tree]
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, str):
            yield piece
        elif isinstance(piece, dict):
            waiting += piece.values()
        elif piece:
            waiting += piece


def _named(tree: Tree | None, key: str) -> set[str]:
    """Return every text that stands below a key, however deep the key stands."""
    texts: set[str] = set()
    waiting = [tree]
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, dict):
            texts.update(_texts(piece.get(key)))
            waiting += piece.values()
        elif isinstance(piece, list):
            waiting += piece
    return texts


def _name(tree: Tree | None) -> str | None:
    name = tree.get("name") if isinstance(tree, dict) else None
    return name if isinstance(name, str) else None
