"""Runs the core of the browser's program in V8, so that Python and JavaScript answer the same cases."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer
from starterspad.rules.decision_model import ModelJson
from starterspad.rules.plan_json import AnswersJson, PlanJson

CORE = Path(__file__).parents[2] / "generator" / "starterspad" / "web" / "core"


class Engine:
    """The engine's modules as one script: they import only each other, so stripping the words is enough."""

    def __init__(self) -> None:
        self.v8 = MiniRacer()
        declared: dict[str, str] = {}
        for name in (
            "constants",
            "rules/evaluate",
            "rules/freshness",
            "plan/plan",
            "plan/helper-order",
            "plan/needed-first",
            "rules/questionnaire",
            "search/search",
            "search/directory-filter",
            "journal/journal",
            "journal/journal-queries",
            "journal/renamed-ids",
            "journal/journal-file",
            "plan/why-not-on-plan",
            "formats/icalendar",
            "plan/due-dates",
            "plan/plan-changes",
            "formats/qr-code",
            "rules/self-assessment",
            "rules/gates",
            "rules/derived-answers",
            "plan/current-plan",
            "journal/worksheets",
            "intake/partner-file",
            "intake/partner-faults",
            "intake/partner-advice",
            "intake/partner-message",
        ):
            text = (CORE / f"{name}.js").read_text("utf-8")
            # They share one scope here: a name that two of them declare would be the later one's everywhere.
            for one in re.findall(r"^(?:export )?(?:async )?(?:function|const|let) (\w+)", text, re.MULTILINE):
                assert declared.setdefault(one, name) == name, f"{one} is declared in {declared[one]} and in {name}"
            text = re.sub(r"^import .*$", "", text, flags=re.MULTILINE)
            self.v8.eval(re.sub(r"^export ", "", text, flags=re.MULTILINE))

    def call(self, expression: str, **values: Any) -> Any:
        """Evaluate an expression in which each value has its name; returns what it gives as JSON."""
        names = ", ".join(values)
        arguments = ", ".join(json.dumps(value) for value in values.values())
        return json.loads(str(self.v8.eval(f"JSON.stringify((({names}) => ({expression}))({arguments}))")))

    def plans(self, model: ModelJson, batch: list[AnswersJson]) -> list[PlanJson]:
        """Make the plan of each of many answers."""
        found: list[PlanJson] = self.call("batch.map((answers) => makePlan(model, answers))", model=model, batch=batch)
        return found
