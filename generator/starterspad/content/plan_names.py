"""The names under which a plan leaves a device, which the browser writes and the proof's witnesses use too."""

from __future__ import annotations

# What a file with a plan says it is.
PLAN_KIND = "starterspad-plan"
# What stands after an address that carries a plan.
PLAN_LINK = "#plan="
