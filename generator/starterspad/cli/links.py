"""What needs the network: whether the addresses of an instance still answer."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from starterspad.cli.failure import sound_catalog
from starterspad.cli.formats.problems import json_text, printable
from starterspad.cli.options import FORMAT, ROOT, TODAY, date

if TYPE_CHECKING:
    from starterspad.quality.links import LinkStatus


@click.command()
@ROOT
@TODAY
@click.option("--list", "only_list", is_flag=True, help="List the addresses and where they stand; ask none.")
@FORMAT(type=click.Choice(["text", "json"]), default="text")
def links(root: Path, today: datetime.datetime | None, only_list: bool, output_format: str) -> None:
    """Ask every address elsewhere whether it still exists. Fails when one is gone, never for network trouble."""
    from starterspad.cli.formats.reports import links_json, links_lines
    from starterspad.quality.links import addresses, check_links

    day = date(today)
    catalog = sound_catalog(root)
    places = addresses(catalog, day)
    statuses: Mapping[str, LinkStatus] = {} if only_list else check_links(catalog, day)
    if output_format == "json":
        click.echo(json_text(links_json(places, statuses, day)))
    elif only_list:
        for address, locations in places.items():
            click.echo(f"{printable(address)}  {', '.join(map(str, locations))}")
    else:
        for line in links_lines(places, statuses):
            click.echo(line)
    raise SystemExit(1 if any(link_status.state == "gone" for link_status in statuses.values()) else 0)
