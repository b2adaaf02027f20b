"""Partners as people might fill in the form: whole, half, careless and hostile."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from starterspad.content.catalog import Catalog
from starterspad.intake.form_fields import Field, partner_fields

# Words that a careless writer of YAML breaks, then what hides or deceives, then what is only long.
TRICKY = (
    "no", "Yes", "null", "~", "1e3", "0x10", "1.10", "+32", "2026-11-22", "12:30", "# a", "a # b", "a: b", "a:", ": a", "- a",
    "? a", "[a]", "{a: b}", "{fact: x}", "&a", "*a", "!a", "!!str a", "%a", "@a", "`a`", "| a", "> a", "'a", '"a"', "a'b",
    'say "a"', "a\\b", "a\\", "\\n", "a\nb", " a  b ", "a\tb", "=", "<<", "---", "...", "é", "e\u0301", "İstanbul", "Ünïté",
    "👩‍💻 code", "مكتب المدينة", "Straße", "日本語", "نیم\u200cفاصله", "a\u00a0b", "\u00a0", "l’aide", "<b>x</b>", "&amp;", "[name] x", "> quoted",
    "[end]", "x (desk)", "- [x] y", "_No response_", "a\r\nb", "😀", "-", "_", "name:", "ﬁ", "x" * 141, "y " * 101,
    "z" * 701, "€ 5", "50%", "a – b", "«a»", "a/b", "a\u0301\u0301", "$HOME", "../../x", "a;b", "true", "Off", "y",
)  # fmt: skip
UNSAFE = (
    "a\u202eb",
    "a\u200bb",
    "a\u00adb",
    "a\x00b",
    "a\x1bb",
    "a\u2028b",
    "\ufeffa",
    "a\ue000b",
    "\ufdd0",
    "x" + "\u0316" * 9,
    "a\x7fb",
    "a\x85b",
    "\u3164",
    "\U000e0041",
)
ADDRESSES = (
    "https://desk.example", "https://desk.example/a?b=c#d", "https://DESK.example/Ü", "HTTPS://desk.example", "http://desk.example",
    "desk.example", "javascript:alert(1)", "https://a@desk.example", "https://desk.example:80/", "https://desk", "https://", "https://x y.example",
    "https://-a.example", "https://a.example/" + "x" * 500, 'https://a.example/"', "https://a.example/@b:c", "https://[::1]/", "https://dеsk.example/",
)  # fmt: skip
CONTACTS = {
    "email": (
        "a@b.example",
        "a.b+c@d-e.example",
        "a@b",
        "a b@c.example",
        "a@b.example,c@d.example",
        "a@b.example\nBcc: x",
    ),
    "phone": ("+32 9 000 00 00", "09/123.45.67", "call", "123", "*21*1#", "(0)9-1234"),
    "date": ("2026-11-22", "2026-02-30", "soon", "1700006400", "0000-01-01", "2024-02-29"),
}


def random_partners(catalog: Catalog, count: int, seed: int) -> Iterator[dict[str, Any]]:
    """Yield what a form may hold, before it is tidied."""
    chance = random.Random(seed)
    for _ in range(count):
        odd = chance.choice((0.0, 0.0, 0.1, 0.4))
        partner: dict[str, Any] = {}
        for field in partner_fields():
            if not field.path.startswith("services."):
                _fill(partner, field.path.split("."), field, catalog, chance, odd)
        partner["services"] = []
        for _ in range(chance.choice((0, 1, 1, 1, 2, 3))):
            service: dict[str, Any] = {}
            for field in partner_fields():
                if field.path.startswith("services."):
                    _fill(service, field.path.split(".")[1:], field, catalog, chance, odd)
            partner["services"].append(service)
        yield partner


def _fill(
    record: dict[str, Any], keys: list[str], field: Field, catalog: Catalog, chance: random.Random, odd: float
) -> None:
    if chance.random() < (odd / 3 if field.required else 0.4):
        return
    for key in keys[:-1]:
        record = record.setdefault(key, {})
    record[keys[-1]] = _value(field, catalog, chance, odd)


def _value(field: Field, catalog: Catalog, chance: random.Random, odd: float) -> Any:
    site = catalog.site
    if field.localised:
        languages = [language for language in site.languages if chance.random() < 0.7] or [site.default_language]
        return {language: _words(chance, odd) for language in languages}
    if field.kind == "tasks":
        return chance.sample(list(catalog.tasks), chance.randint(1, 4))
    if field.kind == "choices":
        return chance.sample(field.choices, chance.randint(1, 2))
    if field.kind == "languages":
        return chance.sample(["nl", "fr", "en", "no", "ar", "tr"], chance.randint(1, 3))
    if field.kind == "choice":
        return chance.choice(field.choices)
    if field.kind == "area":
        return chance.choice([area.id for area in site.areas.walk()])
    if field.kind in ("url", "source"):
        return chance.choice(ADDRESSES if chance.random() < odd else ADDRESSES[:2])
    if field.kind in CONTACTS:
        values = CONTACTS[field.kind]
        return chance.choice(values) if chance.random() < odd else values[0]
    return _words(chance, odd)


def _words(chance: random.Random, odd: float) -> str:
    if chance.random() < odd:
        return chance.choice(TRICKY + UNSAFE)
    return chance.choice(("Help with your plan", "Een gesprek aan de balie", "L'aide, pas à pas", *TRICKY[:60]))
