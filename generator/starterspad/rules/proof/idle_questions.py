"""Faults of the questionnaire: what nobody is asked, and what decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.problems import quoted
from starterspad.rules.proof.judgements import Fault, Judgements
from starterspad.rules.proof.profile_space import ProfileSet, ProfileSpace


def idle_questions(judgements: Judgements) -> Iterator[Fault]:
    """A question is asked of somebody, and decides something."""
    space, catalog = judgements.space, judgements.catalog
    used = {
        name.partition("/")[0]
        for judged in (*judgements.tasks.values(), *judgements.services.values(), *space.asked.values())
        for people in (judged.yes, judged.no)
        for name in space.bdd.support(people)
    }
    for id in catalog.asked:
        place = catalog.location("question", id)
        if not space.exists(space.asked[id].yes):
            message = f"no answers lead to the question {quoted(id)}"
            yield Fault("unasked", "question", id, message, "mend its ask_when", place)
        elif id not in used:
            message = f"the question {quoted(id)} decides nothing"
            yield Fault("idle-question", "question", id, message, "use it in a condition, or take it out", place)


def idle_options(judgements: Judgements) -> Iterator[Fault]:
    """Two options that every condition treats alike decide nothing between them."""
    space, catalog = judgements.space, judgements.catalog
    sets = {
        people: set(space.bdd.support(people))
        for judged in (*judgements.tasks.values(), *judgements.services.values(), *space.asked.values())
        for people in (judged.yes, judged.no)
    }
    for id, question in catalog.asked.items():
        options = [option.id for option in question.options]
        alone = question.exclusive_ids() if question.several else frozenset()
        classes: list[list[str]] = []
        for option in options:
            alike = (
                group
                for group in classes
                if (group[0] in alone) == (option in alone) and _twins(space, sets, id, group[0], option)
            )
            group = next(alike, None)
            classes.append([option]) if group is None else group.append(option)
        for group in classes:
            decides = [option for option in group if option not in question.residual]
            if len(group) > 1 and len(decides) > 1:
                message = f"the question {quoted(id)}: nothing depends on the choice between {', '.join(group)}"
                remedy = (
                    "use them in conditions, or list under residual those that only help people recognise themselves"
                )
                yield Fault("idle-option", "question", id, message, remedy, catalog.location("question", id, "options"))
            if len(group) == 1 and group[0] in question.residual:
                message = f"the question {quoted(id)}: {group[0]} is residual, and decides something"
                place = catalog.location("question", id, "residual")
                yield Fault("residual", "question", id, message, "take it out of residual", place)


def _twins(space: ProfileSpace, sets: dict[ProfileSet, set[str]], question: str, option: str, other: str) -> bool:
    """Tell whether every set of people stays the same when two answers change places.

    The sets of who is asked what are among them: where they stay, a swapped profile is reachable too.
    """
    names = {f"{question}/{option}", f"{question}/{other}"}
    return not any(
        space.exists(space.differ(space.swapped(people, question, option, other), people))
        for people, support in sets.items()
        if support & names
    )
