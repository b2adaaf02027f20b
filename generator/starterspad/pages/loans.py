"""What lenders ask, where an instance knows it, beside what she has: who decides is the lender."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.kinds import CALCULATOR, LOAN, PLAN_SECTION, PLAN_TEMPLATE
from starterspad.content.models.calculator import in_order
from starterspad.content.models.loan import Ask, Loan
from starterspad.pages.gate_decision import GateCriterion, gate_criterion
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import DatedFact, Link, PartnerLink, Text


@dataclass(frozen=True)
class LoanRow:
    """A loan: what her plan and her steps show of what is asked, and what she has to say herself."""

    id: str
    loan: Loan
    partner: PartnerLink | None
    shown: tuple[GateCriterion, ...]
    papers: tuple[Ask, ...]
    template: Text | None


@dataclass(frozen=True)
class LoansPage:
    """The loans, in order, with what is known of them; `own_from` works out what she brings in, `own_money` there."""

    model: str
    own_from: Link | None
    own_money: str
    loans: tuple[LoanRow, ...]
    plan: Link | None
    facts: tuple[DatedFact, ...]
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of the loans; none without any."""
    loans = inputs.catalog.of(LOAN)
    if loans:
        ordered = sorted(loans.items(), key=lambda item: (item[1].order, item[0]))
        rows = tuple(_row(inputs, id, loan) for id, loan in ordered)
        plan = Link("workbook", "workbook/", {}) if inputs.catalog.of(PLAN_SECTION) else None
        sums = in_order(inputs.catalog.of(CALCULATOR)).items()
        id, own = next(((id, calculator) for id, calculator in sums if calculator.own_money), ("", None))
        own_from = Link(id, f"calculators/{id}/", own.title) if own else None
        own_money = f"{id} {own.own_money}" if own else ""
        context = LoansPage(inputs.model, own_from, own_money, rows, plan, inputs.facts("loan", loans), inputs.talk)
        yield single_page(inputs, context, "loans/", "loans")


def _row(inputs: PageInputs, id: str, loan: Loan) -> LoanRow:
    catalog = inputs.catalog
    template = catalog.of(PLAN_TEMPLATE).get(loan.template or "")
    return LoanRow(
        id,
        loan,
        inputs.partners.get(loan.partner or ""),
        tuple(gate_criterion(inputs, ask) for ask in loan.asks if _shown(ask)),
        tuple(ask for ask in loan.asks if not _shown(ask)),
        template.title if template else None,
    )


def _shown(ask: Ask) -> bool:
    """Tell whether anything on the portal can show it."""
    return bool(ask.sections or ask.tasks or ask.worksheet or ask.mirror)
