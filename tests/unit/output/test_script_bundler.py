"""The bundler: what it makes of modules, and what it says where it cannot."""

from __future__ import annotations

import json
import shutil
import sysconfig
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from starterspad.output import script_bundler
from starterspad.output.script_bundler import Bundling, ScriptsNotMade, bundle
from starterspad.output.scripts import WEB, bundling, module_paths

Modules = Callable[..., Path]
"""Writes modules by their paths into a folder that holds the bundler; returns it."""


def with_bundler(web: Path) -> Path:
    """Put the bundler, and links to the packages it runs on, into a folder."""
    (web / "node_modules").mkdir(parents=True)
    for name in ("bundle.mjs", "package.json", "package-lock.json", "node_modules/.package-lock.json"):
        shutil.copy(WEB / name, web / name)
    for package in (WEB / "node_modules").glob("[!.]*"):
        (web / "node_modules" / package.name).symlink_to(package)
    return web


@pytest.fixture
def modules(tmp_path: Path) -> Modules:
    def modules(texts: Mapping[str, str]) -> Path:
        web = with_bundler(tmp_path / "web")
        for name, text in texts.items():
            (web / name).parent.mkdir(parents=True, exist_ok=True)
            (web / name).write_text(text, "utf-8")
        return web

    return modules


def table(
    at_once: tuple[str, ...] = ("main.js",),
    late: Mapping[str, tuple[str, ...]] | None = None,
    together: tuple[tuple[str, ...], ...] = (),
) -> Bundling:
    return Bundling(at_once, late or {}, together)


def test_a_script_is_sent_without_what_only_developers_read(modules: Modules) -> None:
    script = """// What this is for.
/**
 * Why. // and * how
 */
document.title = `//${location.hash} /** x */`.replace(/"/g, "//");
"""
    assert bundle(modules({"main.js": script}), table()) == {
        "main.js": b'document.title=`//${location.hash} /** x */`.replace(/"/g,"//");\n'
    }


def test_two_modules_of_one_file_may_use_one_name(modules: Modules) -> None:
    web = modules(
        {
            "main.js": 'import { two } from "./two.js";\nconst name = 1;\ndocument.title = `${name} ${two}`;\n',
            "two.js": "const name = 2;\nexport const two = name + 1;\n",
        }
    )
    (sent,) = bundle(web, table()).values()
    assert b"=1;" in sent
    assert b"${3}" in sent


def test_modules_of_one_late_file_are_sent_as_that_file_and_each_import_finds_its_own(modules: Modules) -> None:
    web = modules(
        {
            "main.js": 'export const a = async () => (await import("./late/a.js")).one;\n'
            'export const b = async () => (await import("./late/b.js")).two;\n',
            "late/a.js": "export const one = 'first';\n",
            "late/b.js": "export const two = 'second';\n",
        }
    )
    sent = bundle(web, table(late={"late/a.js": ("late/a.js", "late/b.js")}))
    assert list(sent) == ["late/a.js", "main.js"]
    assert sent["main.js"].count(b'import("./late/a.js")') == 2
    assert b"as one" in sent["late/a.js"]
    assert b"as two" in sent["late/a.js"]


def test_two_modules_of_one_late_file_may_not_export_one_name(modules: Modules) -> None:
    web = modules(
        {
            "main.js": 'import("./a.js");\nimport("./b.js");\n',
            "a.js": "export const show = () => 1;\n",
            "b.js": "export const show = () => 2;\n",
        }
    )
    with pytest.raises(
        ScriptsNotMade, match=r"a\.js and b\.js export show, and are sent as a\.js: rename one, or send"
    ):
        bundle(web, table(late={"a.js": ("a.js", "b.js")}))
    assert set(bundle(web, table(late={"a.js": ("a.js",), "b.js": ("b.js",)}))) == {"a.js", "b.js", "main.js"}


def test_a_package_may_load_its_own_parts_late(modules: Modules) -> None:
    web = modules(
        {
            "main.js": 'import { sheet } from "sheets";\nsheet();\n',
            "node_modules/sheets/package.json": '{"name": "sheets", "version": "1.0.0", "main": "index.js"}',
            "node_modules/sheets/index.js": 'export const sheet = () => import("./part.js");\n',
            "node_modules/sheets/part.js": "export const part = () => document.title;\n",
            "node_modules/sheets/LICENSE": "MIT\n",
        }
    )
    sent = bundle(web, table())
    assert sorted(name.partition("/")[0] for name in sent) == ["licences", "main.js", "shared"]


def test_modules_that_are_never_apart_are_sent_as_one_file_to_whoever_needs_one(modules: Modules) -> None:
    web = modules(
        {
            "main.js": 'import("./a.js");\nimport("./b.js");\nimport("./c.js");\n',
            "a.js": 'import { made } from "./core/x.js";\ndocument.title = made();\n',
            "b.js": 'import { y } from "./core/y.js";\nimport { made } from "./core/z.js";\ny(made());\n',
            "c.js": 'import { made } from "./core/z.js";\ndocument.title = made();\n',
            # Two of them export one name, and one needs another.
            "core/x.js": "export const made = () => location.hash;\n",
            "core/y.js": 'import { made } from "./x.js";\nexport const y = (a) => document.append(made() + a);\n',
            "core/z.js": "export const made = () => location.href;\n",
        }
    )
    late = {name: (name,) for name in ("a.js", "b.js", "c.js")}

    def shared(*together: tuple[str, ...]) -> list[str]:
        sent = bundle(web, table(late=late, together=together))
        assert all(content for content in sent.values())
        return [content.decode() for name, content in sent.items() if name.startswith("shared/")]

    assert len(shared()) == 2
    (one,) = shared(("core/x.js", "core/y.js", "core/z.js"))
    assert all(f"location.{name}" in one for name in ("hash", "href"))


def test_what_is_loaded_late_must_stand_in_the_table(modules: Modules) -> None:
    web = modules({"main.js": 'import("./late.js");\n', "late.js": "document.title = 1;\n"})
    with pytest.raises(ScriptsNotMade, match=r"loaded late, and not in the table of output/scripts\.py: late\.js$"):
        bundle(web, table())


def test_what_nothing_loads_may_not_stand_in_the_table(modules: Modules) -> None:
    web = modules({"main.js": "document.title = 1;\n", "late.js": "document.title = 2;\n"})
    with pytest.raises(
        ScriptsNotMade, match=r"in the table of output/scripts\.py, and loaded late by nothing: late\.js$"
    ):
        bundle(web, table(late={"late.js": ("late.js",)}))


def test_a_fault_in_a_module_is_told_with_its_place_and_without_a_trace(modules: Modules) -> None:
    with pytest.raises(ScriptsNotMade) as caught:
        bundle(modules({"main.js": "// Fine.\nconst a = ;\n"}), table())
    assert "main.js:2:10: ERROR: Unexpected" in str(caught.value)
    assert "node:" not in str(caught.value)


def test_the_same_modules_give_the_same_bytes_on_two_paths(tmp_path: Path) -> None:
    bundles = []
    for place in ("here", "some/where/else"):
        web = with_bundler(tmp_path / place)
        # What is bundled must lie where the modules lie: a link leads to another path.
        for package in (WEB / "node_modules").glob("[!.@]*"):
            if package.name == "esbuild":
                continue
            (web / "node_modules" / package.name).unlink()
            shutil.copytree(package, web / "node_modules" / package.name)
        for path in module_paths(WEB):
            copy = web / path.relative_to(WEB)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copy)
        bundles.append(bundle(web, bundling(web)))
    assert bundles[0] == bundles[1] == bundle(WEB, bundling(WEB))


def test_no_path_of_the_machine_is_in_a_script() -> None:
    for name, content in bundle(WEB, bundling(WEB)).items():
        assert str(WEB.parents[2]).encode() not in content, name
        assert b"starterspad/web" not in content, name


def test_a_package_that_is_bundled_brings_its_licence(modules: Modules) -> None:
    web = modules(
        {
            "main.js": 'import { half } from "halves";\ndocument.title = half(4);\n',
            "node_modules/halves/package.json": '{"name": "halves", "version": "1.0.0", "main": "index.js"}',
            "node_modules/halves/index.js": "export const half = (n) => Math.round(n / 2);\n",
            "node_modules/halves/LICENSE": "Do what you want with halves.\n",
            "node_modules/unused/index.js": "export const unused = 1;\n",
        }
    )
    sent = bundle(web, table())
    assert list(sent) == ["licences/halves.txt", "main.js"]
    assert sent["licences/halves.txt"] == b"Do what you want with halves.\n"
    (web / "node_modules/halves/LICENSE").unlink()
    with pytest.raises(ScriptsNotMade, match=r"node_modules/halves holds no licence, and is part of the scripts\.$"):
        bundle(web, table())


def test_without_node_it_says_what_to_run(modules: Modules, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script_bundler, "node_program", lambda: None)
    with pytest.raises(ScriptsNotMade, match=r"Node\.js is not there\. In a clone, .* run `make site`"):
        bundle(modules({"main.js": ""}), table())


def test_node_is_that_of_the_environment_before_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("environment", "elsewhere"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "node").touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "elsewhere"))
    monkeypatch.setattr(sysconfig, "get_path", lambda name: str(tmp_path / "environment"))
    assert script_bundler.node_program() == str(tmp_path / "environment/node")
    (tmp_path / "environment/node").unlink()
    assert script_bundler.node_program() == str(tmp_path / "elsewhere/node")
    monkeypatch.setenv("PATH", "")
    assert script_bundler.node_program() is None


@pytest.mark.parametrize("change", ["missing", "older"])
def test_packages_that_are_not_those_of_the_lock_are_named(change: str, modules: Modules) -> None:
    web = modules({"main.js": ""})
    fetched = web / "node_modules/.package-lock.json"
    lock = json.loads((web / "package-lock.json").read_text("utf-8"))
    version = lock["packages"]["node_modules/esbuild"]["version"]
    if change == "missing":
        fetched.unlink()
    else:
        older = json.loads(fetched.read_text("utf-8"))
        older["packages"]["node_modules/esbuild"]["integrity"] = "sha512-older"
        fetched.write_text(json.dumps(older), "utf-8")
    with pytest.raises(
        ScriptsNotMade, match=rf"node_modules lacks .*\besbuild {version}\b.*\. In a clone, .* run `make site`"
    ):
        bundle(web, table())
