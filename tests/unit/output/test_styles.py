"""The style sheets as they are sent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.output.assets import PACKAGE
from starterspad.output.scripts import module_paths
from starterspad.output.styles import ALONE, LAYERS, SHOWN, style_sheets, without_comments

STYLES = PACKAGE / "web" / "styles"


@pytest.fixture(scope="module")
def sheets(town: Catalog) -> dict[str, str]:
    return {name: content.decode() for name, content in style_sheets(STYLES, town.site.colours).items()}


def layers_of(sheet: str) -> dict[str, str]:
    """Return name -> content of each layer, in the order in which they stand."""
    return dict(re.findall(r"^@layer (\w+)\{(.*?)\}$(?=\n@layer|\n*\Z)", sheet, re.MULTILINE | re.DOTALL))


def test_a_page_loads_one_sheet_of_its_own(sheets: dict[str, str]) -> None:
    assert set(sheets) == {"site.css", *ALONE}


def test_the_order_of_the_layers_is_the_first_that_a_browser_reads(sheets: dict[str, str]) -> None:
    assert sheets["site.css"].startswith("@layer material,tokens,base,frame,components,print;\n")
    assert list(layers_of(sheets["site.css"])) == list(LAYERS)


def test_nothing_stands_outside_a_layer_where_it_would_win_over_all(sheets: dict[str, str]) -> None:
    rest = re.sub(r"^@layer \w+\{.*?\}$(?=\n@layer|\n*\Z)", "", sheets["site.css"], flags=re.MULTILINE | re.DOTALL)
    assert rest.split() == ["@layer", "material,tokens,base,frame,components,print;"]


def test_each_file_comes_in_its_layer_and_in_its_place(sheets: dict[str, str]) -> None:
    layers = layers_of(sheets["site.css"])
    for layer, names in LAYERS.items():
        places = [layers[layer].find(without_comments((STYLES / f"{name}.css").read_text("utf-8"))) for name in names]
        assert -1 not in places, layer
        assert places == sorted(places), layer


def test_every_file_stands_in_exactly_one_place_of_the_order() -> None:
    in_frame = [name for names in LAYERS.values() for name in names]
    assert len(in_frame) == len(set(in_frame))
    listed = {*in_frame, *(name for names in ALONE.values() for name in names)}
    assert listed == {path.relative_to(STYLES).with_suffix("").as_posix() for path in STYLES.rglob("*.css")}


def test_materials_sheet_is_whole_but_for_what_may_not_stand_in_a_layer(sheets: dict[str, str]) -> None:
    material = layers_of(sheets["site.css"])["material"]
    assert ".md-typeset" in material
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
    ours = "".join(content for layer, content in layers_of(sheets["site.css"]).items() if layer != "material")
    named = set(re.findall(r'url\("?([^")]+)"?\)', ours))
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
        for name in re.findall(r"\bmd-([a-z]+)", classes)
    }
    shown |= {name for path in module_paths() for name in re.findall(r"\bmd-([a-z]+)", path.read_text("utf-8"))}
    assert shown == set(SHOWN.split("|"))
