"""Compare two built sites file by file: `python tools/compare_sites.py A B` prints what differs, and ends with 1.

Names of shared files hold a hash of their content (`assets/<hash>/`, `decision-model.<hash>.json`). Wherever such a
hash stands, in a name or in a text, it is written as dashes first: one changed style sheet is one difference then, and
not one on every page.
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from pathlib import Path

# What a build remembers about itself: hashes of everything, so that it differs whenever anything does.
MANIFEST = ".portal-manifest.json"
_HASHED = re.compile(rb"(?<=assets/)[0-9a-f]{10}(?=/)|(?<=decision-model\.)[0-9a-f]{10}(?=\.json)")
_LINES_SHOWN = 6


def site_files(site: Path) -> dict[str, bytes]:
    """Return path -> content of a site, with the hashes in names written as dashes."""
    files: dict[str, bytes] = {}
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.name != MANIFEST:
            name = _without_hashes(path.relative_to(site).as_posix().encode()).decode()
            files[name] = _without_hashes(path.read_bytes())
    return files


def differences(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """Return a line or more for each file that only one site has, or that the two have otherwise."""
    lines: list[str] = []
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            lines.append(f"only before: {name}")
        elif name not in before:
            lines.append(f"only after: {name}")
        elif before[name] != after[name]:
            lines += [f"differs: {name}", *_changed_lines(before[name], after[name])]
    return lines


def _without_hashes(text: bytes) -> bytes:
    return _HASHED.sub(b"-" * 10, text)


def _changed_lines(before: bytes, after: bytes) -> list[str]:
    old, new = (text.decode("utf-8", "replace").splitlines() for text in (before, after))
    changed = [line[:160] for line in difflib.unified_diff(old, new, lineterm="", n=0) if line[:2] not in ("--", "++")]
    return [f"    {line}" for line in changed[:_LINES_SHOWN]]


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare two built sites; hashes in names do not count.")
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    sites = parser.parse_args()
    for site in (sites.before, sites.after):
        if not (site / MANIFEST).is_file():
            parser.error(f"{site} is no built site: portal build --out {site}")
    before, after = site_files(sites.before), site_files(sites.after)
    lines = differences(before, after)
    for line in lines:
        print(line)
    differing = sum(not line.startswith(" ") for line in lines)
    print(f"{differing} differing files of {len(before.keys() | after.keys())}")
    sys.exit(bool(differing))


if __name__ == "__main__":
    main()
