"""The tools that measure: what they measure with is valid and the same each time, and their arithmetic is right."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.output.host_limits import HostLimits, SiteSize

from tests.conftest import REPOSITORY, TOWN
from tools.bench.costs import run
from tools.bench.figures import exponent
from tools.bench.hosts import fullest
from tools.bench.serving import changes_of
from tools.bench.site_parts import parts_of
from tools.bench.workshop import first_language, languages_of
from tools.hugo_site import layout, markdown
from tools.synthetic import synthetic_id, write_instance

COUNT = 12


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("synthetic") / "instance"
    write_instance(TOWN, folder, COUNT)
    return folder


@pytest.fixture(scope="module")
def catalog(instance: Path) -> Catalog:
    return load_catalog(instance)


def test_a_synthetic_instance_is_valid_and_has_so_many_partners_more(catalog: Catalog) -> None:
    made = [catalog.partners[synthetic_id(number)] for number in range(COUNT)]
    assert len(catalog.partners) == len(load_catalog(TOWN).partners) + COUNT
    assert len({partner.name for partner in made}) == COUNT
    assert all(len(partner.services) == 3 and partner.seen == "told" for partner in made)
    assert any(service.when for partner in made for service in partner.services)


def test_a_synthetic_file_says_so_and_is_the_same_for_a_seed(instance: Path, tmp_path: Path) -> None:
    write_instance(TOWN, tmp_path / "again", COUNT)
    write_instance(TOWN, tmp_path / "other", COUNT, seed=7)
    for name in (f"{synthetic_id(number)}.yml" for number in range(COUNT)):
        text, again, other = (
            (folder / "partners" / name).read_text("utf-8")
            for folder in (instance, tmp_path / "again", tmp_path / "other")
        )
        assert "# Synthetic:" in text
        assert text == again != other


def test_a_synthetic_partner_uses_words_of_the_instance_alone(catalog: Catalog) -> None:
    real = load_catalog(TOWN)
    language = real.site.languages[0]
    said = " ".join(
        text.get(language, "").lower()
        for partner in real.partners.values()
        for text in (partner.kind, partner.summary, *(service.title for service in partner.services))
    )
    titles = catalog.partners[synthetic_id(0)].services[0].title[language].lower().split()
    assert [word for word in titles if word not in said] == []


def test_hugos_frame_is_ours_without_what_the_page_says() -> None:
    page = '<title>Us</title>{{ odd }}<nav>Menu</nav><article class="a">\n<p>Words</p>\n</article><footer>End</footer>'
    assert layout(page) == (
        '<title>{{ .Title }}</title> odd }}<nav>Menu</nav><article class="a">'
        "<h1>{{ .Title }}</h1>{{ .Content }}</article><footer>End</footer>"
    )


def test_hugos_pages_say_what_a_partner_says(catalog: Catalog) -> None:
    partner = catalog.partners[synthetic_id(1)]
    for language in catalog.site.languages:
        text = markdown(catalog, partner, language)
        assert partner.name in text
        for service in partner.services:
            assert service.title[language] in text
            assert all(f"/tasks/{task}/" in text for task in service.helps_with)


def test_an_exponent_says_how_a_cost_grows() -> None:
    assert exponent((300, 3000), (5, 50)) == pytest.approx(1)
    assert exponent((300, 3000), (5, 500)) == pytest.approx(2)
    assert exponent((300, 3000), (5, 5)) == 0


def test_a_run_counts_what_the_processes_below_it_take(tmp_path: Path) -> None:
    inner = [sys.executable, "-c", "x = bytearray(150_000_000)"]
    cost = run([sys.executable, "-c", f"import subprocess; subprocess.run({inner}, check=True)"], tmp_path, {})
    assert cost.largest > 150_000_000
    assert cost.cpu > 0
    with pytest.raises(RuntimeError, match="no such thing"):
        run([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path, {})


def test_the_fullest_limit_of_a_host_is_named() -> None:
    site = SiteSize(files=100, folders=100, total_bytes=50, largest="x", largest_bytes=10)
    assert fullest(site, HostLimits("By bytes", total_bytes=100, files=1000)) == "50% of bytes"
    assert fullest(site, HostLimits("With folders", total_bytes=1000, files=250, folders=True)) == "80% of files"


def test_the_parts_of_a_site_are_counted_over_all_languages(tmp_path: Path) -> None:
    for name in ("en/partners/a/index.html", "fr/partners/a/index.html", "en/partners/index.html", "robots.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("12345", "utf-8")
    assert parts_of(tmp_path, ("en", "fr")) == {
        "*/partners, html": (10, 2),
        "*/partners, the list, html": (5, 1),
        "beside them, txt": (5, 1),
    }


def test_each_change_that_is_timed_puts_its_mark_into_a_file_again_and_again() -> None:
    package = REPOSITORY / "generator" / "starterspad"
    for root in (REPOSITORY, TOWN):
        assert first_language(root) == languages_of(root)[0]
        for change in changes_of(root, package):
            marked = change.edit(change.path.read_text("utf-8"), "Measured 1")
            again = change.edit(marked, "Measured 2")
            assert marked.count("Measured 1") == again.count("Measured 2") == 1, change.what
            assert "Measured 1" not in again, change.what
