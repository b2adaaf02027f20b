"""What helps to write content: the registry of ids, and schemas for editors."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import click

from starterspad.cli.failure import sound_catalog
from starterspad.cli.options import ROOT
from starterspad.cli.whole_file import write_whole


@click.command()
@ROOT
@click.option("--anew", is_flag=True, help="Begin a registry of your own, in place of that of the site you copied.")
@click.option("--moved", is_flag=True, help="Keep the registry: the same portal stands at another address now.")
def register(root: Path, *, anew: bool, moved: bool) -> None:
    """Add what is new to the registry of ids and of the values of facts: a small file each, below content/registry/."""
    from starterspad.content.kinds import REGISTERED_ADDRESS, REGISTRY
    from starterspad.content.old_registries import OLD_IDS, OLD_VALUES
    from starterspad.content.registry_writer import registry_files

    if anew and moved:
        raise click.UsageError("--anew begins another registry, and --moved keeps this one: choose one of them.")
    gone = REGISTRY if anew else REGISTERED_ADDRESS if moved else ""
    with _without(root / gone) if gone else nullcontext():
        files = registry_files(sound_catalog(root))
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        write_whole(root / name, text)
    # What stands in them was read, and stands in files of its own by now.
    old = [name for name in (OLD_IDS, OLD_VALUES) if (root / name).exists()]
    for name in old:
        (root / name).unlink()
    if old:
        click.echo(f"Turned {' and '.join(old)} over into {REGISTRY}/: commit that they are gone too.")
    counted = "1 file" if len(files) == 1 else f"{len(files)} files"
    click.echo(f"Wrote {counted} below {REGISTRY}/. Commit them." if files else "Nothing is new to the registry.")


@contextmanager
def _without(path: Path) -> Iterator[None]:
    """Take a file or a folder away; it comes back where what follows fails."""
    if not path.exists():
        yield
        return
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".") as beside:
        aside = path.rename(Path(beside) / path.name)
        try:
            yield
        except BaseException:
            aside.rename(path)
            raise


@click.command()
@ROOT
@click.option("--editor", is_flag=True, help="Write only what your own editor needs, and git passes over.")
@click.option("--check", is_flag=True, help="Write nothing: name what is stale, and fail where something is.")
def generate(root: Path, *, editor: bool, check: bool) -> None:
    """Write the files that follow from the content: schemas/, and the forms and owners for the host."""
    from starterspad.upkeep.generated_files import files_of_editor, generated_files, left_over, stale_files

    catalog = sound_catalog(root)
    if check:
        if editor:
            raise click.UsageError("--editor writes what git passes over, of which nothing can be stale.")
        stale = list(stale_files(catalog))
        click.echo("\n".join(map(str, stale)) or "Every generated file is what follows from the content.")
        raise SystemExit(1 if stale else 0)
    kept, own = {} if editor else generated_files(catalog), files_of_editor(catalog)
    for name, text in (kept | own).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        write_whole(root / name, text)
    for name in () if editor else left_over(catalog):
        (root / name).unlink()
    click.echo(f"Wrote {len(kept)} files: commit them." if kept else f"Wrote {', '.join(own)} for your own editor.")


@click.command()
@ROOT
@click.argument("name", required=False)
def schema(root: Path, name: str | None) -> None:
    """Print the JSON Schema of one kind of content file, such as partner, or of all."""
    from starterspad.upkeep.json_schemas import whole_schemas

    catalog = sound_catalog(root)
    schemas = whole_schemas(catalog)
    if name and name not in schemas:
        raise click.BadParameter(f"{name!r} is not one of {', '.join(schemas)}.", param_hint="NAME")
    click.echo(json.dumps(schemas[name] if name else schemas, indent=2, ensure_ascii=False))
