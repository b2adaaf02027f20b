"""What the forms about records need to know, such as `propose-fact.json`, and the files that hold the records."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import TypedDict

from starterspad.content.catalog import Catalog
from starterspad.content.folding import name_order
from starterspad.content.kinds import EVENT
from starterspad.content.localised_text import localised
from starterspad.content.place import Place
from starterspad.intake.record_forms import RECORD_FORMS, RecordForm
from starterspad.intake.record_lines import LinesJson, record_lines
from starterspad.output.partner_form_data import FormJson, form_json
from starterspad.rules.event_dates import DAYS_AHEAD, dates_of


class ChoosableJson(TypedDict):
    """A record that may be changed."""

    id: str
    words: str
    """what it says, to find it by"""
    file: str
    """the data with its file, below the site"""


class RecordFormJson(TypedDict):
    """A form about records: what it asks, and which of them there are."""

    form: FormJson
    says: str
    """the key of the words that a record is found by"""
    needed: list[str]
    """what is asked of a change too"""
    anew: list[str]
    """what is asked anew of a record that is there"""
    names: dict[str, dict[str, str]]
    """kind of what may be chosen of many -> id -> its name"""
    records: list[ChoosableJson]
    """those that may be changed"""
    path: str
    """the file that a new one goes into, with * for its id where each has its own; empty where the form begins none"""
    file: str
    """the data with that file, below the site; empty where there is none yet"""


class RecordAtJson(TypedDict):
    """A record as its file has it, and its lines there."""

    tree: object
    lines: LinesJson
    days: list[str]
    """those to come on which an event is held by its rule"""


class RecordFileJson(TypedDict):
    """The file of some records, as it is."""

    path: str
    text: str
    records: dict[str, RecordAtJson]


def record_form(catalog: Catalog, language: str, form: RecordForm) -> RecordFormJson:
    """Return a form about records as data, in one language of the site."""
    default = catalog.site.default_language
    known = catalog.of(form.kind)
    begins = form.kind.files if form.begins else ""
    return {
        "form": form_json(catalog, language, form.kind, form.fields),
        "says": form.says,
        "needed": list(form.needed),
        "anew": list(form.anew),
        "names": _names(catalog, language, {field.kind for field in form.fields}),
        "records": [
            {
                "id": id,
                "words": localised(getattr(record, form.says), language, default)[0],
                "file": _name(catalog.places[form.kind.name, id]),
            }
            for id, record in known.items()
            if form.changes
        ],
        "path": begins,
        "file": _name(catalog.places[form.kind.name, next(iter(known))])
        if begins and known and form.kind.form != "each"
        else "",
    }


def _names(catalog: Catalog, language: str, kinds: set[str]) -> dict[str, dict[str, str]]:
    """Return the names of what a form lets choose of many."""
    default = catalog.site.default_language
    tasks = {id: localised(task.title, language, default)[0] for id, task in catalog.tasks.items()}
    helping = [(name_order(partner.name), id) for id, partner in catalog.partners.items() if partner.helps]
    names = {"tasks": tasks, "partner": {id: catalog.partners[id].name for _, id in sorted(helping)}}
    return {kind: known for kind, known in names.items() if kind in kinds}


def record_files(catalog: Catalog, today: datetime.date) -> Iterator[tuple[str, RecordFileJson]]:
    """Yield the path below the site, and the data, of each file with records that a form may change."""
    files: dict[str, dict[str, Place]] = defaultdict(dict)
    for form in RECORD_FORMS.values():
        for id in catalog.of(form.kind):
            place = catalog.places[form.kind.name, id]
            files[place.source.path][id] = place
    for path, places in files.items():
        text = (catalog.root / path).read_text("utf-8-sig").replace("\r\n", "\n")
        records: dict[str, RecordAtJson] = {
            id: {"tree": place.tree, "lines": record_lines(place, text), "days": _days(catalog, id, place, today)}
            for id, place in places.items()
        }
        yield _name(next(iter(places.values()))), {"path": path, "text": text, "records": records}


def _name(place: Place) -> str:
    return f"records/{place.source.path.removesuffix('.yml')}.json"


def _days(catalog: Catalog, id: str, place: Place, today: datetime.date) -> list[str]:
    """Return the days to come on which an event is held by its rule; none of other records."""
    event = catalog.of(EVENT).get(id)
    if event is None or catalog.places[EVENT.name, id] is not place:
        return []
    dates = dates_of(id, event, today, today + datetime.timedelta(DAYS_AHEAD))
    return [date.by_rule.isoformat() for date in dates]
