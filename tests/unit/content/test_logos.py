"""Logos: pixels and shapes of strangers go in, small clean pictures of ours come out."""

from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin
from starterspad.content.loader import load_catalog
from starterspad.content.logos import HEIGHT, WIDTH
from starterspad.output.build import build
from starterspad.quality.checks import check

from tests.conftest import TODAY

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#123456"/>{}</svg>'
)


def picture(kind: str = "PNG", size: tuple[int, int] = (400, 100), words: str = "") -> bytes:
    out = io.BytesIO()
    if kind == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Comment", words)
        Image.new("RGB", size, "#a0b0c0").save(out, kind, pnginfo=info)
    else:
        Image.new("RGB", size, "#a0b0c0").save(out, kind, exif=b"Exif\x00\x00" + words.encode())
    return out.getvalue()


def put(instance: Path, data: bytes, name: str = "town-desk.png") -> Path:
    path = instance / "partners/logos" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("town-desk.png", picture(words="SECRET")),
        ("town-desk.webp", picture("WEBP", words="SECRET")),
        ("town-desk.svg", SVG.format("<title>SECRET</title>").encode()),
    ],
)
def test_a_logo_is_published_as_a_small_picture_with_nothing_of_the_original(
    name: str, data: bytes, instance: Path, tmp_path: Path
) -> None:
    put(instance, data, name)
    build(instance, tmp_path / "site", today=TODAY)
    (path,) = (tmp_path / "site/logos").iterdir()
    made = path.read_bytes()
    assert b"SECRET" not in made
    assert made != data
    with Image.open(io.BytesIO(made)) as image:
        assert image.format == "WEBP"
        assert image.width <= WIDTH
        assert image.height <= HEIGHT
        assert not image.getexif()
    for page in ("en/partners/index.html", "en/partners/town-desk/index.html"):
        assert f'/logos/{path.name}" width=' in (tmp_path / "site" / page).read_text("utf-8")
    assert not [one for one in (tmp_path / "site").rglob("*") if one.suffix == path.suffix and one != path]


def test_a_drawing_keeps_its_shape_whatever_size_it_gives_itself(instance: Path) -> None:
    for size in ('width="20px" height="10"', 'width="9" height="70" viewBox="0 0 40 20"', 'viewBox="-3.5,0 1,.5"'):
        put(instance, sized(size), "town-desk.svg")
        catalog = load_catalog(instance)
        assert not catalog.problems, size
        logo = catalog.logos["town-desk"]
        assert (logo.width, logo.height) == (320, 160), size


def test_the_same_logo_makes_the_same_bytes(instance: Path) -> None:
    put(instance, picture())
    first = load_catalog(instance).logos["town-desk"].content
    assert load_catalog(instance).logos["town-desk"].content == first


def sized(size: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><rect width="1" height="1"/></svg>'.encode()


# Each is drawn twice for the one before it.
CLIPS = "".join(
    f'<clipPath id="c{number}" clip-path="url(#c{number + 1})">'
    + f'<rect clip-path="url(#c{number + 1})" width="9" height="9"/></clipPath>'
    for number in range(30)
)
LIGHT = '<radialGradient id="l"><stop offset="0" stop-color="red"/><stop offset="1"/></radialGradient>'

HOSTILE = [
    ("no picture", "town-desk.png", b"<script>alert(1)</script>", "this is not a PNG picture"),
    ("a WebP called PNG", "town-desk.png", picture("WEBP"), "this is not a PNG picture"),
    ("cut off", "town-desk.png", picture()[:60], "this is not a PNG picture"),
    ("empty", "town-desk.webp", b"", "this is not a WEBP picture"),
    ("too wide", "town-desk.png", picture(size=(5000, 40)), "the logo is 5000 by 40 pixels"),
    ("too small", "town-desk.png", picture(size=(16, 16)), "the logo is 16 by 16 pixels"),
    ("too heavy", "town-desk.png", picture() + b"0" * 300_000, "the file is larger than 256 KiB"),
    ("a script", "town-desk.svg", SVG.format("<script>alert(1)</script>").encode(), '"script" is not allowed'),
    ("a handler", "town-desk.svg", SVG.format('<g onclick="x"/>').encode(), '"onclick" is not allowed'),
    ("a file", "town-desk.svg", SVG.format('<image href="/etc/passwd"/>').encode(), '"image" is not allowed'),
    ("a use", "town-desk.svg", SVG.format('<use href="#a"/>').encode(), '"use" is not allowed'),
    ("HTML inside", "town-desk.svg", SVG.format("<foreignObject/>").encode(), '"foreignObject" is not allowed'),
    ("another space", "town-desk.svg", SVG.format('<x:script xmlns:x="y"/>').encode(), "is not allowed"),
    ("a style", "town-desk.svg", SVG.format("<style>@import 'x'</style>").encode(), '"style" is not allowed'),
    ("an address", "town-desk.svg", SVG.format('<g fill="url(https://x)"/>').encode(), '"fill" is not allowed'),
    ("an entity", "town-desk.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.encode(), "a declaration"),
    ("a style sheet", "town-desk.svg", b'<?xml-stylesheet href="x"?>' + SVG.format("").encode(), "a declaration"),
    ("endless shapes", "town-desk.svg", SVG.format("<g/>" * 3000).encode(), "more than 2000 shapes"),
    ("no SVG", "town-desk.svg", b"<svg", "this is not an SVG picture"),
    ("a size of nothing", "town-desk.svg", sized('width="0" height="0"'), "does not say how large"),
    ("a size of millions", "town-desk.svg", sized('width="900000000" height="1"'), "does not say how large"),
    ("a box of more", "town-desk.svg", sized('viewBox="0 0 1e300 1"'), "does not say how large"),
    ("a hair", "town-desk.svg", sized('viewBox="0 0 90000 1"'), "the logo is 320 by 1 pixels"),
    ("an abyss", "town-desk.svg", SVG.format("<g>" * 1900 + "</g>" * 1900).encode(), "cannot be drawn"),
    ("clips of clips", "town-desk.svg", SVG.format(f"{CLIPS}<rect width='9' height='9' clip-path='url(#c0)'/>").encode(), "cannot be drawn"),
    ("a wall of light", "town-desk.svg", SVG.format(LIGHT + "<rect opacity='.5' width='20' height='10' fill='url(#l)'/>" * 1900).encode(), "cannot be drawn"),
    ("UTF-16", "town-desk.svg", SVG.format("").encode("utf-16"), "not an SVG picture"),
    ("nobody's", "nobody.png", picture(), 'there is no partner "nobody"'),
    ("another kind", "town-desk.gif", b"GIF89a", "only .png or .webp or .svg files belong here"),
]  # fmt: skip


def spent() -> float:
    """Return the seconds of a processor's time that went into this, the processes that it started among them."""
    return sum(os.times()[:4])


@pytest.mark.parametrize(("name", "data", "said"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_a_hostile_picture_is_refused_with_its_name_and_a_remedy(
    name: str, data: bytes, said: str, instance: Path
) -> None:
    refuses(instance, put(instance, data, name), said)


def refuses(instance: Path, path: Path, said: str) -> None:
    """A picture is refused within the second that is promised, by its name, with a remedy, and once."""
    started = spent()
    found = [problem for problem in check(load_catalog(instance)) if problem.severity == "error"]
    assert spent() - started < 1
    assert len(found) == 1, found
    assert found[0].location.path == path.relative_to(instance).as_posix()
    assert said in found[0].message, found
    assert found[0].remedy


def bomb(side: int) -> bytes:
    """Return a whole picture of a square of one colour: small as a file, and huge once it is decoded."""
    squeeze, row = zlib.compressobj(9), bytes(1 + side // 8)
    pixels = b"".join(squeeze.compress(row) for _ in range(side)) + squeeze.flush()
    parts = {b"IHDR": struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0), b"IDAT": pixels, b"IEND": b""}
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts.items()
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def test_a_small_file_that_becomes_a_huge_picture_is_refused_before_it_is_decoded(instance: Path) -> None:
    data = bomb(20_000)
    assert len(data) < 64 * 1024
    refuses(instance, put(instance, data), "this is not a PNG picture")


def test_the_bomb_is_a_picture_where_it_is_small(instance: Path) -> None:
    put(instance, bomb(64))
    assert not [problem for problem in check(load_catalog(instance)) if problem.severity == "error"]


def test_a_second_logo_of_one_partner_is_refused(instance: Path) -> None:
    put(instance, picture())
    put(instance, picture("WEBP"), "town-desk.webp")
    (problem,) = (one for one in check(load_catalog(instance)) if one.severity == "error")
    assert problem.message == 'a second logo of "town-desk"'


def test_a_link_is_no_logo(instance: Path, tmp_path: Path) -> None:
    path = put(instance, picture())
    path.rename(tmp_path / "elsewhere.png")
    path.symlink_to(tmp_path / "elsewhere.png")
    assert "a link is not allowed here" in str(check(load_catalog(instance))[0])


def test_what_is_wrong_with_a_logo_hides_no_registration_that_is_certain(instance: Path) -> None:
    task = instance / "content/tasks/register.yml"
    text = task.read_text("utf-8")
    task.write_text(
        "".join(line for line in text.splitlines(True) if not line.startswith(("when:", "unless:"))), "utf-8"
    )
    before = [problem.check for problem in check(load_catalog(instance))]
    put(instance, picture(), "nobody.png")
    after = [problem.check for problem in check(load_catalog(instance))]
    assert "registration" in before
    assert sorted(after) == sorted([*before, "logo"])
