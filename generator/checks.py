"""Checks over the whole catalog: every id that is named exists, and nothing contradicts itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from generator.catalog import Catalog
from generator.evaluation import Answers, Verdict, evaluate
from generator.models.condition import Clause
from generator.models.text import DONT_KNOW
from generator.problems import Location, Problem, did_you_mean

MAX_OPTIONS = 30  # one bit each in the browser's 32-bit whole numbers
GENERATED_PAGES = frozenset(("questions", "plan", "phases", "tasks", "partners"))
# The pairs of a palette that carry words, with the contrast that WCAG 2.2 asks for them.
CONTRASTS = (
    ("text", "ground", 4.5), ("text", "raised", 4.5), ("quiet", "ground", 4.5), ("quiet", "raised", 4.5),
    ("path", "ground", 4.5), ("path", "raised", 4.5), ("on_path", "path", 4.5), ("link", "ground", 4.5),
    ("link", "raised", 4.5), ("good", "raised", 4.5), ("stop", "raised", 4.5), ("line", "ground", 3.0),
)  # fmt: skip

Check = Callable[[Catalog], Iterator[Problem]]
At = Callable[..., Location]


def check(catalog: Catalog) -> list[Problem]:
    """Run every check; returns errors and warnings in the order of the files."""
    checks: tuple[Check, ...] = (
        check_site, check_colours, check_questions, check_tasks, check_task_order, check_registration,
        check_partners, check_pages, check_translations,
    )  # fmt: skip
    problems = [problem for each in checks for problem in each(catalog)]
    return sorted(problems)


def check_site(catalog: Catalog) -> Iterator[Problem]:
    """Areas are unique; the question about the place offers areas; the doors lead to tasks."""
    site = catalog.site
    areas = [area.id for area in site.areas.walk()]
    for area in sorted({id for id in areas if areas.count(id) > 1}):
        yield _error(catalog.location("site", "site", "areas"), f'the area "{area}" stands twice', "keep it once", "area")
    for key in ("talk_task", "trouble_task"):
        yield from _known(catalog.location("site", "site", key), "task", getattr(site, key), catalog.tasks)
    if site.area_question is None:
        return
    location = catalog.location("site", "site", "area_question")
    yield from _known(location, "question", site.area_question, catalog.questions)
    question = catalog.questions.get(site.area_question)
    for index, option in enumerate(question.options if question else ()):
        at = catalog.location("question", site.area_question, "options", index, "id")
        yield from _known(at, "area", option.id, areas)


def check_colours(catalog: Catalog) -> Iterator[Problem]:
    """Words can be read on their ground, in both schemes."""
    for scheme in ("light", "dark"):
        palette = getattr(catalog.site.colours, scheme)
        for front, back, needed in CONTRASTS:
            measured = contrast(getattr(palette, front), getattr(palette, back))
            if measured < needed:
                location = catalog.location("site", "site", "colours", scheme, front)
                message = f"{front} on {back} has contrast {measured:.1f}, {needed} is needed"
                yield _error(location, message, "make one of the two darker or lighter", "contrast")


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours `#rrggbb`, from 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def check_questions(catalog: Catalog) -> Iterator[Problem]:
    """Options are few and unique; a question depends on earlier ones only."""
    earlier: set[str] = set()
    for id, question in catalog.questions.items():
        ids = [option.id for option in question.options]
        at = catalog.places["question", id].location
        if not 2 <= len(ids) <= MAX_OPTIONS:
            yield _error(at("options"), f"{len(ids)} options; 2 to {MAX_OPTIONS} are needed", "add or join options", "options")
        for index, option in enumerate(ids):
            if option in ids[:index]:
                yield _error(at("options", index), f'a second option "{option}"', "give it another id", "id")
        yield from _clauses(catalog, at, "ask_when", question.ask_when)
        for named in sorted({name for clause in question.ask_when for name in clause}):
            if named in catalog.questions and named not in earlier:
                message = f'"{id}" depends on "{named}", which is asked later'
                yield _error(at("ask_when"), message, "move the question down, or depend on an earlier one", "question-order")
        earlier.add(id)


def check_tasks(catalog: Catalog) -> Iterator[Problem]:
    """Tasks name phases, tasks, questions and options that exist."""
    for id, task in catalog.tasks.items():
        at = catalog.places["task", id].location
        yield from _known(at("phase"), "phase", task.phase, catalog.phases)
        for index, other in enumerate(task.after):
            yield from _known(at("after", index), "task", other, catalog.tasks, " in after")
        yield from _clauses(catalog, at, "when", task.when)
        yield from _clauses(catalog, at, "unless", task.unless)


def check_task_order(catalog: Catalog) -> Iterator[Problem]:
    """No task waits for itself, and none for a task of a later phase."""
    phases = list(catalog.phases)
    if any(other not in catalog.tasks for task in catalog.tasks.values() for other in task.after):
        return
    for id, task in catalog.tasks.items():
        at = catalog.places["task", id].location
        if id in catalog.before(id):
            yield _error(at("after"), f'"{id}" comes after itself', "take one of the tasks out of after", "cycle")
        for index, other in enumerate(task.after):
            later = catalog.tasks[other].phase
            if {later, task.phase} <= set(phases) and phases.index(later) > phases.index(task.phase):
                message = f'"{id}" comes after "{other}", which stands in a later phase'
                yield _error(at("after", index), message, "move one of the two to another phase", "task-phase")


def check_registration(catalog: Catalog) -> Iterator[Problem]:
    """Not knowing never shows a registration step as certain."""
    if any(True for part in (check_questions, check_tasks) for _ in part(catalog)):
        return
    unsure = {id: frozenset((DONT_KNOW,)) for id, question in catalog.questions.items() if question.dont_know}
    knows = {id: frozenset((question.options[0].id,)) for id, question in catalog.questions.items() if not question.dont_know}
    for given in ({}, unsure, knows | unsure):
        answers = Answers(catalog.questions, given)
        for id, task in catalog.tasks.items():
            if task.registration and evaluate(task.condition, answers).verdict is Verdict.YES:
                message = f'the registration step "{id}" is certain for a person who does not know'
                remedy = "make its condition depend on a question about how to start"
                yield _error(catalog.location("task", id), message, remedy, "registration")
                break


def check_partners(catalog: Catalog) -> Iterator[Problem]:
    """Services name tasks, areas, questions and options that exist."""
    areas = [area.id for area in catalog.site.areas.walk()]
    for id, partner in catalog.partners.items():
        at = catalog.places["partner", id].location
        if partner.area:
            yield from _known(at("area"), "area", partner.area, areas)
        seen: set[str] = set()
        for index, service in enumerate(partner.services):
            inside = _below(at, "services", index)
            if service.id in seen:
                yield _error(inside("id"), f'a second service "{service.id}"', "give it another id", "id")
            seen.add(service.id)
            for place, task in enumerate(service.helps_with):
                yield from _known(inside("helps_with", place), "task", task, catalog.tasks, " in helps_with")
                if task in service.helps_with[:place]:
                    yield _error(inside("helps_with", place), f'"{task}" stands twice in helps_with', "keep it once", "id")
            if service.area:
                yield from _known(inside("area"), "area", service.area, areas)
            yield from _clauses(catalog, inside, "when", service.when)
            yield from _clauses(catalog, inside, "unless", service.unless)


def check_pages(catalog: Catalog) -> Iterator[Problem]:
    """A hand-written page exists in the default language and takes no name that the portal needs."""
    default = catalog.site.default_language
    for id, languages in catalog.pages.items():
        location = catalog.location("page", f"{next(iter(languages))}/{id}")
        if id in GENERATED_PAGES:
            yield _error(location, f'the page name "{id}" is used by the portal', "choose another name", "page")
        if default not in languages:
            message = f'the page "{id}" is missing in "{default}"'
            yield _error(location, message, f"write content/pages/{default}/{id}.md", "page")


def check_translations(catalog: Catalog) -> Iterator[Problem]:
    """Warn where a text is not there in every language of the instance."""
    languages = catalog.site.languages
    for (kind, _), place in catalog.places.items():
        if kind == "page":
            continue
        for path, text in _localised_texts(place.source.tree, place.prefix, languages):
            missing = [language for language in languages if language not in text]
            if missing:
                yield Problem(
                    place.source.location(*path), f"no text in {', '.join(missing)}", "translate it",
                    "translation", "warning",
                )  # fmt: skip
    for id, pages in catalog.pages.items():
        for language in languages:
            if language not in pages:
                location = Location(f"content/pages/{language}/{id}.md")
                yield Problem(location, "this page is not translated", "write it", "translation", "warning")


def unknown_facts(catalog: Catalog) -> dict[str, int]:
    """Count, for each optional field of a service, how many services leave it out."""
    counts = dict.fromkeys(("for_whom", "format", "languages", "cost", "booking", "bring"), 0)
    for _, _, service in catalog.services():
        for name in counts:
            counts[name] += getattr(service, name) is None
    return counts


def _localised_texts(
    tree: Any, prefix: tuple[str | int, ...], languages: Iterable[str]
) -> Iterator[tuple[tuple[str | int, ...], dict[str, str]]]:
    for part in prefix:
        tree = tree[part]
    waiting: list[tuple[tuple[str | int, ...], Any]] = [(prefix, tree)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            if value and value.keys() <= set(languages):
                yield path, value
            else:
                waiting += [((*path, key), item) for key, item in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, index), item) for index, item in enumerate(value)]


def _clauses(catalog: Catalog, at: At, key: str, clauses: tuple[Clause, ...]) -> Iterator[Problem]:
    for index, clause in enumerate(clauses):
        for id, options in clause.items():
            location = _clause_location(at, key, index, id)
            yield from _known(location, "question", id, catalog.questions, f" in {key}")
            if id in catalog.questions:
                for option in options:
                    what = f"option of {id}"
                    yield from _known(location, what, option, catalog.questions[id].option_ids(), f" in {key}")


def _clause_location(at: At, key: str, index: int, question: str) -> Location:
    """Find a question in a condition, which may be one map or a list of maps."""
    whole: Location = at(key)
    inside: Location = at(key, index, question)
    return at(key, question) if inside == whole else inside


def _known(location: Location, kind: str, id: str, known: Iterable[str], where: str = "") -> Iterator[Problem]:
    names = list(known)
    if id not in names:
        yield _error(location, f'unknown {kind} "{id}"{where}', did_you_mean(id, names), "reference")


def _below(at: At, *prefix: str | int) -> At:
    return lambda *path: at(*prefix, *path)


def _error(location: Location, message: str, remedy: str, check: str) -> Problem:
    return Problem(location, message, remedy, check)
