"""Ask 10,000 addresses of this machine as `portal links` does, a third of them faulty; print the answers and the time.

Run as `python -m tools.hostile_links [ADDRESSES] [SECONDS A HOP] [SECONDS IN ALL]`. Fails when the time in all was not
kept, an address has no answer, or has one that it should not have.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import threading
import time
from collections import Counter

from starterspad.quality.links import ask_all

from tests.support.odd_hosts import odd_addresses, wrong_answer

# What may pass between the end of the time and the answer.
_GRACE = 10


def main(count: int, seconds: float, in_all: float) -> None:
    # In a process of their own: what they do takes no time from the one that asks.
    hosts = subprocess.Popen([sys.executable, "-m", "tests.support.odd_hosts"], stdout=subprocess.PIPE, text=True)
    assert hosts.stdout
    kinds = odd_addresses(count, int(hosts.stdout.readline()))
    started = time.monotonic()
    statuses = ask_all(kinds, reach=lambda name: name.startswith("127."), seconds=seconds, in_all=in_all)
    took = time.monotonic() - started
    answers = Counter((kinds[address], status.state, status.words) for address, status in statuses.items())
    for (kind, state, words), number in sorted(answers.items()):
        print(f"{number:6}  {kind:13} {state:12} {words[:70]}")
    hosts.kill()
    # On a machine that has much to do, a good host may be late.
    wrong = [
        address
        for address, status in statuses.items()
        if wrong_answer(kinds[address], status.state, status.words) and status.words != "no answer in time"
    ]
    asked = sum(status.state != "unasked" for status in statuses.values())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{count} addresses, {asked} asked, in {took:.1f} s of {in_all:g} s; {threading.active_count() - 1} threads "
        f"behind, {memory} MB; {len(kinds.keys() - statuses.keys())} without an answer, {len(wrong)} with a wrong one."
    )
    if took > in_all + _GRACE or kinds.keys() != statuses.keys() or wrong:
        raise SystemExit("; ".join(wrong[:10]) or 1)


if __name__ == "__main__":
    numbers = [float(word) for word in sys.argv[1:]]
    count, seconds, in_all = (*numbers, *(10_000.0, 2.0, 300.0)[len(numbers) :])
    main(int(count), seconds, in_all)
