"""Makes the pages of partners alone, in every language, as Hugo does: read, judged, rendered and written, nothing else.

python -m tools.bench.partner_pages INSTANCE SITE
"""

from __future__ import annotations

import datetime
import sys
import tempfile
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from starterspad.content.loader import load_catalog
from starterspad.content.problems import raise_errors
from starterspad.output.assets import shared_assets
from starterspad.output.output_folder import write_files
from starterspad.output.page_names import WRITTEN
from starterspad.pages.layout.layouts import Layouts, render_layouts
from starterspad.pages.page import Page
from starterspad.pages.partner import pages
from starterspad.pages.render import inputs_by_language
from starterspad.quality.checks import check
from starterspad.quality.coverage import Coverage

_TOGETHER = 16


def make_partner_pages(root: Path, out: Path) -> None:
    """Write the pages of the partners of an instance into a folder that is empty or its own."""
    today = datetime.datetime.now(datetime.UTC).date()
    catalog = load_catalog(root, today)
    raise_errors(check(catalog))
    assets = shared_assets(catalog)
    with tempfile.TemporaryDirectory() as cache:
        layouts = render_layouts(
            catalog, assets=assets.folder, written_sheet=assets.sheets[WRITTEN], today=today, cache=Path(cache)
        )
    # Who helps whom is another page's matter.
    coverage = Coverage(axes={}, help={}, catalog=catalog)
    inputs = inputs_by_language(coverage, dict.fromkeys(catalog.site.languages, ""), today)
    records = list(zip(*(list(pages(inputs[language])) for language in inputs), strict=True))
    blocks = (records[start : start + _TOGETHER] for start in range(0, len(records), _TOGETHER))
    write_files(out, [partial(_files, layouts, assets.sheets["partner"], tuple(inputs), block) for block in blocks])


def _files(
    layouts: Layouts, sheet: str, languages: tuple[str, ...], records: Iterable[tuple[Page, ...]]
) -> Iterator[tuple[str, bytes]]:
    for language, page in chain.from_iterable(zip(languages, record, strict=True) for record in records):
        yield f"{language}/{page.path}index.html", layouts.render_into(language, page, page.body, sheet).encode()


if __name__ == "__main__":
    make_partner_pages(Path(sys.argv[1]), Path(sys.argv[2]))
