"""Shells: MkDocs runs when what it reads has changed, and for nothing else."""

from __future__ import annotations

import datetime
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from starterspad.content.loader import load_catalog
from starterspad.pages.layout import layouts as layouts
from starterspad.pages.layout.layouts import Layouts, render_layouts
from starterspad.pages.layout.security_policy import POLICY
from starterspad.pages.page import Layout

from tests.conftest import Write

TODAY = datetime.date(2026, 11, 22)


@dataclass(frozen=True)
class Head:
    path: str
    title: str
    description: str
    layout: Layout


def layouts_of(root: Path, cache: Path, today: datetime.date = TODAY) -> Layouts:
    return render_layouts(
        load_catalog(root), assets="assets/abc", written_sheet="part-written.css", today=today, cache=cache
    )


@pytest.fixture
def mkdocs_runs(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    runs: list[object] = []
    real = subprocess.run

    def counted(*args: object, **kwargs: object) -> object:
        runs.append(args)
        return real(*args, **kwargs)  # type: ignore[call-overload]  # hands on what it got

    monkeypatch.setattr(subprocess, "run", counted)
    return runs


def test_a_page_is_stamped_with_its_title_description_path_and_body(instance: Path, tmp_path: Path) -> None:
    page = Head("tasks/x/", 'A "title" <b>', "Two\n lines & more", "record")
    html = layouts_of(instance, tmp_path / "cache").render_into("en", page, "<h1>Body</h1>", "part-x.css")
    assert "<title>A &quot;title&quot; &lt;b&gt; · Tiny Town</title>" in html
    assert '<meta name="description" content="Two lines &amp; more">' in html
    assert '<link rel="canonical" href="https://tiny.example/portal/en/tasks/x/">' in html
    assert 'hreflang="en" href="https://tiny.example/portal/en/tasks/x/"' in html
    assert "<h1>Body</h1>" in html
    sheets = re.findall(r'rel="stylesheet" href="(.*?)"', html)
    assert sheets == ["../../../assets/abc/site.css", "../../../assets/abc/part-x.css"]
    assert html.index('<meta charset="utf-8">') < html.index("Content-Security-Policy") < html.index("<title>")
    assert f'content="{POLICY}"' in html
    assert '<html lang="en"' in html
    assert "zz" not in html.replace("zzz", "")


def test_the_link_to_the_page_itself_says_so_in_the_header_alone(instance: Path, tmp_path: Path) -> None:
    layouts = layouts_of(instance, tmp_path / "cache")
    plan = layouts.render_into("en", Head("plan/", "Plan", "", "page"), '<a href="../../en/plan/">mine</a>', "")
    # On a wide screen the links stand in a row, on a narrow one in the menu.
    assert plan.count('<a href="../../en/plan/" aria-current="page">') == 2
    assert plan.count('aria-current="page"') == 2
    assert '<a href="../../en/plan/">mine</a>' in plan
    assert 'aria-current="page"' not in layouts.render_into("en", Head("decide/plan/", "Plan", "", "record"), "", "")


def test_a_changed_record_never_starts_mkdocs_and_a_changed_page_does(
    instance: Path, tmp_path: Path, write: Write, mkdocs_runs: list[object]
) -> None:
    layouts_of(instance, tmp_path / "cache")
    text = (instance / "partners/town-desk.yml").read_text("utf-8")
    write("partners/town-desk.yml", text.replace("Town desk", "City desk"))
    layouts_of(instance, tmp_path / "cache")
    assert len(mkdocs_runs) == 1
    write("content/pages/en/about.md", "---\ntitle: About\ndescription: New.\n---\n\n# New words\n")
    assert "New words" in layouts_of(instance, tmp_path / "cache").written["en/about/index.html"]
    assert len(mkdocs_runs) == 2


def test_a_language_that_nobody_packaged_is_rendered_in_its_own_direction(
    instance: Path, tmp_path: Path, write: Write
) -> None:
    words = (Path(layouts.__file__).parents[2] / "locales/en.yml").read_text("utf-8")
    write("content/words/ar.yml", words)
    config = (instance / "site_config.yml").read_text("utf-8")
    write("site_config.yml", config.replace("languages: [en]", "languages: [en, ar]"))
    html = layouts_of(instance, tmp_path / "cache").render_into("ar", Head("", "x", "y", "home"), "z", "part-x.css")
    assert '<html lang="ar"' in html
    assert '<body dir="rtl"' in html


def test_a_page_missing_in_a_language_falls_back_whole_and_marked(instance: Path, tmp_path: Path, write: Write) -> None:
    config = (instance / "site_config.yml").read_text("utf-8")
    write("site_config.yml", config.replace("languages: [en]", "languages: [en, fr]"))
    html = layouts_of(instance, tmp_path / "cache").written["fr/about/index.html"]
    assert '<div lang="en" dir="ltr">' in html
    assert '<html lang="fr"' in html


def test_a_notice_for_every_page_stands_in_the_frame_up_to_its_last_day(
    instance: Path, write: Write, tmp_path: Path
) -> None:
    write("content/notices.yml", "- id: closed\n  text: {en: Closed & dark.}\n  until: 2026-11-22\n")
    page = Head("tasks/x/", "Title", "", "record")
    today = layouts_of(instance, tmp_path / "cache").render_into("en", page, "<h1>Body</h1>", "part-x.css")
    assert 'data-until="2026-11-22"><p>Closed &amp; dark. ' in today
    tomorrow = layouts_of(instance, tmp_path / "cache", TODAY + datetime.timedelta(days=1)).render_into(
        "en", page, "<h1>Body</h1>", "part-x.css"
    )
    assert "portal-notice" not in tomorrow
