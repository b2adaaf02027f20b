"""Records that somebody looked up where they stand, as `portal confirm` wrote it down."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping

from starterspad.content.kinds import FACT, PROGRAMME, TASK
from starterspad.content.models.field_types import Record
from starterspad.content.models.seen_live import SeenLive

# What is confirmed one by one; a partner's file says it itself.
CONFIRMED_HERE = (FACT.name, TASK.name, PROGRAMME.name)
_HEAD = """\
# Who opened the pages that a fact, a step or a programme rests on, and when: `portal confirm` writes this, nobody else.
"""


def seen_live(records: Mapping[str, Record], entries: Iterable[SeenLive]) -> dict[str, Record]:
    """Return the records of one kind by id, each seen live where that was the last time that anybody looked."""
    live: dict[str, Record] = dict(records)
    for entry in entries:
        record = live.get(entry.id)
        checked = getattr(record, "checked", None)
        if record and isinstance(checked, datetime.date) and checked <= entry.on:
            live[entry.id] = record.model_copy(update={"seen": "live", "checked": entry.on})
    return live


def seen_live_text(entries: Iterable[SeenLive]) -> str:
    """Return the text of the file (YAML): the last time of each record, sorted by kind and id."""
    last = {(entry.kind, entry.id): entry for entry in sorted(entries, key=lambda entry: entry.on)}
    lines = (
        f"- {{kind: {kind}, id: {id}, on: {entry.on}, by: {json.dumps(entry.by, ensure_ascii=False)}}}\n"
        for (kind, id), entry in sorted(last.items())
    )
    return _HEAD + "".join(lines)
