"""The style sheets as they are sent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.output.assets import PACKAGE, Assets, shared_assets
from starterspad.output.page_names import MATERIAL, WRITTEN
from starterspad.output.scripts import module_paths
from starterspad.output.style_parts import MOST_PARTS
from starterspad.output.style_rules import only, rules_of, selectors_of, without_unused, written
from starterspad.output.styles import ALONE, IN_PARTS, LAYERS, without_comments

STYLES = PACKAGE / "web" / "styles"


@pytest.fixture(scope="module")
def assets(town: Catalog) -> Assets:
    return shared_assets(town)


@pytest.fixture(scope="module")
def sheets(assets: Assets) -> dict[str, str]:
    names = {Path(path).name: path for path in assets.content if path.count("/") == 2 and path.endswith(".css")}
    return {name: assets.content[path].decode() for name, path in names.items()}


def layers_of(sheet: str) -> dict[str, str]:
    """Return name -> content of each layer, in the order in which they stand."""
    return dict(re.findall(r"^@layer (\w+)\{(.*?)\}$(?=\n@layer|\n*\Z)", sheet, re.MULTILINE | re.DOTALL))


def test_a_kind_of_page_loads_what_all_have_and_a_part_of_its_own(sheets: dict[str, str], assets: Assets) -> None:
    parts = set(assets.sheets.values())
    assert set(sheets) == {"site.css", *ALONE, *parts}
    assert 2 < len(parts) <= MOST_PARTS
    assert {"task", "partner", "home", "plan", WRITTEN} <= set(assets.sheets)
    assert not {"card", "bare", "root", "macros", "card_parts"} & set(assets.sheets)


def test_the_order_of_the_layers_is_the_first_that_a_browser_reads(sheets: dict[str, str]) -> None:
    assert sheets["site.css"].startswith("@layer material,tokens,base,frame,components,print;\n")
    assert list(layers_of(sheets["site.css"])) == [layer for layer in LAYERS if layer not in IN_PARTS]


def test_nothing_stands_outside_a_layer_where_it_would_win_over_all(sheets: dict[str, str]) -> None:
    for name in sheets.keys() - ALONE.keys():
        rest = re.sub(r"^@layer \w+\{.*?\}$(?=\n@layer|\n*\Z)", "", sheets[name], flags=re.MULTILINE | re.DOTALL)
        assert rest.split() == (
            ["@layer", "material,tokens,base,frame,components,print;"] if name == "site.css" else []
        )


def test_each_file_that_all_pages_have_comes_in_its_layer_and_in_its_place(sheets: dict[str, str]) -> None:
    layers = layers_of(sheets["site.css"])
    for layer in layers:
        files = (without_comments((STYLES / f"{name}.css").read_text("utf-8")) for name in LAYERS[layer])
        places = [layers[layer].find(written(rules_of(file))) for file in files]
        assert -1 not in places, layer
        assert places == sorted(places), layer


def test_a_part_says_in_the_same_order_what_the_whole_says(sheets: dict[str, str], assets: Assets) -> None:
    whole = {
        layer: [
            line
            for name in LAYERS[layer]
            for line in selectors_of(rules_of(without_comments((STYLES / f"{name}.css").read_text("utf-8"))))
        ]
        for layer in IN_PARTS
    }
    said = set()
    for name in set(assets.sheets.values()):
        for layer, style in layers_of(sheets[name]).items():
            rest = (selector for selector, _ in whole[layer])
            for selector, _ in selectors_of(rules_of(style)):
                assert selector in rest, (name, selector)
                said.add(selector)
    # What stands in no part is for nobody.
    assert {selector for those in whole.values() for selector, _ in those} - said == set()


def test_every_file_stands_in_exactly_one_place_of_the_order() -> None:
    in_frame = [name for names in LAYERS.values() for name in names]
    assert len(in_frame) == len(set(in_frame))
    listed = {*in_frame, *(name for names in ALONE.values() for name in names)}
    assert listed == {path.relative_to(STYLES).with_suffix("").as_posix() for path in STYLES.rglob("*.css")}


def test_of_materials_sheet_stands_what_a_page_may_show(sheets: dict[str, str]) -> None:
    material = layers_of(sheets["site.css"])["material"]
    for shown in (".md-typeset table:not([class])", "[dir=rtl] .md-typeset summary", ".md-button--primary", "--md-hue"):
        assert (shown in material) == (shown != "--md-hue" or "var(--md-hue)" in material), shown
    for nowhere in (".md-search", ".admonition", "data-md-color-scheme", "@keyframes consent", "--md-code-hl", "{}"):
        assert nowhere not in material
    assert "@charset" not in sheets["site.css"]
    assert "sourceMappingURL" not in sheets["site.css"]
    assert material.count("{") == material.count("}")


def test_the_colours_of_the_instance_come_first_and_a_chosen_scheme_wins(sheets: dict[str, str], town: Catalog) -> None:
    light, dark = town.site.colours.light, town.site.colours.dark
    for sheet in (layers_of(sheets["site.css"])["tokens"], *(sheets[name] for name in ALONE)):
        chosen = sheet.index(":root[data-scheme=dark]{color-scheme:dark")
        assert sheet.index(f":root{{color-scheme:light;--ground:{light.ground}") == 0
        assert sheet.index("(prefers-color-scheme:dark){:root:not([data-scheme=light])") < chosen
        assert sheet.count(f"--path:{dark.path}") == 2


def test_dark_colours_are_for_screens_only(sheets: dict[str, str]) -> None:
    for sheet in sheets.values():
        for head in re.findall(r"(@media[^{]*)\{:root[^{]*\{color-scheme:dark", sheet):
            assert head.startswith("@media screen")


def test_what_a_sheet_names_lies_beside_it(sheets: dict[str, str]) -> None:
    ours = (content for sheet in sheets.values() for name, content in layers_of(sheet).items() if name != "material")
    named = {address for content in ours for address in re.findall(r'url\("?([^")]+)"?\)', content)}
    assert named
    for address in named:
        assert (PACKAGE / "web" / "drawings" / Path(address).name).is_file(), address


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("/* why */\na {\n  color: red;\n}\n", "a{color: red;}"),
        ("a,\nb > c {\n  margin: 0 1px;\n}", "a,b > c{margin: 0 1px;}"),
        ('a::before {\n  content: "a  /* b */ ; {";\n}', 'a::before{content: "a  /* b */ ; {";}'),
        ("a :hover { color: red }", "a :hover{color: red}"),
        ("/* one */ /* two\nlines */ a { }", "a{}"),
    ],
)
def test_what_only_people_read_is_not_sent_and_texts_stay(written: str, sent: str) -> None:
    assert without_comments(written) == sent


def test_materials_drawings_for_what_no_page_has_stay_out(sheets: dict[str, str]) -> None:
    assert set(re.findall(r"--md-([a-z-]*icon[a-z-]*):url", sheets["site.css"])) == {"details-icon"}


def test_of_material_no_page_shows_what_is_left_out(town_site: Path) -> None:
    shown = {
        name
        for path in town_site.rglob("*.html")
        for classes in re.findall(r'class="([^"]*)"', path.read_text("utf-8"))
        for name in re.findall(r"\bmd-[\w-]+", classes)
    }
    shown |= {name for path in module_paths() for name in re.findall(r"\bmd-[\w-]+", path.read_text("utf-8"))}
    ours = {"md-button", "md-button--primary"}
    assert shown == {name for name in MATERIAL if name.startswith("md-")} | ours


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (".a{x:1}.b{y:2}", ".a{x:1}"),
        (".b,.a>p:is(b,i),.b .a{x:1}", ".a>p:is(b,i){x:1}"),
        ("@media print{.b{x:1}.a{y:2}}@media screen{.b{x:1}}", "@media print{.a{y:2}}"),
        ('.a::before{content:"}.b{"}', '.a::before{content:"}.b{"}'),
        ("@keyframes b{0%{x:1}}.a{x:url(data:;base64,{)}", "@keyframes b{0%{x:1}}.a{x:url(data:;base64,{)}"),
    ],
)
def test_of_a_sheet_stands_what_is_needed(sheet: str, kept: str) -> None:
    assert written(only(rules_of(sheet), lambda selector: ".b" not in selector)) == kept


def test_what_nothing_uses_goes_with_what_used_it() -> None:
    sheet = ":root{--used:1;--by-none:var(--chain);--chain:2;--ours:3}@keyframes gone{to{x:1}}@keyframes here{to{x:1}}"
    kept = ":root{--used:1;--ours:3}@keyframes here{to{x:1}}.a{x:var(--used);animation:here 1s}"
    assert written(without_unused(rules_of(sheet + ".a{x:var(--used);animation:here 1s}"), "b{x:var(--ours)}")) == kept
