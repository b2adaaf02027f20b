"""Rendering: records become page bodies. Pure: nothing here reads or writes a file of the instance."""

from generator.views.pages import Page, render_pages

__all__ = ["Page", "render_pages"]
