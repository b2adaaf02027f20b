"""What needs the network: whether the addresses of an instance still answer."""

from __future__ import annotations

import json
from pathlib import Path

import click

from starterspad.cli import formats
from starterspad.cli.failure import sound_catalog
from starterspad.cli.options import ROOT


@click.command()
@ROOT
@click.option("--list", "only_list", is_flag=True, help="List the addresses and where they stand; ask none.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def links(root: Path, only_list: bool, form: str) -> None:
    """Ask every address elsewhere whether it still exists. Fails when one is gone, never for network trouble."""
    from starterspad.quality.links import addresses, check_links

    catalog = sound_catalog(root)
    places = addresses(catalog)
    if only_list:
        for address, locations in places.items():
            click.echo(f"{formats.printable(address)}  {', '.join(map(str, locations))}")
        return
    statuses = check_links(catalog)
    if form == "json":
        click.echo(json.dumps(formats.links_json(places, statuses), indent=2, ensure_ascii=False))
    else:
        for line in formats.links_lines(places, statuses):
            click.echo(line)
    raise SystemExit(1 if any(link_status.state == "gone" for link_status in statuses.values()) else 0)
