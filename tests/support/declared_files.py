"""The files of a site that programs read, each held against what Python declares."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from starterspad.output.appearing_data import AppearingJson
from starterspad.output.calculators_data import ToldCalculatorJson
from starterspad.output.gaps_data import GapsJson
from starterspad.output.partner_form_data import FormJson
from starterspad.output.record_form_data import RecordFileJson, RecordFormJson
from starterspad.output.search_index import SearchEndingsJson, SearchIndexJson, SearchPagesJson, SearchShardJson
from starterspad.pages.card_parts import CardPartsJson
from starterspad.rules.coming_json import ComingEventsJson
from starterspad.rules.decision_model import ModelJson, WordsJson

from tests.support.typed_json import mismatches

FILES: dict[str, object] = {
    "*/decision-model.*.json": ModelJson,
    "*/words/*.json": WordsJson,
    "*/search-index.json": SearchIndexJson,
    "*/search-index/words.*.json": SearchShardJson,
    "*/search-index/endings.*.json": SearchEndingsJson,
    "*/search-index/pages.*.json": SearchPagesJson,
    "*/partner-form.json": FormJson,
    "*/propose-*.json": RecordFormJson,
    "records/**/*.json": RecordFileJson,
    "*/card-parts.json": CardPartsJson,
    "*/calculators.json": dict[str, ToldCalculatorJson],
    "*/coming.json": ComingEventsJson,
    "appearing/*.json": AppearingJson,
    "gaps.json": GapsJson,
}


def undeclared(site: Path) -> Iterator[str]:
    """Yield what is in a file of a site and is not declared, or is declared and not there."""
    declared: set[Path] = set()
    for pattern, hint in FILES.items():
        paths = set(site.glob(pattern))
        # A small city's words stand in the model, and not every city has facts, calculators or a calendar.
        if not paths and pattern not in ("*/words/*.json", "*/calculators.json", "*/coming.json", "records/**/*.json"):
            yield f"{pattern}: no such file"
        declared |= paths
        for path in sorted(paths):
            yield from (f"{path.name}: {mismatch}" for mismatch in mismatches(json.loads(path.read_bytes()), hint))
    # A partner's file is its YAML, whose keys the models hold.
    others = set(site.rglob("*.json")) - declared - set(site.glob("partners/*.json"))
    yield from sorted({path.name for path in others} - {".portal-manifest.json"})
