"""A sheet for a desk that speaks another language: everything in both, without a script."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog

from tests.support.built_sites import root_of
from tests.support.rendered_pages import bodies


@pytest.fixture
def arabic() -> Catalog:
    return load_catalog(root_of("arabic"))


def test_what_to_say_and_every_step_stand_in_the_language_of_the_desk_too(town: Catalog) -> None:
    body = bodies(town, "fr")["bilingual/"]
    assert '</span> <span lang="nl" dir="ltr">Wat moet ik meebrengen?</span>' in body
    assert '<span lang="nl" dir="ltr">Spreekt hier iemand Frans?</span>' in body
    for id, task in town.tasks.items():
        assert f'data-task="{id}"' in body
        assert f'<span lang="nl" dir="ltr">{task.title["nl"]}</span>' in body


def test_beside_the_site_s_own_language_stands_every_other(town: Catalog) -> None:
    body = bodies(town, "nl")["bilingual/"]
    assert '<span lang="fr" dir="ltr">' in body and '<span lang="en" dir="ltr">' in body
    assert '<span lang="nl"' not in body


def test_what_falls_back_says_its_language_and_direction(arabic: Catalog) -> None:
    body = bodies(arabic, "en")["bilingual/"]
    assert '<span>What do I have to bring?</span> <span lang="ar" dir="rtl">' in body


def test_it_leads_to_who_speaks_her_language_where_the_directory_can_be_narrowed_to_them(town: Catalog) -> None:
    link = 'href="../partners/#language=fr"'
    assert link in bodies(town, "fr")["bilingual/"]
    assert link not in bodies(town, "nl")["bilingual/"]


def test_where_there_is_one_language_there_is_no_sheet_and_nothing_leads_to_it(tmp_path: Path) -> None:
    root = tmp_path / "tiny"
    shutil.copytree(root_of("tiny"), root)
    catalog = load_catalog(root)
    assert len(catalog.site.languages) == 1
    made = bodies(catalog, "en")
    assert "bilingual/" not in made
    assert 'href="../bilingual/"' not in made["talk/"] + made["plan/"]


def test_the_talk_and_the_plan_lead_to_it(town: Catalog) -> None:
    made = bodies(town, "fr")
    for page in ("talk/", "plan/"):
        assert 'href="../bilingual/"' in made[page], page
