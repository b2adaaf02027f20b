"""What `portal register` writes: a file for each id that is new, and for each fact that says something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starterspad.content.id_registry import existing, file_of
from starterspad.content.kinds import REGISTERED_ADDRESS, REGISTRY
from starterspad.content.old_registries import OLD_IDS, OLD_VALUES
from starterspad.content.value_registry import VALUES, registered_value, typed_over, value_text

if TYPE_CHECKING:
    from starterspad.content.catalog import Catalog

README = f"{REGISTRY}/README.md"
ATTRIBUTES = f"{REGISTRY}/.gitattributes"
_SAME_EVERYWHERE = {
    README: """\
# What was published

`portal register` writes these files, and nobody else: do not edit, rename or delete one. Commit them with your change.

Every id that was ever published is a file here, because a starter's plan may hold it for years. Its name says all, so
it is empty. Below `values` stands what each fact said when it was registered last. To rename something, give the record
`aliases`; to take it away for good, list it in `content/retired.yml`. `address.txt` says of which site this is: another
portal that begins with a copy runs `portal register --anew`, and one that moves `portal register --moved`.
""",
    # Hosts fold them in what they show of a change.
    ATTRIBUTES: "* linguist-generated\n",
}


def registry_files(catalog: Catalog) -> dict[str, str]:
    """Return path -> text of each file of the registry that is not there as it should be; writes nothing.

    No file of the registry is ever taken away, whatever became of its record: what published it may be asked for, and
    git takes one file that goes and another that comes for one that was renamed.
    """
    own = {**_SAME_EVERYWHERE, REGISTERED_ADDRESS: f"{catalog.site.base_url}\n"}
    files = {name: text for name, text in own.items() if not _stands(catalog, name, text)}
    published = catalog.published or {}
    for kind, id in dict.fromkeys((*published, *existing(catalog))):
        at = published.get((kind, id))
        if at is None or at.path == OLD_IDS:
            files[file_of(kind, id)] = ""
    return files | _value_files(catalog)


def _stands(catalog: Catalog, name: str, text: str) -> bool:
    path = catalog.root / name
    return path.is_file() and path.read_text("utf-8") == text


def _value_files(catalog: Catalog) -> dict[str, str]:
    """Return the files of the facts that say something else than they did, but for those that were typed over."""
    files: dict[str, str] = {}
    turned = (catalog.root / OLD_VALUES).exists()
    for id in sorted({*catalog.facts, *catalog.values}):
        before = catalog.values.get(id)
        now = registered_value(catalog.facts[id], catalog.site.default_language) if id in catalog.facts else None
        kept = before if now is None or typed_over(before, now) else now
        if kept and (kept != before or turned):
            files[f"{VALUES}/{id}.yml"] = value_text(kept)
    return files
