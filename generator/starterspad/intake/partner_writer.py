"""Writing a partner file: what a person said becomes a whole record, and the record one stable text.

The browser does the same (`web/core/intake/partner-file.js`); a test holds both to each other.
"""

from __future__ import annotations

import datetime
import json
import re
import unicodedata
from collections.abc import Collection

from starterspad.content.kinds import PARTNER
from starterspad.content.limits import MADE_ID_LENGTH
from starterspad.content.models.field_types import ID_PATTERN, RESERVED_IDS
from starterspad.content.yaml import Tree
from starterspad.intake.form_fields import bare_keys, key_order

# What other readers of YAML take for something else than text.
_WORDS = re.compile(r"(?:y|n|yes|no|on|off|true|false|null)", re.IGNORECASE)
_ID = re.compile(r"[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)?")
_LETTERS = r"\u00a1-\u1fff\u2010-\u2027\u2030-\ud7ff"
_PLAIN = re.compile(rf"[A-Za-z{_LETTERS}](?:[A-Za-z0-9 _.,()'\"/&+=;!?%*@~\u00a0{_LETTERS}-]|:(?=[^ ]))*")
# What YAML takes for the end of a line, or refuses; the reader says which letter it is.
_HIDDEN = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_HOST = re.compile(r"https://(?:www\.)?([^/?#]*)", re.IGNORECASE)
_BARE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|true|false")


def tidied(tree: Tree) -> Tree:
    """Return a tree without what is empty; texts become one line each, in composed letters."""
    if isinstance(tree, dict):
        kept = {key: tidied(value) for key, value in tree.items()}
        return {key: value for key, value in kept.items() if value not in ("", [], {})}
    if isinstance(tree, list):
        return [value for value in map(tidied, tree) if value not in ("", [], {})]
    return re.sub(r"[ \t\r\n]+", " ", unicodedata.normalize("NFC", tree)).strip(" ")


def completed(tree: dict[str, Tree], today: datetime.date) -> dict[str, Tree]:
    """Return a tidied record with what follows from the rest: ids of services, sources, and the days."""
    record = dict(tree)
    website = record.get("website")
    if not record.get("sources") and isinstance(website, str):
        record["sources"] = [website]
    sources = record.get("sources")
    services = record.get("services")
    if isinstance(services, list):
        taken = {str(service.get("id")) for service in services if isinstance(service, dict)}
        record["services"] = [_service(service, sources, taken) for service in services if isinstance(service, dict)]
    record.setdefault("sources_date", today.isoformat())
    record.setdefault("seen", "told")
    record.setdefault("checked", today.isoformat())
    confirmed = record.get("confirmed")
    if isinstance(confirmed, dict) and confirmed.get("by") and not confirmed.get("on"):
        record["confirmed"] = {"on": today.isoformat(), "by": confirmed["by"]}
    return record


def _service(service: dict[str, Tree], sources: Tree | None, taken: set[str]) -> dict[str, Tree]:
    record = dict(service)
    if not record.get("source") and isinstance(sources, list) and sources:
        record["source"] = sources[0]
    if not record.get("id"):
        title = record.get("title")
        words = next(iter(title.values()), "") if isinstance(title, dict) else ""
        record["id"] = free_id(id_of(str(words)) or "service", taken)
        taken.add(str(record["id"]))
    return record


def partner_id(tree: dict[str, Tree], taken: Collection[str]) -> str:
    """Return an id for a partner that is not taken: of its name, else of its website."""
    website = tree.get("website")
    host = _HOST.match(website) if isinstance(website, str) else None
    return free_id(id_of(str(tree.get("name", ""))) or id_of(host[1] if host else "") or "partner", taken)


def id_of(words: str) -> str:
    """Return the id that words make, such as `town-desk`; empty when their letters make none."""
    letters = "".join(c for c in unicodedata.normalize("NFD", words.lower()) if unicodedata.category(c) != "Mn")
    id = re.sub(r"^[0-9-]+", "", re.sub(r"[^a-z0-9]+", "-", letters))[:MADE_ID_LENGTH].strip("-")
    return id if re.fullmatch(ID_PATTERN, id) else ""


def free_id(id: str, taken: Collection[str]) -> str:
    """Return an id, with a number behind it where it is taken or reserved."""
    numbered = (f"{id}-{number}" for number in range(2, len(taken) + 4))
    return next(candidate for candidate in (id, *numbered) if candidate not in taken and candidate not in RESERVED_IDS)


def write_partner(tree: dict[str, Tree]) -> str:
    """Return the text of a partner file: keys in the order of the model, one text a line, quotes where needed.

    `tree` holds dicts, lists and texts as `read_yaml` returns them; reading the text again gives the same tree.
    """
    return PARTNER.modeline + write_record(tree, key_order(), frozenset(bare_keys()))


def write_record(tree: dict[str, Tree], order: dict[str, list[str]], bare: frozenset[str]) -> str:
    """Return the text of a record: keys in an order, as `key_order` has it, and the keys `bare` without quotes."""
    return "\n".join(_block(tree, "", "", order, bare)) + "\n"


def _block(
    tree: dict[str, Tree], path: str, indent: str, order: dict[str, list[str]], bare: frozenset[str]
) -> list[str]:
    known = order.get(path, [])
    keys = sorted(tree, key=lambda key: known.index(key) if key in known else len(known))
    lines: list[str] = []
    for key in keys:
        name, value, inner = key if key in known else _scalar(key), tree[key], f"{path}.{key}".lstrip(".")
        if isinstance(value, str):
            lines.append(f"{indent}{name}: {value if key in bare and _BARE.fullmatch(value) else _scalar(value)}")
        elif isinstance(value, list) and all(isinstance(item, str) and _stands_bare(item, key, bare) for item in value):
            lines.append(f"{indent}{name}: [{', '.join(map(str, value))}]")
        elif isinstance(value, list):
            lines.append(f"{indent}{name}:")
            for item in value:
                inside = f"{indent}    "
                below = _block(item, inner, inside, order, bare) if isinstance(item, dict) else [_scalar(str(item))]
                head, *rest = below or ["{}"]
                lines += [f"{indent}  - {head.lstrip(' ')}", *rest]
        else:
            lines += [f"{indent}{name}:", *_block(value, inner, f"{indent}  ", order, bare)]
    return lines


def _stands_bare(text: str, key: str, bare: frozenset[str]) -> bool:
    """Tell whether an item of a list needs no quotes: an id, or a day where days are asked."""
    if key in bare:
        return bool(_BARE.fullmatch(text))
    return bool(_ID.fullmatch(text)) and not _WORDS.fullmatch(text)


def _scalar(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and not _WORDS.fullmatch(text) and not text.endswith((" ", ":"))
    return text if plain else _HIDDEN.sub(lambda c: f"\\u{ord(c[0]):04x}", json.dumps(text, ensure_ascii=False))
