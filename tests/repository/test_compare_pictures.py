"""The comparison of pictures, as far as it needs no browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.browser.screens import KINDS
from tools.compare_pictures import EXCEPTIONS, TOLERANCE, addresses, difference

WHITE = Image.new("RGB", (4, 3), "white")


def with_pixel(colour: tuple[int, int, int]) -> Image.Image:
    picture = WHITE.copy()
    picture.putpixel((2, 1), colour)
    return picture


def test_equal_pictures_have_no_difference() -> None:
    assert difference(WHITE, WHITE.copy()) is None


def test_one_pixel_is_a_difference_and_is_marked_where_it_is() -> None:
    marked = difference(WHITE, with_pixel((255, 255, 255 - TOLERANCE - 1)))
    assert marked is not None
    red = [(x, y) for x in range(4) for y in range(3) if marked.getpixel((x, y)) == (255, 0, 0)]
    assert red == [(2, 1)]


def test_what_no_eye_sees_is_no_difference() -> None:
    assert difference(WHITE, with_pixel((255 - TOLERANCE, 255, 255))) is None


@pytest.mark.parametrize("size", [(4, 4), (5, 3), (4, 2)])
def test_another_size_is_a_difference(size: tuple[int, int]) -> None:
    assert difference(WHITE, Image.new("RGB", size, "white")) is not None


def test_a_page_of_each_sort_is_taken(tmp_path: Path) -> None:
    pages = ("index.html", "404.html", "en/index.html", "en/tasks/index.html", "en/tasks/a/index.html")
    for page in (*pages, "en/tasks/b/index.html", "embed/en-dark.html"):
        (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / page).touch()
    taken = ["404.html", "embed/en-dark.html", "en/index.html", "en/tasks/a/index.html", "en/tasks/index.html"]
    assert addresses(tmp_path) == taken


def test_an_exception_names_a_kind_of_page_and_its_reason() -> None:
    assert EXCEPTIONS.keys() <= KINDS.keys()
    assert all(EXCEPTIONS.values())
