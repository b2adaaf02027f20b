"""What helps to write content: the registry of ids, and schemas for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from starterspad.cli.failure import sound_catalog
from starterspad.cli.options import ROOT
from starterspad.cli.whole_file import write_whole


@click.command()
@ROOT
def register(root: Path) -> None:
    """Add what is new to the registries: of ids, content/published.yml, and of the values of facts."""
    from starterspad.content.id_registry import REGISTRY, registered
    from starterspad.content.value_registry import VALUES, values_text

    catalog = sound_catalog(root)
    write_whole(root / REGISTRY, registered(catalog))
    write_whole(root / VALUES, values_text(catalog.facts, catalog.values, catalog.site.default_language))
    click.echo(f"Wrote {REGISTRY} and {VALUES}. Commit them.")


@click.command()
@ROOT
def generate(root: Path) -> None:
    """Write the files that follow from the content: schemas/, and the issue forms and owners below .github/."""
    from starterspad.upkeep.generated_files import SCHEMAS, generated_files

    catalog = sound_catalog(root)
    files = generated_files(catalog)
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        write_whole(root / name, text)
    for path in (root / SCHEMAS).glob("*.json"):
        if f"{SCHEMAS}/{path.name}" not in files:
            path.unlink()
    click.echo(f"Wrote {len(files)} files. Commit them.")


@click.command()
@ROOT
@click.argument("name", required=False)
def schema(root: Path, name: str | None) -> None:
    """Print the JSON Schema of one kind of content file, such as partner, or of all."""
    from starterspad.upkeep.json_schemas import json_schemas

    catalog = sound_catalog(root)
    schemas = json_schemas(catalog)
    if name and name not in schemas:
        raise click.BadParameter(f"{name!r} is not one of {', '.join(schemas)}.", param_hint="NAME")
    click.echo(json.dumps(schemas[name] if name else schemas, indent=2, ensure_ascii=False))
