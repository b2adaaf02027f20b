"""Writing: whole or not at all, the same every time, and nothing but what belongs."""

from __future__ import annotations

import datetime
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from starterspad.content.problems import InvalidContent
from starterspad.output.build import build
from starterspad.output.output_folder import MANIFEST, UnsafeOutput, write_files
from starterspad.output.script_bundles import JOINED, scripts

from tests.conftest import REPOSITORY, TODAY

Write = Callable[[str, str], Path]


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.mark.parametrize("place", ["here", "elsewhere"])
def test_two_builds_are_the_same_byte_for_byte_wherever_they_run(place: str, ghent_site: Path, tmp_path: Path) -> None:
    code = "import sys; from starterspad.cli import main; main(sys.argv[1:])"
    settings = {"here": ("UTC", "C.UTF-8", "0"), "elsewhere": ("Pacific/Kiritimati", "tr_TR.UTF-8", "4242")}[place]
    environment = os.environ | dict(zip(("TZ", "LC_ALL", "PYTHONHASHSEED"), settings, strict=True))
    environment["XDG_CACHE_HOME"] = str(tmp_path / "cache")
    arguments = ["build", "--root", str(REPOSITORY), "--out", str(tmp_path / "site"), "--today", TODAY.isoformat()]
    subprocess.run([sys.executable, "-c", code, *arguments], env=environment, check=True, capture_output=True)
    assert files_of(tmp_path / "site") == files_of(ghent_site)


def test_the_date_comes_from_source_date_epoch_where_nobody_gives_one(instance: Path, tmp_path: Path) -> None:
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1000000000", "XDG_CACHE_HOME": str(tmp_path / "cache")}
    arguments = ["build", "--root", str(instance), "--out", str(tmp_path / "site")]
    subprocess.run([sys.executable, "-m", "starterspad", *arguments], env=environment, check=True, capture_output=True)
    assert "September 9, 2001" in (tmp_path / "site/en/index.html").read_text("utf-8")


def test_a_failed_build_leaves_the_last_good_site(instance: Path, tmp_path: Path, write: Write) -> None:
    out = tmp_path / "site"
    build(instance, out, today=TODAY)
    before = files_of(out)
    write("partners/bad.yml", "name: [\n")
    with pytest.raises(InvalidContent):
        build(instance, out, today=TODAY)
    assert files_of(out) == before


def test_a_build_that_breaks_half_way_leaves_the_last_good_site(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_files(out, [("a.html", b"one"), ("b.html", b"two")])

    def broken() -> Iterator[tuple[str, bytes]]:
        yield "a.html", b"changed"
        raise RuntimeError("a bug of ours")

    with pytest.raises(RuntimeError):
        write_files(out, broken())
    assert (out / "a.html").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_rebuild_writes_what_changed_and_removes_what_is_gone(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_files(out, [("x/a.html", b"one"), ("y/b.html", b"two"), ("c.html", b"three")])
    (out / "c.html").unlink()
    (out / "own.txt").write_text("the maintainer's")
    written = write_files(out, [("x/a.html", b"one"), ("c.html", b"three"), ("d.html", b"four")])
    assert (written.files, written.written, written.removed) == (3, 2, 1)
    assert set(files_of(out)) == {"x/a.html", "c.html", "d.html", "own.txt", MANIFEST}
    assert not (out / "y").exists()


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("x")
    with pytest.raises(UnsafeOutput, match="is not empty and was not made by portal build"):
        write_files(tmp_path, [("index.html", b"")])
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("name", ["../outside.html", "/etc/passwd", "a/../../b", "linked/x.html"])
def test_no_file_is_written_or_removed_outside(name: str, tmp_path: Path) -> None:
    out, outside = tmp_path / "site", tmp_path / "outside"
    write_files(out, [("index.html", b"x")])
    outside.mkdir()
    (outside / "x.html").write_text("keep")
    (out / "linked").symlink_to(outside)
    with pytest.raises(UnsafeOutput, match="leads out of"):
        write_files(out, [(name, b"x")])
    (out / MANIFEST).write_text(json.dumps({name: "0"}))
    with pytest.raises(UnsafeOutput, match="leads out of"):
        write_files(out, [])
    assert (outside / "x.html").read_text() == "keep"


@pytest.mark.parametrize("text", ["", "{", "[]", "null"])
def test_a_damaged_manifest_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(UnsafeOutput, match="is damaged"):
        write_files(tmp_path, [("index.html", b"")])


def test_a_script_is_sent_without_what_only_developers_read() -> None:
    script = """// What this is for.
/**
 * Why. // and * how
 */
export function f(a) {
  const b = /** @type {any} */ (a);
  return `//${a} /** x */`.replace(/"/g, "//");
}
"""
    sent = scripts({"one.js": script})["one.js"].decode()
    assert "Why" not in sent
    assert "@type" not in sent
    assert 'return`//${a} /** x */`.replace(/"/g,"//")' in sent


def test_modules_that_come_together_are_sent_as_one_file() -> None:
    modules = {name: f"// {name}\n" for names in JOINED.values() for name in names}
    modules |= {
        "core/journal/journal.js": "export const ONE = 1;\n",
        "core/journal/journal-queries.js": 'import { ONE } from "./journal.js";\nexport const two = () => ONE + 1;\n',
        "base/page-parts.js": "export const three = 3;\n",
        "elements/plan/task-details.js": 'import { two } from "../../core/journal/journal-queries.js";\n'
        'import { three } from "../../base/page-parts.js";\n',
        "elements/plan/task-row.js": 'const later = () => import("./email-to-helper.js");\n',
        "main.js": 'import("./elements/export-import/export-import.js");\n',
        "core/model-types.js": "// Shapes.\n/** @typedef {string} Text */\nexport {};\n",
    }
    sent = {path: content.decode() for path, content in scripts(modules).items()}
    assert set(sent) == {*JOINED, "base/page-parts.js", "main.js"}
    assert sent["core/plan/plan.js"].replace("\n", "") == "export const ONE=1;export const two=()=>ONE+1;"
    assert 'import{two}from"../../core/plan/plan.js"' in sent["elements/plan/task-details.js"]
    assert 'import{three}from"../../base/page-parts.js"' in sent["elements/plan/task-details.js"]
    assert 'import("./task-details.js")' in sent["elements/plan/plan.js"]
    assert sent["main.js"].strip() == 'import("./elements/plan/plan.js");'


def test_a_joined_file_is_named_after_a_module_in_it() -> None:
    assert [sent for sent, modules in JOINED.items() if sent not in modules] == []


def test_the_page_loads_every_element_from_the_folder_of_its_name(ghent_site: Path) -> None:
    web = REPOSITORY / "generator/starterspad/web"
    main = (web / "main.js").read_text("utf-8")
    (listed,) = re.findall(r"const elements = (\[.*\]);", main)
    whole = {
        path.parent.name for path in web.glob("elements/*/*.js") if f'import("./elements/{path.parent.name}/' in main
    }
    assert {*json.loads(listed), *whole} == {path.name for path in web.glob("elements/*")}
    (sent,) = ghent_site.glob("assets/*/web")
    for name in json.loads(listed):
        tag = f'customElements.define("portal-{name}",'
        assert tag in (sent / f"elements/{name}/{name}.js").read_text("utf-8"), name


def test_two_modules_of_one_file_may_not_declare_one_name() -> None:
    modules = {name: "" for names in JOINED.values() for name in names}
    modules |= {
        "elements/plan/task-row.js": "const a = 1;\n",
        "elements/plan/needed-first.js": "export function a() {}\n",
    }
    with pytest.raises(
        ValueError,
        match=r"elements/plan/plan.js: a is declared in elements/plan/needed-first.js and in elements/plan/task-row.js",
    ):
        scripts(modules)


def test_a_module_that_is_to_be_joined_must_be_there() -> None:
    with pytest.raises(
        ValueError, match=r"core/rules/evaluate.js is to be joined into core/plan/plan.js, and is not there"
    ):
        scripts({"core/journal/journal.js": ""})


class Links(HTMLParser):
    """Collects what a page refers to, and the ids in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "data-model", "data-index") and value:
                self.links.append(value)
            if name == "id" and value:
                self.ids.add(value)


def test_every_link_inside_the_site_leads_somewhere(ghent_site: Path) -> None:
    base = "https://starterspad.example/"
    checked = 0
    for path in ghent_site.rglob("*.html"):
        here = base + path.relative_to(ghent_site).as_posix().removesuffix("index.html")
        page = Links(path.read_text("utf-8"))
        for link in page.links:
            target, fragment = urldefrag(urljoin(here, link))
            if not target.startswith(base):
                assert urlsplit(target).scheme in ("https", "http", "mailto", "tel"), link
                continue
            file = ghent_site / urlsplit(target).path.lstrip("/")
            file = file / "index.html" if target.endswith("/") else file
            assert file.is_file(), f"{path}: {link}"
            if fragment and file == path:
                assert fragment in page.ids or fragment == "check", f"{path}: {link}"
            checked += 1
    assert checked > 3000


def test_no_page_names_a_script_style_or_picture_of_another_host(ghent_site: Path) -> None:
    for path in ghent_site.rglob("*.html"):
        for tag in re.findall(r"<(?:script|link|img|iframe|source)\b[^>]*>", path.read_text("utf-8")):
            if 'rel="canonical"' in tag or 'rel="alternate"' in tag:
                continue
            assert "//" not in tag, f"{path}: {tag}"
            assert "<script>" not in tag


def test_the_sitemap_names_every_page(ghent_site: Path) -> None:
    named = set(re.findall("<loc>(.*?)</loc>", (ghent_site / "sitemap.xml").read_text("utf-8")))
    pages = {path.relative_to(ghent_site).parent.as_posix() for path in ghent_site.rglob("*/index.html")}
    assert named == {f"https://starterspad.example/{page}/" for page in pages}


def test_the_root_offers_every_language(ghent_site: Path) -> None:
    html = (ghent_site / "index.html").read_text("utf-8")
    for language in ("nl", "fr", "en"):
        assert f'href="{language}/"' in html
    assert "Content-Security-Policy" in html


def test_the_page_for_a_wrong_address_works_at_any_depth(instance: Path, tmp_path: Path) -> None:
    build(instance, tmp_path / "site", today=datetime.date(2026, 1, 1))
    html = (tmp_path / "site/404.html").read_text("utf-8")
    assert 'href="/portal/en/"' in html
    assert 'href="/portal/assets/' in html
