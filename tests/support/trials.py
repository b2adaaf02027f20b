"""How many random trials a test makes: a twentieth in every run, all of them and more at night, always of one seed."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# In twentieths: `make nightly-short` asks for 20, `make nightly` for 1,000.
_TWENTIETHS = int(os.environ.get("PORTAL_TRIALS", "1"))
IN_FULL = _TWENTIETHS >= 20


def trials(in_full: int) -> int:
    """Return how many of `in_full` trials to make now; one or more."""
    return max(1, in_full * _TWENTIETHS // 20)


def examples(in_full: int) -> settings:
    """Return how hypothesis tries a property: with so many examples when in full, the same ones in every run."""
    health = [HealthCheck.function_scoped_fixture]
    return settings(max_examples=trials(in_full), derandomize=True, suppress_health_check=health, deadline=None)
