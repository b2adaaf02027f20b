"""Builds that remember the last one: after any edit, byte for byte what a build that knows nothing makes."""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import pytest
from jinja2 import ChoiceLoader, DictLoader
from starterspad.content.problems import InvalidContent, Problem
from starterspad.output.build import build
from starterspad.output.build_memory import BuildMemory
from starterspad.output.output_folder import Audience
from starterspad.pages.localizer import environment
from starterspad.pages.page import Page
from starterspad.pages.partner import PartnerPage

from tests.conftest import Write
from tests.support.site_files import files_of
from tests.support.trials import trials

FACTS = """\
- id: price
  text: {en: "A number costs {fact:price}."}
  value: {en: "10 euros"}
  source: https://office.example/price
  source_kind: official
  seen: copy
  checked: 2026-01-01
  valid_until: 2026-12-31
"""
TERMS = """\
- id: number
  term: {en: number}
  text: {en: "What a business is known by."}
"""
NOTICES = """\
- id: closed
  text: {en: "Closed for a while."}
  until: 2026-12-24
  partners: [town-desk]
"""
FIRST_DAY = datetime.date(2026, 11, 22)
EDITS_OF_A_WALK = 25


class Walk:
    """An instance that is edited at random, the day on which it is built, and the templates that were changed."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.random = root, random.Random(seed)  # the same walk each time
        self.day = FIRST_DAY
        self.templates: dict[str, str] = {}
        self.number = 0

    def edit(self) -> None:
        """Make one edit of a kind drawn at random."""
        self.number += 1
        kinds = (self.text, self.text, self.condition, self.fact, self.word, self.rename, self.remove, self.add)
        self.random.choice((*kinds, self.template, self.pass_days, self.mistake))()

    def file(self, *patterns: str) -> Path:
        return self.random.choice(sorted(path for pattern in patterns for path in self.root.glob(pattern)))

    def change(self, path: Path, pattern: str, new: Callable[[re.Match[str]], str]) -> None:
        text = path.read_text("utf-8")
        places = list(re.finditer(pattern, text))
        if places:
            place = self.random.choice(places)
            path.write_text(text[: place.start()] + new(place) + text[place.end() :], "utf-8")

    def text(self) -> None:
        path = self.file("content/**/*.yml", "content/pages/en/*.md", "partners/*.yml", "site_config.yml")
        self.change(path, r"(?<=\{en: )[\"']?[A-Z][^\"'{}]*", lambda place: f"{place[0]} {self.number}")

    def fact(self) -> None:
        self.change(self.root / "content/facts/all.yml", r"[0-9]+ euros", lambda _: f"{self.number} euros")

    def condition(self) -> None:
        condition = self.random.choice(("when: {stage: idea}", "unless: {stage: idea}", "area: town", "area: country"))
        self.change(self.file("partners/*.yml"), r"    (?:area|when|unless): .*\n", lambda _: f"    {condition}\n")

    def rename(self) -> None:
        path = self.file("partners/*.yml")
        path.rename(path.with_stem(f"desk-{self.number}"))

    def remove(self) -> None:
        if len(list(self.root.glob("partners/*.yml"))) > 1:
            self.file("partners/*.yml").unlink()

    def add(self) -> None:
        text = self.file("partners/*.yml").read_text("utf-8")
        name = f"club-{self.number}"
        (self.root / f"partners/{name}.yml").write_text(re.sub("^name: .*", f"name: {name}", text), "utf-8")

    def template(self) -> None:
        name = self.random.choice(("partner.html", "task.html", "macros.html", "partners.html", "gaps.html"))
        loader = environment().loader
        assert isinstance(loader, ChoiceLoader)
        source, _, _ = loader.loaders[-1].get_source(environment(), name)
        mark = f"<p>{self.number}</p>"
        self.templates[name] = source.replace("</li>", mark + "</li>") if name == "macros.html" else source + mark

    def word(self) -> None:
        path = self.root / "content/words/en.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"partner:\n  services: 'What they do {self.number}'\n", "utf-8")

    def pass_days(self) -> None:
        self.day += datetime.timedelta(days=self.random.choice((1, 40, 400)))

    def mistake(self) -> None:
        path = self.file("partners/*.yml", "content/tasks/*.yml")
        text = path.read_text("utf-8")
        path.write_text(f"{text}nonsense: {self.number}\n", "utf-8")


class Reader(Audience):
    """Has some pages open, and keeps what is made of them first."""

    def __init__(self, open_pages: Collection[str]) -> None:
        self._open = open_pages
        self.early: dict[str, bytes] = {}

    def open_pages(self) -> Collection[str]:
        return self._open

    def first(self, changed: Mapping[str, bytes]) -> None:
        self.early |= changed


def built(
    root: Path, out: Path, day: datetime.date, memory: BuildMemory | None, reader: Audience | None = None
) -> tuple[Problem, ...] | None:
    """Build, and return what was wrong; None where nothing was."""
    try:
        build(root, out, today=day, memory=memory, audience=reader)
    except InvalidContent as invalid:
        return tuple(invalid.problems)
    return None


@pytest.fixture
def furnished(instance: Path, write: Write) -> Path:
    """The tiny instance with a fact, a term and a notice."""
    write("content/facts/all.yml", FACTS.replace("{fact:price}", "an amount"))
    write("content/glossary.yml", TERMS)
    write("content/notices.yml", NOTICES)
    task = instance / "content/tasks/register.yml"
    task.write_text(task.read_text("utf-8").replace("You need a number.", "'It is {fact:price}.'"), "utf-8")
    desk = (instance / "partners/town-desk.yml").read_text("utf-8")
    write("partners/other-desk.yml", desk.replace("name: ", "name: Other "))
    return instance


@pytest.mark.random
@pytest.mark.parametrize("seed", range(trials(20)))
def test_after_any_edit_a_build_that_remembers_makes_what_a_cold_one_makes(
    seed: int, furnished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk, memory = Walk(furnished, seed), BuildMemory()
    packaged = environment().loader
    assert packaged
    monkeypatch.setattr(environment(), "loader", ChoiceLoader([DictLoader(walk.templates), packaged]))
    assert built(furnished, tmp_path / "site", walk.day, memory) is None
    before = {path: path.read_text("utf-8") for path in furnished.rglob("*.yml")}
    for _ in range(EDITS_OF_A_WALK):
        walk.edit()
        pages = sorted(name for name in files_of(tmp_path / "site") if name.endswith(".html"))
        reader = Reader(walk.random.sample(pages, 3))
        wrong = built(furnished, tmp_path / "site", walk.day, memory, reader)
        assert wrong == built(furnished, tmp_path / f"cold-{walk.number}", walk.day, None)
        if wrong is None:
            cold = files_of(tmp_path / f"cold-{walk.number}")
            assert files_of(tmp_path / "site") == cold, walk.number
            assert reader.early.items() <= cold.items(), walk.number
        else:
            for path in furnished.rglob("*.yml"):
                path.unlink()
            for path, text in before.items():
                path.write_text(text, "utf-8")
        before = {path: path.read_text("utf-8") for path in furnished.rglob("*.yml")}


def test_one_partner_that_is_saved_makes_only_the_pages_that_show_it(
    furnished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = BuildMemory()
    build(furnished, tmp_path / "site", today=FIRST_DAY, memory=memory)
    made: list[str] = []
    body_of = Page.body_of

    def noted(page: Page, context: PartnerPage) -> str:
        made.append(page.path)
        return body_of(page, context)

    monkeypatch.setattr(Page, "body_of", noted)
    build(furnished, tmp_path / "site", today=FIRST_DAY, memory=memory)
    assert made == []
    desk = furnished / "partners/town-desk.yml"
    desk.write_text(desk.read_text("utf-8").replace("summary: {en: ", "summary: {en: Now "), "utf-8")
    build(furnished, tmp_path / "site", today=FIRST_DAY, memory=memory)
    assert sorted(made) == ["partners/", "partners/town-desk/"]


def test_a_page_that_is_open_comes_first_with_the_model_that_it_names(furnished: Path, tmp_path: Path) -> None:
    memory, out = BuildMemory(), tmp_path / "site"
    build(furnished, out, today=FIRST_DAY, memory=memory)
    desk = furnished / "partners/town-desk.yml"
    desk.write_text(desk.read_text("utf-8").replace("summary: {en: ", "summary: {en: Now "), "utf-8")
    of_partner, of_plan = Reader({"en/partners/town-desk/index.html"}), Reader({"en/plan/index.html"})
    build(furnished, out, today=FIRST_DAY, memory=memory, audience=of_partner)
    assert set(of_partner.early) == {"en/partners/town-desk/index.html"}
    desk.write_text(desk.read_text("utf-8").replace("name: ", "name: Renamed "), "utf-8")
    build(furnished, out, today=FIRST_DAY, memory=memory, audience=of_plan)
    model = next(name for name in of_plan.early if "decision-model" in name)
    assert set(of_plan.early) == {"en/plan/index.html", model}
    assert model.rpartition("/")[2].encode() in of_plan.early["en/plan/index.html"]
