"""A device with pages of the portal on it, in Node: what they keep, and what becomes of it when things go wrong."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from starterspad.output.script_bundler import node_program
from starterspad.output.scripts import WEB

from tests.conftest import REPOSITORY

PROGRAM = Path(__file__).with_suffix(".mjs")
DATABASE = REPOSITORY / "tests" / "node" / "node_modules" / "fake-indexeddb" / "build" / "esm" / "index.js"


class Device:
    """One Node process: `device.do("edit", page="one", fields={...})`."""

    def __init__(self) -> None:
        node = node_program()
        assert node, "Node.js is not there: `make unit` fetches it"
        assert DATABASE.is_file(), "the database of the tests is not there: `make unit` fetches it"
        self.process = subprocess.Popen(
            [node, str(PROGRAM), str(WEB), str(DATABASE)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def do(self, command: str, **values: Any) -> Any:
        """Send a command; returns its answer. Raises `AssertionError` with the trace of what it throws."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{json.dumps({'command': command, **values})}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, f"Node ended at {command}: what it said stands above"
        answer = json.loads(line)
        assert "error" not in answer, f"{command}: {answer['error']}"
        return answer["value"]

    def close(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.communicate()
