"""`portal calculate`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.calculators import write_calculators
from tests.support.command_line import portal


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_calculators(tmp_path_factory.mktemp("money") / "tiny")


def asked(root: Path, id: str, inputs: object, tmp_path: Path, *more: str) -> tuple[int, Any]:
    path = tmp_path / "inputs.json"
    path.write_text(json.dumps(inputs), "utf-8")
    arguments = ("--root", root, "--inputs", path, "--today", "2026-02-01", "--format", "json", *more)
    result = portal("calculate", id, *arguments)
    return result.exit_code, json.loads(result.stdout)


def test_a_result_is_exact_and_says_its_steps(root: Path, tmp_path: Path) -> None:
    code, said = asked(root, "break-even", {"fixed_costs": 1000, "price": "12.50", "cost": 5}, tmp_path)
    assert code == 0
    assert {key: said[key] for key in ("schema", "calculator", "date")} == {
        "schema": 1,
        "calculator": "break-even",
        "date": "2026-02-01",
    }
    assert said["outputs"]["units"] == {
        "value": "134",
        "exact": "134/1",
        "unit": "piece/month",
        "missing": [],
        "fault": "",
    }
    assert said["steps"][0] == {
        "id": "margin",
        "formula": "price - cost",
        "value": "7.50",
        "exact": "15/2",
        "unit": "euro/piece",
        "missing": [],
        "fault": "",
    }


def test_months_stand_below_their_step(root: Path, tmp_path: Path) -> None:
    code, said = asked(root, "loan", {"amount": 1000, "rate": 12, "term": 2}, tmp_path)
    debt = said["steps"][2]
    assert code == 0
    assert (debt["value"], [month["value"] for month in debt["months"]]) == (None, ["502.49", "0.00"])


def test_what_is_not_known_is_named(root: Path, tmp_path: Path) -> None:
    code, said = asked(root, "break-even", {"fixed_costs": 1000}, tmp_path)
    assert code == 0
    assert said["outputs"]["units"]["value"] is None
    assert said["outputs"]["units"]["missing"] == ["price"]


def test_what_another_calculator_gives_counts_as_it_stands_there(root: Path, tmp_path: Path) -> None:
    code, said = asked(root, "contributions", {}, tmp_path)
    assert code == 0
    assert said["outputs"]["due"]["missing"] == ["income"], "nothing is filled in there"


def test_an_input_out_of_its_limits_ends_the_command_with_one_error_each(root: Path, tmp_path: Path) -> None:
    code, said = asked(root, "break-even", {"price": 10001, "cost": "x", "prise": 1}, tmp_path)
    assert code == 1
    assert [problem["message"] for problem in said["problems"]] == [
        'cost: "x" is no number',
        'price: "10001" lies outside its limits',
        'unknown input "prise"',
    ]


def test_the_list_names_inputs_units_and_limits(root: Path) -> None:
    result = portal("calculate", "--list", "--root", root, "--format", "json")
    calculators = {one["id"]: one for one in json.loads(result.stdout)["calculators"]}
    assert list(calculators) == ["break-even", "cash", "contributions", "loan"]
    assert calculators["break-even"]["inputs"][1] == {
        "id": "price",
        "unit": "euro/piece",
        "min": "0.00",
        "max": "10000.00",
        "decimals": 2,
    }
    share, kind = calculators["contributions"]["inputs"][1:]
    assert (share["fact"], share["default"]) == ("share-of-all", ["20.5"])
    assert kind["options"] == ["1", "2", "-3"]
    assert calculators["cash"]["inputs"][1]["months"] == 12


def test_a_person_reads_it_too(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "inputs.json"
    path.write_text('{"fixed_costs": 10, "price": 1, "cost": 2}', "utf-8")
    said = portal("calculate", "break-even", "--root", root, "--inputs", path).stdout
    assert "  margin = price - cost\n    -1.00 euro per piece\n" in said
    assert said.endswith("units: none\nturnover: none\ncustomers: none\n")
    assert "  price: 0.00 to 10000.00 euro per piece\n" in portal("calculate", "--list", "--root", root).stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["brake-even"], 'There is no calculator "brake-even". did you mean "break-even"?'),
        ([], "Name a calculator, or ask for --list."),
        (["loan", "--list"], "Name a calculator, or ask for --list."),
    ],
)
def test_what_is_asked_wrongly_is_told(root: Path, arguments: list[str], words: str) -> None:
    result = portal("calculate", *arguments, "--root", root)
    assert (result.exit_code, result.stderr) == (1, f"{words}\n")


def test_the_day_says_which_fact_counts(root: Path, tmp_path: Path) -> None:
    facts = root / "content/facts/facts.yml"
    text = facts.read_text("utf-8")
    amount = '{value: "21", unit: percent}'
    coming = f'next: {{value: {{en: "21%"}}, amount: {amount}, from: 2027-01-01, source: "https://a.example/"}}'
    facts.write_text(text.replace("unit: percent}\n", f"unit: percent}}\n  {coming}\n", 1), "utf-8")
    try:
        for day, due in (("2026-12-31", "2050.00"), ("2027-01-01", "2100.00")):
            code, said = asked(root, "contributions", {"income": 40000}, tmp_path, "--today", day)
            assert (code, said["outputs"]["due"]["value"]) == (0, due)
    finally:
        facts.write_text(text, "utf-8")


def test_a_broken_calculator_works_nothing_out(instance: Path) -> None:
    folder = instance / "content/calculators"
    folder.mkdir()
    (folder / "odd.yml").write_text("title: {en: Odd}\n", "utf-8")
    result = portal("calculate", "--list", "--root", instance)
    assert result.exit_code == 1
    assert "content/calculators/odd.yml" in result.stderr


def test_the_check_proves_calculators_too(instance: Path) -> None:
    folder = instance / "content/calculators"
    folder.mkdir()
    lines = [
        "title: {en: Share}",
        "summary: {en: A share.}",
        "inputs:",
        "  - {id: whole, label: {en: Whole}, unit: number, min: 0, max: 9, decimals: 0}",
        "steps: [{id: part, label: {en: Part}, unit: number, formula: 1 ÷ whole}]",
        'outputs: [{id: part, text: {en: "{part}"}}]',
        'example: {inputs: {whole: 4}, results: {part: "0.25"}}',
        "then: {en: Then.}",
    ]
    (folder / "share.yml").write_text("\n".join(lines) + "\n", "utf-8")
    assert portal("check", "--root", instance).exit_code == 0
    proved = portal("check", "--root", instance, "--prove")
    assert proved.exit_code == 1
    words = "part: something may be divided by zero\n  for example {whole: 0}"
    assert f"content/calculators/share.yml:5: {words}" in proved.stdout
    text = (folder / "share.yml").read_text("utf-8").replace("min: 0", "min: 1")
    (folder / "share.yml").write_text(text, "utf-8")
    proved = portal("check", "--root", instance, "--prove")
    assert proved.exit_code == 0
    assert "Proved for 60 profiles and 1 calculators." in proved.stdout
