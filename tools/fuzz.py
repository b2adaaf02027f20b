"""Look for inputs that crash the reader of partner files, or that of messages, led by which lines they reach (atheris).

Run as `python -m tools.fuzz partner|message [SECONDS]`, with what `requirements-fuzz.txt` names. Ends at the first
input that crashes, or that takes longer than a second, and keeps it in build/fuzz/.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["starterspad", "yaml", "email"]):
    from starterspad.content.yaml import MAX_BYTES
    from starterspad.intake.message_reader import MAX_BYTES as MESSAGE_BYTES

    from tests.conftest import REPOSITORY
    from tools.hostile_trials import MOST_SECONDS, good_messages, good_partners, message_reader, partner_reader


def main(what: str, seconds: int) -> None:
    folder = Path(tempfile.mkdtemp())
    kept = REPOSITORY / "build" / "fuzz" / what
    corpus = folder / "corpus"
    for path in (kept, corpus):
        path.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(good_partners() if what == "partner" else good_messages()):
        (corpus / str(number)).write_bytes(data)
    accepted = partner_reader(folder) if what == "partner" else message_reader()
    counts = {True: 0, False: 0}
    began, slowest, next_line = time.monotonic(), 0.0, 0.0

    def once(data: bytes) -> None:
        nonlocal slowest, next_line
        started = time.process_time()
        counts[accepted(data)] += 1
        took = time.process_time() - started
        slowest = max(slowest, took)
        assert took < MOST_SECONDS, f"{took:.1f} s for one input"
        # The library ends the process without a word to Python, so the figures are printed while it runs.
        if time.monotonic() - began > next_line:
            next_line = time.monotonic() - began + min(30, seconds / 4)
            line = f"{what}: {time.monotonic() - began:.0f} s, {counts[True]} taken, {counts[False]} refused, slowest "
            print(f"{line}{slowest * 1000:.0f} ms", flush=True)

    limit = MAX_BYTES if what == "partner" else MESSAGE_BYTES
    options = [f"-max_total_time={seconds}", f"-max_len={limit}", f"-artifact_prefix={kept}/", "-verbosity=0"]
    atheris.Setup([sys.argv[0], str(corpus), *options, "-print_final_stats=1", "-rss_limit_mb=2048"], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 300)
