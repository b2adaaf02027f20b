"""The search index of each language, made by Pagefind from the words of the pages."""

from __future__ import annotations

import html
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

# What Pagefind adds for interfaces that we do not use.
_UNUSED = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.")


def search_indexes(words: Mapping[str, Iterable[tuple[str, str, str]]]) -> dict[str, bytes]:
    """Return the index files of every language as path -> content.

    `words` maps a language to (path, title, HTML) of its pages. One run for each language: a run over
    several orders them by chance, and a build must come out the same every time.
    """
    with tempfile.TemporaryDirectory() as work:
        runs = [_start(Path(work) / language, language, pages) for language, pages in words.items()]
        for run in runs:
            output, _ = run.communicate()
            if run.returncode:
                raise RuntimeError(f"Pagefind could not make the search index:\n{output}")
        found: dict[str, bytes] = {}
        for language in words:
            folder = Path(work) / language / "index"
            for path in sorted(folder.rglob("*")):
                if path.is_file() and not path.name.startswith(_UNUSED):
                    found[f"{language}/search/index/{path.relative_to(folder).as_posix()}"] = path.read_bytes()
        return found


def _start(work: Path, language: str, pages: Iterable[tuple[str, str, str]]) -> subprocess.Popen[str]:
    for path, title, body in pages:
        page = work / "pages" / path / "index.html"
        page.parent.mkdir(parents=True)
        text = f"<html lang={language}><title>{html.escape(title)}</title><body>{body}</body></html>"
        page.write_text(text, "utf-8")
    arguments = ["--site", str(work / "pages"), "--output-path", str(work / "index"), "--silent"]
    return subprocess.Popen(
        [sys.executable, "-m", "pagefind", *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
