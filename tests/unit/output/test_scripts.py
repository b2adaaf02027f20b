"""Which scripts a site has, and where they come from."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from starterspad.output import scripts
from starterspad.output.script_bundler import TARGET, Bundling, ScriptsNotMade, node_program
from starterspad.output.scripts import AT_ONCE, LATE, TOGETHER, WEB, bundling, module_paths, site_scripts

from tests.conftest import REPOSITORY


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "starterspad" / "scripts"


@pytest.fixture
def bundled(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Bundle nothing, and return the folders that were to be bundled."""
    asked: list[Path] = []

    def bundle(web: Path, table: Bundling) -> dict[str, bytes]:
        asked.append(web)
        return {"main.js": b"%d" % len(asked)}

    monkeypatch.setattr(scripts, "bundle", bundle)
    return asked


def clone(web: Path) -> Path:
    """Make a folder of modules as a clone has it."""
    for name in ("main.js", "elements/plan/plan.js", "bundle.mjs", "package-lock.json"):
        (web / name).parent.mkdir(parents=True, exist_ok=True)
        (web / name).write_text("// What it is for.\n", "utf-8")
    return web


def test_every_file_that_is_sent_is_named_in_the_table_or_shared_by_several() -> None:
    sent = {name for name in site_scripts() if not name.startswith(("shared/", "licences/"))}
    assert sent == {*AT_ONCE, *bundling().late}


def test_each_element_stands_in_a_file_that_defines_it() -> None:
    sent = site_scripts()
    files = {module: file for file, modules in bundling().late.items() for module in modules}
    for folder in (WEB / "elements").iterdir():
        file = files[f"elements/{folder.name}/{folder.name}.js"]
        assert f'customElements.define("portal-{folder.name}",' in sent[file].decode(), folder.name


def test_each_module_of_the_table_is_there_once_and_a_file_is_named_after_one_in_it() -> None:
    named = [module for group in (*LATE.values(), *TOGETHER) for module in group]
    assert len(named) == len(set(named))
    assert [module for module in named if not (WEB / module).is_file()] == []
    assert [file for file, modules in LATE.items() if file not in modules] == []


def in_brotli(contents: dict[str, bytes]) -> dict[str, int]:
    """Return how many bytes of each file a host sends that compresses with brotli."""
    node = node_program()
    assert node
    script = """const sizes = JSON.parse(fs.readFileSync(0));
    for (const name in sizes) sizes[name] = zlib.brotliCompressSync(sizes[name]).length;
    console.log(JSON.stringify(sizes));"""
    texts = json.dumps({name: content.decode() for name, content in contents.items()})
    run = subprocess.run([node, "-e", script], input=texts, capture_output=True, encoding="utf-8", check=True)
    sizes: dict[str, int] = json.loads(run.stdout)
    return sizes


def loaded_with(*names: str) -> list[str]:
    """Return the files that a page loads for some of its scripts, those included."""
    sent, needed = site_scripts(), list(names)
    for name in needed:
        for path in re.findall(r'(?:from|import)"(\.[^"]+)"', sent[name].decode()):
            module = os.path.normpath(os.path.join(os.path.dirname(name), path))
            if module not in needed:
                needed.append(module)
    return needed


def test_the_plan_asks_for_nine_scripts_of_at_most_25_kb_at_once_and_36_kb_with_all_that_comes_later() -> None:
    at_once = (
        "head/color-scheme.js",
        "main.js",
        "elements/color-scheme/color-scheme.js",
        "elements/plan/plan.js",
    )
    later = ("card/task-details.js", "core/formats/url-codec.js")
    weights = in_brotli(site_scripts())
    names = loaded_with(*at_once)
    assert len(names) == 9, names
    # A page that sets styles apart loads 11 kB less than when this was 25,000; names of files alone make 50 bytes, and
    # each further element that a page may have 16.
    assert sum(weights[name] for name in names) <= 25_120
    assert sum(weights[name] for name in loaded_with(*at_once, *later)) <= 35_700


def test_what_npm_fetched_and_what_was_bundled_are_no_modules_of_ours(tmp_path: Path) -> None:
    for name in ("node_modules/other/index.js", "bundle/main.js"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("", "utf-8")
    modules = module_paths(clone(tmp_path))
    assert [path.relative_to(tmp_path).as_posix() for path in modules] == ["elements/plan/plan.js", "main.js"]


def test_scripts_are_bundled_once_for_each_content_of_the_modules(
    tmp_path: Path, cache: Path, bundled: list[Path]
) -> None:
    web = clone(tmp_path / "web")
    assert site_scripts(web) == site_scripts(web) == {"main.js": b"1"}
    (web / "elements/plan/plan.js").write_text("// Another.\n", "utf-8")
    assert site_scripts(web) == {"main.js": b"2"}
    (web / "package-lock.json").write_text("{}", "utf-8")
    assert site_scripts(web) == {"main.js": b"3"}
    assert bundled == [web] * 3


def test_the_same_modules_elsewhere_are_the_same_bundle(tmp_path: Path, cache: Path, bundled: list[Path]) -> None:
    assert site_scripts(clone(tmp_path / "one")) == site_scripts(clone(tmp_path / "two"))
    assert len(bundled) == 1


def test_the_last_four_bundles_are_kept(tmp_path: Path, cache: Path, bundled: list[Path]) -> None:
    web = clone(tmp_path / "web")
    for number in range(6):
        (web / "main.js").write_text(f"// {number}\n", "utf-8")
        site_scripts(web)
        for age, path in enumerate(sorted(cache.iterdir(), key=lambda path: path.stat().st_mtime_ns, reverse=True)):
            os.utime(path, (1000 - age, 1000 - age))
    assert len(list(cache.iterdir())) == 4
    assert site_scripts(web) == {"main.js": b"6"}
    assert len(bundled) == 6


def test_the_bundle_of_a_wheel_is_taken_as_it_is(tmp_path: Path, bundled: list[Path]) -> None:
    for name in ("main.js", "licences/docx.txt", "elements/plan/plan.js"):
        (tmp_path / "bundle" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "bundle" / name).write_text(name, "utf-8")
    taken = site_scripts(tmp_path)
    assert list(taken) == ["elements/plan/plan.js", "licences/docx.txt", "main.js"]
    assert taken["main.js"] == b"main.js"
    assert bundled == []


def test_a_package_without_modules_and_without_a_bundle_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(ScriptsNotMade, match=r"Install the wheel that `make wheel` builds in a clone\.$"):
        site_scripts(tmp_path)


def test_types_are_checked_for_the_year_that_is_sent() -> None:
    options = json.loads((REPOSITORY / "tests/node/tsconfig.json").read_text("utf-8"))["compilerOptions"]
    assert options["target"] == TARGET
