"""What a site is made of: which pages and data take its bytes and files, and what of that a partner more brings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tools.bench.builds import HUGO, OURS
from tools.bench.figures import heading, table
from tools.bench.workshop import Workshop, languages_of

# Bytes that a partner must add for a part to be told, or that it must have anyway.
_LEAST, _MUCH = 10, 1_000_000


def say_parts(shop: Workshop, size: int) -> None:
    """Print for each part of the site what it takes at this size, and what each partner brought."""
    heading(f"Where the bytes go, {size:,} partners more")
    languages = languages_of(shop.instance(0))
    for maker in (OURS, HUGO):
        alone, many = (parts_of(shop.site(maker, number), languages) for number in (0, size))
        rows = []
        for part, (amount, files) in sorted(many.items(), key=lambda item: -item[1][0]):
            before = alone.get(part, (0, 0))
            added, more = (amount - before[0]) / size, (files - before[1]) / size
            # What is little, and as much at every size, would only hide the rest.
            if abs(added) >= _LEAST or amount > _MUCH:
                rows.append([part, f"{amount / 1e6:.2f} MB", f"{files:,}", f"{added / 1000:.2f} kB", f"{more:.2f}"])
        table([f"{maker}: part", "bytes", "files", "a partner more", "files"], rows)
        print()


def parts_of(site: Path, languages: tuple[str, ...]) -> dict[str, tuple[int, int]]:
    """Return the bytes and the files of each part of a site; all languages of a part are one."""
    amounts, files = Counter[str](), Counter[str]()
    for path in _files(site):
        part = _part(path.relative_to(site), languages)
        amounts[part] += path.stat().st_size
        files[part] += 1
    return {part: (amounts[part], files[part]) for part in amounts}


def _files(site: Path) -> Iterator[Path]:
    return (path for path in site.rglob("*") if path.is_file())


def _part(path: Path, languages: tuple[str, ...]) -> str:
    """Return the first folder below that of the language, and what kind of file it is: `*/partners, html`."""
    folders = ["*" if folder in languages else folder for folder in path.parts[:-1]]
    kind = path.suffix.removeprefix(".") or path.name
    # The page of a list stands beside the pages that it lists, and is another part.
    listing = folders[:1] == ["*"] and len(folders) == 2 and path.name == "index.html"
    return f"{'/'.join(folders[:2]) or 'beside them'}{', the list' if listing else ''}, {kind}"
