"""Gates can be judged, and every decision has a way on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from starterspad.content.catalog import Catalog
from starterspad.content.derived_questions import MONEY
from starterspad.content.kinds import OUTCOME, SELF_ASSESSMENT
from starterspad.content.models.gate import Decision
from starterspad.content.problems import Problem, quoted


def check_gates(catalog: Catalog) -> Iterator[Problem]:
    """Something shows each criterion of a gate, and each decision leads to an outcome."""
    for id, phase in catalog.gates.items():
        assert phase.gate
        for number, criterion in enumerate(phase.gate.criteria):
            at = ("gate", "criteria", number)
            if (
                not criterion.tasks
                and not criterion.worksheet
                and not criterion.sections
                and not criterion.money
                and not (criterion.mirror and catalog.ids(SELF_ASSESSMENT.name))
            ):
                message = f"nothing can show {quoted(criterion.id)}"
                remedy = (
                    "name tasks, a worksheet, sections of the business plan or money,"
                    " or mirror: true where there is a content/mirror.yml"
                )
                yield Problem(catalog.location("phase", id, *at, "id"), message, remedy, "gate")
            named = [name for clause in criterion.money for name in clause]
            if criterion.money and (len(named) > 1 or not named[0].startswith(MONEY)):
                message = f"money of {quoted(criterion.id)} is not one bucket of a calculator"
                remedy = "write it as money: {money.runway: enough}"
                yield Problem(catalog.location("phase", id, *at, "money"), message, remedy, "gate")
    if catalog.lacks(OUTCOME):
        return
    led = {decision for outcome in catalog.outcomes.values() for decision in outcome.follows}
    missing = [decision for decision in get_args(Decision) if decision not in led]
    if catalog.gates and missing:
        location = catalog.location("phase", next(iter(catalog.gates)), "gate")
        message = f"no outcome follows {', '.join(missing)}"
        remedy = "write one in content/outcomes.yml: nobody may be left without a way on"
        yield Problem(location, message, remedy, "gate")
