"""Make an instance of this one's content and of N synthetic partners: `python -m tools.synthetic N OUT`.

The same files for the same seed. Words are drawn from the instance's own partners, as often as they stand there, so
that indexes and compression meet the vocabulary of real files; conditions name the instance's own questions, and a
made-up name finds each partner by itself. Every file says that it is synthetic.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog

REPOSITORY = Path(__file__).parent.parent
SEED = 42
SERVICES = 3
_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeio"]

_LAST_DIGITS = re.compile(r"\d(?=(?:\D*\d){0,3}\D*$)")


class _Words:
    """What the partners of an instance say, and how often."""

    def __init__(self, catalog: Catalog, chance: random.Random) -> None:
        self.chance = chance
        self.pools: dict[str, tuple[list[str], list[int]]] = {}
        texts = [
            text
            for partner in catalog.partners.values()
            for text in (
                partner.kind,
                partner.summary,
                *(text for service in partner.services for text in (service.title, service.for_whom, service.bring)),
            )
            if text
        ]
        for language in catalog.site.languages:
            said = " ".join(text.get(language, "") for text in texts)
            counts = Counter(word.lower() for word in re.findall(r"[^\W\d_]{2,}", said))
            self.pools[language] = (list(counts), list(counts.values()))

    def line(self, least: int, most: int) -> dict[str, str]:
        """Return so many words in each language."""
        return {language: self._drawn(language, least, most) for language in self.pools}

    def sentences(self, count: int, least: int, most: int) -> dict[str, str]:
        """Return sentences of so many words in each language."""
        return {
            language: " ".join(f"{self._drawn(language, least, most)}." for _ in range(count))
            for language in self.pools
        }

    def _drawn(self, language: str, least: int, most: int) -> str:
        words, counts = self.pools[language]
        return " ".join(self.chance.choices(words, counts, k=self.chance.randint(least, most))).capitalize()


class _Writer:
    """Writes the files of partners that do not exist."""

    def __init__(self, catalog: Catalog, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311  # figures for a benchmark, no secrets
        self.words = _Words(catalog, self.chance)
        area = catalog.site.area_question
        self.options = {
            id: [option.id for option in question.options] for id, question in catalog.questions.items() if id != area
        }
        self.tasks = [id for id, task in catalog.tasks.items() if not task.alone]
        self.areas = [area.id for area in catalog.site.areas.walk()]
        self.languages = list(catalog.site.languages)
        self.kinds = [self.words.line(2, 4) for _ in range(40)]
        services = [service for partner in catalog.partners.values() for service in partner.services]
        self.formats = sorted({way for service in services for way in service.format or ()})
        self.costs = sorted({service.cost for service in services if service.cost})
        # Days that this instance takes for past, however old this tool becomes.
        self.days = sorted({partner.checked.isoformat() for partner in catalog.partners.values()})
        self.phones = [partner.contact.phone for partner in catalog.partners.values() if partner.contact.phone]
        self.names: set[str] = set()

    def partner(self, id: str) -> str:
        """Return the file of one partner."""
        page = f"https://{id}.example.org"
        contact = {"email": f"info@{id}.example.org", "page": f"{page}/contact"}
        if self.phones:
            # A number like those of the instance, whose last digits are made up.
            phone = self.chance.choice(self.phones)
            contact["phone"] = _LAST_DIGITS.sub(lambda _: str(self.chance.randrange(10)), phone)
        lines = [
            "# yaml-language-server: $schema=../schemas/partner.json",
            "# Synthetic: tools/synthetic.py made this to measure with. There is no such organisation.",
            f"name: {_quoted(self._name())}",
            f"kind: {_flow(self.chance.choice(self.kinds))}",
            f"summary: {_flow(self.words.sentences(2, 7, 12))}",
            f"website: {page}",
            f"contact: {_flow(contact)}",
            f"area: {_quoted(self.chance.choice(self.areas))}",
            "services:",
        ]
        for number in range(SERVICES):
            lines += self._service(f"service-{number + 1}", f"{page}/services/{number + 1}")
        checked = self.chance.choice(self.days)
        lines += [f"sources: [{page}/about]", f'sources_date: "{checked}"', "seen: told", f"checked: {checked}"]
        return "\n".join(lines) + "\n"

    def _service(self, id: str, source: str) -> list[str]:
        chance = self.chance
        lines = [
            f"  - id: {id}",
            f"    title: {_flow(self.words.line(3, 5))}",
            f"    helps_with: {_some(chance.sample(self.tasks, min(len(self.tasks), chance.randint(1, 3))))}",
            f"    source: {source}",
            f"    for_whom: {_flow(self.words.sentences(1, 6, 10))}",
        ]
        if chance.random() < 0.2:
            lines.append(f"    area: {_quoted(chance.choice(self.areas))}")
        clauses = chance.choices((0, 1, 2), (15, 70, 15))[0]
        if clauses == 1:
            lines.append(f"    when: {self._clause(chance.randint(1, 3))}")
        elif clauses:
            lines.append(f"    when: [{self._clause(chance.randint(1, 2))}, {self._clause(1)}]")
        if chance.random() < 0.25:
            lines.append(f"    unless: {self._clause(1)}")
        if self.formats:
            lines.append(f"    format: {_some(chance.sample(self.formats, min(len(self.formats), 2)))}")
        if chance.random() < 0.8:
            spoken = chance.sample(self.languages, chance.randint(1, len(self.languages)))
            lines.append(f"    languages: {_some(spoken)}")
        if self.costs and chance.random() < 0.8:
            lines.append(f"    cost: {chance.choice(self.costs)}")
        if chance.random() < 0.3:
            lines.append(f"    bring: {_flow(self.words.sentences(1, 5, 7))}")
        return lines

    def _clause(self, keys: int) -> str:
        asked = self.chance.sample(list(self.options), min(keys, len(self.options)))
        return "{" + ", ".join(f"{_quoted(id)}: {_some(self._some_options(id))}" for id in asked) + "}"

    def _some_options(self, question: str) -> list[str]:
        options = self.options[question]
        return self.chance.sample(options, self.chance.randint(1, max(1, min(3, len(options) - 1))))

    def _name(self) -> str:
        while (name := f"{self._made_up()} {self._made_up()}") in self.names:
            pass
        self.names.add(name)
        return name

    def _made_up(self) -> str:
        return "".join(self.chance.choice(_SYLLABLES) for _ in range(self.chance.randint(2, 4))).capitalize()


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _flow(fields: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {_quoted(value)}" for key, value in fields.items()) + "}"


def _some(ids: Sequence[str]) -> str:
    return f"[{', '.join(map(_quoted, ids))}]"


def synthetic_id(number: int) -> str:
    """Return the id of a synthetic partner, which is how its file is called."""
    return f"synthetic-{number:05d}"


def write_instance(base: Path, out: Path, count: int, seed: int = SEED) -> None:
    """Write an instance with the content and the partners of `base`, and so many synthetic partners."""
    catalog = load_catalog(base)
    for name in ("content", "partners"):
        shutil.copytree(base / name, out / name)
    shutil.copy(base / "site_config.yml", out)
    writer = _Writer(catalog, seed)
    for id in map(synthetic_id, range(count)):
        (out / "partners" / f"{id}.yml").write_text(writer.partner(id), "utf-8")


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Make an instance with synthetic partners.")
    parser.add_argument("count", type=int, help="how many synthetic partners")
    parser.add_argument("out", type=Path, help="a folder that is not there yet")
    parser.add_argument("--base", type=Path, default=REPOSITORY, help="the instance to begin with")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args(None if arguments is None else list(arguments))
    write_instance(asked.base, asked.out, asked.count, asked.seed)
    print(f"{asked.out}: {asked.count} synthetic partners")


if __name__ == "__main__":
    main()
