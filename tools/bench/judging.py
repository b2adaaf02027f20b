"""Judging thirty thousand services by the rules that the browser has, in Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from statistics import median

from tools.bench.figures import say
from tools.bench.phone import SLOWER, in_node

_SERVICES = 30_000


def say_judging(site: Path, language: str) -> None:
    """Print how long the rules take for so many services; those of a smaller site are judged several times over."""
    model = max((site / language).glob("decision-model*.json"), key=lambda path: path.stat().st_size)
    try:
        answer = json.loads(in_node(Path(__file__).with_name("judge.mjs"), str(model), str(_SERVICES)))
    except subprocess.CalledProcessError as error:
        say(f"judging {_SERVICES:,} services", f"not measured: {error.stderr.strip().splitlines()[-1]}")
        return
    took = answer["took"]
    slow = median(took) * SLOWER
    say(
        f"judging {_SERVICES:,} services, {answer['services']:,} different ones, in Node",
        f"{median(took):.1f} ms, the first time {took[0]:.1f} ms; six times that {slow:.0f} ms",
        "1 ms; 16 ms at 6x",
    )
