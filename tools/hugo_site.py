"""Write the partners of an instance as a site of Hugo's: `python -m tools.hugo_site INSTANCE SITE OUT`.

Its layout is the frame of a partner's page in SITE, the same instance or a smaller one as built, so that both makers
write the same bytes around what a page says. What stands on a partner's page is Markdown with front matter. All else
that a portal makes (steps, indexes, data) has no counterpart here.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.content.models.condition import Clause
from starterspad.content.models.partner import Partner, Service

_ARTICLE = re.compile(r"(<article[^>]*>).*?(</article>)", re.DOTALL)
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)


def layout(page: str) -> str:
    """Return the frame of a page as a layout of Hugo's."""
    plain = page.replace("{{", "").replace("{%", "")
    framed = _ARTICLE.sub(r"\1<h1>{{ .Title }}</h1>{{ .Content }}\2", plain, count=1)
    return _TITLE.sub("<title>{{ .Title }}</title>", framed, count=1)


def markdown(catalog: Catalog, partner: Partner, language: str) -> str:
    """Return what the page of a partner says, as Markdown."""
    said = _Said(language)
    front = {"title": partner.name, "description": said.text(partner.summary)}
    contact = partner.contact
    ways = [way for way in (contact.email, contact.phone, contact.page, contact.address) if way]
    lines = [
        "---",
        *(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()),
        "---",
        "",
        said.text(partner.kind),
        "",
        said.text(partner.summary),
        "",
        "## Contact",
        "",
        *(f"- {way}" for way in ways),
        "",
        "## Services",
        "",
    ]
    for service in partner.services:
        lines += said.service(catalog, partner, service)
    lines += ["## Sources", "", *(f"- <{source}>" for source in partner.sources), "", f"Checked {partner.checked}", ""]
    return "\n".join(lines)


class _Said:
    """What is said in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def text(self, text: Mapping[str, str]) -> str:
        return text.get(self.language) or next(iter(text.values()))

    def service(self, catalog: Catalog, partner: Partner, service: Service) -> Iterator[str]:
        yield from (f"### {self.text(service.title)}", "")
        for task in service.helps_with:
            yield f"- helps with: [{self.text(catalog.tasks[task].title)}](../../tasks/{task}/)"
        for text in (service.for_whom, service.bring):
            if text:
                yield f"- {self.text(text)}"
        yield f"- cost: {service.cost or 'not known'}"
        yield f"- format: {', '.join(service.format or ())}"
        yield f"- languages: {', '.join(service.languages or ())}"
        yield f"- area: {service.area or partner.area or catalog.site.areas.id}"
        yield from (f"- when: {_clause_words(clause)}" for clause in service.when)
        yield from (f"- not when: {_clause_words(clause)}" for clause in service.unless)
        yield from (f"- [source]({service.source})", "")


def _clause_words(clause: Clause) -> str:
    return " and ".join(f"{question} is {' or '.join(options)}" for question, options in clause.items())


def _settings(languages: tuple[str, ...]) -> str:
    contents = "".join(f"  {language}: {{contentDir: content/{language}}}\n" for language in languages)
    return (
        "baseURL: https://example.org/\ntitle: Bench\n"
        f"defaultContentLanguage: {languages[0]}\ndefaultContentLanguageInSubdir: true\n"
        f"disableKinds: [taxonomy, term, RSS]\nlanguages:\n{contents}"
    )


def write_hugo_site(instance: Path, site: Path, out: Path) -> int:
    """Write Hugo's site of an instance, in the frame of the pages of `site`; returns how many pages it has."""
    catalog = load_catalog(instance)
    languages = tuple(catalog.site.languages)
    layouts = out / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (out / "hugo.yaml").write_text(_settings(languages), "utf-8")
    for language in languages:
        frame = layout(min((site / language / "partners").glob("*/index.html")).read_text("utf-8"))
        for kind in ("single", "list", "home"):
            (layouts / f"{kind}.{language}.html").write_text(frame, "utf-8")
        folder = out / "content" / language / "partners"
        folder.mkdir(parents=True)
        for id, partner in catalog.partners.items():
            (folder / f"{id}.md").write_text(markdown(catalog, partner, language), "utf-8")
    return len(languages) * len(catalog.partners)


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the partners of an instance as a site of Hugo's.")
    parser.add_argument("instance", type=Path)
    parser.add_argument("site", type=Path, help="a built site, for the frame of its pages")
    parser.add_argument("out", type=Path, help="a folder that is not there yet")
    asked = parser.parse_args()
    print(f"{asked.out}: {write_hugo_site(asked.instance, asked.site, asked.out)} pages")


if __name__ == "__main__":
    main()
