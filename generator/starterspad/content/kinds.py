"""Every kind of record, declared once.

Reading, schemas, editors' first lines, checks on pages, search, the sitemap, the registry of published ids and the
tables of `docs/content.md` follow from these. A new kind is a model, an entry here, and where its records have pages
of their own a module and a template in `pages/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Generic, Literal, TypeVar

from starterspad.content.models.calculator import Calculator
from starterspad.content.models.event import Event
from starterspad.content.models.fact import Fact
from starterspad.content.models.field_types import Record
from starterspad.content.models.glossary import Term
from starterspad.content.models.guide import Guide
from starterspad.content.models.invariant import Invariant
from starterspad.content.models.loan import Loan
from starterspad.content.models.news import NewsItem
from starterspad.content.models.notice import Notice
from starterspad.content.models.outcome import Outcome
from starterspad.content.models.page import ContentPage
from starterspad.content.models.partner import LeftOut, Partner
from starterspad.content.models.persona import Persona
from starterspad.content.models.phase import Phase
from starterspad.content.models.physical_place import PhysicalPlace
from starterspad.content.models.plan_section import PlanSection
from starterspad.content.models.plan_template import PlanTemplate
from starterspad.content.models.programme import Programme, Route
from starterspad.content.models.question import Question
from starterspad.content.models.retired import Retired
from starterspad.content.models.risk import Risk
from starterspad.content.models.search_word import SearchWord
from starterspad.content.models.seen_live import SeenLive
from starterspad.content.models.self_assessment import SelfAssessment
from starterspad.content.models.site import SiteConfig
from starterspad.content.models.task import Task
from starterspad.content.models.wording import Wording
from starterspad.content.models.worksheet import Worksheet

R_co = TypeVar("R_co", bound=Record, covariant=True)

# The folder of what was published, with a folder of each kind in it.
REGISTRY = "content/registry"
# A file in it that says of which site it is: a copy of its content is another site.
REGISTERED_ADDRESS = f"{REGISTRY}/address.txt"

# list: the files hold lists of records that have an `id`. numbered: the same, but an `id` names something else.
# each: a record has a file of its own, whose name is its id. single: the only file is the only record, and its id is
# the kind's name.
Form = Literal["list", "numbered", "each", "single"]


@dataclass(frozen=True)
class Registry:
    """How a kind stands in the registry of published ids: in the folder `key`.

    `part` and `parts` name what a record holds that has ids of its own, and the field it stands in, which is also
    their folder: an `option` in `options`. With `own` false only those are published, and not the record itself.
    """

    key: str
    part: str = ""
    parts: str = ""
    own: bool = True


@dataclass(frozen=True)
class Kind(Generic[R_co]):
    """A kind of record: its name, its model, and where its files stand below the instance, as a pattern.

    `page` is the folder of its records' pages below a language (`tasks` for `tasks/<id>/`), which the module of
    `pages/` with the kind's name renders; `listing` the page that shows them all, which only instances with such
    records have, unless it is `always` there. A record without a page of its own is found on the listing by the two
    fields of `search`, its title and its text. Where `needed`, an instance is nothing without its file.
    """

    name: str
    model: type[R_co]
    files: str
    form: Form
    needed: bool = False
    page: str = ""
    listing: str = ""
    always: bool = False
    search: tuple[str, str] | None = None
    registry: Registry | None = None

    @property
    def schema(self) -> str:
        """The name of its schema: of the file where one holds many, otherwise of the kind."""
        if self.form not in ("list", "numbered"):
            return self.name
        path = PurePosixPath(self.files)
        return (path.parent.name if "*" in path.name else path.stem).replace("_", "-")

    @property
    def modeline(self) -> str:
        """The first line of its files, which tells an editor the schema."""
        return f"{SCHEMA_LINE}{'../' * self.files.count('/')}schemas/{self.schema}.json\n"

    @property
    def lists_facts(self) -> bool:
        """Tell whether its records may name facts that belong to them."""
        return "facts" in self.model.model_fields


SCHEMA_LINE = "# yaml-language-server: $schema="

_OPTIONS = Registry("questions", "option", "options")
_SERVICES = Registry("services", "service", "services", own=False)

SITE = Kind("site", SiteConfig, "site_config.yml", "single", needed=True)
FACT = Kind("fact", Fact, "content/facts/*.yml", "list")
SELF_ASSESSMENT = Kind("mirror", SelfAssessment, "content/mirror.yml", "single", listing="mirror")
WORKSHEET = Kind("worksheet", Worksheet, "content/worksheets.yml", "list", page="worksheets", listing="worksheets")
PLAN_SECTION = Kind(
    "plan-section", PlanSection, "content/workbook.yml", "list", listing="workbook", search=("title", "text")
)
PLAN_TEMPLATE = Kind("plan-template", PlanTemplate, "content/templates/*.yml", "each")
LOAN = Kind("loan", Loan, "content/loans/*.yml", "each", listing="loans", search=("title", "text"))
PHASE = Kind(
    "phase",
    Phase,
    "content/phases.yml",
    "list",
    needed=True,
    page="phases",
    listing="phases",
    always=True,
    registry=Registry("phases"),
)
QUESTION = Kind("question", Question, "content/questions.yml", "list", needed=True, registry=_OPTIONS)
TASK = Kind(
    "task", Task, "content/tasks/*.yml", "each", page="tasks", listing="tasks", always=True, registry=Registry("tasks")
)
CALCULATOR = Kind(
    "calculator",
    Calculator,
    "content/calculators/*.yml",
    "each",
    page="calculators",
    listing="calculators",
    registry=Registry("calculators"),
)
GUIDE = Kind("guide", Guide, "content/guides/*.yml", "each", page="guides", listing="guides", always=True)
RISK = Kind("risk", Risk, "content/risks.yml", "list", listing="risks")
OUTCOME = Kind("outcome", Outcome, "content/outcomes.yml", "list", listing="outcomes", search=("title", "text"))
ROUTE = Kind("route", Route, "content/routes.yml", "list", listing="routes")
PROGRAMME = Kind("programme", Programme, "content/programmes/*.yml", "each", page="programmes", listing="programmes")
TERM = Kind("term", Term, "content/glossary.yml", "list", listing="glossary", search=("term", "text"))
SEARCH_WORD = Kind("search-word", SearchWord, "content/search_words.yml", "list")
NOTICE = Kind("notice", Notice, "content/notices.yml", "list")
PARTNER = Kind(
    "partner", Partner, "partners/*.yml", "each", page="partners", listing="partners", always=True, registry=_SERVICES
)
EVENT = Kind("event", Event, "content/events/*.yml", "each", page="events", listing="calendar", always=True)
PLACE = Kind("place", PhysicalPlace, "content/places/*.yml", "each", listing="places", search=("title", "summary"))
NEWS = Kind("news-item", NewsItem, "content/news/*.yml", "each", page="news", listing="news")
INVARIANT = Kind("invariant", Invariant, "content/invariants.yml", "list")
PERSONA = Kind("persona", Persona, "content/personas/*.yml", "each")
WORDING = Kind("wording", Wording, "content/terms.yml", "list")
LEFT_OUT = Kind("left-out", LeftOut, "content/left_out.yml", "list")
RETIRED = Kind("retired", Retired, "content/retired.yml", "numbered")
SEEN_LIVE = Kind("seen-live", SeenLive, "content/seen_live.yml", "numbered")
PAGE = Kind("page", ContentPage, "content/pages/*/*.md", "each")

# In the order in which they are read and their pages made, and in which the footer names their lists. Facts come first,
# because the texts of all others may hold their values.
KINDS: tuple[Kind[Record], ...] = (
    SITE,
    FACT,
    SELF_ASSESSMENT,
    WORKSHEET,
    PLAN_SECTION,
    PLAN_TEMPLATE,
    LOAN,
    PHASE,
    QUESTION,
    TASK,
    CALCULATOR,
    GUIDE,
    RISK,
    OUTCOME,
    ROUTE,
    PROGRAMME,
    TERM,
    SEARCH_WORD,
    NOTICE,
    PARTNER,
    EVENT,
    PLACE,
    NEWS,
    INVARIANT,
    PERSONA,
    WORDING,
    LEFT_OUT,
    RETIRED,
    SEEN_LIVE,
    PAGE,
)
