"""YAML as editors read it, and the YAML language server, as an editor talks to it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

SERVER = Path(__file__).parents[1] / "node/node_modules/yaml-language-server/bin/yaml-language-server"


class Core(yaml.CSafeLoader):  # type: ignore[misc]  # PyYAML has no types
    """YAML 1.2's core types, as editors read them: only true, false and numbers are more than text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^-?[0-9]+$"), list("-0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^-?[0-9]+\.[0-9]+$"), list("-0123456789"))


class Editor:
    """One server: opens files, and reads what it says of them."""

    def __init__(self) -> None:
        node = Path(sys.executable).parent / "node"
        command = [str(node if node.exists() else "node"), str(SERVER), "--stdio"]
        self.opened = 0
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._ask(1, "initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self._answer(lambda message: message.get("id") == 1)
        self._tell("initialized", {})

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()

    def faults(self, path: Path, text: str) -> list[str]:
        """Open a file with a text and return what the server finds wrong with it."""
        # A name of its own each time: what the server still says of an earlier text is about another file.
        self.opened += 1
        uri = path.with_name(f"{path.stem}-{self.opened}.yml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})

        def about_it(message: dict[str, Any]) -> bool:
            return message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri

        found = self._answer(about_it)["params"]["diagnostics"]
        return [f"{one['range']['start']['line'] + 1}: {one['message']}" for one in found]

    def _ask(self, id: int, method: str, params: dict[str, Any]) -> None:
        self._send({"jsonrpc": "2.0", "id": id, "method": method, "params": params})

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin
        body = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def _answer(self, wanted: Any) -> dict[str, Any]:
        """Read until the answer that is waited for; what the server asks of an editor is answered with nothing."""
        while True:
            message = self._read()
            if "id" in message and "method" in message:
                count = len(message["params"].get("items", ())) if isinstance(message.get("params"), dict) else 0
                self._send({"jsonrpc": "2.0", "id": message["id"], "result": [None] * count})
            elif wanted(message):
                return message

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while (line := self.process.stdout.readline().strip()) or not length:
            assert line or self.process.poll() is None, "the server ended"
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return message
