"""Which dates are over, as the browser finds them."""

from __future__ import annotations

from tests.support.js_engine import Engine


def test_what_is_over_is_taken_off_and_what_cannot_be_read_stays(engine: Engine) -> None:
    moments = ["2026-12-03T11:00:00Z", "2026-12-03T11:00:01Z", "nonsense", ""]
    taken = """(() => {
      const gone = [];
      const rows = moments.map((over) => ({ dataset: { over }, remove: () => gone.push(over) }));
      return [removeOver(rows, Date.parse("2026-12-03T11:00:00Z")).map(({ dataset }) => dataset.over), gone];
    })()"""
    assert engine.call(taken, moments=moments) == [moments[1:], moments[:1]]
