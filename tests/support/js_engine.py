"""Runs the core of the browser's program in Node, so that Python and JavaScript answer the same cases."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from starterspad.output.script_bundler import node_program
from starterspad.output.scripts import WEB
from starterspad.rules.decision_model import ModelJson
from starterspad.rules.plan_json import AnswersJson, PlanJson

PROGRAM = Path(__file__).with_suffix(".mjs")
# East of Greenwich, whatever the machine: a day that is read by the clock of the device is another one here.
ZONE = "Europe/Brussels"


PLANS = "batch.map((answers) => writtenPlan(model, makePlan(model, answers)))"


class Engine:
    """One Node process, which imports each module of the core as a browser does, and answers one question at a time."""

    def __init__(self, core: Path = WEB / "core", zone: str = ZONE) -> None:
        node = node_program()
        assert node, "Node.js is not there: `make unit` fetches it"
        command = [node, str(PROGRAM), str(core)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", env=os.environ | {"TZ": zone}
        )

    def call(self, expression: str, **values: Any) -> Any:
        """Evaluate an expression in which each value has its name; returns what it gives as JSON, a promise awaited.

        Raises `JavaScriptError` with the trace of what an expression throws, and `AssertionError` when Node is gone.
        """
        assert self.process.stdin
        assert self.process.stdout
        question = json.dumps({"expression": expression, "values": values})
        try:
            self.process.stdin.write(f"{question}\n")
            self.process.stdin.flush()
        except OSError as error:
            raise AssertionError(self._gone(expression)) from error
        line = self.process.stdout.readline()
        assert line.endswith("\n"), self._gone(expression)
        answer = json.loads(line)
        if "error" in answer:
            raise JavaScriptError(f"{expression}: {answer['error']}")
        return answer["value"]

    def plans(self, model: ModelJson, batch: list[AnswersJson]) -> list[PlanJson]:
        """Make the plan of each of many answers."""
        found: list[PlanJson] = self.call(PLANS, model=model, batch=batch)
        return found

    def close(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.communicate()

    def _gone(self, expression: str) -> str:
        return f"Node ended with {self.process.wait()}, when it was asked {expression}: what it said stands above"


class JavaScriptError(Exception):
    """What an expression threw, with its trace."""
