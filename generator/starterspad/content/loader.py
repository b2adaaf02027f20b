"""`load_catalog`: read and judge every content file of an instance, gathering all problems first."""

from __future__ import annotations

from pathlib import Path

from starterspad.content.catalog import Catalog, Place, WrittenPage
from starterspad.content.derived_questions import derived_questions, questions_named_in
from starterspad.content.fact_references import REFERENCE, FactFiller
from starterspad.content.logos import load_logos
from starterspad.content.messages import load_messages
from starterspad.content.models.condition import Conditional
from starterspad.content.models.fact import Fact
from starterspad.content.models.glossary import Term
from starterspad.content.models.guide import Guide
from starterspad.content.models.notice import Notice
from starterspad.content.models.outcome import Outcome
from starterspad.content.models.page import ContentPage
from starterspad.content.models.partner import LeftOut, Partner
from starterspad.content.models.phase import Phase
from starterspad.content.models.programme import Programme, Route
from starterspad.content.models.published import Published, Retired
from starterspad.content.models.question import Question
from starterspad.content.models.risk import Risk
from starterspad.content.models.self_assessment import SelfAssessment
from starterspad.content.models.site import SiteConfig, languages_of
from starterspad.content.models.task import Task
from starterspad.content.models.worksheet import Worksheet
from starterspad.content.problems import InvalidContent, Location, Problem, raise_errors
from starterspad.content.record_reader import RecordReader
from starterspad.content.yaml import read_yaml

SITE_CONFIG = "site_config.yml"
LEFT_OUT = "content/left_out.yml"
GLOSSARY = "content/glossary.yml"
ROUTES = "content/routes.yml"
NOTICES = "content/notices.yml"
SELF_ASSESSMENT = "content/mirror.yml"
OUTCOMES = "content/outcomes.yml"
WORKSHEETS = "content/worksheets.yml"
RISKS = "content/risks.yml"
PUBLISHED = "content/published.yml"
RETIRED = "content/retired.yml"


def load_catalog(root: Path) -> Catalog:
    """Read the instance at `root`, the folder with `site_config.yml`; the catalog carries the problems of its records.

    Raises `InvalidContent` where the frame is broken (the site config, the messages, the phases or the
    questions as a file): without it nothing else can be judged.
    """
    return _Loader(root.resolve()).load()


class _Loader(RecordReader):
    """Reads the files of an instance one kind after the other: facts first, because other texts hold their values."""

    def load(self) -> Catalog:
        site = self.site()
        messages, problems = load_messages(self.root, self.languages)
        self.problems += problems
        raise_errors(self.problems)
        self.facts = self.all_facts()
        of_facts, self.problems = self.problems, []
        phases = self.listed("phase", Phase, "content/phases.yml")
        questions = self.listed("question", Question, "content/questions.yml")
        raise_errors(self.problems)
        self.problems += of_facts
        self_assessment = self.single("mirror", SelfAssessment, SELF_ASSESSMENT)
        tasks = self.filed("task", Task, "content/tasks")
        partners = self.filed("partner", Partner, "partners")
        logos, unfit = load_logos(self.root, [id for kind, id in self.places if kind == "partner"])
        self.problems += unfit
        risks = self.optional("risk", Risk, RISKS)
        conditional: list[Conditional] = [*tasks.values(), *(point for risk in risks.values() for point in risk.points)]
        conditional += [service for partner in partners.values() for service in partner.services]
        named = questions_named_in(conditional)
        known = {
            id: question for id, question in derived_questions(self_assessment, phases, messages).items() if id in named
        }
        return Catalog(
            root=self.root,
            site=site,
            messages=messages,
            phases=phases,
            questions={**questions, **known},
            facts=self.facts,
            glossary=self.optional("term", Term, GLOSSARY),
            tasks=tasks,
            guides=self.filed("guide", Guide, "content/guides"),
            programmes=self.filed("programme", Programme, "content/programmes"),
            routes=self.optional("route", Route, ROUTES),
            notices=self.optional("notice", Notice, NOTICES),
            self_assessment=self_assessment,
            outcomes=self.optional("outcome", Outcome, OUTCOMES),
            worksheets=self.optional("worksheet", Worksheet, WORKSHEETS),
            risks=risks,
            partners=partners,
            logos=logos,
            left_out=self.optional("left-out", LeftOut, LEFT_OUT),
            published=self.single("published", Published, PUBLISHED),
            retired=self.retired(),
            pages=self.pages(),
            places=self.places,
            filled=self.filled,
            problems=tuple(self.problems),
        )

    def site(self) -> SiteConfig:
        """Read the site config first: without its languages nothing else can be judged."""
        source = read_yaml(self.root / SITE_CONFIG, self.root)
        self.languages = languages_of(source.tree)
        site = self.record("site", "site", SiteConfig, Place(source))
        if site is None:
            raise InvalidContent(self.problems)
        return site

    def all_facts(self) -> dict[str, Fact]:
        """Read the facts of every file; their own texts may hold their values."""
        facts: dict[str, Fact] = {}
        for path in self.files(self.root / "content" / "facts", ".yml"):
            facts |= self.listed("fact", Fact, path.relative_to(self.root).as_posix())
        for id, fact in facts.items():
            fact_filler = FactFiller(facts, (), self.languages)
            texts = {
                language: fact_filler.fill_text(text, language, self.places["fact", id].location("text", language))
                for language, text in fact.text.items()
            }
            self.problems += fact_filler.problems
            if any(REFERENCE.search(value) for value in (fact.value or {}).values()):
                location = self.places["fact", id].location("value")
                self.problems.append(Problem(location, "a value may not hold another fact", "write the figure", "fact"))
            facts[id] = fact.model_copy(update={"text": texts})
        return facts

    def retired(self) -> dict[str, Retired]:
        """Read what was published and is gone for good, by its place in the list: an id may be of any kind."""
        records: dict[str, Retired] = {}
        source = self.read(self.root / RETIRED) if (self.root / RETIRED).exists() else None
        for index in range(len(source.tree)) if source and isinstance(source.tree, list) else ():
            assert source
            record = self.record("retired", str(index), Retired, Place(source, (index,)))
            if record is not None:
                records[str(index)] = record
        return records

    def pages(self) -> dict[str, dict[str, WrittenPage]]:
        """Read the hand-written pages: `content/pages/<language>/<id>.md`, by id and language."""
        pages: dict[str, dict[str, WrittenPage]] = {}
        for language in self.languages:
            for path in self.files(self.root / "content" / "pages" / language, ".md"):
                source = self.read(path)
                if source is None:
                    continue
                id = f"{language}/{path.stem}"
                front = self.record("page", id, ContentPage, Place(source))
                fact_filler = self.fact_filler()
                body = fact_filler.fill_text(source.body, language, Location(source.path))
                self.keep(fact_filler, "page", id)
                if front is not None:
                    pages.setdefault(path.stem, {})[language] = WrittenPage(front, body)
        return pages
