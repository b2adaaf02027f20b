"""What the forms about records need to know, such as `propose-fact.json`, and the files that hold the records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TypedDict

from starterspad.content.catalog import Catalog
from starterspad.content.localised_text import localised
from starterspad.content.place import Place
from starterspad.intake.record_forms import RECORD_FORMS, RecordForm
from starterspad.intake.record_lines import LinesJson, record_lines
from starterspad.output.partner_form_data import FormJson, form_json


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
    anew: list[str]
    """what is asked anew of a record that is there"""
    records: list[ChoosableJson]
    """those that may be changed"""
    path: str
    """the file that a new one goes into; empty where the form changes those that are there"""
    file: str
    """the data with that file, below the site; empty where there is none yet"""


class RecordAtJson(TypedDict):
    """A record as its file has it, and its lines there."""

    tree: object
    lines: LinesJson


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
        "anew": list(form.anew),
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
        "file": _name(catalog.places[form.kind.name, next(iter(known))]) if begins and known else "",
    }


def record_files(catalog: Catalog) -> Iterator[tuple[str, RecordFileJson]]:
    """Yield the path below the site, and the data, of each file with records that a form may change."""
    files: dict[str, dict[str, Place]] = defaultdict(dict)
    for form in RECORD_FORMS.values():
        for id in catalog.of(form.kind):
            place = catalog.places[form.kind.name, id]
            files[place.source.path][id] = place
    for path, places in files.items():
        text = (catalog.root / path).read_text("utf-8-sig").replace("\r\n", "\n")
        records: dict[str, RecordAtJson] = {
            id: {"tree": place.tree, "lines": record_lines(place, text)} for id, place in places.items()
        }
        yield _name(next(iter(places.values()))), {"path": path, "text": text, "records": records}


def _name(place: Place) -> str:
    return f"records/{place.source.path.removesuffix('.yml')}.json"
