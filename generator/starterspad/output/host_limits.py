"""What free hosts take, and how near a site is to that: said while there is still time to choose another host."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

# From so much of a limit on, a build says so: at the next partner it may be too late.
_NEAR = 0.8


@dataclass(frozen=True)
class HostLimits:
    """The most that a host takes without pay; 0 where it names no limit. `folders` count as files where they do."""

    host: str
    total_bytes: int = 0
    files: int = 0
    folders: bool = False
    file_bytes: int = 0


# As their documentation says; docs/hosting.md names where, and holds the figures of sites of several sizes.
HOSTS = (
    HostLimits("GitHub Pages", total_bytes=1_000_000_000),
    HostLimits("GitLab Pages on gitlab.com", total_bytes=1_000_000_000, files=200_000, folders=True),
    HostLimits("Cloudflare Pages", files=20_000, file_bytes=25 * 1024 * 1024),
)


@dataclass(frozen=True)
class SiteSize:
    """How large a built site is: `largest` names its largest file, of `largest_bytes`."""

    files: int
    folders: int
    total_bytes: int
    largest: str = ""
    largest_bytes: int = 0


def site_size(folder: Path) -> SiteSize:
    """Count what a folder holds, once through; hidden files count, because hosts get them too."""
    files = folders = total = most = 0
    largest = ""
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders += 1
                    waiting.append(entry.path)
                    continue
                size = entry.stat(follow_symlinks=False).st_size
                files, total = files + 1, total + size
                # Of two that are as large, always the same.
                if (size, entry.path) > (most, largest):
                    most, largest = size, entry.path
    return SiteSize(files, folders, total, Path(largest).relative_to(folder).as_posix() if largest else "", most)


def limits_neared(size: SiteSize, hosts: Iterable[HostLimits]) -> list[str]:
    """Return a sentence for each limit of a host that a site passes, or is near to."""
    sentences: list[str] = []
    for host in hosts:
        entries = size.files + (size.folders if host.folders else 0)
        counted = "files and folders" if host.folders else "files"
        measured = (
            (size.total_bytes, host.total_bytes, f"{_megabytes(size.total_bytes)}", _megabytes(host.total_bytes)),
            (entries, host.files, f"{entries:,} {counted}", f"{host.files:,}"),
            (
                size.largest_bytes,
                host.file_bytes,
                f"{_megabytes(size.largest_bytes)} in {size.largest}",
                f"{_megabytes(host.file_bytes)} a file",
            ),
        )
        for amount, most, has, takes in measured:
            if most and amount >= _NEAR * most:
                passed = "more than" if amount > most else "near what"
                sentences.append(f"The site has {has}, {passed} {host.host} takes for free ({takes}).")
    return sentences


def _megabytes(amount: int) -> str:
    return f"{amount / 1_000_000:,.0f} MB"
