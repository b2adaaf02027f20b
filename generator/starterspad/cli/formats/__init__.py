"""Everything that commands say, as text for a terminal, as Markdown or commands for a workflow, and as JSON."""

from starterspad.cli.formats.impact import impact_json, impact_lines
from starterspad.cli.formats.problems import github, printable, problem_json, text
from starterspad.cli.formats.reports import (
    digest_lines,
    links_json,
    links_lines,
    proof_json,
    questions_json,
    report_lines,
)
from starterspad.cli.formats.review import review_annotations, review_lines

__all__ = [
    "digest_lines",
    "github",
    "impact_json",
    "impact_lines",
    "links_json",
    "links_lines",
    "printable",
    "problem_json",
    "proof_json",
    "questions_json",
    "report_lines",
    "review_annotations",
    "review_lines",
    "text",
]
