"""Writing: the one room that puts a site on disk."""

from generator.site.build import SiteReport, build

__all__ = ["SiteReport", "build"]
