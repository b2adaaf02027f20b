"""A site says when it is near to what a free host takes, before a host refuses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from starterspad.output import host_limits
from starterspad.output.host_limits import HOSTS, HostLimits, SiteSize, limits_neared, site_size

from tests.support.command_line import portal

MEGABYTE = 1_000_000
FILES = "The site has {} files, {} Cloudflare Pages takes for free (20,000)."


def test_a_site_is_measured_with_all_that_a_host_gets(tmp_path: Path) -> None:
    for name, text in (("_headers", "ab"), (".well-known/a.txt", "c"), ("en/plan/index.html", "defg")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert site_size(tmp_path) == SiteSize(3, 3, 7, "en/plan/index.html", 4)


def test_a_city_is_near_to_no_limit(town_site: Path) -> None:
    assert limits_neared(site_size(town_site), HOSTS) == []


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (SiteSize(15_999, 0, MEGABYTE), []),
        (SiteSize(16_000, 0, MEGABYTE), [FILES.format("16,000", "near what")]),
        (SiteSize(20_001, 0, MEGABYTE), [FILES.format("20,001", "more than")]),
        (
            SiteSize(1, 1, 799 * MEGABYTE, "en/search.json", 22 * MEGABYTE),
            ["The site has 22 MB in en/search.json, near what Cloudflare Pages takes for free (26 MB a file)."],
        ),
        (
            SiteSize(10_000, 1, 1_200 * MEGABYTE),
            [
                "The site has 1,200 MB, more than GitHub Pages takes for free (1,000 MB).",
                "The site has 1,200 MB, more than GitLab Pages on gitlab.com takes for free (1,000 MB).",
            ],
        ),
    ],
)
def test_each_limit_is_told_by_its_host(size: SiteSize, said: list[str]) -> None:
    assert limits_neared(size, HOSTS) == said


def test_folders_count_where_a_host_counts_them() -> None:
    folders = SiteSize(100_000, 100_001, 0)
    assert [host.host for host in HOSTS if limits_neared(folders, (host,))] == [
        "GitLab Pages on gitlab.com",
        "Cloudflare Pages",
    ]


def test_a_build_warns_and_is_built_all_the_same(
    instance: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(host_limits, "HOSTS", (HostLimits("A host", files=10),))
    result = portal("build", "--root", instance, "--out", tmp_path / "site")
    assert result.exit_code == 0
    assert (
        "files, more than A host takes for free (10).\ndocs/hosting.md says which host takes more.\n" in result.stderr
    )
