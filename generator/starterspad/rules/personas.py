"""The personas of an instance: answers by name.

`portal diff` and `portal review` say what a change does to each; the tests of a city make their plans.
"""

from __future__ import annotations

from pathlib import Path

from starterspad.content.yaml import read_yaml

PERSONAS = "tests/personas"


def read_personas(root: Path) -> dict[str, dict[str, list[str]]]:
    """Return the answers of each persona of an instance: name -> question id -> option ids; there may be none.

    The name is that of its file below `tests/personas/`. Raises `InvalidContent` for a file that is not YAML; whether
    the questions and options exist is not looked at.
    """
    personas = {}
    for path in sorted((root / PERSONAS).glob("*.yml")):
        tree = read_yaml(path, root).tree
        answers = tree.get("answers") if isinstance(tree, dict) else None
        if isinstance(answers, dict):
            personas[path.stem] = {
                str(id): [str(option) for option in (value if isinstance(value, list) else [value])]
                for id, value in answers.items()
            }
    return personas
