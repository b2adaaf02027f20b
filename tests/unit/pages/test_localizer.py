"""Texts become safe HTML in one language."""

from __future__ import annotations

import pytest
from starterspad.content.catalog import Catalog
from starterspad.pages.localizer import Localizer


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("1. a\n2. **b**", "<ol>\n<li>a</li>\n<li><strong>b</strong></li>\n</ol>"),
        ("1. a\n   - b", "<ol>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ol>"),
        ("1. a\n    - b", "<ol>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ol>"),
        ("<script>x</script>ok", "\n<p>ok</p>"),
        ("[x](javascript:alert(1))", '<p><a rel="noopener noreferrer">x</a></p>'),
        ("[x](http://a.example)", '<p><a rel="noopener noreferrer">x</a></p>'),
        ("[x](https://a.example)", '<p><a href="https://a.example" rel="noopener noreferrer">x</a></p>'),
        ("![x](https://a.example/x.png)", "<p></p>"),
        ('<a onclick="x()" style="y" class="c">z</a>', '<p><a rel="noopener noreferrer">z</a></p>'),
        ("<b><i>x", "<p>x</p>"),
        ("## a\n\nb", "<h2>a</h2>\n<p>b</p>"),
        ("# a", "a"),
    ],
)  # fmt: skip
def test_markdown_comes_out_clean(text: str, html: str, tiny: Catalog) -> None:
    assert str(Localizer(tiny.messages["en"], "en").markdown({"en": text})) == html


def test_a_text_that_falls_back_is_marked_with_its_language(town: Catalog) -> None:
    localizer = Localizer(town.messages["fr"], "nl")
    assert str(localizer.text({"nl": "a<b"})) == "<span lang='nl'>a&lt;b</span>"
    assert str(localizer.text({"fr": "a<b"})) == "a&lt;b"
    assert str(localizer.text({"ar": "a<b"})) == "<span lang='ar' dir='rtl'>a&lt;b</span>"
    assert str(localizer.markdown({"ar": "a"})) == "<div lang='ar' dir='rtl'><p>a</p></div>"
