"""Read hostile partner files, messages and links, and print how many were refused, what crashed, and what was slowest.

Run as `python -m tools.hostile_trials [HOW MANY] [FIRST]`. Input number n is the same in every run. Fails where one
crashes, or takes longer than a second.
"""

from __future__ import annotations

import base64
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from starterspad.content.kinds import PARTNER
from starterspad.content.loader import load_catalog
from starterspad.content.problems import InvalidContent
from starterspad.content.record_reader import RecordReader
from starterspad.content.yaml import MAX_BYTES
from starterspad.intake.message_reader import MAX_BYTES as MESSAGE_BYTES

from tests.conftest import REPOSITORY, TINY, TOWN
from tests.support.js_engine import Engine
from tests.support.mutations import mutated
from tests.support.partner_letters import ANSWERS, entry, letter, mails

# The longest that one input below the limits of size may take, in seconds of this process.
MOST_SECONDS = 1.0
# An address may be longer than any browser takes.
LINK_BYTES = 200_000
_BATCH = 200
_OPEN_LINKS = """(async () => {
  const taken = [];
  for (const link of links) {
    const started = process.cpuUsage();
    const text = await unpack(link);
    const opened = text === null ? null : fromFile(text, 1764460800000);
    const { user, system } = process.cpuUsage(started);
    taken.push([opened !== null, (user + system) / 1000]);
  }
  return taken;
})()"""
_FILES = "journals.map((text) => asFile(JSON.parse(text)))"
_PACK = "Promise.all(texts.map((text) => pack(text)))"


@dataclass
class Outcome:
    """What became of the inputs of a kind; `slowest` is (seconds, number)."""

    accepted: int = 0
    refused: int = 0
    crashes: list[str] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, 0)

    def add(self, number: int, took: float, *, accepted: bool) -> None:
        self.accepted += accepted
        self.refused += not accepted
        self.slowest = max(self.slowest, (took, number))


def good_partners() -> list[bytes]:
    return [path.read_bytes() for path in (*sorted(TOWN.glob("partners/*.yml")), TINY / "partners/town-desk.yml")]


def partner_reader(folder: Path) -> Callable[[bytes], bool]:
    """Return what reads a file as the only one of an instance in `folder`, and tells whether it was taken."""
    path = folder / "partners" / "hostile.yml"
    path.parent.mkdir()

    def accepted(data: bytes) -> bool:
        path.write_bytes(data)
        reader = RecordReader(folder)
        reader.languages = ("nl", "fr", "en")
        records = reader.of_kind(PARTNER)
        assert records or reader.problems, "a file that is no partner has a problem"
        return not reader.problems

    return accepted


def good_messages() -> list[bytes]:
    return [letter(ANSWERS), *mails(ANSWERS)]


def message_reader() -> Callable[[bytes], bool]:
    """Return what reads a message as `portal new partner --from-message` does, and tells whether it was taken."""
    catalog = load_catalog(TINY)

    def accepted(data: bytes) -> bool:
        try:
            entry(data, catalog)
        except InvalidContent as invalid:
            assert invalid.problems
            return False
        return True

    return accepted


def links(numbers: range, engine: Engine) -> Outcome:
    """Open each as the page of a plan does; half of them are hostile texts that were packed as they should be."""
    outcome = Outcome()
    journals = [path.read_text("utf-8") for path in sorted((REPOSITORY / "tests/fixtures/journals").glob("*.json"))]
    texts = [str(text).encode() for text in engine.call(_FILES, journals=journals)]
    packed = [link.encode() for link in engine.call(_PACK, texts=[text.decode() for text in texts])]
    packed += [b"0" + base64.urlsafe_b64encode(text).rstrip(b"=") for text in texts]
    for start in range(numbers.start, numbers.stop, _BATCH):
        batch = range(start, min(start + _BATCH, numbers.stop))
        inside = [mutated(number, texts, LINK_BYTES).decode("utf-8", "replace") for number in batch if number % 2]
        whole = [mutated(number, packed, LINK_BYTES).decode("latin-1") for number in batch if not number % 2]
        try:
            outcomes = engine.call(_OPEN_LINKS, links=[*engine.call(_PACK, texts=inside), *whole])
        except Exception:
            outcome.crashes.append(f"links {batch.start} to {batch.stop}:\n{traceback.format_exc(limit=-3)}")
            continue
        order = [*(number for number in batch if number % 2), *(number for number in batch if not number % 2)]
        for number, (opened, milliseconds) in zip(order, outcomes, strict=True):
            outcome.add(number, milliseconds / 1000, accepted=opened)
    return outcome


def _each(numbers: range, made: Callable[[int], bytes], accepted: Callable[[bytes], bool]) -> Outcome:
    outcome = Outcome()
    for number in numbers:
        data = made(number)
        started = time.process_time()
        try:
            taken = accepted(data)
        except Exception:
            outcome.crashes.append(f"{number}: {traceback.format_exc(limit=-3)}")
        else:
            outcome.add(number, time.process_time() - started, accepted=taken)
    return outcome


def outcomes(count: int, first: int = 0) -> Iterator[tuple[str, Outcome]]:
    """Try so many in all: two fifths each are files and messages, one fifth links."""
    folder = Path(tempfile.mkdtemp())
    engine = Engine()
    try:
        numbers, files, mails_and_texts = range(first, first + count * 2 // 5), good_partners(), good_messages()
        yield "partner files", _each(numbers, lambda n: mutated(n, files, MAX_BYTES), partner_reader(folder))
        yield "messages", _each(numbers, lambda n: mutated(n, mails_and_texts, MESSAGE_BYTES), message_reader())
        yield "links", links(range(first, first + count // 5), engine)
    finally:
        engine.close()
        shutil.rmtree(folder)


def main(count: int, first: int) -> None:
    print(f"{'':14} {'read':>7} {'taken':>7} {'refused':>7} {'crashes':>7}  slowest (its number)")
    faults: list[str] = []
    for name, outcome in outcomes(count, first):
        seconds, number = outcome.slowest
        read = outcome.accepted + outcome.refused + len(outcome.crashes)
        print(
            f"{name:14} {read:7} {outcome.accepted:7} {outcome.refused:7} {len(outcome.crashes):7}  "
            f"{seconds * 1000:.0f} ms ({number})",
            flush=True,
        )
        faults += [f"{name} {crash}" for crash in outcome.crashes[:5]]
        faults += [f"{name} {number}: {seconds:.1f} s"] if seconds > MOST_SECONDS else []
    if faults:
        raise SystemExit("\n".join(faults))


if __name__ == "__main__":
    numbers_given = [int(word) for word in sys.argv[1:]]
    main(*(*numbers_given, *(100_000, 0)[len(numbers_given) :]))
