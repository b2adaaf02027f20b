"""The three findings that come first on the page of what is missing, each with one thing to do about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from starterspad.content.messages import Messages
from starterspad.pages.gap_report import Report
from starterspad.quality.coverage import Coverage, Segment

# More than this nobody remembers after a meeting.
_FINDINGS = 3


@dataclass(frozen=True)
class Finding:
    """A finding in a sentence, what it means, and what to do: the words of a link, and where it leads."""

    title: str
    text: str
    action: str
    href: str


def findings(coverage: Coverage, report: Report, messages: Messages) -> tuple[Finding, ...]:
    """Return at most three findings, those that most starters meet first. Addresses are from the page's language."""
    return tuple(islice(_findings(coverage, report, messages), _FINDINGS))


def _findings(coverage: Coverage, report: Report, messages: Messages) -> Iterator[Finding]:
    say = messages.format
    everyone = [gap.task for gap in coverage.missing if gap.segment == Segment()]
    if everyone:
        titles = ", ".join(say("finding.quoted", words=report.title(task)) for task in everyone)
        title = say("finding.everyone", count=len(everyone))
        yield Finding(
            title, say("finding.everyone_text", tasks=titles), say("gaps.we_can"), f"join/#task={everyone[0]}"
        )
    by_task: dict[str, list[str]] = {}
    for gap in coverage.missing:
        if gap.segment.group and gap.segment.size == 1:
            by_task.setdefault(gap.task, []).append(report.people(gap.segment.group))
    for task, people in by_task.items():
        title = say("finding.group", people=", ".join(people), task=report.title(task))
        yield Finding(title, say("finding.group_text"), say("gaps.we_can"), f"join/#task={task}")
        break
    partners = [partner for partner in coverage.catalog.partners.values() if partner.helps]
    reached = sum(bool(partner.contact.phone) for partner in partners)
    if reached < len(partners):
        title = say("finding.phone", count=len(partners), known=reached)
        yield Finding(title, say("finding.phone_text"), say("finding.phone_action"), "partners/")
    if coverage.single:
        title = say("finding.single", count=len({gap.task for gap in coverage.single}))
        yield Finding(title, say("gaps.single_text"), say("finding.single_action"), "gaps/#single")
