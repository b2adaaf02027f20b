"""A file of what is filled in, by anybody: each thing that is wrong is told once."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from starterspad.content.loader import load_catalog
from starterspad.content.problems import InvalidContent
from starterspad.rules.money.compiled import Computation
from starterspad.rules.money.inputs_file import WrongInput, judged, read_inputs

from tests.support.calculators import write_calculators
from tests.support.js_engine import Engine
from tests.support.random_money import all_compiled


@pytest.fixture(scope="module")
def computations(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Computation]:
    return all_compiled(load_catalog(write_calculators(tmp_path_factory.mktemp("money") / "tiny")))


def read(text: str | bytes, computation: Computation, folder: Path) -> dict[str, tuple[Fraction, ...] | None]:
    path = folder / "inputs.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_inputs(path, computation)


def test_figures_are_read_to_the_last_digit(computations: dict[str, Computation], tmp_path: Path) -> None:
    text = '{"price": 12.10, "cost": "0.1", "fixed_costs": 1e3, "share": null}'
    assert read(text, computations["break-even"], tmp_path) == {
        "price": (Fraction("12.1"),),
        "cost": (Fraction("0.1"),),
        "fixed_costs": (Fraction(1000),),
        "share": None,
    }
    months = {"season": [100] * 11 + ["50"]}
    assert read(json.dumps(months), computations["cash"], tmp_path) == {"season": (*[Fraction(100)] * 11, Fraction(50))}


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        ('{"prise": 1}', 'unknown input "prise"', 'did you mean "price"?'),
        ('{"price": 10000.01}', 'price: "10000.01" lies outside its limits', "write 0.00 to 10000.00 euro per piece"),
        ('{"price": -0.01}', 'price: "-0.01" lies outside its limits', "write 0.00 to 10000.00 euro per piece"),
        ('{"price": 1.001}', 'price: "1.001" is too exact', "it takes 2 digits behind the point"),
        ('{"share": 1.5}', 'share: "1.5" is too exact', "it takes no digits behind the point"),
        ('{"price": "a"}', 'price: "a" is no number', "write digits, such as 12.50"),
        ('{"price": "1,5"}', 'price: "1,5" is no number', "write digits, such as 12.50"),
        ('{"price": true}', 'price: "True" is no number', "write digits, such as 12.50"),
        ('{"price": {}}', 'price: "{}" is no number', "write digits, such as 12.50"),
        ('{"price": 1e999999999}', 'price: "1e999999999" is no number', "write digits, such as 12.50"),
        ('{"price": [1, 2]}', "price takes one figure, not a list", "write one number"),
        ('{"price": NaN}', "NaN is no number", 'write {"price": 12.5}'),
        ('{"price": -Infinity}', "-Infinity is no number", 'write {"price": 12.5}'),
        ('{"price": 1, "price": 2}', '"price" stands twice', 'write {"price": 12.5}'),
        ("[1]", "the file holds no inputs by name", 'write {"price": 12.5}'),
        ('{"price": ', "the file is no JSON, line 1", 'write {"price": 12.5}'),
        ("[" * 60_000, "the file is nested too deeply", 'write {"price": 12.5}'),
        (b'{"price": "\xff"}', "the file is not UTF-8", 'write {"price": 12.5}'),
        (" " * 70_000, "the file is larger than 64 KiB", 'write {"price": 12.5}'),
    ],
)
def test_what_cannot_stand_is_told_once(
    text: str | bytes, message: str, remedy: str, computations: dict[str, Computation], tmp_path: Path
) -> None:
    with pytest.raises(InvalidContent) as invalid:
        read(text, computations["break-even"], tmp_path)
    (problem,) = invalid.value.problems
    assert (problem.message, problem.remedy, problem.location.path) == (message, remedy, "inputs.json")


def test_months_and_choices_are_judged_too(computations: dict[str, Computation], tmp_path: Path) -> None:
    with pytest.raises(InvalidContent, match="season takes 12 figures, not 3"):
        read('{"season": [1, 2, 3]}', computations["cash"], tmp_path)
    with pytest.raises(InvalidContent, match='kind: "3" is none of the choices\n  choose one of 1, 2, -3'):
        read('{"kind": 3}', computations["contributions"], tmp_path)


def test_the_browser_judges_what_is_typed_alike(computations: dict[str, Computation], engine: Engine) -> None:
    typed = [
        "1",
        "0",
        "-1",
        "-0",
        "0.05",
        "0.005",
        "100.0",
        "101",
        "1,5",
        "",
        " 1",
        "1e3",
        "٣",
        "1" * 19,
        "2.50",
        "-3",
        "9" * 18,
    ]
    for computation in computations.values():
        for item, data in zip(computation.inputs.values(), computation.as_json()["inputs"], strict=True):
            told = engine.call("typed.map((text) => String(judgedFigure(item, text)))", typed=typed, item=data)
            for text, answer in zip(typed, told, strict=True):
                try:
                    judged(item, text, 24)
                    assert answer not in ("number", "choice", "limits", "digits"), (item, text)
                except WrongInput:
                    assert answer in ("number", "choice", "limits", "digits"), (item, text)
