"""Routes stand side by side."""

from __future__ import annotations

from pathlib import Path

from starterspad.content.loader import load_catalog

from tests.conftest import Write
from tests.support.rendered_pages import bodies

ROUTES = """\
- id: sure
  title: {en: Beside a job}
  task: study
  for_whom: {en: Employees}
  how_long: {en: As long as the job}
  keeps: {en: Your wage}
  first: {en: Ask your employer.}
  risk: {en: Small}
- id: unsure
  title: {en: With a premium}
  task: register
  for_whom: {en: Job seekers}
  how_long: {en: Two years}
  keeps: {en: A premium}
  first: {en: Ask whether it exists.}
  risk: {en: Large}
  certain: false
"""


def test_routes_stand_side_by_side_and_say_which_are_not_confirmed(instance: Path, write: Write) -> None:
    write("content/routes.yml", ROUTES)
    page = bodies(load_catalog(instance), "en")["routes/"]
    sure, unsure = page.split('<tr id="unsure">')
    assert "not confirmed" not in sure
    assert "not confirmed" in unsure
    assert '<a href="../tasks/study/">Beside a job</a>' in sure
    for words in ("As long as the job", "Your wage", "Ask your employer.", "Small"):
        assert words in sure
