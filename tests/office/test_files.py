"""LibreOffice opens the files for a lender: it gives the engine's figures, also where an adviser changed one."""

from __future__ import annotations

import base64
import csv
import os
import random
import re
import subprocess
import zipfile
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from starterspad.content.loader import load_catalog
from starterspad.rules.money.arithmetic import Unknown
from starterspad.rules.money.compiled import Computation
from starterspad.rules.money.evaluate import Filled
from starterspad.rules.money.results import results

from tests.support.built_sites import root_of
from tests.support.js_engine import Engine
from tests.support.sheets import WORDS, calculators_of, random_inputs, written
from tests.support.trials import trials

SHEETS = "calculatorSheets(made, words)"
XLSX = f"xlsxFile({SHEETS}, false).then(async (file) => Buffer.from(await file.arrayBuffer()).toString('base64'))"
# Every sheet as a table of its own, with figures as they are and not as they look.
EACH_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
# Half a cent, and what binary fractions lose in a figure of twelve digits.
NEAR = Fraction(1, 200)
# What stands beside a formula is believed otherwise, as long as nobody changes a cell by hand.
WORK_OUT = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode"><value>0</value></prop>
</item>
</oor:items>
"""


@pytest.fixture(scope="module", params=["ghent", "groningen"])
def computations(request: pytest.FixtureRequest) -> dict[str, Computation]:
    return calculators_of(load_catalog(root_of(request.param)))


def office(folder: Path, target: str, *files: Path) -> None:
    """Let the office program write files anew in a form."""
    settings = folder / "profile/user/registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(WORK_OUT, "utf-8")
    command = [os.environ["PORTAL_OFFICE"], "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    run = subprocess.run(
        [*command, "--convert-to", target, "--outdir", str(folder), *map(str, files)],
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def file_of(
    engine: Engine, computations: Mapping[str, Computation], filled: Mapping[str, Filled], path: Path
) -> list[str]:
    """Write a file with a sheet for each calculator; returns the names of the sheets."""
    made = [written(computations[id], inputs, results(computations, id, filled)) for id, inputs in filled.items()]
    path.write_bytes(base64.b64decode(engine.call(XLSX, made=made, words=WORDS)))
    names: list[str] = engine.call(f"{SHEETS}.map(({{ name }}) => name)", made=made, words=WORDS)
    return names


def assert_same(
    folder: Path,
    stem: str,
    sheet: str,
    computation: Computation,
    computations: Mapping[str, Computation],
    filled: Mapping[str, Filled],
) -> None:
    """What the office program wrote of a sheet is what the engine says, to the cent."""
    path = folder / f"{stem}-{sheet}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    worked = results(computations, computation.id, filled)
    # Below the title, the inputs and two headings.
    for row, step in enumerate(computation.record.steps, start=len(computation.inputs) + 6):
        value = worked.values[step.id]
        assert rows[row][0] == step.label["en"]
        cells = rows[row][1:]
        for expected, shown in zip(
            value if isinstance(value, list) else [value], cells[1:] if isinstance(value, list) else cells, strict=False
        ):
            if isinstance(expected, Unknown):
                assert shown.startswith("#") or shown == "", (computation.id, step.id, shown)
            else:
                # What is shown in hundredths is written so.
                share = shown.endswith("%")
                apart = abs(Fraction(Decimal(shown.rstrip("%"))) / (100 if share else 1) - expected)
                assert apart <= max(NEAR, abs(expected) / 10**12), (computation.id, step.id, shown, expected, filled)


@pytest.mark.random
def test_an_office_program_gives_the_figures_of_the_engine(
    engine: Engine, computations: dict[str, Computation], tmp_path: Path
) -> None:
    chance = random.Random("office")
    tried = [{id: random_inputs(one, chance) for id, one in computations.items()} for _ in range(trials(100))]
    names = [
        file_of(engine, computations, filled, tmp_path / f"money{number}.xlsx") for number, filled in enumerate(tried)
    ]
    office(tmp_path, EACH_SHEET, *tmp_path.glob("*.xlsx"))
    for number, filled in enumerate(tried):
        for sheet, id in zip(names[number], filled, strict=True):
            assert_same(tmp_path, f"money{number}", sheet, computations[id], computations, filled)


def test_an_adviser_changes_a_figure_and_everything_follows(
    engine: Engine, computations: dict[str, Computation], tmp_path: Path
) -> None:
    filled: Filled = {"amount": (Fraction(10000),), "rate": (Fraction(3),), "term": (Fraction(60),)}
    [sheet] = file_of(engine, computations, {"bank-loan": filled}, tmp_path / "before.xlsx")
    with zipfile.ZipFile(tmp_path / "before.xlsx") as before, zipfile.ZipFile(tmp_path / "after.xlsx", "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content, count = re.subn(rb'(<c r="B5"[^>]*><v>)10000<', rb"\g<1>14000<", content)
                assert count == 1
            after.writestr(name, content)
    office(tmp_path, EACH_SHEET, tmp_path / "before.xlsx", tmp_path / "after.xlsx")
    assert_same(tmp_path, "before", sheet, computations["bank-loan"], computations, {"bank-loan": filled})
    changed = {**filled, "amount": (Fraction(14000),)}
    assert_same(tmp_path, "after", sheet, computations["bank-loan"], computations, {"bank-loan": changed})


def test_a_text_document_opens_with_its_headings_and_her_words(engine: Engine, tmp_path: Path) -> None:
    answers = [{"question": f"Question {number}?", "text": "First line & <b>\nSecond line"} for number in range(20)]
    table: dict[str, Any] = {"calculator": "x", "title": "How much?", "rows": [["Price", "3.50"]]}
    table["results"] = ["You must sell 770."]
    plan = {
        "title": "My plan",
        "who": "A. · 22 November 2026",
        "foot": "Written by the starter.",
        "empty": "Not filled in yet.",
        "language": "en",
        "rightToLeft": False,
        "parts": [
            {"title": "Market", "answers": answers, "tables": []},
            {"title": "Money", "answers": [{"question": "?", "text": ""}], "tables": [table]},
        ],
    }
    made = engine.call(
        "docxFile(plan).then(async (file) => Buffer.from(await file.arrayBuffer()).toString('base64'))", plan=plan
    )
    (tmp_path / "plan.docx").write_bytes(base64.b64decode(made))
    office(tmp_path, "txt:Text (encoded):UTF8", tmp_path / "plan.docx")
    text = (tmp_path / "plan.txt").read_text("utf-8-sig")
    assert text.startswith("My plan")
    assert text.index("Market") < text.index("Question 7?") < text.index("Money") < text.index("Not filled in yet.")
    assert text.index("Not filled in yet.") < text.index("You must sell 770.") < text.index("3.50")
    assert "First line & <b>" in text
    office(tmp_path, "pdf", tmp_path / "plan.docx")
    pages = len(re.findall(rb"/Type\s*/Page[^s]", (tmp_path / "plan.pdf").read_bytes()))
    assert pages == 2
