"""A programme is told with its path, and leads to the steps that do the same here."""

from __future__ import annotations

from pathlib import Path

from starterspad.content.loader import load_catalog

from tests.conftest import Write
from tests.support.rendered_pages import bodies

PROGRAMME = """\
order: 10
title: {en: The lab}
journey: {en: Try first}
summary: {en: You try before you choose.}
today: {en: "It has ended, but this desk works so:"}
partner: town-desk
historic: true
for_whom: [{en: Who looks for work}]
not_for: [{en: Who is able already}]
duration: {en: A year at most}
keeps: {en: Your benefit}
stages:
  - title: {en: Trying out}
    form: mixed
    goals: [{en: Know whether it works}]
    activities: [{en: Serve customers}, {en: Send invoices}]
    gate:
      question: {en: Is there a market?}
      go: {en: You register.}
      no: {en: You look for a job.}
      our_reading: true
    tasks: [talk-first, register]
outcomes: [{en: A job that fits}]
found_in: {title: {en: An old article}, written: {en: undated}}
seen: archived
checked: 2026-01-01
"""


def test_a_programme_tells_its_path_with_its_gates_and_leads_to_the_steps_of_this_site(
    instance: Path, write: Write
) -> None:
    write("content/programmes/lab.yml", PROGRAMME)
    found = bodies(load_catalog(instance), "en")
    page = found["programmes/lab/"]
    for words in ("Who is able already", "alone and in a group", "Is there a market?", "You look for a job."):
        assert words in page
    assert '<li data-task="register"><a href="../../tasks/register/">Register</a>' in page
    assert "This is how it was then." in page
    assert "Part of this is not in the source." in page
    assert '<a href="../../partners/town-desk/">Town desk</a>' in page
    assert "An old article (undated)" in page
    overview = found["programmes/"]
    assert '<a href="../programmes/lab/#stage-1">Trying out</a>' in overview
    assert '<span class="old">ended</span>' in overview
